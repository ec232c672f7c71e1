import type { KnownTime } from "./known-time.js";
import type { NextSlot, TeamDays } from "./next-slot.js";
import type { Workshop } from "./prepare.js";
import type { School } from "./school.js";
import type { RegisteredTeam } from "./team-register.js";

/** What is known of a team's days: the school's calendar, times it chose, its standing meeting. */
export async function teamDays(
  shop: Pick<Workshop, "calendars" | "times">,
  school: School,
  team: RegisteredTeam,
  known: KnownTime = {},
): Promise<TeamDays> {
  const kept = await shop.calendars.of(school);
  const standing = kept && (await shop.times.standing(school.districtId, team.id, kept));
  return {
    chosen: await shop.times.chosen(school.districtId, team.id),
    ...(kept && { kept }),
    ...(standing && { standing }),
    known,
  };
}

/** The roles of a prepared meeting: whose turn it is, else whoever prepares it. */
export function rolesFor(slot: NextSlot, member: string, by: string): string[] {
  if (!slot.roles || Object.keys(slot.roles).length === 0)
    return member === by ? ["facilitator", "note-taker"] : [];
  const own = Object.entries(slot.roles).flatMap(([role, person]) => (person === member ? [role] : []));
  // Whoever prepares can still move the meeting on when others are late.
  return own.length === 0 && member === by ? ["timekeeper"] : own;
}
