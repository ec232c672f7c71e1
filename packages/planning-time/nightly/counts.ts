import { law } from "@collegium/testing";
import fc from "fast-check";
import { compile } from "../src/compile.js";
import { type Explained, explain } from "../src/explain.js";
import { bruteForce } from "./brute-force.js";
import { type SmallSchool, smallSchool } from "./small-schools.js";

const SIZES = [
  { days: 1, perDay: 3, groups: 2, teachers: 3, lessons: 5 },
  { days: 2, perDay: 2, groups: 2, teachers: 4, lessons: 6 },
];
const made = (seed: number) => smallSchool(seed, SIZES[seed % SIZES.length]!);
const counted = (school: SmallSchool) => explain(compile({ ...school, rules: "clashes" }));

/** Whether some week gives a team, or all together, more than counting allows. */
function isFalse(school: SmallSchool, { most, missing }: Pick<Explained, "most" | "missing">): boolean {
  if (bruteForce(school).missing < missing) return true;
  return school.teams.some((team, g) => {
    const blocks = team.blocks ?? 0;
    return blocks - bruteForce({ ...school, teams: [team] }).missing > most[g]!;
  });
}

/** The first school in which counting says something, and as much as is true. */
function tight(found: (explained: Explained, school: SmallSchool) => boolean): SmallSchool {
  for (let seed = 1; ; seed++) if (found(counted(made(seed)), made(seed))) return made(seed);
}

export const laws = [
  law({
    name: "no count is false",
    gate: 30,
    nightly: 1000,
    values: fc.nat({ max: 1_000_000 }),
    holds: (seed) => !isFalse(made(seed), counted(made(seed))),
    faults: [
      {
        name: "a team that is denied a block it can have",
        caught() {
          const school = tight(({ most }) => most.some((blocks) => blocks > 0));
          const { most, missing } = counted(school);
          return isFalse(school, { missing, most: most.map((blocks) => blocks - 1) });
        },
      },
      {
        name: "one missing block too many for the whole school",
        caught() {
          const school = tight(({ why, missing }, { teams }) =>
            teams.some((_, g) => why(g, -1, missing)?.code === "school"),
          );
          const { most, missing } = counted(school);
          return isFalse(school, { most, missing: missing + 1 });
        },
      },
    ],
  }),
];
