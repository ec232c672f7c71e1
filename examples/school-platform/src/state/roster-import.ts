import {
  diffRoster,
  matchTimetable,
  type ReadRoster,
  type Roster,
  type RosterDiff,
  type RosterFile,
  readRoster,
  type TimetableMatching,
} from "@collegium/exchange";
import type { Timetable } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { Store } from "@collegium/store";
import type { KnownTeacher, RosterStudent } from "./people.js";

/** A roster on its way in, with the file that joins it to the timetable. */
export interface RosterOrder {
  readonly files: readonly RosterFile[];
  readonly match?: string;
  readonly timetable?: Timetable;
  /** A person has seen that much is gone and wants it so. */
  readonly accept?: boolean;
}

/** What an import took, refused and changed. */
export interface RosterImport {
  readonly read: ReadRoster;
  readonly diff: RosterDiff | undefined;
  readonly matching: TimetableMatching | undefined;
  readonly warnings: readonly Issue[];
}

interface SavedRoster {
  readonly roster: Roster;
  /** Text of the match file, so that it need not be given again. */
  readonly match?: string;
}

/** Reads a roster and compares it with the last one; keeps it only where nothing speaks against it. */
export async function importRoster(
  store: Store,
  districtId: string,
  order: RosterOrder,
): Promise<Result<RosterImport>> {
  const read = await readRoster(order.files);
  if (!read.ok) return read;
  const saved = await savedRoster(store, districtId);
  const diff = saved
    ? diffRoster(saved.roster, read.value.roster, { accept: order.accept ?? false })
    : undefined;
  if (diff && !diff.ok) return diff;
  const match = order.match ?? saved?.match;
  const matching =
    match === undefined ? undefined : matchTimetable(read.value.roster, match, order.timetable);
  if (matching && !matching.ok) return matching;
  const document: SavedRoster = { roster: read.value.roster, ...(match === undefined ? {} : { match }) };
  const kept = await store.putDocument(districtId, "roster", "roster", document);
  if (!kept.ok) return fail(...(kept.issues as [Issue, ...Issue[]]));
  const warnings = [...read.warnings, ...(diff?.warnings ?? []), ...(matching?.warnings ?? [])];
  return ok({ read: read.value, diff: diff?.value, matching: matching?.value, warnings });
}

async function savedRoster(store: Store, districtId: string): Promise<SavedRoster | undefined> {
  return (await store.getDocument<SavedRoster>(districtId, "roster", "roster"))?.document;
}

/** A school's people from its stored roster, on a day. */
export async function peopleOf(
  store: Store,
  districtId: string,
  timetable: Timetable | undefined,
  on: string,
): Promise<{ teachers: KnownTeacher[]; students: RosterStudent[] }> {
  const saved = await savedRoster(store, districtId);
  if (!saved) return { teachers: [], students: [] };
  const { roster, match } = saved;
  const matched = match === undefined ? undefined : matchTimetable(roster, match, timetable);
  const pairs = matched?.ok ? matched.value.matches : [];
  const timetableId = new Map(pairs.map((pair) => [`${pair.part} ${pair.sourcedId}`, pair.timetable]));
  const person = (id: string) => timetableId.get(`people ${id}`) ?? id;
  const now = roster.enrollments.filter(({ from, to }) => (from ?? "") <= on && on <= (to ?? "9999"));
  const teachersOf = new Map<string, string[]>();
  for (const { class: id, person: who, role } of now.filter(({ role }) => role === "teacher")) {
    if (role === "teacher") teachersOf.set(id, [...(teachersOf.get(id) ?? []), person(who)]);
  }
  const classesOf = new Map<string, string[]>();
  for (const { class: id, person: who } of now.filter(({ role }) => role === "student")) {
    classesOf.set(who, [...(classesOf.get(who) ?? []), id]);
  }
  const label = classLabels(roster, timetableId, timetable);
  const named = new Map(roster.people.map((one) => [one.id, one]));
  const students = [...classesOf].flatMap(([id, classes]): RosterStudent[] => {
    const one = named.get(id);
    if (!one) return [];
    const name = `${one.preferredFamilyName ?? one.familyName}, ${one.preferredGivenName ?? one.givenName}`;
    const of = classes.map((c) => label.get(c)).find((text) => text !== undefined);
    const teachers = [...new Set(classes.flatMap((c) => teachersOf.get(c) ?? []))];
    return [{ id, name, teachers, ...(of === undefined ? {} : { class: of }) }];
  });
  const teachers = roster.people
    .filter((one) => one.roles.some(({ role }) => role === "teacher"))
    .map((one) => ({ id: person(one.id), name: `${one.givenName} ${one.familyName}` }));
  return { teachers, students };
}

/** What teachers call a class: the timetable's group, else a homeroom's title, else nothing. */
function classLabels(
  roster: Roster,
  timetableId: ReadonlyMap<string, string>,
  timetable: Timetable | undefined,
) {
  const resources = new Map(timetable?.resources.map((resource) => [resource.id, resource]));
  const lessons = new Map(timetable?.lessons.map((lesson) => [lesson.id, lesson]));
  return new Map(
    roster.classes.flatMap(({ id, title, type }): [string, string][] => {
      const matched = timetableId.get(`classes ${id}`);
      const own = matched === undefined ? [] : [matched, ...(lessons.get(matched)?.resources ?? [])];
      const group = own.map((word) => resources.get(word)).find((resource) => resource?.kind === "group");
      if (group) return [[id, group.name]];
      return type === "homeroom" ? [[id, title]] : [];
    }),
  );
}
