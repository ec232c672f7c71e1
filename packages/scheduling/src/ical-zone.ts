import { civilDate, dayNumber } from "./civil-date.js";
import { type CalendarComponent, lineOf } from "./ical-component.js";
import { basicText, type Moment, parseMoment } from "./moment.js";
import { expandRecurrence } from "./recurrence.js";
import { parseRule } from "./recurrence-parse.js";
import { type Zone, type ZoneSpan, zoneTransitions } from "./zone.js";

/**
 * A VTIMEZONE for a stretch of years, as lines: the offset at its start, then every change as an observance of its own.
 * Lists of dates would be shorter, but readers exist that take only the first of them (ical.js 2.2).
 */
export function zoneLines(zone: Zone, fromYear: number, toYear: number): string[] {
  const from = dayNumber(fromYear, 1, 1) * 86400;
  const { offset } = zone.spanAt(from);
  const changes = zoneTransitions(zone, from, dayNumber(toYear + 1, 1, 1) * 86400);
  const parts = [{ at: from - offset, before: offset, after: offset }, ...changes].flatMap(
    ({ at, before, after }) => {
      const kind = after > before ? "DAYLIGHT" : "STANDARD";
      return [
        `BEGIN:${kind}`,
        `DTSTART:${basicText(at + before, "local")}`, // in the time before the change
        `TZOFFSETFROM:${offsetText(before)}`,
        `TZOFFSETTO:${offsetText(after)}`,
        `TZNAME:${offsetText(after)}`,
        `END:${kind}`,
      ];
    },
  );
  return ["BEGIN:VTIMEZONE", `TZID:${zone.name}`, ...parts, "END:VTIMEZONE"];
}

/** Changes of the clocks that the zones of one file may have together. */
export interface ChangesLeft {
  changes: number;
}

/**
 * A zone from the VTIMEZONE of a file, from 1900 to the year 2100 and for the dates it lists; none where it is not
 * complete, or where the file's zones change their clocks more often than any do.
 */
export function zoneFromComponent(component: CalendarComponent, left: ChangesLeft): Zone | undefined {
  const name = lineOf(component, "TZID")?.value;
  const changes: { at: number; before: number; after: number }[] = [];
  for (const part of component.parts) {
    const start = parseMoment(lineOf(part, "DTSTART")?.value ?? "");
    const before = readOffset(lineOf(part, "TZOFFSETFROM")?.value);
    const after = readOffset(lineOf(part, "TZOFFSETTO")?.value);
    if (!start || before === undefined || after === undefined) return undefined;
    left.changes -= OBSERVANCE;
    const starts = left.changes < 0 ? undefined : onsets(part, start);
    if (!starts) return undefined;
    left.changes -= starts.length;
    for (const local of starts) changes.push({ at: local - before, before, after });
  }
  if (name === undefined || changes.length === 0) return undefined;
  changes.sort((a, b) => a.at - b.at);
  const spans: ZoneSpan[] = [
    { from: Number.NEGATIVE_INFINITY, to: changes[0]!.at, offset: changes[0]!.before },
  ];
  changes.forEach(({ at, after }, index) => {
    spans.push({ from: at, to: changes[index + 1]?.at ?? Number.POSITIVE_INFINITY, offset: after });
  });
  return { name, spanAt: (instant) => spans[lastFrom(spans, instant)]! };
}

/** Wall times at which an observance begins; none where its rule is no rule for clocks. */
function onsets(part: CalendarComponent, start: Moment): readonly number[] | undefined {
  const dates = part.lines
    .filter(({ name }) => name === "RDATE")
    .flatMap(({ value }) => value.split(",").map((text) => parseMoment(text.split("/")[0]!)))
    .filter((moment): moment is Moment => moment !== undefined);
  const words = lineOf(part, "RRULE")?.value;
  const rule = words === undefined ? undefined : parseRule(words);
  if (rule && !(rule.ok && (rule.value.frequency === "YEARLY" || rule.value.frequency === "MONTHLY"))) {
    return undefined;
  }
  const floating = (moment: Moment): Moment => ({ local: moment.local, form: "local" });
  const expanded = expandRecurrence(
    { start: floating(start), dates: [start, ...dates].map(floating), ...(rule?.ok && { rule: rule.value }) },
    { from: FIRST, to: LAST, limit: MOST_CHANGES },
  );
  if (!expanded.ok) return [start.local];
  const { local, complete } = expanded.value;
  if (!complete) return undefined;
  return local[0] === start.local || start.local >= FIRST.local ? local : [start.local, ...local];
}

/** What an observance costs beside its changes. */
const OBSERVANCE = 4;
/** More than three a year. */
const MOST_CHANGES = 800;
const FIRST: Moment = { local: dayNumber(1900, 1, 1) * 86400, form: "local" };
const LAST: Moment = { local: dayNumber(2100, 1, 1) * 86400, form: "local" };

function lastFrom(spans: readonly ZoneSpan[], instant: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (spans[middle]!.from <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = size % 60 === 0 ? "" : two(size % 60);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}${two(Math.floor(size / 60) % 60)}${seconds}`;
}

function readOffset(text: string | undefined): number | undefined {
  const match = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text ?? "");
  if (!match) return undefined;
  const size = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return match[1] === "-" ? -size : size;
}

/** The year of an instant or wall time. */
export function yearOf(seconds: number): number {
  return civilDate(Math.floor(seconds / 86400)).year;
}
