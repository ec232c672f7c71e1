import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { readTimetable } from "@collegium/exchange";
import { commonPeriods, weekGrid } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, noBrowser, openBrowser } from "../../../scripts/test/browser.js";

describe.skipIf(noBrowser)("a timetabler with the page", () => {
  let server: ChildProcess;
  let address: string;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = spawn(process.execPath, ["page/server.mjs"], {
      cwd: "examples/planning-time",
      env: { ...process.env, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    address = await new Promise((found) => {
      server.stdout?.on("data", (chunk) => found(/http:\S+/.exec(String(chunk))?.[0] ?? ""));
    });
    browser = await openBrowser();
    page = await browser.newPage({ locale: "en-US" });
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(address);
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill();
  });

  it("opens a school by keyboard and shows its week and who shares time", async () => {
    await expectAccessible(page);
    await page.focus("#example");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#school-title");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("school-title");
    expect(await page.locator("#school .week tbody td").count()).toBe(35);
    await page.selectOption("#shown", { index: 12 });
    expect(await page.textContent(".week")).toMatch(/\(/);
    await expectAccessible(page);
  });

  it("says at once what no search can give", async () => {
    await page.fill("#blocks-0", "9");
    await page.press("#blocks-0", "Tab");
    await page.waitForSelector("#school .note:has-text('wants 9 blocks, at most 1 a day, and only 5 days')");
    await page.fill("#blocks-0", "3");
    await page.press("#blocks-0", "Tab");
    await page.waitForSelector("#school .note", { state: "detached" });
    expect(await page.inputValue("#blocks-0")).toBe("3");
    await expectAccessible(page);
  });

  it("asks who covers, what is better and when, by keyboard, and counts anew what the week allows", async () => {
    await page.focus("#wishes > summary");
    await page.keyboard.press("Enter");
    await page.press("#cover-add", "Enter");
    expect(await page.locator(".covering li").count()).toBe(1);
    await page.fill(".covering input", "3");
    await page.press("#up-cover", "Enter");
    await page.press("#up-cover", "Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("up-cover");
    expect(await page.textContent("#status")).toBe("Cover: now 3 of 6");
    expect(await page.locator(".terms li strong").allTextContents()).toEqual([
      "Missing blocks",
      "Unevenness",
      "Cover",
      "Moved periods",
      "People touched",
      "Blocks at avoided times",
    ]);
    const [first] = await page.locator("#wish-times td button").evaluateAll((all) => all.map(({ id }) => id));
    await page.press(`#${first}`, "Enter");
    expect(await page.getAttribute(`#${first}`, "aria-label")).toBe("Monday 1: avoided");
    await page.press(`#${first}`, "Enter");
    expect(await page.getAttribute(`#${first}`, "aria-label")).toBe("Monday 1: closed");
    // With four closed days a team can have one block: the counts above follow the wishes.
    const most = () => page.locator("#school tbody tr").first().locator("td").last().textContent();
    const before = await most();
    for (const button of await page.locator("#wish-times td button").all()) {
      const label = (await button.getAttribute("aria-label")) ?? "";
      if (label.startsWith("Friday") || label.endsWith("closed")) continue;
      await button.click();
      await button.click();
    }
    await page.waitForSelector("#school .note:has-text('wants 3 blocks')");
    expect([before, await most()]).toEqual([expect.not.stringMatching("≤ 1"), "≤ 1"]);
    await expectAccessible(page);
    await page.selectOption("#objective-how", "weights");
    expect(await page.inputValue("#weight-missing")).toBe("50");
    await expectAccessible(page);
    await page.click("#example");
    await page.waitForSelector("#wishes:not([open])");
    expect(await page.locator(".covering li").count()).toBe(0);
  });

  it("finds blocks while one watches, and is accessible with the answer", async () => {
    await page.focus("#start");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#progress:has-text('30 of 30 blocks')");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#answer-title");
    await page.waitForSelector("#answer:not([aria-busy])");
    expect(await page.textContent("#answer-title")).toMatch(/^30 of 30 blocks, \d+ periods moved/);
    expect(await page.textContent(".week")).toMatch(/was:|\(/);
    await expectAccessible(page);
  });

  it("says below the proof what nobody proved, and shows no cover where nobody covers", async () => {
    expect(await page.textContent("#answer")).toContain("Nothing is proven about how many teachers");
    expect(await page.locator("#cover-answer").count()).toBe(0);
  });

  it("keeps a lesson where it is and goes on from the plan", async () => {
    const keep = page.locator(".change button[aria-label^='Keep']").first();
    const label = (await keep.getAttribute("aria-label")) ?? "";
    await keep.click();
    expect(await page.locator(".pins li").count()).toBe(1);
    await page.click("#start");
    await page.waitForSelector("#stop");
    await page.waitForTimeout(500);
    await page.click("#stop");
    await page.waitForSelector("#start");
    await page.waitForSelector("#answer:not([aria-busy])");
    const labels = await page
      .locator(".change button[aria-label^='Keep']")
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label")));
    expect(labels).not.toContain(label);
  });

  it("saves the school's own file with the plan in it, and the list", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("text=Save the changed file"),
    ]);
    expect(download.suggestedFilename()).toBe("planned-example.xml");
    const { timetable } = unwrap(await readTimetable(readFileSync(await download.path())));
    const title = (await page.textContent("#answer-title")) ?? "";
    const grid = weekGrid(timetable);
    const cards = await page.locator(".cards li").count();
    expect(Number(title.split(" ")[0])).toBeGreaterThan(cards);
    const meeting = timetable.lessons.find(({ kind }) => kind === "meeting");
    const members = meeting?.resources.filter(
      (id) => timetable.resources.find((r) => r.id === id)?.kind === "teacher",
    );
    expect(commonPeriods(grid, members ?? []).length).toBeGreaterThanOrEqual(3);
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.click("text=Save the moves as CSV"),
    ]);
    const rows = readFileSync(await csv.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(rows[0]).toBe("\uFEFFchange,step,lesson,students,teachers,periods,from,to,room,gives");
    expect(rows).toHaveLength(1 + (await page.locator(".change button[aria-label^='Keep']").count()));
    const [list] = await Promise.all([page.waitForEvent("download"), page.click("text=Save the list")]);
    expect(readFileSync(await list.path(), "utf8")).toContain("Who teaches when, before and after");
  });

  it("refuses what is no timetable in a sentence, and opens a zipped schedule", async () => {
    const send = (name: string, buffer: Buffer) =>
      page.setInputFiles("#timetable", { name, mimeType: "application/octet-stream", buffer });
    await send("holiday.xml", Buffer.from("<pony/>"));
    await page.waitForSelector("#refused .bad");
    expect(await page.textContent("#refused")).toContain("neither XHSTT nor FET");
    expect(await page.locator("#school section").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("refused");
    await send("week.xlsx", Buffer.from("PK\u0003\u0004 and so on"));
    await page.waitForSelector("#refused:has-text('(.xlsx)')");
    expect(await page.textContent("#refused")).toContain("save the sheet as CSV");
    await page.click("#language");
    expect(await page.textContent("#refused")).toContain("guarde la hoja como CSV");
    await page.click("#language");
    const example = Buffer.from(await (await fetch(`${address}/example.xml`)).arrayBuffer());
    const { gzipSync } = await import("node:zlib");
    await send("school.xml.gz", gzipSync(example));
    await page.waitForSelector("#school-title");
    expect(await page.locator("#refused .bad").count()).toBe(0);
  });

  it("lets a rule of the file go, and takes it back", async () => {
    const text = await (await fetch(`${address}/example.xml`)).text();
    const rule = (id: string) =>
      `<AvoidUnavailableTimesConstraint Id="${id}"><Name>${id}</Name><Required>true</Required><Weight>1</Weight><CostFunction>Linear</CostFunction><AppliesTo><Resources><Resource Reference="t01"/></Resources></AppliesTo><Times/></AvoidUnavailableTimesConstraint>`;
    const ruled = text.replace("<Constraints/>", `<Constraints>${rule("a")}${rule("b")}</Constraints>`);
    expect(ruled).not.toBe(text);
    await page.setInputFiles("#timetable", {
      name: "ruled.xml",
      mimeType: "text/xml",
      buffer: Buffer.from(ruled),
    });
    await page.waitForSelector("#search summary:has-text('(1 kept of 1)')");
    await page.click("#search summary >> nth=0");
    const box = page.locator(".rules input");
    expect(await page.textContent(".rules")).toContain("unavailable times (2)");
    await box.uncheck();
    expect(await page.textContent("#search summary >> nth=0")).toContain("(0 kept of 1)");
    await expectAccessible(page);
    await box.check();
    expect(await page.textContent("#search summary >> nth=0")).toContain("(1 kept of 1)");
  });

  it("lets named teachers cover, and shows who covers what in the list, the weeks and a file", async () => {
    await page.click("#example");
    await page.waitForSelector("#school-title");
    await page.click("#wishes > summary");
    // Everybody may cover, and every lesson that moves is worse than one that is covered.
    for (let left = await page.locator("#cover-teacher option").count(); left > 0; left--)
      await page.click("#cover-add");
    await page.selectOption("#rules", "clashes");
    await page.click("#start");
    await page.waitForSelector("#progress:has-text('30 of 30 blocks')");
    await page.click("#stop");
    await page.waitForSelector("#cover-answer:has-text('Who covers what')");
    await page.waitForSelector("#answer:not([aria-busy])");
    const rows = page.locator("#answer section tbody:has(input[aria-label$='is arranged']) tr");
    expect(await rows.count()).toBeGreaterThan(0);
    const who = (await rows.first().locator("td").first().textContent()) ?? "";
    await page.selectOption("#shown", { label: who });
    expect(await page.textContent(".week")).toContain("covers ");
    await expectAccessible(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Save who covers")]);
    const csv = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(csv).toHaveLength(1 + (await rows.count()));
  });

  it("speaks Spanish in the dark on a phone, without a wide page", async () => {
    const context = await browser.newContext({
      locale: "es-MX",
      colorScheme: "dark",
      viewport: { width: 320, height: 640 },
    });
    const phone = await context.newPage();
    await phone.goto(address);
    await phone.click("#example");
    await phone.waitForSelector("#school-title");
    await phone.click("#start");
    await phone.waitForSelector("#progress:has-text('30 de 30 bloques')");
    await phone.click("#stop");
    await phone.waitForSelector("#answer-title");
    expect(await phone.textContent("#answer-title")).toMatch(/bloques/);
    expect(await phone.textContent("#school")).toContain("lunes");
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(phone);
    await context.close();
  });

  it("logged no error meanwhile", () => {
    expect(errors).toEqual([]);
  });
});
