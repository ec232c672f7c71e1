import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { arrowFaults, importsOf, type Unit } from "./architecture.js";

const architecture = JSON.parse(readFileSync("architecture.json", "utf8"));
const names = readdirSync("packages").filter((name) => existsSync(`packages/${name}/package.json`));
const units: Unit[] = names.map((name) => {
  const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, "utf8"));
  const files = readdirSync(`packages/${name}/src`, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(`packages/${name}/src/${file}`, "utf8") }));
  return {
    name,
    dependencies: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
    imports: files.flatMap(({ file, text }) => importsOf(text).map((specifier) => ({ file, specifier }))),
    texts: files,
  };
});

it("every package is drawn, and every import and dependency follows an arrow that points down", () => {
  expect(arrowFaults(architecture, units)).toEqual([]);
});

it("catches an arrow that points up, an undeclared dependency and a clock in a pure package", () => {
  const unit = (name: string, specifier: string, text = ""): Unit => ({
    name,
    dependencies: ["@collegium/schema"],
    imports: [{ file: "x.ts", specifier }],
    texts: [{ file: "x.ts", text }],
  });
  expect(arrowFaults(architecture, [unit("schema", "@collegium/goals")])).toHaveLength(1);
  expect(arrowFaults(architecture, [unit("goals", "@collegium/evidence")])).toHaveLength(1);
  expect(arrowFaults(architecture, [unit("goals", "node:fs")])).toHaveLength(1);
  expect(
    arrowFaults(architecture, [unit("goals", "@collegium/schema", "const t = Date.now();")]),
  ).toHaveLength(1);
  expect(arrowFaults(architecture, [unit("nobody", "@collegium/schema")])).toHaveLength(1);
});
