import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endVisit, expectAccessible, noBrowser, type Started, startVisit } from "./platform.js";

describe.skipIf(noBrowser)("a principal on the time pages", () => {
  let platform: Started;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    ({ platform, browser, page } = await startVisit());
  });
  afterAll(() => endVisit(platform, browser));

  it("sees that the school is generated, and which team lacks time", async () => {
    await page.goto(platform.address);
    expect(await page.textContent(".mark")).toContain("Example data");
    await page.click("text=All teams");
    expect(await page.textContent("h1")).toMatch(/less shared time than wanted/);
    await expectAccessible(page);
  });

  it("asks for time in the background, follows the search and reads the moves", async () => {
    await page.goto(`${platform.address}/plan`);
    await expectAccessible(page);
    await page.selectOption("#seconds", "10");
    await page.click("text=Find time >> nth=-1");
    await page.waitForSelector("h1:has-text('blocks, with')", { timeout: 30_000 });
    const headline = (await page.textContent("h1")) ?? "";
    const [placed, wanted] = headline.match(/\d+/g) ?? [];
    expect(placed).toBe(wanted);
    const moves = await page.locator("input[name=keep][type=checkbox]").count();
    expect(moves).toBeGreaterThan(0);
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.click("text=Download the moves as CSV"),
    ]);
    const rows = readFileSync(await csv.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(rows[0]).toBe("\uFEFFchange,step,lesson,students,teachers,periods,from,to,room,gives");
    expect(rows).toHaveLength(1 + moves);
    await expectAccessible(page);
  });

  it("keeps a lesson after all and goes on from the plan", async () => {
    const box = page.locator("input[name=keep]").first();
    const label = (await box.getAttribute("aria-label")) ?? "";
    await box.check();
    await page.click("text=Look again");
    await page.waitForSelector("text=with");
    await page.waitForTimeout(1000);
    await page.click("text=Stop here");
    await page.waitForSelector("h1:has-text('blocks, with')", { timeout: 30_000 });
    const labels = await page
      .locator("input[name=keep][type=checkbox]")
      .evaluateAll((boxes) => boxes.map((one) => one.getAttribute("aria-label")));
    expect(labels).not.toContain(label);
  });

  it("lets teachers cover who are named, and lists who covers what", async () => {
    await page.goto(`${platform.address}/plan`);
    await page.click("summary:has-text('may cover')");
    await page
      .getByLabel(/^Periods that .* may cover$/)
      .first()
      .fill("3");
    await page
      .getByLabel(/^Periods that .* may cover$/)
      .last()
      .fill("3");
    await expectAccessible(page);
    await page.selectOption("#seconds", "10");
    await page.click("text=Find time >> nth=-1");
    await page.waitForSelector("h2:has-text('Who covers what')", { timeout: 30_000 });
    expect(await page.textContent("main")).toMatch(/: [0-3] of 3; .*: [0-3] of 3/);
    expect(await page.textContent("main")).toContain("This list is the record.");
    await expectAccessible(page);
  });

  it("compares five ways to make time, and says which break contract or law", async () => {
    await page.goto(`${platform.address}/ways?minutes=45&shave=5&contract=225&law=54000`);
    const rows = await page.locator("tbody tr th").allTextContents();
    expect(rows).toEqual([
      "Swap lessons",
      "Parallel specials",
      "Shorter periods",
      "Early release or late start",
      "Cover teachers",
    ]);
    expect(await page.textContent("tbody tr:nth-child(3)")).toMatch(/min a year short/);
    await expectAccessible(page);
    await page.fill("#shave", "500");
    await page.click("button:has-text('Compare')");
    await page.waitForSelector("[role=alert]");
  });

  it("stops a search early and keeps what it found", async () => {
    await page.goto(`${platform.address}/plan`);
    await page.selectOption("#seconds", "120");
    await page.click("text=Find time >> nth=-1");
    await page.click("text=Stop here");
    await page.waitForSelector("h1:has-text('blocks, with'), h1:has-text('Stopped')");
    expect(await page.textContent("main")).toMatch(/Stopped early|blocks, with/);
  });

  it("drops a master schedule, confirms its columns and reads its teams", async () => {
    await page.goto(`${platform.address}/import`);
    await expectAccessible(page);
    const rows = ["Teacher,Course,Section,Room,Period,Days"];
    for (const [index, teacher] of ["Ada Alder", "Ben Birch", "Cleo Cedar", "Dan Dogwood"].entries()) {
      for (let period = 1; period <= 4; period++) {
        rows.push(
          `${teacher},${index < 2 ? "Mathematics" : "English"} 7,7${"ab"[period % 2]},R${index},${period},MWF`,
        );
      }
    }
    await page.setInputFiles("#file", {
      name: "master.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rows.join("\n")),
    });
    await page.waitForSelector("h1:has-text('columns')");
    await expectAccessible(page);
    await page.selectOption("select[aria-label^='Room']", "");
    await page.click("text=That is right");
    await page.waitForSelector("h1:has-text('shared time')");
    expect(await page.locator(".mark").count()).toBe(0);
    expect(await page.textContent("header.site")).toContain("master");
    // The next export of the same system is read as it was confirmed.
    await page.goto(`${platform.address}/import`);
    const buffer = Buffer.from(rows.slice(0, -1).join("\n"));
    await page.setInputFiles("#file", { name: "next.csv", mimeType: "text/csv", buffer });
    await page.waitForSelector("h1:has-text('columns')");
    expect(await page.inputValue("select[aria-label^='Room']")).toBe("");
    expect(await page.inputValue("select[aria-label^='Teacher']")).toBe("teacher");
  });

  it("works in Spanish, in the dark, on a phone and without script", async () => {
    const context = await browser.newContext({
      locale: "es-MX",
      colorScheme: "dark",
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const phone = await context.newPage();
    await phone.goto(`${platform.address}/time`);
    expect(await phone.textContent("nav")).toContain("Tiempo común");
    const wider = await phone
      .locator("body")
      .evaluate((body) => body.scrollWidth > 320)
      .catch(() => undefined);
    expect(wider ?? false).toBe(false);
    await context.close();
  });

  it("refuses a page of another origin, a foreign host and an old form", async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${platform.address}/plan`, {
        method: "POST",
        headers,
        body: new URLSearchParams({ team: "x" }),
      });
    expect((await post({ origin: "http://evil.example" })).status).toBe(403);
    expect((await post({})).status).toBe(403);
  });
});
