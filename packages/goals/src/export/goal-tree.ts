import type { DriverDiagram } from "../drivers/driver-diagram.js";
import type { GoalFields } from "../goal-set.js";
import type { Target } from "../results-goal.js";

/** One node of the goal tree. */
export interface TreeNode {
  readonly id: string;
  readonly kind:
    | "goal"
    | "indicator"
    | "measure"
    | "target"
    | "driver"
    | "change-idea"
    | "test"
    | "driver-measure";
  readonly text: string;
}

/** One typed arrow of the goal tree. */
export interface TreeEdge {
  readonly from: string;
  readonly to: string;
  readonly kind:
    | "serves"
    | "alongside"
    | "shown-by"
    | "measured-by"
    | "aims-at"
    | "driven-by"
    | "moved-by"
    | "tested-by"
    | "followed-by";
}

/** Goals, measures, drivers and tests as one graph. */
export interface GoalTree {
  readonly nodes: readonly TreeNode[];
  readonly edges: readonly TreeEdge[];
}

/**
 * Goals with their indicators, measures and targets, and the drivers, change ideas and tests that serve them, as one graph.
 * Ids are prefixed by kind, so that two kinds may use one id; links to goals outside the list are left out.
 */
export function goalTree(
  goals: readonly GoalFields[],
  diagrams: readonly Omit<DriverDiagram, "kind" | "schemaVersion" | "id">[] = [],
): GoalTree {
  const nodes: TreeNode[] = [];
  const edges: TreeEdge[] = [];
  const known = new Set(goals.map(({ id }) => id));
  const add = (kind: TreeNode["kind"], id: string, text: string) => {
    nodes.push({ id: `${kind}:${id}`, kind, text });
    return `${kind}:${id}`;
  };
  const link = (from: string, to: string, kind: TreeEdge["kind"]) => edges.push({ from, to, kind });
  for (const goal of goals) {
    const from = add("goal", goal.id, goal.statement);
    if (goal.parent !== undefined && known.has(goal.parent)) link(from, `goal:${goal.parent}`, "serves");
    for (const other of goal.alongside ?? []) if (known.has(other)) link(from, `goal:${other}`, "alongside");
    for (const indicator of goal.indicators) {
      const shown = add("indicator", `${goal.id}/${indicator.id}`, indicator.text);
      link(from, shown, "shown-by");
      for (const measure of indicator.measures) {
        const measured = add("measure", `${goal.id}/${measure.id}`, measure.name);
        link(shown, measured, "measured-by");
        for (const target of measure.targets) {
          link(
            measured,
            add("target", `${goal.id}/${target.id}`, targetText(target, measure.unit)),
            "aims-at",
          );
        }
      }
    }
  }
  for (const diagram of diagrams) addDiagram(diagram, known, add, link);
  return { nodes, edges };
}

function addDiagram(
  { goal, drivers, ideas, measures, tests }: Omit<DriverDiagram, "kind" | "schemaVersion" | "id">,
  known: ReadonlySet<string>,
  add: (kind: TreeNode["kind"], id: string, text: string) => string,
  link: (from: string, to: string, kind: TreeEdge["kind"]) => void,
): void {
  for (const { id, text, parent } of drivers) {
    const node = add("driver", `${goal}/${id}`, text);
    if (parent !== undefined) link(`driver:${goal}/${parent}`, node, "driven-by");
    else if (known.has(goal)) link(`goal:${goal}`, node, "driven-by");
  }
  for (const { id, text, drivers: moved } of ideas) {
    const node = add("change-idea", `${goal}/${id}`, text);
    for (const driver of moved) link(`driver:${goal}/${driver}`, node, "moved-by");
  }
  for (const { id, name, kind, of } of measures) {
    const node = add("driver-measure", `${goal}/${id}`, `${name} (${kind})`);
    const on = drivers.some((driver) => driver.id === of)
      ? `driver:${goal}/${of}`
      : of === undefined
        ? `goal:${goal}`
        : `change-idea:${goal}/${of}`;
    if (of !== undefined || known.has(goal)) link(on, node, "measured-by");
  }
  for (const { id, idea, title, act, next } of tests) {
    link(
      `change-idea:${goal}/${idea}`,
      add("test", `${goal}/${id}`, act === undefined ? title : `${title}: ${act}`),
      "tested-by",
    );
    if (next !== undefined) link(`test:${goal}/${id}`, `test:${goal}/${next}`, "followed-by");
  }
}

function targetText({ population, value, by }: Target, unit: string): string {
  const amount = unit === "share" ? `${Math.round(value * 100)} %` : String(value);
  const who = population.kind === "all" ? "" : ` ${population.name ?? population.group}`;
  return `${amount}${who} ${by}`;
}

const SHAPES: Readonly<Record<TreeNode["kind"], readonly [string, string]>> = {
  goal: ["([", "])"],
  indicator: ["[", "]"],
  measure: ["[/", "/]"],
  target: ["{{", "}}"],
  driver: ["[", "]"],
  "change-idea": ["(", ")"],
  test: ["[[", "]]"],
  "driver-measure": ["[/", "/]"],
};

/** A goal tree as a Mermaid flowchart, drawn from left to right; texts are quoted, so that nothing in them is markup. */
export function treeMermaid({ nodes, edges }: GoalTree): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = nodes.map(({ id, kind, text }) => {
    const [open, close] = SHAPES[kind];
    return `  ${names.get(id)}${open}"${quoted(text)}"${close}`;
  });
  const arrows = edges
    .filter(({ from, to }) => names.has(from) && names.has(to))
    .map(
      ({ from, to, kind }) =>
        `  ${names.get(from)} ${kind === "alongside" ? "-.-" : `-->|${kind}|`} ${names.get(to)}`,
    );
  return ["flowchart LR", ...lines, ...arrows, ""].join("\n");
}

function quoted(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("#", "&num;")
    .replace(/\s+/g, " ");
}
