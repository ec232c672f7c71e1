/** A subject of the generated schools. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** Periods a week for each class. */
  readonly periods: number;
  /** Taught in double periods. */
  readonly double?: boolean;
  readonly department: string;
  /** Taught by the class's own team; the others by specialists of the whole school. */
  readonly core?: boolean;
}

/** The week of every class: 19 periods with its own team and 16 with specialists. */
export const SUBJECTS: readonly Subject[] = [
  { id: "ela", name: "English Language Arts", periods: 4, department: "English", core: true },
  { id: "math", name: "Mathematics", periods: 4, department: "Mathematics", core: true },
  { id: "sci", name: "Science", periods: 4, department: "Science", core: true },
  { id: "soc", name: "Social Studies", periods: 4, department: "Social Studies", core: true },
  { id: "read", name: "Reading", periods: 3, department: "English", core: true },
  { id: "pe", name: "Physical Education", periods: 4, department: "Arts and Movement" },
  { id: "lang", name: "World Language", periods: 4, department: "World Languages" },
  { id: "art", name: "Art", periods: 2, double: true, department: "Arts and Movement" },
  { id: "music", name: "Music", periods: 2, department: "Arts and Movement" },
  { id: "tech", name: "Technology", periods: 2, double: true, department: "Technology and Health" },
  { id: "health", name: "Health", periods: 2, department: "Technology and Health" },
];

/** Most periods a week that the generator gives a teacher. */
export const FULL_LOAD = 25;

export const DAYS = [
  { id: "mon", name: "Monday" },
  { id: "tue", name: "Tuesday" },
  { id: "wed", name: "Wednesday" },
  { id: "thu", name: "Thursday" },
  { id: "fri", name: "Friday" },
];

/** Minutes after midnight at which the seven periods of a day start; each lasts 45. Lunch follows the fourth. */
export const BELLS = [510, 560, 610, 660, 740, 790, 840];
export const PERIOD_MINUTES = 45;

/** Whether a double lesson may start in this period of a day: lunch does not interrupt it. */
export function startsDouble(periodOfDay: number): boolean {
  return periodOfDay !== 3 && periodOfDay < BELLS.length - 1;
}
