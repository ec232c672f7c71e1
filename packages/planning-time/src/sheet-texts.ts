import { fillText, type PlanLocale } from "./reason-texts.js";

/** Texts about plans, English and Spanish: values in braces; `{n|one|many}` takes the form that fits the number n. */
export const planTexts = {
  en: {
    "list.and": "and",
    "plan.title": "{placed} of {wanted} blocks, {moved} {moved|period|periods} moved",
    "plan.proven": "Proven: no plan misses fewer blocks, and none that misses as few moves less.",
    "plan.bound.none": "Not proven to be least.",
    "plan.bound.moved": "Not proven to be least: any plan moves at least {moved} {moved|period|periods}.",
    "plan.bound.missing":
      "Not proven to be least: any plan misses at least {missing} {missing|block|blocks} and moves at least {moved} {moved|period|periods}.",
    "plan.unproven": "Nothing is proven about {list}; less may be possible.",
    "plan.proof.cover":
      "Proof and bound are of all plans in which these teachers may cover; the certificate of verify/bound.mjs is of plans without cover alone.",
    "unproven.fairness": "how evenly missing blocks are shared",
    "unproven.touched": "how many teachers and student groups notice it",
    "unproven.cover": "how much is covered",
    "unproven.unpopular": "how many blocks are in periods to avoid",
    "plan.progress": "{placed} of {wanted} blocks, {moved} {moved|period|periods} moved",
    "plan.atLeast": "no plan moves fewer than {n}",
    "plan.hard": "The timetable's own hard rules: cost {before} before, {after} after.",
    "plan.unread": "Rules that were not looked at: {kinds}.",
    "plan.draft":
      "Draft: rooms and unavailable times not checked; {n} {n|conflict|conflicts} of that kind to settle by hand.",
    "plan.touched":
      "{lessons} {lessons|class|classes} move; {teachers} {teachers|teacher|teachers} and {groups} {groups|student group|student groups} notice it.",
    "plan.touched.teachers": "Teachers: {names}.",
    "plan.touched.groups": "Student groups: {names}.",
    "plan.touched.more": "{n} more",
    "plan.fairness": "The team that is worst off goes without {percent} % of its blocks.",
    "plan.unpopular": "{n} {n|block is|blocks are} in periods that are to be avoided.",
    "plan.teams": "Teams",
    "plan.team": "{team}: {had} before, {got} of {wanted} planned",
    "plan.there": "{period} (free today)",
    "plan.none": "no block",
    "plan.unplaced": "What could not be had",
    "plan.swaps":
      "What to move: {n} {n|change, step by step|changes, each complete in itself; carry out those you want, in any order}",
    "plan.between":
      "After every step the week holds: nobody is in two places more than today, and no student has a new gap.",
    "plan.nothing": "Nothing has to move.",
    "swap.title": "Change {n}: {periods} {periods|period|periods} moved",
    "swap.gives": "for {block}",
    "swap.tell": "tell {people}",
    "swap.room": "makes room for other changes",
    "swap.block": "{team} on {period}",
    "swap.with": "{block} (with {n|change|changes} {list})",
    "swap.step": "Step {n}",
    "swap.at.once": "Step {n}, all at once",
    "swap.exchange": "Step {n}, exchange",
    "move.line": "{lesson}: {from} to {to}",
    "move.long": "{lesson}, {n} periods: {from} to {to}",
    "move.stays": "{lesson}, {from}: stays in its period",
    "move.new.room": "in {to} instead of {from}",
    "move.room": "{room} is taken then by {lesson}",
    "moves.columns": "change,step,lesson,students,teachers,periods,from,to,room,gives",
    "cover.title": "Who covers what, every week: {n} {n|period|periods}",
    "cover.line": "{period}: {who} takes {lesson}, for {teams}",
    "cover.long": "{period}, {n} periods: {who} takes {lesson}, for {teams}",
    "cover.after": "{line} (with {n|change|changes} {list})",
    "cover.sum": "{who}: {n} of at most {most}",
    "cover.file":
      "A timetable file has no place for this: there these lessons stand with their own teachers. This list is the record.",
    "cover.rules.kept":
      "Counted as theirs too, these lessons cost nothing more by the timetable's own hard rules.",
    "cover.rules.broken":
      "Counted as theirs, these lessons raise the cost of the timetable's own hard rules from {after} to {n}: limits of lessons, free periods or days are passed. Lower what each may cover if these must hold.",
    "cover.columns": "period,periods,covers,lesson,students,teacher,team,changes first",
    "plan.covered": "{n} {n|period|periods} covered",
    "cover.none": "Nobody has to cover.",
    "changes.teachers": "Who teaches when, before and after",
    "changes.groups": "What students have when, before and after",
    "changes.cell": "{period}: {before} → {after}",
    "changes.free": "free",
    "changes.covers": "covers {lesson}",
    "changes.taken": "{who} takes {lesson}",
    "explain.title": "What the week allows, before any search",
    "explain.team":
      "{team}: shares {now} {now|period|periods} now, wants {wanted}; counting alone rules nothing out up to {most}.",
    "explain.short":
      "{team}: shares {now} {now|period|periods} now, wants {wanted}, can have at most {most}. {because}",
    "prices.title": "What blocks cost, from this plan",
    "prices.more": "one more block for {team} costs {n} {n|move|moves}",
    "prices.none": "no way was found to give {team} one more block",
    "prices.less": "one block less for {team} saves {n} {n|move|moves}",
    "alternatives.title":
      "Alternative {n}: {placed} of {wanted} blocks, {moved} {moved|period|periods} moved",
    "alternatives.uncovered": "nobody covers",
    "alternatives.times": "other times for the blocks that need moves",
    "alternatives.lessons": "leaves the lessons of the largest change where they are",
    "alternatives.cheaper": "gives up the dearest blocks",
    "alternatives.shares":
      "It has {blocks} of {wanted} blocks and {moves} of {all} {all|move|moves} in common with the first plan.",
  },
  es: {
    "list.and": "y",
    "plan.title": "{placed} de {wanted} bloques, {moved} {moved|hora movida|horas movidas}",
    "plan.proven":
      "Demostrado: ningún plan deja menos bloques sin poner, y ninguno que deje tan pocos mueve menos.",
    "plan.bound.none": "No está demostrado que sea lo mínimo.",
    "plan.bound.moved":
      "No está demostrado que sea lo mínimo: todo plan mueve al menos {moved} {moved|hora|horas}.",
    "plan.bound.missing":
      "No está demostrado que sea lo mínimo: todo plan deja al menos {missing} {missing|bloque|bloques} sin poner y mueve al menos {moved} {moved|hora|horas}.",
    "plan.unproven": "Nada está demostrado sobre {list}; quizá se pueda con menos.",
    "plan.proof.cover":
      "Lo demostrado vale para todos los planes en que estos docentes pueden cubrir; el certificado de verify/bound.mjs, solo para planes sin cobertura.",
    "unproven.fairness": "lo parejo que se reparten los bloques que faltan",
    "unproven.touched": "cuántos docentes y grupos lo notan",
    "unproven.cover": "cuánto se cubre",
    "unproven.unpopular": "cuántos bloques caen en horas por evitar",
    "plan.progress": "{placed} de {wanted} bloques, {moved} {moved|hora movida|horas movidas}",
    "plan.atLeast": "ningún plan mueve menos de {n}",
    "plan.hard": "Reglas obligatorias del propio horario: coste {before} antes, {after} después.",
    "plan.unread": "Reglas que no se miraron: {kinds}.",
    "plan.draft":
      "Borrador: aulas y horas no disponibles sin comprobar; {n} {n|conflicto|conflictos} de ese tipo por resolver a mano.",
    "plan.touched":
      "Se {lessons|mueve|mueven} {lessons} {lessons|clase|clases}; lo {teachers|nota|notan} {teachers} {teachers|docente|docentes} y {groups} {groups|grupo|grupos} de alumnos.",
    "plan.touched.teachers": "Docentes: {names}.",
    "plan.touched.groups": "Grupos: {names}.",
    "plan.touched.more": "{n} más",
    "plan.fairness": "El equipo peor parado se queda sin el {percent} % de sus bloques.",
    "plan.unpopular": "{n} {n|bloque cae|bloques caen} en horas que convenía evitar.",
    "plan.teams": "Equipos",
    "plan.team": "{team}: {had} antes, {got} de {wanted} en el plan",
    "plan.there": "{period} (libre hoy)",
    "plan.none": "ningún bloque",
    "plan.unplaced": "Lo que no se pudo lograr",
    "plan.swaps":
      "Qué mover: {n} {n|cambio, paso a paso|cambios, cada uno completo en sí; haga los que quiera, en cualquier orden}",
    "plan.between":
      "Tras cada paso la semana se sostiene: nadie está en dos lugares más que hoy, y ningún alumno tiene un hueco nuevo.",
    "plan.nothing": "Nada tiene que moverse.",
    "swap.title": "Cambio {n}: {periods} {periods|hora movida|horas movidas}",
    "swap.gives": "para {block}",
    "swap.tell": "avise a {people}",
    "swap.room": "hace sitio a otros cambios",
    "swap.block": "{team} el {period}",
    "swap.with": "{block} (con {n|el cambio|los cambios} {list})",
    "swap.step": "Paso {n}",
    "swap.at.once": "Paso {n}, todo a la vez",
    "swap.exchange": "Paso {n}, intercambio",
    "move.line": "{lesson}: de {from} a {to}",
    "move.long": "{lesson}, {n} horas: de {from} a {to}",
    "move.stays": "{lesson}, {from}: sigue en su hora",
    "move.new.room": "en {to} en lugar de {from}",
    "move.room": "{room} lo ocupa entonces {lesson}",
    "moves.columns": "cambio,paso,clase,alumnos,docentes,horas,de,a,aula,da",
    "cover.title": "Quién cubre qué, cada semana: {n} {n|hora|horas}",
    "cover.line": "{period}: {who} da {lesson}, para {teams}",
    "cover.long": "{period}, {n} horas: {who} da {lesson}, para {teams}",
    "cover.after": "{line} (con {n|el cambio|los cambios} {list})",
    "cover.sum": "{who}: {n} de {most} como mucho",
    "cover.file":
      "Un archivo de horario no tiene sitio para esto: allí estas clases figuran con sus propios docentes. Esta lista es la constancia.",
    "cover.rules.kept":
      "Contadas también como suyas, estas clases no cuestan nada más según las reglas obligatorias del horario.",
    "cover.rules.broken":
      "Contadas como suyas, estas clases suben el coste de las reglas obligatorias del horario de {after} a {n}: se pasan límites de clases, de horas libres o de días. Baje lo que cada uno puede cubrir si deben cumplirse.",
    "cover.columns": "hora,horas,cubre,clase,alumnos,docente,equipo,cambios antes",
    "plan.covered": "{n} {n|hora cubierta|horas cubiertas}",
    "cover.none": "Nadie tiene que cubrir.",
    "changes.teachers": "Quién enseña cuándo, antes y después",
    "changes.groups": "Qué tienen los alumnos y cuándo, antes y después",
    "changes.cell": "{period}: {before} → {after}",
    "changes.free": "libre",
    "changes.covers": "cubre {lesson}",
    "changes.taken": "{who} da {lesson}",
    "explain.title": "Lo que la semana permite, antes de buscar",
    "explain.team":
      "{team}: comparte {now} {now|hora|horas} ahora, quiere {wanted}; contando no se excluye nada hasta {most}.",
    "explain.short":
      "{team}: comparte {now} {now|hora|horas} ahora, quiere {wanted}, puede tener {most} como mucho. {because}",
    "prices.title": "Lo que cuestan los bloques, desde este plan",
    "prices.more": "un bloque más para {team} cuesta {n} {n|cambio|cambios}",
    "prices.none": "no se halló cómo dar a {team} un bloque más",
    "prices.less": "un bloque menos para {team} ahorra {n} {n|cambio|cambios}",
    "alternatives.title":
      "Alternativa {n}: {placed} de {wanted} bloques, {moved} {moved|hora movida|horas movidas}",
    "alternatives.uncovered": "nadie cubre",
    "alternatives.times": "otras horas para los bloques que exigen cambios",
    "alternatives.lessons": "deja donde están las clases del cambio más grande",
    "alternatives.cheaper": "renuncia a los bloques más caros",
    "alternatives.shares":
      "Tiene en común con el primer plan {blocks} de {wanted} bloques y {moves} de {all} {all|cambio|cambios}.",
  },
} as const satisfies Record<PlanLocale, Record<string, string>>;

/** Key of a text about plans. */
export type PlanText = keyof (typeof planTexts)["en"];

/** Says a text with its values. */
export type SayPlan = (key: PlanText, values?: Readonly<Record<string, string | number>>) => string;

/** The speaker of plans in one language. */
export function planSpeaker(locale: PlanLocale): SayPlan {
  return (key, values = {}) => fillText(planTexts[locale][key], values);
}
