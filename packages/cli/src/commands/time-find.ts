import {
  type CommonTimes,
  findCommonTime,
  findTeams,
  type Timetable,
  type WeekGrid,
  weekGrid,
  weekText,
} from "@collegium/scheduling";
import { type Call, type Command, Misused, text, wholeNumber } from "../command.js";
import { accepted } from "../files.js";
import { readTimeInput, timeFlags } from "../timetable-file.js";

/** `collegium time find`: every time at which people can meet, or what stands in the way. */
export const timeFind: Command = {
  name: "time find",
  says: "when people can meet in the school's week, best first; else what stands in the way",
  flags: {
    ...timeFlags,
    team: { type: "string", value: "ID", says: "a team of the teams file, or found in the timetable" },
    people: { type: "string", value: "IDS", says: "who must come, by the timetable's ids: T1,T2" },
    optional: { type: "string", value: "IDS", says: "who should come" },
    quorum: { type: "string", value: "N", says: "least number of people who come" },
    periods: { type: "string", value: "N", says: "periods one after the other; default 1" },
    rooms: { type: "string", value: "IDS", says: "rooms of which one must be free" },
    own: { type: "string", value: "N", says: "free periods a week that everyone keeps" },
    json: { type: "boolean", says: "the answer as JSON" },
  },
  async run(call, terminal) {
    const { timetable, teams } = await readTimeInput(call, terminal);
    const members = teamMembers(call, timetable, teams ?? findTeams(timetable));
    const required = [...members, ...ids(call, "people")];
    const optional = ids(call, "optional");
    if (required.length + optional.length === 0) throw new Misused("Give --team, --people or --optional.");
    const rooms = ids(call, "rooms");
    const week = weekGrid(timetable);
    const found = accepted(
      findCommonTime(week, {
        required,
        optional,
        quorum: wholeNumber(call, "quorum", 0),
        periods: wholeNumber(call, "periods", 1, 1),
        ownPeriods: wholeNumber(call, "own", 0),
        ...(rooms.length > 0 && { rooms }),
      }),
    );
    terminal.out(
      call.flags["json"]
        ? JSON.stringify(found, undefined, 2)
        : picture(week, [...required, ...optional], found),
    );
    return 0;
  },
};

function ids(call: Call, flag: string): string[] {
  return (text(call, flag) ?? "")
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

function teamMembers(
  call: Call,
  timetable: Timetable,
  teams: readonly { readonly id: string; readonly members: readonly string[] }[],
): readonly string[] {
  const id = text(call, "team");
  if (id === undefined) return [];
  const team = teams.find((one) => one.id === id);
  if (team === undefined)
    throw new Misused(`${timetable.school} has no team of this id; time audit --json lists them.`);
  return team.members;
}

/** The week of these people, and the times under it. */
function picture(week: WeekGrid, people: readonly string[], { times, obstacles }: CommonTimes): string {
  const lines =
    times.length > 0
      ? times.map(({ reasons }) => `  ${reasons.map(({ message }) => message).join(" ")}`)
      : obstacles.map(({ message }) => `  ${message}`);
  const head =
    times.length > 0
      ? `${times.length} ${times.length === 1 ? "time" : "times"}, best first:`
      : obstacles.length > 0
        ? "No time. What stands in the way, least first:"
        : "No time, and no single lesson is to blame: somebody would keep too few free periods, or no day is long enough.";
  return [weekText(week, people), "", head, ...lines].join("\n");
}
