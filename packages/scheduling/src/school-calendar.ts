import { type DocumentOf, defineDocument, vocabulary } from "@collegium/schema";
import * as z from "zod";
import { schoolCalendarPrivacy } from "./school-calendar-privacy.js";
import { TimeText } from "./time-text.js";

const Id = z.string().min(1).max(255);
const DateText = z.iso.date();
const PeriodKind = vocabulary(["teaching", "lunch", "break", "advisory", "meeting"]);

const BellPeriod = z.looseObject({
  id: Id.describe("The same id wherever it is the same period, however long it is that day."),
  name: z.string().meta({ "x-edfi": "ClassPeriod.ClassPeriodName" }),
  start: TimeText.meta({ "x-edfi": "ClassPeriod.MeetingTime.StartTime" }),
  end: TimeText.meta({ "x-edfi": "ClassPeriod.MeetingTime.EndTime" }),
  kind: PeriodKind.exactOptional().describe("Teaching where absent."),
});

const BellSchedule = z.looseObject({
  dayKind: Id.describe("Id of the kind of day on which these bells ring."),
  cycleDays: z
    .array(Id.meta({ "x-edfi": "BellSchedule.AlternateDayName" }))
    .min(1)
    .exactOptional()
    .describe("Only on these cycle days, where a day kind's bells differ by cycle day."),
  periods: z.array(BellPeriod).min(1),
});

const PeriodChange = z.looseObject({
  period: Id.describe("Id of an existing period to change, or of one to add."),
  name: z.string().exactOptional(),
  start: TimeText.exactOptional(),
  end: TimeText.exactOptional(),
  kind: PeriodKind.exactOptional(),
  cancelled: z.boolean().exactOptional(),
});

const Exception = z.looseObject({
  name: z.string(),
  first: DateText,
  last: DateText.exactOptional().describe("Last date, the first one where absent."),
  schools: z.array(Id).min(1).exactOptional().describe("Schools it holds for, all where absent."),
  cycleDays: z
    .array(Id)
    .min(1)
    .exactOptional()
    .describe("Only on dates with one of these cycle days: an exam in odd weeks alone."),
  dayKind: Id.exactOptional().describe("The kind of day it is instead."),
  cycle: z
    .enum(["advances", "waits"])
    .exactOptional()
    .describe(
      "advances: the cycle day is used up although there is no school (a snow day without shift); waits: there is school but no cycle day (an assembly day). Where absent the cycle counts school days.",
    ),
  cycleDay: Id.exactOptional().describe(
    "The first of these dates has this cycle day, and the cycle goes on from it.",
  ),
  periods: z
    .array(PeriodChange)
    .min(1)
    .exactOptional()
    .describe("Changes to the day's bells, period by period; what is not named stays."),
});

const Cycle = z.looseObject({
  days: z.array(Id).min(2).max(20).describe("Cycle days in their order: A and B, 1 to 6, odd and even."),
  counts: z
    .enum(["school-days", "school-weeks", "calendar-weeks"])
    .describe(
      "What moves the cycle on: a day of school, a week with school in it, or every calendar week from Monday.",
    ),
  startsWith: Id.exactOptional().describe(
    "Cycle day of the first school day or week, the first of the list where absent.",
  ),
});

/**
 * A district's or school's year: terms, which dates have school and of what kind, when the bells ring at each school,
 * and how the rotating cycle counts. All times are wall times of the school's zone; dates are inclusive.
 */
export const SchoolCalendar = defineDocument({
  kind: "school-calendar",
  title: "School calendar",
  description: "A school year: terms, day kinds, bell schedules, rotating cycle, holidays and odd days.",
  stability: "published",
  retention: "school-year",
  privacy: schoolCalendarPrivacy,
  version: 1,
  shape: {
    name: z.string(),
    zone: z.string().min(1).max(64).describe("IANA name of the time zone."),
    first: DateText.describe("First day of the year."),
    last: DateText.describe("Last day of the year."),
    terms: z.array(
      z.looseObject({
        id: Id.meta({ "x-oneroster": "academicSessions.sourcedId" }),
        name: z.string().meta({ "x-oneroster": "academicSessions.title", "x-edfi": "Session.SessionName" }),
        first: DateText.meta({ "x-oneroster": "academicSessions.startDate", "x-edfi": "Session.BeginDate" }),
        last: DateText.meta({ "x-oneroster": "academicSessions.endDate", "x-edfi": "Session.EndDate" }),
      }),
    ),
    dayKinds: z
      .array(
        z.looseObject({
          id: Id,
          name: z.string(),
          school: z.boolean().describe("Whether students come, which is what the cycle counts."),
        }),
      )
      .min(1)
      .describe("Kinds of day."),
    week: z
      .strictObject({
        MO: Id.exactOptional(),
        TU: Id.exactOptional(),
        WE: Id.exactOptional(),
        TH: Id.exactOptional(),
        FR: Id.exactOptional(),
        SA: Id.exactOptional(),
        SU: Id.exactOptional(),
      })
      .describe("The ordinary week: a day kind for each weekday; weekdays left out have no school."),
    cycle: Cycle.exactOptional().describe("How the rotating cycle counts, where there is one."),
    exceptions: z
      .array(Exception)
      .describe(
        "Dates that depart from the ordinary week, in order; of two that name a day kind the later counts.",
      ),
    schools: z
      .array(
        z.looseObject({
          id: Id.meta({ "x-oneroster": "orgs.sourcedId", "x-edfi": "School.SchoolId" }),
          name: z.string().meta({ "x-oneroster": "orgs.name", "x-edfi": "School.NameOfInstitution" }),
          zone: z.string().exactOptional().describe("Its own time zone, that of the calendar where absent."),
          bells: z.array(BellSchedule),
        }),
      )
      .min(1),
  },
  examples: [
    {
      name: "Example School 2026-27",
      zone: "America/New_York",
      first: "2026-08-31",
      last: "2027-06-18",
      terms: [
        { id: "fall", name: "Fall", first: "2026-08-31", last: "2027-01-22" },
        { id: "spring", name: "Spring", first: "2027-01-25", last: "2027-06-18" },
      ],
      dayKinds: [
        { id: "regular", name: "regular day", school: true },
        { id: "holiday", name: "holiday", school: false },
      ],
      week: { MO: "regular", TU: "regular", WE: "regular", TH: "regular", FR: "regular" },
      cycle: { days: ["A", "B"], counts: "school-days" },
      exceptions: [{ name: "Labor Day", first: "2026-09-07", dayKind: "holiday" }],
      schools: [
        {
          id: "north",
          name: "North",
          bells: [
            { dayKind: "regular", periods: [{ id: "1", name: "Period 1", start: "08:00", end: "08:45" }] },
          ],
        },
      ],
    },
  ],
});
/** See the constant of the same name. */
export type SchoolCalendar = DocumentOf<typeof SchoolCalendar>;
/** Dates that depart from a calendar's ordinary week. */
export type CalendarException = SchoolCalendar["exceptions"][number];
/** The bells of one kind of day at one school. */
export type BellSchedule = SchoolCalendar["schools"][number]["bells"][number];
/** One change to a day's bells. */
export type PeriodChange = NonNullable<CalendarException["periods"]>[number];
