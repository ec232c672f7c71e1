import * as z from "zod";
import { EXTENSION_WORD } from "./identifier.js";

/** A word of a vocabulary, or one that a party added: `ext:mentor`. */
export type Word<Words extends string> = Words | `ext:${string}`;

/**
 * A field whose words are agreed but never complete: a school may write `ext:<word>` where none fits.
 * Readers keep an unknown `ext:` word; any other unknown word is refused, so a typing error is noticed. A word that
 * many parties use moves into the core list in a new version, whose upgrade renames it.
 *
 * Issue code: `unknown-word`.
 * @example
 * ```ts
 * const role = vocabulary(["facilitator", "recorder"]);
 * role.safeParse("ext:mentor").success; // => true
 * role.safeParse("mentor").success; // => false
 * ```
 */
export function vocabulary<const Words extends readonly [string, ...string[]]>(
  words: Words,
): z.ZodType<Word<Words[number]>, Word<Words[number]>> {
  const extended = z.string().regex(EXTENSION_WORD, { abort: true }) as unknown as z.ZodType<
    `ext:${string}`,
    `ext:${string}`
  >;
  return z.union([z.enum(words), extended]).meta({ "x-privacy": "none" }) as never;
}
