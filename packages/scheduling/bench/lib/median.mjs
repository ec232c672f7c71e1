/** CPU milliseconds per run: the median of five rounds after a warm-up, so that a busy machine disturbs little. */
export function median(run, round = 100) {
  return medians([run], round)[0];
}

/** The same for several contenders in turns: all are warmed up first, and a busy minute meets all of them. */
export function medians(contenders, round = 100) {
  // Looking at the clock takes as long as a tenth of a quick run: so many runs at a time as fill a millisecond.
  const many = contenders.map((run) => Math.max(1, Math.round(1 / timed(run, 1, 3 * round))));
  const rounds = Array.from({ length: 5 }, () => contenders.map((run, at) => timed(run, many[at], round)));
  return contenders.map((_, at) => rounds.map((times) => times[at]).sort((a, b) => a - b)[2]);
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
