import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openBrowser } from "../../../scripts/test/browser.js";

export { expectAccessible, noBrowser, openBrowser } from "../../../scripts/test/browser.js";

/** A platform started as a person starts it, on a port and in a data folder of its own. */
export interface Started {
  readonly address: string;
  readonly directory: string;
  readonly output: () => string;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

/** Starts the platform as `npm start` does and waits for its address. */
export async function startPlatform(args: readonly string[] = [], directory = newFolder()): Promise<Started> {
  const child = spawn(process.execPath, ["scripts/start.mjs", "--port", "0", "--data", directory, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stderr.on("data", (chunk) => (output += chunk));
  const address = await new Promise<string>((found, failed) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const match = /http:\/\/localhost:\d+/.exec(output);
      if (match) found(match[0]);
    });
    child.once("exit", (code) => failed(new Error(`The platform ended with ${code}: ${output}`)));
  });
  return { address, directory, output: () => output, kill: (signal) => end(child, signal) };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "collegium-platform-"));
}

export function removeFolder(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once("exit", () => done());
    child.kill(signal);
  });
}

/** One person at a browser of a platform's own. */
export interface Visit {
  readonly platform: Started;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A platform with a generated school, and a first page in a browser that speaks English. */
export async function startVisit(): Promise<Visit> {
  const [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return { platform, browser, context, page };
}

/** Closes all of it, as far as it began. */
export async function endVisit(platform: Started | undefined, browser: Browser | undefined): Promise<void> {
  await browser?.close();
  await platform?.kill("SIGTERM");
  if (platform) removeFolder(platform.directory);
}
