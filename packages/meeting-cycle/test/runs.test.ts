import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Grant } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  type AnyMeetingCommand,
  decideMeeting,
  evolveMeeting,
  type MeetingEvent,
  newMeeting,
  viewMeeting,
} from "../src/index.js";

/** A meeting as a program in any language can repeat it; see docs/spec/conformance.md. */
interface Transcript {
  readonly because: string;
  readonly commands: {
    readonly who: { readonly person: string; readonly at: string; readonly handle?: string };
    readonly command: AnyMeetingCommand;
    answer?: string;
  }[];
  readonly views: {
    readonly after: number;
    readonly viewer: { readonly person: string; readonly handle: string };
    readonly grant: Grant;
    view?: unknown;
  }[];
}

const folder = new URL("../conformance/meeting/v1/runs/", import.meta.url);
const names = readdirSync(folder).sort();

/** Versions and ids of revealed notes are each program's own, and so is the order of notes. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (name === "version") return [];
    if (name !== "notes" || !Array.isArray(inner)) return [[name, comparable(inner)]];
    const notes = inner.map(({ id: _, ...note }) => comparable(note) as object);
    return [[name, notes.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))]];
  });
  return Object.fromEntries(fields);
}

function play({ commands, views }: Transcript) {
  let state = newMeeting;
  let version = 0;
  const answers: string[] = [];
  const found: unknown[] = [];
  const look = () => {
    views.forEach(({ after, viewer, grant }, index) => {
      const view = after === answers.length ? viewMeeting(state, viewer, grant) : undefined;
      if (after === answers.length) found[index] = comparable(JSON.parse(JSON.stringify(view ?? null)));
    });
  };
  look();
  for (const { who, command } of commands) {
    const decided = decideMeeting(state, command, who);
    answers.push(decided.ok ? "taken" : decided.rejection.code);
    for (const event of decided.ok ? decided.events : []) {
      version++;
      const envelope = {
        districtId: "d",
        stream: "meeting:m1",
        version,
        at: who.at,
        commandId: command.commandId,
      };
      const by = event.handle === undefined ? { actor: who.person } : {};
      state = evolveMeeting(state, { ...envelope, ...by, ...event } as MeetingEvent);
    }
    look();
  }
  return { answers, views: found };
}

describe.each(names)("%s", (name) => {
  const file = new URL(name, folder);
  const transcript: Transcript = JSON.parse(readFileSync(file, "utf8"));
  const played = play(transcript);
  // UPDATE_RUNS=1 writes what this implementation answers and shows.
  if (process.env["UPDATE_RUNS"]) {
    transcript.commands.forEach((one, index) => {
      one.answer = played.answers[index]!;
    });
    transcript.views.forEach((one, index) => {
      one.view = played.views[index];
    });
    writeFileSync(file, `${JSON.stringify(transcript, null, 2)}\n`);
  }

  it("gives each command its answer", () => {
    expect(played.answers).toEqual(transcript.commands.map(({ answer }) => answer));
  });

  it("shows each viewer what they may see, and no more", () => {
    expect(transcript.views.length).toBeGreaterThan(1);
    // A program may show more fields than these, but no other note, vote or person.
    expect(played.views).toMatchObject(transcript.views.map(({ view }) => view));
  });
});
