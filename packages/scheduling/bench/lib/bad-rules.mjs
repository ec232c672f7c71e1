// Rules that are wrong, or that ask for endless work.
import { expandRule, findZone, parseMoment, parseMoments, parseRule } from "@collegium/scheduling";

const upTo = (most) => Array.from({ length: most }, (_, value) => value).join();
const everySecond = `BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`;
const positions = Array.from({ length: 366 }, (_, nth) => nth + 1).join();
const START = { start: "2026-09-01T09:00", zone: "America/New_York" };

/** A rule's dates, with a start and options of its own. */
const rule = (words, more = {}) => ({
  name: words,
  run: () => expandRule(words, { ...START, ...more }),
});
/** A text that a reader refuses by giving nothing. */
const refused = (name, code, read, text) => ({ name, make: text, run: (made) => (read(made) ? [] : [code]) });

/** Cases whose answer is a code and a sentence. */
export const badRules = [
  // That cannot be.
  rule("FREQ=DAILY;UNTIL=20250101"),
  rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
  rule("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6,9,11"),
  rule("FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=100"),
  rule("FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6"),
  rule("FREQ=YEARLY;BYYEARDAY=1;BYMONTH=12"),
  rule("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6"),
  rule("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=5MO"),
  rule("FREQ=HOURLY;INTERVAL=24;BYHOUR=8"),
  rule("FREQ=HOURLY;BYYEARDAY=60;BYMONTH=5"),
  rule("FREQ=SECONDLY;BYYEARDAY=366;BYMONTH=11"),
  rule("FREQ=SECONDLY;INTERVAL=9999999999;BYSECOND=7"),
  rule("FREQ=DAILY;INTERVAL=9999999999;BYDAY=MO"),
  rule("FREQ=SECONDLY;INTERVAL=86399;BYMONTH=2;BYMONTHDAY=29;BYHOUR=3"),
  rule("FREQ=SECONDLY;INTERVAL=86399;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=3;BYMINUTE=3;BYSECOND=7"),
  rule("FREQ=MINUTELY;INTERVAL=1439;BYMONTH=2;BYMONTHDAY=29;BYHOUR=3;BYMINUTE=7;BYDAY=SU"),
  rule("RSCALE=CHINESE;FREQ=MONTHLY;BYMONTH=12L;BYMONTHDAY=30"),
  rule("RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=30;BYDAY=MO;BYSETPOS=2"),
  rule("RSCALE=ETHIOPIC;FREQ=SECONDLY;BYMONTH=13;BYMONTHDAY=6;BYHOUR=3"),
  rule("RSCALE=ETHIOPIC;FREQ=SECONDLY;BYMONTH=13;BYMONTHDAY=7"),
  rule("RSCALE=ISLAMIC-UMALQURA;FREQ=DAILY;BYMONTH=12;BYMONTHDAY=30;BYDAY=MO"),
  rule("RSCALE=COPTIC;FREQ=HOURLY;INTERVAL=9999999999;BYMONTH=13"),
  rule("RSCALE=MARTIAN;FREQ=YEARLY"),
  // That never end.
  rule("FREQ=DAILY;BYMONTHDAY=-1,-2"),
  rule("FREQ=SECONDLY"),
  rule("FREQ=SECONDLY;COUNT=1000000000"),
  rule("FREQ=SECONDLY;BYMINUTE=5;COUNT=9999999999", { start: "0001-01-01T09:00", from: "9998-01-01" }),
  rule("FREQ=DAILY;BYDAY=MO,TU;COUNT=9999999999", { start: "0001-01-01T09:00", from: "9998-01-01" }),
  rule("FREQ=MINUTELY", { limit: 100_000 }),
  rule("FREQ=DAILY", { start: "0001-01-01T09:00", limit: 100_000 }),
  rule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", { start: "0001-01-01T09:00", limit: 100_000 }),
  rule("FREQ=SECONDLY;BYSECOND=1,3,5", { limit: 100_000 }),
  rule(`FREQ=DAILY;${everySecond}`, { limit: 100_000 }),
  rule(`FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;${everySecond}`),
  rule(`FREQ=DAILY;${everySecond};BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;BYSETPOS=366`),
  rule(`FREQ=YEARLY;${everySecond};BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=${positions}`),
  rule(`FREQ=YEARLY;${everySecond};BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366`),
  rule(`FREQ=HOURLY;BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)};BYSETPOS=${positions}`),
  // Texts that are no rules.
  { name: "a rule of 10 MB", make: () => `FREQ=DAILY;BYDAY=${"MO,".repeat(3_300_000)}MO`, run: parseRule },
  { name: "a rule of 10 MB of spaces", make: () => " ".repeat(10_000_000), run: parseRule },
  { name: "a rule of 4,096 semicolons", make: () => ";".repeat(4096), run: parseRule },
  { name: "a rule of 4,096 unknown letters", make: () => "X".repeat(4096), run: parseRule },
  rule("FREQ=DAILY;COUNT=99999999999999999999"),
  rule("FREQ=DAILY;INTERVAL=0"),
  rule("FREQ=DAILY;UNTIL=99999999T999999Z"),
  rule("FREQ=DAILY", { zone: "Moon/Tranquility" }),
  { name: "a zone of 10 MB", make: () => "A/".repeat(5_000_000), run: findZone },
  { name: "a zone of 64 letters", make: () => "A".repeat(64), run: findZone },
  rule("FREQ=DAILY", { start: "someday" }),
  rule("FREQ=DAILY", { start: "2026-02-30" }),
  refused("a date of 10 MB", "bad-date", parseMoment, () => "2".repeat(10_000_000)),
  refused("dates of 10 MB, the last one bad", "bad-date", parseMoments, () =>
    "20260901T090000,".repeat(625_000).concat("soon"),
  ),
];
