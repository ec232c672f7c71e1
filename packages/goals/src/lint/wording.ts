/** Verbs of the mind: no number tells how one would see them. By stem, for `\p{L}*` takes any ending. */
const UNSEEN = [
  "understand\\p{L}*",
  "understood",
  "appreciat\\p{L}*",
  "grasp\\p{L}*",
  "internali[sz]\\p{L}*",
  "(?:be|become|becomes|are|get) (?:more |better |fully )?(?:aware|familiar|exposed|comfortable|confident|interested)",
  "(?:become|becomes|be) (?:lifelong|independent|successful|good|better)",
  "(?:raise|build|develop|gain|deepen|instil\\p{L}*) (?:an? |their |the |our )?(?:awareness|appreciation|love|interest|passion|sense)",
  "comprend\\p{L}+",
  "ent(?:end|iend)\\p{L}+",
  "apreci\\p{L}+",
  "valor(?:ar\\p{L}*|an|en)",
  "interioriz\\p{L}+",
  "concienci\\p{L}+",
  "sensibili\\p{L}+",
  "familiari\\p{L}+",
  "tom\\p{L}+ conciencia",
  "amor por",
];

/** Verbs of change and of knowing: an amount beside them may say what is meant. */
const UNMEASURED = [
  "know(?:s|ing)?",
  "learn(?:s|ed)?",
  "enjoy\\p{L}*",
  "explor\\p{L}+",
  "improv\\p{L}+",
  "enhanc\\p{L}+",
  "strengthen\\p{L}*",
  "develop(?:s|ing)?",
  "deepen\\p{L}*",
  "(?:(?:to|will|we) |^)support\\p{L}*",
  "promot\\p{L}+",
  "foster\\p{L}*",
  "encourag\\p{L}+",
  "focus\\p{L}* on",
  "work\\p{L}* on",
  "engag\\p{L}+",
  "grow(?:s|ing)? (?:in|as)",
  "do(?:es)? better",
  "make(?:s)? progress",
  "succeed\\p{L}*",
  "conoc\\p{L}+",
  "conozc\\p{L}+",
  "sab(?:er|en|rán|rá)",
  "sep(?:a|an)",
  "aprend(?:er|erán|erá|en|an) sobre",
  "aprend(?:erán|erá|en|an)",
  "mejor\\p{L}+",
  "desarroll\\p{L}+",
  "fortalec\\p{L}+",
  "fortalezc\\p{L}+",
  "ref(?:orz|uerz)\\p{L}+",
  "foment\\p{L}+",
  "(?:(?:para|de|a) |^)apoy\\p{L}+",
  "prom(?:ov|uev)\\p{L}+",
  "impuls\\p{L}+",
  "potenci(?:ar\\p{L}*|an|en)",
  "disfrut\\p{L}+",
  "trabaj\\p{L}+ en",
  "se involucr\\p{L}+",
  "progres(?:ar\\p{L}*|an|en)",
];

const one = (verbs: readonly string[]) => new RegExp(`(?<!\\p{L})(${verbs.join("|")})(?!\\p{L})`, "iu");
const ANY = one([...UNSEEN, ...UNMEASURED]);
const MIND = one(UNSEEN);

/**
 * A vague verb in a sentence, as written; undefined where there is none.
 * @param measured - Whether an amount stands beside it: "improve from 46 % to 70 %" says what is meant, "70 % understand" does not.
 */
export function vagueVerb(text: string, measured = false): string | undefined {
  return (measured ? MIND : ANY).exec(text)?.[1];
}

// At the start, perhaps after a time and a subject: "on the newly adopted test" is no activity.
const ACTIVITY =
  /^(?:(?:by|before|in|para|antes de|en) [^,]{1,30}?,? )?(?:(?:we|(?:the|our|all|todos|nuestr[oa]|los|el|la|every) (?:los )?(?:team|teachers?|staff|school|docentes|maestros|profesores|equipo|escuela)|teachers|staff)(?: will| shall)? )?(?:to )?(?:adopt|implement|introduc|launch|purchas|buy|attend|hold|host|train|schedul|install|roll(?:s|ed)? out|pilot|use|lanz|compr(?:a|en)|asist|capacit|organiz|instal|celebr|us(?:ar|en|an))\p{L}*/iu;
const LEARNER =
  /(?<!\p{L})(student|pupil|learner|child|kid|reader|writer|grader|girl|boy|everyone|youth|kindergart|freshm|sophomore|junior|senior|cohort|graduat|estudiant|alumn|niñ|aprendi|lector|jóven|joven|hij|egresad)\p{L}*/iu;

/** Whether a sentence names what adults do and no learner. */
export function namesActivity(text: string): boolean {
  return ACTIVITY.test(text) && !LEARNER.test(text);
}

/** Whether a sentence gives an amount: a number that is not part of a date or grade. */
export function hasAmount(text: string): boolean {
  const plain = text
    .replace(/\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b/g, " ")
    .replace(/\b(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?\b/g, " ")
    .replace(/\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of |de )?\p{L}+/giu, (match) => (hasMonth(match) ? " " : match))
    .replace(/\p{L}+ \d{1,2}(?:st|nd|rd|th)?(?![\d%]| %)/giu, (match) => (hasMonth(match) ? " " : match))
    .replace(/\b(?:grade|grades|grado|grados|curso|year|class|unit|unidad|week|semana|room)\s+\d+\b/giu, " ")
    .replace(
      /\b\d+(?:st|nd|rd|th|\.º|º|°)?[- ](?:graders?|grade|grado|weeks?|months?|semanas?|meses)\b/giu,
      " ",
    );
  return /\d|\b(?:all|every|each|half|todos|todas|cada|mitad)\b/iu.test(plain);
}

const MONTH =
  /(?<!\p{L})(jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)(?!\p{L})/iu;
// "may" and "march" are verbs, too: a month where written as a name or after a word of time.
const MAY =
  /(?<!\p{L})(?:May|March|Mar)(?!\p{L})|\b(?:by|in|of|until|before|early|mid|late|\d{1,2})[ -](?:may|march)\b/u;

function hasMonth(text: string): boolean {
  return MONTH.test(text) || MAY.test(text);
}

const TIME =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b|\bby (?:the end|then|spring|fall|winter|summer|autumn|week|easter|christmas)|\b(?:end of|(?:in|within|after|over) (?:the next )?\p{L}+ |(?:in|within|after|over) \d+ )(?:the )?(?:units?|terms?|years?|months?|weeks?|days|course)\b|\b(?:semester|quarter|trimester|term|school year|año escolar|semestre|trimestre|curso escolar|fin de curso|primavera|otoño|invierno)\b|(?<!\p{L})(?:en|dentro de|tras|antes de) \p{L}*\d*\s?(?:semanas|meses|días)|(?<!\p{L})(?:al|a) (?:final|fin|término) del?/iu;

/** Whether a sentence says by when. */
export function hasTime(text: string): boolean {
  return hasMonth(text) || TIME.test(text);
}
