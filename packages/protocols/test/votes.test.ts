import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { checkProtocol, findProtocol, planRun, replayRun, sheetHtml, simulateRun } from "../src/index.js";
import { runRoom } from "./room.js";

const people = ["ana", "ben", "caro", "dov", "eli"].map((id, i) => ({
  id,
  roles: i === 0 ? ["facilitator"] : ["participant"],
}));
const text = (en: string) => ({ en, es: en });
const step = (id: string, more: object) => ({
  id,
  kind: "discuss",
  label: text(id),
  instruction: text(`Do ${id}.`),
  minutes: { min: 1, max: 5 },
  speaks: { who: "everyone" },
  ...more,
});
/** A protocol as a stranger writes it. */
const written = (steps: readonly object[], more: object = {}) =>
  checkProtocol({
    kind: "protocol-definition",
    schemaVersion: 1,
    id: "org.example/ours@1",
    status: "ready",
    title: text("Ours"),
    purpose: text("Decide."),
    origin: text("Our school."),
    uses: ["decision"],
    trust: "any",
    group: { min: 2, max: 12 },
    roles: [{ id: "facilitator" }, { id: "participant" }],
    steps,
    minutesBasis: "confirmed",
    minutesSource: "Our school",
    ...more,
  });
const capture = (id: string, visible: string, authorship: string) => ({
  id,
  label: text(id),
  visible,
  authorship,
});
const days = { choices: ["mon", "tue", "wed"].map((id) => ({ id, label: text(id) })) };
const openVote = step("vote", { kind: "vote", ballot: days, capture: capture("v", "at-once", "named") });
const secretVote = step("vote", {
  kind: "vote",
  ballot: { ...days, votes: 2, ranked: true },
  capture: capture("v", "at-reveal", "anonymous"),
});
const talk = step("talk", {});

it("holds an open vote that everyone watches, and a second vote takes the place of the first", () => {
  const room = runRoom(unwrap(written([openVote, talk])), people);
  expect(room.send("ben", { type: "cast-ballot", choices: ["mon"] })).toBe("ok");
  expect(room.view("caro").ballots).toEqual([
    {
      step: "vote",
      votes: 1,
      ranked: false,
      secret: false,
      open: true,
      choices: [{ id: "mon" }, { id: "tue" }, { id: "wed" }],
      counts: { mon: 1, tue: 0, wed: 0 },
      cast: 1,
      leading: ["mon"],
      ballots: [{ voter: "ben", choices: ["mon"] }],
    },
  ]);
  expect(room.send("ben", { type: "cast-ballot", choices: ["tue"] })).toBe("ok");
  expect(room.send("ana", { type: "cast-ballot", choices: ["mon"] })).toBe("ok");
  // A tie is told, and whoever types for the room may vote for somebody in it.
  expect(room.view("caro").ballots[0]).toMatchObject({ cast: 2, leading: ["mon", "tue"] });
  expect(room.send("ana", { type: "cast-ballot", choices: ["mon"], for: "dov" })).toBe("ok");
  expect(room.send("ben", { type: "cast-ballot", choices: ["mon"], for: "caro" })).toBe("wrong-role");
  expect(room.view("dov").ballots[0]).toMatchObject({ mine: ["mon"], cast: 3, leading: ["mon"] });
  for (const choices of [["sun"], ["mon", "tue"], ["mon", "mon"]])
    expect(room.send("caro", { type: "cast-ballot", choices })).toBe("bad-vote");
  expect(room.send("zoe", { type: "cast-ballot", choices: ["mon"] })).toBe("not-in-room");
  room.send("ana", { type: "move-on" });
  expect(room.send("caro", { type: "cast-ballot", choices: ["mon"] })).toBe("no-ballot");
  expect(room.send("caro", { type: "cast-ballot", step: "vote", choices: ["mon"] })).toBe("ballot-closed");
  expect(room.view("caro").notes).toEqual([]);
});

it("keeps a secret vote from everyone until the step is left, and then counts and names nobody", () => {
  const room = runRoom(unwrap(written([secretVote, talk])), people);
  const before = room.view("caro");
  room.send("ana", { type: "cast-ballot", choices: ["mon", "tue"] });
  room.send("ben", { type: "cast-ballot", choices: ["mon"] });
  room.send("dov", { type: "cast-ballot", choices: ["tue", "wed"] });
  expect(room.view("caro")).toEqual(before);
  room.send("eli", { type: "cast-ballot", choices: [] });
  expect(room.view("ben").ballots[0]).toMatchObject({ mine: ["mon"], open: true });
  expect(room.view("ben").ballots[0]).not.toHaveProperty("counts");
  expect(room.send("ben", { type: "cast-ballot", choices: ["wed", "mon"] })).toBe("ok");
  expect(room.send("ben", { type: "cast-ballot", choices: ["wed"], for: "caro" })).toBe("wrong-role");
  expect(room.send("ana", { type: "cast-ballot", choices: ["wed"], for: "caro" })).toBe("bad-vote");
  room.send("ana", { type: "move-on" });
  // Of two ranked votes the first counts two, the second one.
  expect(room.view("caro").ballots[0]).toMatchObject({
    open: false,
    counts: { mon: 3, tue: 3, wed: 3 },
    cast: 4,
    leading: ["mon", "tue", "wed"],
  });
  expect(JSON.stringify(room.view("caro"))).not.toMatch(/h-(ana|ben|dov|eli)/);
  for (const event of room.events.filter((e) => e.type === "ballot-cast"))
    expect(event).not.toHaveProperty("actor");
  expect(replayRun(room.events)).toEqual(room.state());
});

it("does not count a secret vote of three out loud, nor one that was skipped", () => {
  const few = runRoom(unwrap(written([secretVote, talk])), people);
  for (const id of ["ana", "ben", "caro"]) few.send(id, { type: "cast-ballot", choices: ["mon"] });
  few.send("ana", { type: "move-on" });
  expect(few.view("caro").ballots[0]).toMatchObject({ tooFew: true });
  expect(few.view("caro").ballots[0]).not.toHaveProperty("counts");
  const skipped = runRoom(unwrap(written([secretVote, talk])), people);
  for (const { id } of people) skipped.send(id, { type: "cast-ballot", choices: ["mon"] });
  skipped.send("ana", { type: "move-on", reason: "later" });
  expect(skipped.view("caro").ballots[0]).not.toHaveProperty("counts");
  expect(skipped.send("ana", { type: "go-to-step", key: "vote" })).toBe("ok");
  skipped.send("ana", { type: "move-on" });
  expect(skipped.view("caro").ballots[0]).toMatchObject({ cast: 5, leading: ["mon"] });
  expect(skipped.view("caro").plan.map((p) => p.state)).toEqual(["done", "now"]);
});

it("votes on what the group wrote, and the ranking of ideas in the library does so", () => {
  const definition = findProtocol("nominal-group")!;
  const room = runRoom(definition, people);
  for (const { id } of people) room.send(id, { type: "add-note", note: "n", text: `Idea of ${id}` });
  expect(room.view("caro").ballots[0]?.choices).toEqual([]);
  for (let i = 0; i < 3; i++) expect(room.send("ana", { type: "move-on" })).toBe("ok");
  const choices = room.view("caro").ballots[0]!.choices;
  expect(choices.map((c) => c.text).sort()).toEqual(people.map(({ id }) => `Idea of ${id}`));
  // Nothing more is collected while it is voted on.
  expect(room.send("ben", { type: "add-note", step: "write", note: "late", text: "Late" })).toBe(
    "capture-closed",
  );
  for (const { id } of people)
    expect(room.send(id, { type: "cast-ballot", choices: [choices[2]!.id] })).toBe("ok");
  room.send("ana", { type: "move-on" });
  expect(room.state().phase).toBe("ended");
  expect(room.view("eli").ballots[0]).toMatchObject({ cast: 5, leading: [choices[2]!.id] });
  expect(sheetHtml(definition, planRun(definition, {}, people))).toContain("Mark at most 5.");
  expect(simulateRun(definition, { group: 6, seed: 3 })?.invariants.every((i) => i.held)).toBe(true);
});

it("enters votes from paper when the run is over", () => {
  const room = runRoom(unwrap(written([secretVote, talk])), people);
  room.send("ana", { type: "move-on", reason: "on paper" });
  room.send("ana", { type: "move-on" });
  expect(room.state().phase).toBe("ended");
  for (const slip of ["s1", "s2", "s3", "s4"])
    expect(room.send("ana", { type: "cast-ballot", step: "vote", choices: ["wed"] }, slip)).toBe("ok");
  expect(room.send("ana", { type: "reveal-notes", step: "vote" })).toBe("ok");
  expect(room.view("ben").ballots[0]).toMatchObject({ cast: 4, leading: ["wed"] });
});

it("asks for what a step requires, goes on with a reason, and records both", () => {
  const protocol = unwrap(
    written(
      [
        step("write", { capture: capture("seen", "at-reveal", "named") }),
        step("share", { reveals: ["seen"], requires: [{ done: "write" }] }),
        step("sort", { requires: [{ notes: "seen" }, { role: "note-taker" }], closes: ["seen"] }),
        talk,
      ],
      { roles: [{ id: "facilitator" }, { id: "participant" }, { id: "note-taker" }] },
    ),
  );
  const room = runRoom(protocol, people);
  // Nobody is told whether something hidden was written: only the step counts.
  expect(room.view("ben").plan[1]).not.toHaveProperty("unmet");
  expect(room.view("ben").plan[2]?.unmet).toEqual([{ notes: "seen" }, { role: "note-taker" }]);
  room.send("ben", { type: "add-note", note: "n", text: "hidden" });
  expect(room.view("caro").plan[2]?.unmet).toEqual([{ notes: "seen" }, { role: "note-taker" }]);
  expect(room.send("ana", { type: "go-to-step", key: "sort" })).toBe("not-ready");
  expect(room.send("ana", { type: "go-to-step", key: "sort", reason: "We have little time." })).toBe("ok");
  expect(room.view("caro").notes).toEqual([]);
  // Going back is going on: the order is the group's, and what was hidden stays so until a step shows it.
  expect(room.send("ana", { type: "go-to-step", key: "share" })).toBe("ok");
  expect(room.view("caro").notes).toMatchObject([{ text: "hidden", author: "ben" }]);
  expect(room.send("ana", { type: "move-on" })).toBe("not-ready");
  room.send("ana", { type: "hand-over", role: "note-taker", to: "caro" });
  expect(room.send("ana", { type: "move-on" })).toBe("ok");
  expect(room.send("ben", { type: "add-note", step: "write", note: "m", text: "late" })).toBe(
    "capture-closed",
  );
  expect(room.send("ana", { type: "end-run", reason: "The bell." })).toBe("ok");
  // What nobody came to was left out; reasons lie beside the facts and can be erased.
  expect(room.view("ben").plan.map((p) => p.state)).toEqual(["done", "done", "done", "skipped"]);
  const erased = room.events.map(({ personal: _, ...event }) => event);
  expect(JSON.stringify(erased)).not.toMatch(/little time|bell/);
  expect(replayRun(erased as typeof room.events).done).toEqual(room.state().done);
});

it("tells a stranger what is wrong with a vote or a requirement", () => {
  const codes = (...steps: object[]) => {
    const result = written(steps);
    return result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path.join(".")]);
  };
  const vote = (ballot: object, visible = "at-reveal", authorship = "anonymous") =>
    step("vote", { kind: "vote", ballot, capture: capture("v", visible, authorship) });
  expect(codes(step("vote", { ballot: days }))).toEqual([["ballot-without-capture", "steps.0.ballot"]]);
  expect(codes(vote(days, "at-once"))).toEqual([["ballot-watched", "steps.0.capture.visible"]]);
  expect(codes(vote(days, "author"))).toEqual([["ballot-never-counted", "steps.0.capture.visible"]]);
  expect(codes(vote({ ...days, votes: 4 }))).toEqual([["too-many-votes", "steps.0.ballot.votes"]]);
  expect(codes(vote({ choices: [days.choices[0], days.choices[0]] }))).toEqual([
    ["repeated-name", "steps.0.ballot.choices.1.id"],
  ]);
  expect(codes(vote({ choices: { from: "ideas" } }))).toEqual([
    ["nothing-to-choose", "steps.0.ballot.choices"],
  ]);
  const write = step("write", { capture: capture("seen", "at-reveal", "named") });
  const share = step("share", { reveals: ["seen"] });
  expect(codes(write, vote({ choices: { from: "seen" } }), share)).toEqual([
    ["nothing-to-choose", "steps.1.ballot.choices"],
  ]);
  expect(
    codes(write, { ...share, requires: [{ notes: "seen" }, { role: "chair" }, { done: "talk" }] }),
  ).toEqual([
    ["hidden-requirement", "steps.1.requires.0"],
    ["unknown-role", "steps.1.requires.1"],
    ["unknown-step", "steps.1.requires.2"],
  ]);
  const short = (variant: object) => {
    const result = written([write, share, talk], {
      variants: [{ id: "short", title: text("Short"), ...variant }],
    });
    return result.ok ? [] : result.issues.map((issue) => issue.code);
  };
  expect(short({ without: ["write", "share"] })).toEqual([]);
  expect(short({ without: ["share"] })).toEqual(["variant-parts"]);
  expect(short({ without: ["write", "share", "talk"] })).toEqual(["nothing-left"]);
  expect(short({ minutes: { talk: { min: 4, max: 2 } } })).toEqual(["range-reversed"]);
  expect(codes({ ...talk, closes: ["seen"] })).toEqual([["nothing-to-close", "steps.0.closes"]]);
});

it("tells a stranger faults of form and of sense at once, and what to write instead", () => {
  const result = checkProtocol({
    kind: "protocol-definition",
    schemaVersion: 1,
    id: "Our protocol",
    status: "ready",
    title: "Ours",
    group: { min: 9, max: 3 },
    roles: [{ id: "chair" }],
    steps: [
      { ...talk, minutes: 5 },
      { ...talk, speaks: { who: "roles", roles: ["presenter"] } },
    ],
  });
  const told = result.ok ? [] : result.issues;
  expect(told.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(
    expect.arrayContaining([
      "bad-id id",
      "repeated-name steps.1.id",
      "range-reversed group",
      "unknown-role steps.1.speaks",
    ]),
  );
  expect(told.find(({ path }) => path.join(".") === "title")?.hint).toBe(
    'Write it as { "en": "…", "es": "…" }.',
  );
  expect(told.find(({ path }) => path.join(".") === "steps.0.minutes")?.hint).toContain('"min": 3');
  for (const json of [null, [], 3, "x", { steps: 3 }, { steps: [null], roles: {} }, { id: 3, variants: [1] }])
    expect(checkProtocol(json).ok).toBe(false);
});
