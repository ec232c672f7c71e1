import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import { expandRecurrence, parseRule, type RecurrenceRule, WEEKDAYS } from "../src/index.js";
import { naiveDays } from "./naive-recurrence.js";

/** A rule that counts hours or less; `start` in units of its own since 1970. */
interface Case {
  readonly frequency: keyof typeof UNITS;
  readonly parts: readonly string[];
  readonly start: number;
}
const UNITS = { HOURLY: 3600, MINUTELY: 60, SECONDLY: 1 };
const SPAN = 1500;

const list = (least: number, most: number, many = 3) =>
  fc
    .uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: many })
    .map((all) => all.join());
const part = (name: string, values: fc.Arbitrary<string>, often: number) =>
  fc.option(
    values.map((value) => `${name}=${value}`),
    { freq: often },
  );
const cases: fc.Arbitrary<Case> = fc
  .constantFrom(...(Object.keys(UNITS) as Case["frequency"][]))
  .chain((frequency) => {
    const perDay = 86400 / UNITS[frequency];
    return fc.record({
      frequency: fc.constant(frequency),
      parts: fc
        .tuple(
          // So that some thousand units are looked at: from a fifth of a day to two days.
          fc.integer({ min: Math.ceil(perDay / 5), max: perDay * 2 }).map((every) => `INTERVAL=${every}`),
          part("BYMONTH", list(1, 12), 2),
          part(
            "BYMONTHDAY",
            list(-31, 31, 5).filter((days) => !/\b0\b/.test(days)),
            2,
          ),
          part("BYYEARDAY", list(1, 366, 30), 1),
          part(
            "BYDAY",
            fc
              .uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 4 })
              .map((all) => all.join()),
            1,
          ),
          part("BYHOUR", list(0, 23, 12), 2),
        )
        .map((all) => all.filter((text) => text !== null)),
      start: fc.integer({ min: 10_000 * perDay, max: 22_000 * perDay }),
    });
  });

/** Starts that the expander gives, with whatever a fault does to the rule, and those of a search unit by unit. */
function bothWays({ frequency, parts, start }: Case, damage: (rule: RecurrenceRule) => RecurrenceRule) {
  const read = parseRule([`FREQ=${frequency}`, ...parts].join(";"));
  if (!read.ok) throw new Error(`${parts}: ${read.issues[0]?.message}`);
  const unit = UNITS[frequency];
  const first = start * unit;
  const end = (Math.floor(first / 86400) + SPAN) * 86400;
  const expanded = expandRecurrence(
    { start: { local: first, form: "local" }, rule: damage(read.value) },
    { to: { local: end, form: "local" }, limit: 100_000 },
  );
  const { byHour, interval } = read.value;
  const days = new Set(
    naiveDays({ ...read.value, frequency: "DAILY", interval: 1 }, Math.floor(first / 86400), end / 86400),
  );
  const wanted: number[] = [];
  for (let at = first; at < end; at += interval * unit) {
    const hour = Math.floor(at / 3600) % 24;
    if (days.has(Math.floor(at / 86400)) && (!byHour || byHour.includes(hour))) wanted.push(at);
  }
  return [expanded.ok ? expanded.value.local : [], wanted].map((all) => all.join()) as [string, string];
}

const agrees = (one: Case, damage: (rule: RecurrenceRule) => RecurrenceRule = (rule) => rule) => {
  const [found, wanted] = bothWays(one, damage);
  return found === wanted;
};
const caught = (damage: (rule: RecurrenceRule) => RecurrenceRule) => (seed: number) =>
  fc.sample(cases, { seed, numRuns: 60 }).some((one) => !agrees(one, damage));

export const laws: readonly Law[] = [
  law({
    name: "a rule that counts hours or less gives the times that a search unit by unit finds",
    gate: 60,
    nightly: 20_000,
    values: cases,
    holds: (one) => agrees(one),
    faults: [
      {
        name: "the interval is one more",
        caught: caught((rule) => ({ ...rule, interval: rule.interval + 1 })),
      },
      {
        name: "the months are forgotten",
        caught: caught(({ byMonth: _, ...rule }) => rule),
      },
    ],
  }),
];
