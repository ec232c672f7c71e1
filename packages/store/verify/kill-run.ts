import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import type { StoredEvent } from "@collegium/schema";
import type { AppendRequest } from "../src/index.js";
import type { Line } from "./appender.js";
import { brokenPromises } from "./promises.js";

/** The engine starts sooner when it is compiled less thoroughly. */
const QUICK = "--liftoff-only";

/** What a run of kills found. */
export interface KillReport {
  /** Events whose append was answered. */
  readonly acknowledged: number;
  /** Kills while the program started or recovered. */
  readonly early: number;
  /** Commands sent again because the kill swallowed the answer. */
  readonly retried: number;
  readonly faults: readonly string[];
}

/** Builds a program of this folder and returns its file. Run from the root of the repository. */
export async function buildProgram(name: string): Promise<string> {
  const { bundle } = await import(pathToFileURL("scripts/bundle.mjs").href);
  const outfile = `node_modules/.cache/verify/store-${name}-${process.pid}.mjs`;
  await bundle({ entryPoints: [`packages/store/verify/${name}.ts`], outfile, workspaceOnly: true });
  return outfile;
}

/**
 * Lets the appender write to one folder and kills it `kills` times, at moments drawn by `random`: mostly under load,
 * sometimes while it starts or recovers. Each next one first tells what it found. With `lose`, the last one loses
 * something first.
 */
export async function killRun(options: {
  readonly kills: number;
  readonly random: () => number;
  readonly lose?: boolean;
}): Promise<KillReport> {
  const { kills, random, lose = false } = options;
  const folder = mkdtempSync(join(tmpdir(), "collegium-kills-"));
  const program = await buildProgram("appender");
  const record = {
    sent: new Map<string, AppendRequest>(),
    acknowledged: new Map<string, readonly StoredEvent[]>(),
  };
  const faults: string[] = [];
  let earlyKills = 0;
  let retried = 0;
  try {
    for (let round = 0; round <= kills; round++) {
      const retryFile = join(folder, "retry.json");
      const unanswered = [...record.sent.values()].filter(
        ({ commandId }) => !record.acknowledged.has(commandId),
      );
      retried += unanswered.length;
      writeFileSync(retryFile, JSON.stringify(unanswered));
      const words = [join(folder, "data"), retryFile, `run${round}`, lose && round === kills ? "lose" : ""];
      const child = spawn(process.execPath, [QUICK, program, ...words], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      // The last program only has to tell what it found.
      const early = round < kills && random() < 0.2;
      if (early) {
        earlyKills++;
        killAfter(child, random() * 800);
      }
      faults.push(...(await listen(child, record, early ? undefined : round < kills ? random() * 60 : 0)));
      if (child.signalCode !== "SIGKILL") faults.push(`the program of round ${round} ended by itself`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(program, { force: true });
  }
  const acknowledged = [...record.acknowledged.values()].flat().length;
  return { acknowledged, early: earlyKills, retried, faults };
}

type Record = { sent: Map<string, AppendRequest>; acknowledged: Map<string, readonly StoredEvent[]> };

/** Notes what a program says until it ends, and compares what it found with what was promised before. */
async function listen(child: ChildProcess, record: Record, killAt: number | undefined): Promise<string[]> {
  const found: StoredEvent[] = [];
  let faults: string[] | undefined;
  let answers = 0;
  if (child.stdout === null) throw new Error("The program has no output.");
  for await (const text of createInterface({ input: child.stdout })) {
    const line = parse(text);
    if (line?.kind === "found") found.push(...line.events);
    if (line?.kind === "opened") faults = brokenPromises(record, found);
    if (line?.kind === "sent") record.sent.set(line.request.commandId, line.request);
    if (line?.kind === "refused") record.sent.delete(line.commandId);
    if (line?.kind === "acknowledged") record.acknowledged.set(line.commandId, line.events);
    if (line?.kind === "ready" && killAt === 0) killAfter(child, 0);
    // Counted in answers and a part of one, so that it is under load on a slow machine too.
    if (line?.kind === "acknowledged" && killAt !== undefined && ++answers >= killAt)
      killAfter(child, killAt % 1);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return faults ?? (killAt === undefined ? [] : ["the program never opened its folder"]);
}

function killAfter(child: ChildProcess, milliseconds: number) {
  setTimeout(() => child.kill("SIGKILL"), milliseconds);
}

/** The kill may cut a line short. */
function parse(text: string): Line | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Numbers from a seed, none below `floor`. */
export function randomOf(seed: number, floor = 0): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return floor + (1 - floor) * (state / 2 ** 32);
  };
}
