import { gate } from "@collegium/testing";
import { describe, expect, it } from "vitest";
import { laws } from "../nightly/kills.js";
import type { AppendRequest } from "../src/index.js";
import { brokenPromises } from "../verify/promises.js";
import { request } from "./requests.js";

describe("kills", () => {
  for (const law of laws) it(law.name, { timeout: 120_000 }, () => gate(law));
});

describe("the checker of promises", () => {
  const command = (commandId: string, count: number): AppendRequest =>
    request("d", {
      commandId,
      events: Array.from({ length: count }, (_, n) => ({ type: "t", typeVersion: 1, data: n })),
    });
  const commands = [command("a", 2), command("b", 1), command("c", 2)];
  const events = commands.flatMap(({ commandId, events }) =>
    events.map(({ data }) => ({ commandId, data, type: "t", typeVersion: 1 })),
  );
  const found = events.map((event, index) => ({
    districtId: "d",
    stream: "s",
    version: index + 1,
    at: "",
    actor: "p",
    ...event,
  }));
  const record = {
    sent: new Map(commands.map((each) => [each.commandId, each])),
    acknowledged: new Map([
      ["a", found.slice(0, 2)],
      ["b", found.slice(2, 3)],
    ]),
  };

  it("accepts what was promised, and whole commands that were not acknowledged", () => {
    expect(brokenPromises(record, found)).toEqual([]);
    expect(brokenPromises(record, found.slice(0, 3))).toEqual([]);
  });

  it.each([
    ["a lost event", found.slice(0, 2)],
    ["half a command", found.slice(0, 4)],
    ["a gap", found.map((event) => (event.version > 3 ? { ...event, version: event.version + 1 } : event))],
    ["other content", found.map((event) => ({ ...event, data: 7 }))],
    ["a command that acted twice", [...found, { ...found[2]!, version: 6 }]],
    ["an event nobody sent", [...found, { ...found[2]!, version: 6, commandId: "x" }]],
    ["swapped events", [found[1]!, found[0]!, ...found.slice(2)]],
  ])("notices %s", (_, damaged) => {
    expect(brokenPromises(record, damaged)).not.toEqual([]);
  });
});
