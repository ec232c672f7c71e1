import { type DocumentOf, defineDocument, vocabulary } from "@collegium/schema";
import * as z from "zod";
import { timetablePrivacy } from "./timetable-privacy.js";
import { timetableRules } from "./timetable-rules.js";

const Id = z.string().min(1).max(255);

const Day = z.looseObject({ id: Id, name: z.string() });

const Period = z.looseObject({
  id: Id,
  name: z.string().meta({ "x-edfi": "ClassPeriod.ClassPeriodName" }),
  day: Id,
  start: z
    .int()
    .min(0)
    .max(1439)
    .exactOptional()
    .describe("Minutes after local midnight, where the school's bells are known."),
  end: z.int().min(1).max(1440).exactOptional().describe("Minutes after local midnight."),
});

const Resource = z.looseObject({
  id: Id,
  name: z.string(),
  kind: vocabulary(["teacher", "group", "student", "room"]),
  department: z.string().exactOptional(),
  grade: z.string().exactOptional(),
  pools: z
    .array(Id)
    .exactOptional()
    .describe("Kinds of room, or other pools, that this resource belongs to."),
});

const Lesson = z.looseObject({
  id: Id.meta({ "x-oneroster": "classes.sourcedId", "x-edfi": "Section.SectionIdentifier" }),
  name: z.string().meta({ "x-oneroster": "classes.title", "x-edfi": "Section.SectionName" }),
  kind: vocabulary(["teaching", "meeting", "duty"]),
  course: z.string().exactOptional(),
  duration: z.int().min(1).describe("Periods a week, all occurrences together."),
  resources: z.array(Id).describe("Ids of everyone and everything that is there whenever the lesson is."),
  needs: z
    .array(z.looseObject({ role: z.string(), kind: z.string(), pool: Id.exactOptional() }))
    .exactOptional()
    .describe("What is there but chosen for each placement: one resource of a pool or kind."),
});

const Placement = z.looseObject({
  lesson: Id.describe("Id of the lesson."),
  start: Id.describe("Id of the period in which this occurrence starts."),
  duration: z.int().min(1).describe("Consecutive periods on the same day."),
  chosen: z
    .array(z.looseObject({ role: z.string(), resource: Id }))
    .exactOptional()
    .describe("Resources chosen for the lesson's needs, by role."),
});

const Rule = z.looseObject({
  kind: z.string(),
  hard: z.boolean().describe("Whether a timetable that breaks it is wrong, or only worse."),
  source: z.string().describe("Where the rule comes from: xhstt, fet, contract, school."),
});

/**
 * A school's week as it is taught: periods, people and rooms, lessons, and where each lesson stands.
 * Periods are listed in time order; those of one day that follow each other are adjacent. Every reference resolves.
 *
 * Issue codes beside those of the fields: `duplicate-id`, `unknown-reference`, `day-torn`, `ends-before-start`.
 */
export const Timetable = defineDocument({
  kind: "timetable",
  title: "Timetable",
  description: "A school's week: periods, teachers, groups, rooms, lessons and their placements.",
  stability: "published",
  retention: "school-year",
  privacy: timetablePrivacy,
  version: 1,
  shape: {
    school: z.string().meta({ "x-oneroster": "orgs.name", "x-edfi": "School.NameOfInstitution" }),
    label: z
      .string()
      .exactOptional()
      .describe("Its own name where a file holds several: an XHSTT solution group, a term."),
    days: z.array(Day).min(1),
    periods: z
      .array(Period)
      .min(1)
      .describe("In time order; those of one day that follow each other are adjacent."),
    resources: z.array(Resource),
    lessons: z.array(Lesson),
    placements: z.array(Placement),
    rules: z.array(Rule).exactOptional(),
  },
  rules: timetableRules,
  examples: [
    {
      school: "Example School",
      days: [{ id: "mon", name: "Monday" }],
      periods: [{ id: "mon-1", name: "1", day: "mon" }],
      resources: [{ id: "t1", name: "Teacher 1", kind: "teacher" }],
      lessons: [{ id: "l1", name: "Mathematics 7a", kind: "teaching", duration: 1, resources: ["t1"] }],
      placements: [{ lesson: "l1", start: "mon-1", duration: 1 }],
    },
  ],
});
/** See the constant of the same name. */
export type Timetable = DocumentOf<typeof Timetable>;
/** A slot of the week. */
export type Period = Timetable["periods"][number];
/** A teacher, group of students, single student or room. */
export type Resource = Timetable["resources"][number];
/** One class's or meeting's periods in the week. */
export type Lesson = Timetable["lessons"][number];
/** One occurrence of a lesson: where it starts and how long it is. */
export type Placement = Timetable["placements"][number];
