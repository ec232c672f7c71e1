import { normalTails, tQuantile, tTails } from "@collegium/evidence";
import { daysBetween } from "../goal-walk.js";

/** Where a measure is heading on the day its target is due. */
export interface Forecast {
  readonly on: string;
  readonly value: number;
  /** Range in which the value will lie with probability 0.8, if things go on as they did. */
  readonly low: number;
  readonly high: number;
  /** Chance that the target is reached, if things go on as they did. */
  readonly chance: number;
  /** Change per week so far. */
  readonly perWeek: number;
  /** Points it rests on: with two there is a line and nothing to judge it by. */
  readonly points: number;
}

/** A dated value with its standard error. */
export interface WeighedPoint {
  readonly on: string;
  readonly value: number;
  readonly standardError: number;
}

/** Probability of the range shown. */
const LEVEL = 0.8;

/**
 * Extends the line through the points (weighted least squares) to a day, with a range that holds both the doubt of the line
 * and that of the next measurement. Where points scatter more than their own errors say, the range widens accordingly.
 * Null under two days or where a standard error is not above zero.
 * @param limits - Ends between which values lie, for example 0 and 1 for a share.
 */
export function forecast(
  points: readonly WeighedPoint[],
  target: { readonly value: number; readonly by: string },
  direction: "increase" | "decrease",
  limits?: readonly [number, number],
): Forecast | null {
  const start = points[0];
  if (!start || points.some(({ standardError }) => !(standardError > 0))) return null;
  const weeks = (on: string) => daysBetween(start.on, on) / 7;
  const x = points.map(({ on }) => weeks(on));
  const w = points.map(({ standardError }) => standardError ** -2);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const whole = sum(w);
  const mx = sum(x.map((value, i) => w[i]! * value)) / whole;
  const my = sum(points.map(({ value }, i) => w[i]! * value)) / whole;
  const sxx = sum(x.map((value, i) => w[i]! * (value - mx) ** 2));
  if (!(sxx > 0)) return null;
  const perWeek = sum(points.map(({ value }, i) => w[i]! * (x[i]! - mx) * (value - my))) / sxx;
  const df = points.length - 2;
  const scatter =
    df > 0 ? sum(points.map(({ value }, i) => w[i]! * (value - my - perWeek * (x[i]! - mx)) ** 2)) / df : 0;
  const inflation = Math.max(1, scatter);
  const at = weeks(target.by);
  const next = points.at(-1)!.standardError ** 2;
  const error = Math.sqrt(inflation * (1 / whole + (at - mx) ** 2 / sxx) + next);
  const value = my + perWeek * (at - mx);
  // Where the errors are known the normal holds; where the scatter set them, t with its degrees of freedom.
  const scattered = scatter > 1 && df > 0;
  const reach = error * tQuantile((1 + LEVEL) / 2, scattered ? df : 1e6);
  const z = ((value - target.value) / error) * (direction === "increase" ? 1 : -1);
  const clip = (v: number) => (limits ? Math.min(limits[1], Math.max(limits[0], v)) : v);
  return {
    on: target.by,
    value: clip(value),
    low: clip(value - reach),
    high: clip(value + reach),
    chance: scattered ? tTails(z, df).lower : normalTails(z).lower,
    perWeek,
    points: points.length,
  };
}
