import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProtocol } from "@collegium/protocols";
import { expect, it } from "vitest";
import { run } from "./run.js";

const folder = mkdtempSync(join(tmpdir(), "protocol-"));
const file = (name: string, json: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof json === "string" ? json : JSON.stringify(json));
  return path;
};
const text = (en: string) => ({ en });
const step = (id: string, more: object) => ({
  id,
  kind: "write",
  label: text(`Step ${id}`),
  instruction: text("In silence."),
  minutes: { min: 2, max: 4 },
  speaks: { who: "nobody" },
  ...more,
});
/** A protocol as somebody writes it in a text editor. */
const dots = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.example/three-dots@1",
  status: "ready",
  title: text("Three dots"),
  purpose: text("Choose what to fix first."),
  origin: text("Our school."),
  uses: ["decision", "ext:hall-duty"],
  trust: "any",
  group: { min: 3, max: 20 },
  roles: [{ id: "facilitator" }, { id: "participant" }],
  steps: [
    step("ideas", {
      capture: { id: "ideas", label: text("Ideas"), visible: "at-reveal", authorship: "anonymous" },
    }),
    step("read", { kind: "read", reveals: ["ideas"] }),
    step("vote", {
      kind: "vote",
      capture: { id: "dots", label: text("Dots"), visible: "at-reveal", authorship: "anonymous" },
      ballot: { choices: { from: "ideas" }, votes: 3 },
      requires: [{ notes: "ideas" }],
    }),
  ],
  minutesBasis: "confirmed",
  minutesSource: "Held four times at our school.",
};

it("checks, fits, runs and prints a stranger's protocol without any code", async () => {
  const path = file("dots.json", dots);
  expect(await run("protocol", "check", path)).toMatchObject({ code: 0, err: "" });
  const fitted = await run("protocol", "fit", path, "--minutes", "9", "--group", "6", "--json");
  expect(JSON.parse(fitted.out)).toEqual({
    fits: true,
    total: 9,
    steps: [
      { label: "Step ideas", minutes: 3, repeats: 1 },
      { label: "Step read", minutes: 3, repeats: 1 },
      { label: "Step vote", minutes: 3, repeats: 1 },
    ],
    cut: [],
    because: "It takes 9 of the 9 minutes.",
  });
  const ran = await run("protocol", "run", path, "--group", "6", "--seed", "1", "--json");
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('"ballot-cast"');
  expect(ran.out).toContain('{"name":"votes-counted","held":true,"checked":1}');
  expect(await run("protocol", "run", path, "--group", "6", "--seed", "1", "--json")).toEqual(ran);
  const page = await run("protocol", "show", path, "--html", "--group", "6");
  expect(page.out).toMatch(/^<!doctype html>/);
  expect(page.out).toContain("Mark at most 3.");
});

it("names every fault of a protocol with its place, not only the first twenty", async () => {
  const path = file("bad.json", {
    ...dots,
    id: "Three dots",
    title: "Three dots",
    steps: Array.from({ length: 30 }, () => ({ ...dots.steps[0], minutes: 3 })),
  });
  const checked = await run("protocol", "check", path);
  expect(checked.code).toBe(1);
  expect(checked.err).toContain("steps[29].minutes: Expected object.");
  expect(checked.err).toContain("steps[29].id: Another step has this id.");
  expect(checked.err).toContain("id: A protocol's id is a reverse domain");
  const { issues } = JSON.parse((await run("protocol", "check", path, "--json")).out);
  expect(issues.length).toBeGreaterThan(60);
  expect(await run("protocol", "check", file("half.json", '{ "kind": '))).toMatchObject({ code: 1 });
  expect(await run("protocol", "check", join(folder, "nowhere.json"))).toMatchObject({ code: 1 });
  expect(await run("protocol", "check")).toMatchObject({ code: 2 });
});

it("says what would fit where a protocol does not", async () => {
  const fits = (...flags: string[]) =>
    run("protocol", "fit", ...flags, "--json").then(({ out }) => JSON.parse(out));
  const group = await fits("cac", "--minutes", "60", "--group", "12");
  expect(Object.keys(group)).toEqual(["fits", "total", "steps", "cut", "because"]);
  expect(group.because).toBe(
    "It is made for 5 to 10 people; there are 12. With 10 people it needs at least 45 minutes.",
  );
  const sum = (report: { steps: { minutes: number; repeats: number }[] }) =>
    report.steps.reduce((all, { minutes, repeats }) => all + minutes * repeats, 0);
  expect(sum(group)).toBe(group.total);
  const two = await fits("final-word", "--minutes", "33", "--group", "5");
  expect(two).toMatchObject({ fits: false, total: 50 });
  expect(two.because).toContain("With 4 people one sitting would do.");
  expect(await run("protocol", "fit", "final-word", "--minutes", "0", "--group", "5")).toMatchObject({
    code: 2,
  });
  expect(await run("protocol", "fit", "nowhere", "--minutes", "9", "--group", "5")).toMatchObject({
    code: 1,
  });
  expect(await run("protocol", "run", "final-word", "--group", "40")).toMatchObject({
    code: 1,
    err: expect.stringContaining("It is made for 3 to 6 people"),
  });
});

it("shows what the library holds", async () => {
  const listed = await run("protocol", "list", "--json");
  expect(JSON.parse(listed.out)).toHaveLength(33);
  const shown = await run("protocol", "show", "final-word", "--lang", "es");
  expect(shown.out).toContain(findProtocol("final-word")?.title["es"]);
});
