import { expect, it } from "vitest";
import {
  agendaChecks,
  buildAgenda,
  type CollectionWindow,
  checkAgenda,
  dueTimes,
  evolveMeeting,
  meetingTexts,
  minutesHtml,
  minutesMarkdown,
  minutesOf,
  newCycle,
  newMeeting,
  nextRoles,
  recapMinutes,
  recapOf,
  replayMeeting,
  restore,
  snapshotOf,
  stuckSigns,
  upgradeEvent,
  windowState,
} from "../src/index.js";
import { agenda, grantFor, meetingRoom, members, openedRoom } from "./room.js";

it("says every sentence in English and Spanish", () => {
  expect(Object.keys(meetingTexts.es).sort()).toEqual(Object.keys(meetingTexts.en).sort());
  const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  for (const [key, text] of Object.entries(meetingTexts.en))
    expect(values(meetingTexts.es[key as "own"]), key).toEqual(values(text));
  for (const code of Object.keys(agendaChecks)) expect(meetingTexts.en).toHaveProperty([`check.${code}`]);
});

it("checks an agenda in its own words, and finds nothing in a well-made one", () => {
  expect(Object.keys(agendaChecks).length).toBeGreaterThanOrEqual(10);
  const well = {
    agenda,
    minutes: 30,
    question: "Who can scale?",
    members: [{ id: "ana", roles: ["facilitator", "timekeeper", "note-taker"] }],
  };
  expect(checkAgenda(well)).toEqual([]);
  const bad = {
    agenda: [
      { ...agenda[0]!, minutes: 0 },
      { ...agenda[0]!, id: "x", minutes: 40 },
      { ...agenda[1]!, minutes: 10 },
    ],
    minutes: 30,
    members: [],
    dueActions: ["a1"],
    dueNeeds: ["n1"],
    after: "m0",
    earlierFeedback: { given: true, used: false },
    materials: { needed: 2, ready: 1 },
    prework: { needed: 1, decided: 0 },
  };
  const codes = checkAgenda(bad).map((f) => f.code);
  expect(codes).toEqual(
    [...Object.keys(agendaChecks)].filter((c) => c !== "no-main-item" && c !== "no-purpose"),
  );
});

it("says by how many minutes an agenda does not fit, and drops nothing", () => {
  const dueActions = Array.from({ length: 8 }, (_, i) => ({
    id: `a${i}`,
    owner: "ana",
    due: "2026-10-02",
    meeting: "m0",
  }));
  const tight = buildAgenda({ cycle: { id: "c1", phase: "focus" }, minutes: 12, dueActions });
  expect(tight.issues).toMatchObject([{ code: "agenda-too-long", data: { needed: 18, minutes: 12 } }]);
  expect(tight.items.find((i) => i.kind === "promises")?.actions).toHaveLength(8);
  const short = buildAgenda({
    cycle: { id: "c1", phase: "focus" },
    minutes: 30,
    protocol: { id: "p", minutes: 40 },
  });
  expect(short.issues).toMatchObject([{ code: "protocol-too-long" }]);
});

it("rotates roles, with skips and swaps as lines of the history", () => {
  const people = ["ana", "ben", "caro"];
  const history: Record<string, string>[] = [];
  for (let i = 0; i < 9; i++) history.push({ ...nextRoles(["facilitator", "note-taker"], people, history) });
  for (const role of ["facilitator", "note-taker"]) {
    const times = people.map((person) => history.filter((h) => h[role] === person).length);
    expect(Math.max(...times) - Math.min(...times), role).toBeLessThanOrEqual(2);
  }
  expect(nextRoles(["facilitator"], people, [], ["ana"])).toEqual({ facilitator: "ben" });
});

it("opens, reminds and closes collection windows by the clock it is given", () => {
  const window: CollectionWindow = {
    opens: "2026-10-01T08:00:00.000Z",
    closes: "2026-10-02T16:00:00.000Z",
    remindAt: ["2026-10-02T08:00:00.000Z"],
    expected: ["ana", "ben"],
    late: "refuse",
  };
  expect(windowState(window, "2026-10-01T07:59:59.999Z").state).toBe("before");
  expect(windowState(window, "2026-10-02T16:00:00.000Z")).toEqual({
    state: "open",
    now: "accepted",
    missing: ["ana", "ben"],
  });
  expect(windowState(window, "2026-10-02T16:00:00.001Z").now).toBe("refused");
  expect(dueTimes(window, ["ana"]).map((d) => [d.kind, d.people])).toEqual([
    ["opens", ["ana", "ben"]],
    ["remind", ["ben"]],
    ["closes", ["ben"]],
  ]);
});

it("lets people write before the meeting inside a window, and marks what comes late", () => {
  const room = meetingRoom();
  room.send("ana", {
    type: "schedule-meeting",
    meeting: "m1",
    team: "t1",
    on: "2026-10-02",
    minutes: 30,
    members,
    agenda,
  });
  const step = {
    key: "write",
    step: "write",
    kind: "write",
    minutes: 5,
    speaks: { who: "nobody" },
    capture: { id: "n", label: { en: "N" }, visible: "at-reveal", authorship: "named" },
  };
  const start = {
    type: "start-run",
    run: "r1",
    plan: { definition: "org.example/x@1", steps: [step] },
    people: members,
  };
  expect(room.send("ana", start)).toBe("wrong-state");
  const times: CollectionWindow = {
    opens: "2026-10-02T10:00:00.000Z",
    closes: "2026-10-02T10:00:05.000Z",
    expected: ["caro"],
    late: "mark",
  };
  expect(room.send("ana", { type: "set-window", window: "w1", run: "r1", times })).toBe("ok");
  expect(room.send("ana", start)).toBe("ok");
  expect(room.send("caro", { type: "add-note", run: "r1", note: "n1", text: "in time" })).toBe("ok");
  expect(room.send("caro", { type: "mark-ready", run: "r1" })).toBe("ok");
  room.send("ana", { type: "sing" });
  expect(room.send("ben", { type: "add-note", run: "r1", note: "n2", text: "late" })).toBe("ok");
  expect(room.view("ben")?.runs[0]?.notes).toMatchObject([{ text: "late", late: true }]);
  expect(room.view("caro")?.runs[0]?.notes[0]).not.toHaveProperty("late");
  expect(
    room.send("ana", { type: "set-window", window: "w1", run: "r1", times: { ...times, late: "refuse" } }),
  ).toBe("ok");
  expect(room.send("ben", { type: "add-note", run: "r1", note: "n3", text: "too late" })).toBe(
    "window-closed",
  );
});

it("writes minutes that hold what their reader may see, and no markup of anybody's", () => {
  const { send, view } = openedRoom();
  send("ben", { type: "arrive", person: "ana" });
  send("ben", { type: "note-item", item: "main", note: "n1", text: "# <b>loud</b> [link](x)" });
  send("ben", { type: "note-decision", decision: "d1", text: "Use number lines" });
  send("ben", {
    type: "draft-needs",
    needs: [{ id: "n", standard: "7.RP.3", kind: "reteach", students: ["s1"], by: "caro" }],
    roster: ["s1", "s2"],
  });
  send("ben", {
    type: "agree-action",
    action: "a1",
    owner: "caro",
    due: "2026-10-09",
    wording: { when: "class starts", will: "show one" },
  });
  send("ben", { type: "skip-item", item: "feedback", reason: "no time" });
  const markdown = minutesMarkdown(minutesOf(view("caro")!, { names: { s1: "Student One", caro: "Caro" } }));
  expect(markdown).toContain("## Who needs what\n\n- 7.RP.3, to reteach: Student One; Caro\n- Not named: s2");
  expect(markdown).toContain("- When class starts, Caro will show one (by 2026-10-09)");
  expect(markdown).toContain("\\# \\<b\\>loud\\</b\\> \\[link\\](x)");
  expect(minutesHtml(minutesOf(view("caro")!))).not.toContain("<b>");
  const outside = minutesMarkdown(
    minutesOf(view("lee", grantFor("lee", "school", ["read-agenda", "read-decisions"]))!, { locale: "es" }),
  );
  expect(outside).toContain("Use number lines");
  expect(outside).not.toContain("s1");
  expect(outside).not.toContain("loud");
  expect(recapOf(view("caro")!)).toMatchObject([
    { student: "s1", needs: [{ by: "caro" }] },
    { student: "s2", needs: [] },
  ]);
  expect(
    minutesMarkdown(recapMinutes(view("caro")!, { names: { s1: "Student One", caro: "Caro" } })),
  ).toContain("## Student One\n\n- Reteach 7.RP.3; Caro\n\n## s2\n\n- Nothing was decided.");
  expect(recapMinutes(view("caro")!, { students: ["s2"], locale: "es" }).sections).toEqual([
    { heading: "s2", lines: ["No se decidió nada."] },
  ]);
  expect(recapOf(view("lee", grantFor("lee", "school", ["read-agenda"]))!)).toEqual([]);
});

it("sees a cycle that stands still, in days and without blame", () => {
  const cycle = {
    ...newCycle,
    phase: "focus" as const,
    history: [{ phase: "focus" as const, at: "2026-09-01T08:00:00.000Z" }],
  };
  expect(stuckSigns(cycle, "2026-09-15")).toEqual([]);
  expect(stuckSigns(cycle, "2026-11-15").map((s) => [s.code, s.message.values?.["days"]])).toEqual([
    ["long-focus", 75],
    ["no-meeting", 75],
    ["no-point", 75],
  ]);
  expect(stuckSigns({ ...cycle, phase: "reflection" }, "2026-09-02").map((s) => s.code)).toEqual([
    "no-plan",
    "no-actions",
  ]);
  expect(stuckSigns({ ...cycle, phase: "closed" }, "2027-09-02")).toEqual([]);
});

it("replays from a snapshot of its own machine only, and upgrades events on reading", () => {
  const { events, state } = openedRoom();
  const half = replayMeeting(events.slice(0, 1));
  const snapshot = snapshotOf("meeting", 1, half);
  expect(replayMeeting(events.slice(1), restore(snapshot)!)).toEqual(state());
  // A program with a newer machine does not go on from it: it replays.
  expect(restore(snapshot, { cycle: 1, meeting: 2, action: 1 } as never)).toBeUndefined();
  expect(
    replayMeeting(
      events.slice(1),
      restore(snapshot, { meeting: 2 } as never) ?? replayMeeting(events.slice(0, 1)),
    ),
  ).toEqual(state());
  const upgrades = { "meeting-opened": [(old: unknown) => ({ ...(old as object), room: "library" })] };
  expect(upgradeEvent(events[1]!, upgrades)).toMatchObject({
    ok: true,
    value: { typeVersion: 2, data: { room: "library" } },
  });
  expect(upgradeEvent({ ...events[1]!, typeVersion: 3 }, upgrades)).toMatchObject({
    ok: false,
    issues: [{ code: "from-the-future" }],
  });
  // A fact that only a newer program knows changes nothing that this one understands.
  const strange = { ...events[1]!, type: "meeting-sung" } as never;
  expect({ ...evolveMeeting(state(), strange), publicVersion: 0, recentCommands: [] }).toEqual({
    ...state(),
    publicVersion: 0,
    recentCommands: [],
  });
  expect(evolveMeeting(newMeeting, strange).phase).toBe("planned");
});

it("lets nobody take a role by coming in, and hears nothing from a member who was taken off the list", () => {
  const { send, view, state } = openedRoom();
  expect(send("caro", { type: "arrive", roles: ["facilitator"] })).toBe("wrong-role");
  expect(send("zoe", { type: "arrive", roles: ["note-taker"] })).toBe("wrong-role");
  for (const { id } of members) send(id, { type: "arrive" });
  const plan = {
    definition: "org.example/x@1",
    steps: [{ key: "talk", step: "talk", kind: "discuss", minutes: 5, speaks: { who: "everyone" } }],
  };
  send("ana", { type: "start-run", run: "r1", plan, people: members });
  expect(send("zoe", { type: "join-run", run: "r1", person: "zoe", roles: ["facilitator"] })).toBe(
    "not-a-member",
  );
  expect(send("caro", { type: "set-members", members: members.slice(0, 2) })).toBe("wrong-role");
  expect(send("ana", { type: "set-members", members: [members[0], members[0]] })).toBe("malformed");
  expect(send("ana", { type: "set-members", members: members.slice(0, 2) })).toBe("ok");
  expect(state().present).toEqual(["ana", "ben"]);
  expect(view("ben")?.runs[0]?.people.find((p) => p.id === "caro")?.present).toBe(false);
  for (const command of [
    { type: "note-item", item: "main", note: "n", text: "x" },
    { type: "note-decision", decision: "d", text: "x" },
    { type: "agree-action", action: "a", owner: "ana", due: "2026-10-09", wording: { when: "x", will: "y" } },
    { type: "add-note", run: "r1", note: "n", text: "x" },
    { type: "rate-meeting", rating: 5 },
  ])
    expect(send("caro", command), command.type).toBe("not-a-member");
});

it("says any key of a title, whatever it is called", () => {
  const { send, view } = openedRoom();
  const odd = (key: string) => ({ id: key, kind: "pinned", title: { key }, purpose: { key }, minutes: 1 });
  const items = ["constructor", "__proto__", "toString"].map(odd);
  expect(send("ana", { type: "set-agenda", agenda: items })).toBe("ok");
  const minutes = minutesOf(view("ana")!, { locale: "constructor" });
  expect(minutes.sections.find((s) => s.lines.length === 3)?.lines).toEqual(items.map((item) => item.id));
});

it("takes anything as the name of a run without being taken in", () => {
  const { send, state, view, events } = openedRoom();
  const plan = {
    definition: "org.example/x@1",
    steps: [{ key: "talk", step: "talk", kind: "discuss", minutes: 5, speaks: { who: "everyone" } }],
  };
  for (const run of [{ toString: 0 }, { toString: 1 }, null, 3, ["r1"], Number.NaN, true])
    for (const type of ["start-run", "add-note", "cast-ballot", "move-on", "leave-run"])
      expect(
        send("ana", { type, run, plan, people: members, note: "n", text: "x", choices: [], person: "ana" }),
      ).toBe("malformed");
  for (const run of ["constructor", "toString", "__proto__"]) {
    expect(send("ana", { type: "move-on", run }), run).toBe("wrong-state");
    expect(send("ana", { type: "start-run", run, plan, people: members }), run).toBe("ok");
    expect(send("ana", { type: "add-note", run, note: "n", text: "seen" }), run).toBe("ok");
  }
  expect(view("ana")?.runs.map((run) => run.notes.length)).toEqual([1, 1, 1]);
  expect(JSON.stringify(replayMeeting(events))).toBe(JSON.stringify(state()));
});
