import type { DocumentRule, Issue } from "@collegium/schema";
import type { ProtocolFields } from "./definition-shape.js";
import { exampleDefinition } from "./example-definition.js";
import { fault, repeated, rolesNamed, withFirst } from "./rule-parts.js";
import { ballots, blocks, effects, oneVoice, requirements, reveals } from "./step-rules.js";

type Rule = DocumentRule<ProtocolFields>;
const example = exampleDefinition;
const uniqueNames: Rule = {
  name: "unique-names",
  sentence: "Steps, roles, rounds and captures have names of their own.",
  check: ({ steps, roles, rounds = [] }) => [
    ...repeated(steps.map((s) => s.id)).map((i) =>
      fault("repeated-name", ["steps", i, "id"], "Another step has this id.", "Give every step its own id."),
    ),
    ...repeated(roles.map((r) => r.id)).map((i) =>
      fault("repeated-name", ["roles", i, "id"], "Another role has this id.", "List every role once."),
    ),
    ...repeated(rounds.map((r) => r.id)).map((i) =>
      fault("repeated-name", ["rounds", i, "id"], "Another round has this id.", "List every round once."),
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
          fault(
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
            fault(
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
            fault(
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
          fault(
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
              fault(
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

const variants: Rule = {
  name: "variants-name-steps",
  sentence: "A variant leaves out or times only steps that exist, and what is left still holds together.",
  check: (definition) =>
    (definition.variants ?? []).flatMap((variant, i) => {
      const { steps } = definition;
      const without = variant.without ?? [];
      const unknown = [...without, ...Object.keys(variant.minutes ?? {})]
        .filter((id) => !steps.some((step) => step.id === id))
        .map(() =>
          fault(
            "unknown-step",
            ["variants", i],
            "The variant names a step that is not there.",
            "Correct the step's id.",
          ),
        );
      const reversed = Object.entries(variant.minutes ?? {})
        .filter(([, { min, max }]) => min > max)
        .map(([id]) =>
          fault(
            "range-reversed",
            ["variants", i, "minutes", id],
            "The minimum is larger than the maximum.",
            "Swap the two.",
          ),
        );
      const left = steps.filter((step) => !without.includes(step.id));
      const empty =
        left.length === 0
          ? [fault("nothing-left", ["variants", i, "without"], "The variant leaves no step.", "Keep one.")]
          : [];
      // What the whole protocol lacks is told once, at its own place.
      const whole = [reveals, ballots].flatMap((rule) => rule.check(definition)).length;
      const broken = [reveals, ballots].flatMap((rule) => rule.check({ ...definition, steps: left }));
      const parted =
        broken.length > whole
          ? [
              fault(
                "variant-parts",
                ["variants", i, "without"],
                "Without these steps something hidden is never revealed, or a vote has nothing to choose from.",
                "Leave out the steps that belong together.",
              ),
            ]
          : [];
      return [...unknown, ...reversed, ...empty, ...parted];
    }),
  badExample: { ...example, variants: [{ id: "short", title: { en: "Short" }, without: ["nowhere"] }] },
};

const honestStatus: Rule = {
  name: "honest-status",
  sentence: "A protocol whose minutes are assumed or recalled is a draft.",
  check: ({ status, minutesBasis }) =>
    status === "ready" && (minutesBasis === "assumed" || minutesBasis === "recall")
      ? [
          fault(
            "minutes-unsure",
            ["status"],
            "Its minutes are not known well enough.",
            "Mark it draft, or find a source for the minutes.",
          ),
        ]
      : [],
  badExample: { ...example, minutesBasis: "recall" },
};

/** What a protocol definition must fulfil beyond its fields' shapes; every rule names itself in the docs. */
export const definitionRules: readonly DocumentRule<ProtocolFields>[] = [
  uniqueNames,
  ranges,
  knownWords,
  oneVoice,
  blocks,
  reveals,
  ballots,
  requirements,
  effects,
  variants,
  honestStatus,
];
