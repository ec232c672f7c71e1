import { type FetWeek, fetPeriodId } from "./fet-week.js";
import type { PeriodGroup } from "./xhstt-rules.js";
import { child, childrenOf, type Element, textOf } from "./xml.js";

/**
 * A constraint of a FET file as it stands in a timetable's `rules`. Where FET means what XHSTT means, the kind is
 * XHSTT's: `avoid-unavailable-times`, `prefer-times`, `spread-events`, `link-events`, `limit-busy-times`,
 * `preassigned-times` for what the school locked permanently. `break-before` names periods after a break, into which no
 * lesson runs. Others keep FET's own name, such as `activities-end-students-day`, with their plain values in `values`.
 */
export interface FetRule {
  readonly kind: string;
  /** Whether FET demands it with certainty, 100 %. */
  readonly hard: boolean;
  readonly source: "fet";
  /** FET's list and the constraint's place in it, counted from 0. */
  readonly id: string;
  /** Percent. */
  readonly weight: number;
  readonly lessons?: readonly string[];
  readonly lessonGroups?: readonly { readonly id: string; readonly lessons: readonly string[] }[];
  readonly resources?: readonly string[];
  readonly periods?: readonly string[];
  readonly periodGroups?: readonly PeriodGroup[];
  readonly starts?: readonly { readonly lesson: string; readonly start: string }[];
  readonly maximum?: number;
  readonly minimum?: number;
  /** Texts of the constraint's other elements, by their names. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

/** What the rules refer to. */
export interface FetNames {
  readonly week: FetWeek;
  /** Ids of lessons in the timetable. */
  readonly known: ReadonlySet<string>;
  readonly students: ReadonlyMap<string, readonly string[]>;
  readonly resource: (kind: string, name: string) => string | undefined;
  /** Ids of all resources of a kind. */
  readonly all: (kind: string) => readonly string[];
}

/** Constraints that state the week itself, or that always hold. */
const NO_RULES = new Set([
  "ConstraintActivityPreferredStartingTime",
  "ConstraintActivityPreferredRoom",
  "ConstraintBasicCompulsoryTime",
  "ConstraintBasicCompulsorySpace",
  "ConstraintBreakTimes",
]);

/** The rules of a file's active constraints, in its order. */
export function readFetRules(root: Element, names: FetNames): FetRule[] {
  return ["Time_Constraints_List", "Space_Constraints_List"].flatMap((list) =>
    (child(root, list)?.children ?? []).flatMap((element, index): FetRule[] => {
      if (NO_RULES.has(element.name) || textOf(element, "Active")?.toLowerCase() === "false") return [];
      const weight = Number(textOf(element, "Weight_Percentage") ?? "100");
      const common = { hard: weight === 100, source: "fet" as const, id: `${list}/${index}`, weight };
      return [contentOf(root, element, names)].flat().map((content) => ({ ...common, ...content }));
    }),
  );
}

type Content = Omit<FetRule, "hard" | "source" | "id" | "weight">;

function contentOf(root: Element, element: Element, names: FetNames): Content | Content[] {
  const lessons = textsOf(element, "Activity_Id").filter((id) => names.known.has(id));
  const selected = () => (lessons.length > 0 ? lessons : selection(root, element, names));
  const number = (name: string) => Number(textOf(element, name) ?? "0");
  const perWeek = (kind: string, limits: { minimum?: number; maximum?: number }) => {
    const named = resourcesOf(element, names);
    const all = names.all(element.name.includes("Student") ? "group" : "teacher");
    return { kind, resources: named.length > 0 ? named : all, periodGroups: daysOf(names.week), ...limits };
  };
  switch (element.name) {
    case "ConstraintTeacherNotAvailableTimes":
    case "ConstraintRoomNotAvailableTimes":
    case "ConstraintStudentsSetNotAvailableTimes":
      return {
        kind: "avoid-unavailable-times",
        resources: resourcesOf(element, names),
        periods: timesOf(element, "Not_Available_Time", names.week),
      };
    case "ConstraintActivitiesSameStartingTime":
      return { kind: "link-events", lessonGroups: [{ id: lessons.join(" "), lessons }] };
    case "ConstraintActivitiesPreferredStartingTimes":
    case "ConstraintActivityPreferredStartingTimes":
      return {
        kind: "prefer-times",
        lessons: selected(),
        periods: timesOf(element, "Preferred_Starting_Time", names.week),
      };
    case "ConstraintActivitiesPreferredTimeSlots":
    case "ConstraintActivityPreferredTimeSlots":
      return preferredSlots(
        root,
        selected(),
        timesOf(element, "Preferred_Time_Slot", names.week),
        names.week,
      );
    case "ConstraintMinDaysBetweenActivities": {
      const days = Math.max(1, Number(textOf(element, "MinDays") ?? "1"));
      return {
        kind: "spread-events",
        lessonGroups: [{ id: lessons.join(" "), lessons }],
        periodGroups: windowsOf(daysOf(names.week), days),
      };
    }
    case "ConstraintTeacherMaxHoursDaily":
    case "ConstraintTeachersMaxHoursDaily":
    case "ConstraintStudentsMaxHoursDaily":
    case "ConstraintStudentsSetMaxHoursDaily":
      return perWeek("limit-busy-times", { minimum: 0, maximum: number("Maximum_Hours_Daily") });
    case "ConstraintTeacherMinHoursDaily":
    case "ConstraintTeachersMinHoursDaily":
      return perWeek("limit-busy-times", { minimum: number("Minimum_Hours_Daily") });
    case "ConstraintTeacherMaxGapsPerWeek":
    case "ConstraintTeachersMaxGapsPerWeek":
    case "ConstraintStudentsMaxGapsPerWeek":
    case "ConstraintStudentsSetMaxGapsPerWeek":
      return perWeek("limit-idle-times", { minimum: 0, maximum: number("Max_Gaps") });
    case "ConstraintTeacherMaxGapsPerDay":
    case "ConstraintTeachersMaxGapsPerDay":
      return daysOf(names.week).map((day) => ({
        ...perWeek("limit-idle-times", { minimum: 0, maximum: number("Max_Gaps") }),
        periodGroups: [day],
      }));
    case "ConstraintTeacherMaxDaysPerWeek":
    case "ConstraintTeachersMaxDaysPerWeek":
      return perWeek("cluster-busy-times", { minimum: 0, maximum: number("Max_Days_Per_Week") });
    case "ConstraintTeacherMinDaysPerWeek":
    case "ConstraintTeachersMinDaysPerWeek":
      return perWeek("cluster-busy-times", { minimum: number("Minimum_Days_Per_Week") });
    case "ConstraintActivityPreferredDay": {
      const day = textOf(element, "Preferred_Day") ?? textOf(element, "Day");
      const periods = names.week.periods.filter((period) => period.day === day).map(({ id }) => id);
      return { kind: "prefer-times", lessons, periods };
    }
    case "ConstraintActivitiesEndStudentsDay":
      return { kind: "activities-end-students-day", lessons: selected(), values: valuesOf(element) };
    default:
      return {
        kind: kebab(element.name),
        ...(lessons.length > 0 ? { lessons } : {}),
        values: valuesOf(element),
      };
  }
}

/** Slots that activities may cover, as the starts from which they cover no other: one rule for each duration. */
function preferredSlots(
  root: Element,
  lessons: readonly string[],
  slots: readonly string[],
  week: FetWeek,
): Content[] {
  const open = new Set(slots);
  const wanted = new Set(lessons);
  const byDuration = new Map<number, string[]>();
  for (const activity of childrenOf(child(root, "Activities_List"), "Activity")) {
    const id = textOf(activity, "Id") ?? "";
    const duration = Number(textOf(activity, "Duration") ?? "1");
    if (wanted.has(id)) byDuration.set(duration, [...(byDuration.get(duration) ?? []), id]);
  }
  const startsAt = (at: number, duration: number) =>
    Array.from({ length: duration }, (_, i) => week.periods[at + i]).every(
      (period) => period !== undefined && period.day === week.periods[at]!.day && open.has(period.id),
    );
  return [...byDuration].map(([duration, ids]) => ({
    kind: "prefer-times",
    lessons: ids,
    periods: week.periods.filter((_, at) => startsAt(at, duration)).map(({ id }) => id),
  }));
}

/** So many days in a row, from each day on: lessons so far apart meet once in each. */
function windowsOf(days: readonly PeriodGroup[], length: number): PeriodGroup[] {
  const windows = days.slice(0, Math.max(1, days.length - length + 1));
  return windows.map(({ id }, first) => ({
    id,
    periods: days.slice(first, first + length).flatMap(({ periods }) => periods),
    minimum: 0,
    maximum: 1,
  }));
}

/** Activities that a constraint selects by teacher, students, subject, tag and duration; an empty word selects all. */
function selection(root: Element, element: Element, names: FetNames): string[] {
  const wanted = (name: string) => textOf(element, `${name}_Name`) ?? textOf(element, name);
  const [teacher, students, subject, tag] = ["Teacher", "Students", "Subject", "Activity_Tag"].map(wanted);
  const duration = textOf(element, "Duration");
  const inside = new Set(students === undefined ? [] : (names.students.get(students) ?? [students]));
  return childrenOf(child(root, "Activities_List"), "Activity")
    .filter((activity) => {
      const sets = textsOf(activity, "Students").flatMap((name) => names.students.get(name) ?? [name]);
      return (
        (teacher === undefined || textsOf(activity, "Teacher").includes(teacher)) &&
        (subject === undefined || textOf(activity, "Subject") === subject) &&
        (tag === undefined || textsOf(activity, "Activity_Tag").includes(tag)) &&
        (duration === undefined || textOf(activity, "Duration") === duration) &&
        (students === undefined || sets.some((set) => inside.has(set)))
      );
    })
    .flatMap((activity) => textOf(activity, "Id") ?? [])
    .filter((id) => names.known.has(id));
}

/** Resources that a constraint names. */
function resourcesOf(element: Element, names: FetNames): string[] {
  const ids = [
    ...["Teacher", "Teacher_Name"].flatMap((tag) =>
      textsOf(element, tag).map((name) => names.resource("teacher", name)),
    ),
    ...textsOf(element, "Room").map((name) => names.resource("room", name)),
    ...textsOf(element, "Students").flatMap((set) =>
      (names.students.get(set) ?? [set]).map((name) => names.resource("group", name)),
    ),
  ];
  return ids.filter((id) => id !== undefined);
}

/** Periods that a constraint names, as far as they are of the taught week. */
function timesOf(element: Element, name: string, week: FetWeek): string[] {
  const known = new Set(week.periods.map(({ id }) => id));
  const named = childrenOf(element, name).map((time) => {
    const day =
      textOf(time, "Day") ?? textOf(time, "Preferred_Day") ?? textOf(time, "Preferred_Starting_Day") ?? "";
    const hour =
      textOf(time, "Hour") ?? textOf(time, "Preferred_Hour") ?? textOf(time, "Preferred_Starting_Hour") ?? "";
    return fetPeriodId(day, hour);
  });
  return named.filter((id) => known.has(id));
}

function daysOf(week: FetWeek): PeriodGroup[] {
  return week.days.map(({ id }) => ({
    id,
    periods: week.periods.filter((p) => p.day === id).map((p) => p.id),
  }));
}

function valuesOf(element: Element): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  const skip = /^(?:Weight_Percentage|Active|Comments|Activity_Id|Number_of_.*)$/;
  for (const part of element.children) {
    if (skip.test(part.name)) continue;
    const text =
      part.children.length > 0 ? part.children.map((c) => c.text.trim()).join(" ") : part.text.trim();
    values[part.name] = [...(values[part.name] ?? []), text];
  }
  return values;
}

function textsOf(element: Element, name: string): string[] {
  return childrenOf(element, name).flatMap((e) => e.text.trim() || []);
}

function kebab(name: string): string {
  return name
    .replace(/^Constraint/, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase();
}
