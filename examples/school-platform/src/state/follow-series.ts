import type { Meeting } from "@collegium/scheduling";
import type { Rejection } from "@collegium/schema";
import type { KeptCalendar } from "./calendar-book.js";
import { type Preparation, scheduledAhead, type Workshop } from "./prepare.js";
import type { School } from "./school.js";
import type { Sender } from "./streams.js";
import { rolesFor } from "./team-days.js";
import type { RegisteredTeam } from "./team-register.js";
import { BY_SERIES, type ChosenTime } from "./team-times.js";
import { newId } from "./team-work.js";

/** What became of the meeting that was prepared for a date of the standing meeting. */
export type Followed =
  | { readonly what: "nothing" }
  /** It moved with its date, or came back to one that was put back. */
  | { readonly what: "moved"; readonly on: string }
  /** Its date was called off: all of it waits for the next one. */
  | { readonly what: "carried"; readonly on: string }
  /** There is no later date: it was called off, and its promises go onto the next agenda. */
  | { readonly what: "withdrawn" }
  | { readonly what: "refused"; readonly rejection: Rejection };

const NOTHING: Followed = { what: "nothing" };

/**
 * A meeting that was prepared for a date of the standing meeting goes where the date goes, with its agenda, its promises
 * and its student work. Where the date is called off it waits for the next one; only where there is none is it called
 * off too.
 */
export async function followSeries(
  shop: Workshop,
  school: School,
  team: RegisteredTeam,
  before: readonly Meeting[],
  after: readonly Meeting[],
  { today, by }: Preparation,
): Promise<Followed> {
  const { districtId } = school;
  const ahead = await scheduledAhead(shop, school, team);
  const time = ahead && (await shop.times.of(districtId, team.id, ahead));
  const was = time && before.find((meeting) => isHeld(meeting) && stands(meeting, time));
  if (!ahead || !was) return NOTHING;
  const is = targetOf(was, before, after, today);
  if (!is) return withdraw(shop, school, ahead, asSeries(by));
  const brought = await bring(shop, school, team, ahead, time, is, by);
  return brought.what === "moved" && is.date > was.date && is.key !== was.key
    ? { ...brought, what: "carried" }
    : brought;
}

/** The school calendar has changed: every team's prepared meeting follows its standing meeting. Says how many did. */
export async function followCalendar(
  shop: Workshop,
  school: School,
  teams: readonly RegisteredTeam[],
  before: KeptCalendar,
  after: KeptCalendar,
  { today, by }: Preparation,
): Promise<number> {
  let followed = 0;
  for (const team of teams) {
    const was = await shop.times.standing(school.districtId, team.id, before);
    if (!was) continue;
    const is = await shop.times.standing(school.districtId, team.id, after);
    const preparation = { today, by: asSeries(by) };
    const { what } = await followSeries(shop, school, team, was.meetings, is?.meetings ?? [], preparation);
    if (what !== "nothing" && what !== "refused") followed++;
  }
  return followed;
}

/** Calls a team's prepared meeting off: its date with it, where it stands on one, so that calendars follow. */
export async function callOff(
  shop: Workshop,
  school: School,
  team: RegisteredTeam,
  meeting: string,
  { today, by }: Preparation,
): Promise<Followed> {
  const { districtId } = school;
  const kept = await shop.calendars.of(school);
  const standing = kept && (await shop.times.standing(districtId, team.id, kept));
  const time = await shop.times.of(districtId, team.id, meeting);
  const date = time && standing?.meetings.find((one) => isHeld(one) && stands(one, time));
  if (!kept || !standing || !date) return withdraw(shop, school, meeting, by);
  const { series, version } = standing;
  const others = series.changes.filter((change) => change.date !== date.key);
  const changes = [...others, { date: date.key, cancelled: true }];
  const saved = await shop.times.save(districtId, team.id, { ...series, changes }, version, by);
  if (!saved.ok) return { what: "refused", rejection: saved.issues[0] as Rejection };
  const after = await shop.times.standing(districtId, team.id, kept);
  return followSeries(shop, school, team, standing.meetings, after?.meetings ?? [], { today, by });
}

/** Where a prepared meeting belongs now: its own date, one before it that was put back, else the next one. */
function targetOf(
  was: Meeting,
  before: readonly Meeting[],
  after: readonly Meeting[],
  today: string,
): Meeting | undefined {
  const gone = new Set(before.filter((meeting) => !isHeld(meeting)).map(({ key }) => key));
  const ahead = after.filter((meeting) => isHeld(meeting) && meeting.date >= today);
  const back = ahead.find(({ key, date }) => gone.has(key) && date < was.date);
  return back ?? ahead.find(({ key }) => key === was.key) ?? ahead[0];
}

async function bring(
  shop: Workshop,
  school: School,
  team: RegisteredTeam,
  meeting: string,
  time: ChosenTime,
  is: Meeting,
  by: Sender,
): Promise<Followed> {
  const { districtId } = school;
  const { date: on, start, end, roles } = is;
  const send = (command: Parameters<typeof shop.work.toMeeting>[2], sender = by) =>
    shop.work.toMeeting(districtId, meeting, command, sender);
  const moved = on !== time.on || start !== time.start || end !== time.end;
  if (moved) {
    const sent = await send({ type: "move-meeting", commandId: newId(), on, minutes: end - start });
    if (!sent.ok) return { what: "refused", rejection: sent.rejection };
    await shop.times.choose(districtId, team.id, { on, start, end, lunch: [], meeting }, by);
  }
  const state = await shop.work.meeting(districtId, meeting);
  const slot = { on, minutes: end - start, roles, because: "standing" } as const;
  const members = team.members.map((id) => ({ id, roles: rolesFor(slot, id, by.person) }));
  if (Object.keys(roles).length > 0 && JSON.stringify(members) !== JSON.stringify(state.members)) {
    // Whose turn it is, the standing meeting says, whoever of the team has changed it.
    await send({ type: "set-members", commandId: newId(), members }, asSeries(by));
  }
  return moved ? { what: "moved", on } : NOTHING;
}

async function withdraw(shop: Workshop, school: School, meeting: string, by: Sender): Promise<Followed> {
  const command = { type: "cancel-meeting", commandId: newId() } as const;
  const sent = await shop.work.toMeeting(school.districtId, meeting, command, by);
  return sent.ok ? { what: "withdrawn" } : { what: "refused", rejection: sent.rejection };
}

/** The standing meeting acts for itself; who has changed it stands in its own record. */
function asSeries(by: Sender): Sender {
  return { ...by, person: BY_SERIES, may: ["facilitate"] };
}

function isHeld({ status }: Meeting): boolean {
  return status === "planned" || status === "moved";
}

function stands({ date, start }: Meeting, time: ChosenTime): boolean {
  return date === time.on && start === time.start;
}
