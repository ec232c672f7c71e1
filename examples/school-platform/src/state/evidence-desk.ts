import { randomUUID } from "node:crypto";
import type { Result } from "@collegium/schema";
import type { Store } from "@collegium/store";
import { readSheet, type Sheet } from "./sheet.js";

/** A results file on somebody's desk. */
export interface DeskFile {
  readonly id: string;
  /** The one person who sees it. */
  readonly owner: string;
  readonly name: string;
  /** Day it was brought in, `YYYY-MM-DD`. */
  readonly on: string;
  readonly text: string;
}

/** A file with its sheet read. */
export interface OpenFile extends DeskFile {
  readonly sheet: Sheet;
}

/** The desks of a school: each person's own results files, seen by nobody else and removed with one press. */
export class EvidenceDesk {
  readonly #store: Store;
  // Reading a large file for every page that asks would be a waste; the newest few stay open.
  readonly #open = new Map<string, Sheet>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Keeps a file that can be read; nothing is kept of one that cannot. */
  async add(districtId: string, file: Omit<DeskFile, "id">): Promise<Result<DeskFile>> {
    const read = readSheet(file.text);
    if (!read.ok) return read;
    const kept = { ...file, id: randomUUID() };
    const put = await this.#store.putDocument(districtId, "evidence-file", kept.id, kept);
    if (!put.ok) return put;
    this.#keep(kept.id, read.value);
    return { ok: true, value: kept, warnings: [] };
  }

  /** A person's own files, the newest first. */
  async of(districtId: string, person: string): Promise<DeskFile[]> {
    const all = await this.#store.listDocuments<DeskFile>(districtId, "evidence-file");
    return all
      .map(({ document }) => document)
      .filter(({ owner }) => owner === person)
      .sort((a, b) => b.on.localeCompare(a.on) || a.name.localeCompare(b.name));
  }

  /** A file of this person with its sheet; another's is as if it were not there. */
  async find(districtId: string, id: string, person: string): Promise<OpenFile | undefined> {
    const stored = await this.#store.getDocument<DeskFile>(districtId, "evidence-file", id);
    if (!stored || stored.document.owner !== person) return undefined;
    const sheet = this.#sheet(id, stored.document.text);
    return sheet && { ...stored.document, sheet };
  }

  async remove(districtId: string, id: string, person: string): Promise<void> {
    if (!(await this.find(districtId, id, person))) return;
    this.#open.delete(id);
    await this.#store.removeDocument(districtId, "evidence-file", id);
  }

  #sheet(id: string, text: string): Sheet | undefined {
    const known = this.#open.get(id);
    if (known) return known;
    const read = readSheet(text);
    if (!read.ok) return undefined;
    this.#keep(id, read.value);
    return read.value;
  }

  #keep(id: string, sheet: Sheet): void {
    if (this.#open.size >= 4) this.#open.delete([...this.#open.keys()][0] as string);
    this.#open.set(id, sheet);
  }
}
