import {
  type DatedTimes,
  dayText,
  findDatedTime,
  inLanguage,
  parseDate,
  type SchedulingLocale,
  SchoolCalendar,
  type SchoolWeeks,
  type Slot,
  slotStretches,
  timeText,
} from "@collegium/scheduling";
import { sentence } from "@collegium/schema";
import { type Call, Misused, type Terminal, text, wholeNumber } from "../command.js";
import { accepted, readJson } from "../files.js";
import { acceptedIn, localeOf } from "../language.js";
import { schoolFlag } from "../school-dates.js";
import { ids } from "./time-find-people.js";
import { partTimers, schoolsOf } from "./time-find-schools.js";

/** Flags with which `time find` looks at dates of a calendar instead of the timetable's week. */
export const datedFlags = {
  calendar: {
    type: "string",
    value: "FILE",
    says: {
      en: "look at dates of this school calendar, in minutes; then --from, --to and --minutes hold",
      es: "mirar fechas de este calendario escolar, en minutos; valen entonces --from, --to y --minutes",
    },
  },
  ...schoolFlag,
  with: {
    type: "string",
    multiple: true,
    value: "ID=FILE",
    says: {
      en: "timetable of another school of the calendar, for teams across schools; may be repeated; of two people with one id, its own is cedar:T1",
      es: "horario de otra escuela del calendario, para equipos de varias escuelas; puede repetirse; de dos personas con el mismo identificador, la suya es cedar:T1",
    },
  },
  from: { type: "string", value: "DATE", says: { en: "first date", es: "primera fecha" } },
  to: {
    type: "string",
    value: "DATE",
    says: {
      en: "last date; two weeks after the first where absent",
      es: "última fecha; dos semanas después de la primera si falta",
    },
  },
  minutes: {
    type: "string",
    value: "N",
    says: { en: "length of the meeting; default 45", es: "duración de la reunión; 45 si no se dice" },
  },
} as const;

/** `time find` on dates, also for people of several schools with different bells. */
export async function findOnDates(call: Call, terminal: Terminal): Promise<number> {
  const locale = localeOf(call);
  const calendar = accepted(SchoolCalendar.read(await readJson(text(call, "calendar")!)));
  const { schools, members } = await schoolsOf(call, terminal, calendar);
  const first = dateOf(call, "from") ?? parseDate(calendar.first) ?? 0;
  const last = dateOf(call, "to") ?? first + 13;
  if (text(call, "periods") !== undefined)
    throw new Misused({
      en: "With --calendar, --minutes says how long the meeting is, not --periods.",
      es: "Con --calendar, la duración de la reunión la dice --minutes, no --periods.",
    });
  if (last < first) throw new Misused({ en: "--to lies before --from.", es: "--to está antes de --from." });
  const required = [...new Set([...members, ...ids(call, "people")])];
  if (required.length === 0)
    throw new Misused({
      en: "Give --team or --people: who must come.",
      es: "Dé --team o --people: quién debe venir.",
    });
  const rooms = ids(call, "rooms");
  const own = wholeNumber(call, "own", 0);
  const optional = ids(call, "optional").filter((id) => !required.includes(id));
  const found = findDatedTime(schools, {
    required,
    optional,
    quorum: wholeNumber(call, "quorum", 0),
    minutes: wholeNumber(call, "minutes", 45, 1),
    ...(rooms.length > 0 && { rooms }),
    ...(own > 0 && { protect: { minutes: own, run: SHORTEST } }),
    people: await partTimers(call, schools, locale),
    first,
    last,
  });
  const times = acceptedIn(locale, found);
  if (found.ok) for (const warning of found.warnings) terminal.err(sentence(inLanguage(warning, locale)));
  terminal.out(
    call.flags["json"] ? JSON.stringify(times, undefined, 2) : lines(times, schools, optional, locale),
  );
  return 0;
}

function dateOf(call: Call, name: string): number | undefined {
  const value = text(call, name);
  if (value === undefined) return undefined;
  const day = parseDate(value);
  if (day === undefined)
    throw new Misused({
      en: `--${name} takes a date such as 2026-09-01.`,
      es: `--${name} toma una fecha como 2026-09-01.`,
    });
  return day;
}

/** Shortest stretch that counts as planning time, in minutes, as in `time audit`. */
const SHORTEST = 25;

const WORDS = {
  en: {
    free: "Everyone is free, and the meeting fits:",
    enough: "Everyone who must come is free, and the meeting fits:",
    none: "No time. What stands in the way, least first:",
    nothing:
      "No time on these dates, and no lesson is to blame: somebody is not at school long enough, or would keep too little time alone.",
    without: (people: string) => `without ${people}`,
    lunch: "over lunch",
    rooms: (rooms: string) => `free: ${rooms}`,
  },
  es: {
    free: "Todos están libres, y la reunión cabe:",
    enough: "Todos los que deben venir están libres, y la reunión cabe:",
    none: "Ningún momento. Lo que lo impide, lo menor primero:",
    nothing:
      "Ningún momento en estas fechas, y no por una clase: alguien no está en la escuela el tiempo suficiente, o le quedaría muy poco tiempo propio.",
    without: (people: string) => `sin ${people}`,
    lunch: "durante el almuerzo",
    rooms: (rooms: string) => `libre: ${rooms}`,
  },
} as const;

function lines(
  { slots, obstacles }: DatedTimes,
  schools: readonly SchoolWeeks[],
  optional: readonly string[],
  locale: SchedulingLocale,
): string {
  const words = WORDS[locale];
  const resources = schools.flatMap(({ timetable }) => timetable.resources);
  const names = (all: readonly string[]) =>
    all.map((id) => resources.find((one) => one.id === id)?.name ?? id).join(", ");
  if (slots.length > 0) {
    const stretches = alike(slots).flatMap((same) => {
      const { optional: coming, reluctant, rooms } = same[0]!;
      const absent = optional.filter((id) => !coming.includes(id));
      const notes = [
        ...(absent.length > 0 ? [words.without(names(absent))] : []),
        ...(reluctant.length > 0 ? [words.lunch] : []),
        ...(rooms.length > 0 ? [words.rooms(names(rooms))] : []),
      ];
      return slotStretches(same).map(({ date, start, end }) =>
        [`  ${dayText(parseDate(date)!, locale)}, ${timeText(start)}-${timeText(end)}`, ...notes].join("; "),
      );
    });
    return [optional.length > 0 ? words.enough : words.free, ...stretches].join("\n");
  }
  if (obstacles.length === 0) return words.nothing;
  return [words.none, ...obstacles.map((one) => `  ${inLanguage(one, locale).message}`)].join("\n");
}

/** Slots one after the other at which the same people can come, in the same rooms. */
function alike(slots: readonly Slot[]): Slot[][] {
  const runs: Slot[][] = [];
  let before = "";
  for (const slot of slots) {
    const key = JSON.stringify([slot.optional, slot.reluctant, slot.rooms]);
    if (key === before) runs[runs.length - 1]!.push(slot);
    else runs.push([slot]);
    before = key;
  }
  return runs;
}
