import type { AgreementIndex, AgreementPanel } from "../agreement/panel.js";
import { fill, percent, type Report, type ReportLocale, short } from "./report.js";

const TEXTS = {
  en: {
    title: "Do we score alike?",
    exact: "All {scorers} scorers gave the same level on {count} of {n} pieces.",
    adjacent: "On {count} of {n} pieces they were at most one level apart.",
    alpha: "Beyond chance the agreement is {word} (alpha {value}, {low} to {high}).",
    unknown: "Agreement beyond chance cannot be told: the pieces were too alike, or too few.",
    words: ["no better than chance", "weak", "moderate", "good"],
    stricter: "Scorer {scorer} scores lower than the others, by {by} levels on average.",
    milder: "Scorer {scorer} scores higher than the others, by {by} levels on average.",
    needed: "For a trustworthy score of one piece the mean of {n} scorers is needed.",
    few: "With {n} pieces every figure is rough; 20 or more would say more.",
    paradox:
      "Most pieces got the same level: kappa and alpha then look worse than the agreement is (Gwet {value}).",
    use: "The panel is for agreeing on the rubric, never for rating a colleague.",
    question: "Which piece did you score most differently, and what in the work did each of you look at?",
    table: "Agreement",
    columns: ["index", "value", "from", "to"],
    names: {
      exact: "same level",
      adjacent: "within one level",
      krippendorff: "Krippendorff's alpha",
      cohen: "Cohen's kappa",
      "cohen-weighted": "Cohen's kappa, far misses counted more",
      fleiss: "Fleiss' kappa",
      gwet: "Gwet's coefficient",
      "icc-single": "intraclass correlation, one scorer",
      "icc-mean": "intraclass correlation, mean of all",
      "kendall-w": "Kendall's W",
      rwg: "agreement on each piece against chance (rwg)",
    },
  },
  es: {
    title: "¿Evaluamos igual?",
    exact: "Los {scorers} evaluadores dieron el mismo nivel en {count} de {n} trabajos.",
    adjacent: "En {count} de {n} trabajos se alejaron como mucho un nivel.",
    alpha: "Más allá del azar, el acuerdo es {word} (alfa {value}, {low} a {high}).",
    unknown: "No se puede saber el acuerdo más allá del azar: los trabajos eran muy parecidos o muy pocos.",
    words: ["no mejor que el azar", "débil", "moderado", "bueno"],
    stricter: "El evaluador {scorer} puntúa más bajo que los demás, {by} niveles en promedio.",
    milder: "El evaluador {scorer} puntúa más alto que los demás, {by} niveles en promedio.",
    needed: "Para una puntuación fiable de un trabajo hace falta la media de {n} evaluadores.",
    few: "Con {n} trabajos cada cifra es aproximada; 20 o más dirían más.",
    paradox:
      "Casi todos los trabajos recibieron el mismo nivel: kappa y alfa parecen entonces peores que el acuerdo (Gwet {value}).",
    use: "Este panel sirve para acordar la rúbrica, nunca para calificar a un colega.",
    question: "¿Qué trabajo evaluaron de forma más distinta, y en qué se fijó cada uno?",
    table: "Acuerdo",
    columns: ["índice", "valor", "desde", "hasta"],
    names: {
      exact: "mismo nivel",
      adjacent: "a un nivel como mucho",
      krippendorff: "alfa de Krippendorff",
      cohen: "kappa de Cohen",
      "cohen-weighted": "kappa de Cohen, los desvíos grandes pesan más",
      fleiss: "kappa de Fleiss",
      gwet: "coeficiente de Gwet",
      "icc-single": "correlación intraclase, un evaluador",
      "icc-mean": "correlación intraclase, media de todos",
      "kendall-w": "W de Kendall",
      rwg: "acuerdo en cada trabajo frente al azar (rwg)",
    },
  },
} as const;

/**
 * The agreement panel in words, for the team that scored: counts first, chance second, who is stricter as a matter for the
 * rubric. Scorers appear by number, in the order of the columns.
 */
export function agreementWords(panel: AgreementPanel, locale: ReportLocale = "en"): Report {
  const t = TEXTS[locale];
  const of = (name: AgreementIndex["name"]) => panel.indices.find((index) => index.name === name);
  const n = panel.complete;
  const count = (share: number) => Math.round(share * n);
  const [exact, adjacent, alpha, gwet] = [of("exact"), of("adjacent"), of("krippendorff"), of("gwet")];
  const severe = panel.severity.filter(({ interval }) => interval && (interval.low > 0 || interval.high < 0));
  return {
    title: t.title,
    audience: "team",
    findings: [
      ...(exact?.value != null
        ? [fill(t.exact, { scorers: panel.scorers, count: count(exact.value), n })]
        : []),
      ...(adjacent?.value != null ? [fill(t.adjacent, { count: count(adjacent.value), n })] : []),
      alpha?.value != null ? alphaWords(alpha, locale) : t.unknown,
      ...severe.map(({ scorer, difference }) =>
        fill(difference! < 0 ? t.stricter : t.milder, {
          scorer: scorer + 1,
          by: short(Math.abs(difference!)),
        }),
      ),
      ...(panel.scorersNeeded === null ? [] : [fill(t.needed, { n: panel.scorersNeeded })]),
    ],
    warnings: [
      ...(panel.pieces < 20 ? [fill(t.few, { n: panel.pieces })] : []),
      ...(gwet?.value != null && alpha?.value != null && gwet.value - alpha.value > 0.3
        ? [fill(t.paradox, { value: short(gwet.value) })]
        : []),
      t.use,
    ],
    question: t.question,
    tables: [
      {
        caption: t.table,
        columns: t.columns,
        rows: panel.indices.map(({ name, value, interval }) => {
          const show = name === "exact" || name === "adjacent" ? percent : short;
          return [
            t.names[name],
            value === null ? "–" : show(value),
            interval ? show(interval.low) : "–",
            interval ? show(interval.high) : "–",
          ];
        }),
      },
    ],
  };
}

function alphaWords({ value, interval }: AgreementIndex, locale: ReportLocale): string {
  const t = TEXTS[locale];
  const word = t.words[[0.2, 0.5, 0.8].filter((cut) => value! >= cut).length]!;
  return fill(t.alpha, {
    word,
    value: short(value!),
    low: interval ? short(interval.low) : "–",
    high: interval ? short(interval.high) : "–",
  });
}
