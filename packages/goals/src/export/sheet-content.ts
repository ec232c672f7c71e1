import { percentBand } from "@collegium/evidence";
import type { Audience } from "@collegium/schema";
import type { GoalFields } from "../goal-set.js";
import { measuresOf } from "../goal-walk.js";
import type { LintFinding } from "../lint/lint.js";
import type { Words } from "../lint/rule.js";
import { progress, type TargetProgress } from "../progress/progress.js";
import { type ProgressLocale, progressWords } from "../progress/progress-words.js";
import type { GoalPoint } from "../results.js";
import type { Measure } from "../results-goal.js";

/** How a goal sheet is made. */
export interface GoalSheetOptions {
  /** Who reads it: `team` sees counts; `school` and `public` ranges, and nothing of a small group. */
  readonly audience: Audience;
  readonly points?: readonly GoalPoint[];
  /** English by default. */
  readonly locale?: ProgressLocale;
  /** Smallest group shown outside the team; 10 by default. */
  readonly minimum?: number;
  /** Questions of the linter to talk about; three are shown. */
  readonly questions?: readonly Pick<LintFinding, "sentence" | "fix">[];
}

/** What stands on a goal sheet, before it becomes Markdown or a page. */
export interface SheetContent {
  readonly title: string;
  readonly about: string;
  readonly sections: readonly SheetSection[];
  readonly columns: readonly string[];
  readonly progress: { readonly heading: string; readonly lines: readonly SheetLine[] };
  readonly questions: { readonly heading: string; readonly lines: readonly string[] };
  readonly steps: { readonly heading: string; readonly columns: readonly string[] };
}

/** One indicator with its targets. */
export interface SheetSection {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
  /** When each measure is given again. */
  readonly given: readonly string[];
}

/** A group and what is said of it. */
export interface SheetLine {
  readonly who: string;
  readonly words: string;
}

const TEXTS = {
  about: { en: "From {from} to {until}. Owner: {owner}", es: "Del {from} al {until}. Responsable: {owner}" },
  measure: { en: "measure", es: "medida" },
  group: { en: "group", es: "grupo" },
  baseline: { en: "baseline", es: "punto de partida" },
  target: { en: "target", es: "objetivo" },
  by: { en: "by", es: "para" },
  latest: { en: "latest", es: "último" },
  everyone: { en: "everyone", es: "todos" },
  progress: { en: "Where we are", es: "Dónde estamos" },
  given: { en: "We look again on", es: "Volvemos a mirar el" },
  talk: { en: "To talk about", es: "Para conversar" },
  steps: { en: "Next steps", es: "Próximos pasos" },
  what: { en: "what", es: "qué" },
  who: { en: "who", es: "quién" },
  when: { en: "by when", es: "para cuándo" },
  withheld: { en: "too few to show", es: "muy pocos para mostrar" },
  band: { en: "between {from} and {to} %", es: "entre {from} y {to} %" },
} as const satisfies Record<string, Words>;

const BLANK = "________";

/** The content of a goal sheet for one audience and language. */
export function sheetContent(goal: GoalFields, options: GoalSheetOptions): SheetContent {
  const { audience, points = [], locale = "en", minimum = 10, questions = [] } = options;
  const inside = audience === "team" || audience === "self";
  const t = (key: keyof typeof TEXTS) => TEXTS[key][locale];
  const found = progress(goal, points).targets;
  const of = (measure: string, target: string) =>
    found.find((one) => one.measure === measure && one.target === target)!;
  const name = ({ population }: Pick<TargetProgress, "population">) =>
    population.kind === "all" ? t("everyone") : (population.name ?? population.group);
  const value = (target: TargetProgress, point: Valued) => {
    if (inside) return counted(target, point);
    if (point.n < minimum) return t("withheld");
    if (target.unit !== "share") return amount(target.unit, point.value);
    const band = percentBand(point.count ?? Math.round(point.value * point.n), point.n);
    return band ? t("band").replace("{from}", `${band.from}`).replace("{to}", `${band.to}`) : t("withheld");
  };
  const measures = new Map(measuresOf([goal]).map(({ measure }) => [measure.id, measure.name]));
  const said = found.filter(({ latest }) => latest !== undefined && (inside || latest.n >= minimum));
  return {
    title: goal.statement,
    about: t("about")
      .replace("{from}", goal.from)
      .replace("{until}", goal.until)
      .replace("{owner}", () => goal.owner ?? BLANK),
    columns: (["measure", "group", "baseline", "target", "by", "latest"] as const).map(t),
    sections: goal.indicators.map((indicator) => ({
      heading: [indicator.text, ...standardsIn(indicator.standards)].join(" "),
      rows: indicator.measures.flatMap((measure) =>
        measure.targets.map((target) => {
          const own = of(measure.id, target.id);
          return [
            measure.name,
            name(own),
            target.baseline ? value(own, target.baseline) : BLANK,
            amount(measure.unit, target.value),
            target.by,
            own.latest ? value(own, own.latest) : "",
          ];
        }),
      ),
      given: indicator.measures.flatMap((measure) => {
        const ahead = daysAhead(goal, measure, found);
        return ahead.length > 0 ? [`${measure.name}. ${t("given")}: ${ahead.join(", ")}`] : [];
      }),
    })),
    progress: {
      heading: t("progress"),
      // Outside the team the standing alone: the other sentences count students.
      lines: said.map((target) => ({
        who: measures.size > 1 ? `${measures.get(target.measure)}, ${name(target)}` : name(target),
        words: progressWords(target, locale)
          .slice(0, inside ? undefined : 1)
          .join(" "),
      })),
    },
    questions: {
      heading: t("talk"),
      lines: inside ? questions.slice(0, 3).map(({ sentence, fix }) => `${sentence} ${fix}`) : [],
    },
    steps: { heading: t("steps"), columns: (["what", "who", "when"] as const).map(t) },
  };
}

/** Days still to come: after the latest result, or after the start. */
function daysAhead(goal: GoalFields, measure: Measure, found: readonly TargetProgress[]): string[] {
  const known = found
    .filter((one) => one.measure === measure.id)
    .map(({ points }) => points.at(-1)?.on ?? goal.from);
  const last = known.reduce((a, b) => (a > b ? a : b), goal.from);
  return (measure.given ?? []).filter((day) => day > last);
}

type Valued = { readonly value: number; readonly n: number; readonly count?: number };

function standardsIn(standards: readonly string[] = []): string[] {
  return standards.length > 0 ? [`(${standards.join(", ")})`] : [];
}

function amount(unit: TargetProgress["unit"], number: number): string {
  return unit === "share" ? `${Math.round(number * 100)} %` : String(Math.round(number * 100) / 100);
}

function counted({ unit }: TargetProgress, point: Valued): string {
  if (point.count !== undefined) return `${point.count}/${point.n} (${amount(unit, point.value)})`;
  return `${amount(unit, point.value)} (n = ${point.n})`;
}
