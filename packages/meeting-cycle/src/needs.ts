/** What a group of students needs next in one standard, who sees to it, and how it is checked. */
export interface Need {
  readonly id: string;
  readonly standard: string;
  readonly kind: "reteach" | "extend";
  /** Students by id; empty where their names have been erased. */
  readonly students: readonly string[];
  /** Person who sees to it. */
  readonly by?: string;
  /** Period in which, as the school names it. */
  readonly period?: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly recheck?: { readonly with: string; readonly on: string };
}

/** What is read of an item report; that of `@collegium/evidence` for the team fits. */
export interface ItemReportLike {
  readonly students: readonly {
    readonly id: string;
    readonly class?: string;
    readonly present: boolean;
    readonly standards: readonly {
      readonly standard: string;
      readonly zone: "below" | "not-sure" | "above";
    }[];
  }[];
}

/** What a team starts its editing from. */
export interface NeedsDraft {
  readonly needs: readonly Need[];
  /** Students whom no need names, so that nobody is overlooked; for the team only. */
  readonly unnamed: readonly string[];
  /** Students in no standard's results, because they were absent; they need the assessment first. */
  readonly absent: readonly string[];
}

/**
 * Who needs what after a common assessment: per standard, the students to reteach and those to extend.
 * Guarantees that every student of the report is in a need, among the unnamed, or among the absent; *not sure* counts as
 * unnamed for that standard, because the items do not tell.
 * @param defaults - What is the same for every entry, such as the day of the re-check.
 * @example
 * ```ts
 * const report = { students: [
 *   { id: "s1", present: true, standards: [{ standard: "7.RP.3", zone: "below" as const }] },
 *   { id: "s2", present: true, standards: [{ standard: "7.RP.3", zone: "not-sure" as const }] },
 * ] };
 * whoNeedsWhat(report).needs.map((need) => [need.kind, need.students]); // => [["reteach", ["s1"]]]
 * whoNeedsWhat(report).unnamed; // => ["s2"]
 * ```
 */
export function whoNeedsWhat(
  report: ItemReportLike,
  defaults: Pick<Need, "by" | "period" | "until" | "recheck"> = {},
): NeedsDraft {
  const present = report.students.filter((student) => student.present && student.standards.length > 0);
  const standards = [...new Set(present.flatMap((s) => s.standards.map((entry) => entry.standard)))];
  const needs = standards.flatMap((standard) =>
    (["reteach", "extend"] as const).flatMap((kind): Need[] => {
      const zone = kind === "reteach" ? "below" : "above";
      const students = present
        .filter((s) => s.standards.some((entry) => entry.standard === standard && entry.zone === zone))
        .map((s) => s.id);
      return students.length === 0
        ? []
        : [{ id: `${standard}/${kind}`, standard, kind, students, ...defaults }];
    }),
  );
  const ids = present.map((student) => student.id);
  return {
    needs,
    unnamed: unnamed(needs, ids),
    absent: report.students.filter((student) => !present.includes(student)).map((student) => student.id),
  };
}

/** Students whom no need names, in the order given. */
export function unnamed(needs: readonly Need[], students: readonly string[]): readonly string[] {
  const named = new Set(needs.flatMap((need) => need.students));
  return students.filter((student) => !named.has(student));
}

/**
 * The needs that concern one teacher's own students, cut down to them: what is printed for one class.
 * Guarantees that no other student's id is in it.
 */
export function needsForStudents(needs: readonly Need[], students: readonly string[]): readonly Need[] {
  const own = new Set(students);
  return needs
    .map((need) => ({ ...need, students: need.students.filter((student) => own.has(student)) }))
    .filter((need) => need.students.length > 0);
}
