import type { DocumentRule, Issue } from "@collegium/schema";
import { teamIssue } from "./team-issue.js";

/** The parts of a timetable that its rules look at. */
interface Week {
  readonly days: readonly { readonly id: string }[];
  readonly periods: readonly {
    readonly id: string;
    readonly day: string;
    readonly start?: number;
    readonly end?: number;
  }[];
  readonly resources: readonly { readonly id: string }[];
  readonly lessons: readonly { readonly id: string; readonly resources: readonly string[] }[];
  readonly placements: readonly {
    readonly lesson: string;
    readonly start: string;
    readonly chosen?: readonly { readonly resource: string }[];
  }[];
}

const day = { id: "mon", name: "Monday" };
const period = { id: "mon-1", name: "1", day: "mon" };
const lesson = { id: "l1", name: "Mathematics 7a", kind: "teaching", duration: 1, resources: ["t1"] };
const teacher = { id: "t1", name: "Teacher 1", kind: "teacher" };
const sound = {
  school: "Example School",
  days: [day],
  periods: [period],
  resources: [teacher],
  lessons: [lesson],
  placements: [{ lesson: "l1", start: "mon-1", duration: 1 }],
};

const LISTS = ["days", "periods", "resources", "lessons"] as const;

/** What a timetable's fields cannot say by themselves: ids stand once, references resolve, days hold together. */
export const timetableRules: readonly DocumentRule<Week>[] = [
  {
    name: "unique-ids",
    sentence: "No two days, periods, resources or lessons have the same id.",
    check: (week) =>
      LISTS.flatMap((list) => {
        const seen = new Set<string>();
        return week[list].flatMap(({ id }, at): Issue[] => {
          if (!seen.has(id)) {
            seen.add(id);
            return [];
          }
          return [teamIssue("duplicate-id", [list, at, "id"])];
        });
      }),
    badExample: { ...sound, resources: [teacher, { ...teacher, name: "Teacher 2" }] },
  },
  {
    name: "references-resolve",
    sentence: "Every id that a period, lesson or placement names is in the timetable.",
    check: (week) => {
      const [days, periods, resources, lessons] = LISTS.map(
        (list) => new Set(week[list].map(({ id }) => id)),
      );
      const missing = (
        known: ReadonlySet<string>,
        id: string,
        what: "day" | "resource" | "lesson" | "period",
        path: Issue["path"],
      ): Issue[] => (known.has(id) ? [] : [teamIssue("unknown-reference", path, `no-such-${what}`)]);
      return [
        ...week.periods.flatMap((one, at) => missing(days!, one.day, "day", ["periods", at, "day"])),
        ...week.lessons.flatMap((one, at) =>
          one.resources.flatMap((id, r) =>
            missing(resources!, id, "resource", ["lessons", at, "resources", r]),
          ),
        ),
        ...week.placements.flatMap((one, at) => [
          ...missing(lessons!, one.lesson, "lesson", ["placements", at, "lesson"]),
          ...missing(periods!, one.start, "period", ["placements", at, "start"]),
          ...(one.chosen ?? []).flatMap(({ resource }, c) =>
            missing(resources!, resource, "resource", ["placements", at, "chosen", c, "resource"]),
          ),
        ]),
      ];
    },
    badExample: { ...sound, lessons: [{ ...lesson, resources: ["t2"] }] },
  },
  {
    name: "days-together",
    sentence: "The periods of one day stand one after the other in the list.",
    check: (week) => {
      const seen = new Set<string>();
      return week.periods.flatMap((one, at): Issue[] => {
        const returns = week.periods[at - 1]?.day !== one.day && seen.has(one.day);
        seen.add(one.day);
        return returns ? [teamIssue("day-torn", ["periods", at])] : [];
      });
    },
    badExample: {
      ...sound,
      days: [day, { id: "tue", name: "Tuesday" }],
      periods: [period, { id: "tue-1", name: "1", day: "tue" }, { id: "mon-2", name: "2", day: "mon" }],
    },
  },
  {
    name: "periods-have-length",
    sentence: "A period with bells ends after it starts.",
    check: (week) =>
      week.periods.flatMap(({ start, end }, at): Issue[] =>
        start === undefined || end === undefined || start < end
          ? []
          : [teamIssue("ends-before-start", ["periods", at, "end"])],
      ),
    badExample: { ...sound, periods: [{ ...period, start: 540, end: 500 }] },
  },
];
