import { writeTimetable } from "@collegium/exchange";
import {
  type Alternative,
  alternatives,
  changedWeeks,
  coverCsv,
  movesCsv,
  type Plan,
  type PlanLocale,
  type PlanningProblem,
  type Price,
  planSheet,
  planSpeaker,
  priceList,
  type Search,
  swapsOf,
  teamLimits,
  unprovenTerms,
} from "@collegium/planning-time";
import { planInWorker, reasonsInWorker } from "@collegium/planning-time/node";
import { type Call, type Command, Misused, type Terminal, text, wholeNumber } from "../command.js";
import { mayWrite, writeWhole } from "../files.js";
import { acceptedIn, language } from "../language.js";
import { alternativeText, limitsText, pricesText } from "../plan-text.js";
import { languageOf, problemFlags, readProblem } from "../planning-problem.js";

/** `collegium time plan`: the fewest moved lessons that give every team its blocks. */
export const timePlan: Command = {
  name: "time plan",
  says: {
    en: "the fewest lessons to move so that every team has its common planning time",
    es: "las menos clases que mover para que cada equipo tenga su tiempo común de planificación",
  },
  flags: {
    ...problemFlags,
    seconds: {
      type: "string",
      value: "N",
      says: {
        en: "how long each search takes at most; default 30",
        es: "cuánto dura cada búsqueda como mucho; si falta, 30",
      },
    },
    steps: {
      type: "string",
      value: "N",
      says: {
        en: "amount of work instead: same seed and steps, same answer",
        es: "cantidad de trabajo en su lugar: misma semilla y pasos, misma respuesta",
      },
    },
    seed: {
      type: "string",
      value: "N",
      says: { en: "seed of the search; default 1", es: "semilla de la búsqueda; si falta, 1" },
    },
    workers: {
      type: "string",
      value: "N",
      says: {
        en: "threads, of which one proves; default 2",
        es: "hilos, de los que uno demuestra; si falta, 2",
      },
    },
    explain: {
      type: "boolean",
      says: {
        en: "say first what the week allows each team, and in the end which wishes rule a block out",
        es: "decir primero qué permite la semana a cada equipo, y al final qué deseos excluyen un bloque",
      },
    },
    changes: {
      type: "boolean",
      says: {
        en: "add every changed week, teacher by teacher and class by class",
        es: "añadir cada semana que cambia, docente por docente y grupo por grupo",
      },
    },
    alternatives: {
      type: "string",
      value: "N",
      says: {
        en: "other plans to choose from, up to 3; default 0",
        es: "otros planes entre los que elegir, hasta 3; si falta, 0",
      },
    },
    prices: {
      type: "boolean",
      says: {
        en: "what one block more or less costs each team: two searches a team",
        es: "lo que cuesta a cada equipo un bloque más o menos: dos búsquedas por equipo",
      },
    },
    out: {
      type: "string",
      value: "FILE",
      says: {
        en: "write the changed timetable in the input's format; alternatives beside it as FILE-2, FILE-3",
        es: "guardar el horario cambiado en el formato de entrada; las alternativas al lado, como FILE-2, FILE-3",
      },
    },
    moves: {
      type: "string",
      value: "FILE",
      says: {
        en: "write the moves as CSV, one line each, step by step",
        es: "guardar los cambios en CSV, uno por línea, paso a paso",
      },
    },
    covered: {
      type: "string",
      value: "FILE",
      says: {
        en: "write who covers what as CSV, one line a lesson",
        es: "guardar quién cubre qué en CSV, una clase por línea",
      },
    },
    ...language,
    json: { type: "boolean", says: { en: "the answer as JSON", es: "la respuesta en JSON" } },
  },
  async run(call, terminal) {
    const settings = readSettings(call);
    const { locale } = settings;
    const [out, moves, covered] = ["out", "moves", "covered"].map((flag) => text(call, flag));
    const inputs = ["timetable", "teams", "mapping", "cover"].map((flag) => text(call, flag));
    if (covered !== undefined && text(call, "cover") === undefined)
      throw new Misused({
        en: "--covered needs --cover, which says who covers.",
        es: "--covered necesita --cover, que dice quién cubre.",
      });
    for (const file of [out, moves, covered]) if (file !== undefined) await mayWrite(file, inputs);
    const { problem, original } = await readProblem(call, terminal);
    const limits = call.flags["explain"] === true ? teamLimits(problem) : undefined;
    if (limits) terminal.err(limitsText(problem, limits, locale));
    const search = searchWith(settings, terminal);
    const found = await search(problem);
    const more = () => !terminal.signal.aborted;
    const plan =
      limits && more()
        ? await reasonsInWorker(problem, found, { seconds: settings.seconds, signal: terminal.signal })
        : found;
    const write = async (file: string, content: Uint8Array | string) => {
      const there = await mayWrite(file, inputs);
      await writeWhole(file, content);
      terminal.err(WORDS[locale][there ? "replaced" : "written"](file));
    };
    const writePlan = (file: string, { placements }: Plan) =>
      write(file, acceptedIn(locale, writeTimetable(original, placements, { name: "planned" })));
    if (out !== undefined) await writePlan(out, plan);
    if (moves !== undefined) await write(moves, movesCsv(problem, plan, locale));
    if (covered !== undefined) await write(covered, coverCsv(problem, plan, locale));
    const others = more() ? await alternatives(problem, plan, settings.alternatives, search) : [];
    if (out !== undefined) {
      for (const [index, other] of others.entries()) await writePlan(numbered(out, index + 2), other.plan);
    }
    const prices =
      call.flags["prices"] === true && more() ? await priceList(problem, plan, search) : undefined;
    const answer = { problem, plan, others, ...(prices && { prices }) };
    terminal.out(
      call.flags["json"] === true
        ? JSON.stringify({ ...asJson(answer, call), ...(limits && { limits }) }, undefined, 2)
        : asText(answer, call, locale),
    );
    return 0;
  },
};

const WORDS = {
  en: {
    written: (file: string) => `${file}: written.`,
    replaced: (file: string) => `${file}: written over the one that was there.`,
  },
  es: {
    written: (file: string) => `${file}: guardado.`,
    replaced: (file: string) => `${file}: guardado en lugar del que había.`,
  },
} as const;

interface Settings {
  readonly seconds: number;
  readonly steps?: number;
  readonly seed: number;
  readonly workers: number;
  readonly alternatives: number;
  readonly locale: PlanLocale;
}

interface Answer {
  readonly problem: PlanningProblem;
  readonly plan: Plan;
  readonly others: readonly Alternative[];
  readonly prices?: readonly Price[];
}

/** Longest search where the amount of work is given in steps. */
const HOUR = 3600;

function readSettings(call: Call): Settings {
  const steps = text(call, "steps") === undefined ? undefined : wholeNumber(call, "steps", 1, 1);
  const settings = {
    seconds: wholeNumber(call, "seconds", steps === undefined ? 30 : HOUR, 1),
    ...(steps !== undefined && { steps }),
    seed: wholeNumber(call, "seed", 1),
    workers: wholeNumber(call, "workers", 2, 1),
    alternatives: wholeNumber(call, "alternatives", 0),
    locale: languageOf(call),
  };
  if (settings.alternatives > 3)
    throw new Misused({
      en: "--alternatives takes a whole number from 0 to 3.",
      es: "--alternatives toma un número entero de 0 a 3.",
    });
  if (settings.workers > 64)
    throw new Misused({
      en: "--workers takes a whole number from 1 to 64.",
      es: "--workers toma un número entero de 1 a 64.",
    });
  return settings;
}

/** A search in worker threads that says how far it is and ends with Ctrl+C. */
function searchWith({ seconds, steps, seed, workers, locale }: Settings, terminal: Terminal): Search {
  const say = planSpeaker(locale);
  return async (problem, from) => {
    let told = "";
    let at = 0;
    const plan = await planInWorker(problem, {
      seconds,
      seed,
      workers,
      signal: terminal.signal,
      ...(steps !== undefined && { steps }),
      ...(from && { from }),
      onProgress({ placed, wanted, moved, terms, bound }) {
        const words = [say("plan.progress", { placed, wanted, moved })];
        if (terms.cover > 0) words.push(say("plan.covered", { n: terms.cover }));
        if (bound.moved > 0) words.push(say("plan.atLeast", { n: bound.moved }));
        const line = words.join("; ");
        if (line === told || (!terminal.interactive && Date.now() - at < 1000)) return;
        terminal.err(terminal.interactive ? `\r${line.padEnd(told.length)}` : line);
        told = line;
        at = Date.now();
      },
    });
    if (terminal.interactive) terminal.err("\n");
    return plan;
  };
}

/** `planned.xml.gz` as `planned-2.xml.gz`. */
function numbered(file: string, n: number): string {
  const at = /(?:\.[a-z]+)?(?:\.[a-z]+)$/i.exec(file)?.index ?? file.length;
  return `${file.slice(0, at)}-${n}${file.slice(at)}`;
}

function asJson({ problem, plan, others, prices }: Answer, call: Call): object {
  const bare = (asked: PlanningProblem, found: Plan) => {
    const { placements: _, ...rest } = found;
    return { ...rest, unproven: unprovenTerms(found), swaps: swapsOf(asked, found) };
  };
  return {
    ...bare(problem, plan),
    ...(call.flags["changes"] === true && { changes: changedWeeks(problem.timetable, plan) }),
    ...(others.length > 0 && {
      alternatives: others.map(({ how, shared, problem: asked, plan: other }) => ({
        how,
        shared,
        ...bare(asked, other),
      })),
    }),
    ...(prices && { prices }),
  };
}

function asText({ problem, plan, others, prices }: Answer, call: Call, locale: PlanLocale): string {
  return [
    planSheet(problem, plan, { locale, changes: call.flags["changes"] === true }),
    ...(prices ? ["", pricesText(problem, prices, locale)] : []),
    ...others.map((other, index) => `\n${alternativeText(plan, other, index + 2, locale)}`),
  ].join("\n");
}
