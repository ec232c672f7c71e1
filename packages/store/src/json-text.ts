import { Refusal } from "./failure.js";

/** A value as JSON text; refused with `not-json` where there is none, for example for a function or a cycle. */
export function toJsonText(value: unknown, path: readonly (string | number)[]): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    text = undefined;
  }
  if (text !== undefined) return text;
  throw new Refusal({ code: "not-json", path, message: "This content cannot be written as JSON." });
}
