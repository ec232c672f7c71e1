/** Why a cell or row of a pasted grid was refused. */
export type GridFault =
  | "not-a-score"
  | "below-zero"
  | "above-maximum"
  | "not-an-answer"
  | "formula-error"
  | "student-twice"
  | "no-student";

/** One sentence for every fault. */
export const GRID_REASONS: Readonly<Record<GridFault, string>> = {
  "not-a-score": "The cell is not a number, and the item has no key.",
  "below-zero": "A score cannot be below zero.",
  "above-maximum": "The score is above the highest of the item.",
  "not-an-answer": "The cell is longer than an answer to this item can be.",
  "formula-error": "The spreadsheet shows an error here.",
  "student-twice": "An earlier row is of the same student.",
  "no-student": "The row has answers but names no student.",
};

const ABSENT = /^(?:-+|—|–|abs(?:ent)?|n\/?a|exc(?:used)?|ex|none|blank|omit(?:ted)?|ausente|nr|dnf)$/i;
const FORMULA = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)/i;

/** A cell as an answer: a text to compare with a key, a number, nothing, or a fault. */
export function readCell(
  text: string,
  item: { readonly key?: string; readonly max?: number },
): { readonly value: string | number | null } | { readonly fault: GridFault } {
  if (text === "" || ABSENT.test(text)) return { value: null };
  if (FORMULA.test(text)) return { fault: "formula-error" };
  if (item.key !== undefined) {
    const choice = /^[A-Za-z]$/.test(item.key.trim());
    return choice && text.length > 2 ? { fault: "not-an-answer" } : { value: text };
  }
  const score = scoreOf(text);
  if (score === undefined) return { fault: "not-a-score" };
  if (score < 0) return { fault: "below-zero" };
  if (item.max !== undefined && score > item.max) return { fault: "above-maximum" };
  return { value: score };
}

/** A number as people write scores: `3`, `2.5`, `2,5`, `85%`, a tick or a cross. */
export function scoreOf(text: string): number | undefined {
  if (/^[✓✔]$/.test(text)) return 1;
  if (/^[✗✘]$/.test(text)) return 0;
  const plain = text.replace(/\s*%$/, "").replace(/^(-?\d+),(\d+)$/, "$1.$2");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
