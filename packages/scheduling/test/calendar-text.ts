import { unwrap } from "@collegium/schema";
import { eventOccurrences, findZone, readCalendar } from "../src/index.js";

export const newYork = unwrap(findZone("America/New_York"));
/** Two years of a school in New York. */
export const window = { zone: newYork, from: Date.UTC(2026, 0) / 1000, to: Date.UTC(2028, 0) / 1000 };
/** A calendar file of these lines. */
export const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n");
/** An event of these lines. */
export const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:1", ...lines, "END:VEVENT"];
/** When the events of a file begin within the two years, as ISO text in UTC. */
export const starts = (text: string) => {
  const { events, zones } = unwrap(readCalendar(text));
  return unwrap(eventOccurrences(events, { ...window, zones })).map(({ start }) =>
    new Date(start * 1000).toISOString().slice(0, 16),
  );
};
