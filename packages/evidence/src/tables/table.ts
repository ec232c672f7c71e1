/** Numbers in one typed array; `present` marks missing cells with 0 and is absent where none is missing. */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array | Float32Array | Int32Array | Uint16Array | Uint8Array;
  readonly present?: Uint8Array;
}

/** Words as codes into a dictionary, −1 for a missing cell. */
export interface TextColumn {
  readonly kind: "text";
  readonly codes: Int32Array | Int16Array | Int8Array | Uint16Array | Uint8Array;
  readonly dictionary: readonly string[];
}

/** One column of a table. */
export type Column = NumberColumn | TextColumn;

/** Columns of equal length: a year of results of a district in about twenty bytes a row. */
export interface Table {
  readonly length: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/**
 * One cell as a value; null where it is missing or there is no such row.
 * @example
 * ```ts
 * const table = tableOf({ school: ["North", "South"], score: [3, null] });
 * [cell(table, "school", 1), cell(table, "score", 1)]; // => ["South", null]
 * ```
 */
export function cell(table: Table, name: string, row: number): string | number | null {
  const column = table.columns[name];
  if (!column || row < 0 || row >= table.length) return null;
  if (column.kind === "text") return column.dictionary[column.codes[row]!] ?? null;
  return column.present?.[row] === 0 ? null : column.values[row]!;
}

/** A table from arrays of words or numbers, for small data and tests; the kind of a column is that of its first value. */
export function tableOf(data: Readonly<Record<string, readonly (string | number | null)[]>>): Table {
  const columns: Record<string, Column> = {};
  let length = 0;
  for (const [name, cells] of Object.entries(data)) {
    length = Math.max(length, cells.length);
    const first = cells.find((value) => value !== null);
    const builder: ColumnBuilder = typeof first === "string" ? new TextBuilder() : new NumberBuilder();
    for (const value of cells) {
      if (value === null) builder.addMissing();
      else if (builder instanceof TextBuilder) builder.add(String(value));
      else builder.add(Number(value));
    }
    columns[name] = builder.finish();
  }
  return { length, columns };
}

/** Builds one column cell by cell. */
export type ColumnBuilder = TextBuilder | NumberBuilder;

/** Grows a number column. */
export class NumberBuilder {
  #values = new Float64Array(1024);
  #present: Uint8Array | undefined;
  #length = 0;

  add(value: number): void {
    this.#grow();
    if (this.#present) this.#present[this.#length] = 1;
    this.#values[this.#length++] = value;
  }

  addMissing(): void {
    this.#grow();
    this.#present ??= new Uint8Array(this.#values.length).fill(1, 0, this.#length);
    this.#values[this.#length++] = 0;
  }

  finish(): NumberColumn {
    const values = this.#values.slice(0, this.#length);
    const present = this.#present?.slice(0, this.#length);
    return present ? { kind: "number", values, present } : { kind: "number", values };
  }

  #grow(): void {
    if (this.#length < this.#values.length) return;
    const values = new Float64Array(this.#values.length * 2);
    values.set(this.#values);
    this.#values = values;
    if (!this.#present) return;
    const present = new Uint8Array(values.length);
    present.set(this.#present);
    this.#present = present;
  }
}

/** Grows a text column with its dictionary. */
export class TextBuilder {
  #codes = new Int32Array(1024);
  #length = 0;
  readonly #places = new Map<string, number>();
  readonly #dictionary: string[] = [];

  add(text: string): void {
    let code = this.#places.get(text);
    if (code === undefined) {
      code = this.#dictionary.length;
      // A slice of a file would keep the whole file alive.
      const own = ` ${text}`.slice(1);
      this.#places.set(own, code);
      this.#dictionary.push(own);
    }
    this.#push(code);
  }

  addMissing(): void {
    this.#push(-1);
  }

  finish(): TextColumn {
    return { kind: "text", codes: this.#codes.slice(0, this.#length), dictionary: this.#dictionary };
  }

  #push(code: number): void {
    if (this.#length === this.#codes.length) {
      const codes = new Int32Array(this.#codes.length * 2);
      codes.set(this.#codes);
      this.#codes = codes;
    }
    this.#codes[this.#length++] = code;
  }
}
