/** Languages in which a plan can be said. */
export type PlanLocale = "en" | "es";

/** Values in braces; `{n|one|many}` takes the form that fits the number n. */
const texts = {
  en: {
    "reason.days":
      "It wants {wanted} {wanted|block|blocks}, at most {perDay} a day, and only {days} {days|day has|days have} a period open to it.",
    "reason.never":
      "In every period of the week some member is unavailable, or blocks are closed; moving lessons cannot change that.",
    "reason.free":
      "{who} has only {free} {free|period|periods} a week at school without a lesson, and {wanted} {wanted|block is|blocks are} wanted.",
    "reason.own":
      "{who} has {free} {free|period|periods} a week at school without a lesson and keeps {own} to plan alone, so at most {most} can be shared; {wanted} {wanted|is|are} wanted.",
    "reason.free-covered":
      "{who} has only {free} {free|period|periods} a week at school without a lesson and {covered} more that others may cover, and {wanted} {wanted|block is|blocks are} wanted.",
    "reason.own-covered":
      "{who} has {free} {free|period|periods} a week at school without a lesson and {covered} more that others may cover, and keeps {own} to plan alone, so at most {most} can be shared; {wanted} {wanted|is|are} wanted.",
    "reason.shared":
      "{who} is in {teams}, which want {sum} blocks together, and has only {free} {free|period|periods} a week to give.",
    "reason.students":
      "{who} cannot be without the team so often: its students have only {outside} {outside|period|periods} with teachers outside the team, and {wanted} {wanted|block is|blocks are} wanted.",
    "reason.teachers":
      "It takes {takes} {takes|teacher|teachers} at once. With every student in a lesson, the school can spare so many in periods for only {most} {most|block|blocks} a week, and {wanted} {wanted|is|are} wanted.",
    "reason.school":
      "All teams together want {sum} teacher periods to plan. With every student in a lesson, the school can spare only {left} that fit them, so at least {n} {n|block is|blocks are} missing in any plan.",
    "reason.students-covered":
      "{who} cannot be without the team so often: its students have only {outside} {outside|period|periods} with teachers outside the team and at most {covered} that others cover, and {wanted} {wanted|block is|blocks are} wanted.",
    "reason.never-spared":
      "In no period of the week can all classes be taught without its members: lessons that go together, fixed times, absent colleagues and rooms leave no way.",
    "reason.days-spared":
      "Only {days} {days|day has|days have} a period in which all classes can be taught without its members: lessons that go together, fixed times, absent colleagues and rooms leave no other.",
    "reason.conflict":
      "It cannot have more than {most} of {wanted} {wanted|block|blocks} as long as all of this holds: {all}. Giving up any one of these changes that.",
    "reason.proven":
      "No plan gives it more than {most} of {wanted} {wanted|block|blocks} beside the other teams; shown by an exact search.",
    "reason.time":
      "{most} of {wanted} {wanted|block was|blocks were} found in the time given; a longer search may find more.",
    "keep.pins": "the lessons that must stay",
    "keep.cover": "the caps on cover",
    "keep.own": "the periods that teachers keep to plan alone",
    "keep.day": "at most {perDay} {perDay|block|blocks} a day",
    "keep.closed": "the periods closed to blocks",
    "keep.spread": "no class more often on a day than on its fullest day today",
    "keep.rules": "the timetable's own rules",
    "keep.teams": "the blocks of {teams}",
    "list.and": "and",
  },
  es: {
    "reason.days":
      "Quiere {wanted} {wanted|bloque|bloques}, como mucho {perDay} al día, y solo {days} {days|día tiene|días tienen} una hora abierta para él.",
    "reason.never":
      "En cada hora de la semana algún miembro no está disponible, o los bloques están cerrados; mover clases no lo cambia.",
    "reason.free":
      "{who} tiene solo {free} {free|hora|horas} por semana en la escuela sin clase, y se {wanted|quiere|quieren} {wanted} {wanted|bloque|bloques}.",
    "reason.own":
      "{who} tiene {free} {free|hora|horas} por semana en la escuela sin clase y guarda {own} para planificar a solas, así que puede compartir {most} como mucho; se {wanted|quiere|quieren} {wanted}.",
    "reason.free-covered":
      "{who} tiene solo {free} {free|hora|horas} por semana en la escuela sin clase y {covered} más que otros pueden cubrir, y se {wanted|quiere|quieren} {wanted} {wanted|bloque|bloques}.",
    "reason.own-covered":
      "{who} tiene {free} {free|hora|horas} por semana en la escuela sin clase y {covered} más que otros pueden cubrir, y guarda {own} para planificar a solas, así que puede compartir {most} como mucho; se {wanted|quiere|quieren} {wanted}.",
    "reason.shared":
      "{who} está en {teams}, que quieren {sum} bloques en total, y solo puede dar {free} {free|hora|horas} por semana.",
    "reason.students":
      "{who} no puede estar tanto sin el equipo: sus alumnos tienen solo {outside} {outside|hora|horas} con docentes de fuera del equipo, y se {wanted|quiere|quieren} {wanted} {wanted|bloque|bloques}.",
    "reason.teachers":
      "Ocupa a {takes} {takes|docente|docentes} a la vez. Con todos los alumnos en clase, el centro puede prescindir de tantos solo en horas para {most} {most|bloque|bloques} por semana, y se {wanted|quiere|quieren} {wanted}.",
    "reason.school":
      "Todos los equipos juntos quieren {sum} horas de docente para planificar. Con todos los alumnos en clase, el centro solo puede prescindir de {left} que les sirvan, así que en cualquier plan {n|falta|faltan} al menos {n} {n|bloque|bloques}.",
    "reason.students-covered":
      "{who} no puede estar tanto sin el equipo: sus alumnos tienen solo {outside} {outside|hora|horas} con docentes de fuera del equipo y como mucho {covered} que otros cubren, y se {wanted|quiere|quieren} {wanted} {wanted|bloque|bloques}.",
    "reason.never-spared":
      "En ninguna hora de la semana se pueden dar todas las clases sin sus miembros: las clases que van juntas, las horas fijas, los colegas ausentes y las aulas no dejan modo.",
    "reason.days-spared":
      "Solo {days} {days|día tiene|días tienen} una hora en la que se pueden dar todas las clases sin sus miembros: las clases que van juntas, las horas fijas, los colegas ausentes y las aulas no dejan otra.",
    "reason.conflict":
      "No puede tener más de {most} de {wanted} {wanted|bloque|bloques} mientras valga todo esto: {all}. Renunciar a una sola de estas condiciones lo cambia.",
    "reason.proven":
      "Ningún plan le da más de {most} de {wanted} {wanted|bloque|bloques} junto a los demás equipos; demostrado por una búsqueda exacta.",
    "reason.time":
      "En el tiempo dado se {most|encontró|encontraron} {most} de {wanted} {wanted|bloque|bloques}; una búsqueda más larga puede hallar más.",
    "keep.pins": "las clases que deben quedarse",
    "keep.cover": "los topes de la cobertura",
    "keep.own": "las horas que los docentes guardan para planificar a solas",
    "keep.day": "como mucho {perDay} {perDay|bloque|bloques} al día",
    "keep.closed": "las horas cerradas a bloques",
    "keep.spread": "ninguna clase más veces en un día que en su día más lleno de hoy",
    "keep.rules": "las reglas propias del horario",
    "keep.teams": "los bloques de {teams}",
    "list.and": "y",
  },
} as const satisfies Record<PlanLocale, Record<string, string>>;

/** Why a team has not all its blocks: a text's name and its values, so that every language can say it. */
export interface PlanReason {
  readonly code:
    | "days"
    | "never"
    | "free"
    | "own"
    | "shared"
    | "students"
    | "teachers"
    | "school"
    | "days-spared"
    | "never-spared"
    | "conflict"
    | "proven"
    | "time"
    | "free-covered"
    | "own-covered"
    | "students-covered";
  readonly values: Readonly<Record<string, string | number>>;
  /** What holds together in a conflict, each a thing that one could give up. */
  readonly all?: readonly {
    readonly code: Keep;
    readonly values: Readonly<Record<string, string | number>>;
  }[];
}

/** What a plan keeps and a school could give up. */
export type Keep = "pins" | "cover" | "own" | "day" | "closed" | "spread" | "rules" | "teams";

/**
 * A reason as a sentence for people.
 * @example
 * ```ts
 * sayReason({ code: "free", values: { who: "Teacher 4", free: 1, wanted: 2 } }, "en"); // => "Teacher 4 has only 1 period a week at school without a lesson, and 2 blocks are wanted."
 * ```
 */
export function sayReason(reason: PlanReason, locale: PlanLocale): string {
  const said = texts[locale];
  const all = reason.all?.map(({ code, values }) => fillText(said[`keep.${code}`], values));
  const values = { ...reason.values, ...(all && { all: listOf(all, said["list.and"]) }) };
  return fillText(said[`reason.${reason.code}`], values);
}

/** A text with its values in place. */
export function fillText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, many) => {
    const value = values[name];
    if (value === undefined) return whole;
    return one === undefined ? String(value) : Number(value) === 1 ? one : many;
  });
}

/** Words as a list: a, b and c. */
export function listOf(words: readonly string[], and: string): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)}`;
}
