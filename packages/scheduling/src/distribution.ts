/** How numbers are spread, not only their mean. */
export interface Distribution {
  readonly n: number;
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
  readonly mean: number;
}

/**
 * The spread of a list of numbers; null where there are none. Quartiles by linear interpolation between the ordered
 * values (Hyndman and Fan 1996, type 7).
 * @example
 * ```ts
 * distributionOf([45, 0, 135, 90])?.median; // => 67.5
 * ```
 */
export function distributionOf(values: readonly number[]): Distribution | null {
  if (values.length === 0) return null;
  const ordered = [...values].sort((a, b) => a - b);
  const quantile = (share: number) => {
    const at = share * (ordered.length - 1);
    const low = Math.floor(at);
    const value = ordered[low]!;
    return value + (at - low) * ((ordered[low + 1] ?? value) - value);
  };
  return {
    n: ordered.length,
    least: ordered[0]!,
    lowerQuartile: quantile(0.25),
    median: quantile(0.5),
    upperQuartile: quantile(0.75),
    most: ordered[ordered.length - 1]!,
    mean: ordered.reduce((sum, value) => sum + value, 0) / ordered.length,
  };
}
