import { FULL_LOAD, SUBJECTS, type Subject } from "./school-plan.js";
import type { Teaching } from "./school-week.js";

/** A teacher's post before anybody has a name. */
export interface Post {
  readonly department: string;
  readonly subjects: readonly string[];
  /** Present for members of a class team. */
  readonly grade?: string;
  readonly house?: number;
}

/** One class before it has students. */
export interface ClassPlan {
  readonly id: string;
  readonly name: string;
  readonly grade: string;
  /** The team that teaches it, counted over the school. */
  readonly house: number;
}

/** Classes, posts and who teaches what, without times. */
export interface StaffPlan {
  readonly classes: readonly ClassPlan[];
  readonly posts: readonly Post[];
  readonly teachings: readonly (Teaching & { readonly subject: Subject })[];
}

/** Most classes that one team teaches. */
const HOUSE = 5;

/** Plans the staff of a school with so many classes in each grade. */
export function planStaff(grades: readonly string[], classesPerGrade: number): StaffPlan {
  const classes: ClassPlan[] = [];
  const posts: Post[] = [];
  const teachings: (Teaching & { subject: Subject })[] = [];
  const teach = (group: number, teacher: number, subject: Subject) =>
    teachings.push({ group, teacher, subject, periods: subject.periods, double: subject.double === true });

  const housesPerGrade = Math.ceil(classesPerGrade / HOUSE);
  grades.forEach((grade, g) => {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (let c = 0; c < classesPerGrade; c++) {
      const house = g * housesPerGrade + Math.floor((c * housesPerGrade) / classesPerGrade);
      const letter = letters[c]!;
      classes.push({ id: `c${grade}${letter.toLowerCase()}`, name: `${grade}${letter}`, grade, house });
    }
    for (let house = g * housesPerGrade; house < (g + 1) * housesPerGrade; house++) {
      for (const subject of SUBJECTS.filter(({ core }) => core)) {
        const teacher =
          posts.push({ department: subject.department, subjects: [subject.id], grade, house }) - 1;
        classes.forEach((plan, group) => {
          if (plan.house === house) teach(group, teacher, subject);
        });
      }
    }
  });

  // Specialists take classes until their week is full; one post may hold two subjects of a department.
  let open: { teacher: number; left: number; department: string } | undefined;
  for (const subject of SUBJECTS.filter(({ core }) => !core)) {
    classes.forEach((_, group) => {
      if (open === undefined || open.department !== subject.department || open.left < subject.periods) {
        const teacher = posts.push({ department: subject.department, subjects: [] }) - 1;
        open = { teacher, left: FULL_LOAD, department: subject.department };
      }
      const { subjects } = posts[open.teacher]!;
      if (!subjects.includes(subject.id)) (subjects as string[]).push(subject.id);
      open.left -= subject.periods;
      teach(group, open.teacher, subject);
    });
  }
  return { classes, posts, teachings };
}
