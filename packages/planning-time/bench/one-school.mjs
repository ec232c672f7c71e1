// One school in a process that holds nothing but its question, as a program would; `limits.mjs` starts it.
// Says per search how long it took, what its event loop waited for, and how much memory the process had.
import { appendFileSync, readFileSync } from "node:fs";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { planInWorker } from "@collegium/planning-time/node";

const [questionFile, answersFile] = process.argv.slice(2);
if (!answersFile) process.exit(0);
const { problem, searches } = JSON.parse(readFileSync(questionFile, "utf8"));
const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds that this thread has run, and that it was ready to run and waited for a processor (Linux). */
function thread() {
  try {
    const [ran, waited] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ");
    return { ran: Number(ran) / 1e6, waited: Number(waited) / 1e6 };
  } catch {
    return { ran: 0, waited: 0 };
  }
}

/** Looks at the event loop every few milliseconds: the longest delay, the longest own work, the longest wait for a processor. */
function watch() {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  const longest = { late: 0, lateAt: 0, ran: 0, waited: 0 };
  const began = performance.now();
  let before = { at: began, ...thread() };
  const look = () => {
    const now = { at: performance.now(), ...thread() };
    if (now.at - before.at > longest.late)
      Object.assign(longest, { late: now.at - before.at, lateAt: before.at - began });
    longest.ran = Math.max(longest.ran, now.ran - before.ran);
    longest.waited = Math.max(longest.waited, now.waited - before.waited);
    before = now;
  };
  const timer = setInterval(look, 4);
  return () => {
    clearInterval(timer);
    look();
    histogram.disable();
    return { ...longest, delay: Math.max(histogram.max / 1e6, longest.late - 4) };
  };
}

for (const search of searches) {
  const { seconds, abort } = search;
  const controller = new AbortController();
  const stop = watch();
  await rest(10);
  const began = performance.now();
  let aborted;
  let phase = "";
  if (abort !== undefined)
    setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, abort);
  const answer = planInWorker(problem, {
    seconds,
    signal: controller.signal,
    onProgress: (progress) => {
      if (aborted === undefined) phase = progress.phase;
    },
  });
  const called = performance.now() - began;
  const found = await answer;
  const ended = performance.now();
  await rest(10);
  const loop = stop();
  const measured = {
    ...search,
    phase,
    called,
    took: ended - began,
    ...(aborted !== undefined && { answered: ended - aborted }),
    loop,
    rss: process.memoryUsage.rss(),
    peak: process.resourceUsage().maxRSS * 1024,
    placed: found.placed,
    wanted: found.wanted,
    moved: found.moved,
    proven: found.proven,
    blocks: found.teams.map(({ id, members, blocks }) => ({ id, members, blocks })),
    starts: found.placements.map(({ start }) => start),
  };
  appendFileSync(answersFile, `${JSON.stringify(measured)}\n`);
  await rest(150);
}
