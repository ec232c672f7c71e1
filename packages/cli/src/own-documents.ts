import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { AnyDefinition } from "@collegium/schema";
import { type Call, type Flag, Misused, text } from "./command.js";
import { documents } from "./documents.js";

/** A kind of document with the folder that keeps its `schemas` and its `conformance`. */
export interface KeptDocument {
  readonly folder: string;
  readonly definition: AnyDefinition;
}

/** The flag with which a command works on the caller's documents instead of Collegium's. */
export const documentsFlag: Flag = {
  type: "string",
  value: "MODULE",
  says: "a module of yours that exports documents; their schemas lie in the present folder",
};

/** The documents that a command works on: those of the module that was named, else Collegium's own. */
export async function keptDocuments(call: Call): Promise<readonly KeptDocument[]> {
  const module = text(call, "documents");
  if (module === undefined)
    return documents.map(({ owner, definition }) => ({ folder: ownerFolder(owner), definition }));
  const definitions = await definitionsIn(module);
  return definitions.map((definition) => ({ folder: ".", definition }));
}

/** Every document that a module exports. */
export async function definitionsIn(module: string): Promise<readonly AnyDefinition[]> {
  const file = resolve(module);
  if (!existsSync(file)) throw new Misused(`There is no module ${module}.`);
  const exported = await import(pathToFileURL(file).href).catch((error: Error) => {
    const hint = /\.[cm]?ts$/.test(file) ? " Compile it to JavaScript first." : "";
    throw new Misused(`${module} cannot be loaded: ${error.message.split("\n")[0]}.${hint}`);
  });
  const found = [...new Set(Object.values(exported as object))].filter(isDefinition);
  if (found.length === 0) throw new Misused(`${module} exports no document made with defineDocument.`);
  return found;
}

function isDefinition(value: unknown): value is AnyDefinition {
  return (
    typeof value === "object" && value !== null && "kind" in value && "options" in value && "schemas" in value
  );
}

/** Where a package's folder is: in this repository, else among the installed packages. */
function ownerFolder(owner: string): string {
  const here = join("packages", owner);
  if (existsSync(here)) return here;
  try {
    return dirname(createRequire(import.meta.url).resolve(`@collegium/${owner}/package.json`));
  } catch {
    return here;
  }
}
