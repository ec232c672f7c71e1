import type { AgendaItem } from "../agenda-item.js";
import type { Need } from "../needs.js";
import type { PollSpec } from "./polls.js";
import { decisionMethods } from "./polls.js";

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= 10_000;
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 5000 && value.every(isText);
const optional = (value: unknown, fits: (value: unknown) => boolean): boolean =>
  value === undefined || fits(value);
const isMessage = (value: unknown): boolean =>
  isObject(value) &&
  isText(value["key"]) &&
  optional(
    value["values"],
    (v) => isObject(v) && Object.values(v).every((x) => typeof x === "string" || typeof x === "number"),
  );

/** Whether a value is an agenda: items with a title, a purpose and minutes, no id twice. */
export function isAgenda(value: unknown): value is readonly AgendaItem[] {
  return (
    Array.isArray(value) &&
    value.length <= 200 &&
    value.every(
      (item) =>
        isObject(item) &&
        isText(item["id"]) &&
        isText(item["kind"]) &&
        isMessage(item["title"]) &&
        isMessage(item["purpose"]) &&
        typeof item["minutes"] === "number" &&
        item["minutes"] >= 0 &&
        optional(item["actions"], isTexts) &&
        optional(item["needs"], isTexts) &&
        optional(item["from"], (from) => isObject(from) && isText(from["meeting"])),
    ) &&
    new Set(value.map((item) => item.id)).size === value.length
  );
}

/** Whether a value is a need: a standard, what is needed, and students. */
export function isNeed(value: unknown): value is Need {
  return (
    isObject(value) &&
    isText(value["id"]) &&
    isText(value["standard"]) &&
    (value["kind"] === "reteach" || value["kind"] === "extend") &&
    isTexts(value["students"]) &&
    optional(value["by"], isText) &&
    optional(value["period"], isText) &&
    optional(value["until"], isText) &&
    optional(value["recheck"], (r) => isObject(r) && isText(r["with"]) && isText(r["on"]))
  );
}

/** Methods that choose between options. */
const OPTIONS: ReadonlySet<unknown> = new Set(["dot-vote", "score", "ranked", "approval", "time-poll"]);
const areOptions = (value: unknown): boolean =>
  isTexts(value) &&
  (value as readonly string[]).length > 0 &&
  new Set(value as readonly string[]).size === (value as readonly string[]).length;

/** Whether a value says how a poll is held. */
export function isPollSpec(value: unknown): value is PollSpec {
  return (
    isObject(value) &&
    decisionMethods.includes(value["method"] as PollSpec["method"]) &&
    ["named", "hidden-from-peers", "not-stored"].includes(value["identity"] as string) &&
    ["live", "after-own-vote", "after-close"].includes(value["results"] as string) &&
    (OPTIONS.has(value["method"]) ? areOptions(value["options"]) : optional(value["options"], isTexts)) &&
    optional(value["budget"], (b) => Number.isInteger(b) && (b as number) > 0) &&
    optional(value["threshold"], (t) => typeof t === "number" && t > 0 && t <= 1) &&
    optional(value["minimum"], (m) => Number.isInteger(m) && (m as number) > 0)
  );
}

/** Whether a value is words by option. */
export function areOptionTexts(value: unknown): boolean {
  return optional(value, (v) => isObject(v) && Object.values(v).every(isText));
}
