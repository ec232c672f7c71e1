// node examples/planning-time/bench/long-tasks.mjs SCHOOL TEAMS [SECONDS] [all|clashes]
// What the page does in tasks of more than 50 ms, press by press; needs Chromium.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [school, teams, seconds = "5", rules = "clashes"] = process.argv.slice(2);
if (!teams) {
  console.error("node examples/planning-time/bench/long-tasks.mjs SCHOOL TEAMS [SECONDS] [all|clashes]");
  process.exit(2);
}
const server = spawn(process.execPath, [fileURLToPath(new URL("../page/server.mjs", import.meta.url))], {
  env: { ...process.env, PORT: "0" },
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise((found) => {
  server.stdout.on("data", (chunk) => found(/http:\S+/.exec(String(chunk))?.[0]));
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ locale: "en-US" });
page.setDefaultTimeout(120_000);
await page.addInitScript(() => {
  globalThis.long = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.long.push(Math.round(duration));
  }).observe({ type: "longtask" });
});
const presses = {
  "loads the page": () => page.goto(address),
  "opens the school": async () => {
    await page.setInputFiles("#teams-file", teams);
    await page.setInputFiles("#timetable", school);
    await page.waitForSelector("#school-title");
  },
  searches: async () => {
    await page.selectOption("#rules", rules);
    await page.selectOption("#seconds", seconds);
    await page.click("#start");
    await page.waitForSelector("#answer-title");
    await page.waitForSelector("#answer:not([aria-busy])");
  },
  "shows a week": () => page.selectOption("#shown", { index: 30 }),
  "shows it as it was": () => page.click("#after"),
  "changes a wish": async () => {
    await page.fill("#blocks-0", "2");
    await page.press("#blocks-0", "Tab");
  },
  "changes the language": () => page.click("#language"),
  "keeps a lesson": () => page.locator(".change button.small").first().click(),
  "saves the file": () => page.locator("#answer .row button").nth(0).click(),
  "saves the moves": () => page.locator("#answer .row button").nth(1).click(),
  "saves the list": () => page.locator("#answer .row button").nth(2).click(),
};
for (const [name, press] of Object.entries(presses)) {
  await press();
  await page.waitForTimeout(500);
  const long = await page.evaluate(() => globalThis.long.splice(0));
  console.log(`${name.padEnd(22)} ${long.length > 0 ? `${long.join(", ")} ms` : "none"}`);
}
await browser.close();
server.kill();
