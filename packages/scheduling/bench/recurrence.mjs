// One weekly rule over ten years in America/New_York with 51 exceptions, from its words to 469 instants.

import { expandRecurrence, findZone, parseMoment, parseMoments, parseRule } from "@collegium/scheduling";
import { TZDate } from "@date-fns/tz";
import { addWeeks } from "date-fns";
import ICAL from "ical.js";
import { DateTime } from "luxon";
import rrule from "rrule";
import { RRuleTemporal } from "rrule-temporal";
import { mediansApart, table } from "./lib/median.mjs";
import { sayWhatIsMeasured } from "./lib/say-what-is-measured.mjs";

if (process.argv[2] !== "--contender") sayWhatIsMeasured();
const ZONE = "America/New_York";
const WEEKS = 520;
const START = "20260106T153000";
const RULE = `FREQ=WEEKLY;BYDAY=TU;COUNT=${WEEKS}`;
const first = parseMoment(START).local;
const EXCEPT = Array.from({ length: 51 }, (_, index) => {
  const text = new Date((first + (3 + index * 10) * 7 * 86400) * 1000).toISOString();
  return text.slice(0, 19).replaceAll(/[-:]/g, "");
});
const EXCEPT_TEXT = EXCEPT.join();
const lines = (zone) => [`DTSTART${zone}:${START}`, `RRULE:${RULE}`, `EXDATE${zone}:${EXCEPT_TEXT}`];
const skipped = new Set(EXCEPT);
const basic = (iso) => iso.slice(0, 19).replaceAll(/[-:]/g, "");

const zone = findZone(ZONE).value;
const read = () => ({
  start: parseMoment(START),
  rule: parseRule(RULE).value,
  except: parseMoments(EXCEPT_TEXT),
  zone,
});
const ready = read();
const ours = (recurrence = ready) => expandRecurrence(recurrence).value.instants;
const event = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "UID:1",
  ...lines(`;TZID=${ZONE}`),
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

// ical.js knows no zones of its own: it gets ours as a VTIMEZONE, registered once outside the measurement.
const { writeCalendar } = await import("@collegium/scheduling");
const described = writeCalendar({
  name: "x",
  stamp: 0,
  events: [{ uid: "1", summary: "x", zone: ZONE, start: parseMoment(START), seconds: 60, rule: RULE }],
}).value;
ICAL.TimezoneService.register(new ICAL.Component(ICAL.parse(described)).getFirstSubcomponent("vtimezone"));
function icalJs() {
  const root = new ICAL.Component(ICAL.parse(event));
  const iterator = new ICAL.Event(root.getFirstSubcomponent("vevent")).iterator();
  const found = [];
  for (let next = iterator.next(); next; next = iterator.next()) found.push(next.toUnixTime());
  return found;
}
function dateFns() {
  const start = new TZDate(2026, 0, 6, 15, 30, 0, ZONE);
  const found = [];
  for (let week = 0; week < WEEKS; week++) {
    const date = addWeeks(start, week);
    if (!skipped.has(basic(date.toISOString()))) found.push(date.getTime() / 1000);
  }
  return found;
}
function luxon() {
  const start = DateTime.fromISO("2026-01-06T15:30:00", { zone: ZONE });
  const found = [];
  for (let week = 0; week < WEEKS; week++) {
    const date = start.plus({ weeks: week });
    if (!skipped.has(basic(date.toISO()))) found.push(date.toSeconds());
  }
  return found;
}

const temporal = (rule) => rule.map((date) => date.epochMilliseconds / 1000);
const words = lines(`;TZID=${ZONE}`).join("\n");
const once = new RRuleTemporal({ rruleString: words });
const seconds = (dates) => dates.map((date) => date.getTime() / 1000);
const rruleAll = (text) => seconds(rrule.rrulestr(text, { forceset: true }).all());
// `all()` of rrule-temporal remembers its answer; `between()` expands anew, on a rule that is already read, like ours.
const contenders = {
  "@collegium/scheduling, rule already read": () => ours(),
  "@collegium/scheduling, from the words": () => ours(read()),
  "rrule-temporal 2.2.8, rule already read": () => temporal(once.between(new Date(0), new Date(4e12), true)),
  "rrule-temporal 2.2.8, from the words": () => temporal(new RRuleTemporal({ rruleString: words }).all()),
  "ical.js 2.2.1, from the words": icalJs,
  "luxon 3.7.2, plus weeks": luxon,
  "date-fns 4 on TZDate, plus weeks": dateFns,
  "rrule 2.8.1, UTC only, from the words": () => rruleAll(lines("").join("\n")),
  "rrule 2.8.1 with TZID, from the words": () => rruleAll(words),
};

const spent = await mediansApart(contenders);
const wanted = ours();
console.log(`${wanted.length} instants`);
// Without a zone the wall times are kept and the instants are others.
const OTHERS = ["rrule 2.8.1, UTC only, from the words"];
const wrong = [];
const rows = Object.entries(contenders).map(([name, run], at) => {
  const same = run().join() === wanted.join();
  if (same === OTHERS.includes(name)) wrong.push(name);
  return { name, ms: spent[at], note: same ? "same instants" : "other instants" };
});
table("Ten years of a weekly rule with 51 exceptions", rows);
const times = (peer, own) => Math.round(rows[peer].ms / rows[own].ms).toLocaleString("en");
console.log(`
beside rrule-temporal: ${times(2, 0)} times with the rule already read by both, ${times(3, 1)} times from the words by both,
${times(3, 0)} times as a school's calendar uses it (rules read once, expanded often; rrule-temporal's all() needs a new rule)`);

if (wrong.length > 0) {
  console.error(`Not the instants that were expected: ${wrong.join("; ")}.`);
  process.exit(1);
}
