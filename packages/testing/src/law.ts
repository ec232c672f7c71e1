import fc from "fast-check";

/** A deliberate error that the law's checker must notice; a checker that never failed proves nothing. */
export interface PlantedFault {
  readonly name: string;
  /** Whether the checker notices it. */
  readonly caught: (seed: number) => boolean | Promise<boolean>;
}

/** A property with two counts: a short one in `npm test`, the full one in `npm run nightly`. */
export interface Law {
  readonly name: string;
  readonly gate: number;
  readonly nightly: number;
  /** Runs between two savings of progress. */
  readonly chunk?: number;
  /** Runs `count` cases from case `start` on; throws at a counterexample. */
  readonly run: (seed: number, start: number, count: number) => void | Promise<void>;
  readonly faults?: readonly PlantedFault[];
}

/** A law stated as a fast-check property over generated values. */
export function law<T>(options: {
  name: string;
  gate: number;
  nightly: number;
  chunk?: number;
  values: fc.Arbitrary<T>;
  /** False, or a thrown error, is a counterexample. */
  holds: (value: T) => unknown;
  faults?: readonly PlantedFault[];
}): Law {
  const { values, holds, ...rest } = options;
  return {
    ...rest,
    async run(seed, start, count) {
      await fc.assert(
        fc.asyncProperty(values, async (value) => (await holds(value)) !== false),
        {
          seed: seed * 1_000_003 + start,
          numRuns: count,
        },
      );
    },
  };
}

/** Runs a law's short count and its planted faults; throws where either fails. For `npm test`. */
export async function gate(subject: Law, seed = 1): Promise<void> {
  await subject.run(seed, 0, subject.gate);
  for (const fault of subject.faults ?? []) {
    if (!(await fault.caught(seed)))
      throw new Error(`${subject.name}: the planted fault "${fault.name}" was missed.`);
  }
}
