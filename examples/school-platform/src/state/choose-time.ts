import type { Rejection } from "@collegium/schema";
import { type Preparation, scheduledAhead, type Workshop } from "./prepare.js";
import type { School } from "./school.js";
import { teamDays } from "./team-days.js";
import type { RegisteredTeam } from "./team-register.js";
import { BY_SERIES, type ChosenTime } from "./team-times.js";
import { newId } from "./team-work.js";

/**
 * Gives the team's next meeting a date and a time: its standing meeting is moved, a meeting that was prepared moves with
 * all that is in it, and one that is prepared later takes this time.
 */
export async function chooseTime(
  shop: Workshop,
  school: School,
  team: RegisteredTeam,
  time: Omit<ChosenTime, "meeting">,
  { today, by }: Preparation,
): Promise<Rejection | undefined> {
  const { districtId } = school;
  const days = await teamDays(shop, school, team);
  const next = days.standing?.meetings.find(({ date, status }) => date >= today && status !== "cancelled");
  if (days.standing && next) {
    const { series, version } = days.standing;
    const at = { start: clock(time.start), end: clock(time.end) };
    const change = { date: next.key, at, ...(time.on !== next.key && { moveTo: time.on }) };
    const changes = [...series.changes.filter(({ date }) => date !== next.key), change];
    const saved = await shop.times.save(districtId, team.id, { ...series, changes }, version, by);
    if (!saved.ok) return saved.issues[0];
  }
  const ahead = await scheduledAhead(shop, school, team);
  if (ahead) {
    const { on, start, end } = time;
    const command = { type: "move-meeting", commandId: newId(), on, minutes: end - start } as const;
    const sent = await shop.work.toMeeting(districtId, ahead, command, by);
    if (!sent.ok) return sent.rejection;
  }
  const meeting = ahead ?? (next && BY_SERIES);
  await shop.times.choose(districtId, team.id, { ...time, ...(meeting !== undefined && { meeting }) }, by);
  return undefined;
}

/** Minutes after midnight as documents write them. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
