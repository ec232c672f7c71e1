import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { timetableToXhstt } from "@collegium/exchange";
import { generateDistrict, quizGrid, toMatchTable, toOneRosterFiles } from "@collegium/testing";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  expectAccessible,
  newFolder,
  noBrowser,
  openBrowser,
  removeFolder,
  type Started,
  startPlatform,
} from "./platform.js";

// One school's files as its systems export them: a timetable, a roster, the file that joins them, and two quizzes.
const district = generateDistrict({ seed: 5, schools: 1 });
const [staffed] = district.thisYear.schools;
const timetable = staffed!.school.timetable;
const [quiz, recheck] = district.quizzes;
const nameOf = new Map(district.thisYear.students.map((s) => [s.id, `${s.familyName}, ${s.givenName}`]));
const groupOf = new Map(timetable.resources.map(({ id, name }) => [id, name]));
const grid = (of: typeof quiz) =>
  quizGrid(of!, { student: (id) => nameOf.get(id) ?? id, class: (id) => groupOf.get(id) ?? id });

describe.skipIf(noBrowser)("the loop of one team, from files to the second meeting", () => {
  const folder = newFolder();
  const data = newFolder();
  let platform: Started;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const team = "/teams/grade-7";
  const go = (path: string) => page.goto(`${platform.address}${path}`);
  // What the room reads, without the clock that changes by itself.
  const shown = () => page.locator("[data-live=now] p:not(.clock)").allTextContents();
  const space = async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const before = (await shown()).join();
    await page.keyboard.press(" ");
    await expect.poll(async () => (await shown()).join(), { timeout: 10_000 }).not.toBe(before);
  };
  const until = async (text: string) => {
    for (let presses = 0; presses < 40; presses++) {
      if ((await page.textContent("[data-live=now]"))?.includes(text)) return;
      await space();
    }
    throw new Error(`The meeting never came to "${text}".`);
  };

  beforeAll(async () => {
    writeFileSync(join(folder, "school.xml"), (timetableToXhstt(timetable) as { value: string }).value);
    writeFileSync(
      join(folder, "match.csv"),
      toMatchTable(district, "school-01", new Date().toISOString().slice(0, 10)),
    );
    mkdirSync(join(folder, "roster"));
    for (const [name, text] of Object.entries(toOneRosterFiles(district)))
      writeFileSync(join(folder, "roster", name), text);
    const args = [
      "--timetable",
      join(folder, "school.xml"),
      "--roster",
      join(folder, "roster"),
      "--match",
      join(folder, "match.csv"),
    ];
    [platform, browser] = await Promise.all([startPlatform(args, data), openBrowser()]);
    context = await browser.newContext({ locale: "en-US" });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.kill("SIGKILL");
    removeFolder(folder);
    removeFolder(data);
  });

  it("imports, without an example mark, and keeps the team's rooms closed to others", async () => {
    await go("/");
    expect(await page.locator(".mark").count()).toBe(0);
    await go(`${team}/results`);
    expect(await page.textContent("h1")).toBe("This page belongs to a team");
    await page.locator("main form button").first().click();
    await page.waitForSelector("#grid");
    await expectAccessible(page);
  });

  it("reads a pasted quiz at once: what failed, the common wrong answer, what each student missed", async () => {
    await page.fill("#title", quiz!.title);
    await page.fill("#on", quiz!.date);
    await page.fill("#grid", grid(quiz));
    await page.click("text=Read it");
    await page.waitForSelector("text=What each student missed");
    expect(await page.locator("main table").first().locator("tbody tr").count()).toBe(quiz!.items.length);
    expect(await page.textContent("main")).toMatch(/items? failed with \d+ students present/);
    expect(await page.textContent("main")).toMatch(/[A-D], \d+ times/);
    await expectAccessible(page);
  });

  it("sets a goal whose baseline comes from the results, for every subgroup alike", async () => {
    await page.click("text=Set a goal from this");
    await expectAccessible(page);
    await page.click("text=Set this goal");
    await page.waitForSelector("text=Baseline");
    expect(await page.textContent("main")).toMatch(/\d+ of \d+ \(\d+\s%\)/);
    await expectAccessible(page);
  });

  it("drafts who needs what in two presses, edits and agrees", async () => {
    await page.click(`text=${quiz!.title}`);
    await page.click("main >> text=Who needs what");
    await page.click("text=Draft it");
    await page.waitForSelector("text=We agree on this");
    await expectAccessible(page);
    const first = page.locator(".needs section").first();
    const student = (await first.locator("input[type=checkbox]").first().inputValue()) as string;
    await first.locator("input[type=checkbox]").first().uncheck();
    await first.locator("select[name^=by]").selectOption({ index: 1 });
    await page.click("text=We agree on this");
    await page.waitForSelector("text=Agreed.");
    const kept = page.locator(".needs section").first();
    expect(await kept.locator(`input[value="${student}"]`).count()).toBe(0);
    expect(await kept.locator("select[name^=by]").inputValue()).not.toBe("");
  });

  it("holds a meeting on one shared screen; a killed process loses nothing", async () => {
    await page.click("text=Back to the meeting");
    await page.selectOption("select[name=protocol]", "org.collegium/notice-wonder@1");
    await page.click("text=Take it");
    await page.waitForSelector("text=Protocol: Notice and wonder: data");
    await expectAccessible(page);
    await page.click("text=Open the meeting");
    await page.waitForSelector("[data-live=now]");
    await expectAccessible(page);
    await page.fill("#note", "Norm for today: hear all voices.");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=hear all voices");
    await until("step 1 of");
    const before = await page.textContent("[data-live=now] .soft");
    const address = page.url().slice(platform.address.length);
    await platform.kill("SIGKILL");
    platform = await startPlatform([], data);
    await go(address);
    expect(await page.textContent("[data-live=now] .soft")).toBe(before);
    expect(await page.textContent("main")).toContain("hear all voices");
  });

  it("is live on a second device, which never hears of a private note before the reveal", async () => {
    const member = page.locator("header .viewer");
    const me = (await member.textContent())?.replace("You: ", "");
    const other = await browser.newContext({ locale: "en-US" });
    const phone = await other.newPage();
    const traffic: string[] = [];
    phone.on("response", async (response) => traffic.push(await response.text().catch(() => "")));
    await phone.goto(`${platform.address}${team}/results`);
    const colleague = phone
      .locator("main form button")
      .filter({ hasNotText: me as string })
      .first();
    await colleague.click();
    await phone.waitForSelector("#grid");
    await phone.goto(page.url());
    const hidden = async () => (await page.textContent("label[for=note]"))?.includes("own") ?? false;
    for (let presses = 0; presses < 30 && !(await hidden()); presses++) {
      if (!/step \d+ of/.test((await page.textContent("[data-live=now]")) ?? "")) break;
      await space();
    }
    expect(await hidden(), "the protocol has a step of private writing").toBe(true);
    await page.fill("#note", "canary-in-private");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=canary-in-private");
    await phone.waitForTimeout(500);
    expect(traffic.join("")).not.toContain("canary-in-private");
    expect(await phone.textContent("main")).not.toContain("canary-in-private");
    await until("Next steps");
    await phone.waitForSelector("[data-live=now]:has-text('Next steps')");
    await other.close();
  });

  it("agrees an action, hears plus and delta, and closes", async () => {
    await page.fill("[name=when]", "my 3rd period begins");
    await page.fill("[name=will]", "reteach ratio tables");
    await page.click("button:has-text('Agree')");
    await page.waitForSelector("text=when my 3rd period begins, reteach ratio tables");
    await space();
    await page.click("text=Close the meeting");
    await page.waitForSelector("text=The meeting is over.");
    expect(await page.textContent("main")).toContain("1 action agreed");
    await page.click("text=Approve these minutes");
    await page.waitForSelector("text=Minutes approved.");
    await expectAccessible(page);
  });

  it("takes a roster with three changed rows as a change, and still names the right people", async () => {
    const users = toOneRosterFiles(district)["users.csv"] as string;
    const lines = users.split("\r\n");
    const students = lines.flatMap((line, index) => (/^student-/.test(line) ? [index] : [])).slice(0, 3);
    for (const index of students)
      lines[index] = (lines[index] as string).replace(/,([A-Z][a-z]+),([A-Z][a-z]+),/, ",$1,Changedname,");
    writeFileSync(join(folder, "roster", "users.csv"), lines.join("\r\n"));
    await platform.kill("SIGTERM");
    platform = await startPlatform(["--roster", join(folder, "roster")], data);
    expect(platform.output()).toContain("Changed since the last import");
    await go(`${team}`);
    expect(await page.textContent("main")).toContain("1 open promise");
    expect(await page.textContent("main")).toContain("reteach ratio tables");
  });

  it("prepares the next meeting in one press; its agenda opens with promises and re-checks", async () => {
    await go(`${team}/results`);
    await page.fill("#title", recheck!.title);
    await page.fill("#on", recheck!.date);
    await page.fill("#grid", grid(recheck));
    await page.click("text=Read it");
    await page.waitForSelector("text=What each student missed, text=Who is it").catch(() => undefined);
    await go(team);
    await page.click("button:has-text('Prepare')");
    await page.waitForSelector("caption:has-text('Agenda')");
    const items = await page.locator("main table tbody tr td:first-child > strong").allTextContents();
    expect(items.slice(0, 2)).toEqual([
      "What we promised last time",
      "Re-checks: did the students get there?",
    ]);
    const minutes = (await page.locator("main table tbody tr td.number").allTextContents()).map(Number);
    expect(minutes.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(45);
    await page.click("text=Open the meeting");
    await page.waitForSelector("[data-live=panel]");
    await page.click("button:has-text('done')");
    await page.waitForSelector("[data-live=panel] .tag.good");
    await until("Re-checks");
    await expectAccessible(page);
    await page.click("text=Close the meeting");
    await page.waitForSelector("text=The meeting is over.");
  });

  it("reflects: the new measure beside the target, what became of each promise, what was learned", async () => {
    await go(`${team}/reflection`);
    const text = (await page.textContent("main")) ?? "";
    expect(text).toMatch(/Baseline/);
    expect(text).toContain("reteach ratio tables");
    expect(text).toContain("done");
    await expectAccessible(page);
    await page.fill("#learned", "Tables first, then the graph.");
    await page.click("text=Go on with a changed plan");
    await page.waitForSelector(".loop");
    expect(await page.textContent(".loop [aria-current]")).toContain("Focus");
  });
});
