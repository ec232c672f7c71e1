import { type DocumentOf, defineDocument, openUnion } from "@collegium/schema";
import * as z from "zod";
import { meetingSeriesPrivacy } from "./meeting-series-privacy.js";
import { WEEKDAYS } from "./recurrence-rule.js";
import { TimeText } from "./time-text.js";

const Id = z.string().min(1).max(255);
const DateText = z.iso.date();
const At = z
  .union([z.looseObject({ period: Id }), z.looseObject({ start: TimeText, end: TimeText })])
  .describe("A bell period, which moves with the day's bells, or a time of day.");

const When = openUnion("kind", [
  z
    .looseObject({
      kind: z.literal("cycle"),
      cycleDays: z.array(Id).min(1),
      weekdays: z.array(z.enum(WEEKDAYS)).min(1).exactOptional(),
      every: z.int().min(1).max(100),
    })
    .describe(
      "Every n-th date that has one of these cycle days: each second day B. With weekdays, those dates of every n-th calendar week that has such a date: Tuesdays of odd weeks.",
    ),
  z
    .looseObject({
      kind: z.literal("weeks"),
      weekdays: z.array(z.enum(WEEKDAYS)).min(1),
      every: z.int().min(1).max(52),
    })
    .describe("Weekdays of every n-th calendar week, counted from the week of the series' first date."),
  z
    .looseObject({ kind: z.literal("after"), exception: z.string(), schoolDays: z.int().min(1).max(60) })
    .describe("The n-th school day after the named exceptions end: the day after the assessment window."),
  z
    .looseObject({ kind: z.literal("rule"), rule: z.string().max(4096) })
    .describe("A recurrence rule of RFC 5545 in whole days, on days of school."),
]);

const Change = z.looseObject({
  date: DateText.describe("Date that the series itself gives."),
  cancelled: z.boolean().exactOptional(),
  moveTo: DateText.exactOptional().describe("New date, the same one where absent."),
  at: At.exactOptional(),
});

const Rota = z.looseObject({
  role: Id.describe("What is taken in turn: facilitator, note taker."),
  order: z.array(Id).min(1).describe("Ids of people in the order of their turns."),
  skips: z
    .array(z.looseObject({ person: Id, date: DateText }))
    .exactOptional()
    .describe("Turns that someone cannot take: the next one takes it, and the skipped person is next."),
  swaps: z
    .array(z.looseObject({ dates: z.tuple([DateText, DateText]) }))
    .exactOptional()
    .describe("Dates whose turns two people exchanged."),
});

/**
 * A team's standing meeting: on which dates it comes, when on the day, who facilitates and who takes notes.
 * What people changed is kept apart from the rule, by the date that the rule gives, and outlives every change of the
 * calendar.
 */
export const MeetingSeries = defineDocument({
  kind: "meeting-series",
  title: "Meeting series",
  description: "A standing meeting of a team: its rule, its changes, and whose turn it is.",
  stability: "published",
  retention: "school-year",
  privacy: meetingSeriesPrivacy,
  version: 1,
  shape: {
    name: z.string(),
    team: Id.describe("Id of the team."),
    school: Id.describe("Id of the school in its calendar."),
    members: z.array(Id).describe("Ids of the people who meet."),
    room: Id.exactOptional().describe("Id of the room."),
    first: DateText.describe("First day on which it may fall."),
    last: DateText.describe("Last day on which it may fall."),
    when: When.describe("On which dates it comes."),
    at: At,
    changes: z.array(Change).describe("What people changed, by the date that the series itself gives."),
    rotas: z.array(Rota).describe("Whose turn it is."),
  },
  examples: [
    {
      name: "Team 7",
      team: "team-7",
      school: "north",
      members: ["t1", "t2"],
      first: "2026-08-31",
      last: "2027-06-18",
      when: { kind: "cycle", cycleDays: ["B"], every: 2 },
      at: { period: "1" },
      changes: [],
      rotas: [{ role: "facilitator", order: ["t1", "t2"] }],
    },
  ],
});
/** See the constant of the same name. */
export type MeetingSeries = DocumentOf<typeof MeetingSeries>;
