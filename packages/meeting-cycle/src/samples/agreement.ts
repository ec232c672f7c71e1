import { krippendorffAlpha, type Ratings, shareAgreeing } from "@collegium/evidence";
import type { SampleScore } from "./sample.js";

/** How far several teachers agree on the same samples, in one criterion. */
export interface ScorerAgreement {
  readonly criterion: string;
  readonly samples: number;
  readonly scorers: number;
  /** Share of samples, scored by everybody, on which all gave the same score; null where there is none. */
  readonly exact: number | null;
  /** The same within one level. */
  readonly adjacent: number | null;
  /** Krippendorff's alpha for ordered levels: agreement beyond chance; null where it cannot be known. */
  readonly alpha: number | null;
  /** Samples whose scores lie furthest apart first: what to talk about. */
  readonly talkAbout: readonly {
    readonly sample: string;
    readonly lowest: number;
    readonly highest: number;
  }[];
}

/**
 * Agreement between the scorers of the same work, for a calibration meeting after the reveal.
 * Guarantees to compare scores and no people: no scorer is named, nobody is ranked.
 */
export function agreementOf(scores: readonly SampleScore[]): readonly ScorerAgreement[] {
  const criteria = [...new Set(scores.map((score) => score.criterion))].sort();
  return criteria.map((criterion) => {
    const some = scores.filter((score) => score.criterion === criterion);
    const samples = [...new Set(some.map((score) => score.sample))].sort();
    const scorers = [...new Set(some.map((score) => score.scorer))].sort();
    const ratings: Ratings = samples.map((sample) =>
      scorers.map((scorer) => some.find((s) => s.sample === sample && s.scorer === scorer)?.score ?? null),
    );
    const several = scorers.length > 1;
    return {
      criterion,
      samples: samples.length,
      scorers: scorers.length,
      exact: several ? shareAgreeing(ratings, 0) : null,
      adjacent: several ? shareAgreeing(ratings, 1) : null,
      alpha: several ? krippendorffAlpha(ratings, "ordinal") : null,
      talkAbout: samples
        .map((sample) => {
          const given = some.filter((s) => s.sample === sample).map((s) => s.score);
          return { sample, lowest: Math.min(...given), highest: Math.max(...given) };
        })
        .filter(({ lowest, highest }) => highest > lowest)
        .sort((a, b) => b.highest - b.lowest - (a.highest - a.lowest) || (a.sample < b.sample ? -1 : 1)),
    };
  });
}
