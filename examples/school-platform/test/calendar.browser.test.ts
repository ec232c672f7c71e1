import { createRequire } from "node:module";
import { type BusySpan, busyTimes } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endVisit, expectAccessible, noBrowser, type Started, startVisit } from "./platform.js";

// A second reader of calendar files, where the peers of the benchmarks are installed.
const foreign = (() => {
  try {
    return createRequire(new URL("../../../packages/scheduling/bench/package.json", import.meta.url))(
      "ical.js",
    );
  } catch {
    return undefined;
  }
})();

/** Three teachers of mathematics on A and B days; nobody teaches the fourth period of day B. */
function rotatingSchedule(): string {
  const rows = ["Teacher,Course,Section,Room,Period,Days"];
  for (const [index, teacher] of ["Ada Alder", "Ben Birch", "Cleo Cedar"].entries()) {
    for (const day of ["A", "B"]) {
      for (let period = 1; period <= 4; period++) {
        if (day === "B" && period === 4) continue;
        rows.push(`${teacher},Mathematics 7,7${"abc"[index]}${period},R${index},${period},${day}`);
      }
    }
  }
  return rows.join("\n");
}

describe.skipIf(noBrowser)("a school's calendar, and the times its teams are free", () => {
  let platform: Started;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const go = (path: string) => page.goto(`${platform.address}${path}`);
  const main = async () => (await page.textContent("main")) ?? "";
  beforeAll(async () => {
    ({ platform, browser, context, page } = await startVisit());
  });
  afterAll(() => endVisit(platform, browser));

  it("shows the year at a glance, every day with its kind in words", async () => {
    await go("/calendar");
    expect(await page.locator("table.month").count()).toBeGreaterThanOrEqual(10);
    const thanksgiving = page.locator(".month a[href$='-11-26']");
    expect(await thanksgiving.textContent()).toMatch(/Thursday, November 26.*holiday, Thanksgiving/);
    expect(await thanksgiving.locator(".sign").textContent()).toBe("×");
    await expectAccessible(page);
    await page.click("text=This week's bells");
    expect(await page.locator("table.week tbody tr").count()).toBe(8);
    await expectAccessible(page);
  });

  it("ends a day early: the difference in words first, the new bells after saving, and all of it taken back", async () => {
    await go("/calendar/day?date=2027-03-01");
    await expectAccessible(page);
    const form = page.locator("form.card", { hasText: "ends earlier" });
    await form.locator("[name=why]").fill("Boiler repair");
    await form.locator("[name=to]").fill("13:00");
    await form.locator("button").click();
    await page.waitForSelector("h1:has-text('This is what changes')");
    expect(await main()).toContain("Period 1 is 08:30 to 09:00 instead of 08:30 to 09:15");
    await expectAccessible(page);
    await page.click("text=Save the calendar");
    await go("/calendar/day/2027-03-01");
    expect(await main()).toContain("Boiler repair");
    expect(await page.locator("tbody tr").first().textContent()).toContain("9:00 AM");
    await page.click("text=Take back");
    await page.click("text=Save the calendar");
    await go("/calendar/day/2027-03-01");
    expect(await page.locator("tbody tr").first().textContent()).toContain("9:15 AM");
    await go("/calendar");
    expect(await page.locator("#past ~ details summary").allTextContents()).toHaveLength(2);
  });

  it("overrides a day for exams period by period, and knows its own document again", async () => {
    await go("/calendar/day/2027-03-01");
    await page.click("text=Period by period");
    await page.fill("[aria-label='Period 1 Ends']", "09:45");
    await page.fill("[aria-label='Period 3 Begins']", "10:20");
    await page.check("[name=out][value='2']");
    await page.click("button[value=periods]");
    expect(await main()).toMatch(/Period 1 is 08:30 to 09:45.*Period 3 is 10:20.*Period 2 is left out/);
    const own = await (await fetch(`${platform.address}/calendar.json`)).text();
    await go("/calendar/bring-in");
    await page.setInputFiles("#file", {
      name: "calendar.json",
      mimeType: "application/json",
      buffer: Buffer.from(own),
    });
    await page.waitForSelector("text=Nothing changes.");
  });

  it("keeps the calendar's changes to whoever leads the school, and a stale change out", async () => {
    const stale = await context.newPage();
    for (const one of [stale, page]) {
      await one.goto(`${platform.address}/calendar/day/2027-03-02`);
      await one.locator("form.card", { hasText: "No school" }).locator("button").click();
    }
    await page.click("text=Save the calendar");
    await stale.click("text=Save the calendar");
    expect(await stale.textContent("main")).toContain("Somebody else has changed the calendar meanwhile");
    await stale.close();
    await context.addCookies([{ name: "person", value: "t06", url: platform.address }]);
    await go("/calendar/day/2027-03-03");
    expect(await page.locator("form.card").count()).toBe(0);
    await go("/calendar/new");
    expect(await page.textContent("h1")).toContain("whoever leads the school");
  });

  it("finds when all are free on dates with their own bells, and makes it the next meeting", async () => {
    await context.addCookies([{ name: "person", value: "t02", url: platform.address }]);
    await go("/teams/meeting-mathematics/free");
    await page.fill("#from", "2027-03-01");
    await page.fill("#to", "2027-03-12");
    await page.click("text=Find times");
    await expectAccessible(page);
    const cards = page.locator(".slots li.card");
    expect(await cards.first().textContent()).toMatch(
      /Friday, March 5.*All 3 can come.*Begins with Period 3/,
    );
    // A short Wednesday has room only with its lunch, so it comes later and says so.
    expect(await cards.nth(2).textContent()).toMatch(/Wednesday, March \d+.*3 people give up lunch/);
    await cards.nth(2).locator("button").click();
    expect(await main()).toMatch(/Wednesday, March \d+, 10:15.*the time this team has chosen/);
    await page.click("button:has-text('Prepare')");
    await page.waitForSelector("caption:has-text('Agenda')");
    expect(await page.textContent("h1")).toContain("Wednesday, March");
    // Another time: the prepared meeting moves with its agenda, and the lunch is remembered.
    await go(
      "/teams/meeting-mathematics/free?from=2027-03-01&to=2027-03-12&minutes=40&who-t02=required&who-t07=required",
    );
    expect(await main()).toContain("Lunches given up for this team so far");
    await page.locator(".slots button").first().click();
    expect(await page.textContent("section[aria-labelledby=next]")).toMatch(/March 5|March 12|March \d+/);
    expect(await page.textContent("section[aria-labelledby=next]")).toContain("See the agenda");
  });

  it("says what little stands in the way where no time is free", async () => {
    await context.addCookies([{ name: "person", value: "t06", url: platform.address }]);
    await go("/teams/grade-7/free");
    await page.fill("#from", "2027-03-01");
    await page.fill("#to", "2027-03-05");
    await page.click("text=Find times");
    expect(await main()).toMatch(/No 40 minutes together in \d school days/);
    expect(await main()).toMatch(
      /(only one thing stands|\d things stand) in the way: [^.]+\([A-Z][a-z]+ [A-Z][a-z]+/,
    );
    await expectAccessible(page);
  });

  it("holds a standing meeting whose moves and turns survive, and feeds it into calendars", async () => {
    await go("/teams/grade-7/series");
    await page.locator("[name=weekday]:checked").uncheck();
    await page.check("[name=weekday][value=TU]");
    await page.selectOption("[name=weeks]", "even");
    await page.fill("#first", "2027-03-01");
    await page.fill("#last", "2027-04-30");
    await expectAccessible(page);
    await page.click("text=Make it a standing meeting");
    const rows = page.locator("tbody tr");
    // Odd and even as the school counts its weeks: the break in March takes one out of the count, not out of step.
    for (const date of await rows.locator("th").allTextContents()) {
      const day = new Date(`${date.replace(/^\w+, /, "")}, 2027 UTC`).toISOString().slice(0, 10);
      await go(`/calendar/day/${day}`);
      expect(await main(), day).toContain("even week");
    }
    await go("/teams/grade-7/series");
    const turns = await rows.locator("td:nth-child(3)").allTextContents();
    expect(new Set(turns).size).toBe(Math.min(turns.length, 5));
    await expectAccessible(page);
    // Spring break takes one of them; the first moves by a day, the second is cancelled.
    await rows.first().locator("summary").click();
    await rows.first().locator("[name=date]").fill("2027-03-03");
    await rows.first().locator("button:has-text('Move')").click();
    await page.waitForSelector("tr:has-text('instead of Tue')");
    const before = await rows.count();
    await rows.nth(1).locator("summary").click();
    await rows.nth(1).locator("button:has-text('Cancel it')").click();
    await page.waitForSelector("tr:has-text('cancelled')");
    expect(await rows.count()).toBe(before);
    // A meeting that was prepared for one of its dates goes along when the date moves.
    await go("/teams/grade-7");
    await page.click("button:has-text('Prepare')");
    expect(await page.textContent("h1")).toContain("Wednesday, March 3");
    expect(await main()).toMatch(/Facilitates: [A-Z].*Takes notes: [A-Z]/);
    await go("/teams/grade-7/series");
    await rows.first().locator("summary").click();
    await rows.first().locator("[name=date]").fill("2027-03-04");
    await rows.first().locator("button:has-text('Move')").click();
    await page.waitForSelector("th:has-text('Thu, Mar 4')");
    expect(await page.textContent("[role=status]")).toMatch(
      /prepared for it goes along, to Thursday, March 4/,
    );
    await go("/teams/grade-7");
    expect(await page.textContent("section[aria-labelledby=next]")).toContain("Thursday, March 4");
    // Everybody's own week has it beside the lessons, at that week's bells.
    await go("/calendar/week/2027-03-04");
    expect(await page.textContent("section[aria-labelledby=own-meetings]")).toMatch(/Thu, Mar 4.*Grade 7/);
    expect(await page.locator("table.week td strong").count()).toBeGreaterThan(5);
    await expectAccessible(page);
    // Called off, it waits for the next date with all that is in it; put back, it comes back.
    await go("/teams/grade-7/series");
    await rows.first().locator("summary").click();
    await rows.first().locator("button:has-text('Cancel it')").click();
    const waits = (await page.textContent("[role=status]")) ?? "";
    expect(waits).toMatch(/prepared for the date called off waits for \w+, \w+ \d+/);
    await expectAccessible(page);
    await go("/teams/grade-7");
    const [, later] = /waits for (\w+, \w+ \d+)/.exec(waits) ?? [];
    expect(await page.textContent("section[aria-labelledby=next]")).toContain(later);
    await go("/teams/grade-7/series");
    await rows.first().locator("button:has-text('Put back')").click();
    expect(await page.textContent("[role=status]")).toContain("goes along, to Tuesday, March 16");
    const address = (await page.textContent("code.address")) as string;
    const feed = await (await fetch(address)).text();
    const window = { zone: "America/Chicago", from: 0, to: Date.UTC(2030, 0) / 1000 };
    const spans = unwrap(busyTimes(feed, window));
    expect(spans).toHaveLength(before - 1);
    expect(feed).toContain("STATUS:CANCELLED");
    expect(feed).toMatch(/DESCRIPTION:Facilitates: /);
    if (foreign) expect(foreignSpans(feed)).toEqual(spans);
    expect((await fetch(`${address}x`)).status).toBe(404);
    await page.click("text=Make a new address");
    expect((await fetch(address)).status).toBe(404);
  });

  it("makes a calendar with a rotating cycle in one form, and a snow day that shifts it or does not", async () => {
    await context.clearCookies({ name: "person" });
    await go("/import");
    const buffer = Buffer.from(rotatingSchedule());
    await page.setInputFiles("#file", { name: "rotating.csv", mimeType: "text/csv", buffer });
    await page.click("text=That is right");
    await page.waitForSelector("h1:has-text('shared time')");
    await go("/calendar");
    await page.click("text=Make the school calendar");
    await page.selectOption("#cycle", "ab");
    await expectAccessible(page);
    await page.click("text=See what it means");
    expect(await page.textContent("h1")).toBe("This is the year");
    expect(await main()).toContain("Rotating cycle: A, B");
    await page.click("text=Save the calendar");
    await page.waitForSelector("table.month");
    const snow = async (cycle: string) => {
      await go("/calendar/day?date=2027-02-02");
      await page.check(`[name=cycle][value=${cycle}]`);
      await page.click("button[value=closed]");
      return main();
    };
    expect(await snow("advances")).not.toContain("another cycle day");
    expect(await snow("waits")).toMatch(/school days have another cycle day/);
  });

  it("brings in a calendar program's holidays, one by one as somebody says", async () => {
    const day = (name: string, date: string) =>
      `BEGIN:VEVENT\r\nUID:${date}\r\nSUMMARY:${name}\r\nDTSTART;VALUE=DATE:${date}\r\nEND:VEVENT\r\n`;
    const file = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${day("Founders' Day", "20270507")}${day("Report cards", "20270512")}END:VCALENDAR\r\n`;
    await go("/calendar/bring-in");
    await page.setInputFiles("#file", {
      name: "days.ics",
      mimeType: "text/calendar",
      buffer: Buffer.from(file),
    });
    await page.waitForSelector("h1:has-text('2 days in the file')");
    expect(await page.locator("select[name=kind]").nth(1).inputValue()).toBe("");
    await expectAccessible(page);
    await page.click("text=See what it means");
    expect(await main()).toContain("on Friday 7 May 2027, holiday instead of regular day (Founders' Day)");
    expect(await main()).not.toContain("Report cards");
  });

  it("works in Spanish, in the dark, on a phone and without script", async () => {
    const phone = await browser.newContext({
      locale: "es-MX",
      colorScheme: "dark",
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const small = await phone.newPage();
    for (const path of [
      "/calendar",
      "/calendar/new",
      "/calendar/bells",
      "/calendar/day/2027-02-03",
      "/calendar/week/2027-02-03",
      "/own-calendar",
    ]) {
      await small.goto(`${platform.address}${path}`);
      expect(await small.textContent("nav")).toContain("Calendario");
      const width = await small.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(320);
    }
    await phone.close();
  });
});

/** The times of a feed as a second program reads them. */
function foreignSpans(feed: string): BusySpan[] {
  const root = new foreign.Component(foreign.parse(feed));
  for (const zone of root.getAllSubcomponents("vtimezone")) foreign.TimezoneService.register(zone);
  return root
    .getAllSubcomponents("vevent")
    .filter(
      (part: { getFirstPropertyValue: (name: string) => unknown }) =>
        part.getFirstPropertyValue("status") !== "CANCELLED",
    )
    .map((part: object) => {
      const { startDate, endDate } = new foreign.Event(part);
      return { start: startDate.toUnixTime(), end: endDate.toUnixTime() };
    })
    .sort((a: BusySpan, b: BusySpan) => a.start - b.start);
}
