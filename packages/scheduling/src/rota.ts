import type { MeetingSeries } from "./meeting-series.js";
import type { Meeting } from "./meetings.js";

/**
 * Whose turn it is at each meeting. Turns go round in the rota's order over the meetings that take place; a skipped
 * person stays at the head of the line, nobody has two roles at one meeting while someone else is there, and swapped
 * dates exchange their people afterwards.
 */
export function assignTurns(
  rotas: MeetingSeries["rotas"],
  meetings: readonly Omit<Meeting, "roles">[],
): Meeting[] {
  const roles = new Map<string, Record<string, string>>(meetings.map(({ key }) => [key, {}]));
  for (const { role, order, skips = [], swaps = [] } of rotas) {
    const line = [...order];
    for (const { key, date, status } of meetings) {
      if (status === "cancelled") continue;
      const own = roles.get(key)!;
      const taken = Object.values(own);
      const skipping = (person: string) =>
        skips.some((skip) => skip.person === person && (skip.date === key || skip.date === date));
      const able = line.filter((person) => !skipping(person));
      const person = able.find((one) => !taken.includes(one)) ?? able[0];
      if (person === undefined) continue;
      own[role] = person;
      line.splice(line.indexOf(person), 1);
      line.push(person);
    }
    for (const { dates } of swaps) {
      const [one, other] = dates.map((date) => roles.get(date));
      const [first, second] = [one?.[role], other?.[role]];
      if (!one || !other || first === undefined || second === undefined) continue;
      one[role] = second;
      other[role] = first;
    }
  }
  return meetings.map((meeting) => ({ ...meeting, roles: roles.get(meeting.key)! }));
}
