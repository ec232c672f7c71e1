import type { ProtocolDefinition } from "./definition.js";
import { type Fit, type FittedStep, fit, nearestGroup } from "./fit.js";
import type { GroupSize } from "./plan.js";
import { inLocale, type Message, protocolTexts, say } from "./texts.js";

/** A fit for print and for programs: plain values, labels in one language. */
export interface FitReport {
  readonly protocol: string;
  readonly fits: boolean;
  readonly sittings: 0 | 1 | 2;
  /** Minutes it takes; the fewest it would take, where it does not fit. */
  readonly total: number;
  /** Steps with their minutes; of the smallest slot, where it does not fit. */
  readonly steps: readonly { label: string; minutes: number; repeats: number; sitting?: number }[];
  /** Labels of steps left out. */
  readonly cut: readonly string[];
  readonly because: string;
  /** What must be kept between two sittings. */
  readonly keep?: string;
  readonly smallestSlot?: number;
  readonly nearestGroup?: number;
  readonly alternatives?: readonly { id: string; title: string; total: number }[];
}

/**
 * The answer of {@link fit} as a person or program reads it.
 * Guarantees the same numbers as `fit`; that `total` is always the sum of minutes times repeats over `steps`, which are
 * those of the smallest slot where it does not fit; and plain sentences why, which name the smallest slot and the nearest
 * group, or where to stop between two sittings.
 * @example
 * ```ts
 * fitReport(findProtocol("final-word"), 28, 4).because; // => "It takes 28 of the 28 minutes when what may be left out is left out."
 * fitReport(findProtocol("descriptive-review"), 33, 6).because;
 * // => "With 6 people it needs at least 90 minutes; there are 33. No group it is made for needs less than 34."
 * ```
 */
export function fitReport(
  definition: ProtocolDefinition,
  minutes: number,
  group: number | GroupSize,
  { locale = "en", among = [] }: { locale?: string; among?: readonly ProtocolDefinition[] } = {},
): FitReport {
  const size = typeof group === "number" ? { people: group } : group;
  const answer: Fit = fit(definition, minutes, size, among);
  const tell = (key: string, values: Message["values"] = {}) => say(protocolTexts, { key, values }, locale);
  const labelOf = (id: string) => inLocale(definition.steps.find((s) => s.id === id)!.label, locale);
  const line = ({ label, minutes: each, repeats }: FittedStep, sitting?: number) => ({
    label: inLocale(label, locale),
    minutes: each,
    repeats,
    ...(sitting !== undefined && { sitting }),
  });
  const head = { protocol: definition.id };
  const why = say(protocolTexts, answer.because, locale);
  switch (answer.answer) {
    case "fits":
      return {
        ...head,
        fits: true,
        sittings: 1,
        total: answer.total,
        steps: answer.steps.map((step) => line(step)),
        cut: answer.cut.map(labelOf),
        because: why,
      };
    case "two-sittings": {
      const keep = inLocale(answer.keep, locale);
      const nearest = nearestGroup(definition, minutes, size);
      const told = [
        why,
        tell("fit.break", { step: labelOf(answer.breakAfter), keep }),
        ...(nearest === undefined ? [] : [tell("fit.one-sitting", { people: nearest })]),
      ];
      return {
        ...head,
        fits: false,
        sittings: 2,
        total: answer.sittings[0].total + answer.sittings[1].total,
        steps: answer.sittings.flatMap((sitting, i) => sitting.steps.map((step) => line(step, i + 1))),
        cut: answer.cut.map(labelOf),
        because: told.join(" "),
        keep,
        ...(nearest !== undefined && { nearestGroup: nearest }),
      };
    }
    case "does-not-fit": {
      const { smallestSlot, nearestGroup: nearby, reason } = answer;
      const { min, max } = definition.group;
      const people = Math.min(max, Math.max(min, size.people));
      const least = fit(definition, smallestSlot, { ...size, people });
      const nearest =
        nearby === undefined
          ? tell("fit.no-group", { minutes: minutes + 1 })
          : nearby === people
            ? ""
            : tell("fit.nearest-group", { people: nearby });
      const sized = reason === "group" ? tell("fit.sized", { people, smallest: smallestSlot }) : "";
      return {
        ...head,
        fits: false,
        sittings: 0,
        total: smallestSlot,
        steps: least.answer === "fits" ? least.steps.map((step) => line(step)) : [],
        cut: least.answer === "fits" ? least.cut.map(labelOf) : [],
        because: [why, sized, nearest].filter((sentence) => sentence !== "").join(" "),
        smallestSlot,
        ...(nearby !== undefined && { nearestGroup: nearby }),
        alternatives: answer.alternatives.map((a) => ({ ...a, title: inLocale(a.title, locale) })),
      };
    }
  }
}
