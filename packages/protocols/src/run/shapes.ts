import type { PlannedStep, RunPerson, RunPlan } from "../plan.js";

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= 10_000;
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const SPEAKS = ["nobody", "roles", "each", "everyone", "pairs", "groups"];

/** Whether a value is a list of people with their roles, nobody twice. */
export function arePeople(value: unknown): value is readonly RunPerson[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= 1000 &&
    value.every((person) => isObject(person) && isText(person["id"]) && isTexts(person["roles"])) &&
    new Set(value.map((person) => person.id)).size === value.length
  );
}

/** Whether a value is a plan as `planRun` makes it, no step twice. */
export function isPlan(value: unknown): value is RunPlan {
  if (!isObject(value) || !isText(value["definition"])) return false;
  const steps = value["steps"];
  return (
    Array.isArray(steps) &&
    steps.length > 0 &&
    steps.length <= 2000 &&
    steps.every(isStep) &&
    new Set(steps.map((step: PlannedStep) => step.key)).size === steps.length
  );
}

function isStep(step: unknown): step is PlannedStep {
  if (!isObject(step) || ![step["key"], step["step"], step["kind"]].every(isText)) return false;
  const { speaks, capture, round, holder } = step;
  return (
    isObject(speaks) &&
    SPEAKS.includes(speaks["who"] as string) &&
    (speaks["who"] !== "roles" || isTexts(speaks["roles"])) &&
    optional(speaks["except"], isTexts) &&
    typeof step["minutes"] === "number" &&
    step["minutes"] >= 0 &&
    optional(step["silent"], isTexts) &&
    optional(step["reveals"], isTexts) &&
    optional(step["rules"], isTexts) &&
    optional(step["closes"], isTexts) &&
    optional(step["requires"], (r) => Array.isArray(r) && r.every(isRequirement)) &&
    optional(step["ballot"], isBallot) &&
    optional(round, (r) => isObject(r) && isText(r["id"]) && Number.isInteger(r["index"])) &&
    optional(holder, (h) => isObject(h) && isText(h["role"]) && isText(h["person"])) &&
    optional(
      capture,
      (c) =>
        isObject(c) &&
        isText(c["id"]) &&
        ["at-once", "at-reveal", "author"].includes(c["visible"] as string) &&
        ["named", "anonymous"].includes(c["authorship"] as string),
    )
  );
}

const isRequirement = (value: unknown): boolean =>
  isObject(value) && [value["done"], value["notes"], value["role"]].filter(isText).length === 1;

const isBallot = (value: unknown): boolean =>
  isObject(value) &&
  (isTexts(value["choices"]) || (isObject(value["choices"]) && isText(value["choices"]["from"]))) &&
  Number.isInteger(value["votes"]) &&
  (value["votes"] as number) >= 1 &&
  optional(value["ranked"], (ranked) => ranked === true);

const optional = (value: unknown, fits: (value: unknown) => boolean): boolean =>
  value === undefined || fits(value);
