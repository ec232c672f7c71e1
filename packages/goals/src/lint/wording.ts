/** Verbs that no one can watch a student do, English and Spanish, by stem. */
const VAGUE =
  /(?<![\p{L}])(understand\w*|appreciat\w*|know\w* about|learn\w* about|be(?:come)?s? (?:more )?(?:aware|familiar)\w*|explor\w+|improv\w+|enhanc\w+|strengthen\w*|support\w*|promot\w+|foster\w*|encourag\w+|focus\w* on|work\w* on|engag\w+|grow\w* in|comprend\w+|entend\w+|entiend\w+|apreci\w+|conoc\w+|mejor\w+|fortalec\w+|foment\w+|apoy\w+|explor\w+|promov\w+|promuev\w+|impuls\w+|familiari\w+|trabaj\w+ en|se involucr\w+|toma\w* conciencia)(?![\p{L}])/iu;

/** A vague verb in a sentence, as written; undefined where there is none. */
export function vagueVerb(text: string): string | undefined {
  return VAGUE.exec(text)?.[1];
}

/** Whether a sentence gives an amount: a number that is not part of a date or grade. */
export function hasAmount(text: string): boolean {
  const plain = text
    .replace(/\b(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?\b/g, " ")
    .replace(/\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of |de )?\p{L}+/giu, (match) =>
      MONTH.test(match) ? " " : match,
    )
    .replace(/\b(?:grade|grades|grado|grados|year|class)\s+\d+\b/giu, " ")
    .replace(/\b\d+(?:st|nd|rd|th|\.º|º|°)?[- ](?:graders?|grade|grado)\b/giu, " ");
  return /\d|\b(?:all|every|each|half|todos|todas|cada|mitad)\b/iu.test(plain);
}

const MONTH =
  /(?<!\p{L})(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?!\p{L})/iu;

/** Whether a sentence says by when. */
export function hasTime(text: string): boolean {
  return (
    MONTH.test(text) ||
    /\b(?:19|20)\d\d\b|\bby (?:the end|then|spring|fall|winter|summer)|\b(?:semester|quarter|trimester|school year|año escolar|semestre|trimestre|fin de curso|primavera|otoño|invierno)\b/iu.test(
      text,
    )
  );
}
