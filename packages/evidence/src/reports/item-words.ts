import type { TeamItemReport } from "../items/item-report.js";
import type { ItemSummary } from "../items/item-summary.js";
import { fill, listed, type Report, type ReportLocale } from "./report.js";

const TEXTS = {
  en: {
    title: "What the quiz shows",
    present: "{present} of {students} students took it.",
    failed: "{items} went worst: {counts} answered right.",
    none: "No item failed: each was answered right by most students.",
    common: "On {item}, {count} of {wrong} wrong answers were “{answer}”.",
    standard:
      "{standard}: {above} students are there, {below} are not, {notSure} cannot be told from this quiz.",
    misKey: "Check the key of {item}: students who did well on the rest chose another answer.",
    thin: "{standards} rest on fewer than four items: a hint about a student, not a verdict.",
    few: "With {n} students the item statistics should not carry decisions.",
    omitted: "{item} was left out by {count} students: too hard, unclear, or too little time?",
    question: "What were students thinking who answered “{answer}” on {item}?",
    questionFailed: "What in {item} did students not yet know, and how was it taught?",
    questionFine: "Who needs more, and who is ready for something harder?",
    items: "Items",
    columns: ["item", "standard", "right", "of", "common wrong answer", "left out"],
    standards: "Standards",
    standardColumns: ["standard", "right answers", "of", "students there", "not there", "not sure"],
    of: "{right} of {of}",
  },
  es: {
    title: "Lo que muestra la prueba",
    present: "La hicieron {present} de {students} estudiantes.",
    failed: "Lo más difícil fue {items}: acertaron {counts}.",
    none: "Ningún ítem falló: la mayoría acertó en cada uno.",
    common: "En {item}, {count} de {wrong} respuestas incorrectas fueron «{answer}».",
    standard:
      "{standard}: {above} estudiantes lo dominan, {below} no, y de {notSure} esta prueba no permite saberlo.",
    misKey: "Revisen la clave de {item}: quienes acertaron en el resto eligieron otra respuesta.",
    thin: "{standards} se apoyan en menos de cuatro ítems: un indicio sobre un estudiante, no un veredicto.",
    few: "Con {n} estudiantes las estadísticas de los ítems no deben decidir nada.",
    omitted: "{count} estudiantes dejaron {item} sin responder: ¿muy difícil, poco claro o faltó tiempo?",
    question: "¿Qué pensaban los estudiantes que respondieron «{answer}» en {item}?",
    questionFailed: "¿Qué de {item} no sabían aún los estudiantes, y cómo se enseñó?",
    questionFine: "¿Quién necesita más, y quién está listo para algo más difícil?",
    items: "Ítems",
    columns: ["ítem", "estándar", "aciertos", "de", "respuesta incorrecta común", "sin responder"],
    standards: "Estándares",
    standardColumns: ["estándar", "aciertos", "de", "lo dominan", "no", "no se sabe"],
    of: "{right} de {of}",
  },
} as const;

/**
 * The item report in words: which items failed, what the common wrong answers were, what not to conclude, and the question
 * that starts the talk. Names no student and no class, so that it can stand on a shared screen.
 */
export function itemReportWords(report: TeamItemReport, locale: ReportLocale = "en"): Report {
  const t = TEXTS[locale];
  const byId = new Map(report.items.map((item) => [item.id, item]));
  const worst = report.failed.slice(0, 3).map((id) => byId.get(id)!);
  const counts = ({ right, of }: ItemSummary) => fill(t.of, { right, of });
  const talked =
    worst.find(({ commonWrong }) => commonWrong) ?? report.items.find(({ commonWrong }) => commonWrong);
  const thin = report.standards.filter((standard) => standard.thin).map(({ standard }) => standard);
  const findings = [
    fill(t.present, { present: report.present, students: report.students.length }),
    worst.length === 0
      ? t.none
      : fill(t.failed, {
          items: listed(
            worst.map(({ id }) => id),
            locale,
          ),
          counts: listed(worst.map(counts), locale),
        }),
    ...worst.flatMap((item) =>
      item.commonWrong ? [fill(t.common, { item: item.id, wrong: item.wrong, ...item.commonWrong })] : [],
    ),
    ...report.standards.map(({ standard, zones }) => fill(t.standard, { standard, ...zones })),
  ];
  const warnings = [
    ...report.items
      .filter(({ flags }) => flags.includes("possible-mis-key"))
      .map(({ id }) => fill(t.misKey, { item: id })),
    ...report.items
      .filter(({ omitted, of }) => omitted > 0.2 * (omitted + of))
      .map(({ id, omitted }) => fill(t.omitted, { item: id, count: omitted })),
    ...(thin.length > 0 ? [fill(t.thin, { standards: listed(thin, locale) })] : []),
    ...(report.present < 30 ? [fill(t.few, { n: report.present })] : []),
  ];
  return {
    title: t.title,
    audience: report.audience,
    findings,
    warnings,
    question: talked?.commonWrong
      ? fill(t.question, { answer: talked.commonWrong.answer, item: talked.id })
      : worst[0]
        ? fill(t.questionFailed, { item: worst[0].id })
        : t.questionFine,
    tables: [
      {
        caption: t.items,
        columns: t.columns,
        rows: report.items.map(({ id, standard, right, of, commonWrong, omitted }) => [
          id,
          standard ?? "",
          String(right),
          String(of),
          commonWrong ? `${commonWrong.answer} (${commonWrong.count})` : "",
          String(omitted),
        ]),
      },
      {
        caption: t.standards,
        columns: t.standardColumns,
        rows: report.standards.map(({ standard, right, of, zones }) =>
          [standard, right, of, zones.above, zones.below, zones.notSure].map(String),
        ),
      },
    ],
  };
}
