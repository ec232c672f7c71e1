/** What a screen's result means for one student at one school. */
export interface Screening {
  /** Of the students it names, the share who really need help; null where it names nobody. */
  readonly positivePredictiveValue: number | null;
  /** Of the students it clears, the share who really need none; null where it clears nobody. */
  readonly negativePredictiveValue: number | null;
  /** Share of all students it names. */
  readonly named: number;
  /** Named without need, for each one named with need; null where nobody with need is named. */
  readonly falseAlarmsPerHit: number | null;
}

/**
 * Says what a screen is worth at a school's own base rate: with 80 % sensitivity and specificity and one student in ten in
 * need, two of three alarms are false. Shares between 0 and 1 (Bayes' rule).
 * @example
 * ```ts
 * screening(0.8, 0.8, 0.1).positivePredictiveValue?.toFixed(2); // => "0.31"
 * ```
 */
export function screening(sensitivity: number, specificity: number, baseRate: number): Screening {
  for (const share of [sensitivity, specificity, baseRate]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError("screening needs shares between 0 and 1.");
  }
  const hits = sensitivity * baseRate;
  const alarms = (1 - specificity) * (1 - baseRate);
  const cleared = specificity * (1 - baseRate);
  const missed = (1 - sensitivity) * baseRate;
  const share = (part: number, rest: number) => (part + rest > 0 ? part / (part + rest) : null);
  return {
    positivePredictiveValue: share(hits, alarms),
    negativePredictiveValue: share(cleared, missed),
    named: hits + alarms,
    falseAlarmsPerHit: hits > 0 ? alarms / hits : null,
  };
}
