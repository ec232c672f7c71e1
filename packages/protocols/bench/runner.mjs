// Rate of decide, and of replay, beside xstate's bare transition on the same machine, in the same run.
import {
  decideRun,
  findProtocol,
  handle,
  newRun,
  planRun,
  replayRun,
  runMachine,
} from "@collegium/protocols";
import { transition } from "xstate";

const people = ["ana", "ben", "caro", "dov"].map((id, i) => ({
  id,
  roles: [i ? "participant" : "facilitator"],
}));
const plan = planRun(findProtocol("notice-wonder"), {}, people);
const who = (i) => ({
  person: people[i % 4].id,
  at: new Date(Date.UTC(2026, 9, 2) + i * 1000).toISOString(),
  handle: `h${i % 4}`,
});

let state = newRun;
const events = [];
const send = (i, command) => {
  const handled = handle(state, { commandId: `c${i}`, run: "r1", ...command }, who(i), {
    districtId: "d",
    stream: "s",
    version: events.length,
  });
  if (!handled.ok) throw new Error(handled.rejection.code);
  events.push(...handled.events);
  ({ state } = handled);
};
send(0, { type: "start-run", plan, people });
for (let i = 1; i <= 200; i++) send(i, { type: "add-note", note: `n${i}`, text: "14 of 24 missed item 3" });

const median = (runs) => runs.sort((a, b) => a - b)[Math.floor(runs.length / 2)];
const time = (work) => {
  work();
  return median(
    Array.from({ length: 5 }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );
};

const N = 20_000;
const command = { type: "end-turn", commandId: "k", run: "r1", person: "ben" };
const note = { type: "add-note", commandId: "k", run: "r1", note: "fresh", text: "seen" };
const snapshot = runMachine.resolveState({ value: state.phase, context: state });
const [turn] = decideRun(state, command, who(1)).events;
const stored = { ...events[0], ...turn };
const bare = time(() => {
  for (let i = 0; i < N; i++) transition(runMachine, snapshot, stored);
});
for (const [name, c] of [
  ["end-turn", command],
  ["add-note", note],
]) {
  const decide = time(() => {
    for (let i = 0; i < N; i++) decideRun(state, c, who(1));
  });
  console.log(
    `decide ${name}: ${(N / decide).toFixed(0)} per ms, ${(bare / decide).toFixed(2)} of bare transition (${(N / bare).toFixed(0)} per ms)`,
  );
}
const bareReplay = time(() => {
  let s = runMachine.resolveState({ value: "waiting", context: newRun });
  for (const event of events) [s] = transition(runMachine, s, event);
});
const replay = time(() => replayRun(events));
console.log(
  `replay of ${events.length} events: ${replay.toFixed(2)} ms, ${(replay / bareReplay).toFixed(2)} times bare transitions`,
);
