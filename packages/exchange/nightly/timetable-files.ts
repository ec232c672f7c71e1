import type { Placement } from "@collegium/scheduling";
import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  type ReadTimetable,
  readSchedule,
  readTimetable,
  timetableToXhstt,
  writeTimetable,
} from "../src/index.js";

/** How a made-up school writes its schedule. */
interface Style {
  readonly delimiter: string;
  readonly days: (days: readonly number[]) => string;
  readonly period: (period: number) => string;
  readonly newline: string;
}

const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri"];
const styles: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t"),
  days: fc.constantFrom<Style["days"][]>(
    (days) => days.map((day) => "MTWRF"[day]).join(""),
    (days) => days.map((day) => ["M", "T", "W", "Th", "F"][day]).join(""),
    (days) => days.map((day) => NAMES[day]).join(" "),
    (days) => days.map((day) => NAMES[day]).join("/"),
    (days) =>
      days
        .map((day) => "ABCDE"[day])
        .join("-")
        .replace(/-/g, "/"),
    (days) => days.map((day) => day + 1).join(" & "),
    (days) => NAMES.map((_, day) => (days.includes(day) ? "1" : "0")).join(""),
  ),
  period: fc.constantFrom<Style["period"][]>(
    (period) => String(period),
    (period) => `P${period}`,
    (period) => `Period ${period}`,
    (period) => `${period}${["", "st", "nd", "rd"][period] ?? "th"}`,
  ),
  newline: fc.constantFrom("\n", "\r\n"),
});

const meetings = fc.array(
  fc.record({
    teacher: fc.integer({ min: 1, max: 4 }),
    section: fc.integer({ min: 1, max: 6 }),
    period: fc.integer({ min: 1, max: 5 }),
    days: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1 }).map((days) => days.sort()),
  }),
  { minLength: 1, maxLength: 10 },
);

function sheetOf(
  style: Style,
  rows: readonly { teacher: number; section: number; period: number; days: number[] }[],
): string {
  const lines = rows.map((row) =>
    [
      `Teacher ${row.teacher}`,
      "Maths",
      `${row.teacher}-${row.section}`,
      `R${row.section}`,
      style.period(row.period),
      style.days(row.days),
    ].join(style.delimiter),
  );
  return [
    ["Teacher", "Course", "Section", "Room", "Period", "Days"].join(style.delimiter),
    ...lines,
    "",
  ].join(style.newline);
}

/** A sheet and where some of its lessons shall move. */
const cases = fc.record({
  style: styles,
  rows: meetings,
  moves: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 4 }),
});

function read(text: string, mapping?: Parameters<typeof readSchedule>[1]): ReadTimetable | undefined {
  const result = readSchedule(text, mapping);
  return result.ok ? result.value : undefined;
}

function moved(
  placements: readonly Placement[],
  periods: readonly { id: string }[],
  moves: readonly (readonly [number, number])[],
): Placement[] {
  const all = placements.map((placement) => ({ ...placement }));
  for (const [which, where] of moves) {
    const placement = all[which % all.length]!;
    const start = periods[where % periods.length]!.id;
    const taken = all.some((other) => other.lesson === placement.lesson && other.start === start);
    if (placement.duration === 1 && !taken) placement.start = start;
  }
  return all;
}

/** Placements without regard to order and to how runs are cut. */
function slots(placements: readonly Placement[]): string {
  return placements
    .map((p) => [p.lesson, p.start, p.duration, p.chosen?.map((c) => c.resource).join()].join("\t"))
    .sort()
    .join("\n");
}

function writtenText(file: ReadTimetable, placements: readonly Placement[]): string | undefined {
  const bytes = writeTimetable(file.original, placements);
  return bytes.ok ? new TextDecoder().decode(bytes.value) : undefined;
}

const fixedPoint = law({
  name: "a schedule written with its own placements is the same file, byte for byte",
  gate: 40,
  nightly: 50_000,
  chunk: 2_000,
  values: cases,
  holds({ style, rows }) {
    const text = sheetOf(style, rows);
    const file = read(text);
    return file !== undefined && writtenText(file, file.timetable.placements) === text;
  },
  faults: [
    {
      name: "a file whose line breaks were changed",
      caught: () => {
        const text = "Teacher,Course,Section,Period,Days\r\nA,Maths,1,1,MWF\r\n";
        const file = read(text.replaceAll("\r\n", "\n"))!;
        return writtenText(file, file.timetable.placements) !== text;
      },
    },
  ],
});

const planComesBack = law({
  name: "a plan written into a schedule is what is read from it",
  gate: 40,
  nightly: 50_000,
  chunk: 2_000,
  values: cases,
  holds({ style, rows, moves }) {
    const file = read(sheetOf(style, rows));
    if (!file) return false;
    const { placements, periods } = file.timetable;
    const plan = moved(placements, periods, moves);
    const text = writtenText(file, plan);
    if (text === undefined) return false;
    const again = read(text, { mapping: (file.original.detail as { mapping: never }).mapping });
    return again !== undefined && slots(again.timetable.placements) === slots(plan);
  },
  faults: [
    {
      name: "a writer that loses a move",
      caught: () => {
        const file = read("Teacher,Course,Section,Period,Days\nA,Maths,1,1,MWF\nB,Maths,2,2,TR\n")!;
        const plan = moved(file.timetable.placements, file.timetable.periods, [[0, 3]]);
        return slots(plan) !== slots(file.timetable.placements);
      },
    },
  ],
});

/** Whether two archives are the same but for their solutions. */
function sameOutside(a: string, b: string): boolean {
  const outside = (text: string) => text.replace(/<SolutionGroups>[\s\S]*<\/SolutionGroups>/, "");
  return outside(a) === outside(b);
}

const archiveComesBack = law({
  name: "a plan written into an XHSTT archive is what is read from it, and nothing outside its solutions changes",
  gate: 20,
  nightly: 20_000,
  chunk: 1_000,
  values: cases,
  async holds({ style, rows, moves }) {
    const sheet = read(sheetOf(style, rows));
    const archive = sheet && timetableToXhstt(sheet.timetable);
    if (!archive?.ok) return false;
    const file = await readTimetable(new TextEncoder().encode(archive.value.replaceAll("\n", style.newline)));
    if (!file.ok) return false;
    const { placements, periods } = file.value.timetable;
    const plan = moved(placements, periods, moves);
    const text = writtenText(file.value, plan);
    if (text === undefined) return false;
    const again = await readTimetable(new TextEncoder().encode(text));
    return (
      again.ok &&
      slots(again.value.timetable.placements) === slots(plan) &&
      sameOutside(text, file.value.original.text) &&
      writtenText(again.value, again.value.timetable.placements) === text
    );
  },
  faults: [
    {
      name: "a writer that loses a comment",
      caught: () =>
        !sameOutside(
          "<A><!-- kept --><SolutionGroups></SolutionGroups></A>",
          "<A><SolutionGroups></SolutionGroups></A>",
        ),
    },
  ],
});

export const laws: readonly Law[] = [fixedPoint, planComesBack, archiveComesBack];
