import { SchoolCalendar } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endVisit, expectAccessible, noBrowser, type Started, startVisit } from "./platform.js";

/** Mathematics on five days of four periods; each teacher is free in the given ones. */
function schedule(teachers: readonly string[], free: readonly string[]): string {
  const rows = ["Teacher,Course,Section,Room,Period,Days"];
  for (const [index, teacher] of teachers.entries())
    for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri"])
      for (const period of [1, 2, 3, 4])
        if (!free.includes(`${day} ${period}`))
          rows.push(`${teacher},Mathematics 7,7${"ab"[index]}${period},R${index},${period},${day}`);
  return rows.join("\n");
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const bells = (later: number) => [
  {
    dayKind: "regular",
    periods: [1, 2, 3, 4].map((n) => ({
      id: String(n),
      name: `Period ${n}`,
      start: clock(425 + n * 55 + later),
      end: clock(475 + n * 55 + later),
    })),
  },
];

/** A district of two schools; the second rings 25 minutes later and is closed on a Tuesday. */
const district = unwrap(
  SchoolCalendar.create({
    id: "three-rivers",
    name: "Three Rivers 2026-27",
    zone: "America/Chicago",
    first: "2026-08-24",
    last: "2027-06-11",
    terms: [],
    dayKinds: [
      { id: "regular", name: "regular day", school: true },
      { id: "holiday", name: "holiday", school: false },
    ],
    week: { MO: "regular", TU: "regular", WE: "regular", TH: "regular", FR: "regular" },
    cycle: { days: ["A", "B"], counts: "school-days" },
    exceptions: [{ name: "Fair", first: "2027-03-02", dayKind: "holiday", schools: ["south"] }],
    schools: [
      { id: "north", name: "North Middle School", bells: bells(0) },
      { id: "south", name: "South Middle School", bells: bells(25) },
    ],
  }),
);

describe.skipIf(noBrowser)("two schools of a district, and a teacher's own calendar", () => {
  let platform: Started;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const go = (path: string) => page.goto(`${platform.address}${path}`);
  const main = async () => (await page.textContent("main")) ?? "";
  const file = (name: string, mimeType: string, text: string) =>
    page.setInputFiles("#file", { name, mimeType, buffer: Buffer.from(text) });
  /** Opens a school, brings the district's calendar in, and goes as far as the change in words. */
  const bringIn = async (name: string, text: string) => {
    await go("/import");
    await file(`${name}.csv`, "text/csv", text);
    await page.click("text=That is right");
    await page.waitForSelector("h1:has-text('time')");
    await go("/calendar/bring-in");
    await file("calendar.json", "application/json", JSON.stringify(district));
    await page.waitForSelector("#school");
  };
  const as = async (name: string) => {
    await go("/people");
    await page.selectOption("#person", { label: name });
    await page.click("main button:has-text('Look')");
  };

  beforeAll(async () => {
    ({ platform, browser, context, page } = await startVisit());
  });
  afterAll(() => endVisit(platform, browser));

  it("asks which school is ours, keeps the answer, and shows the others' bells too", async () => {
    await bringIn("south", schedule(["Cleo Cedar", "Dov Dogwood"], ["Tue 3"]));
    expect(await page.inputValue("#school")).toBe("");
    await page.selectOption("#school", "south");
    await expectAccessible(page);
    await page.click("text=Save the calendar");
    await page.waitForSelector("table.month");
    await bringIn("north", schedule(["Ada Alder", "Ben Birch"], ["Tue 3"]));
    await page.selectOption("#school", "north");
    await page.click("text=Save the calendar");
    await page.waitForSelector("table.month");
    // Brought in again, it knows which one it was.
    await go("/calendar/bring-in");
    await file("calendar.json", "application/json", JSON.stringify(district));
    await page.waitForSelector("#school");
    expect(await page.inputValue("#school")).toBe("north");
    await go("/calendar/day/2027-03-02");
    expect(await main()).toContain("8:00 AM");
    await page.selectOption("[name=school]", "south");
    await page.click("form:has([name=school]) >> text=Go");
    expect(await main()).toContain("There is no school on this day");
    await page.click("text=Mar 3, 2027 →");
    expect(await main()).toMatch(/You see South Middle School[\s\S]*8:25 AM/);
    await expectAccessible(page);
  });

  it("finds a time with a teacher of the other school at both schools' bells, the way counted", async () => {
    await as("Ada Alder");
    await go("/teams/course-mathematics-7/free?from=2027-03-01&to=2027-03-12&minutes=20&travel=10");
    const guest = (await page.locator("#also optgroup option").first().getAttribute("value")) as string;
    for (const who of await page.locator("[name^=who-]").all()) await who.selectOption("required");
    await page.selectOption("#also", guest);
    await page.click("text=Find times");
    await page.selectOption(`[name="who-${guest}"]`, "required");
    await page.click("text=Find times");
    // Not on the second: the other school is closed. Ours ends the period at 10:40, theirs begins it at 10:15.
    expect(await page.locator(".slots li.card").allTextContents()).toHaveLength(1);
    expect(await page.textContent(".slots li.card")).toMatch(
      /Tuesday, March 9.*10:20.*10:40.*All 3 can come/,
    );
    expect(await page.inputValue(`[name="who-${guest}"]`)).toBe("required");
    await page.selectOption("#minutes", "45");
    await page.click("text=Find times");
    expect(await main()).toContain("busy (Cleo Cedar (South Middle School))");
    expect(await main()).not.toMatch(/Mathematics 7[^(]*\(Cleo/);
    await expectAccessible(page);
  });

  it("keeps clear of a teacher's own calendar, of which colleagues learn no more than that", async () => {
    await go("/own-calendar");
    await file("notes.ics", "text/calendar", "Dear colleagues");
    expect(await page.textContent("[role=alert]")).toMatch(/calendar/i);
    await file(
      "own.ics",
      "text/calendar",
      [
        ...["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:Dentist Dr. Quimby"],
        ...["DTSTART;TZID=America/Chicago:20261117T095500", "DURATION:PT30M", "RRULE:FREQ=WEEKLY;COUNT=16"],
        ...["END:VEVENT", "BEGIN:VEVENT", "UID:2", "DTSTART:some day", "END:VEVENT", "END:VCALENDAR"],
      ].join("\r\n"),
    );
    await page.waitForSelector("[role=status]");
    expect(await main()).toMatch(/1 event read: \d+ busy times/);
    expect(await main()).toMatch(/1 line could not be used.*Line 12: the start is no date/);
    expect(await main()).not.toContain("Quimby");
    await expectAccessible(page);
    // Sixteen weeks from 17 November: the second of March is taken, the ninth is not.
    await as("Ben Birch");
    const asked = async () => {
      await go("/teams/course-mathematics-7/free?from=2027-03-01&to=2027-03-12&minutes=45");
      for (const who of await page.locator("[name^=who-]").all()) await who.selectOption("required");
      await page.click("text=Find times");
      return main();
    };
    const before = await asked();
    expect(before).toContain("1 own calendar is counted as busy time");
    expect(before).not.toContain("Tuesday, March 2");
    expect(before).toContain("Tuesday, March 9");
    await go("/own-calendar");
    expect(await main()).not.toContain("busy times");
    await as("Ada Alder");
    await go("/own-calendar");
    await page.click("text=Remove it");
    expect(await asked()).toContain("Tuesday, March 2");
    await context.clearCookies({ name: "person" });
    await go("/own-calendar");
    expect(await main()).toContain("A calendar belongs to one person");
  });

  it("keeps a team of two schools: its times, its meeting in both schools, its calendars counted", async () => {
    await as("Ada Alder");
    await go("/teams/course-mathematics-7/edit");
    await page.click("summary:has-text('South Middle School')");
    await page.check("label:has-text('Cleo Cedar') input");
    await expectAccessible(page);
    await page.click("main button:has-text('Save')");
    expect(await main()).toContain("1 member is at another school");
    await go("/time");
    expect(await main()).toMatch(
      /1 team has members at another school and is not in this table.*Mathematics 7/,
    );
    // Everybody is free in the third period of Tuesdays; ours ends at 10:40, theirs at 11:05 and begins at 10:15.
    await go("/teams/course-mathematics-7/free?from=2027-03-01&to=2027-03-12&minutes=20");
    expect(await page.locator(".slots li.card").allTextContents()).toHaveLength(1);
    expect(await page.textContent(".slots li.card")).toMatch(/Tuesday, March 9.*All 3 can come/);
    expect(await main()).toContain("Cleo Cedar (South Middle School)");
    // A standing meeting in it: the fair of the other school stands in the way, and from now on Cleo's own calendar.
    await go("/teams/course-mathematics-7/series");
    await page.check("[name=kind][value=weeks]");
    for (const box of await page.locator("[name=weekday]").all()) await box.uncheck();
    await page.check("[name=weekday][value=TU]");
    await page.selectOption("#period", "");
    await page.fill("#start", "10:20");
    await page.fill("#end", "10:40");
    await page.fill("#first", "2027-03-01");
    await page.fill("#last", "2027-03-31");
    await page.click("main button:has-text('Make it a standing meeting')");
    await page.waitForSelector("table.stack");
    const rows = async () => {
      await go("/teams/course-mathematics-7/series");
      return page.locator("table.stack tbody tr").evaluateAll((all) =>
        all.map((row) => {
          const day = row.querySelector("th")?.textContent?.trim() ?? "";
          return row.textContent?.includes("⚠")
            ? `${day}: Cleo ${row.textContent.includes("Cleo Cedar (South") ? "is" : "?"}`
            : day;
        }),
      );
    };
    const before = await rows();
    expect(before.filter((row) => row.includes(":"))).toEqual([expect.stringMatching(/Mar 2.*: Cleo is/)]);
    await as("Cleo Cedar (South Middle School)");
    expect(await page.textContent("header")).toContain("Cleo Cedar");
    await go("/own-calendar");
    const dentist = [
      "BEGIN:VEVENT",
      "UID:3",
      "DTSTART;TZID=America/Chicago:20270309T102000",
      "DURATION:PT30M",
    ];
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", ...dentist, "END:VEVENT", "END:VCALENDAR"];
    await file("own.ics", "text/calendar", lines.join("\r\n"));
    await page.waitForSelector("[role=status]");
    await as("Ada Alder");
    const after = await rows();
    expect(after.filter((row) => row.includes(":"))).toHaveLength(2);
    expect(await main()).toContain("Cleo Cedar (South Middle School) is busy then");
    await expectAccessible(page);
    // At home Cleo finds the team, and the meeting in the week of the own calendar.
    await go("/people");
    await page.click("li:has-text('south') button");
    await as("Cleo Cedar");
    await go("/teams");
    expect(await main()).toMatch(/Teams of other schools.*Mathematics 7.*with Cleo Cedar of this school/);
    await expectAccessible(page);
    await go("/calendar/week/2027-03-15");
    expect(await main()).toMatch(/Your meetings.*10:\d\d.*Mathematics 7 \(North Middle School\)/);
    await go("/teams");
    await page.click("text=Open North Middle School");
    expect(page.url()).toContain("/teams/course-mathematics-7");
    await context.clearCookies({ name: "person" });
  });

  it("rings other bells on some cycle days, and overrides exam days period by period, in the guided form", async () => {
    await go("/calendar/bells");
    await page.click("button[value='cycle:regular']");
    const own = page.locator("section.card");
    expect(await own.locator("[type=checkbox]:checked").getAttribute("value")).toBe("B");
    await own.locator("[name=s1-start]").first().fill("09:00");
    await own.locator("[name=s1-end]").first().fill("09:20");
    await own.locator("[name=s1-start]").nth(1).fill("09:25");
    await expectAccessible(page);
    await page.click("text=See what it means");
    await page.click("text=Save the calendar");
    await go("/calendar/week/2027-03-01");
    const first = await page.locator("tbody tr").first().locator(".time").allTextContents();
    expect(first.map((time) => (time.startsWith("9:00") ? "B" : "A")).join("")).toMatch(/^(ABABA|BABAB)$/);
    await go("/calendar/new");
    await page.selectOption("#cycle", "6");
    await page.click("button[value=cycle]");
    await page.locator("section.card [name=c0-end]").last().fill("15:30");
    await page.locator("[name=odd-name]").last().fill("Finals");
    await page.locator("[name=odd-first]").last().fill("2027-01-13");
    await page.locator("[name=odd-last]").last().fill("2027-01-15");
    await page.locator("[name=odd-kind]").last().selectOption("exam");
    await page.click("text=See what it means");
    expect(await page.textContent("[role=alert]")).toContain("An exam day needs at least one period");
    await page.locator("[name=exam-end]").first().fill("10:15");
    await page.locator("[name=exam-out]").nth(1).check();
    await expectAccessible(page);
    await page.click("text=See what it means");
    await page.click("text=Save the calendar");
    await go("/calendar/day/2027-01-13");
    expect(await main()).toMatch(/Finals/);
    expect(await page.locator("tbody tr").first().textContent()).toContain("10:15 AM");
    expect(await page.locator("tbody th").allTextContents()).not.toContain("Period 2");
  });
});
