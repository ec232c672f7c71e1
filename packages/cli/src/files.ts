import { createHash } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Issue } from "@collegium/schema";
import { Refused } from "./command.js";

const LARGEST = 512 * 1024 * 1024;

/** A file's bytes; a missing or unreadable file is refused in a sentence. */
export async function readBytes(file: string): Promise<Uint8Array> {
  const refuse = (code: string, message: string, hint: string): never => {
    throw new Refused([{ code, path: [file], message, hint }]);
  };
  const found = await stat(file).catch((error: NodeJS.ErrnoException) =>
    error.code === "EACCES"
      ? refuse(
          "not-readable",
          "You may not read this file.",
          "Ask for access, or copy it to a folder of yours.",
        )
      : refuse("missing-file", "There is no such file.", "Check the name and the folder."),
  );
  if (found.isDirectory()) return refuse("is-folder", "This is a folder.", "Name a file in it.");
  if (found.size > LARGEST)
    return refuse("too-large", "The file is larger than 512 MB.", "Export one school's timetable.");
  return readFile(file);
}

/** A JSON file's value; text that is no JSON is refused with its line. */
export async function readJson(file: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(file)).replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    const line = text.slice(0, position).split("\n").length;
    throw new Refused([
      {
        code: "not-json",
        path: [file],
        message: `This is not JSON: line ${line}.`,
        hint: "Check commas, quotes and brackets.",
      },
    ]);
  }
}

/**
 * Whether a file may be written, asked before long work: never over a file that is read, and only into a folder that
 * exists. Answers whether one of that name is there already.
 */
export async function mayWrite(file: string, inputs: readonly (string | undefined)[]): Promise<boolean> {
  const refuse = (code: string, message: string, hint: string): never => {
    throw new Refused([{ code, path: [file], message, hint }]);
  };
  if (inputs.some((input) => input !== undefined && resolve(input) === resolve(file)))
    return refuse("same-file", "This file is read here, so it is not written over.", "Name another file.");
  if (!(await stat(dirname(resolve(file))).catch(() => undefined))?.isDirectory()) return refuse(...noFolder);
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return refuse("is-folder", "This is a folder.", "Name a file in it.");
  return found !== undefined;
}

const noFolder = ["missing-folder", "The folder for this file does not exist.", "Create it first."] as const;

/** Writes a file whole or not at all. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const draft = `${file}.${createHash("sha256").update(`${process.pid}${file}`).digest("hex").slice(0, 8)}.part`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      const [code, message, hint] = noFolder;
      throw new Refused([{ code, path: [file], message, hint }]);
    }
    throw error;
  }
}

/** The value of a result, or its issues as a refusal. */
export function accepted<T>(result: { ok: true; value: T } | { ok: false; issues: readonly Issue[] }): T {
  if (!result.ok) throw new Refused(result.issues);
  return result.value;
}
