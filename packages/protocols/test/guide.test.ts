import { readFileSync } from "node:fs";
import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { checkProtocol, definitionShape, fitReport, runCommandTypes, simulateRun } from "../src/index.js";

const guide = (name: string) =>
  readFileSync(new URL(`../../../docs/guides/${name}.md`, import.meta.url), "utf8");

it("guides to a protocol that passes the check as it stands, fits and runs", () => {
  const page = guide("write-a-protocol");
  const json: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!);
  const checked = checkProtocol(json);
  expect(checked).toMatchObject({ ok: true, warnings: [] });
  const protocol = unwrap(checked);
  expect(fitReport(protocol, 15, 6)).toMatchObject({ fits: true, total: 15 });
  expect(simulateRun(protocol, { group: 6, seed: 1 })?.invariants.every(({ held }) => held)).toBe(true);
  const fields = Object.keys(definitionShape.steps.element.shape);
  for (const [, field] of page.matchAll(/^\| `(\w+)` \|/gm)) expect(fields).toContain(field);
});

it("names every command in the guide for products", () => {
  const page = guide("run-a-protocol-in-your-app");
  for (const type of runCommandTypes) expect(page).toContain(`\`${type}\``);
});
