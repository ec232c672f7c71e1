import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Grant } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  decideRun,
  evolveRun,
  newRun,
  type ProtocolDefinition,
  planRun,
  type RunCommand,
  type RunPerson,
  type RunState,
  type RunViewer,
  seal,
  viewRun,
} from "../src/index.js";

/** A run as a program in any language can repeat it; see docs/spec/conformance.md. */
interface Transcript {
  readonly because: string;
  /** A file in `valid/`, with these minutes and people, gives the plan of the first command. */
  readonly planned: {
    readonly from: string;
    readonly minutes: Readonly<Record<string, number>>;
    readonly people: readonly RunPerson[];
  };
  readonly commands: { readonly who: Sender; readonly command: RunCommand; answer?: string }[];
  readonly views: {
    /** How many commands had been answered. */
    readonly after: number;
    readonly viewer: RunViewer;
    readonly grant: Grant;
    view?: unknown;
  }[];
}
interface Sender {
  readonly person: string;
  readonly at: string;
  readonly handle?: string;
}

const folder = new URL("../conformance/protocol-definition/v1/", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
const names = readdirSync(new URL("runs/", folder)).sort();

/** What every program must show alike: not its own version numbers and ids of notes, nor the order of notes. */
function comparable(view: unknown): unknown {
  if (view === undefined || view === null) return null;
  const { version: _, notes, ...rest } = JSON.parse(JSON.stringify(view));
  const withoutIds = notes.map(({ id: _id, ...note }: { id: string }) => note);
  const sorted = withoutIds.sort((a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return { ...rest, notes: sorted };
}

/** Sends the commands one by one; yields each answer and each view that is asked for on the way. */
function play({ commands, views }: Transcript) {
  let state: RunState = newRun;
  let version = 0;
  const seen = (count: number) =>
    views.map((one) => (one.after === count ? comparable(viewRun(state, one.viewer, one.grant)) : undefined));
  const answers: string[] = [];
  const found = seen(0);
  for (const { who, command } of commands) {
    const decided = decideRun(state, command, who);
    answers.push(decided.ok ? "taken" : decided.rejection.code);
    if (decided.ok) {
      const stream = { districtId: "d", stream: `run:${command.run}`, version };
      for (const event of seal(decided.events, command, who, stream)) {
        state = evolveRun(state, event);
        version++;
      }
    }
    seen(answers.length).forEach((view, index) => {
      if (view !== undefined) found[index] = view;
    });
  }
  return { answers, views: found };
}

describe.each(names)("%s", (name) => {
  const transcript: Transcript = read(`runs/${name}`);
  const played = play(transcript);
  // UPDATE_RUNS=1 writes what this implementation answers and shows.
  if (process.env["UPDATE_RUNS"]) {
    transcript.commands.forEach((one, index) => {
      one.answer = played.answers[index]!;
    });
    transcript.views.forEach((one, index) => {
      one.view = played.views[index];
    });
    writeFileSync(new URL(`runs/${name}`, folder), `${JSON.stringify(transcript, null, 2)}\n`);
  }

  it("starts from the plan that its definition gives", () => {
    const { from, minutes, people } = transcript.planned;
    const definition = read(`valid/${from}.json`) as ProtocolDefinition;
    const first = transcript.commands[0]!.command as { type: string; plan: object };
    expect(first.type).toBe("start-run");
    expect(planRun(definition, minutes, people)).toMatchObject(first.plan);
  });

  it("gives each command its answer", () => {
    expect(played.answers).toEqual(transcript.commands.map(({ answer }) => answer));
  });

  it("shows each viewer what they may see, and no more", () => {
    expect(transcript.views.length).toBeGreaterThan(1);
    // A program may show more fields than these, but no other note, vote or person.
    expect(played.views).toMatchObject(transcript.views.map(({ view }) => view));
  });
});

it("catches a view that shows a hidden note, and an answer that lets it be changed", () => {
  const transcript: Transcript = read("runs/hidden-until-reveal.json");
  const leaking = structuredClone(transcript);
  const early = leaking.views.find(({ viewer, after }) => viewer.person === "caro" && after === 3)!;
  (early.view as { notes: object[] }).notes.push({ text: "14 of 24 missed item 3" });
  expect(play(leaking).views).not.toEqual(leaking.views.map(({ view }) => view));
  const careless = structuredClone(transcript);
  careless.commands.find(({ answer }) => answer !== "taken")!.answer = "taken";
  expect(play(careless).answers).not.toEqual(careless.commands.map(({ answer }) => answer));
});
