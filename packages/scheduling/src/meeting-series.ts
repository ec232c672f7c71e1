import { type DocumentOf, defineDocument } from "@collegium/schema";
import * as z from "zod";
import { parseTime } from "./civil-date.js";
import { meetingSeriesPrivacy } from "./meeting-series-privacy.js";
import { WEEKDAYS } from "./recurrence-rule.js";

const Id = z.string().min(1).max(255);
const DateText = z.iso.date();
const TimeText = z
  .string()
  .refine((text) => parseTime(text) !== undefined, { error: "Expected a time such as 15:30." });

/** A bell period, which moves with the day's bells, or a time of day. */
const At = z.union([z.looseObject({ period: Id }), z.looseObject({ start: TimeText, end: TimeText })]);

const When = z.discriminatedUnion("kind", [
  /** Every n-th date that has one of these cycle days: each second day B. */
  z.looseObject({ kind: z.literal("cycle"), cycleDays: z.array(Id).min(1), every: z.int().min(1).max(100) }),
  /** Weekdays of every n-th calendar week, counted from the week of the series' first date. */
  z.looseObject({
    kind: z.literal("weeks"),
    weekdays: z.array(z.enum(WEEKDAYS)).min(1),
    every: z.int().min(1).max(52),
  }),
  /** The n-th school day after the named exceptions end: the day after the assessment window. */
  z.looseObject({ kind: z.literal("after"), exception: z.string(), schoolDays: z.int().min(1).max(60) }),
  /** A recurrence rule of RFC 5545 in whole days, on days of school. */
  z.looseObject({ kind: z.literal("rule"), rule: z.string().max(4096) }),
]);

const Change = z.looseObject({
  /** Date that the series itself gives. */
  date: DateText,
  cancelled: z.boolean().exactOptional(),
  /** New date, the same one where absent. */
  moveTo: DateText.exactOptional(),
  at: At.exactOptional(),
});

const Rota = z.looseObject({
  role: Id,
  /** People in the order of their turns. */
  order: z.array(Id).min(1),
  /** Turns that someone cannot take: the next one takes it, and the skipped person is next. */
  skips: z.array(z.looseObject({ person: Id, date: DateText })).exactOptional(),
  /** Dates whose turns two people exchanged. */
  swaps: z.array(z.looseObject({ dates: z.tuple([DateText, DateText]) })).exactOptional(),
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
  stability: "draft",
  retention: "school-year",
  privacy: meetingSeriesPrivacy,
  version: 1,
  shape: {
    name: z.string(),
    team: Id,
    school: Id,
    members: z.array(Id),
    room: Id.exactOptional(),
    first: DateText,
    last: DateText,
    when: When,
    at: At,
    changes: z.array(Change),
    rotas: z.array(Rota),
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
