import {
  type AtSchoolOptions,
  type CommonTimes,
  findCommonTime,
  findTeams,
  inLanguage,
  type SchedulingLocale,
  type WeekGrid,
  type Worded,
  weekGrid,
  weekText,
} from "@collegium/scheduling";
import { type Command, Misused, text, wholeNumber } from "../command.js";
import { acceptedIn, language, localeOf } from "../language.js";
import { presentFlag, readPresent, readTimeInput, timeFlags } from "../timetable-file.js";
import { datedFlags, findOnDates } from "./time-find-dates.js";
import { ids, teamMembers } from "./time-find-people.js";

/** `collegium time find`: every time at which people can meet, or what stands in the way. */
export const timeFind: Command = {
  name: "time find",
  says: {
    en: "when people can meet in the school's week, best first; else what stands in the way",
    es: "cuándo pueden reunirse las personas en la semana escolar, lo mejor primero; si no, qué lo impide",
  },
  flags: {
    ...timeFlags,
    ...presentFlag,
    team: {
      type: "string",
      value: "ID",
      says: {
        en: "a team of the teams file, or found in the timetable",
        es: "un equipo del archivo de equipos, o hallado en el horario",
      },
    },
    people: {
      type: "string",
      value: "IDS",
      says: {
        en: "who must come, by the timetable's ids: T1,T2",
        es: "quién debe venir, con los identificadores del horario: T1,T2",
      },
    },
    optional: { type: "string", value: "IDS", says: { en: "who should come", es: "quién debería venir" } },
    quorum: {
      type: "string",
      value: "N",
      says: { en: "least number of people who come", es: "número mínimo de personas que vienen" },
    },
    periods: {
      type: "string",
      value: "N",
      says: { en: "periods one after the other; default 1", es: "horas seguidas; 1 si no se dice" },
    },
    rooms: {
      type: "string",
      value: "IDS",
      says: { en: "rooms of which one must be free", es: "aulas de las que una debe estar libre" },
    },
    own: {
      type: "string",
      value: "N",
      says: {
        en: "free periods a week that everyone keeps; with --calendar, minutes",
        es: "horas libres por semana que cada uno conserva; con --calendar, minutos",
      },
    },
    ...datedFlags,
    ...language,
    json: { type: "boolean", says: { en: "the answer as JSON", es: "la respuesta en JSON" } },
  },
  async run(call, terminal) {
    const locale = localeOf(call);
    if (text(call, "calendar") !== undefined) return findOnDates(call, terminal);
    const { timetable, teams } = await readTimeInput(call, terminal);
    const members = teamMembers(call, timetable, teams ?? findTeams(timetable));
    const required = [...members, ...ids(call, "people")];
    const optional = ids(call, "optional");
    if (required.length + optional.length === 0)
      throw new Misused({
        en: "Give --team, --people or --optional.",
        es: "Dé --team, --people u --optional.",
      });
    const rooms = ids(call, "rooms");
    const week = weekGrid(timetable);
    const parttime = await readPresent(call, timetable, locale);
    const away = [...parttime].flatMap(([person, { periods }]) =>
      timetable.periods.flatMap(({ id }) => (periods.includes(id) ? [] : [{ person, period: id }])),
    );
    const found = acceptedIn(
      locale,
      findCommonTime(week, {
        required,
        optional,
        quorum: wholeNumber(call, "quorum", 0),
        periods: wholeNumber(call, "periods", 1, 1),
        ownPeriods: wholeNumber(call, "own", 0),
        away,
        ...(rooms.length > 0 && { rooms }),
      }),
    );
    terminal.out(
      call.flags["json"]
        ? JSON.stringify(found, undefined, 2)
        : picture(week, [...required, ...optional], found, {
            locale,
            present: Object.fromEntries([...parttime].map(([id, { periods }]) => [id, periods])),
          }),
    );
    return 0;
  },
};

const HEADS = {
  en: {
    times: (n: number) => `${n} ${n === 1 ? "time" : "times"}, best first:`,
    obstacles: "No time. What stands in the way, least first:",
    none: "No time, and no single lesson is to blame: somebody would keep too few free periods, or no day is long enough.",
  },
  es: {
    times: (n: number) => `${n} ${n === 1 ? "momento" : "momentos"}, el mejor primero:`,
    obstacles: "Ningún momento. Lo que lo impide, lo menor primero:",
    none: "Ningún momento, y no por una sola clase: a alguien le quedarían muy pocas horas libres, o ningún día es bastante largo.",
  },
} as const;

/** The week of these people, and the times under it. */
function picture(
  week: WeekGrid,
  people: readonly string[],
  { times, obstacles }: CommonTimes,
  { locale, ...here }: AtSchoolOptions & { readonly locale: SchedulingLocale },
): string {
  const words = HEADS[locale];
  const said = (item: Worded) => inLanguage(item, locale).message;
  const lines =
    times.length > 0
      ? times.map(({ reasons }) => `  ${reasons.map(said).join(" ")}`)
      : obstacles.map((obstacle) => `  ${said(obstacle)}`);
  const head =
    times.length > 0 ? words.times(times.length) : obstacles.length > 0 ? words.obstacles : words.none;
  const columns = process.stdout.columns ?? Number.POSITIVE_INFINITY;
  return [weekText(week, people, { locale, columns, ...here }), "", head, ...lines].join("\n");
}
