// Makes the pictures of the README from the running platform: node scripts/pictures.mjs
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const data = mkdtempSync(join(tmpdir(), "collegium-pictures-"));
const platform = spawn(process.execPath, ["scripts/start.mjs", "--port", "0", "--data", data], {
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise((found) => {
  let said = "";
  platform.stdout.on("data", (chunk) => {
    said += chunk;
    const match = /http:\/\/localhost:\d+/.exec(said);
    if (match) found(match[0]);
  });
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 }, locale: "en-US" });
  mkdirSync("docs/pictures", { recursive: true });
  await page.goto(`${address}/plan?team=grade-7`);
  await page.selectOption("#seconds", "10");
  await page.click("form[action='/plan'] button[type=submit]");
  await page.waitForSelector("main details", { timeout: 60_000 });
  await page.screenshot({ path: "docs/pictures/plan.png" });
  await page.goto(`${address}/teams/grade-7/results`);
  await page.locator("main form button").first().click();
  await page.waitForSelector("#grid");
  await page.goto(`${address}/teams/grade-7/results?example=1`);
  await page.locator("form[action$=results] button").last().click();
  await page.waitForSelector("h2");
  await page.screenshot({ path: "docs/pictures/results.png" });
} finally {
  await browser.close();
  platform.kill();
  rmSync(data, { recursive: true, force: true });
}
