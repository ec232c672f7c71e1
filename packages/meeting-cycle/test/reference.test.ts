import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  buildAgenda,
  concernsOf,
  countActions,
  cycleVocabulary,
  decideCycle,
  decisionMethods,
  newCycle,
  normPacks,
  packetHtml,
  tellCycle,
  vocabularies,
} from "../src/index.js";

const data = process.env["COLLEGIUM_DATA"];
const file = data === undefined ? undefined : join(data, "protocols", "decision-methods.json");

it.skipIf(file === undefined || !existsSync(file))(
  "has every decision method and norm pack of the reference (needs COLLEGIUM_DATA)",
  () => {
    const reference = JSON.parse(readFileSync(file!, "utf8")) as {
      decisionMethods: { id: string }[];
      normPacks: { id: string; norms: string[] }[];
    };
    expect([...decisionMethods].sort()).toEqual(reference.decisionMethods.map((m) => m.id).sort());
    expect(normPacks.map((p) => [p.id, p.norms.length])).toEqual(
      reference.normPacks.map((p) => [p.id, p.norms.length]),
    );
  },
);

it("says every norm in English and Spanish", () => {
  for (const norm of normPacks.flatMap((pack) => [pack.title, pack.origin, ...pack.norms]))
    expect(norm["es"], norm.en).toBeTruthy();
});

it("runs the same cycle for the school bus as for fractions", () => {
  const who = { person: "ana", at: "2026-09-01T08:00:00.000Z" };
  expect(
    decideCycle(
      newCycle,
      { type: "start-cycle", commandId: "k", cycle: "bus", team: "arrival", kind: "process" },
      who,
    ),
  ).toMatchObject({ ok: true, events: [{ data: { kind: "process" } }] });
  const agenda = buildAgenda({
    cycle: { id: "bus", phase: "reflection", question: "Why do the buses leave late?" },
    minutes: 20,
    measures: [{ measure: "minutes late", on: "2026-10-01", value: 6, baseline: 11, targetValue: 3 }],
  });
  expect(agenda.issues).toEqual([]);
  expect(agenda.items.map((i) => i.kind)).toContain("measure");
  const told = tellCycle(
    {
      kind: "cycle-transcript",
      schemaVersion: 1,
      id: "bus",
      title: "Buses",
      entries: [{ on: "2026-09-01", facet: "act", text: "A second door is opened." }],
    },
    vocabularies[2]!,
  );
  expect(told.steps.find((s) => s.id === "do")?.entries).toHaveLength(1);
});

it("lets a district write its own vocabulary as JSON, and says what is missing", () => {
  const own = {
    kind: "cycle-vocabulary",
    schemaVersion: 1,
    id: "org.example/ours@1",
    title: { en: "Ours" },
    origin: { en: "Us" },
    steps: [{ id: "a", title: { en: "Look" }, phase: "focus", facets: ["frame"] }],
  };
  const read = cycleVocabulary.read(own);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(new Set(read.issues.map((i) => i.code))).toEqual(new Set(["facet-without-step"]));
});

it("offers the floor to open concerns alone, counts actions and no people, and prints samples without names", () => {
  const spec = { method: "fist-to-five", identity: "named", results: "live" } as const;
  const votes = [
    { voter: "ana", choice: 2 },
    { voter: "ben", choice: 5 },
  ];
  expect(concernsOf({ spec, votes })).toEqual(["ana"]);
  expect(concernsOf({ spec: { ...spec, identity: "hidden-from-peers" }, votes })).toEqual([]);
  expect(
    countActions(
      [
        { phase: "active", due: "2026-10-01" },
        { phase: "done", due: "2026-10-01" },
      ],
      "2026-10-02",
    ),
  ).toEqual({ active: 1, stuck: 0, done: 1, dropped: 0, overdue: 1 });
  const sample = (label: string, kind: "photo" | "pdf") => ({
    id: label,
    label,
    kind,
    hash: "0".repeat(64),
    deleteOn: "2027-06-30",
    namesCovered: true,
    metadataRemoved: true,
  });
  const page = packetHtml([sample("B", "pdf"), sample("A", "photo")], (s) => `/samples/${s.id}?"x"`, {
    title: "Ratios",
  });
  expect(page.indexOf(">A<")).toBeLessThan(page.indexOf(">B<"));
  expect(page).not.toContain('"x"');
});
