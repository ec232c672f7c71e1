// node packages/scheduling/verify/feed.mjs
// Exports every teacher's feed of a generated three-school district and reads it back with foreign parsers: ical.js,
// node-ical (cd packages/scheduling/bench && npm install --no-workspaces), Python's icalendar and vobject (Debian:
// python3-icalendar, python3-vobject). Each must give the instants of the day table, minute for minute, and find the
// one lesson of a further feed that begins a minute late; those that are not installed are named and passed over, but
// one there must be. That the day table itself is right is what test/day-table.test.ts shows, by plain arithmetic.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { source } from "./source.mjs";

const peers = createRequire(new URL("../bench/package.json", import.meta.url));
const peer = async (name) => (await import(peers.resolve(name))).default;
const ICAL = (await import("ical.js").catch(() => {}))?.default;
const nodeIcal = await peer("node-ical").catch(() => {});
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
  "ical.js":
    ICAL &&
    ((feed) => {
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
    }),
  "node-ical":
    nodeIcal &&
    ((_, separate) =>
      Object.values(nodeIcal.sync.parseICS(separate))
        .filter(({ type, datetype }) => type === "VEVENT" && datetype !== "date")
        .map(({ start, end }) => [start.getTime() / 1000, end.getTime() / 1000])),
};

/** Programs that read feeds from their input and write the spans of each. */
const start = "import json, sys\nfrom datetime import datetime\n";
const end = "\njson.dump([spans(feed) for feed in json.load(sys.stdin)], sys.stdout)";
const pythons = {
  icalendar: `
from icalendar import Calendar
def spans(feed):
    found = []
    for event in Calendar.from_ical(feed).walk("VEVENT"):
        if not isinstance(event["DTSTART"].dt, datetime): continue
        dates = event.get("RDATE", [])
        more = [item.dt for group in (dates if isinstance(dates, list) else [dates]) for item in group.dts]
        for at in [event["DTSTART"].dt, *more]:
            first = int(at.timestamp())
            found.append([first, first + int(event["DURATION"].dt.total_seconds())])
    return found`,
  vobject: `
import vobject
def spans(feed):
    found = []
    for event in vobject.readOne(feed).vevent_list:
        if not isinstance(event.dtstart.value, datetime): continue
        more = [at for line in getattr(event, "rdate_list", []) for at in line.value]
        for at in [event.dtstart.value, *more]:
            first = int(at.timestamp())
            found.append([first, first + int(event.duration.value.total_seconds())])
    return found`,
};

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

// A planted fault, which every reader must see: the last feed again, one of its lessons a minute late.
const last = district.schools.at(-1).id;
const own = datedLessons(timetableOf(last), value(dayTable(district, last))).filter(({ resources }) =>
  resources.includes(timetableOf(last).resources.at(-1).id),
);
const late = own.map((lesson, index) => (index === 0 ? { ...lesson, start: lesson.start + 1 } : lesson));
const faulty = { stamp: 0, domain: "example.org", lessons: late };
feeds.push(value(exportCalendar(district, last, faulty)));
separate.push(value(exportCalendar(district, last, { ...faulty, separate: true })));
const planted = wanted.at(-1);

let failed = 0;
let compared = 0;
const report = (name, all) => {
  const answers = all.slice(0, wanted.length);
  if (key(all[wanted.length]) === planted) {
    console.error(`${name}: a lesson a minute late was not seen`);
    failed++;
  }
  const wrong = answers.filter((spans, index) => key(spans) !== wanted[index]).length;
  failed += wrong;
  compared++;
  const lessons = wanted.reduce((sum, spans) => sum + spans.split(" ").length, 0);
  console.log(
    `${name}: ${wanted.length - wrong} of ${wanted.length} feeds agree, ${lessons.toLocaleString("en")} lessons`,
  );
};
for (const [name, read] of Object.entries(readers)) {
  if (!read) console.log(`${name}: not installed, not compared`);
  else
    report(
      name,
      feeds.map((feed, index) => read(feed, separate[index])),
    );
}
for (const [name, program] of Object.entries(pythons)) {
  const python = ["/usr/bin/python3", "python3"].find(
    (one) => spawnSync(one, ["-c", `import ${name}`]).status === 0,
  );
  if (!python) {
    console.log(`Python ${name}: not installed, not compared (Debian: apt-get install python3-${name})`);
    continue;
  }
  const run = spawnSync(python, ["-c", start + program + end], {
    input: JSON.stringify(feeds),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (run.status !== 0) throw new Error(`Python ${name}: ${run.stderr}`);
  report(`Python ${name}`, JSON.parse(run.stdout));
}
if (compared === 0) console.error("No reader is installed: nothing was compared.");
process.exit(failed > 0 || compared === 0 ? 1 : 0);
