import { fork } from "node:child_process";
import { argv } from "node:process";

/**
 * Runs cases each in a process of its own and gives what the first call and a later one took, in milliseconds of
 * processor time after everything was loaded, with the codes of its answer. The calling script is run once more for
 * each case, and ends here then.
 */
export async function coldly(cases, only = "") {
  if (argv[2] === "--case") {
    const { make = () => undefined, run } = cases[Number(argv[3])];
    const made = flat(make());
    const times = [];
    let answer;
    for (let call = 0; call < 4; call++) {
      const before = process.cpuUsage();
      answer = run(made);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
    process.send({ first: times[0], later: Math.min(...times.slice(1)), codes: codesOf(answer) });
    process.disconnect();
    return new Promise(() => {});
  }
  const found = [];
  for (const [at, { name }] of cases.entries())
    found.push(name.includes(only) ? await bestOf(at) : undefined);
  return found;
}

/** The least of up to three fresh processes: on a busy machine processor time is an upper value. */
async function bestOf(at) {
  let best = await answerOf(at);
  for (let more = 0; more < 2 && !(best.first < 40); more++) {
    const next = await answerOf(at);
    if (!(best.first < next.first)) best = next;
  }
  return best;
}

function answerOf(at) {
  return new Promise((resolve) => {
    const child = fork(argv[1], ["--case", String(at)]);
    let answer = { first: Number.NaN, later: Number.NaN, codes: ["ended without an answer"], failed: true };
    child.on("message", (message) => {
      answer = message;
    });
    child.on("exit", () => resolve(answer));
  });
}

/** A text in one piece, as it comes from a file, and not as the sum of many. */
function flat(made) {
  return typeof made === "string" ? Buffer.from(made).toString() : made;
}

/** Codes of a result, most frequent first, each with how often it came; of issues without their sentence, `no sentence`. */
function codesOf(answer) {
  const issues = Array.isArray(answer) ? answer : answer.ok ? answer.warnings : answer.issues;
  const counts = new Map();
  for (const issue of issues) {
    const code = typeof issue === "string" ? issue : issue.message ? issue.code : "no sentence";
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code, n]) => (n === 1 ? code : `${code} x${n}`));
}
