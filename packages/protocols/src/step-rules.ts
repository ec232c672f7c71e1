import type { DocumentRule, Issue } from "@collegium/schema";
import type { ProtocolFields } from "./definition-shape.js";
import { exampleDefinition as example } from "./example-definition.js";
import { fault, firstStep, repeated, rolesNamed, withFirst } from "./rule-parts.js";

type Rule = DocumentRule<ProtocolFields>;

/** Who speaks is said once. */
export const oneVoice: Rule = {
  name: "one-speaking-rule",
  sentence: "Nobody is both speaking and silent, and only a turn for each can be timed per person.",
  check: ({ steps }) =>
    steps.flatMap((step, i) => [
      ...(rolesNamed(step.speaks).some((id) => step.speaks.who === "roles" && step.silent?.includes(id))
        ? [
            fault(
              "speaks-and-silent",
              ["steps", i, "silent"],
              "A role both speaks and is silent.",
              "Remove it from one.",
            ),
          ]
        : []),
      ...(step.perPerson && step.speaks.who !== "each"
        ? [
            fault(
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

/** Rounds are whole. */
export const blocks: Rule = {
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
              fault(
                "round-split",
                ["steps", i, "round"],
                "This round was already left.",
                "Put its steps side by side.",
              ),
            ]
          : []),
        ...(inside
          ? [
              fault(
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

/** What is hidden comes to light. */
export const reveals: Rule = {
  name: "hidden-is-revealed",
  sentence: "What is hidden until a reveal is revealed by a later step.",
  check({ steps }) {
    const issues: Issue[] = [];
    steps.forEach((step, i) => {
      // Votes come to light when their step is left.
      if (step.capture?.visible !== "at-reveal" || step.ballot) return;
      const id = step.capture.id;
      if (!steps.slice(i + 1).some((later) => later.reveals?.includes(id))) {
        issues.push(
          fault(
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
            fault(
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

/** A vote can be held and counted. */
export const ballots: Rule = {
  name: "votes-can-be-counted",
  sentence: "A vote has a capture, choices of its own names, and is not watched where it is secret.",
  check: ({ steps }) =>
    steps.flatMap(({ ballot, capture }, i) => {
      if (!ballot) return [];
      const path = ["steps", i, "ballot"] as const;
      const issues: Issue[] = [];
      if (capture?.visible === "author") {
        issues.push(
          fault(
            "ballot-never-counted",
            ["steps", i, "capture", "visible"],
            "Nobody would ever see these votes.",
            "Set it to at-reveal, or to at-once for an open vote.",
          ),
        );
      }
      if (!capture) {
        const hint = "Give the step a capture that says who sees the votes, and whether voters are named.";
        return [fault("ballot-without-capture", path, "The votes of this step have nowhere to go.", hint)];
      }
      if (capture.authorship === "anonymous" && capture.visible === "at-once") {
        const hint = "Set the capture's visible to at-reveal; the votes are counted when the step is left.";
        issues.push(
          fault("ballot-watched", ["steps", i, "capture", "visible"], "A secret vote is watched.", hint),
        );
      }
      if ("from" in ballot.choices) {
        const { from } = ballot.choices;
        const source = steps.slice(0, i).find((earlier) => earlier.capture?.id === from);
        const seen =
          source?.capture?.visible === "at-once" ||
          steps.slice(0, i + 1).some((s) => s.reveals?.includes(from));
        if (!source)
          issues.push(
            fault(
              "nothing-to-choose",
              [...path, "choices"],
              "No earlier step has this capture.",
              "Correct the name.",
            ),
          );
        else if (!seen)
          issues.push(
            fault(
              "nothing-to-choose",
              [...path, "choices"],
              "What is voted on is still hidden.",
              "Reveal it before, or in this step.",
            ),
          );
      } else {
        issues.push(
          ...repeated(ballot.choices.map((choice) => choice.id)).map((at) =>
            fault(
              "repeated-name",
              [...path, "choices", at, "id"],
              "Another choice has this id.",
              "Give every choice its own id.",
            ),
          ),
          ...((ballot.votes ?? 1) > ballot.choices.length
            ? [
                fault(
                  "too-many-votes",
                  [...path, "votes"],
                  "There are more votes than choices.",
                  "Give fewer votes.",
                ),
              ]
            : []),
        );
      }
      return issues;
    }),
  badExample: withFirst({ ballot: { choices: { from: "ideas" } } }),
};

/** What a step asks for can be so. */
export const requirements: Rule = {
  name: "requirements-can-be-met",
  sentence: "A step requires earlier steps, captures that are seen by then, and roles of the protocol.",
  check: ({ steps, roles }) =>
    steps.flatMap(({ requires = [] }, i) =>
      requires.flatMap((requirement, k): Issue[] => {
        const path = ["steps", i, "requires", k] as const;
        const before = steps.slice(0, i);
        if ("done" in requirement) {
          return before.some((step) => step.id === requirement.done)
            ? []
            : [fault("unknown-step", path, "No earlier step has this id.", "Correct the step's id.")];
        }
        if ("role" in requirement) {
          return roles.some((role) => role.id === requirement.role)
            ? []
            : [
                fault(
                  "unknown-role",
                  path,
                  "This role is not among the protocol's roles.",
                  "Add it to roles.",
                ),
              ];
        }
        const { notes } = requirement;
        const source = before.find((step) => step.capture?.id === notes);
        if (!source)
          return [fault("unknown-capture", path, "No earlier step has this capture.", "Correct the name.")];
        // What is still hidden may not decide anything: going on would tell whether somebody has written.
        return source.capture?.visible === "at-once" || before.some((step) => step.reveals?.includes(notes))
          ? []
          : [
              fault(
                "hidden-requirement",
                path,
                "These notes are still hidden here.",
                "Require the step as done instead.",
              ),
            ];
      }),
    ),
  badExample: withFirst({ requires: [{ done: "answer" }] }),
};

/** What a step closes was open. */
export const effects: Rule = {
  name: "closes-what-was-open",
  sentence: "A step closes captures of earlier steps.",
  check: ({ steps }) =>
    steps.flatMap(({ closes = [] }, i) =>
      closes
        .filter((id) => !steps.slice(0, i).some((earlier) => earlier.capture?.id === id))
        .map(() =>
          fault(
            "nothing-to-close",
            ["steps", i, "closes"],
            "No earlier step has this capture.",
            "Correct the name.",
          ),
        ),
    ),
  badExample: withFirst({ closes: ["ideas"] }),
};
