import type { SchoolCalendar } from "@collegium/scheduling";
import { madeUpNames } from "../names.js";
import { seededRandom } from "../random.js";
import { PLACES, type SchoolSize } from "../school.js";
import { districtCalendar } from "./calendar.js";
import { rosterClasses, rosterCourses, rosterEnrollments, type StaffedSchool } from "./classes.js";
import {
  type Assessment,
  type AssessmentScore,
  assessmentScores,
  assessmentWindows,
  type TrueGrowth,
  trueGrowth,
} from "./growth.js";
import { type Numbering, peopleSchool, studentsMoving, teacherLeaving } from "./people.js";
import type { GeneratedQuiz } from "./quiz.js";
import { quizzesOf } from "./quizzes.js";
import { nextPeople, type Turnover } from "./turnover.js";
import { type DistrictStudent, type RosterYear, type StaffMember, schoolYear } from "./year.js";

/** How large a generated district is. */
export interface DistrictSize extends SchoolSize {
  /** 1 to 40; default 3. */
  readonly schools?: number;
  /** The year in which its school year begins; default 2026. */
  readonly year?: number;
}

/** One school year of a district: the roster and each school's timetable. */
export interface DistrictYear extends RosterYear {
  readonly schools: readonly StaffedSchool[];
  /** Terms, holidays and the bells of every school; bell periods have the names of the timetables' periods as ids. */
  readonly calendar: SchoolCalendar;
}

/** A generated district: people over two years, classes, timetables, results and what is really true. */
export interface GeneratedDistrict {
  readonly seed: number;
  readonly id: string;
  readonly name: string;
  readonly thisYear: DistrictYear;
  readonly nextYear: DistrictYear;
  readonly turnover: Turnover;
  /** Windows of three school years, oldest first, and the scores of everyone who was there. */
  readonly assessments: readonly Assessment[];
  readonly scores: readonly AssessmentScore[];
  /** What no school can see: true levels and growth. */
  readonly growth: readonly TrueGrowth[];
  /** A common quiz of the first school's middle grade, and the re-check three weeks later. */
  readonly quizzes: readonly GeneratedQuiz[];
}

/**
 * A made-up district to try a whole school year on: rosters, timetables, results with known truth, and the next year.
 * The same seed and size give the same bytes; the first school's timetable is that of {@link generateSchool}. Students
 * and one teacher come and go during the year, some results and backgrounds are missing, and everyone who stays keeps
 * the id in the next year's roster.
 * @example
 * ```ts
 * const { thisYear, quizzes } = generateDistrict({ seed: 1, schools: 1 });
 * [thisYear.classes.length, quizzes[0]?.students.length, quizzes[0]?.items.length]; // => [180, 120, 12]
 * ```
 */
export function generateDistrict({
  seed,
  ...options
}: { readonly seed: number } & DistrictSize): GeneratedDistrict {
  const { schools: count = 3, year = 2026, ...size } = options;
  if (count < 1 || count > 40) throw new RangeError("A district has 1 to 40 schools.");
  const random = seededRandom(seed);
  const draw = madeUpNames(random.fork("names"));
  const numbers: Numbering = { staff: 0, student: 0 };
  const first = random.fork("school").pick(PLACES);
  const places = [first, ...PLACES.filter((place) => place !== first)];
  const peopled = Array.from({ length: count }, (_, at) => {
    const round = Math.floor(at / places.length);
    const name = `${places[at % places.length]} ${round === 0 ? "" : `${round + 1} `}Middle School`;
    const id = `school-${String(at + 1).padStart(2, "0")}`;
    const where = { id, seed: seed + at, name, year, draw, size };
    return peopleSchool(where, numbers, random.fork(`people ${id}`));
  });

  const changing = random.fork("changing");
  const staffing = peopled.map((one, at) =>
    at === count - 1 && count > 1 ? teacherLeaving(one, year, draw(), numbers, changing) : one,
  );
  const schools = staffing.map(({ staffed }) => staffed);
  const staff = staffing.flatMap((one) => one.staff);
  const enrolled = peopled.flatMap(({ students }) => students);
  const students = studentsMoving(enrolled, year, draw, numbers, changing);

  const name = "Juniper Valley School District";
  const growth = trueGrowth(students, random.fork("growth"));
  const assessments = assessmentWindows(year);
  const next = nextPeople({ year, schools, staff, students, size }, draw, numbers, random.fork("next year"));
  return {
    seed,
    id: `district-${seed}`,
    name,
    thisYear: rosterYear(name, year, schools, staff, students),
    nextYear: rosterYear(name, year + 1, next.schools, next.staff, next.students),
    turnover: next.turnover,
    assessments,
    scores: assessmentScores(students, growth, assessments, random.fork("scores")),
    growth,
    quizzes: quizzesOf(schools[0]!, students, growth, year, random.fork("quizzes")),
  };
}

function rosterYear(
  district: string,
  year: number,
  schools: readonly StaffedSchool[],
  staff: readonly StaffMember[],
  students: readonly DistrictStudent[],
): DistrictYear {
  const days = schoolYear(year);
  const classes = schools.flatMap(rosterClasses);
  const grades = [...new Set(classes.map(({ grade }) => grade))];
  return {
    year,
    ...days,
    schools,
    calendar: districtCalendar(
      `calendar-${year}`,
      district,
      schools.map(({ id, school }) => ({ id, name: school.name })),
      year,
    ),
    staff,
    students,
    courses: rosterCourses(grades),
    classes,
    enrollments: rosterEnrollments(schools, classes, students, days),
  };
}
