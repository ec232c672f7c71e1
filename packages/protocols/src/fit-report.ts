import type { ProtocolDefinition } from "./definition.js";
import { type Fit, type FittedStep, fit } from "./fit.js";
import type { GroupSize } from "./plan.js";
import { inLocale, protocolTexts, say } from "./texts.js";

/** A fit for print and for programs: plain values, labels in one language. */
export interface FitReport {
  readonly protocol: string;
  readonly fits: boolean;
  readonly sittings: 0 | 1 | 2;
  /** Minutes it takes; the fewest it would take, where it does not fit. */
  readonly total: number;
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
 * Guarantees the same numbers as `fit`, and one plain sentence why.
 * @example
 * ```ts
 * fitReport(findProtocol("final-word"), 28, 4).because; // => "It takes 28 of the 28 minutes when what may be left out is left out."
 * ```
 */
export function fitReport(
  definition: ProtocolDefinition,
  minutes: number,
  group: number | GroupSize,
  { locale = "en", among = [] }: { locale?: string; among?: readonly ProtocolDefinition[] } = {},
): FitReport {
  const answer: Fit = fit(definition, minutes, group, among);
  const line = ({ label, minutes: each, repeats }: FittedStep, sitting?: number) => ({
    label: inLocale(label, locale),
    minutes: each,
    repeats,
    ...(sitting !== undefined && { sitting }),
  });
  const labelOf = (id: string) => inLocale(definition.steps.find((s) => s.id === id)!.label, locale);
  const head = { protocol: definition.id, because: say(protocolTexts, answer.because, locale) };
  switch (answer.answer) {
    case "fits":
      return {
        ...head,
        fits: true,
        sittings: 1,
        total: answer.total,
        steps: answer.steps.map((step) => line(step)),
        cut: answer.cut.map(labelOf),
      };
    case "two-sittings":
      return {
        ...head,
        fits: false,
        sittings: 2,
        total: answer.sittings[0].total + answer.sittings[1].total,
        steps: answer.sittings.flatMap((sitting, i) => sitting.steps.map((step) => line(step, i + 1))),
        cut: [],
        keep: inLocale(answer.keep, locale),
      };
    case "does-not-fit":
      return {
        ...head,
        fits: false,
        sittings: 0,
        total: answer.smallestSlot,
        steps: [],
        cut: [],
        smallestSlot: answer.smallestSlot,
        ...(answer.nearestGroup !== undefined && { nearestGroup: answer.nearestGroup }),
        alternatives: answer.alternatives.map((a) => ({ ...a, title: inLocale(a.title, locale) })),
      };
  }
}
