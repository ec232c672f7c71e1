import { fillText, type PlanLocale } from "./reason-texts.js";

/** Texts about ways to make time, English and Spanish: values in braces; `{n|one|many}` takes the form that fits the number n. */
export const waysTexts = {
  en: {
    title: "Ways to make time, side by side",
    "per.week": "Minutes are of one week.",
    "kind.swap": "Swap lessons",
    "kind.specials": "Parallel specials",
    "kind.shave": "Shorter periods",
    "kind.release": "Early release or late start",
    "kind.cover": "Cover teachers",
    "from.next-term": "from next term",
    "from.next-year": "next year",
    "column.way": "Way",
    "column.from": "When",
    "column.gained": "Team minutes gained",
    "column.lost": "Instruction lost per student",
    "column.students": "Student groups",
    "column.teachers": "Teachers",
    "column.moved": "Lessons that change",
    "column.cover": "Cover hours",
    "column.contract": "Contract",
    "column.law": "Law",
    "contract.kept": "kept",
    "contract.broken": "{n} {n|teacher|teachers} below",
    "law.kept": "kept, {n} min a year to spare",
    "law.broken": "{n} min a year short",
    unknown: "not asked",
    each: "{n} min",
    "team.gains": "{team} +{n}",
    "no.gain": "no team gains time",
    "note.draft": "rooms and unavailable times have to be settled anew ({n} {n|conflict|conflicts})",
    "note.missing": "{n} {n|block was|blocks were} not found",
    "note.proven": "proven to be the fewest changes",
    "note.short-stretch": "a stretch of {block} minutes is shorter than the {shortest} that count as time",
    "note.turns": "teams share members, so they meet in {turns} turns",
    "note.few-specials": "{team}: its classes can be at specials together in {n} {n|period|periods} at most",
    "note.no-specials": "{team}: its classes can never be at specials all at once",
    "note.supervision": "students go home, or somebody is with them, for {block} minutes a day",
    "note.transport": "buses and lunch change for {minutes} minutes",
    "note.covered": "a class is with a cover teacher for up to {minutes} minutes",
    "note.cover-short": "not enough cover for {n} {n|block|blocks}",
    "note.needs-agreement": "needs the agreement of families, staff and district",
  },
  es: {
    title: "Formas de hacer tiempo, una junto a otra",
    "per.week": "Los minutos son de una semana.",
    "kind.swap": "Intercambiar clases",
    "kind.specials": "Especiales en paralelo",
    "kind.shave": "Horas más cortas",
    "kind.release": "Salida temprana o entrada tardía",
    "kind.cover": "Docentes de cobertura",
    "from.next-term": "desde el próximo periodo",
    "from.next-year": "el próximo año",
    "column.way": "Forma",
    "column.from": "Cuándo",
    "column.gained": "Minutos de equipo ganados",
    "column.lost": "Clase perdida por alumno",
    "column.students": "Grupos de alumnos",
    "column.teachers": "Docentes",
    "column.moved": "Clases que cambian",
    "column.cover": "Horas de cobertura",
    "column.contract": "Contrato",
    "column.law": "Ley",
    "contract.kept": "se cumple",
    "contract.broken": "{n} {n|docente|docentes} por debajo",
    "law.kept": "se cumple, sobran {n} min al año",
    "law.broken": "faltan {n} min al año",
    unknown: "no preguntado",
    each: "{n} min",
    "team.gains": "{team} +{n}",
    "no.gain": "ningún equipo gana tiempo",
    "note.draft": "aulas y horas no disponibles por resolver de nuevo ({n} {n|conflicto|conflictos})",
    "note.missing": "no se {n|halló|hallaron} {n} {n|bloque|bloques}",
    "note.proven": "demostrado que son los menos cambios",
    "note.short-stretch":
      "un tramo de {block} minutos es más corto que los {shortest} que cuentan como tiempo",
    "note.turns": "los equipos comparten miembros, así que se reúnen en {turns} turnos",
    "note.few-specials": "{team}: sus clases pueden estar juntas en especiales {n} {n|hora|horas} como mucho",
    "note.no-specials": "{team}: sus clases nunca pueden estar en especiales todas a la vez",
    "note.supervision": "los alumnos se van a casa, o alguien está con ellos, {block} minutos al día",
    "note.transport": "transporte y comida cambian {minutes} minutos",
    "note.covered": "una clase está con cobertura hasta {minutes} minutos",
    "note.cover-short": "no hay cobertura para {n} {n|bloque|bloques}",
    "note.needs-agreement": "hace falta el acuerdo de familias, personal y distrito",
  },
} as const satisfies Record<PlanLocale, Record<string, string>>;

/** Key of a text about ways to make time. */
export type WaysText = keyof (typeof waysTexts)["en"];

/** Says a text about ways to make time, with its values. */
export type SayWays = (key: WaysText, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The speaker of ways to make time in one language.
 * @example
 * ```ts
 * waysSpeaker("es")("kind.cover"); // => "Docentes de cobertura"
 * ```
 */
export function waysSpeaker(locale: PlanLocale): SayWays {
  return (key, values = {}) => fillText(waysTexts[locale][key], values);
}
