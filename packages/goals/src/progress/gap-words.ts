import type { Words } from "../lint/rule.js";
import type { Measure } from "../results-goal.js";
import type { GapTrend } from "./gap-trend.js";
import type { ProgressLocale } from "./progress-words.js";

const VERDICT = {
  closing: { en: "The gap is closing.", es: "La brecha se está cerrando." },
  "closing-by-lowering": {
    en: "The gap shrinks because everyone fell, not because {group} gained. Who should gain instead?",
    es: "La brecha se reduce porque bajaron todos, no porque ganaran {group}. ¿Quién debería ganar en su lugar?",
  },
  growing: { en: "The gap is growing.", es: "La brecha está creciendo." },
  unchanged: { en: "The gap has hardly changed.", es: "La brecha casi no ha cambiado." },
} as const satisfies Record<NonNullable<GapTrend["verdict"]>, Words>;

const TEXTS = {
  both: {
    en: "{group} on “{measure}”: from {sub0} to {sub1}; everyone: from {all0} to {all1} ({from} to {to}).",
    es: "{group} en «{measure}»: de {sub0} a {sub1}; todos: de {all0} a {all1} ({from} a {to}).",
  },
  size: {
    en: "The gap was {before} standard deviations and is {after}.",
    es: "La brecha era de {before} desviaciones estándar y es de {after}.",
  },
  chance: {
    en: "So far chance alone could explain that.",
    es: "Hasta ahora la suerte sola podría explicarlo.",
  },
} as const satisfies Record<string, Words>;

/**
 * A gap's trend in sentences: where both groups moved before the difference, its size in standard deviations, and whether
 * chance could explain the change. Empty with fewer than two days.
 */
export function gapWords(
  trend: GapTrend,
  measure: Pick<Measure, "name" | "unit">,
  locale: ProgressLocale = "en",
): string[] {
  const [first, last] = [trend.points[0], trend.points.at(-1)];
  if (!first || !last || trend.verdict === null) return [];
  const { population } = trend;
  const group = population.kind === "all" ? "" : (population.name ?? population.group);
  const value = (number: number) =>
    measure.unit === "share" ? `${Math.round(100 * number)} %` : String(Math.round(100 * number) / 100);
  const say = (text: Words, facts: Readonly<Record<string, string>>) =>
    text[locale].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
  const [before, after] = [first.gapInDeviations, last.gapInDeviations];
  return [
    say(TEXTS.both, {
      group,
      measure: measure.name,
      sub0: value(first.subgroup),
      sub1: value(last.subgroup),
      all0: value(first.whole),
      all1: value(last.whole),
      from: first.on,
      to: last.on,
    }),
    ...(before === null || after === null
      ? []
      : [say(TEXTS.size, { before: before.toFixed(2), after: after.toFixed(2) })]),
    say(VERDICT[trend.verdict], { group }),
    ...(trend.beyondChance === false && trend.verdict !== "unchanged" ? [TEXTS.chance[locale]] : []),
  ];
}
