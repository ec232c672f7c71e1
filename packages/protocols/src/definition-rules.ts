import type { DocumentRule, Issue } from "@collegium/schema";
import type { ProtocolFields } from "./definition-shape.js";
import { exampleDefinition } from "./example-definition.js";

type Rule = DocumentRule<ProtocolFields>;
const example = exampleDefinition;
const firstStep = example.steps[0]!;
const withFirst = (changes: object) => ({
  ...example,
  steps: [{ ...firstStep, ...changes }, ...example.steps.slice(1)],
});

const issue = (code: string, path: Issue["path"], message: string, hint: string): Issue => ({
  code,
  path,
  message,
  hint,
});

/** Duplicated words in a list, as positions. */
const repeated = (words: readonly string[]): number[] =>
  words.flatMap((word, index) => (words.indexOf(word) < index ? [index] : []));

const uniqueNames: Rule = {
  name: "unique-names",
  sentence: "Steps, roles, rounds and captures have names of their own.",
  check: ({ steps, roles, rounds = [] }) => [
    ...repeated(steps.map((s) => s.id)).map((i) =>
      issue("repeated-name", ["steps", i, "id"], "Another step has this id.", "Give every step its own id."),
    ),
    ...repeated(roles.map((r) => r.id)).map((i) =>
      issue("repeated-name", ["roles", i, "id"], "Another role has this id.", "List every role once."),
    ),
    ...repeated(rounds.map((r) => r.id)).map((i) =>
      issue("repeated-name", ["rounds", i, "id"], "Another round has this id.", "List every round once."),
    ),
  ],
  badExample: { ...example, steps: [...example.steps, example.steps[0]] },
};

const ranges: Rule = {
  name: "ranges",
  sentence: "In a range the smallest value comes first.",
  check: ({ group, steps, rounds = [] }) => [
    ...(group.min > group.max
      ? [
          issue(
            "range-reversed",
            ["group"],
            "The smallest group is larger than the largest.",
            "Swap the two.",
          ),
        ]
      : []),
    ...steps.flatMap((step, i) =>
      step.minutes.min > step.minutes.max
        ? [
            issue(
              "range-reversed",
              ["steps", i, "minutes"],
              "The minimum is larger than the maximum.",
              "Swap the two.",
            ),
          ]
        : [],
    ),
    ...rounds.flatMap((round, i) =>
      round.times !== "people" && (round.times.min > round.times.usual || round.times.usual > round.times.max)
        ? [
            issue(
              "range-reversed",
              ["rounds", i, "times"],
              "Usual must lie between min and max.",
              "Correct the three.",
            ),
          ]
        : [],
    ),
  ],
  badExample: withFirst({ minutes: { min: 9, max: 3 } }),
};

const knownWords: Rule = {
  name: "known-words",
  sentence: "Every role, round and capture that a step names is declared.",
  check({ steps, roles, rounds = [] }) {
    const roleIds = new Set(roles.map((r) => r.id));
    const roundIds = new Set(rounds.map((r) => r.id));
    const unknownRole = (path: Issue["path"], ids: readonly string[]) =>
      ids
        .filter((id) => !roleIds.has(id))
        .map(() =>
          issue(
            "unknown-role",
            path,
            "This role is not among the protocol's roles.",
            "Add it to roles, or correct it.",
          ),
        );
    return [
      ...steps.flatMap((step, i) => [
        ...unknownRole(["steps", i, "speaks"], rolesNamed(step.speaks)),
        ...unknownRole(["steps", i, "silent"], step.silent ?? []),
        ...(step.round !== undefined && !roundIds.has(step.round)
          ? [
              issue(
                "unknown-round",
                ["steps", i, "round"],
                "This round is not declared.",
                "Add it to rounds.",
              ),
            ]
          : []),
      ]),
      ...rounds.flatMap((round, i) =>
        unknownRole(["rounds", i, "role"], round.role === undefined ? [] : [round.role]),
      ),
    ];
  },
  badExample: withFirst({ speaks: { who: "roles", roles: ["chair"] } }),
};

const oneVoice: Rule = {
  name: "one-speaking-rule",
  sentence: "Nobody is both speaking and silent, and only a turn for each can be timed per person.",
  check: ({ steps }) =>
    steps.flatMap((step, i) => [
      ...(rolesNamed(step.speaks).some((id) => step.speaks.who === "roles" && step.silent?.includes(id))
        ? [
            issue(
              "speaks-and-silent",
              ["steps", i, "silent"],
              "A role both speaks and is silent.",
              "Remove it from one.",
            ),
          ]
        : []),
      ...(step.perPerson && step.speaks.who !== "each"
        ? [
            issue(
              "not-in-turn",
              ["steps", i, "perPerson"],
              "Only a step in which each speaks is timed per person.",
              "Set speaks to each, or remove perPerson.",
            ),
          ]
        : []),
    ]),
  badExample: withFirst({ perPerson: true }),
};

const blocks: Rule = {
  name: "rounds-together",
  sentence: "The steps of a round stand side by side, and a break lies between rounds, not inside one.",
  check: ({ steps }) =>
    steps.flatMap((step, i) => {
      const before = steps[i - 1]?.round;
      const returns =
        step.round !== undefined &&
        step.round !== before &&
        steps.slice(0, i).some((s) => s.round === step.round);
      const inside =
        step.safeBreak !== undefined && step.round !== undefined && steps[i + 1]?.round === step.round;
      return [
        ...(returns
          ? [
              issue(
                "round-split",
                ["steps", i, "round"],
                "This round was already left.",
                "Put its steps side by side.",
              ),
            ]
          : []),
        ...(inside
          ? [
              issue(
                "break-in-round",
                ["steps", i, "safeBreak"],
                "A break inside a round.",
                "Move it to the round's last step.",
              ),
            ]
          : []),
      ];
    }),
  badExample: {
    ...example,
    rounds: [{ id: "question", times: { min: 1, max: 3, usual: 2 } }],
    steps: [
      { ...firstStep, id: "a", round: "question" },
      { ...firstStep, id: "b" },
      { ...firstStep, id: "c", round: "question" },
    ],
  },
};

const reveals: Rule = {
  name: "hidden-is-revealed",
  sentence: "What is hidden until a reveal is revealed by a later step.",
  check({ steps }) {
    const issues: Issue[] = [];
    steps.forEach((step, i) => {
      if (step.capture?.visible !== "at-reveal") return;
      const id = step.capture.id;
      if (!steps.slice(i + 1).some((later) => later.reveals?.includes(id))) {
        issues.push(
          issue(
            "never-revealed",
            ["steps", i, "capture"],
            "No later step reveals this capture.",
            "Add it to a later step's reveals, or make it visible at once or to its author only.",
          ),
        );
      }
    });
    steps.forEach((step, i) => {
      for (const id of step.reveals ?? []) {
        if (!steps.slice(0, i).some((earlier) => earlier.capture?.id === id)) {
          issues.push(
            issue(
              "nothing-to-reveal",
              ["steps", i, "reveals"],
              "No earlier step has this capture.",
              "Correct the name.",
            ),
          );
        }
      }
    });
    return issues;
  },
  badExample: withFirst({
    capture: { id: "hidden", label: { en: "Hidden" }, visible: "at-reveal", authorship: "named" },
  }),
};

const variants: Rule = {
  name: "variants-name-steps",
  sentence: "A variant leaves out or times only steps that exist.",
  check: ({ steps, variants = [] }) =>
    variants.flatMap((variant, i) =>
      [...(variant.without ?? []), ...Object.keys(variant.minutes ?? {})]
        .filter((id) => !steps.some((step) => step.id === id))
        .map(() =>
          issue(
            "unknown-step",
            ["variants", i],
            "The variant names a step that is not there.",
            "Correct the step's id.",
          ),
        ),
    ),
  badExample: { ...example, variants: [{ id: "short", title: { en: "Short" }, without: ["nowhere"] }] },
};

const honestStatus: Rule = {
  name: "honest-status",
  sentence: "A protocol whose minutes are assumed or recalled is a draft.",
  check: ({ status, minutesBasis }) =>
    status === "ready" && (minutesBasis === "assumed" || minutesBasis === "recall")
      ? [
          issue(
            "minutes-unsure",
            ["status"],
            "Its minutes are not known well enough.",
            "Mark it draft, or find a source for the minutes.",
          ),
        ]
      : [],
  badExample: { ...example, minutesBasis: "recall" },
};

/** Roles that a speaking rule names. */
function rolesNamed(speaks: ProtocolFields["steps"][number]["speaks"]): readonly string[] {
  return speaks.who === "roles" ? speaks.roles : speaks.who === "each" ? (speaks.except ?? []) : [];
}

/** What a protocol definition must fulfil beyond its fields' shapes; every rule names itself in the docs. */
export const definitionRules: readonly DocumentRule<ProtocolFields>[] = [
  uniqueNames,
  ranges,
  knownWords,
  oneVoice,
  blocks,
  reveals,
  variants,
  honestStatus,
];
