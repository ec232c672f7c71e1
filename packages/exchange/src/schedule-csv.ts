import { type Lesson, type Placement, Timetable } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { guessMapping } from "./guess-mapping.js";
import { withKinds } from "./lesson-kind.js";
import { mappingIssue } from "./mapping-issue.js";
import { meaningOf } from "./resource-names.js";
import { periodId, type ScheduleWeek, understandSchedule, weekOf } from "./schedule.js";
import type { ScheduledLesson } from "./schedule-lessons.js";
import type { ScheduleSheet } from "./schedule-sheet.js";
import type { ReadTimetable, ReadTimetableOptions, TimetableSource } from "./timetable-file.js";

/**
 * Reads a master schedule from its text; `readTimetable` does the same for a file of any encoding.
 * Guarantees that a confirmed mapping reads the next export of the same system in the same way.
 * @param options - `mapping` as confirmed by a person, guessed where absent; `name` of the school.
 * @example
 * ```ts
 * const read = readSchedule("Teacher,Course,Section,Per,Days,Class\nT. One,Biology,1,3,MWF,7A\n");
 * read.ok && read.value.timetable.placements.map((p) => p.start); // => ["mon-3", "wed-3", "fri-3"]
 * ```
 */
export function readSchedule(text: string, options: ReadTimetableOptions = {}): Result<ReadTimetable> {
  return readScheduleFile({ text, encoding: "utf-8", gzip: false, options });
}

/**
 * A timetable out of a master schedule. Only periods in which somebody is taught become periods of a day, so that a
 * block schedule's other periods never look free.
 *
 * Issue codes: `bad-mapping`, those of `guessMapping` and `understandSchedule`; warnings `mapping-guessed`, `days-assumed`,
 * `no-students`, `no-teacher`, `planning-is-free`, `unscheduled-row`, `row-skipped`, `header-repeated`, `term-chosen`.
 */
export function readScheduleFile(source: TimetableSource): Result<ReadTimetable> {
  const { text, options } = source;
  const guessed = options.mapping ? undefined : guessMapping(text);
  if (guessed && !guessed.ok) return guessed;
  const mapping = options.mapping ?? guessed!.value.mapping;
  const wrong = mappingIssue(mapping);
  if (wrong) return fail(wrong);
  const understood = understandSchedule(text, mapping);
  if (!understood.ok) return understood;
  const { sheet, meetings, lessons } = understood.value;
  const week = weekOf(meetings);
  const names = resourceIds(lessons);
  const silent = lessons.every((lesson) => lesson.students.length + lesson.groups.length === 0);
  const made = withKinds(
    lessons.map((lesson) => lessonOf(lesson, names, week)),
    names.kinds,
    // A sheet that names no students at all does not say that two teachers are without any.
    new Set(silent ? lessons.map((lesson) => lesson.id) : []),
  );
  const placements = lessons.flatMap((lesson) => placementsOf(lesson, names, week));
  const timetable = Timetable.create({
    id: "schedule",
    school: options.name ?? titleOf(sheet) ?? "School",
    ...(mapping.term === undefined ? {} : { label: mapping.term }),
    days: meetings.days.map((id) => ({ id, name: id === "week" ? "Every day" : meetings.system.name(id) })),
    periods: week.periods,
    resources: names.resources,
    lessons: made,
    placements,
  });
  if (!timetable.ok) return timetable;
  const original = {
    format: "schedule-csv" as const,
    gzip: source.gzip,
    encoding: source.encoding,
    text,
    lessons: made.map(({ id, duration }) => ({ id, duration })),
    periods: week.periods.map((period) => period.id),
    detail: { mapping },
  };
  const warnings = [
    ...(guessed ? guessWarnings(guessed.value.questions) : []),
    ...sheet.warnings,
    ...meetings.warnings,
    ...peopleWarnings(lessons, silent),
  ];
  return ok({ format: "schedule-csv", timetable: timetable.value, original, solutions: [] }, warnings);
}

function lessonOf(lesson: ScheduledLesson, names: Names, week: ScheduleWeek): Lesson {
  const duration = placementsOf(lesson, names, week).reduce((sum, placement) => sum + placement.duration, 0);
  const rooms = Math.max(...lesson.meetings.map((meeting) => meeting.rooms.length));
  const needs = Array.from({ length: rooms }, (_, index) => ({ role: roomRole(index), kind: "room" }));
  return {
    id: lesson.id,
    name: lesson.name,
    kind: "teaching",
    ...(lesson.course === "" ? {} : { course: lesson.course }),
    duration,
    resources: [
      ...lesson.teachers.map((teacher) => names.id("teacher", teacher.id)),
      ...lesson.groups.map((group) => names.id("group", group)),
      ...lesson.students.map((student) => names.id("student", student)),
    ],
    ...(needs.length > 0 ? { needs } : {}),
  };
}

function placementsOf(lesson: ScheduledLesson, names: Names, week: ScheduleWeek): Placement[] {
  // Rows that say the same hour twice, as those of two terms do, are one hour.
  const covered = new Set<string>();
  return lesson.meetings.flatMap((meeting) => {
    const fresh = meeting.slots.filter((slot) => !covered.has(periodId(slot.day, slot.period)));
    for (const slot of fresh) covered.add(periodId(slot.day, slot.period));
    const chosen = meeting.rooms.map((room, index) => ({
      role: roomRole(index),
      resource: names.id("room", room),
    }));
    return runsOf(fresh, week).map(
      ({ day, keys }): Placement => ({
        lesson: lesson.id,
        start: periodId(day, keys[0]!),
        duration: keys.length,
        ...(chosen.length > 0 ? { chosen } : {}),
      }),
    );
  });
}

/** Slots as runs of periods that follow each other on a day. */
function runsOf(slots: readonly { day: string; period: string }[], week: ScheduleWeek) {
  const runs: { day: string; keys: string[] }[] = [];
  for (const [day, keys] of week.keys) {
    const wanted = new Set(slots.filter((slot) => slot.day === day).map((slot) => slot.period));
    keys.forEach((key, index) => {
      if (!wanted.has(key)) return;
      const last = runs.at(-1);
      if (last?.day === day && last.keys.at(-1) === keys[index - 1]) last.keys.push(key);
      else runs.push({ day, keys: [key] });
    });
  }
  return runs;
}

function roomRole(index: number): string {
  return index === 0 ? "room" : `room-${index + 1}`;
}

interface Names {
  readonly id: (kind: string, name: string) => string;
  readonly kinds: ReadonlyMap<string, string>;
  readonly resources: Timetable["resources"];
}

/** Ids are the names of the file; where two kinds share one, the later is told apart by its kind. */
function resourceIds(lessons: readonly ScheduledLesson[]): Names {
  const kinds = new Map<string, string>();
  const ids = new Map<string, string>();
  const resources: Timetable["resources"] = [];
  const add = (
    kind: "teacher" | "group" | "student" | "room",
    name: string,
    more: { label?: string; grade?: string; department?: string } = {},
  ) => {
    const key = `${kind}\n${name}`;
    if (ids.has(key)) return;
    const id = kinds.has(name) ? `${kind}:${name}` : name;
    ids.set(key, id);
    kinds.set(id, kind);
    const { label = name, grade, department } = more;
    resources.push({
      id,
      name: label,
      kind,
      ...(department ? { department } : {}),
      ...(grade ? { grade } : {}),
    });
  };
  const departments = departmentsOf(lessons);
  for (const { teachers } of lessons)
    for (const { id, name } of teachers)
      add("teacher", id, { label: name, department: departments.get(id) ?? "" });
  for (const { groups, grade } of lessons)
    for (const group of groups)
      add("group", group, {
        grade: meaningOf(group).grade ?? (grade || (/^(\d{1,2})/.exec(group)?.[1] ?? "")),
      });
  for (const { students } of lessons) for (const student of students) add("student", student);
  for (const { meetings } of lessons)
    for (const { rooms } of meetings) for (const room of rooms) add("room", room);
  return { id: (kind, name) => ids.get(`${kind}\n${name}`)!, kinds, resources };
}

/** The department in which each teacher has the most rows. */
function departmentsOf(lessons: readonly ScheduledLesson[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const row of lessons.flatMap((lesson) => lesson.meetings.flatMap((meeting) => meeting.rows))) {
    if (row.department === "") continue;
    for (const { id } of row.teachers) {
      const own = counts.get(id) ?? new Map<string, number>();
      own.set(row.department, (own.get(row.department) ?? 0) + 1);
      counts.set(id, own);
    }
  }
  return new Map([...counts].map(([id, own]) => [id, [...own].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]));
}

/** A title above the header, where there is one. */
function titleOf(sheet: ScheduleSheet): string | undefined {
  const rows = sheet.table.rows.filter(
    (row) => row.number < (sheet.mapping.dayRow ?? sheet.mapping.headerRow),
  );
  const titles = rows.map((row) => row.cells.filter((cell) => cell.value !== ""));
  return titles.find((cells) => cells.length === 1)?.[0]?.value;
}

function guessWarnings(questions: readonly string[]): Issue[] {
  const guessed: Issue = {
    code: "mapping-guessed",
    path: ["mapping"],
    message: "What the columns mean was guessed.",
    hint: "Look at the guess and confirm it.",
  };
  const days: Issue = {
    code: "days-assumed",
    path: ["mapping", "everyDay"],
    message: "The schedule names no days; every period is taken to meet from Monday to Friday.",
    hint: "Say in the mapping on which days a period meets.",
  };
  return questions.includes("no-days-column") ? [guessed, days] : [guessed];
}

function peopleWarnings(lessons: readonly ScheduledLesson[], silent: boolean): Issue[] {
  const warnings: Issue[] = [];
  if (silent) {
    warnings.push({
      code: "no-students",
      path: [],
      message:
        "The schedule does not say which students are in a lesson, so their clashes cannot be checked.",
      hint: "Export it with students or classes.",
    });
  }
  const vacant = lessons.filter((lesson) => lesson.teachers.length === 0).length;
  if (vacant > 0) {
    warnings.push({ code: "no-teacher", path: [], message: `${vacant} lessons have no teacher yet.` });
  }
  return warnings;
}
