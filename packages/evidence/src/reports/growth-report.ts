import { type Audience, fail, type Issue, ok, type Result } from "@collegium/schema";
import { gains } from "../growth/gain.js";
import { fill, isScore, type Report, type ReportLocale, short } from "./report.js";

/** The same students before and after, on one scale. */
export interface GrowthInput {
  readonly measure: string;
  readonly students: readonly {
    readonly id: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  /** Reliability of the test; null where nobody knows it. */
  readonly reliability: number | null;
}

const TEXTS = {
  en: {
    title: "{measure}: growth",
    mean: "On average {n} students moved by {gain} points ({low} to {high}).",
    meanOnly: "On average {n} students moved by {gain} points.",
    reliable: "{gains} of {n} students gained more than the noise of two tests explains, {losses} lost more.",
    unknown: "Nobody knows how reliable the test is, so no single student's gain can be told from noise.",
    weak: "The gains themselves have a reliability of {r}: do not sort students by them.",
    missing: "{count} students lack one of the two results and are not counted.",
    cause: "Growth between two tests is not the effect of one teacher or programme.",
    question: "What did the students who gained most meet in lessons that the others did not?",
    withheld: "The group is too small to be shown outside the team.",
    table: "Students",
    columns: ["student", "before", "after", "gain", "more than noise"],
    yes: "yes",
    no: "no",
  },
  es: {
    title: "{measure}: progreso",
    mean: "En promedio {n} estudiantes cambiaron {gain} puntos ({low} a {high}).",
    meanOnly: "En promedio {n} estudiantes cambiaron {gain} puntos.",
    reliable:
      "{gains} de {n} estudiantes ganaron más de lo que explica el ruido de dos pruebas, {losses} perdieron más.",
    unknown:
      "No se conoce la fiabilidad de la prueba, así que la ganancia de un estudiante no se distingue del ruido.",
    weak: "Las ganancias mismas tienen una fiabilidad de {r}: no ordenen a los estudiantes por ellas.",
    missing: "A {count} estudiantes les falta uno de los dos resultados y no se cuentan.",
    cause: "El progreso entre dos pruebas no es el efecto de un docente o programa.",
    question: "¿Qué encontraron en clase los estudiantes que más ganaron y los demás no?",
    withheld: "El grupo es demasiado pequeño para mostrarlo fuera del equipo.",
    table: "Estudiantes",
    columns: ["estudiante", "antes", "después", "ganancia", "más que ruido"],
    yes: "sí",
    no: "no",
  },
} as const;

/**
 * Growth of the same students between two administrations, with the noise of single gains said before anybody is sorted by
 * them. For the team by student in the order given; outside it the mean alone, and nothing under `minimum` students.
 *
 * Issue codes: `too-few-students`, `not-a-score`, `bad-reliability`.
 */
export function growthReport(
  input: GrowthInput,
  options: { readonly audience: Audience; readonly locale?: ReportLocale; readonly minimum?: number },
): Result<Report> {
  const { audience, locale = "en", minimum = 10 } = options;
  const issues = inputIssues(input);
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));
  const t = TEXTS[locale];
  const both = input.students.filter(({ before, after }) => before !== null && after !== null);
  const found = gains(
    both.map(({ before }) => before!),
    both.map(({ after }) => after!),
    input.reliability,
  );
  if (!found) {
    return fail({
      code: "too-few-students",
      path: ["students"],
      message: "Growth needs two students with both results.",
    });
  }
  const frame = { title: fill(t.title, { measure: input.measure }), audience, question: t.question };
  const { n, interval } = found;
  const mean = interval
    ? fill(t.mean, { n, gain: short(found.meanGain), low: short(interval.low), high: short(interval.high) })
    : fill(t.meanOnly, { n, gain: short(found.meanGain) });
  if (audience === "school" || audience === "public") {
    const hidden = n < minimum;
    return ok({
      ...frame,
      findings: hidden ? [] : [mean],
      warnings: [...(hidden ? [t.withheld] : []), t.cause],
      tables: [],
    });
  }
  const missing = input.students.length - n;
  return ok({
    ...frame,
    findings: [
      mean,
      ...(found.reliableChange
        ? [fill(t.reliable, { gains: found.reliableGains!, losses: found.reliableLosses!, n })]
        : []),
    ],
    warnings: [
      ...(input.reliability === null ? [t.unknown] : []),
      ...(found.gainReliability !== null && found.gainReliability < 0.7
        ? [fill(t.weak, { r: short(Math.max(0, found.gainReliability)) })]
        : []),
      ...(missing > 0 ? [fill(t.missing, { count: missing })] : []),
      t.cause,
    ],
    tables: [
      {
        caption: t.table,
        columns: t.columns,
        rows: both.map(({ id, before, after }, s) => {
          const index = found.reliableChange?.[s];
          return [
            id,
            short(before!),
            short(after!),
            short(after! - before!),
            index === undefined ? "" : Math.abs(index) > 1.96 ? t.yes : t.no,
          ];
        }),
      },
    ],
  });
}

function inputIssues({ students, reliability }: GrowthInput): Issue[] {
  const bad = (value: number | null) => value !== null && !isScore(value);
  const issues = students.flatMap(({ before, after }, s): Issue[] =>
    bad(before) || bad(after)
      ? [{ code: "not-a-score", path: ["students", s], message: "Expected scores as numbers." }]
      : [],
  );
  if (reliability !== null && !(reliability >= 0 && reliability <= 1)) {
    issues.push({
      code: "bad-reliability",
      path: ["reliability"],
      message: "A reliability lies between 0 and 1.",
    });
  }
  return issues;
}
