import { createHash } from "node:crypto";
import { readTimetable, type ScheduleMapping } from "@collegium/exchange";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { Store } from "@collegium/store";
import { EXAMPLE, exampleSchool } from "./example.js";
import { teachersOf } from "./people.js";
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

  /** Reads a timetable file, keeps it, and opens its school. Nothing is kept where the file is refused. */
  async bringIn(file: TimetableFile): Promise<Result<School>> {
    const read = await readFile(file);
    if (!read.ok) return read;
    const time = read.value;
    const districtId = `school-${createHash("sha256").update(file.bytes).digest("hex").slice(0, 16)}`;
    const saved: SavedFile = {
      fileName: file.fileName,
      base64: Buffer.from(file.bytes).toString("base64"),
      ...(file.solution === undefined ? {} : { solution: file.solution }),
      ...(file.mapping === undefined ? {} : { mapping: file.mapping }),
    };
    const school: School = {
      districtId,
      name: time.timetable.school,
      example: false,
      teachers: teachersOf(time.timetable),
      students: [],
      time,
    };
    await this.#store.putDocument(districtId, "timetable-file", "timetable", saved);
    await this.#store.putDocument(SYSTEM, "school", districtId, { districtId, name: school.name });
    this.#open.set(districtId, school);
    await this.switchTo(districtId);
    return ok(school, time.warnings);
  }

  async #restore(districtId: string): Promise<School> {
    const saved = await this.#store.getDocument(districtId, "timetable-file", "timetable");
    const file = saved?.document as SavedFile | undefined;
    if (!file)
      return { districtId, name: districtId, example: false, teachers: [], students: [], time: undefined };
    const read = await readFile({ ...file, bytes: Buffer.from(file.base64, "base64") });
    if (!read.ok) throw new Error(`The stored timetable of ${districtId} no longer opens.`);
    return {
      districtId,
      name: read.value.timetable.school,
      example: false,
      teachers: teachersOf(read.value.timetable),
      students: [],
      time: read.value,
    };
  }
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
