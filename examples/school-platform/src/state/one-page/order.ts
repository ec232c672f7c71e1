import type { Audience } from "@collegium/schema";
import { fail, ok, type Result } from "@collegium/schema";
import type { MessageKey, Say } from "../../messages.js";
import type { Sheet, SheetColumn } from "../sheet.js";

/** What a page answers: which items went wrong, how far groups lie apart, what students gained, whether scorers agree. */
export const asks = ["items", "gap", "growth", "agreement"] as const;
export type Ask = (typeof asks)[number];

/** Rows that count: all, or those with one word in one column. */
export interface Filter {
  readonly column: SheetColumn;
  readonly is: string;
}

interface OrderOfAny {
  /** The title in the coach's words; empty for the report's own. */
  readonly title: string;
  /** Day the results are of, `YYYY-MM-DD`. */
  readonly on: string;
  /** Who may read the page; there is no default. */
  readonly audience: Extract<Audience, "team" | "public">;
  readonly filter?: Filter;
  /** Groups no average may hide. */
  readonly group?: SheetColumn;
  /** What the column of groups is called on the page. */
  readonly groupAs: string;
}

/** A page that was asked for, with the columns it is made from. */
export type PageOrder =
  | (OrderOfAny & { readonly ask: "items"; readonly items: readonly SheetColumn[]; readonly byName: boolean })
  | (OrderOfAny & {
      readonly ask: "gap";
      readonly measure: SheetColumn;
      readonly cut: number;
      readonly group: SheetColumn;
      /** The two groups the page compares; the two largest where nobody chose. */
      readonly pair: readonly [string, string];
    })
  | (OrderOfAny & {
      readonly ask: "growth";
      readonly before: SheetColumn;
      readonly after: SheetColumn;
      readonly reliability: number | null;
      readonly cut?: number;
    })
  | (OrderOfAny & {
      readonly ask: "agreement";
      readonly scorers: readonly SheetColumn[];
      readonly ordered: boolean;
    });

/** Growth and gaps are never counted by teacher: such a figure would rate a person and be wrong about them. */
const PERSON = /teacher|instructor|docente|profesor|maestr[oa]/i;

/** Reads an order from a form that was filled in on the page of choices. */
export function orderFrom(query: URLSearchParams, sheet: Sheet, say: Say, today: string): Result<PageOrder> {
  const column = (name: string) => sheet.columns.find((one) => one.name === query.get(name));
  const columns = (name: string) => sheet.columns.filter((one) => query.getAll(name).includes(one.name));
  const number = (name: string) => {
    const text = (query.get(name) ?? "").trim().replace(",", ".");
    return text === "" || !Number.isFinite(Number(text)) ? undefined : Number(text);
  };
  const refuse = (code: string, field: string) =>
    fail({ code, path: [field], message: say(`evidence.refused.${code}` as MessageKey) });
  const audience = query.get("audience");
  if (audience !== "team" && audience !== "public") return refuse("audience", "audience");
  const group = column("group");
  if (group && PERSON.test(group.name)) return refuse("teacher", "group");
  if (group && group.values.length === 0) return refuse("groups", "group");
  const [by, is] = [column("where"), query.get("is") ?? ""];
  if (by && !by.words.includes(is)) return refuse("filter", "is");
  const on = query.get("on") ?? "";
  const order: OrderOfAny = {
    title: (query.get("title") ?? "").trim().slice(0, 120),
    on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : today,
    audience,
    ...(by ? { filter: { column: by, is } } : {}),
    ...(group ? { group } : {}),
    groupAs: (query.get("groupAs") ?? "").trim().slice(0, 60) || (group?.name ?? ""),
  };
  const repeated = query.get("ask") === "agreement" ? undefined : twice(sheet, rowsOf(sheet, order.filter));
  if (repeated) {
    const { n, column: of } = repeated;
    return fail({
      code: "repeated",
      path: [of],
      message: say("evidence.refused.repeated", { n, column: of }),
    });
  }
  switch (query.get("ask")) {
    case "items": {
      const items = columns("item");
      if (items.length === 0) return refuse("items", "item");
      if (items.some(({ name, kind }) => kind === "text" && !sheet.key.has(name)))
        return refuse("key", "item");
      return ok({ ...order, ask: "items", items, byName: query.get("byName") === "yes" });
    }
    case "gap": {
      const [measure, cut] = [column("measure"), number("cut")];
      if (measure?.kind !== "number") return refuse("measure", "measure");
      if (cut === undefined) return refuse("cut", "cut");
      if (!group) return refuse("groups", "group");
      const pair = pairOf(group, rowsOf(sheet, order.filter), [query.get("a"), query.get("b")]);
      if (!pair) return refuse("groups", "group");
      return ok({ ...order, ask: "gap", measure, cut, group, pair });
    }
    case "growth": {
      const [before, after] = [column("before"), column("after")];
      if (before?.kind !== "number" || after?.kind !== "number" || before === after)
        return refuse("twice", "before");
      const [reliability, cut] = [number("reliability"), number("cut")];
      if (reliability !== undefined && !(reliability > 0 && reliability < 1))
        return refuse("reliability", "reliability");
      return ok({
        ...order,
        ask: "growth",
        before,
        after,
        reliability: reliability ?? null,
        ...(cut === undefined ? {} : { cut }),
      });
    }
    case "agreement": {
      const scorers = columns("scorer");
      if (scorers.length < 2) return refuse("scorers", "scorer");
      if (audience === "public") return refuse("scorersStay", "audience");
      return ok({
        ...order,
        ask: "agreement",
        scorers,
        ordered: scorers.every(({ kind }) => kind === "number"),
      });
    }
    default:
      return refuse("ask", "ask");
  }
}

/** Names of columns that tell students apart. */
const STUDENT =
  /^(?:id|(?:student|child|pupil|learner|alumno|estudiante)(?:[\s._-]*(?:id|no|number|code))?|id[\s._-]*(?:student|child|pupil|alumno))$/i;

/** Students who stand in several of the rows: their results must not be counted twice. */
function twice(sheet: Sheet, rows: readonly number[]): { n: number; column: string } | undefined {
  const column = sheet.columns.find(({ name }) => STUDENT.test(name));
  if (!column) return undefined;
  const seen = new Map<string, number>();
  for (const row of rows) {
    const id = column.words[row];
    if (id != null) seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  const n = [...seen.values()].filter((times) => times > 1).length;
  return n === 0 ? undefined : { n, column: column.name };
}

/** Numbers of the rows that count. */
export function rowsOf(sheet: Sheet, filter: Filter | undefined): number[] {
  const all = Array.from({ length: sheet.rows }, (_, row) => row);
  return filter ? all.filter((row) => filter.column.words[row] === filter.is) : all;
}

/** The two groups chosen, else the two largest in the file's order. */
function pairOf(group: SheetColumn, rows: readonly number[], chosen: readonly (string | null)[]) {
  const size = (value: string) => rows.filter((row) => group.words[row] === value).length;
  const known = group.values.filter((value) => size(value) > 0);
  const [a, b] = chosen;
  if (a && b && a !== b && known.includes(a) && known.includes(b)) return [a, b] as const;
  const largest = [...known].sort((x, y) => size(y) - size(x)).slice(0, 2);
  const pair = known.filter((value) => largest.includes(value));
  return pair.length === 2 ? (pair as unknown as readonly [string, string]) : undefined;
}
