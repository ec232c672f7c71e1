import type { MadeUpName } from "../names.js";
import type { SeededRandom } from "../random.js";
import type { DistrictStudent, IsoDay, Subgroup } from "./year.js";

/** Shares of subgroups, near those of American public schools in the early 2020s. */
const SHARES: readonly (readonly [Subgroup, number])[] = [
  ["low-income", 0.45],
  ["english-learner", 0.12],
  ["students-with-disabilities", 0.14],
];

/** Shares of races; the rest is white. */
const RACES = [
  ["black", 0.15],
  ["asian", 0.07],
  ["several", 0.06],
  ["native", 0.01],
  ["pacific", 0.01],
] as const;

/** What a school knows of a new student: age fits the grade, one in twenty families gave no race. */
export function makeStudent(
  where: {
    id: string;
    name: MadeUpName;
    school: string;
    grade: string;
    group: string;
    from: IsoDay;
    year: number;
  },
  random: SeededRandom,
): DistrictStudent {
  const { id, name, school, grade, group, from, year } = where;
  // Most turn (grade + 5) by the first of September; a few are a year older.
  const age = Number(grade) + 5 + (random.chance(0.06) ? 1 : 0);
  const month = random.below(12);
  const born = year - age - (month >= 8 ? 1 : 0);
  const sex = random.next();
  const background = random.chance(0.95)
    ? { race: pickRace(random), hispanic: random.chance(0.28) }
    : undefined;
  return {
    id,
    ...name,
    school,
    grade,
    group,
    birthDate: day(born, month + 1, 1 + random.below(28)),
    sex: sex < 0.485 ? "female" : sex < 0.985 ? "male" : sex < 0.995 ? "other" : "unspecified",
    ...background,
    subgroups: SHARES.filter(([, share]) => random.chance(share)).map(([subgroup]) => subgroup),
    from,
  };
}

function pickRace(random: SeededRandom): NonNullable<DistrictStudent["race"]> {
  let left = random.next();
  for (const [race, share] of RACES) {
    if (left < share) return race;
    left -= share;
  }
  return "white";
}

/** A day as text. */
export function day(year: number, month: number, date: number): IsoDay {
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
