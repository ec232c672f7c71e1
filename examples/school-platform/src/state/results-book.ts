import { itemReport, type TeamItemReport } from "@collegium/evidence";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { Store } from "@collegium/store";

/** One assessment of a team, as pasted or imported; students by the school's own ids where they are known. */
export interface ResultSet {
  readonly id: string;
  readonly team: string;
  readonly title: string;
  /** Day it was given, `YYYY-MM-DD`. */
  readonly on: string;
  readonly students: readonly { readonly id: string; readonly name: string; readonly class?: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly key?: string;
    readonly standard?: string;
    readonly max?: number;
  }[];
  readonly responses: readonly (readonly (string | number | null)[])[];
  /** Cells that could not be read, kept so that nothing is silently lost. */
  readonly refused: number;
}

/** The assessments of every team. */
export class ResultsBook {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async add(districtId: string, set: ResultSet): Promise<Result<ResultSet>> {
    const checked = reportOf(set);
    if (!checked.ok) return checked;
    const put = await this.#store.putDocument(districtId, "results", set.id, set);
    return put.ok ? ok(set) : fail(...(put.issues as [Issue, ...Issue[]]));
  }

  async find(districtId: string, id: string): Promise<ResultSet | undefined> {
    return (await this.#store.getDocument<ResultSet>(districtId, "results", id))?.document;
  }

  /** A team's assessments, newest first. */
  async of(districtId: string, team: string): Promise<ResultSet[]> {
    const all = await this.#store.listDocuments<ResultSet>(districtId, "results");
    return all
      .map(({ document }) => document)
      .filter((set) => set.team === team)
      .sort((a, b) => b.on.localeCompare(a.on) || b.id.localeCompare(a.id));
  }
}

/** What the people responsible for these students see. */
export function reportOf(set: ResultSet): Result<TeamItemReport> {
  const students = set.students.map(({ id, class: of }) => ({
    id,
    ...(of === undefined ? {} : { class: of }),
  }));
  return itemReport({ ...set, students }, { audience: "team" });
}
