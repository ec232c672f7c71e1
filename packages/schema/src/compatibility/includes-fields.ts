import { type Case, type FieldGroup, fieldNamed } from "./case.js";
import { below, type Refusal } from "./finding.js";
import type { Search } from "./includes.js";
import { type Node, takesAll } from "./node.js";
import { takesValue } from "./takes-value.js";

type Ask = (reader: Node, writer: readonly Node[], path: string, search: Search) => Refusal[];

/** What of a written object's fields lies beyond one case of the reader. */
export function fieldsWithin(reader: Case, written: Case, path: string, search: Search, ask: Ask): Refusal[] {
  const named = new Set(written.fields.flatMap((group) => [...group.named.keys()]));
  for (const name of written.required) named.add(name);
  return [
    ...requiredFields(reader, written, named, path),
    ...[...named].flatMap((name) => oneField(name, reader, written, path, search, ask)),
    ...freeFields(named, reader, written, path, search, ask),
  ];
}

function requiredFields(reader: Case, written: Case, named: Set<string>, path: string): Refusal[] {
  return reader.required
    .filter((name) => !written.required.includes(name))
    .map((name) => {
      const why = named.has(name) ? "may leave out" : "does not know";
      const says = `requires ${name}, which the {writer} one ${why}`;
      return { code: "field-required" as const, path: below(path, name), says };
    });
}

function oneField(
  name: string,
  reader: Case,
  written: Case,
  path: string,
  search: Search,
  ask: Ask,
): Refusal[] {
  const own = fieldNamed(written, name);
  if (own.some(({ schema }) => schema === false)) return []; // no document has it
  const at = below(path, name);
  const badName = reader.names.some((node) => takesValue(node, name) !== true);
  if (badName) return [{ code: "field-name-refused", path: at, says: `refuses a field named ${name}` }];
  return fieldNamed(reader, name).flatMap((node) => {
    if (node.schema !== false) return ask(node, own, at, search);
    return [
      { code: "field-refused" as const, path: at, says: `refuses ${name}, which the {writer} one has` },
    ];
  });
}

/** Fields that the written schema does not name. */
function freeFields(
  named: Set<string>,
  reader: Case,
  written: Case,
  path: string,
  search: Search,
  ask: Ask,
): Refusal[] {
  const rests = restsOf(written);
  if (rests === "closed") return [];
  const free = search.exact || isDictionary(written);
  const at = below(path, "{}");
  const found: Refusal[] = [];
  for (const node of reader.names) {
    if (
      written.names.length === 0 ||
      ask(node, [...written.names], at, { ...search, exact: true }).length > 0
    ) {
      found.push({
        code: "field-name-refused",
        path: at,
        says: "refuses field names that the {writer} one allows",
      });
    }
  }
  for (const group of reader.fields) {
    found.push(...groupRefuses(group, named, rests, written, free, path, search, ask));
  }
  return found;
}

function groupRefuses(
  group: FieldGroup,
  named: Set<string>,
  rests: readonly Node[],
  written: Case,
  free: boolean,
  path: string,
  search: Search,
  ask: Ask,
): Refusal[] {
  const { rest } = group;
  const found: Refusal[] = [];
  const patterned = written.fields.flatMap(({ patterns }) => patterns);
  for (const [pattern, node] of patterned) {
    const same = group.patterns.find(([other]) => other === pattern);
    const others = group.patterns.filter(([other]) => other !== pattern).map(([, other]) => other);
    const last = same?.[1] ?? rest;
    for (const target of last ? [...others, last] : others) {
      found.push(...ask(target, [node], below(path, `{${pattern}}`), search));
    }
  }
  if (!takesNone(rests)) {
    const at = below(path, "{}");
    if (rest?.schema === false) {
      const says = "refuses fields it does not name, which the {writer} one keeps";
      found.push({ code: "unknown-field-refused", path, says });
    } else if (rest) {
      found.push(...ask(rest, rests, at, search));
    }
    const strange = group.patterns.filter(([pattern]) => !patterned.some(([own]) => own === pattern));
    if (free) for (const [, node] of strange) found.push(...ask(node, rests, at, search));
  }
  if (!free) return found;
  for (const [name, node] of group.named) {
    const own = fieldNamed(written, name);
    const impossible = own.some(({ schema }) => schema === false);
    const badName = written.names.some((one) => takesValue(one, name) === false);
    if (!named.has(name) && !impossible && !badName) found.push(...ask(node, own, below(path, name), search));
  }
  return found;
}

/** Restrictions on a field that no part of the written schema names; `closed` where there can be none. */
function restsOf(written: Case): readonly Node[] | "closed" {
  const rests = written.fields.flatMap(({ rest }) => (rest ? [rest] : []));
  const patterned = written.fields.some(({ patterns }) => patterns.length > 0);
  return takesNone(rests) && !patterned ? "closed" : rests;
}

function takesNone(rests: readonly Node[]): boolean {
  return rests.some(({ schema }) => schema === false);
}

/** An object with free keys of one kind, whose writers do write names that the schema does not list. */
function isDictionary(written: Case): boolean {
  const typed = written.fields.some(
    ({ rest, patterns }) => patterns.length > 0 || (rest && !takesAll(rest.schema)),
  );
  return typed || !written.fields.some(({ declares }) => declares);
}
