import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnyDefinition, Issue } from "@collegium/schema";

/** Names of stored documents with the digest of their text as it was when they were stored. */
export type Digests = Readonly<Record<string, string>>;

/** The file beside the stored documents of a version that holds their digests. */
export const DIGESTS = "digests.json";

/** What is wrong with the documents stored for one kind: edited, gone, no longer opened, no longer refused. */
export async function storedFaults(folder: string, definition: AnyDefinition): Promise<string[]> {
  const faults: string[] = [];
  for (const version of definition.schemas.keys()) {
    const at = join(folder, "conformance", definition.kind, `v${version + 1}`);
    const digests = await storedDigests(at);
    const names = await storedNames(at);
    const gone = Object.keys(digests).filter((name) => !names.includes(name));
    faults.push(...gone.map((name) => `${join(at, name)} was stored and is gone.`));
    for (const name of names) {
      const text = await readFile(join(at, name), "utf8");
      if (digests[name] !== undefined && digests[name] !== digestOf(text))
        faults.push(`${join(at, name)} was stored and has been edited; store the change under another name.`);
      const fault = faultOf(definition, name, text);
      if (fault !== undefined) faults.push(`${join(at, name)} ${fault}`);
    }
  }
  return faults;
}

/** The digests of a version's folder with those of documents that are new there; old ones stay as they are. */
export async function withNewDigests(at: string): Promise<Digests> {
  const digests = await storedDigests(at);
  const names = (await storedNames(at)).filter((name) => digests[name] === undefined);
  const fresh = await Promise.all(
    names.map(async (name) => [name, digestOf(await readFile(join(at, name), "utf8"))] as const),
  );
  const all = [...Object.entries(digests), ...fresh].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(all);
}

/** `valid/…` and `invalid/…` of a version's folder. */
async function storedNames(at: string): Promise<string[]> {
  const lists = ["invalid", "valid"].map(async (name) => {
    if (!existsSync(join(at, name))) return [];
    const files = (await readdir(join(at, name))).filter((file) => file.endsWith(".json"));
    return files.sort().map((file) => `${name}/${file}`);
  });
  return (await Promise.all(lists)).flat();
}

async function storedDigests(at: string): Promise<Digests> {
  const file = join(at, DIGESTS);
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as Digests) : {};
}

/** Of the text with every line end alike, as version control may change it on the way. */
function digestOf(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}

function faultOf(definition: AnyDefinition, name: string, text: string): string | undefined {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return "is no JSON.";
  }
  if (name.startsWith("valid/")) {
    const read = definition.read(stored);
    return read.ok
      ? undefined
      : `no longer opens: ${read.issues[0]?.code} at ${read.issues[0]?.path.join(".")}.`;
  }
  const { document, code, path } = stored as { document: unknown; code: string; path: Issue["path"] };
  const read = definition.read(document);
  if (read.ok) return "is no longer refused.";
  const said = read.issues.some((issue) => issue.code === code && issue.path.join("/") === path.join("/"));
  return said ? undefined : `is no longer refused for its reason, ${code}.`;
}
