import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  announceStep,
  checkProtocol,
  expand,
  findProtocol,
  fit,
  fitReport,
  library,
  messagesOf,
  protocolDefinition,
  simulateRun,
  smallestSlot,
} from "../src/index.js";

const data = process.env["COLLEGIUM_DATA"];
const file = data === undefined ? undefined : join(data, "protocols", "protocols.json");
const MARKS = /NSRF|Critical Friends|CFG|PLC at Work|Data Wise|ATLAS|Solution Tree/i;

it("holds thirty known protocols and three of its own, all valid, all in English and Spanish", () => {
  expect(library).toHaveLength(33);
  expect(new Set(library.map((p) => p.id)).size).toBe(33);
  for (const entry of library)
    expect(checkProtocol(entry), entry.id).toMatchObject({ ok: true, warnings: [] });
});

it("uses no trademark in a name, and marks as draft what rests on recall or assumption", () => {
  for (const { title, id } of library) expect(`${title.en} ${title["es"]}`, id).not.toMatch(MARKS);
  const drafts = library.filter((p) => p.status === "draft").map((p) => p.id.replace(/.*\/|@.*/g, ""));
  expect(drafts.sort()).toEqual([
    "data-team",
    "ddd-4",
    "examine-work-panel",
    "four-as",
    "gap-analysis",
    "microlab",
    "nominal-group",
    "peeling-onion",
    "slice-of-writing",
    "what-so-what-now-what",
  ]);
});

it.skipIf(file === undefined || !existsSync(file))(
  "has every protocol of the reference with its steps, minutes and basis (needs COLLEGIUM_DATA)",
  () => {
    interface Entry {
      id: string;
      minutesBasis: string;
      steps: { kind: string; min: number; max: number; perPerson?: boolean }[];
    }
    const entries = JSON.parse(readFileSync(file!, "utf8")) as Entry[];
    expect(entries).toHaveLength(30);
    for (const entry of entries) {
      const ours = findProtocol(entry.id)!;
      expect(ours.minutesBasis, entry.id).toBe(entry.minutesBasis);
      expect(
        ours.steps.map((s) => [s.kind, s.minutes.min, s.minutes.max]),
        entry.id,
      ).toEqual(entry.steps.map((s) => [s.kind, s.min, s.max]));
    }
  },
);

it("expands final word exactly: n people take n(n + 3) minutes", () => {
  const finalWord = findProtocol("final-word")!;
  for (const n of [3, 4, 5, 6]) expect(smallestSlot(finalWord, { people: n })).toBe(n * (n + 3));
  expect(expand(finalWord, { people: 4 }).map((i) => i.iteration)).toEqual([
    0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 0,
  ]);
});

it("answers the traps of the published minutes", () => {
  expect(smallestSlot(findProtocol("last-word-for-me")!, { people: 4 })).toBe(28);
  expect(fit(findProtocol("success-analysis")!, 60, 5)).toMatchObject({
    answer: "fits",
    times: { presenter: 2 },
  });
  expect(fit(findProtocol("success-analysis")!, 30, 5)).toMatchObject({
    answer: "fits",
    times: { presenter: 1 },
  });
  // Reports grow with the corners taken, not with people.
  expect(smallestSlot(findProtocol("compass-points")!, { people: 30 })).toBe(
    smallestSlot(findProtocol("compass-points")!, { people: 8 }),
  );
  expect(fit(findProtocol("tuning")!, 60, 8)).toMatchObject({ answer: "fits", total: 60 });
  expect(fit(findProtocol("tuning")!, 62, { people: 8, firstTime: true })).toMatchObject({ total: 62 });
});

it("says in a stranger's language what does not fit, and what would", () => {
  const report = fitReport(findProtocol("cac")!, 30, 12, { locale: "es", among: library });
  expect(report).toMatchObject({ fits: false, sittings: 0, total: 45, smallestSlot: 45 });
  expect(report.because).toBe(
    "Está pensado para entre 5 y 10 personas; hay 12. Con 10 personas necesita al menos 45 minutos. Ningún grupo para el que está pensado necesita menos de 31.",
  );
  expect(report.alternatives?.map((a) => a.id)).toEqual(["org.collegium/calibration@1"]);
  expect(
    fitReport(findProtocol("tuning")!, 28, 6, { among: library }).alternatives?.map((a) => a.id),
  ).toContain("org.collegium/cac-short@1");
});

it("runs every protocol with made-up people, and every invariant holds", () => {
  for (const definition of library) {
    for (const group of new Set([definition.group.min, Math.min(definition.group.max, 6)])) {
      const run = simulateRun(definition, { group, seed: 7 });
      expect(run, definition.id).toBeDefined();
      expect(
        run!.invariants.filter((i) => !i.held),
        `${definition.id} with ${group}`,
      ).toEqual([]);
      expect(run!.events.at(-1)?.type).toBe("run-ended");
    }
  }
});

it("speaks every step to a screen reader in both languages", () => {
  const definition = findProtocol("final-word")!;
  const step = definition.steps[2]!;
  const spoken = { step: step.id, minutes: 3, speaks: step.speaks };
  expect(announceStep(definition, spoken, { number: 3, of: 14 })).toBe(
    "Step 3 of 14: Each one responds. Each person speaks in turn, except: presenter. 3 minutes.",
  );
  expect(announceStep(definition, spoken, { number: 3, of: 14 }, "es")).toBe(
    "Paso 3 de 14: Cada persona responde. Cada persona habla en su turno, excepto: quien presenta. 3 minutos.",
  );
  expect(Object.keys(messagesOf(definition))).toContain("org.collegium/final-word@1.steps.responses.label");
});

it("tells a stranger every fault of a definition with path and sentence", () => {
  for (const rule of protocolDefinition.options.rules ?? []) {
    const issues = rule.check(rule.badExample as never);
    expect(issues.length, rule.name).toBeGreaterThan(0);
    for (const issue of issues) expect(issue.message, rule.name).toMatch(/\.$/);
  }
  const bad = {
    ...findProtocol("final-word")!,
    steps: [{ id: "Read It", kind: "sing", minutes: { min: -1, max: 2 } }],
  };
  const checked = checkProtocol(bad);
  expect(checked.ok).toBe(false);
  if (!checked.ok) {
    expect(checked.issues.map((i) => i.path.join(".")).sort()).toEqual([
      "steps.0.id",
      "steps.0.instruction",
      "steps.0.kind",
      "steps.0.label",
      "steps.0.minutes.min",
      "steps.0.speaks",
    ]);
  }
  expect(checkProtocol({ ...findProtocol("final-word")!, id: "final word" })).toMatchObject({
    ok: false,
    issues: [{ code: "bad-id" }],
  });
  const misspelt = checkProtocol({
    ...findProtocol("final-word")!,
    porpose: 1,
    steps: [
      { ...findProtocol("final-word")!.steps[0], minuts: 3 },
      ...findProtocol("final-word")!.steps.slice(1),
    ],
  });
  expect(misspelt.ok && misspelt.warnings.map((w) => [w.code, w.path.join(".")])).toEqual([
    ["unknown-field", "steps.0.minuts"],
    ["unknown-field", "porpose"],
  ]);
  expect(checkProtocol("not json")).toMatchObject({ ok: false });
  expect(checkProtocol(null)).toMatchObject({ ok: false });
});

it("lists in the docs how every protocol fits 33 minutes, and where published totals and steps disagree", async () => {
  const answer = (id: string, people: number) => {
    const found = fit(findProtocol(id)!, 33, people);
    if (found.answer === "fits")
      return `fits, ${found.total} min${found.cut.length > 0 ? `, without ${found.cut.join(", ")}` : ""}`;
    if (found.answer === "two-sittings")
      return `two sittings, ${found.sittings.map((s) => s.total).join(" + ")} min, break after *${found.breakAfter}*`;
    return found.reason === "group"
      ? `made for ${findProtocol(id)!.group.min} to ${findProtocol(id)!.group.max} people`
      : `needs ${found.smallestSlot} min${found.nearestGroup ? `, or ${found.nearestGroup} people` : ""}`;
  };
  const name = (id: string) => id.replace(/.*\/|@.*/g, "");
  const rows = library.map(
    ({ id, status, minutesBasis }) =>
      `| ${name(id)}${status === "draft" ? " (draft)" : ""} | ${minutesBasis} | ${[3, 5, 8].map((n) => answer(id, n)).join(" | ")} |`,
  );
  const sums = library.flatMap((p) => {
    if (!p.publishedTotal) return [];
    const people = Math.min(p.group.max, Math.max(p.group.min, 4));
    const all = expand(p, { people, firstTime: true });
    const sum = (end: "min" | "max") =>
      all.reduce((n, { step, speakers }) => n + step.minutes[end] * speakers, 0);
    const [min, max] = [sum("min"), sum("max")];
    const { min: low, max: high } = p.publishedTotal;
    return min === low && max === high
      ? []
      : [`| ${name(p.id)} | ${low} to ${high} | ${min} to ${max} (${people} people) |`];
  });
  const page = [
    "# The protocol library",
    "",
    "Written by a test; `npx vitest run packages/protocols -u` writes it again.",
    "",
    "## How each fits 33 minutes",
    "",
    "| protocol | minutes known | 3 people | 5 people | 8 people |",
    "|---|---|---|---|---|",
    ...rows,
    "",
    "`group` counts everyone in the room. Drafts are never suggested: their minutes rest on assumption or recall.",
    "",
    "## Where published totals and steps disagree",
    "",
    "The steps are what is run; a published total is often rounded, or counts one round.",
    "",
    "| protocol | published total, minutes | sum of its steps, minutes |",
    "|---|---|---|",
    ...sums,
    "",
  ].join("\n");
  await expect(page).toMatchFileSnapshot("../../../docs/guides/protocol-library.md");
});
