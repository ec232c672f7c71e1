const WHOLE = /^(?:fy|yr|y|year|full ?year|year ?long|all(?: ?year)?|annual|full|yl|anual)$/i;
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|sem|semester|semestre|h)[\s_.-]*([12])$/i, 2],
  [/^(?:t|tri|trimester|trimestre)[\s_.-]*([123])$/i, 3],
  [/^(?:q|qtr|quarter|mp|marking period)[\s_.-]*([1234])$/i, 4],
  [/^([12])(?:st|nd)?[\s_.-]*(?:s|sem|semester)$/i, 2],
  [/^([1-4])(?:st|nd|rd|th)?[\s_.-]*(?:q|quarter|mp)$/i, 4],
];
/** Four digits as PowerSchool numbers terms: year, two semesters, four quarters. */
const NUMBERED: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 1 / 2],
  [1 / 2, 1],
  [0, 1 / 4],
  [1 / 4, 1 / 2],
  [1 / 2, 3 / 4],
  [3 / 4, 1],
];

/** The part of the school year that a term's name covers, as fractions; `undefined` where the name does not tell. */
function termSpan(term: string): readonly [number, number] | undefined {
  const text = term.trim();
  if (text === "" || WHOLE.test(text)) return [0, 1];
  for (const [pattern, parts] of PARTS) {
    const part = Number(pattern.exec(text)?.[1]);
    if (part) return [(part - 1) / parts, part / parts];
  }
  if (/^\d{4}$/.test(text)) return NUMBERED[Number(text.slice(2))];
  const ends = text.split(/\s*[-&,/+]\s*/);
  if (ends.length < 2) return undefined;
  const spans = ends.map(termSpan);
  if (spans.some((span) => span === undefined)) return undefined;
  return [Math.min(...spans.map((s) => s![0])), Math.max(...spans.map((s) => s![1]))];
}

/** Whether a row of one term belongs to the week of another. */
export function sameTerm(row: string, week: string): boolean {
  if (row === week) return true;
  const [a, b] = [termSpan(row), termSpan(week)];
  return a !== undefined && b !== undefined && a[0] < b[1] && b[0] < a[1];
}

/** The term whose week holds the most rows, among the shortest named; `undefined` where all rows are of one term. */
export function chooseTerm(cells: readonly string[]): string | undefined {
  const terms = [...new Set(cells)];
  const length = (term: string) => {
    const span = termSpan(term);
    return span ? span[1] - span[0] : 0.5;
  };
  const parts = terms.filter((term) => length(term) < 1);
  if (parts.length === 0 || terms.length < 2) return undefined;
  const shortest = Math.min(...parts.map(length));
  const covered = (week: string) => cells.filter((row) => sameTerm(row, week)).length;
  return parts
    .filter((term) => length(term) === shortest)
    .reduce((best, term) => (covered(term) > covered(best) ? term : best));
}
