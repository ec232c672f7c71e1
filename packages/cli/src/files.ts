import { createHash } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Issue } from "@collegium/schema";
import { Refused, refusal } from "./command.js";

const LARGEST = 512 * 1024 * 1024;

const folder = [
  { en: "This is a folder.", es: "Esto es una carpeta." },
  { en: "Name a file in it.", es: "Nombre un archivo de ella." },
] as const;
const noFolder = [
  { en: "The folder for this file does not exist.", es: "La carpeta de este archivo no existe." },
  { en: "Create it first.", es: "Créela primero." },
] as const;

/** A file's bytes; a missing or unreadable file is refused in a sentence. */
export async function readBytes(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EACCES")
      throw refusal(
        "not-readable",
        [file],
        { en: "You may not read this file.", es: "Usted no puede leer este archivo." },
        {
          en: "Ask for access, or copy it to a folder of yours.",
          es: "Pida acceso, o cópielo a una carpeta suya.",
        },
      );
    throw refusal(
      "missing-file",
      [file],
      { en: "There is no such file.", es: "No existe ese archivo." },
      { en: "Check the name and the folder.", es: "Revise el nombre y la carpeta." },
    );
  });
  if (found.isDirectory()) throw refusal("is-folder", [file], ...folder);
  if (found.size > LARGEST)
    throw refusal(
      "too-large",
      [file],
      { en: "The file is larger than 512 MB.", es: "El archivo ocupa más de 512 MB." },
      { en: "Export one school's timetable.", es: "Exporte el horario de una sola escuela." },
    );
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
    throw refusal(
      "not-json",
      [file],
      { en: `This is not JSON: line ${line}.`, es: `Esto no es JSON: línea ${line}.` },
      { en: "Check commas, quotes and brackets.", es: "Revise comas, comillas y corchetes." },
    );
  }
}

/**
 * Whether a file may be written, asked before long work: never over a file that is read, and only into a folder that
 * exists. Answers whether one of that name is there already.
 */
export async function mayWrite(file: string, inputs: readonly (string | undefined)[]): Promise<boolean> {
  if (inputs.some((input) => input !== undefined && resolve(input) === resolve(file)))
    throw refusal(
      "same-file",
      [file],
      {
        en: "This file is read here, so it is not written over.",
        es: "Este archivo se lee aquí, así que no se escribe encima.",
      },
      { en: "Name another file.", es: "Nombre otro archivo." },
    );
  if (!(await stat(dirname(resolve(file))).catch(() => undefined))?.isDirectory())
    throw refusal("missing-folder", [file], ...noFolder);
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) throw refusal("is-folder", [file], ...folder);
  return found !== undefined;
}

/** Writes a file whole or not at all. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const draft = `${file}.${createHash("sha256").update(`${process.pid}${file}`).digest("hex").slice(0, 8)}.part`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw refusal("missing-folder", [file], ...noFolder);
    throw error;
  }
}

/** The value of a result, or its issues as a refusal. */
export function accepted<T>(result: { ok: true; value: T } | { ok: false; issues: readonly Issue[] }): T {
  if (!result.ok) throw new Refused(result.issues);
  return result.value;
}
