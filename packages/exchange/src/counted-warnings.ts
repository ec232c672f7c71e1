import type { Issue } from "@collegium/schema";

/** Warnings of one kind about one column become one, with their number. */
export class Warnings {
  readonly #found = new Map<
    string,
    { code: string; file: string; column: string; what: string; count: number }
  >();

  add(code: string, file: string, column: string, what: string): void {
    const key = `${code}\n${file}\n${column}`;
    const found = this.#found.get(key);
    if (found) found.count++;
    else this.#found.set(key, { code, file, column, what, count: 1 });
  }

  issues(): Issue[] {
    return [...this.#found.values()].map(({ code, file, column, what, count }) => ({
      code,
      path: column === "" ? [file] : [file, column],
      message: column === "" ? `${file} ${what}` : `${count} cells of ${column} in ${file} ${what}`,
      data: { count },
    }));
  }
}
