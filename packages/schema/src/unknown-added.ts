import type * as z from "zod";
import type { Issue } from "./result.js";
import { fromZod } from "./zod-issue.js";

/**
 * Unknown fields that a change brings in. Those that the document already has in the same place (whatever the
 * position in a list) are not reported: a newer program wrote them and a change must not lose them.
 */
export function unknownAdded(strict: z.ZodType, before: object, changes: object): Issue[] {
  const brought = unknownIn(strict, changes);
  if (brought.length === 0) return [];
  const known = Object.fromEntries(Object.entries(before).filter(([key]) => Object.hasOwn(changes, key)));
  const places = new Set(unknownIn(strict, known).map(placeOf));
  return brought.filter((issue) => !places.has(placeOf(issue)));
}

function unknownIn(strict: z.ZodType, fields: object): Issue[] {
  const parsed = strict.safeParse(fields);
  return parsed.success ? [] : fromZod(parsed.error.issues).filter(({ code }) => code === "unknown-field");
}

function placeOf(issue: Issue): string {
  return JSON.stringify(issue.path.map((step) => (typeof step === "number" ? 0 : step)));
}
