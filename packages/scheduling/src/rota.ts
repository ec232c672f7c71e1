import type { Issue } from "@collegium/schema";
import { parseDate } from "./civil-date.js";
import type { MeetingSeries } from "./meeting-series.js";
import { dateValue, meetingIssue } from "./meeting-words.js";
import type { Meeting } from "./meetings.js";

type Rota = MeetingSeries["rotas"][number];

/**
 * Whose turn it is at each meeting. Turns go round in the rota's order over the meetings that take place; a skipped
 * person stays at the head of the line, nobody has two roles at one meeting while someone else is there, and swapped
 * dates exchange their people afterwards. Skips and swaps name a meeting by the date of its series or by its own.
 *
 * Warning codes: `skip-without-meeting`, `swap-without-meeting`.
 */
export function assignTurns(
  rotas: MeetingSeries["rotas"],
  meetings: readonly Omit<Meeting, "roles">[],
): { readonly meetings: Meeting[]; readonly warnings: readonly Issue[] } {
  const roles = new Map<string, Record<string, string>>(meetings.map(({ key }) => [key, {}]));
  const warnings: Issue[] = [];
  const held = meetings.filter(({ status }) => status !== "cancelled");
  const keyOf = (date: string) =>
    roles.has(date) ? date : held.find((meeting) => meeting.date === date)?.key;
  for (const [index, rota] of rotas.entries()) {
    const { role, skips = [], swaps = [] } = rota;
    takeTurns(rota, held, roles);
    skips.forEach(({ date }, at) => {
      if (keyOf(date) !== undefined) return;
      warnings.push(without("skip-without-meeting", date, ["rotas", index, "skips", at]));
    });
    swaps.forEach(({ dates }, at) => {
      const [one, other] = dates.map((date) => roles.get(keyOf(date) ?? ""));
      const missing = dates.find((date) => roles.get(keyOf(date) ?? "")?.[role] === undefined);
      if (missing !== undefined) {
        warnings.push(without("swap-without-meeting", missing, ["rotas", index, "swaps", at]));
      } else [one![role], other![role]] = [other![role]!, one![role]!];
    });
  }
  return { meetings: meetings.map((meeting) => ({ ...meeting, roles: roles.get(meeting.key)! })), warnings };
}

function takeTurns(
  { role, order, skips = [] }: Rota,
  held: readonly Omit<Meeting, "roles">[],
  roles: ReadonlyMap<string, Record<string, string>>,
): void {
  const line = [...order];
  for (const { key, date } of held) {
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
}

function without(
  code: "skip-without-meeting" | "swap-without-meeting",
  date: string,
  path: (string | number)[],
): Issue {
  return meetingIssue(code, path, { key: code, values: { date: dateValue(parseDate(date)!) } });
}
