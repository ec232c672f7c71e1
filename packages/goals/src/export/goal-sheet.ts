import type { GoalFields } from "../goal-set.js";
import type { Words } from "../lint/rule.js";
import { progress, type TargetProgress } from "../progress/progress.js";
import { type ProgressLocale, progressWords } from "../progress/progress-words.js";
import type { GoalPoint } from "../results.js";

const TEXTS: Readonly<Record<string, Words>> = {
  owner: { en: "Owner", es: "Responsable" },
  dates: { en: "From {from} to {until}", es: "Del {from} al {until}" },
  measure: { en: "measure", es: "medida" },
  group: { en: "group", es: "grupo" },
  baseline: { en: "baseline", es: "punto de partida" },
  target: { en: "target", es: "objetivo" },
  by: { en: "by", es: "para" },
  latest: { en: "latest", es: "último" },
  everyone: { en: "everyone", es: "todos" },
  progress: { en: "Where we are", es: "Dónde estamos" },
  given: { en: "We look again on", es: "Volvemos a mirar el" },
  needs: { en: "Next steps (who, what, by when)", es: "Próximos pasos (quién, qué, para cuándo)" },
};

/**
 * One page for the wall and the binder: the goal, its measures and targets, where students are in sentences, and room for
 * next steps. Markdown, with counts before percentages; names no student.
 */
export function goalSheet(
  goal: GoalFields,
  points: readonly GoalPoint[] = [],
  locale: ProgressLocale = "en",
): string {
  const t = (key: string) => TEXTS[key]![locale];
  const { targets } = progress(goal, points);
  const lines: string[] = [
    `# ${goal.statement}`,
    "",
    `${t("dates").replace("{from}", goal.from).replace("{until}", goal.until)}. ${t("owner")}: ${goal.owner ?? "________"}`,
  ];
  for (const indicator of goal.indicators) {
    const standards = (indicator.standards ?? []).join(", ");
    lines.push("", `## ${indicator.text}${standards ? ` (${standards})` : ""}`, "");
    lines.push(
      row(["measure", "group", "baseline", "target", "by", "latest"].map(t)),
      row(new Array(6).fill("---")),
    );
    for (const measure of indicator.measures) {
      for (const target of measure.targets) {
        const found = targets.find((one) => one.target === target.id && one.measure === measure.id)!;
        const { population } = target;
        lines.push(
          row([
            measure.name,
            population.kind === "all" ? t("everyone") : (population.name ?? population.group),
            target.baseline ? value(found, target.baseline) : "________",
            amount(found, target.value),
            target.by,
            found.latest ? value(found, found.latest) : "",
          ]),
        );
      }
      if (measure.given?.length)
        lines.push("", `${measure.name}. ${t("given")}: ${measure.given.join(", ")}`, "");
    }
  }
  const said = targets.filter(({ latest }) => latest !== undefined);
  if (said.length > 0) {
    lines.push("", `## ${t("progress")}`, "");
    for (const target of said) {
      const { population } = target;
      const who = population.kind === "all" ? t("everyone") : (population.name ?? population.group);
      lines.push(`- **${who}**: ${progressWords(target, locale).join(" ")}`);
    }
  }
  lines.push("", `## ${t("needs")}`, "", "- ________", "- ________", "- ________", "");
  return lines.join("\n").replace(/\n{3,}/g, "\n\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll("|", "\\|").replace(/\r?\n/g, " ")).join(" | ")} |`;
}

function amount({ unit }: TargetProgress, number: number): string {
  return unit === "share" ? `${Math.round(number * 100)} %` : String(Math.round(number * 100) / 100);
}

function value(
  target: TargetProgress,
  point: { readonly value: number; readonly n: number; readonly count?: number },
): string {
  if (point.count !== undefined) return `${point.count}/${point.n} (${amount(target, point.value)})`;
  return `${amount(target, point.value)} (n = ${point.n})`;
}
