import { law } from "@collegium/testing";
import fc from "fast-check";
import { type Objective, type Term, type Terms, termOrder } from "../src/objective.js";
import { plan } from "../src/plan.js";
import { bruteForce, type Ranking } from "./brute-force.js";
import { exactSolver } from "./exact-solver.js";
import { coveredSchool, type SmallSchool, smallSchool } from "./small-schools.js";

const TINY = { days: 2, perDay: 2, groups: 2, teachers: 3, lessons: 5 };

async function planned(
  school: SmallSchool,
  objective: Objective,
  unpopular: readonly string[],
): Promise<Terms> {
  const problem = { ...school, rules: "clashes", objective, unpopular } as const;
  return (await plan(problem, { seed: 1, steps: 200, solver: await exactSolver() })).terms;
}

/** An objective as the numbers that decide, in words of its own. */
function rankingOf(objective: Objective): Ranking {
  const order = (first: readonly Term[]) => [...first, ...termOrder.filter((term) => !first.includes(term))];
  if (objective === "lexicographic") return (terms) => termOrder.map((term) => terms[term]);
  if ("order" in objective) return (terms) => order(objective.order).map((term) => terms[term]);
  if ("weighted" in objective)
    return (terms) => [
      objective.weighted * terms.missing + terms.moved,
      ...termOrder.map((term) => terms[term]),
    ];
  const { weights } = objective;
  const named = Object.keys(weights) as Term[];
  const rest = termOrder.filter((term) => !named.includes(term));
  return (terms) => [
    named.reduce((sum, term) => sum + weights[term]! * terms[term], 0),
    ...rest.map((term) => terms[term]),
  ];
}

/** Whether a plan is as good as the best there is, in all that the objective compares. */
function isBest(found: Terms, best: Terms, objective: Objective): boolean {
  const rank = rankingOf(objective);
  return rank(found).join() === rank(best).join();
}

const weight = fc.integer({ min: 1, max: 60 });
const objectives: fc.Arbitrary<Objective> = fc.oneof(
  fc.constant("lexicographic" as const),
  fc.shuffledSubarray([...termOrder], { minLength: 1 }).map((order) => ({ order })),
  weight.map((weighted) => ({ weighted })),
  fc
    .tuple(
      fc.shuffledSubarray([...termOrder], { minLength: 1 }),
      fc.array(weight, { minLength: 6, maxLength: 6 }),
    )
    .map(([terms, numbers]) => ({
      weights: Object.fromEntries(terms.map((term, i) => [term, numbers[i]!])),
    })),
);

/** The seeds of a school and of the periods that it does not like. */
async function compared(seed: number, objective: Objective) {
  const school = seed % 3 === 0 ? coveredSchool(seed, TINY) : smallSchool(seed, TINY);
  const unpopular = school.timetable.periods.flatMap(({ id }, p) => ((seed >> p) % 2 === 1 ? [id] : []));
  const best = bruteForce(school, { rank: rankingOf(objective), unpopular });
  return { best, found: await planned(school, objective, unpopular) };
}

export const laws = [
  law({
    name: "tiny schools equal brute force in every order and weight of terms",
    gate: 8,
    nightly: 400,
    values: fc.tuple(fc.nat({ max: 1_000_000 }), objectives),
    async holds([seed, objective]) {
      const { best, found } = await compared(seed, objective);
      return isBest(found, best, objective);
    },
    faults: [
      {
        name: "a plan that touches one person too many",
        async caught() {
          const { best, found } = await compared(1, "lexicographic");
          return !isBest({ ...found, touched: best.touched + 1 }, best, "lexicographic");
        },
      },
      {
        name: "a plan for another order",
        async caught() {
          for (let seed = 1; ; seed++) {
            const { best } = await compared(seed, "lexicographic");
            const { found } = await compared(seed, { order: ["moved"] });
            if (best.moved > 0) return !isBest(found, best, "lexicographic");
          }
        },
      },
    ],
  }),
];
