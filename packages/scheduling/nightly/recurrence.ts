import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  expandRecurrence,
  findZone,
  parseRule,
  type RecurrenceRule,
  WEEKDAYS,
  wallTime,
} from "../src/index.js";
import { naiveDays } from "./naive-recurrence.js";

const list = (least: number, most: number, signed: boolean) =>
  fc
    .uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 4 })
    .chain((values) =>
      fc
        .array(fc.boolean(), { minLength: values.length, maxLength: values.length })
        .map((signs) => values.map((value, index) => (signed && signs[index] ? -value : value)).join(",")),
    );
const days = (numbered: boolean) =>
  fc
    .uniqueArray(
      fc.tuple(
        numbered ? fc.constantFrom("", "1", "2", "5", "-1", "-3") : fc.constant(""),
        fc.constantFrom(...WEEKDAYS),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((items) => items.map((item) => item.join("")).join(","));
const part = (name: string, values: fc.Arbitrary<string>) =>
  fc.option(values.map((value) => `${name}=${value}`));

/** Rules of whole days that RFC 5545 allows, as text. */
const ruleText = fc
  .constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
  .chain((frequency) => {
    const yearly = frequency === "YEARLY";
    return fc.tuple(
      fc.constant(`FREQ=${frequency}`),
      part("INTERVAL", fc.integer({ min: 1, max: 5 }).map(String)),
      part("BYMONTH", list(1, 12, false)),
      frequency === "WEEKLY" ? fc.constant(null) : part("BYMONTHDAY", list(1, 31, true)),
      yearly ? part("BYYEARDAY", list(1, 366, true)) : fc.constant(null),
      part("BYDAY", days(yearly || frequency === "MONTHLY")),
      part("WKST", fc.constantFrom(...WEEKDAYS)),
      fc.option(
        list(1, 3, true).map((value) => `BYSETPOS=${value}`),
        { freq: 4 },
      ),
    );
  })
  .map((parts) => parts.filter((text) => text !== null))
  .filter(
    (parts) =>
      !parts.some((text) => text.startsWith("BYSETPOS")) || parts.some((text) => /^BY(?!SETPOS)/.test(text)),
  )
  .map((parts) => parts.join(";"));

interface Case {
  readonly text: string;
  readonly start: number;
}
const cases: fc.Arbitrary<Case> = fc.record({
  text: fc.oneof(
    { weight: 4, arbitrary: ruleText },
    {
      weight: 1,
      arbitrary: fc
        .tuple(list(1, 53, true), fc.option(days(false)), fc.constantFrom(...WEEKDAYS))
        .map(
          ([weeks, weekdays, first]) =>
            `FREQ=YEARLY;BYWEEKNO=${weeks};WKST=${first}${weekdays === null ? "" : `;BYDAY=${weekdays}`}`,
        ),
    },
  ),
  start: fc.integer({ min: 10_000, max: 22_000 }),
});

const SPAN = 1500;

/** Days that the expander gives, with whatever a fault does to the rule. */
function expanded({ text, start }: Case, damage: (rule: RecurrenceRule) => RecurrenceRule = (rule) => rule) {
  const rule = parseRule(text);
  if (!rule.ok) throw new Error(`${text}: ${rule.issues[0]?.message}`);
  const days = expandRecurrence(
    { start: { local: start * 86400, form: "date" }, rule: damage(rule.value) },
    { to: { local: (start + SPAN) * 86400, form: "date" }, limit: SPAN },
  );
  const found = days.ok ? days.value.local.map((local) => local / 86400) : [];
  return { found, wanted: naiveDays(rule.value, start, start + SPAN) };
}

const agrees = (one: Case, damage?: (rule: RecurrenceRule) => RecurrenceRule) => {
  const { found, wanted } = expanded(one, damage);
  return found.join() === wanted.join();
};

/** Whether some generated case shows the damage. */
const caught = (damage: (rule: RecurrenceRule) => RecurrenceRule) => (seed: number) =>
  fc.sample(cases, { seed, numRuns: 60 }).some((one) => !agrees(one, damage));

/** A start that is left out, in any of the ways a calendar may write it, or a moment beside one. */
interface Left {
  readonly nth: number;
  readonly form: "date" | "local" | "utc";
  readonly beside: number;
}
const left: fc.Arbitrary<Left> = fc.record({
  nth: fc.nat(40),
  form: fc.constantFrom("local", "local", "local", "utc", "date"),
  beside: fc.constantFrom(0, 0, 0, 0, 1800, 3600, -3600),
});

interface Plain {
  readonly frequency: string;
  readonly interval: number;
  readonly start: number;
  readonly zone: string;
  readonly except: readonly Left[];
  readonly count: number | undefined;
  readonly window: readonly [number, number] | undefined;
  readonly gap: "skip" | "shift";
}
const plain: fc.Arbitrary<Plain> = fc.record({
  frequency: fc.constantFrom("WEEKLY", "DAILY", "HOURLY", "MINUTELY"),
  interval: fc.integer({ min: 1, max: 9 }),
  // Around the changes of the clocks of 2026 and 2027, at night.
  start: fc
    .tuple(fc.constantFrom(20_520, 20_535, 20_755, 20_890, 20_899), fc.nat(30), fc.nat(8))
    .map(([day, more, half]) => (day + more) * 86400 + half * 1800),
  zone: fc.constantFrom("America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"),
  // Most lists are in order and in the start's own form; each of the others must come to the same.
  except: fc.oneof(
    fc.array(left, { maxLength: 6 }),
    fc
      .uniqueArray(fc.nat(40), { maxLength: 6 })
      .map((all) => all.sort((a, b) => a - b).map((nth): Left => ({ nth, form: "local", beside: 0 }))),
  ),
  count: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  window: fc.option(fc.tuple(fc.nat(20), fc.nat(60)), { nil: undefined }),
  gap: fc.constantFrom("skip", "shift"),
});
const UNIT: Record<string, number> = { WEEKLY: 604_800, DAILY: 86_400, HOURLY: 3600, MINUTELY: 60 };

/** The same rule by its stride, and with a part that allows everything and so asks for the general way. */
function bothWays(one: Plain, shift = 0): [string, string] {
  const step = UNIT[one.frequency]! * one.interval;
  const local = (nth: number) => ({ local: one.start + nth * step, form: "local" }) as const;
  const expand = (more: string, by: number) => {
    const rule = parseRule(
      `FREQ=${one.frequency};INTERVAL=${one.interval}${one.count ? `;COUNT=${one.count}` : ""}${more}`,
    );
    const zone = findZone(one.zone);
    if (!rule.ok || !zone.ok) throw new Error("The rule or zone is not usable.");
    const result = expandRecurrence(
      {
        start: local(0),
        rule: rule.value,
        zone: zone.value,
        except: one.except.map(({ nth, form, beside }) => {
          const wall = local(nth + by).local + beside;
          if (form === "utc") return { local: wallTime(zone.value, wall).instant, form };
          return { local: form === "date" ? Math.floor(wall / 86400) * 86400 : wall, form };
        }),
      },
      {
        gap: one.gap,
        limit: 50,
        ...(one.window && { from: local(one.window[0]), to: local(one.window[0] + one.window[1]) }),
      },
    );
    return result.ok
      ? JSON.stringify([result.value.local, result.value.instants, result.value.complete])
      : result.issues[0]!.code;
  };
  return [expand("", shift), expand(";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12", 0)];
}

export const laws: readonly Law[] = [
  law({
    name: "a plain rule by its stride gives what the general way gives",
    gate: 150,
    nightly: 50_000,
    values: plain,
    holds: (one) => {
      const [stride, general] = bothWays(one);
      return stride === general;
    },
    faults: [
      {
        name: "an exception is off by one",
        caught: (seed) =>
          fc.sample(plain, { seed, numRuns: 60 }).some((one) => {
            const [stride, general] = bothWays(one, 1);
            return stride !== general;
          }),
      },
    ],
  }),
  law({
    name: "a rule expands to the days that a day-by-day search finds",
    gate: 60,
    nightly: 20_000,
    values: cases,
    holds: (one) => agrees(one),
    faults: [
      {
        name: "the week starts on Sunday",
        caught: caught((rule) => ({ ...rule, weekStart: (rule.weekStart + 6) % 7, interval: rule.interval })),
      },
      {
        name: "the interval is one more",
        caught: caught((rule) => ({ ...rule, interval: rule.interval + 1 })),
      },
      {
        name: "days from the end are forgotten",
        caught: caught(({ byMonthDay, ...rule }) => ({
          ...rule,
          ...(byMonthDay && { byMonthDay: byMonthDay.map(Math.abs) }),
        })),
      },
    ],
  }),
];
