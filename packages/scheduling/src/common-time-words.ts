import { commonTimeTexts } from "./texts/en/common-time.js";
import { english, say, type Wording, type WordingValue } from "./wording.js";

/** English for common time. */
export const commonTimeEnglish = english(commonTimeTexts);

/** A sentence or phrase about common time, as data. */
export function phrase(
  key: keyof typeof commonTimeTexts,
  values: Readonly<Record<string, WordingValue>> = {},
): Wording {
  return { key, values };
}

/** A sentence with its data, in English. */
export function worded(wording: Wording): { readonly message: string; readonly wording: Wording } {
  return { message: say(commonTimeEnglish, wording), wording };
}
