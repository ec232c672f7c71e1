import { type Lesson, type Placement, Timetable } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { readFetRules } from "./fet-rules.js";
import { active, fetPeriodId, fetStarts, fetWeek, taughtWeek, weekRules } from "./fet-week.js";
import { withKinds } from "./lesson-kind.js";
import { meaningOf } from "./resource-names.js";
import { incomplete, type ReadTimetable, type TimetableSource } from "./timetable-file.js";
import { child, childrenOf, type Element, listed, textOf } from "./xml.js";

/** Below this share of activities with a place, a file is a task for FET and no timetable. */
const MOSTLY_PLACED = 0.9;
const SOLVE = "Solve it in FET and bring the file that FET then saves as …_data_and_timetable.fet.";

/**
 * A timetable out of a FET file whose week is solved: every active activity is a lesson under its own id, standing where a
 * preferred starting time of 100 % fixes it. Sets of students are expanded to the smallest sets inside them, so that a
 * year and its groups clash as they must. Days end with their last taught hour. A start that is locked keeps the solved
 * week and pins nothing, but for the few that a school locked permanently.
 *
 * Issue codes: `no-days`, `no-lessons`, `unknown-reference`, `outside-week`, `incomplete-solution`; warning `lessons-unplaced`.
 */
export function readFet(root: Element, source: TimetableSource): Result<ReadTimetable> {
  const listedWeek = fetWeek(root);
  if (listedWeek.periods.length === 0) {
    return fail({ code: "no-days", path: ["Days_List"], message: "The file names no days or no hours." });
  }
  const students = studentSets(root);
  const resources = new Resources(root, students);
  const rooms = roomsOf(root);
  const starts = fetStarts(root);
  const issues: Issue[] = [];
  const lessons: Lesson[] = [];
  const placements: Placement[] = [];
  const unplaced = new Map<string, number>();
  const order = new Map(listedWeek.periods.map((period, index) => [period.id, index]));
  listed(root, "Activities_List", "Activity").forEach((activity, index) => {
    if (textOf(activity, "Active")?.toLowerCase() === "false") return;
    const path = ["Activities_List", index];
    const id = textOf(activity, "Id") ?? String(index + 1);
    const duration = Number(textOf(activity, "Duration") ?? "1");
    const sets = namesOf(activity, "Students");
    const people = [
      ...namesOf(activity, "Teacher").map((name) => resources.id("teacher", name)),
      ...sets.flatMap((name) =>
        (students.leaves.get(name) ?? [name]).map((leaf) => resources.id("group", leaf)),
      ),
    ];
    if (people.includes(undefined)) {
      issues.push({
        code: "unknown-reference",
        path,
        message: "An activity names something that the file does not list.",
      });
      return;
    }
    const start = starts.get(id);
    if (start === undefined) {
      unplaced.set(id, duration);
      return;
    }
    const period = fetPeriodId(start.day, start.hour);
    const at = order.get(period);
    const last = listedWeek.periods[(at ?? 0) + duration - 1];
    if (at === undefined || last?.day !== start.day) {
      issues.push({ code: "outside-week", path, message: "An activity is placed outside its day." });
      return;
    }
    const subject = textOf(activity, "Subject") ?? id;
    const room = rooms.get(id);
    const chosen = room === undefined ? undefined : resources.id("room", room);
    lessons.push({
      id,
      name: sets.length > 0 && sets.length <= 3 ? `${subject} ${sets.join(", ")}` : subject,
      kind: "teaching",
      course: subject,
      duration,
      resources: [...new Set(people as string[])],
      ...(chosen === undefined ? {} : { needs: [{ role: "room", kind: "room" }] }),
    });
    placements.push({
      lesson: id,
      start: period,
      duration,
      ...(chosen === undefined ? {} : { chosen: [{ role: "room", resource: chosen }] }),
    });
  });
  const [first, ...rest] = issues;
  if (first) return fail(first, ...rest.slice(0, 19));
  if (lessons.length + unplaced.size === 0)
    return fail({ code: "no-lessons", path: ["Activities_List"], message: "The file has no activities." });
  if (placements.length < MOSTLY_PLACED * (placements.length + unplaced.size))
    return fail(unsolved(unplaced));
  const week = taughtWeek(listedWeek, placements);
  const ids = lessons.map(({ id }) => id);
  const school = source.options.name ?? textOf(root, "Institution_Name") ?? "School";
  const timetable = Timetable.create({
    id: "fet",
    school,
    days: week.days,
    periods: week.periods,
    resources: resources.list,
    lessons: withKinds(lessons, resources.kinds),
    placements,
    rules: [
      ...weekRules(week, starts, ids),
      ...readFetRules(root, {
        week,
        known: new Set(ids),
        students: students.leaves,
        resource: (kind, name) => resources.id(kind, name),
        all: (kind) => resources.list.filter((r) => r.kind === kind).map(({ id }) => id),
      }),
    ] as never,
  });
  if (!timetable.ok) return timetable;
  const original = {
    format: "fet" as const,
    gzip: source.gzip,
    encoding: source.encoding,
    text: source.text,
    lessons: lessons.map(({ id, duration }) => ({ id, duration })),
    periods: week.periods.map(({ id }) => id),
    detail: {
      periods: Object.fromEntries(week.periods.map(({ id, day, name }) => [id, { day, hour: name }])),
      rooms: Object.fromEntries(
        resources.list.filter((r) => r.kind === "room").map(({ id, name }) => [id, name]),
      ),
      places: spansOf(root, source.text),
    } satisfies FetDetail,
  };
  return ok({ format: "fet", timetable: timetable.value, original, solutions: [] }, leftOut(unplaced));
}

/** What the writer of a FET file needs besides the text. */
export interface FetDetail {
  /** A period's day and hour, by its id. */
  readonly periods: Readonly<Record<string, { readonly day: string; readonly hour: string }>>;
  /** Names of rooms by id. */
  readonly rooms: Readonly<Record<string, string>>;
  /** Where the text states an activity's day, hour and room, by its id. */
  readonly places: Readonly<
    Record<string, { readonly day: Span; readonly hour: Span; readonly room?: Span }>
  >;
}

/** From, and up to, an offset into the text. */
export type Span = readonly [number, number];

function spansOf(root: Element, text: string): FetDetail["places"] {
  const rooms = new Map<string, Span>();
  for (const constraint of activeConstraints(
    root,
    "Space_Constraints_List",
    "ConstraintActivityPreferredRoom",
  )) {
    const id = textOf(constraint, "Activity_Id");
    const room = child(constraint, "Room");
    if (id !== undefined && room && !rooms.has(id)) rooms.set(id, inner(room, text));
  }
  return Object.fromEntries(
    [...fetStarts(root)].map(([id, { element }]) => {
      const room = rooms.get(id);
      const [day, hour] = [child(element, "Preferred_Day")!, child(element, "Preferred_Hour")!];
      return [id, { day: inner(day, text), hour: inner(hour, text), ...(room ? { room } : {}) }];
    }),
  );
}

/** The span of an element's text. */
function inner(element: Element, text: string): Span {
  return [text.indexOf(">", element.start) + 1, text.lastIndexOf("</", element.end)];
}

interface StudentSets {
  /** The smallest sets inside each set, itself where it has none inside. */
  readonly leaves: ReadonlyMap<string, readonly string[]>;
  /** Sets around each smallest set, the year first. */
  readonly around: ReadonlyMap<string, readonly string[]>;
}

function studentSets(root: Element): StudentSets {
  const leaves = new Map<string, readonly string[]>();
  const around = new Map<string, string[]>();
  const walk = (element: Element, above: readonly string[]): readonly string[] => {
    const name = textOf(element, "Name") ?? "";
    const inside = [...childrenOf(element, "Group"), ...childrenOf(element, "Subgroup")];
    const own =
      inside.length === 0 ? [name] : [...new Set(inside.flatMap((set) => walk(set, [...above, name])))];
    leaves.set(name, [...new Set([...(leaves.get(name) ?? []), ...own])]);
    if (inside.length === 0) around.set(name, [...new Set([...(around.get(name) ?? []), ...above])]);
    return own;
  };
  for (const year of listed(root, "Students_List", "Year")) walk(year, []);
  return { leaves, around };
}

/** Resources under the file's names; where two kinds share a name, the later is told apart by its kind. */
class Resources {
  readonly list: Timetable["resources"] = [];
  readonly kinds = new Map<string, string>();
  readonly #ids = new Map<string, string>();

  constructor(root: Element, students: StudentSets) {
    for (const element of listed(root, "Teachers_List", "Teacher"))
      this.#add("teacher", textOf(element, "Name"));
    for (const [name, sets] of students.around) {
      const grade = [name, ...sets]
        .map((set) => meaningOf(set).grade ?? /^0?(\d{1,2})(?!\d)/.exec(set)?.[1])
        .find(Boolean);
      this.#add("group", name, {
        ...(grade === undefined ? {} : { grade }),
        ...(sets.length > 0 ? { pools: [...sets] } : {}),
      });
    }
    for (const element of listed(root, "Rooms_List", "Room")) {
      const building = textOf(element, "Building");
      this.#add("room", textOf(element, "Name"), building === undefined ? {} : { pools: [building] });
    }
  }

  id(kind: string, name: string): string | undefined {
    return this.#ids.get(`${kind}\n${name}`);
  }

  #add(
    kind: "teacher" | "group" | "room",
    name: string | undefined,
    more: { grade?: string; pools?: string[] } = {},
  ): void {
    if (name === undefined || this.#ids.has(`${kind}\n${name}`)) return;
    const id = this.kinds.has(name) ? `${kind}:${name}` : name;
    this.#ids.set(`${kind}\n${name}`, id);
    this.kinds.set(id, kind);
    this.list.push({ id, name, kind, ...more });
  }
}

function roomsOf(root: Element): Map<string, string> {
  const rooms = new Map<string, string>();
  for (const constraint of activeConstraints(
    root,
    "Space_Constraints_List",
    "ConstraintActivityPreferredRoom",
  )) {
    const [id, room] = [textOf(constraint, "Activity_Id"), textOf(constraint, "Room")];
    if (id !== undefined && room !== undefined && !rooms.has(id)) rooms.set(id, room);
  }
  return rooms;
}

function activeConstraints(root: Element, list: string, name: string): Element[] {
  return active(listed(root, list, name));
}

function namesOf(element: Element, name: string): string[] {
  return childrenOf(element, name).flatMap((e) => e.text.trim() || []);
}

function unsolved(unplaced: ReadonlyMap<string, number>): Issue {
  const issue = incomplete(undefined, unplaced);
  return { ...issue, hint: SOLVE, data: { ...issue.data, file: "fet" } };
}

function leftOut(unplaced: ReadonlyMap<string, number>): Issue[] {
  if (unplaced.size === 0) return [];
  return [
    {
      code: "lessons-unplaced",
      path: ["Activities_List"],
      message: `${unplaced.size} activities have no place in the week and are left out.`,
      hint: SOLVE,
      data: { lessons: [...unplaced.keys()].slice(0, 50), count: unplaced.size },
    },
  ];
}
