import { basename } from "node:path";
import { type Original, readTimetable, type ScheduleMapping } from "@collegium/exchange";
import {
  type Presence,
  readPresence,
  readTeams,
  type SchedulingLocale,
  type Team,
  type Timetable,
  teamsSolution,
} from "@collegium/scheduling";
import { sentence } from "@collegium/schema";
import type { Call, Terminal } from "./command.js";
import { required, text } from "./command.js";
import { readBytes, readJson } from "./files.js";
import { acceptedIn, localeOf, wordsIn } from "./language.js";

/** What `time audit` and `time plan` work on. */
export interface TimeInput {
  readonly timetable: Timetable;
  readonly original: Original;
  /** Teams of the teams file, where one was given. */
  readonly teams: readonly Team[] | undefined;
}

/** Flags that name the input of the time commands. */
export const timeFlags = {
  timetable: {
    type: "string",
    value: "FILE",
    says: {
      en: "timetable: XHSTT (.xml, .xml.gz), FET (.fet, .fet.gz) or a master schedule as CSV",
      es: "horario: XHSTT (.xml, .xml.gz), FET (.fet, .fet.gz) o un horario general en CSV",
    },
  },
  teams: {
    type: "string",
    value: "FILE",
    says: {
      en: "teams as JSON, members by the timetable's own ids",
      es: "equipos en JSON, los miembros con los identificadores del horario",
    },
  },
  mapping: {
    type: "string",
    value: "FILE",
    says: {
      en: "CSV: what its columns mean, as JSON; guessed where absent",
      es: "CSV: qué significan sus columnas, en JSON; se deduce si falta",
    },
  },
  solution: {
    type: "string",
    value: "NAME",
    says: {
      en: "XHSTT: the solution group that is today's timetable",
      es: "XHSTT: el grupo de soluciones que es el horario de hoy",
    },
  },
} as const;

/** Flag that says when part-timers are at school. */
export const presentFlag = {
  present: {
    type: "string",
    value: "FILE",
    says: {
      en: 'when part-timers are at school, as JSON: { "T1": ["mon 08:00-12:00", "tue", "wed-3"] }',
      es: 'cuándo están en la escuela los docentes a tiempo parcial, en JSON: { "T1": ["mon 08:00-12:00", "tue", "wed-3"] }',
    },
  },
} as const;

/** When part-timers are at school, by teacher id; empty where the call names no file. */
export async function readPresent(
  call: Call,
  timetable: Timetable,
  locale: SchedulingLocale,
): Promise<ReadonlyMap<string, Presence>> {
  const file = text(call, "present");
  return file === undefined ? new Map() : acceptedIn(locale, readPresence(await readJson(file), timetable));
}

/** Reads the timetable and the teams that a call names; warnings go to the person, not into the result. */
export async function readTimeInput(call: Call, terminal: Terminal): Promise<TimeInput> {
  const { timetable, original } = await readTimetableAt(
    call,
    terminal,
    required(call, "timetable"),
    text(call, "solution") ?? teamsSolution(await teamsJson(call)),
  );
  return { timetable, original, teams: await readTeamsOf(call, terminal, [timetable]) };
}

/** Reads one timetable file as a call says. */
export async function readTimetableAt(
  call: Call,
  terminal: Terminal,
  file: string,
  solution: string | undefined,
): Promise<Omit<TimeInput, "teams">> {
  const locale = localeOf(call);
  const mappingFile = text(call, "mapping");
  const mapping = mappingFile === undefined ? undefined : ((await readJson(mappingFile)) as ScheduleMapping);
  const bytes = await readBytes(file);
  const csv = /\.(csv|tsv|txt)$/i.test(file);
  const read = await readTimetable(bytes, {
    ...(csv ? { name: basename(file).replace(/\.[^.]+$/, "") } : {}),
    ...(solution === undefined ? {} : { solution }),
    ...(mapping === undefined ? {} : { mapping }),
  });
  const { timetable, original } = acceptedIn(locale, read);
  if (read.ok) for (const warning of read.warnings) terminal.err(sentence(wordsIn(warning, locale)));
  return { timetable, original };
}

/** The teams of the file that a call names, by the teachers of one timetable or of several schools'. */
export async function readTeamsOf(
  call: Call,
  terminal: Terminal,
  timetables: readonly Timetable[],
): Promise<readonly Team[] | undefined> {
  const locale = localeOf(call);
  const json = await teamsJson(call);
  if (json === undefined) return undefined;
  const teams = readTeams(json, timetables);
  const value = acceptedIn(locale, teams);
  if (teams.ok) for (const warning of teams.warnings) terminal.err(sentence(wordsIn(warning, locale)));
  return value.teams;
}

async function teamsJson(call: Call): Promise<unknown> {
  const file = text(call, "teams");
  return file === undefined ? undefined : readJson(file);
}
