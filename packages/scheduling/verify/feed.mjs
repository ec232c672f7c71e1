// node packages/scheduling/verify/feed.mjs
// Exports every teacher's feed of a generated three-school district and reads it back with foreign parsers: ical.js,
// node-ical, and Python's icalendar where installed. Each must give the instants of the day table, minute for minute.
// Needs the peers: (cd packages/scheduling/bench && npm install --no-workspaces)
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { source } from "./source.mjs";

const peers = createRequire(new URL("../bench/package.json", import.meta.url));
const ICAL = (await import(peers.resolve("ical.js"))).default;
const nodeIcal = peers("node-ical");
const { datedLessons, dayTable, district, exportCalendar, findZone, timetableOf, wallTime } =
  await source("nightly/district.ts");

const value = (result) => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
const zone = value(findZone(district.zone));
const instant = (day, minute) => wallTime(zone, day * 86400 + minute * 60).instant;

/** Starts and ends of every timed event, by each reader. */
const readers = {
  "ical.js": (feed) => {
    const root = new ICAL.Component(ICAL.parse(feed));
    for (const part of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(part);
    return root.getAllSubcomponents("vevent").flatMap((part) => {
      const event = new ICAL.Event(part);
      if (event.startDate.isDate) return [];
      const found = [];
      const iterator = event.iterator();
      for (let next = iterator.next(); next && found.length < 1000; next = iterator.next()) {
        const { startDate, endDate } = event.getOccurrenceDetails(next);
        found.push([startDate.toUnixTime(), endDate.toUnixTime()]);
      }
      return found;
    });
  },
  "node-ical": (_, separate) =>
    Object.values(nodeIcal.sync.parseICS(separate))
      .filter(({ type, datetype }) => type === "VEVENT" && datetype !== "date")
      .map(({ start, end }) => [start.getTime() / 1000, end.getTime() / 1000]),
};

const python = `
import sys, json
from datetime import datetime, timezone
from icalendar import Calendar
feeds = json.load(sys.stdin)
out = []
for feed in feeds:
    spans = []
    for event in Calendar.from_ical(feed).walk("VEVENT"):
        start = event["DTSTART"].dt
        if not isinstance(start, datetime): continue
        starts = [start]
        dates = event.get("RDATE", [])
        for group in (dates if isinstance(dates, list) else [dates]):
            starts += [item.dt for item in group.dts]
        for at in starts:
            first = int(at.timestamp())
            spans.append([first, first + int(event["DURATION"].dt.total_seconds())])
    out.append(spans)
json.dump(out, sys.stdout)
`;

const key = (spans) => [...new Set(spans.map(([start, end]) => `${start}/${end}`))].sort().join(" ");
const wanted = [];
const feeds = [];
const separate = [];
for (const school of district.schools) {
  const table = value(dayTable(district, school.id));
  const timetable = timetableOf(school.id);
  const all = datedLessons(timetable, table);
  for (const { id } of timetable.resources) {
    const lessons = all.filter(({ resources }) => resources.includes(id));
    const choices = { stamp: 0, domain: "example.org", lessons };
    feeds.push(value(exportCalendar(district, school.id, choices)));
    separate.push(value(exportCalendar(district, school.id, { ...choices, separate: true })));
    wanted.push(key(lessons.map(({ day, start, end }) => [instant(day, start), instant(day, end)])));
  }
}

let failed = 0;
const report = (name, answers) => {
  const wrong = answers.filter((spans, index) => key(spans) !== wanted[index]).length;
  failed += wrong;
  const lessons = wanted.reduce((sum, spans) => sum + spans.split(" ").length, 0);
  console.log(
    `${name}: ${wanted.length - wrong} of ${wanted.length} feeds agree, ${lessons.toLocaleString("en")} lessons`,
  );
};
for (const [name, read] of Object.entries(readers)) {
  report(
    name,
    feeds.map((feed, index) => read(feed, separate[index])),
  );
}
const run = spawnSync("python3", ["-c", python], {
  input: JSON.stringify(feeds),
  encoding: "utf8",
  maxBuffer: 1e9,
});
if (run.status === 0) report("Python icalendar", JSON.parse(run.stdout));
else console.log("Python icalendar: not installed, not compared (Debian: apt install python3-icalendar)");
process.exit(failed > 0 ? 1 : 0);
