import {
  type AtSchool,
  type AtSchoolOptions,
  atSchool,
  auditMinutes,
  auditTime,
  type Distribution,
  findTeams,
  inLanguage,
  type MinutesAudit,
  type SchedulingLocale,
  type Team,
  type TimeAudit,
  type Timetable,
  weekGrid,
  weekText,
} from "@collegium/scheduling";
import { type Call, type Command, Misused, text, wholeNumber } from "../command.js";
import { acceptedIn, language, localeOf } from "../language.js";
import { presentFlag, readPresent, readTimeInput, timeFlags } from "../timetable-file.js";
import { inColumns } from "./time-audit-table.js";
import { weeksOfYear, yearFlags, yearTable } from "./time-audit-weeks.js";

/** `collegium time audit`: the shared time that each team has in the school day. */
export const timeAudit: Command = {
  name: "time audit",
  says: {
    en: "how much time in the school day each team shares today",
    es: "cuánto tiempo de la jornada escolar comparte hoy cada equipo",
  },
  flags: {
    ...timeFlags,
    ...presentFlag,
    target: {
      type: "string",
      value: "N",
      says: {
        en: "blocks a week that a team should have, default 3; with --minutes, minutes",
        es: "bloques por semana que un equipo debería tener, 3 si no se dice; con --minutes, minutos",
      },
    },
    minutes: {
      type: "boolean",
      says: {
        en: "in minutes: scheduled, protected, usable, and how they are spread",
        es: "en minutos: previstos, protegidos, aprovechables, y cómo se reparten",
      },
    },
    period: {
      type: "string",
      value: "N",
      says: {
        en: "with --minutes: length of a period without bells",
        es: "con --minutes: duración de una hora sin timbres",
      },
    },
    own: {
      type: "string",
      value: "N",
      says: {
        en: "with --minutes: minutes a week that a contract protects",
        es: "con --minutes: minutos por semana que protege un contrato",
      },
    },
    rules: {
      type: "string",
      value: "all|clashes",
      says: {
        en: "clashes, the default for blocks: lessons alone count; all: nobody is free when the timetable's own rules say that they cannot",
        es: "clashes, por omisión para bloques: solo cuentan las clases; all: nadie está libre cuando las reglas del propio horario dicen que no puede",
      },
    },
    week: {
      type: "boolean",
      says: { en: "the picture of each team's week", es: "la imagen de la semana de cada equipo" },
    },
    ...yearFlags,
    ...language,
    json: { type: "boolean", says: { en: "the answer as JSON", es: "la respuesta en JSON" } },
  },
  async run(call, terminal) {
    const locale = localeOf(call);
    const target = wholeNumber(call, "target", 3, 1);
    const { timetable, teams: given } = await readTimeInput(call, terminal);
    const teams = given ?? findTeams(timetable);
    const inMinutes = call.flags["minutes"] === true;
    const parttime = await readPresent(call, timetable, locale);
    const present = Object.fromEntries([...parttime].map(([id, { periods }]) => [id, periods]));
    const here = { present, rules: rulesOf(call) };
    if (text(call, "calendar") !== undefined) {
      const year = await weeksOfYear(call, terminal, timetable, teams, here, locale);
      const json = call.flags["json"] === true;
      terminal.out(json ? JSON.stringify(year, undefined, 2) : yearTable(timetable.school, year, locale));
      return 0;
    }
    const audit = withAway(
      auditTime(timetable, teams, { target, ...here, rules: rulesOf(call, "clashes") }),
      atSchool(timetable),
    );
    const minutes = inMinutes ? minutesOf(call, locale, timetable, teams, here) : undefined;
    if (call.flags["json"]) {
      terminal.out(JSON.stringify(minutes ?? audit, undefined, 2));
      return 0;
    }
    const weeks = call.flags["week"] ? weeksOf(timetable, teams, locale, here) : [];
    const main = minutes ? minutesTable(minutes, locale) : table(audit, locale);
    terminal.out([main, ...weeks].join("\n\n"));
    return 0;
  },
};

/** An audit of blocks with the shared periods in which somebody is away by the timetable's own rules. */
interface BlocksAudit extends Omit<TimeAudit, "teams"> {
  readonly teams: readonly (TimeAudit["teams"][number] & { readonly awayPeriods: readonly string[] })[];
}

function withAway(audit: TimeAudit, isHere: AtSchool): BlocksAudit {
  const isAway = (members: readonly string[], period: string) => members.some((id) => !isHere(id, period));
  const teams = audit.teams.map((team) => ({
    ...team,
    awayPeriods: team.commonPeriods.filter((period) => isAway(team.members, period)),
  }));
  return { ...audit, teams };
}

function rulesOf(
  call: Call,
  usual: NonNullable<AtSchoolOptions["rules"]> = "all",
): NonNullable<AtSchoolOptions["rules"]> {
  const rules = text(call, "rules") ?? usual;
  if (rules !== "all" && rules !== "clashes")
    throw new Misused({ en: "--rules takes all or clashes.", es: "--rules toma all o clashes." });
  return rules;
}

function minutesOf(
  call: Call,
  locale: SchedulingLocale,
  timetable: Timetable,
  teams: readonly Team[],
  here: AtSchoolOptions,
): MinutesAudit {
  const audit = auditMinutes(timetable, teams, {
    ...here,
    ...(text(call, "period") !== undefined && { minutesPerPeriod: wholeNumber(call, "period", 1, 1) }),
    ownMinutes: wholeNumber(call, "own", 0),
    ...(text(call, "target") !== undefined && { target: wholeNumber(call, "target", 0, 1) }),
  });
  return acceptedIn(locale, audit);
}

function weeksOf(
  timetable: Timetable,
  teams: readonly Team[],
  locale: SchedulingLocale,
  here: AtSchoolOptions,
): string[] {
  const week = weekGrid(timetable);
  const columns = process.stdout.columns ?? Number.POSITIVE_INFINITY;
  return teams.map(
    ({ id, name, members }) => `${name ?? id}\n${weekText(week, members, { locale, columns, ...here })}`,
  );
}

const WORDS = {
  en: {
    head: (school: string, periods: number, teams: number) =>
      `${school}: ${periods} periods a week, ${teams} ${teams === 1 ? "team" : "teams"}`,
    none: "no shared period",
    meets: (periods: string) => `  (meets: ${periods})`,
    suggested: "  suggested, please confirm",
    of: (now: number, target: number) => `${now} of ${target} blocks`,
    away: (periods: string) => `  (somebody is away: ${periods})`,
    awaySomewhere:
      "Somebody is away: the timetable's own rules say that a member cannot be there. --rules all leaves these periods out, as time plan does.",
    columns: ["team", "scheduled", "protected", "common", "usable", "missing"],
    beside: (mean: string, median: string, over: string) =>
      `Hours a teacher shares a week: mean ${mean}, median ${median}, above three hours ${over} %. American teachers in 2009: mean 2.7, above three hours 24 %.`,
    spread: (name: string, { n, least, median, most, mean }: Distribution) =>
      `${name} (${n}): least ${least}, median ${round(median)}, most ${most}, mean ${round(mean)} minutes`,
    acrossTeams: "Usable minutes a week across teams",
    acrossTeachers: "Shared minutes a week across teachers",
    without: (n: number) => `${n} ${n === 1 ? "teacher is" : "teachers are"} in no team.`,
    below: (n: number) =>
      `${n} ${n === 1 ? "teacher keeps" : "teachers keep"} fewer minutes alone than the contract protects.`,
  },
  es: {
    head: (school: string, periods: number, teams: number) =>
      `${school}: ${periods} horas por semana, ${teams} ${teams === 1 ? "equipo" : "equipos"}`,
    none: "ninguna hora en común",
    meets: (periods: string) => `  (se reúne: ${periods})`,
    suggested: "  sugerido, por favor confirme",
    of: (now: number, target: number) => `${now} de ${target} bloques`,
    away: (periods: string) => `  (alguien falta: ${periods})`,
    awaySomewhere:
      "Alguien falta: las reglas del propio horario dicen que un miembro no puede estar. --rules all deja fuera esas horas, como time plan.",
    columns: ["equipo", "previstos", "protegidos", "comunes", "aprovechables", "faltan"],
    beside: (mean: string, median: string, over: string) =>
      `Horas por semana que comparte un docente: media ${mean}, mediana ${median}, más de tres horas ${over} %. Docentes estadounidenses en 2009: media 2,7, más de tres horas 24 %.`,
    spread: (name: string, { n, least, median, most, mean }: Distribution) =>
      `${name} (${n}): mínimo ${least}, mediana ${round(median)}, máximo ${most}, media ${round(mean)} minutos`,
    acrossTeams: "Minutos aprovechables por semana entre equipos",
    acrossTeachers: "Minutos compartidos por semana entre docentes",
    without: (n: number) => `${n} ${n === 1 ? "docente no está" : "docentes no están"} en ningún equipo.`,
    below: (n: number) =>
      `${n} ${n === 1 ? "docente conserva" : "docentes conservan"} menos minutos propios de los que protege el contrato.`,
  },
} as const;

function round(value: number): number {
  return Math.round(value);
}

/** The audit as lines for the terminal. */
function table({ school, periodsPerWeek, teams }: BlocksAudit, locale: SchedulingLocale): string {
  const words = WORDS[locale];
  const name = (team: BlocksAudit["teams"][number]) => team.name ?? team.id;
  const width = Math.max(4, ...teams.map((team) => name(team).length));
  return [
    words.head(school, periodsPerWeek, teams.length),
    "",
    ...teams.map((team) => {
      const shared = team.commonPeriods.length === 0 ? words.none : team.commonPeriods.join(" ");
      const meets = team.meetingPeriods.length > 0 ? words.meets(team.meetingPeriods.join(" ")) : "";
      const guess = team.source === "suggested" ? words.suggested : "";
      const blocks = words.of(team.blocksNow, team.target);
      const away = team.awayPeriods.length > 0 ? words.away(team.awayPeriods.join(" ")) : "";
      return `  ${name(team).padEnd(width)}  ${blocks}  ${shared}${away}${meets}${guess}`;
    }),
    ...(teams.some(({ awayPeriods }) => awayPeriods.length > 0) ? ["", words.awaySomewhere] : []),
  ].join("\n");
}

/** The audit in minutes as lines, with its spread and what must be said beside it. */
function minutesTable(audit: MinutesAudit, locale: SchedulingLocale): string {
  const words = WORDS[locale];
  const rows = audit.teams.map(({ id, name, scheduled, protected: kept, common, usable, missing }) => [
    name ?? id,
    ...[scheduled, kept, common, usable, ...(missing === undefined ? [] : [missing])].map(String),
  ]);
  const columns = audit.teams.some(({ missing }) => missing !== undefined)
    ? words.columns
    : words.columns.slice(0, -1);
  const { meanHours, medianHours, overThreeHours } = audit.comparison;
  const hours = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  return [
    audit.school,
    "",
    ...inColumns([columns, ...rows]),
    "",
    ...(audit.acrossTeams ? [words.spread(words.acrossTeams, audit.acrossTeams)] : []),
    ...(audit.acrossTeachers ? [words.spread(words.acrossTeachers, audit.acrossTeachers)] : []),
    ...(audit.teachersWithoutTeam > 0 ? [words.without(audit.teachersWithoutTeam)] : []),
    ...(audit.teachersBelowContract > 0 ? [words.below(audit.teachersBelowContract)] : []),
    ...(meanHours === null || medianHours === null || overThreeHours === null
      ? []
      : [words.beside(hours(meanHours), hours(medianHours), String(round(overThreeHours * 100)))]),
    ...audit.comparison.caveats.map((caveat) => inLanguage(caveat, locale).message),
  ].join("\n");
}
