import type { Original } from "@collegium/exchange";
import {
  type Objective,
  type Pin,
  type PlanLocale,
  type PlanningProblem,
  type Term,
  termOrder,
} from "@collegium/planning-time";
import { findTeams, type Timetable } from "@collegium/scheduling";
import {
  type Call,
  Misused,
  Refused,
  refusal,
  type Said,
  type Terminal,
  text,
  wholeNumber,
} from "./command.js";
import { readCoverFlags } from "./cover-flags.js";
import { readTimeInput, timeFlags } from "./timetable-file.js";

/** Flags that say what a school asks for. */
export const problemFlags = {
  ...timeFlags,
  blocks: {
    type: "string",
    value: "N",
    says: {
      en: "blocks a week for teams that do not say; default 3",
      es: "bloques por semana de los equipos que no lo dicen; si falta, 3",
    },
  },
  rules: {
    type: "string",
    value: "all|clashes",
    says: {
      en: "what must hold: every rule of the file (default); or clashes, students' day and daily spread alone",
      es: "qué debe cumplirse: todas las reglas del archivo (all, si falta); o solo choques, jornada de los alumnos y reparto por día (clashes)",
    },
  },
  keep: {
    type: "string",
    value: "CLASS@TIME",
    multiple: true,
    says: {
      en: "lessons that stay: a lesson, student group or teacher, everywhere or at a period or day; repeatable",
      es: "clases que se quedan: una clase, un grupo o un docente, siempre o en una hora o un día; se puede repetir",
    },
  },
  closed: {
    type: "string",
    value: "TIME",
    multiple: true,
    says: {
      en: "a period or day without blocks; repeatable",
      es: "una hora o un día sin bloques; se puede repetir",
    },
  },
  unpopular: {
    type: "string",
    value: "TIME",
    multiple: true,
    says: {
      en: "a period or day that blocks avoid as far as the objective says; repeatable",
      es: "una hora o un día que los bloques evitan en lo que diga el objetivo; se puede repetir",
    },
  },
  own: {
    type: "string",
    value: "N",
    says: {
      en: "periods a week that every teacher keeps to plan alone; default 0",
      es: "horas por semana que cada docente guarda para planificar a solas; si falta, 0",
    },
  },
  cover: {
    type: "string",
    value: "FILE|'T12:3,T14:2'",
    says: {
      en: "teachers who may take lessons while a team meets, each with periods a week at most; default nobody",
      es: "docentes que pueden tomar clases mientras un equipo se reúne, con las horas por semana de cada uno como mucho; si falta, nadie",
    },
  },
  "cover-member": {
    type: "string",
    value: "N",
    says: {
      en: "periods a week of one team member's lessons that others may take; default no cap",
      es: "horas por semana de las clases de un miembro que otros pueden tomar; si falta, sin tope",
    },
  },
  "cover-class": {
    type: "string",
    value: "N",
    says: {
      en: "periods a week of one class that others may take; default no cap",
      es: "horas por semana de un grupo que otros pueden tomar; si falta, sin tope",
    },
  },
  "per-day": {
    type: "string",
    value: "N",
    says: {
      en: "blocks a team may have on one day; default 1",
      es: "bloques que un equipo puede tener en un día; si falta, 1",
    },
  },
  objective: {
    type: "string",
    value: "WISH",
    says: {
      en: `what is better: lexicographic (default), ${termOrder.join(", ")}, one after the other; order:TERM,… these first; weighted:N, a missing block for N moved periods; weights:TERM=N,… their sum`,
      es: `qué es mejor: lexicographic (si falta), ${termOrder.join(", ")}, uno tras otro; order:TERM,… estos primero; weighted:N, un bloque que falta por N horas movidas; weights:TERM=N,… su suma`,
    },
  },
} as const;

/** The question of a call, with the file it came from. */
export async function readProblem(
  call: Call,
  terminal: Terminal,
): Promise<{ readonly problem: PlanningProblem; readonly original: Original }> {
  const rules = text(call, "rules") ?? "all";
  if (rules !== "clashes" && rules !== "all")
    throw new Misused({ en: "--rules takes all or clashes.", es: "--rules toma all o clashes." });
  const objective = objectiveOf(text(call, "objective") ?? "lexicographic");
  const blocks = wholeNumber(call, "blocks", 3, 1);
  const ownPeriods = wholeNumber(call, "own", 0);
  const blocksPerDay = wholeNumber(call, "per-day", 1, 1);
  const { timetable, original, teams } = await readTimeInput(call, terminal);
  const pins = list(call, "keep").flatMap((wish) => pinsOf(wish, timetable));
  const noBlocksAt = list(call, "closed").flatMap((time) => periodsOf(time, timetable, "--closed"));
  const unpopular = list(call, "unpopular").flatMap((time) => periodsOf(time, timetable, "--unpopular"));
  const cover = await readCoverFlags(call, timetable);
  const wanted = (teams ?? findTeams(timetable)).map((team) => ({ ...team, blocks: team.blocks ?? blocks }));
  if (wanted.length === 0) throw new Refused([NO_TEAMS.en], [NO_TEAMS.es]);
  return {
    original,
    problem: {
      timetable,
      teams: wanted,
      rules,
      objective,
      blocksPerDay,
      ownPeriods,
      ...(pins.length > 0 && { pins }),
      ...(noBlocksAt.length > 0 && { noBlocksAt }),
      ...(unpopular.length > 0 && { unpopular }),
      ...(cover && { cover }),
    },
  };
}

const noTeams = { code: "no-teams", path: ["--teams"] };
const NO_TEAMS = {
  en: {
    ...noTeams,
    message: "No teams were found in this timetable.",
    hint: 'Name them in a file: {"teams": [{"id": "grade-7", "members": ["T1", "T2"], "blocks": 2}]}.',
  },
  es: {
    ...noTeams,
    message: "No se hallaron equipos en este horario.",
    hint: 'Nómbrelos en un archivo: {"teams": [{"id": "grado-7", "members": ["T1", "T2"], "blocks": 2}]}.',
  },
} as const;

/** The language that a call asks for. */
export function languageOf(call: Call): PlanLocale {
  const lang = text(call, "lang") ?? "en";
  if (lang !== "en" && lang !== "es")
    throw new Misused({ en: "--lang takes en or es.", es: "--lang toma en o es." });
  return lang;
}

function objectiveOf(words: string): Objective {
  if (words === "lexicographic") return words;
  const [kind, rest = ""] = words.split(":");
  const parts = rest.split(",");
  if (kind === "order" && parts.every(isTerm) && new Set(parts).size === parts.length)
    return { order: parts };
  const weighted = weightOf(rest);
  if (kind === "weighted" && weighted) return { weighted };
  const weights = parts.map((part) => part.split("="));
  if (
    kind === "weights" &&
    weights.every(([term = "", weight = ""]) => isTerm(term) && weightOf(weight)) &&
    new Set(weights.map(([term]) => term)).size === weights.length
  )
    return { weights: Object.fromEntries(weights.map(([term, weight]) => [term, Number(weight)])) };
  throw new Misused({
    en: `--objective takes lexicographic; order:TERM,…; weighted:N; or weights:TERM=N,…; with whole numbers N from 1 on and the terms ${termOrder.join(", ")}.`,
    es: `--objective toma lexicographic; order:TERM,…; weighted:N; o weights:TERM=N,…; con números enteros N, 1 o más, y los términos ${termOrder.join(", ")}.`,
  });
}

const isTerm = (word: string): word is Term => (termOrder as readonly string[]).includes(word);

/** A whole number from 1 on, of at most seven digits; 0 where it is none. */
const weightOf = (word: string): number => Number(/^\d{1,7}$/.exec(word)?.[0] ?? "0");

function list(call: Call, flag: string): readonly string[] {
  const value = call.flags[flag];
  return Array.isArray(value) ? value : [];
}

/** The lessons that a wish names: by id or name, or all of a student group or teacher; at one time where one is given. */
function pinsOf(wish: string, timetable: Timetable): Pin[] {
  const cut = wish.lastIndexOf("@");
  const [named, time] = cut < 0 ? [wish, undefined] : [wish.slice(0, cut), wish.slice(cut + 1)];
  const same = (word: string) => word.toLowerCase() === named.trim().toLowerCase();
  const resources = new Set(
    timetable.resources.filter(({ id, name }) => same(id) || same(name)).map(({ id }) => id),
  );
  const exact = timetable.lessons.filter(({ id }) => id === named);
  const lessons =
    exact.length > 0
      ? exact
      : timetable.lessons.filter(
          ({ id, name, resources: all }) => same(id) || same(name) || all.some((one) => resources.has(one)),
        );
  if (lessons.length === 0)
    throw unknown(
      "--keep",
      {
        en: "no lesson, student group or teacher of this name",
        es: "ninguna clase, grupo o docente de este nombre",
      },
      {
        en: "Names and ids are those of the file; time audit --json lists them.",
        es: "Nombres e identificadores son los del archivo; time audit --json los muestra.",
      },
    );
  if (time === undefined) return lessons.map(({ id }) => ({ lesson: id }));
  const periods = new Set(periodsOf(time, timetable, "--keep"));
  const ids = new Set(lessons.map(({ id }) => id));
  const pins = timetable.placements
    .filter(({ lesson, start }) => ids.has(lesson) && periods.has(start))
    .map(({ lesson, start }) => ({ lesson, at: start }));
  if (pins.length === 0)
    throw unknown(
      "--keep",
      { en: "no such lesson that starts then", es: "ninguna clase así que empiece entonces" },
      { en: "A lesson is kept where it starts today.", es: "Una clase se queda donde empieza hoy." },
    );
  return pins;
}

/** Periods by id or by name of the day; a day is all its periods, and a day and a number one of them: Mon 3. */
export function periodsOf(words: string, timetable: Timetable, flag: string): string[] {
  const word = words.trim().toLowerCase();
  const byId = timetable.periods.filter(({ id }) => id.toLowerCase() === word);
  if (byId.length > 0) return byId.map(({ id }) => id);
  const ofDay = timetable.days.map(({ id, name }) => ({
    names: [id.toLowerCase(), name.toLowerCase()],
    periods: timetable.periods.filter(({ day }) => day === id).map((period) => period.id),
  }));
  const number = /^(.*?)\s*(\d+)$/.exec(word);
  const days = (wanted: string) => ofDay.filter(({ names }) => names.includes(wanted));
  const whole = days(word);
  if (whole.length > 0) return whole.flatMap(({ periods }) => periods);
  const one = number ? days(number[1]!).flatMap(({ periods }) => periods[Number(number[2]) - 1] ?? []) : [];
  if (one.length > 0) return one;
  throw unknown(
    flag,
    { en: "no such period or day", es: "ninguna hora ni día así" },
    {
      en: `Periods are written like ${timetable.periods[0]!.id}, days like ${timetable.days[0]!.name}.`,
      es: `Las horas se escriben como ${timetable.periods[0]!.id}, los días como ${timetable.days[0]!.name}.`,
    },
  );
}

function unknown(flag: string, what: { en: string; es: string }, hint: Said): Refused {
  const message = { en: `The timetable has ${what.en}.`, es: `El horario no tiene ${what.es}.` };
  return refusal("unknown-reference", [flag], message, hint);
}
