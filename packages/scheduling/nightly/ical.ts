import { unwrap } from "@collegium/schema";
import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  type CalendarEvent,
  eventOccurrences,
  findZone,
  type Moment,
  readCalendar,
  writeCalendar,
} from "../src/index.js";

const ZONES = ["America/New_York", "Europe/Chisinau", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
const from = Date.UTC(2026, 0) / 1000;
const to = Date.UTC(2028, 0) / 1000;

const text = fc.string({
  unit: fc.constantFrom("a", " ", ",", ";", "\\", "\n", ":", '"', "é", "學", "🎒", "^"),
  maxLength: 120,
});
const local = fc.integer({ min: from / 300, max: to / 300 }).map((value) => value * 300);
const moment = local.map((at): Moment => ({ local: at, form: "local" }));

const events: fc.Arbitrary<CalendarEvent[]> = fc
  .array(
    fc.record({
      summary: text,
      description: text,
      zone: fc.constantFrom(...ZONES),
      start: moment,
      seconds: fc.integer({ min: 1, max: 2000 }).map((value) => value * 60),
      rule: fc.constantFrom(
        undefined,
        "FREQ=WEEKLY;COUNT=30",
        "FREQ=MONTHLY;BYDAY=2TU;COUNT=8",
        "FREQ=DAILY;INTERVAL=3;COUNT=20",
      ),
      dates: fc.array(moment, { maxLength: 5 }),
      sequence: fc.nat(9),
      status: fc.constantFrom("CONFIRMED", "TENTATIVE", "CANCELLED"),
      transparent: fc.boolean(),
      alarms: fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map(({ rule, dates, status, ...event }, index) => ({
      uid: `event-${index}@example.org`,
      ...event,
      status: status as "CONFIRMED",
      ...(rule !== undefined && { rule }),
      ...(dates.length > 0 && { dates }),
    })),
  );

const utc = unwrap(findZone("UTC"));
const instants = (list: readonly CalendarEvent[]) =>
  unwrap(eventOccurrences(list, { from, to: to + 400 * 86400, zone: utc }))
    .map(({ uid, start, end }) => `${uid} ${start} ${end}`)
    .join("\n");

/** Writes, lets a fault change the text, reads. */
function throughText(
  list: readonly CalendarEvent[],
  damage: (written: string) => string = (written) => written,
) {
  const written = damage(unwrap(writeCalendar({ name: "Law", events: list, stamp: 0 })));
  const read = readCalendar(written);
  return { written, events: read.ok ? read.value.events : [] };
}

function agrees(list: readonly CalendarEvent[], damage?: (written: string) => string): boolean {
  const { written, events: read } = throughText(list, damage);
  const short = written.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75);
  const words = (all: readonly CalendarEvent[]) =>
    JSON.stringify(
      all.map(({ summary, description, sequence, status, transparent, alarms = [] }) => [
        summary,
        description,
        sequence,
        status,
        transparent,
        alarms,
      ]),
    );
  return (
    short && !/[^\r]\n/.test(written) && instants(list) === instants(read) && words(list) === words(read)
  );
}
const caught = (damage: (written: string) => string) => (seed: number) =>
  fc.sample(events, { seed, numRuns: 40 }).some((list) => !agrees(list, damage));

export const laws: readonly Law[] = [
  law({
    name: "export then import gives the same instants and words",
    gate: 60,
    nightly: 20_000,
    values: events,
    holds: (list) => agrees(list),
    faults: [
      { name: "commas are not escaped", caught: caught((written) => written.replaceAll("\\,", "")) },
      {
        name: "lines are unfolded with a space",
        caught: caught((written) => written.replaceAll("\r\n ", " ")),
      },
      {
        name: "a zone is dropped",
        caught: caught((written) => written.replace(/(DTSTART);TZID=[^:]*/, "$1")),
      },
      { name: "lines end without CR", caught: caught((written) => written.replaceAll("\r", "")) },
    ],
  }),
  law({
    name: "moving events to another zone moves instants, never wall times",
    gate: 40,
    nightly: 10_000,
    values: fc.tuple(events, fc.constantFrom(...ZONES)),
    holds: ([list, zone]) => {
      const moved = throughText(list.map((event) => ({ ...event, zone }))).events;
      const walls = (all: readonly CalendarEvent[]) =>
        JSON.stringify(all.map(({ start, dates }) => [start, dates]));
      const same = list.map(({ dates, ...event }) => ({
        ...event,
        ...(dates && { dates: event.rule === undefined ? [event.start, ...dates] : dates }),
      }));
      return walls(moved) === walls(same) && moved.every((event) => event.zone === zone);
    },
    faults: [
      {
        name: "wall times follow the instant",
        caught: (seed) =>
          fc.sample(events, { seed, numRuns: 20 }).some(([first]) => {
            const shifted = { ...first!, start: { ...first!.start, local: first!.start.local + 3600 } };
            return throughText([shifted]).events[0]?.start.local !== first!.start.local;
          }),
      },
    ],
  }),
];
