import { findProtocol, planRun } from "@collegium/protocols";
import { expect, it } from "vitest";
import { buildAgenda, type MeetingEvent, whoNeedsWhat } from "../src/index.js";
import { grantFor, meetingRoom } from "./room.js";

const noticeWonder = findProtocol("notice-wonder")!;
const members = [
  { id: "ana", roles: ["facilitator"] },
  { id: "ben", roles: ["note-taker"] },
  { id: "caro", roles: [] },
  { id: "dov", roles: [] },
];

it("runs a meeting from agenda to promises on one screen, and the next agenda opens with them", () => {
  const agenda = buildAgenda({
    cycle: { id: "c1", phase: "collaboration", question: "Who can scale a recipe?" },
    minutes: 45,
    protocol: { id: noticeWonder.id, minutes: 40 },
    newResults: true,
  });
  const { send, state, view, events } = meetingRoom();
  expect(
    send("ana", {
      type: "schedule-meeting",
      meeting: "m1",
      team: "t1",
      cycle: "c1",
      on: "2026-10-02",
      minutes: 45,
      members,
      agenda: agenda.items,
      quorum: 3,
    }),
  ).toBe("ok");
  expect(send("ben", { type: "open-meeting" })).toBe("ok");
  for (const member of members) expect(send("ben", { type: "arrive", person: member.id })).toBe("ok");
  expect(send("ben", { type: "begin-item", item: "main" })).toBe("ok");

  const plan = planRun(noticeWonder, {}, members);
  expect(send("ben", { type: "start-run", run: "r1", plan, people: members })).toBe("ok");
  const before = view("dov");
  expect(send("caro", { type: "add-note", run: "r1", note: "n1", text: "14 of 24 missed item 3" })).toBe(
    "ok",
  );
  expect(view("dov")).toEqual(before);
  expect(send("ben", { type: "move-on", run: "r1", concurrency: "expected", seen: 0 })).toBe("stale");
  expect(
    send("ben", { type: "move-on", run: "r1", concurrency: "expected", seen: view("ben")?.version }),
  ).toBe("ok");
  expect(view("dov")?.runs[0]?.notes.map((n) => n.text)).toEqual(["14 of 24 missed item 3"]);
  // One note-taker types for the room.
  expect(send("ben", { type: "add-note", run: "r1", note: "n2", text: "halves are fine", for: "dov" })).toBe(
    "ok",
  );
  expect(view("ana")?.runs[0]?.notes.map((n) => n.author)).toEqual(["dov", "caro"]);

  const zone = (standard: string, z: "below" | "not-sure" | "above") => [{ standard, zone: z }];
  const draft = whoNeedsWhat(
    {
      students: [
        { id: "s1", present: true, standards: zone("7.RP.3", "below") },
        { id: "s2", present: true, standards: zone("7.RP.3", "above") },
        { id: "s3", present: true, standards: zone("7.RP.3", "not-sure") },
        { id: "s4", present: false, standards: [] },
      ],
    },
    { by: "caro", period: "Flex", until: "2026-10-16", recheck: { with: "exit ticket", on: "2026-10-16" } },
  );
  expect(draft.absent).toEqual(["s4"]);
  expect(send("ben", { type: "draft-needs", needs: draft.needs, roster: ["s1", "s2", "s3", "s4"] })).toBe(
    "ok",
  );
  expect(send("ben", { type: "agree-needs" })).toBe("ok");
  expect(
    send("ben", {
      type: "agree-action",
      action: "a1",
      owner: "caro",
      due: "2026-10-16",
      wording: { when: "the warm-up is over", will: "re-teach scaling to the group" },
    }),
  ).toBe("ok");
  expect(send("dov", { type: "adjourn-meeting" })).toBe("wrong-role");
  expect(send("ben", { type: "adjourn-meeting" })).toBe("ok");

  expect(view("dov")?.unnamed).toEqual(["s3", "s4"]);
  expect(
    view("dov", grantFor("dov", "school", ["read-agenda", "read-actions", "read-decisions"])),
  ).toMatchObject({ actionCount: 1, runs: [] });
  expect(
    JSON.stringify(view("dov", grantFor("dov", "school", ["read-agenda", "read-actions", "read-decisions"]))),
  ).not.toContain("s1");
  expect(view("dov", grantFor("dov", "public", []))).toBeUndefined();

  const next = buildAgenda({
    cycle: { id: "c1", phase: "reflection" },
    minutes: 45,
    dueActions: state().actions.map((a) => ({ id: a.id, owner: a.owner, due: a.due, meeting: "m1" })),
    recheck: state().needs.map((need) => ({ ...need, meeting: "m1" })),
    measures: [{ measure: "quiz", on: "2026-10-16", value: 17, baseline: 10, targetValue: 20 }],
  });
  expect(next.items.map((i) => i.kind)).toEqual([
    "promises",
    "recheck",
    "measure",
    "main",
    "next-steps",
    "feedback",
  ]);
  expect(next.items[0]).toMatchObject({ actions: ["a1"], from: { meeting: "m1" } });
  expect(next.total).toBe(45);

  // Names of students lie beside the facts: without them the meeting is still the same meeting.
  const erased = events.map(({ personal: _, ...event }) => event as MeetingEvent);
  expect(
    meetingRoom(erased)
      .state()
      .needs.every((need) => need.students.length === 0),
  ).toBe(true);
  expect(meetingRoom(events).state()).toEqual(state());
});

it("moves to another day before it begins, with everything in it, and no longer once people are there", () => {
  const { send, state } = meetingRoom();
  const agenda = buildAgenda({ cycle: { id: "c1", phase: "focus" }, minutes: 45 }).items;
  const meeting = { meeting: "m1", team: "t1", on: "2026-10-02", minutes: 45, members, agenda };
  expect(send("ana", { type: "schedule-meeting", ...meeting })).toBe("ok");
  const items = state().items;
  expect(send("caro", { type: "move-meeting", on: "2026-10-32", minutes: 30 })).toBe("malformed");
  expect(send("eve", { type: "move-meeting", on: "2026-10-09", minutes: 30 })).toBe("not-a-member");
  expect(send("caro", { type: "move-meeting", on: "2026-10-09", minutes: 30 })).toBe("ok");
  expect(state()).toMatchObject({ on: "2026-10-09", minutes: 30, phase: "scheduled" });
  expect(state().items).toEqual(items);
  expect(send("ben", { type: "open-meeting" })).toBe("ok");
  expect(send("ben", { type: "move-meeting", on: "2026-10-16", minutes: 30 })).toBe("wrong-state");
});
