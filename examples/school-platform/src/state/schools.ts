import { createHash } from "node:crypto";
import { readTimetable, type ScheduleMapping } from "@collegium/exchange";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { Store } from "@collegium/store";
import { EXAMPLE, exampleSchool } from "./example.js";
import { teachersOf } from "./people.js";
import { importRoster, peopleOf, type RosterImport, type RosterOrder } from "./roster-import.js";
import type { School, SchoolTime } from "./school.js";

const SYSTEM = "platform";

interface SavedFile {
  readonly fileName: string;
  readonly base64: string;
  readonly solution?: string;
  readonly mapping?: ScheduleMapping;
}

/** A timetable file on its way in. */
export interface TimetableFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly solution?: string;
  readonly mapping?: ScheduleMapping;
}

/** The schools this platform holds, and which one is open. */
export class Schools {
  readonly #store: Store;
  readonly #open = new Map<string, School>();
  #current: string | undefined;

  readonly #today: () => string;

  constructor(store: Store, today: () => string) {
    this.#store = store;
    this.#today = today;
  }

  /** The school that was open last, or the generated example. */
  async current(): Promise<School> {
    if (this.#current === undefined) {
      const saved = await this.#store.getDocument(SYSTEM, "current-school", "current");
      this.#current = (saved?.document as { districtId: string } | undefined)?.districtId ?? EXAMPLE;
    }
    return this.open(this.#current);
  }

  /** Opens a school and remembers it for the next start. */
  async switchTo(districtId: string): Promise<School> {
    const school = await this.open(districtId);
    await this.#store.putDocument(SYSTEM, "current-school", "current", { districtId });
    this.#current = districtId;
    return school;
  }

  /** Every school that was brought in, and the example. */
  async list(): Promise<{ districtId: string; name: string }[]> {
    const saved = await this.#store.listDocuments(SYSTEM, "school");
    return [
      { districtId: EXAMPLE, name: (await this.open(EXAMPLE)).name },
      ...saved.map(({ document }) => document as { districtId: string; name: string }),
    ];
  }

  async open(districtId: string): Promise<School> {
    const known = this.#open.get(districtId);
    if (known) return known;
    const school =
      districtId === EXAMPLE ? exampleSchool(this.#today()).school : await this.#restore(districtId);
    this.#open.set(districtId, school);
    return school;
  }

  /** What a person last said that columns of these names mean, in any file of this machine. */
  async recallMapping(headers: readonly string[]): Promise<ScheduleMapping | undefined> {
    const saved = await this.#store.getDocument<ScheduleMapping>(SYSTEM, "mapping", mappingId(headers));
    return saved?.document;
  }

  /** Remembers it for the next export of the same system. */
  async rememberMapping(headers: readonly string[], mapping: ScheduleMapping): Promise<void> {
    await this.#store.putDocument(SYSTEM, "mapping", mappingId(headers), mapping);
  }

  /** Reads a timetable file, keeps it, and opens its school. Nothing is kept where the file is refused. */
  async bringIn(file: TimetableFile): Promise<Result<School>> {
    const read = await readFile(file);
    if (!read.ok) return read;
    const time = read.value;
    const districtId = `school-${digest(file.bytes)}`;
    const saved: SavedFile = {
      fileName: file.fileName,
      base64: Buffer.from(file.bytes).toString("base64"),
      ...(file.solution === undefined ? {} : { solution: file.solution }),
      ...(file.mapping === undefined ? {} : { mapping: file.mapping }),
    };
    await this.#store.putDocument(districtId, "timetable-file", "timetable", saved);
    return ok(await this.#admit(districtId, time.timetable.school, time), time.warnings);
  }

  /**
   * Reads a roster into the open school, or into a school of its own where only the example is open: generated people
   * never stand beside imported ones.
   */
  async bringInRoster(order: Omit<RosterOrder, "timetable">): Promise<Result<RosterImport>> {
    const open = await this.current();
    const own = open.example ? undefined : open;
    const districtId =
      own?.districtId ??
      `school-${digest(new TextEncoder().encode(order.files.map(({ name }) => name).join()))}`;
    const timetable = own?.time?.timetable;
    const imported = await importRoster(this.#store, districtId, {
      ...order,
      ...(timetable ? { timetable } : {}),
    });
    if (!imported.ok) return imported;
    const school = imported.value.read.roster.orgs.find(({ type }) => type === "school")?.name ?? "School";
    await this.#admit(districtId, own?.name ?? school, own?.time);
    return imported;
  }

  async #admit(districtId: string, name: string, time: SchoolTime | undefined): Promise<School> {
    await this.#store.putDocument(SYSTEM, "school", districtId, { districtId, name });
    this.#open.set(districtId, await this.#assemble(districtId, name, time));
    return this.switchTo(districtId);
  }

  async #restore(districtId: string): Promise<School> {
    const saved = await this.#store.getDocument(districtId, "timetable-file", "timetable");
    const file = saved?.document as SavedFile | undefined;
    const known = await this.#store.getDocument<{ name: string }>(SYSTEM, "school", districtId);
    if (!file) return this.#assemble(districtId, known?.document.name ?? districtId, undefined);
    const read = await readFile({ ...file, bytes: Buffer.from(file.base64, "base64") });
    if (!read.ok) throw new Error(`The stored timetable of ${districtId} no longer opens.`);
    return this.#assemble(districtId, read.value.timetable.school, read.value);
  }

  async #assemble(districtId: string, name: string, time: SchoolTime | undefined): Promise<School> {
    const people = await peopleOf(this.#store, districtId, time?.timetable, this.#today());
    const teachers = time ? teachersOf(time.timetable) : people.teachers;
    return { districtId, name, example: false, teachers, students: people.students, time };
  }
}

function mappingId(headers: readonly string[]): string {
  return digest(new TextEncoder().encode(headers.join("\n").toLowerCase()));
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

async function readFile(file: TimetableFile): Promise<Result<SchoolTime>> {
  const read = await readTimetable(file.bytes, {
    name: file.fileName,
    ...(file.solution === undefined ? {} : { solution: file.solution }),
    ...(file.mapping === undefined ? {} : { mapping: file.mapping }),
  });
  if (!read.ok) return read;
  const { timetable, format, original } = read.value;
  if (timetable.lessons.length === 0) {
    const empty: Issue = {
      code: "no-lessons",
      path: [],
      message: "The file has no lessons.",
      hint: "Export the master schedule with teachers, periods and days.",
    };
    return fail(empty);
  }
  return ok({ timetable, fileName: file.fileName, format, original, warnings: read.warnings });
}
