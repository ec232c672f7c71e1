import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { type Person, ROSTER_PARTS, type Roster, type RosterPart } from "./roster.js";

/** What one part of a roster gained, lost and changed; ids in the order of the rosters. */
export interface PartDiff {
  readonly before: number;
  readonly after: number;
  readonly added: readonly string[];
  readonly ended: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
}

/** What an import would change, for a person to look at before it does. */
export interface RosterDiff {
  readonly parts: Readonly<Record<RosterPart, PartDiff>>;
  /** True where both rosters say the same. */
  readonly same: boolean;
  /** Ids that seem to have been given to somebody else: every name and identifier differs. */
  readonly reissued: readonly string[];
  /** People who ended under one id and began under another with the same identifier. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** How to compare two rosters. */
export interface DiffRosterOptions {
  /** A person has seen that much is gone and wants it so: a new school year, a school that left. */
  readonly accept?: boolean;
}

/** More than this share gone at once is rather a broken export than a change. */
const MASS_REMOVAL = 1 / 5;

/**
 * Compares the roster of today with that of the last import. Guarantees that nothing much goes unseen: a removal of more
 * than a fifth of any part is refused unless accepted.
 *
 * Issue codes: `mass-removal`; warnings `id-reissued`, `id-renamed`.
 * @example
 * ```ts
 * const school = { id: "s1", name: "North School", type: "school" };
 * const roster: Roster = {
 *   source: "oneroster-1.2", orgs: [school], sessions: [], people: [], courses: [], classes: [], enrollments: [],
 *   lineItems: [], results: [],
 * };
 * const after = { ...roster, orgs: [{ ...school, name: "North Middle School" }] };
 * const diff = diffRoster(roster, after);
 * diff.ok && diff.value.parts.orgs.changed; // => [{ id: "s1", fields: ["name"] }]
 * ```
 */
export function diffRoster(
  before: Roster,
  after: Roster,
  options: DiffRosterOptions = {},
): Result<RosterDiff> {
  const parts = Object.fromEntries(
    ROSTER_PARTS.map((part) => [part, diffPart(before[part], after[part])]),
  ) as unknown as Record<RosterPart, PartDiff>;
  const gone = ROSTER_PARTS.filter((part) => parts[part].ended.length > parts[part].before * MASS_REMOVAL);
  const [first, ...rest] = gone.map((part) => massRemoval(part, parts[part]));
  if (first && !options.accept) return fail(first, ...rest);
  const same = ROSTER_PARTS.every((part) => {
    const { added, ended, changed } = parts[part];
    return added.length + ended.length + changed.length === 0;
  });
  const reissued = reissuedIds(before.people, after.people, parts.people);
  const renamed = renamedIds(before.people, after.people, parts.people);
  const warnings: Issue[] = [];
  if (reissued.length > 0) {
    warnings.push({
      code: "id-reissued",
      path: ["people"],
      message: `${reissued.length} ids of people seem to have been given to somebody else.`,
      hint: "Check them before anything of the earlier person is shown under the new name.",
      data: { ids: reissued },
    });
  }
  if (renamed.length > 0) {
    warnings.push({
      code: "id-renamed",
      path: ["people"],
      message: `${renamed.length} people seem to have been given a new id.`,
      hint: "Keep them as the same people.",
      data: { renamed },
    });
  }
  return ok({ parts, same, reissued, renamed }, warnings);
}

function diffPart(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): PartDiff {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Set(after.map((item) => item.id));
  return {
    before: before.length,
    after: after.length,
    added: after.filter((item) => !old.has(item.id)).map((item) => item.id),
    ended: before.filter((item) => !now.has(item.id)).map((item) => item.id),
    changed: after.flatMap((item) => {
      const known = old.get(item.id);
      const fields = known ? changedFields(known, item) : [];
      return fields.length > 0 ? [{ id: item.id, fields }] : [];
    }),
  };
}

function changedFields(before: object, after: object): string[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.filter((name) => a[name] !== b[name] && JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}

function identifiersOf(person: Person): string[] {
  const others = [person.email, person.username].filter((value) => value !== undefined);
  return [...person.identifiers.map(({ system, value }) => `${system}\n${value}`), ...others];
}

function reissuedIds(before: readonly Person[], after: readonly Person[], diff: PartDiff): string[] {
  const renamed = new Set(
    diff.changed
      .filter(({ fields }) => fields.includes("givenName") && fields.includes("familyName"))
      .map(({ id }) => id),
  );
  if (renamed.size === 0) return [];
  const old = new Map(before.map((person) => [person.id, person]));
  return after
    .filter((person) => renamed.has(person.id))
    .filter((person) => {
      const known = new Set(identifiersOf(old.get(person.id)!));
      return !identifiersOf(person).some((identifier) => known.has(identifier));
    })
    .map((person) => person.id);
}

function renamedIds(before: readonly Person[], after: readonly Person[], diff: PartDiff) {
  const ended = new Set(diff.ended);
  const added = new Set(diff.added);
  if (ended.size === 0 || added.size === 0) return [];
  const owners = new Map<string, string>();
  for (const person of before) {
    if (ended.has(person.id))
      for (const identifier of identifiersOf(person)) owners.set(identifier, person.id);
  }
  return after.flatMap((person) => {
    if (!added.has(person.id)) return [];
    const from = identifiersOf(person)
      .map((identifier) => owners.get(identifier))
      .find((id) => id !== undefined);
    return from === undefined ? [] : [{ from, to: person.id }];
  });
}

function massRemoval(part: RosterPart, diff: PartDiff): Issue {
  return {
    code: "mass-removal",
    path: [part],
    message: `${diff.ended.length} of ${diff.before} ${part} are missing from the new roster, more than a fifth.`,
    hint: "Check that the export is whole; accept the removal where it is meant.",
    data: { part, ended: diff.ended.length, of: diff.before },
  };
}
