/** A sentence to be said in the reader's language: its key and the values in it. */
export interface Message {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Sentences by language tag and key, with `{name}` where a value goes. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * A message in a language, English where that language lacks it, and the key where both do.
 * Guarantees never to throw, because a missing translation must not stop a meeting.
 * @example
 * ```ts
 * say({ en: { hi: "Hello, {who}." }, es: {} }, { key: "hi", values: { who: "team" } }, "es"); // => "Hello, team."
 * ```
 */
export function say(texts: Texts, message: Message, locale = "en"): string {
  const { key, values = {} } = message;
  const text = own(own(texts, locale), key) ?? own(own(texts, "en"), key) ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name: string) => String(own(values, name) ?? all));
}

/** A text of a definition in a language; English where that language lacks it. */
export function inLocale(text: Readonly<Record<string, string>>, locale = "en"): string {
  return own(text, locale) ?? own(text, "en") ?? "";
}

/** A field that is there itself: `constructor` and the like are words as any other. */
function own<T>(from: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return from !== undefined && Object.hasOwn(from, key) ? from[key] : undefined;
}

/** Sentences of this package, English and Spanish. */
export const protocolTexts = {
  en: {
    "fit.fits": "It takes {total} of the {minutes} minutes.",
    "fit.fits-with-cuts": "It takes {total} of the {minutes} minutes when what may be left out is left out.",
    "fit.two-sittings":
      "It needs {least} minutes, so it is held in two sittings of {first} and {second} minutes.",
    "fit.needs-minutes": "With {people} people it needs at least {smallest} minutes; there are {minutes}.",
    "fit.needs-group": "It is made for {min} to {max} people; there are {people}.",
    "fit.break": "Stop after “{step}”, and keep until then: {keep}",
    "fit.one-sitting": "With {people} people one sitting would do.",
    "fit.sized": "With {people} people it needs at least {smallest} minutes.",
    "fit.nearest-group": "With {people} people the minutes would do.",
    "fit.no-group": "No group it is made for needs less than {minutes}.",
    "voice.nobody": "Everyone is silent.",
    "voice.roles": "Speaking: {roles}. Everyone else listens.",
    "voice.each": "Each person speaks in turn; everyone else listens.",
    "voice.each-except": "Each person speaks in turn, except: {roles}.",
    "voice.everyone": "Open talk.",
    "voice.pairs": "Talk in pairs.",
    "voice.groups": "Talk in small groups.",
    "announce.step": "Step {number} of {of}: {label}. {voice} {minutes} minutes.",
    "sheet.time": "From minute {from}, {minutes} minutes.",
    "sheet.vote": "Mark one.",
    "sheet.votes": "Mark at most {votes}.",
    "role.facilitator": "facilitator",
    "role.presenter": "presenter",
    "role.participant": "participants",
    "role.timekeeper": "timekeeper",
    "role.note-taker": "note taker",
    "role.panel": "panel",
    "role.dialogue-monitor": "dialogue monitor",
    "role.spokesperson": "spokesperson",
    "role.leader": "leader",
    "nudge.no-because": "This sounds like an explanation. For now, only what you see.",
    "nudge.no-judgement": "This sounds like a judgement. What in the work makes you say it?",
    "nudge.tag-explains": "You call this an observation, but it explains. Is it an inference?",
    "nudge.tag-judges": "You call this an observation, but it judges. What did you see?",
    "tag.observation": "Observation: what can be seen",
    "tag.inference": "Inference: what it may mean",
    "tag.assumption": "Assumption: what we take for granted",
    "tag.action": "Action: what to do about it",
    "choose.use.student-work": "It is made for looking at student work.",
    "choose.use.teacher-work": "It is made for looking at teachers' work.",
    "choose.use.data": "It is made for looking at data.",
    "choose.use.dilemma": "It is made for thinking through a dilemma.",
    "choose.use.text": "It is made for reading a text together.",
    "choose.use.practice": "It is made for learning from practice.",
    "choose.use.learner": "It is made for knowing a learner better.",
    "choose.use.plan": "It is made for working on a plan.",
    "choose.use.goal": "It is made for setting a goal.",
    "choose.use.ideas": "It is made for collecting ideas.",
    "choose.use.decision": "It is made for deciding together.",
    "choose.use.reflection": "It is made for reflecting.",
    "choose.use.opening": "It is made for starting together.",
    "choose.use.norms": "It is made for agreeing on norms.",
    "choose.use.team-building": "It is made for getting to know the team.",
    "choose.use.scoring": "It is made for scoring together.",
    "choose.fits": "It takes {total} of your {minutes} minutes with {people} people.",
    "choose.two-sittings": "It needs two sittings of {minutes} minutes with {people} people.",
  },
  es: {
    "fit.fits": "Ocupa {total} de los {minutes} minutos.",
    "fit.fits-with-cuts": "Ocupa {total} de los {minutes} minutos si se omite lo que se puede omitir.",
    "fit.two-sittings": "Necesita {least} minutos; se hace en dos sesiones de {first} y {second} minutos.",
    "fit.needs-minutes": "Con {people} personas necesita al menos {smallest} minutos; hay {minutes}.",
    "fit.needs-group": "Está pensado para entre {min} y {max} personas; hay {people}.",
    "fit.break": "Se para después de «{step}» y se guarda hasta entonces: {keep}",
    "fit.one-sitting": "Con {people} personas alcanzaría una sesión.",
    "fit.sized": "Con {people} personas necesita al menos {smallest} minutos.",
    "fit.nearest-group": "Con {people} personas alcanzarían los minutos.",
    "fit.no-group": "Ningún grupo para el que está pensado necesita menos de {minutes}.",
    "voice.nobody": "Silencio para todas las personas.",
    "voice.roles": "Habla: {roles}. Las demás personas escuchan.",
    "voice.each": "Cada persona habla en su turno; las demás escuchan.",
    "voice.each-except": "Cada persona habla en su turno, excepto: {roles}.",
    "voice.everyone": "Conversación abierta.",
    "voice.pairs": "Conversación en parejas.",
    "voice.groups": "Conversación en grupos pequeños.",
    "announce.step": "Paso {number} de {of}: {label}. {voice} {minutes} minutos.",
    "sheet.time": "Desde el minuto {from}, {minutes} minutos.",
    "sheet.vote": "Marca una opción.",
    "sheet.votes": "Marca como máximo {votes}.",
    "role.facilitator": "quien facilita",
    "role.presenter": "quien presenta",
    "role.participant": "participantes",
    "role.timekeeper": "quien cuida el tiempo",
    "role.note-taker": "quien toma notas",
    "role.panel": "panel",
    "role.dialogue-monitor": "quien cuida el diálogo",
    "role.spokesperson": "portavoz",
    "role.leader": "quien dirige",
    "nudge.no-because": "Esto suena a explicación. Por ahora, solo lo que ves.",
    "nudge.no-judgement": "Esto suena a juicio. ¿Qué en el trabajo te hace decirlo?",
    "nudge.tag-explains": "Lo llamas observación, pero explica. ¿Es una inferencia?",
    "nudge.tag-judges": "Lo llamas observación, pero juzga. ¿Qué viste?",
    "tag.observation": "Observación: lo que se ve",
    "tag.inference": "Inferencia: lo que puede significar",
    "tag.assumption": "Supuesto: lo que damos por hecho",
    "tag.action": "Acción: qué hacer",
    "choose.use.student-work": "Está hecho para mirar trabajos de estudiantes.",
    "choose.use.teacher-work": "Está hecho para mirar trabajos docentes.",
    "choose.use.data": "Está hecho para mirar datos.",
    "choose.use.dilemma": "Está hecho para pensar un dilema.",
    "choose.use.text": "Está hecho para leer juntos un texto.",
    "choose.use.practice": "Está hecho para aprender de la práctica.",
    "choose.use.learner": "Está hecho para conocer mejor a quien aprende.",
    "choose.use.plan": "Está hecho para trabajar un plan.",
    "choose.use.goal": "Está hecho para fijar una meta.",
    "choose.use.ideas": "Está hecho para reunir ideas.",
    "choose.use.decision": "Está hecho para decidir en común.",
    "choose.use.reflection": "Está hecho para reflexionar.",
    "choose.use.opening": "Está hecho para empezar en común.",
    "choose.use.norms": "Está hecho para acordar normas.",
    "choose.use.team-building": "Está hecho para conocer al equipo.",
    "choose.use.scoring": "Está hecho para calificar en común.",
    "choose.fits": "Ocupa {total} de tus {minutes} minutos con {people} personas.",
    "choose.two-sittings": "Necesita dos sesiones de {minutes} minutos con {people} personas.",
  },
} as const satisfies Texts;
