import { fork } from "node:child_process";
import { once } from "node:events";
import { argv } from "node:process";

/** CPU milliseconds per run: the median of five rounds after a warm-up, so that a busy machine disturbs little. */
export function median(run, round = 100) {
  return medians([run], round)[0];
}

/** The same for several contenders in turns: all are warmed up first, and a busy minute meets all of them. */
export function medians(contenders, round = 100) {
  const many = contenders.map((run) => warmed(run, round));
  const rounds = Array.from({ length: 5 }, () => contenders.map((run, at) => timed(run, many[at], round)));
  return contenders.map((_, at) => middle(rounds.map((times) => times[at])));
}

/**
 * The same with each contender in a process of its own, so that nobody pays for another's garbage or for what another
 * taught the compiler. `contenders` by name; the calling script is run once more for each of them, and ends here then.
 */
export async function mediansApart(contenders, round = 100) {
  const own = argv[2] === "--contender" ? contenders[argv[3]] : undefined;
  if (own) {
    timed(own, 1, 20 * round); // until the compiler has made of it what it can
    const many = warmed(own, round);
    process.on("message", () => process.send(timed(own, many, round)));
    process.send("ready");
    return new Promise(() => {});
  }
  const processes = [];
  for (const name of Object.keys(contenders)) {
    const child = fork(argv[1], ["--contender", name]);
    await once(child, "message");
    processes.push(child);
  }
  const times = processes.map(() => []);
  for (let turn = 0; turn < 5; turn++) {
    for (const [at, child] of processes.entries()) {
      child.send("run");
      times[at].push((await once(child, "message"))[0]);
    }
  }
  for (const child of processes) child.disconnect();
  return times.map(middle);
}

function middle(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Looking at the clock takes as long as a tenth of a quick run: so many runs at a time as fill a millisecond. */
function warmed(run, round) {
  return Math.max(1, Math.round(1 / timed(run, 1, 3 * round)));
}

/** CPU milliseconds per run, over `round` milliseconds with a look at the clock after `many` runs. */
function timed(run, many, round) {
  const before = process.cpuUsage();
  const start = performance.now();
  let runs = 0;
  do {
    for (let left = many; left > 0; left--) run();
    runs += many;
  } while (performance.now() - start < round);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / runs;
}

/** Prints one line per contender: time, and how many times the first one's it is. */
export function table(title, rows) {
  console.log(`\n${title} (CPU time, median of 5)`);
  for (const { name, ms, note = "" } of rows) {
    const ratio = ms / rows[0].ms;
    const times = ratio.toLocaleString("en", { maximumFractionDigits: ratio < 10 ? 1 : 0 });
    console.log(
      `  ${name.padEnd(46)} ${ms.toPrecision(3).padStart(9)} ms ${times.padStart(8)} times  ${note}`,
    );
  }
}
