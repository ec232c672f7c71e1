import { type DocumentOf, defineDocument, EXTENSION_WORD } from "@collegium/schema";
import * as z from "zod";
import { parseTime } from "./civil-date.js";
import { schoolCalendarPrivacy } from "./school-calendar-privacy.js";

const Id = z.string().min(1).max(255);
const DateText = z.iso.date();
const TimeText = z
  .string()
  .refine((text) => parseTime(text) !== undefined, { error: "Expected a time such as 08:05." });
const PeriodKind = z.union([
  z.enum(["teaching", "lunch", "break", "advisory", "meeting"]),
  z.string().regex(EXTENSION_WORD),
]);

const BellPeriod = z.looseObject({
  /** The same id wherever it is the same period, however long it is that day. */
  id: Id,
  name: z.string(),
  start: TimeText,
  end: TimeText,
  /** Teaching where absent. */
  kind: PeriodKind.exactOptional(),
});

const BellSchedule = z.looseObject({
  dayKind: Id,
  /** Only on these cycle days, where a day kind's bells differ by cycle day. */
  cycleDays: z.array(Id).min(1).exactOptional(),
  periods: z.array(BellPeriod).min(1),
});

const PeriodChange = z.looseObject({
  /** An existing period to change, or the id of one to add. */
  period: Id,
  name: z.string().exactOptional(),
  start: TimeText.exactOptional(),
  end: TimeText.exactOptional(),
  kind: PeriodKind.exactOptional(),
  cancelled: z.boolean().exactOptional(),
});

const Exception = z.looseObject({
  name: z.string(),
  first: DateText,
  /** Last date, the first one where absent. */
  last: DateText.exactOptional(),
  /** Schools it holds for, all where absent. */
  schools: z.array(Id).min(1).exactOptional(),
  /** Only on dates with one of these cycle days: an exam in odd weeks alone. */
  cycleDays: z.array(Id).min(1).exactOptional(),
  dayKind: Id.exactOptional(),
  /**
   * `advances`: the cycle day is used up although there is no school (a snow day without shift);
   * `waits`: there is school but no cycle day (an assembly day). By default the cycle counts school days.
   */
  cycle: z.enum(["advances", "waits"]).exactOptional(),
  /** The first of these dates has this cycle day, and the cycle goes on from it. */
  cycleDay: Id.exactOptional(),
  /** Changes to the day's bells, period by period; what is not named stays. */
  periods: z.array(PeriodChange).min(1).exactOptional(),
});

const Cycle = z.looseObject({
  /** Cycle days in their order: A and B, 1 to 6, odd and even. */
  days: z.array(Id).min(2).max(20),
  /** What moves the cycle on: a day of school, a week with school in it, or every calendar week from Monday. */
  counts: z.enum(["school-days", "school-weeks", "calendar-weeks"]),
  /** Cycle day of the first school day or week, the first of the list where absent. */
  startsWith: Id.exactOptional(),
});

/**
 * A district's or school's year: terms, which dates have school and of what kind, when the bells ring at each school,
 * and how the rotating cycle counts. All times are wall times of the school's zone; dates are inclusive.
 */
export const SchoolCalendar = defineDocument({
  kind: "school-calendar",
  title: "School calendar",
  description: "A school year: terms, day kinds, bell schedules, rotating cycle, holidays and odd days.",
  stability: "draft",
  retention: "school-year",
  privacy: schoolCalendarPrivacy,
  version: 1,
  shape: {
    name: z.string(),
    /** IANA name of the time zone. */
    zone: z.string().min(1).max(64),
    first: DateText,
    last: DateText,
    terms: z.array(
      z.looseObject({
        id: Id.meta({ "x-oneroster": "academicSessions.sourcedId" }),
        name: z.string().meta({ "x-oneroster": "academicSessions.title", "x-edfi": "Session.SessionName" }),
        first: DateText.meta({ "x-oneroster": "academicSessions.startDate", "x-edfi": "Session.BeginDate" }),
        last: DateText.meta({ "x-oneroster": "academicSessions.endDate", "x-edfi": "Session.EndDate" }),
      }),
    ),
    /** Kinds of day; `school` says whether students come, which is what the cycle counts. */
    dayKinds: z.array(z.looseObject({ id: Id, name: z.string(), school: z.boolean() })).min(1),
    /** The ordinary week: a day kind per weekday; weekdays left out have no school. */
    week: z.strictObject({
      MO: Id.exactOptional(),
      TU: Id.exactOptional(),
      WE: Id.exactOptional(),
      TH: Id.exactOptional(),
      FR: Id.exactOptional(),
      SA: Id.exactOptional(),
      SU: Id.exactOptional(),
    }),
    cycle: Cycle.exactOptional(),
    /** Dates that depart from the ordinary week, in order; of two that name a day kind the later counts. */
    exceptions: z.array(Exception),
    schools: z
      .array(
        z.looseObject({
          id: Id,
          name: z.string(),
          zone: z.string().exactOptional(),
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
