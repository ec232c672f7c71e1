import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CAMERA, photoOf } from "./photo.js";
import { endVisit, expectAccessible, noBrowser, type Started, startVisit } from "./platform.js";

describe.skipIf(noBrowser)("a team looks at student work", () => {
  let platform: Started;
  let browser: Browser;
  let mine: BrowserContext;
  let page: Page;
  let colleague: Page;
  let meeting: string;
  const heard: string[] = [];
  const kept = () =>
    readdirSync(join(platform.directory, "attachments", "example")).filter((f) => !f.includes("."));
  const figures = () => page.locator(".samples figure");
  const photo = async (words: string) => ({
    name: "IMG_0001.jpg",
    mimeType: "image/jpeg",
    buffer: await photoOf(page, words),
  });
  /** The colour of a place of the first picture, in parts of its size. */
  const colour = (x: number, y: number) =>
    page
      .locator(".samples img")
      .first()
      .evaluate(
        async (image: HTMLImageElement, [across, down]) => {
          await image.decode();
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
          const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
          pen.drawImage(image, 0, 0);
          const at = pen.getImageData(
            canvas.width * (across as number),
            canvas.height * (down as number),
            1,
            1,
          );
          return [...at.data.slice(0, 3)].map((part) => Math.round(part / 64));
        },
        [x, y],
      );

  beforeAll(async () => {
    ({ platform, browser, context: mine, page } = await startVisit());
    await page.goto(`${platform.address}/teams/grade-7/results`);
    await page.locator("main form button").first().click();
    await page.goto(`${platform.address}/teams/grade-7`);
    await page.click("button:has-text('Prepare')");
    await page.selectOption("select[name=protocol]", "org.collegium/notice-wonder-work@1");
    await page.click("text=Take it");
    await page.click("text=Student work to look at");
    meeting = page.url().replace(/\/samples$/, "");
  });
  afterAll(() => endVisit(platform, browser));

  it("takes a photo, covers the name with the keyboard, and keeps nothing the camera wrote", async () => {
    await expectAccessible(page);
    await page.setInputFiles("#camera", await photo("It grows by 3 each time,\nso step 10 has 31 tiles."));
    await page.waitForSelector("#cover canvas:focus");
    expect(await page.getAttribute("#cover canvas", "aria-label")).toContain("0 covered places");
    await page.keyboard.press("Enter");
    expect(await page.getAttribute("#cover canvas", "aria-label")).toContain("1 covered place");
    await expectAccessible(page);
    await page.click("text=Add it");
    await page.waitForSelector("text=Nobody has said that no name can be read");
    await page.check("[name=covered]");
    await page.click("text=Add it");
    await page.waitForSelector(".samples figure");
    expect(await page.textContent(".samples .letter")).toBe("A");
    expect(await colour(0.1, 0.05), "the name strip is black").toEqual([0, 0, 0]);
    expect((await colour(0.95, 0.5))[0], "the work is not").toBeGreaterThan(2);
    const address = await page.getAttribute(".samples img", "src");
    const bytes = await (await page.request.get(`${platform.address}${address}`)).body();
    expect(bytes.toString("latin1")).not.toContain(CAMERA);
    expect(kept()).toHaveLength(1);
  });

  it("covers with the mouse or finger, and refuses what nobody has confirmed, script or not", async () => {
    await page.setInputFiles("#file", await photo("I counted the tiles."));
    await page.waitForSelector("#cover canvas:focus");
    const box = (await page.locator("#cover canvas").boundingBox())!;
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.1, { steps: 3 });
    await page.mouse.up();
    expect(await page.getAttribute("#cover canvas", "aria-label")).toContain("1 covered place");
    await page.check("[name=covered]");
    await page.click("text=Add it");
    await expect.poll(() => figures().count()).toBe(2);
    const token = await page.inputValue("#sample-form [name=token]");
    const post = async (fields: Record<string, string>) => {
      const file = await photo("As it came from the camera");
      return page.request.post(`${meeting}/samples`, {
        multipart: { token, do: "add", deleteOn: "2099-01-01", file, ...fields },
        maxRedirects: 0,
      });
    };
    expect((await post({})).status()).toBe(422);
    expect(kept()).toHaveLength(2);
    // Without script the box says that the name was covered on the paper; place and time are taken out all the same.
    expect((await post({ covered: "yes" })).status()).toBe(303);
    // The page hears of it and shows it by itself, for nothing has been typed there.
    await expect
      .poll(() =>
        figures()
          .count()
          .catch(() => 0),
      )
      .toBe(3);
    const address = await page.locator(".samples img").last().getAttribute("src");
    const bytes = await (await page.request.get(`${platform.address}${address}`)).body();
    expect(bytes.toString("latin1")).not.toContain(CAMERA);
  });

  it("takes words in, but not with the name of one of its students", async () => {
    const roster = await page.goto(`${platform.address}/teams/grade-7/results?example=1`);
    expect(roster?.ok()).toBe(true);
    const [family, given] = /"?([A-Za-z]+), ([A-Za-z]+)/.exec(await page.inputValue("#grid"))!.slice(1);
    await page.goto(`${meeting}/samples`);
    const write = async (text: string) => {
      await page.locator("#sample-form details").evaluate((details: HTMLDetailsElement) => {
        details.open = true;
      });
      await page.fill("[name=text]", text);
      await page.check("[name=covered]");
      await page.click("text=Add it");
    };
    await write(`${given} ${family} thinks that it doubles.`);
    await page.waitForSelector("[role=alert]:has-text('name of one of your students')");
    expect(await page.textContent("[role=alert]")).not.toContain(family);
    await write("The student thinks that it doubles.");
    await expect.poll(() => figures().count()).toBe(4);
    expect(await page.locator(".samples .letter").allTextContents()).toEqual(["A", "B", "C", "D"]);
  });

  it("scores in private: a colleague hears nothing of it before the reveal", async () => {
    await page.fill("#criteria", "Explains the pattern");
    await page.click("text=Score by these");
    await page.waitForSelector("text=Keep my scores");
    await expectAccessible(page);
    const score = async (of: Page, levels: readonly number[], reason: string) => {
      for (const [i, level] of levels.entries()) {
        const field = of.locator("fieldset", { hasText: "Explains the pattern" }).nth(i);
        await field.locator(`input[value="${level}"]`).check();
        await field.locator("[name^=reason]").fill(`${reason} ${i}`);
      }
      await of.click("text=Keep my scores");
      await of.waitForSelector("text=Your scores are kept");
    };
    const me = (await page.locator('header a[href="/people"]').textContent())?.replace("You: ", "");
    const context = await browser.newContext({ locale: "en-US" });
    colleague = await context.newPage();
    colleague.setDefaultTimeout(15_000);
    colleague.on("response", async (response) => heard.push(await response.text().catch(() => "")));
    await colleague.goto(`${platform.address}/teams/grade-7/results`);
    await colleague.locator("main form button").filter({ hasNotText: me! }).first().click();
    await colleague.waitForSelector("#grid");
    await colleague.goto(`${meeting}/samples`);
    expect(await colleague.locator('header a[href="/people"]').textContent()).not.toContain(me!);
    await score(page, [4, 2, 3, 1], "canary-of-my-score");
    await score(colleague, [3, 2, 3, 2], "seen by the other");
    expect(heard.some((text) => text.includes("canary-of-my-score"))).toBe(false);
    expect(await page.textContent("main")).not.toContain("seen by the other");
  });

  it("shows how far the scores agree, where to start talking, and keeps an exemplar", async () => {
    await page.click("text=Show all scores now");
    await page.waitForSelector("text=Do we score alike?");
    const text = (await page.textContent("main")) ?? "";
    expect(text).toContain("Start with A: the scores lie from 3 to 4.");
    expect(text).toContain("All 2 scorers gave the same level on 2 of 4 pieces.");
    expect(text).toContain("never for rating a colleague");
    await colleague.waitForSelector("text=canary-of-my-score");
    await page.fill("[name=score]", "3");
    await page.fill("[name=reason]", "Names the constant step");
    await page.click("button:has-text('Keep'):not(:has-text('scores'))");
    await page.waitForSelector("text=A, level 3");
    await expectAccessible(page);
  });

  it("prints as a packet, works in Spanish, in the dark, on a phone", async () => {
    const phone = await browser.newContext({
      locale: "es-MX",
      colorScheme: "dark",
      viewport: { width: 320, height: 640 },
      storageState: await mine.storageState(),
    });
    const small = await phone.newPage();
    await small.goto(`${meeting}/samples`);
    expect(await small.textContent("h1")).toBe("Trabajos de alumnos");
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(small);
    await phone.close();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#sample-form").isVisible()).toBe(false);
    expect(await page.locator(".samples figure").count()).toBe(4);
    await page.emulateMedia({ media: "screen" });
  });

  it("deletes a sample at once: its bytes are gone from the disk", async () => {
    const before = kept().length;
    await page.click("text=Delete sample B now");
    await expect.poll(() => figures().count()).toBe(3);
    expect(kept()).toHaveLength(before - 1);
  });

  it("is one press away in the meeting, where a note may be called an observation, with a nudge for its author alone", async () => {
    await page.goto(meeting);
    await page.click("text=Open the meeting");
    await page.waitForSelector("[data-live=now]");
    for (let presses = 0; presses < 20 && (await page.locator("[name=tag]").count()) === 0; presses++) {
      await page.click("[data-next]");
      await page.waitForTimeout(250);
    }
    expect(await page.locator("text=Student work to look at").count()).toBe(1);
    await page.fill("#note", "She stopped because it was long");
    await page.selectOption("[name=tag]", "observation");
    await page.keyboard.press("Enter");
    await page
      .locator("#note-form button")
      .click()
      .catch(() => undefined);
    await page.waitForSelector(".nudge");
    await expectAccessible(page);
    await colleague.goto(meeting);
    expect(await colleague.locator(".nudge").count()).toBe(0);
  });
});
