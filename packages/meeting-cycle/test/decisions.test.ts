import fc from "fast-check";
import { expect, it } from "vitest";
import {
  decisionMethods,
  outcomeOf,
  type PollSpec,
  schulzeWinners,
  type VoteChoice,
  voteFault,
} from "../src/index.js";
import { meetingRoom } from "./room.js";

const spec = (method: PollSpec["method"], more: Partial<PollSpec> = {}): PollSpec => ({
  method,
  identity: "named",
  results: "live",
  options: ["a", "b", "c"],
  ...more,
});
const outcome = (method: PollSpec["method"], choices: readonly VoteChoice[], more: Partial<PollSpec> = {}) =>
  outcomeOf(
    spec(method, more),
    choices.map((choice) => ({ choice })),
  );

it("decides by each method as its rule says, and tells ties", () => {
  expect(outcome("fist-to-five", [3, 5, 4])).toEqual({ result: "passed" });
  expect(outcome("fist-to-five", [2, 5, 5])).toEqual({ result: "not-passed" });
  expect(outcome("fist-to-five", [])).toEqual({ result: "not-passed" });
  expect(outcome("consent", ["consent", "stand-aside"])).toEqual({ result: "passed" });
  expect(outcome("consent", ["consent", "object"])).toEqual({ result: "not-passed" });
  expect(outcome("gradients", [1, 4, 5], { threshold: 1 })).toEqual({ result: "passed" });
  expect(outcome("gradients", [1, 1, 6], { threshold: 0.6 })).toEqual({ result: "passed" });
  expect(outcome("gradients", [1, 1, 8], { threshold: 0.6 })).toEqual({ result: "not-passed" });
  expect(outcome("proposal", ["agree", "agree", "disagree", "abstain"])).toEqual({ result: "passed" });
  expect(outcome("proposal", ["agree", "agree", "block"])).toEqual({ result: "not-passed" });
  expect(outcome("dot-vote", [{ a: 2, b: 1 }, { b: 2 }])).toEqual({ result: "chosen", options: ["b"] });
  expect(outcome("dot-vote", [{ a: 2 }, { b: 2 }])).toEqual({ result: "tied", options: ["a", "b"] });
  expect(outcome("score", [{ a: 7, c: 9 }, { a: 8 }])).toEqual({ result: "chosen", options: ["a"] });
  expect(
    outcome("approval", [
      ["a", "b"],
      ["b", "c"],
    ]),
  ).toEqual({ result: "chosen", options: ["b"] });
  expect(
    outcome("ranked", [
      ["a", "b", "c"],
      ["b", "c", "a"],
      ["c", "a", "b"],
    ]),
  ).toEqual({ result: "tied", options: ["a", "b", "c"] });
  // Two can come either way; the slot that more people like wins.
  expect(
    outcome("time-poll", [
      { a: 1, b: 2 },
      { a: 1, b: 1 },
    ]),
  ).toEqual({ result: "chosen", options: ["b"] });
  for (const method of ["advice-process", "opt-in", "sense-check"] as const)
    expect(outcome(method, [])).toEqual({ result: "noted" });
  for (const method of decisionMethods)
    expect(voteFault(spec(method), { bad: "vote" } as never), method).toMatchObject({ code: "bad-vote" });
  expect(voteFault(spec("dot-vote", { budget: 3 }), { a: 2, b: 2 })).toMatchObject({ code: "bad-vote" });
  expect(voteFault(spec("ranked"), ["a", "a"])).toMatchObject({ code: "bad-vote" });
});

it("finds the winner of Schulze's published example: 45 voters, E", () => {
  const ballots = [
    [5, "ACBED"],
    [5, "ADECB"],
    [8, "BEDAC"],
    [3, "CABED"],
    [7, "CAEBD"],
    [2, "CBADE"],
    [7, "DCEBA"],
    [8, "EBADC"],
  ] as const;
  expect(
    schulzeWinners(
      [..."ABCDE"],
      ballots.flatMap(([n, order]) => Array.from({ length: n }, () => [...order])),
    ),
  ).toEqual(["E"]);
});

it("always chooses the option that beats every other, where there is one, in any order of votes", () => {
  const options = ["a", "b", "c", "d"];
  const ballot = fc.shuffledSubarray(options, { minLength: 1 });
  fc.assert(
    fc.property(fc.array(ballot, { minLength: 1, maxLength: 9 }), (ballots) => {
      const place = (b: readonly string[], o: string) => (b.includes(o) ? b.indexOf(o) : 9);
      const beats = (x: string, y: string) =>
        ballots.filter((b) => place(b, x) < place(b, y)).length >
        ballots.filter((b) => place(b, y) < place(b, x)).length;
      const condorcet = options.find((x) => options.every((y) => x === y || beats(x, y)));
      const winners = schulzeWinners(options, ballots);
      expect(winners.length).toBeGreaterThan(0);
      if (condorcet !== undefined) expect(winners).toEqual([condorcet]);
      expect(schulzeWinners(options, [...ballots].reverse())).toEqual(winners);
    }),
    { numRuns: 300, seed: 1 },
  );
});

it("lets a team of four decide openly, keeps outcome and reason, and holds back hidden counts that are too small", () => {
  const { send, view } = meetingRoom();
  const members = ["ana", "ben", "caro"].map((id) => ({ id, roles: id === "ana" ? ["facilitator"] : [] }));
  send("ana", {
    type: "schedule-meeting",
    meeting: "m1",
    team: "t1",
    on: "2026-10-02",
    minutes: 30,
    members,
    agenda: [],
    quorum: 3,
  });
  send("ana", { type: "open-meeting" });
  expect(
    send("ana", { type: "open-poll", poll: "p1", text: "Use the quiz again?", spec: spec("fist-to-five") }),
  ).toBe("ok");
  expect(send("ben", { type: "cast-vote", poll: "p1", choice: 9 })).toBe("bad-vote");
  for (const { id } of members) expect(send(id, { type: "cast-vote", poll: "p1", choice: 4 })).toBe("ok");
  expect(view("caro")?.polls?.[0]).toMatchObject({ counts: { 4: 3 }, mine: 4 });
  expect(send("ben", { type: "close-poll", poll: "p1" })).toBe("wrong-role");
  expect(send("ana", { type: "close-poll", poll: "p1", reason: "all agree" })).toBe("ok");
  expect(view("caro")?.polls?.[0]?.outcome).toEqual({
    result: "passed",
    reason: "all agree",
    quorate: false,
  });
  expect(send("ben", { type: "cast-vote", poll: "p1", choice: 1 })).toBe("poll-closed");

  const secret = spec("proposal", { identity: "not-stored", results: "after-close" });
  send("ana", { type: "open-poll", poll: "p2", text: "Drop the pacing guide?", spec: secret });
  const before = view("caro");
  for (const id of ["ana", "ben"]) send(id, { type: "cast-vote", poll: "p2", choice: "agree" });
  expect(view("caro")).toEqual(before);
  send("ana", { type: "close-poll", poll: "p2" });
  expect(view("caro")?.polls?.[1]).not.toHaveProperty("counts");
  // Two who both know their own vote would learn the other's from the outcome alone; no poll can ask for less than four.
  expect(view("caro")?.polls?.[1]?.outcome?.result).toBe("withdrawn");
  send("ana", { type: "open-poll", poll: "p3", text: "And now?", spec: { ...secret, minimum: 1 } });
  for (const id of ["ana", "ben", "caro"]) send(id, { type: "cast-vote", poll: "p3", choice: "agree" });
  send("ana", { type: "close-poll", poll: "p3" });
  expect(view("caro")?.polls?.[2]).not.toHaveProperty("counts");
  for (const id of ["ana", "dov"]) send(id, { type: "arrive" });
  send("ana", { type: "open-poll", poll: "p4", text: "And with a guest?", spec: secret });
  for (const id of ["ana", "ben", "caro", "dov"])
    send(id, { type: "cast-vote", poll: "p4", choice: "agree" });
  send("ana", { type: "close-poll", poll: "p4" });
  expect(view("caro")?.polls?.[3]).toMatchObject({ counts: { agree: 4 }, outcome: { result: "passed" } });
  expect(send("ben", { type: "cast-vote", poll: "p4", choice: "agree", for: "caro" })).toBe("poll-closed");
  send("ana", { type: "open-poll", poll: "p5", text: "Open?", spec: spec("fist-to-five") });
  expect(send("ben", { type: "cast-vote", poll: "p5", choice: 5, for: "caro" })).toBe("wrong-role");
  expect(send("ana", { type: "cast-vote", poll: "p5", choice: 5, for: "caro" })).toBe("ok");
  for (const bad of [{ options: [] }, { options: ["a", "a"] }, { budget: 0 }, { budget: "many" }])
    expect(
      send("ana", { type: "open-poll", poll: "p6", text: "?", spec: { ...spec("dot-vote"), ...bad } }),
    ).toBe("malformed");
  expect(
    send("ana", { type: "open-poll", poll: "p6", text: "?", spec: { ...spec("gradients"), threshold: 2 } }),
  ).toBe("malformed");
});
