import { existsSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endVisit, expectAccessible, noBrowser, type Started, startVisit } from "./platform.js";

// Files of real results; without them the story is told with generated ones alone.
const DATA = process.env["COLLEGIUM_DATA"] ?? "";
const noData = DATA === "" || !existsSync(`${DATA}/education/uci/student-mat.csv`);

describe.skipIf(noBrowser)("a coach hands a team one page", () => {
  let platform: Started;
  let browser: Browser;
  let page: Page;
  const main = async () => ((await page.textContent("main")) ?? "").replace(/\s+/g, " ");
  /** Pages that come out of the printer, on either paper. */
  const printed = async () => {
    const pages: (number | undefined)[] = [];
    for (const format of ["A4", "Letter"] as const) {
      const paper = await page.pdf({ format });
      pages.push(paper.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length);
    }
    return pages;
  };
  const bring = async (path: string) => {
    await page.goto(`${platform.address}/evidence`);
    await page.setInputFiles("#file", path);
    await page.waitForSelector("form[action$='/page']");
    return page.url().replace(/\?.*/, "");
  };

  beforeAll(async () => {
    ({ platform, browser, page } = await startVisit());
  });
  afterAll(() => endVisit(platform, browser));

  it("brings a file in, sees how each column was read, and is asked who will read the page", async () => {
    await page.goto(`${platform.address}/evidence`);
    await expectAccessible(page);
    await page.click("text=Example school: open the generated results");
    await page.waitForSelector("text=What is in the file");
    expect(await page.locator("[name=item]:checked").count()).toBe(12);
    await expectAccessible(page);
    await page.click("text=How far apart are two groups?");
    await page.selectOption("#measure", "quiz 1");
    await page.fill("#cut", "70");
    await page.selectOption("#group", "english-learner");
    await page.fill("#groupAs", "English learner:");
    await page.fill("#title", "Ratio quiz");
    expect(await page.locator("[name=audience]:checked").count()).toBe(0);
  });

  it("gets counts with their doubt, what not to conclude, a question, and a goal to fill in, on one page", async () => {
    await page.check("[name=audience][value=team]");
    await page.click("text=Make the page");
    await page.waitForSelector("article.one-page");
    const text = await main();
    expect(text).toMatch(/English learner: yes: \d+ of \d+ students reach the cut/);
    expect(text).toMatch(/allowing for chance, between|could lie up to/);
    expect(text).toContain("A gap says that something differs");
    expect(text).toContain("Ask next:");
    expect(text).toMatch(/All students\d+ of \d+ \(\d+ %\)/);
    expect(await page.locator("article svg[role=img] desc").count()).toBe(1);
    expect(await page.locator("article table").count()).toBeGreaterThan(0);
    await expectAccessible(page);
    expect(await printed()).toEqual([1, 1]);
  });

  it("writes a goal from it with the baseline filled in, and prints the sheet with at most three questions", async () => {
    await page.click("text=Write a goal from this");
    await expectAccessible(page);
    await page.fill("#target", "80");
    await page.click("text=Show the goal sheet");
    await page.waitForSelector("article.goal-sheet");
    const text = await main();
    expect(text).toMatch(/By .*80 % of our students, up from \d+ %, reach 70 or more on Ratio quiz/);
    expect(text).toMatch(/English learner: yes\d+ of \d+ \(\d+ %\)80 %/);
    expect(await page.locator("article.goal-sheet ul li").count()).toBeLessThanOrEqual(3);
    await expectAccessible(page);
    expect(await printed()).toEqual([1, 1]);
  });

  it("publishes ranges and nothing of small groups; scorers and teachers are never set side by side", async () => {
    await page.goBack();
    await page.goBack();
    const asked = new URL(page.url());
    asked.searchParams.set("audience", "public");
    await page.goto(asked.href);
    const text = await main();
    expect(text).toContain("Safe to publish");
    expect(text).not.toMatch(/\d+ of \d+ students reach/);
    expect(await printed()).toEqual([1, 1]);
    asked.searchParams.delete("audience");
    await page.goto(asked.href);
    expect(await page.textContent("[role=alert]")).toContain("Say who will read the page");
    await expectAccessible(page);
  });

  it("makes the page of the items with letters and a key, and of growth by group", async () => {
    const file = page.url().replace(/\/page.*/, "");
    await page.goto(`${file}?ask=items`);
    await page.check("[name=audience][value=team]");
    await page.click("text=Make the page");
    await page.waitForSelector("article.one-page");
    expect(await main()).toMatch(/answered right|No item failed/);
    expect(await main()).toMatch(/of \d+ wrong answers were “[A-D]”/);
    expect(await printed()).toEqual([1, 1]);
    await page.goto(
      `${file}/page?ask=growth&before=quiz+1&after=quiz+2&group=low-income&audience=team&cut=70`,
    );
    expect(await main()).toMatch(/On average \d+ students moved by/);
    await expectAccessible(page);
    expect(await printed()).toEqual([1, 1]);
  });

  it("is seen by nobody else, and is gone when removed", async () => {
    const file = page.url().replace(/\/page.*/, "");
    const other = await browser.newContext({ locale: "en-US" });
    const stranger = await other.newPage();
    await stranger.goto(`${platform.address}/people`);
    await stranger.locator("select[name=person]").selectOption({ index: 2 });
    await stranger.locator("main form button").first().click();
    await stranger.waitForLoadState();
    expect((await stranger.goto(file))?.status()).toBe(404);
    await other.close();
    await page.goto(`${platform.address}/evidence`);
    await page.click("button:has-text('Remove')");
    await page.waitForSelector("text=Nothing yet.");
    expect((await page.goto(file))?.status()).toBe(404);
  });

  it("lets a member set the goal, and print the team's sheet in Spanish, in the dark, on a phone", async () => {
    const context = await browser.newContext({
      locale: "es-MX",
      colorScheme: "dark",
      viewport: { width: 320, height: 640 },
    });
    const phone = await context.newPage();
    phone.setDefaultTimeout(15_000);
    await phone.goto(`${platform.address}/teams/grade-7/results`);
    await phone.locator("main form button").first().click();
    await phone.waitForSelector("#grid");
    await phone.goto(`${platform.address}/evidence`);
    await phone.click("text=Escuela de ejemplo");
    await phone.waitForSelector("form[action$='/page']");
    const file = phone.url();
    const narrow = () => phone.evaluate(() => document.documentElement.scrollWidth);
    expect(await narrow()).toBeLessThanOrEqual(320);
    await phone.goto(`${file}/page?ask=gap&measure=quiz+1&cut=70&group=english-learner&audience=team`);
    expect(await narrow()).toBeLessThanOrEqual(320);
    await expectAccessible(phone);
    await phone.click("text=Escribir una meta");
    await phone.click("text=Mostrar la hoja");
    await phone.locator("button:has-text('Fijar esta meta')").first().click();
    await phone.waitForURL("**/goal/sheet");
    expect(await phone.textContent("article")).toMatch(/de nuestros alumnos, desde el \d+ %/);
    expect(await narrow()).toBeLessThanOrEqual(320);
    await expectAccessible(phone);
    await context.close();
  });

  it.skipIf(noData)("makes every page from real results (skipped without COLLEGIUM_DATA)", async () => {
    const mat = await bring(`${DATA}/education/uci/student-mat.csv`);
    const items = (await bring(`${DATA}/evidence/csv/ability.csv`)) as string;
    const names = readFileSync(`${DATA}/evidence/csv/ability.csv`, "utf8").split(/\r?\n/)[0]!.split(",");
    const chosen = names.map((name) => `item=${name}`).join("&");
    for (const address of [
      `${mat}/page?ask=gap&measure=G3&cut=10&group=schoolsup&audience=team`,
      `${mat}/page?ask=gap&measure=G3&cut=10&group=schoolsup&audience=public`,
      `${mat}/page?ask=growth&before=G1&after=G3&group=schoolsup&audience=public`,
      `${items}/page?ask=items&byName=yes&${chosen}&audience=team`,
    ]) {
      await page.goto(address);
      await page.waitForSelector("article.one-page");
      expect(await main()).not.toMatch(/NaN|undefined|Infinity/);
      expect(await printed(), address).toEqual([1, 1]);
    }
  });
});
