/** A group whose figures are published, with its members. */
export interface PublishedGroup {
  readonly name: string;
  readonly members: ReadonlySet<string>;
}

/** Two published groups whose difference gives away few people. */
export interface SmallDifference {
  readonly larger: string;
  readonly smaller: string;
  /** People in the larger group and not in the smaller. */
  readonly people: number;
}

/**
 * Pairs of published groups of which one lies inside the other and leaves under `minimum` people: subtracting one figure from
 * the other would tell about those few, as when a student joins between two snapshots.
 * Names groups, never people; an equal group is no risk.
 */
export function smallDifferences(groups: readonly PublishedGroup[], minimum: number): SmallDifference[] {
  return groups.flatMap((larger) =>
    groups.flatMap((smaller): SmallDifference[] => {
      const people = larger.members.size - smaller.members.size;
      if (larger === smaller || people < 1 || people >= minimum) return [];
      for (const member of smaller.members) if (!larger.members.has(member)) return [];
      return [{ larger: larger.name, smaller: smaller.name, people }];
    }),
  );
}

/**
 * Bottom and top coding: values beyond a limit are published as the limit, so that one very high or low value tells of nobody.
 * @example
 * ```ts
 * codeEnds([3, 42, 97], 10, 90); // => [10, 42, 90]
 * ```
 */
export function codeEnds(values: readonly number[], bottom: number, top: number): number[] {
  if (!(bottom <= top)) throw new RangeError("The bottom must not lie above the top.");
  return values.map((value) => Math.min(top, Math.max(bottom, value)));
}
