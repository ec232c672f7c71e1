// Reads the reference tables of a folder, once each: rows of text by column name, empty cells and NA as null.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export class MissingCsv extends Error {}

export function csvFolder(folder) {
  const tables = new Map();
  return (name) => {
    if (!tables.has(name)) {
      const file = folder && join(folder, name);
      if (!file || !existsSync(file)) throw new MissingCsv(`the table ${name} is not in the folder of --csv`);
      tables.set(name, parse(readFileSync(file, "utf8")));
    }
    return tables.get(name);
  };
}

function parse(text) {
  const [head, ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map(cells);
  return {
    columns: head,
    rows: rows.map((row) => Object.fromEntries(head.map((name, i) => [name, blank(row[i])]))),
  };
}

function blank(cell) {
  return cell === undefined || cell === "" || cell === "NA" ? null : cell;
}

function cells(line) {
  const found = [];
  let rest = line;
  while (true) {
    const [whole, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/.exec(rest);
    found.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (!whole.endsWith(",")) return found;
    rest = rest.slice(whole.length);
  }
}
