import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { fileAttachments } from "../src/state/attachments.js";

const folder = mkdtempSync(join(tmpdir(), "collegium-attachments-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const kept = fileAttachments(folder);
const bytes = new TextEncoder().encode("student work without a name");

it("keeps bytes under their hash until their day, and nothing of them afterwards", async () => {
  const hash = await kept.put(bytes, { type: "text/plain", deleteOn: "2026-12-18" });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await kept.get(hash)).toEqual(Buffer.from(bytes));
  expect(await kept.typeOf(hash)).toBe("text/plain");
  expect(await kept.deleteDue("2026-12-17")).toEqual([]);
  expect(await kept.deleteDue("2026-12-18")).toEqual([hash]);
  expect(await kept.get(hash)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

it("keeps the same work until the later of two days", async () => {
  const hash = await kept.put(bytes, { type: "text/plain", deleteOn: "2027-01-31" });
  expect(await kept.put(bytes, { type: "text/plain", deleteOn: "2026-12-18" })).toBe(hash);
  expect(await kept.deleteDue("2026-12-20")).toEqual([]);
  await kept.remove(hash);
  expect(await kept.get(hash)).toBeUndefined();
});

it("reads nothing but what it keeps", async () => {
  writeFileSync(join(folder, "secret"), "x");
  expect(await kept.get("../secret")).toBeUndefined();
  expect(await kept.get("secret")).toBeUndefined();
  expect(readFileSync(join(folder, "secret"), "utf8")).toBe("x");
});
