import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
/** Browser tests are skipped where there is no browser; CI must have one. */
export const noBrowser = !existsSync(CHROMIUM) && process.env["CI"] !== "true";

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

/** Debian's Chromium without any traffic of its own. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** No accessibility fault that a machine can find stands on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Its style sheet too.
  await page.waitForLoadState("load");
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run(document, { runOnly: { type: "tag", values: tags } });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
  expect(faults, page.url()).toEqual([]);
}
