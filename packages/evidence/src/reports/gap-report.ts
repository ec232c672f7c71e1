import { type Audience, fail, type Issue, ok, type Result } from "@collegium/schema";
import { jointBands } from "../disclosure/joint-bands.js";
import { meanDifference } from "../groups/mean-difference.js";
import { type Interval, newcombeInterval, wilsonInterval } from "../groups/proportion.js";
import { fill, isScore, percent, type Report, type ReportLocale, short } from "./report.js";

/** Two groups of students on one measure. */
export interface GapInput {
  /** What was measured, in the school's words. */
  readonly measure: string;
  readonly groups: readonly [GapGroup, GapGroup];
  /** Score from which on a student counts. */
  readonly cut: number;
}

/** One group with its scores; null for a student without one. */
export interface GapGroup {
  readonly name: string;
  readonly scores: readonly (number | null)[];
}

const TEXTS = {
  en: {
    title: "{measure}: {a} and {b}",
    count: "{name}: {x} of {n} students reach the cut.",
    band: "{name} ({n} students): between {from} and {to} % reach the cut.",
    missing: "{name}: {count} without a result, not counted.",
    gap: "{behind}: {gap} percentage points behind {ahead}; allowing for chance, between {low} and {high}.",
    noGap:
      "The groups can hardly be told apart: {ahead} could lie up to {high} percentage points ahead, and {behind} up to {low}.",
    size: "{a} against {b} in standard deviations: {g} ({low} to {high}), {word}.",
    words: ["very small", "small", "medium", "large"],
    withheld: "One of the groups is too small to be shown outside the team.",
    small: "With fewer than 10 students in a group, name each student's next step instead of a percentage.",
    cause: "A gap says that something differs for these students, not what it is.",
    question: "What did {b} meet in lessons that {a} did not, or the other way round?",
    table: "Results by group",
    columns: ["group", "students", "at the cut", "share", "from", "to", "mean", "standard deviation"],
    bandColumns: ["group", "students", "share"],
    low: "withheld",
  },
  es: {
    title: "{measure}: {a} y {b}",
    count: "{name}: {x} de {n} estudiantes alcanzan el corte.",
    band: "{name} ({n} estudiantes): entre {from} y {to} % alcanzan el corte.",
    missing: "{name}: {count} sin resultado, no se cuentan.",
    gap: "{behind}: {gap} puntos porcentuales por detrás de {ahead}; contando con el azar, entre {low} y {high}.",
    noGap:
      "Los grupos apenas se distinguen: {ahead} podría ir hasta {high} puntos porcentuales por delante, y {behind} hasta {low}.",
    size: "{a} frente a {b} en desviaciones estándar: {g} ({low} a {high}), {word}.",
    words: ["muy pequeña", "pequeña", "moderada", "grande"],
    withheld: "Uno de los grupos es demasiado pequeño para mostrarlo fuera del equipo.",
    small:
      "Con menos de 10 estudiantes en un grupo, nombren el próximo paso de cada uno en lugar de un porcentaje.",
    cause: "Una brecha dice que algo es distinto para estos estudiantes, no qué es.",
    question: "¿Qué encontraron en clase {b} que no encontraron {a}, o al revés?",
    table: "Resultados por grupo",
    columns: [
      "grupo",
      "estudiantes",
      "en el corte",
      "proporción",
      "desde",
      "hasta",
      "media",
      "desviación estándar",
    ],
    bandColumns: ["grupo", "estudiantes", "proporción"],
    low: "no se muestra",
  },
} as const;

/**
 * The gap between two groups in counts, points and standard deviations, with its doubt and the question to ask next.
 * For the team every count is shown; outside it groups under `minimum` are withheld and shares given as ranges. Students
 * without a result are counted, never taken as zero.
 *
 * Issue codes: `empty-group`, `not-a-score`.
 */
export function gapReport(
  input: GapInput,
  options: { readonly audience: Audience; readonly locale?: ReportLocale; readonly minimum?: number },
): Result<Report> {
  const { audience, locale = "en", minimum = 10 } = options;
  const issues = input.groups.flatMap((group, index) => groupIssues(group, index));
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));
  const t = TEXTS[locale];
  const [a, b] = input.groups.map((group) => counted(group, input.cut)) as [Counted, Counted];
  const frame = {
    title: fill(t.title, { measure: input.measure, a: a.name, b: b.name }),
    audience,
    question: fill(t.question, { a: a.name, b: b.name }),
  };
  if (audience === "school" || audience === "public")
    return ok({ ...frame, ...outside([a, b], minimum, locale) });
  const [ahead, behind] = a.x / a.n >= b.x / b.n ? [a, b] : [b, a];
  const gap = newcombeInterval(ahead.x, ahead.n, behind.x, behind.n)!;
  const size = meanDifference(a.scores, b.scores);
  const points = (value: number) => short(Math.round(1000 * value) / 10);
  return ok({
    ...frame,
    findings: [
      ...[a, b].map(({ name, x, n }) => fill(t.count, { name, x, n })),
      fill(gap.low > 0 ? t.gap : t.noGap, {
        ahead: ahead.name,
        behind: behind.name,
        gap: points(ahead.x / ahead.n - behind.x / behind.n),
        low: points(Math.abs(gap.low)),
        high: points(gap.high),
      }),
      ...(size && size.g !== null && size.gInterval
        ? [sizeWords([a.name, b.name], size.g, size.gInterval, locale)]
        : []),
    ],
    warnings: [
      ...[a, b]
        .filter(({ missing }) => missing > 0)
        .map(({ name, missing }) => fill(t.missing, { name, count: missing })),
      ...(Math.min(a.n, b.n) < 10 ? [t.small] : []),
      t.cause,
    ],
    tables: [
      { caption: t.table, columns: t.columns, rows: [a, b].map((group, index) => row(group, size, index)) },
    ],
  });
}

interface Counted {
  readonly name: string;
  readonly scores: readonly number[];
  readonly x: number;
  readonly n: number;
  readonly missing: number;
}

function counted({ name, scores }: GapGroup, cut: number): Counted {
  const known = scores.filter((score) => score !== null);
  const x = known.filter((score) => score >= cut).length;
  return { name, scores: known, x, n: known.length, missing: scores.length - known.length };
}

function groupIssues({ scores }: GapGroup, index: number): Issue[] {
  const bad = scores.flatMap((score, s): Issue[] =>
    score === null || isScore(score)
      ? []
      : [
          {
            code: "not-a-score",
            path: ["groups", index, "scores", s],
            message: "Expected a score as a number.",
          },
        ],
  );
  if (bad.length > 0) return bad;
  if (scores.some((score) => score !== null)) return [];
  return [
    { code: "empty-group", path: ["groups", index], message: "No student of this group has a result." },
  ];
}

function sizeWords(
  [a, b]: readonly [string, string],
  g: number,
  { low, high }: Interval,
  locale: ReportLocale,
): string {
  const t = TEXTS[locale];
  const word = t.words[[0.1, 0.3, 0.6].filter((cut) => Math.abs(g) >= cut).length]!;
  return fill(t.size, { a, b, g: short(g), low: short(low), high: short(high), word });
}

function row({ name, x, n }: Counted, size: ReturnType<typeof meanDifference>, index: number): string[] {
  const interval = wilsonInterval(x, n)!;
  return [
    name,
    String(n),
    String(x),
    percent(x / n),
    percent(interval.low),
    percent(interval.high),
    size ? short(size.means[index]!) : "",
    size ? short(size.deviations[index]!) : "",
  ];
}

/** Shares as ranges; where one group is withheld so is the other, for the whole school's count may be known. */
function outside(
  groups: readonly Counted[],
  minimum: number,
  locale: ReportLocale,
): Omit<Report, "title" | "audience" | "question"> {
  const t = TEXTS[locale];
  const bands = groups.some(({ n }) => n < minimum)
    ? groups.map(() => null)
    : jointBands(groups, { minimum });
  const hidden = bands.some((band) => band === null);
  return {
    findings: groups.flatMap(({ name, n }, i) => {
      const band = bands[i];
      return band ? [fill(t.band, { name, n, from: band.from, to: band.to })] : [];
    }),
    warnings: [...(hidden ? [t.withheld] : []), t.cause],
    tables: [
      {
        caption: t.table,
        columns: t.bandColumns,
        rows: groups.map(({ name, n }, i) => {
          const band = bands[i];
          return [name, hidden ? t.low : String(n), band ? `${band.from}–${band.to} %` : t.low];
        }),
      },
    ],
  };
}
