import { expect, it } from "vitest";
import { followOrder, type PlanInWorkerOptions, type Threads } from "../src/follow-order.js";
import { planInWorker } from "../src/node.js";
import { levelsOf } from "../src/objective.js";
import { plan } from "../src/plan.js";
import { unchanged } from "../src/report.js";
import { boardOf, decodeQuestion, encodePlan, type Order, type Report } from "../src/worker-protocol.js";
import { school } from "./schools.js";

const timetable = school(1, 3, ["t1 g1 @ d1p1 d1p2", "t2 g2 @ d1p2 d1p3", "t3 g1 @ d1p3", "t4 g2 @ d1p1"]);
const teams = [{ id: "grade", members: ["t1", "t2"], blocks: 1 }];
const problem = { timetable, teams, rules: "clashes" as const };
const found = await plan(problem, { seed: 1, steps: 20 });

/** A clock that is moved by hand, and threads that say what the test says. */
function made(share = true) {
  let now = 1000;
  const timers: { at: number; act: () => void }[] = [];
  const started: {
    order: Order;
    hear: (report: Report) => void;
    fail: (error: unknown) => void;
    ended: boolean;
  }[] = [];
  const threads: Threads = {
    now: () => now,
    later(milliseconds, act) {
      const timer = { at: now + milliseconds, act };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
    },
    share,
    start(order, hear, fail) {
      const thread = { order, hear, fail, ended: false };
      started.push(thread);
      return {
        end: () => {
          thread.ended = true;
        },
      };
    },
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
    for (const timer of timers.filter(({ at }) => at <= now)) if (timers.includes(timer)) timer.act();
  };
  return { threads, started, timers, pass };
}

/** A search that has begun, whether its answer is there, and which. */
function begun(options: Partial<PlanInWorkerOptions> = {}, share = true) {
  const world = made(share);
  const answer = followOrder(problem, { seconds: 10, ...options }, world.threads);
  let settled = false;
  answer.then(
    () => {
      settled = true;
    },
    () => {
      settled = true;
    },
  );
  const isSettled = async () => {
    await Promise.resolve();
    await Promise.resolve();
    return settled;
  };
  const stopped = () => world.started.map(({ order }) => new Int32Array(order.stop!)[0]);
  const say = (thread: number, ...reports: Report[]) => {
    for (const report of reports) world.started[thread]!.hear(report);
  };
  return { ...world, answer, isSettled, stopped, say };
}

const sent: Report = { type: "plan", sent: encodePlan(found) };
const today: Report = { type: "plan", sent: encodePlan(unchanged(problem)) };
const done: Report = { type: "done" };

it("gives two threads the same question, and each a part and a seed of its own", () => {
  const { started } = begun({ seed: 7, from: found });
  expect(started.map(({ order }) => [order.part, order.seed])).toEqual([
    ["search", 7],
    ["proof", 8],
  ]);
  expect(started[1]!.order.question).toBe(started[0]!.order.question);
  expect(decodeQuestion(started[0]!.order.question)).toEqual({ problem, from: found });
});

it("gives counted work to one thread", () => {
  const { started } = begun({ steps: 5, seed: 7 });
  expect(started.map(({ order }) => [order.part, order.steps])).toEqual([[undefined, 5]]);
});

it("answers with the best plan when every thread is done, and ends them", async () => {
  const { say, answer, isSettled, started, timers } = begun();
  say(0, sent, done);
  expect(await isSettled()).toBe(false);
  say(1, today, done);
  expect(await answer).toEqual(found);
  expect(started.every(({ ended }) => ended)).toBe(true);
  expect(timers).toEqual([]);
});

it("answers at once where the plan reaches what another thread has shown and nobody is touched", async () => {
  const { say, answer, started } = begun();
  say(0, today);
  say(1, { type: "claim", claim: { missing: 1, moved: 0, given: 1 } });
  expect(await answer).toMatchObject({ placed: 0, bound: { missing: 1, moved: 0 }, proven: true });
  expect(started.every(({ ended }) => ended)).toBe(true);
});

it("gives the threads a moment after a proof for what it says nothing about: who is touched", async () => {
  const { say, answer, isSettled, stopped, pass } = begun();
  say(0, sent);
  pass(4000);
  say(1, { type: "claim", claim: { missing: 0, moved: found.moved, given: 0 } });
  pass(300);
  expect(stopped()).toEqual([0, 0]);
  say(0, sent);
  pass(200);
  expect(stopped()).toEqual([1, 1]);
  expect(await isSettled()).toBe(false);
  pass(100);
  expect(await answer).toEqual({ ...found, bound: { missing: 0, moved: found.moved }, proven: true });
});

it("tells the threads to stop at the limit, waits a moment for their last plan, and not longer", async () => {
  const { say, answer, isSettled, stopped, pass } = begun();
  say(0, today);
  pass(10_040);
  expect(stopped()).toEqual([0, 0]);
  pass(20);
  expect(stopped()).toEqual([1, 1]);
  expect(await isSettled()).toBe(false);
  say(0, sent);
  pass(100);
  expect(await answer).toEqual(found);
});

it("waits a little longer at the limit for the best week that the threads share", async () => {
  const { say, started, isSettled, pass, answer } = begun();
  say(0, today);
  const week = { start: new Int32Array(6), block: new Int32Array(1), ...found.terms };
  boardOf(problem, started[0]!.order.board).post(week, levelsOf());
  pass(10_060);
  pass(200);
  expect(await isSettled()).toBe(false);
  say(1, sent);
  pass(160);
  expect(await answer).toEqual(found);
});

it("answers with today's week where the limit comes before any plan", async () => {
  const { pass, answer } = begun({ seconds: 0.1 });
  pass(150);
  pass(350);
  expect(await answer).toEqual(unchanged(problem));
});

it("answers an abort a moment later with the best plan so far", async () => {
  const controller = new AbortController();
  const { say, answer, isSettled, stopped, pass, started, timers } = begun({ signal: controller.signal });
  say(0, sent);
  pass(2000);
  controller.abort();
  expect(stopped()).toEqual([1, 1]);
  expect(await isSettled()).toBe(false);
  pass(100);
  expect(await answer).toEqual(found);
  expect(started.every(({ ended }) => ended)).toBe(true);
  expect(timers).toEqual([]);
});

it("answers an abort at once where threads cannot be told to stop", async () => {
  const controller = new AbortController();
  const { answer, pass, started } = begun({ signal: controller.signal }, false);
  expect(started[0]!.order.stop).toBeUndefined();
  controller.abort();
  pass(0);
  expect(await answer).toEqual(unchanged(problem));
});

it("starts nothing for a search that was aborted before it began", async () => {
  const { answer, started } = begun({ signal: AbortSignal.abort() });
  expect(await answer).toEqual(unchanged(problem));
  expect(started).toEqual([]);
});

it("keeps what one thread finds when another one fails", async () => {
  const { say, started, answer, isSettled } = begun();
  started[1]!.fail(new Error("out of memory"));
  expect(await isSettled()).toBe(false);
  say(0, sent, done);
  expect(await answer).toEqual(found);
});

it("keeps a plan that came before its thread failed", async () => {
  const { say, started, answer } = begun();
  say(0, sent);
  for (const { fail } of started) fail(new Error("out of memory"));
  expect(await answer).toEqual(found);
});

it("fails where every thread fails before it has found anything", async () => {
  const { started, answer, timers } = begun();
  for (const { fail } of started) fail(new Error("no such period"));
  await expect(answer).rejects.toThrow("no such period");
  expect(timers).toEqual([]);
});

it("answers with today's week where threads end without a word", async () => {
  const { say, answer } = begun();
  say(0, done);
  say(1, done);
  expect(await answer).toEqual(unchanged(problem));
});

it("leaves a plan as it is where its reasons were not found in time", async () => {
  const world = made();
  const answer = followOrder(problem, { seconds: 1, from: found }, world.threads, ["reasons"]);
  world.started[0]!.hear(done);
  expect(await answer).toBe(found);
});

it("writes today's week as the search itself does where there is nothing to find", async () => {
  const nothing = { ...problem, teams: [{ id: "none", members: ["t1"], blocks: 0 }] };
  expect(unchanged(nothing)).toEqual(await plan(nothing, { seed: 1, steps: 1 }));
});

it("fails where the worker's file is not there", async () => {
  const workerUrl = new URL("no-such-worker.mjs", import.meta.url);
  await expect(planInWorker(problem, { seconds: 5, workerUrl })).rejects.toThrow("no-such-worker");
});
