import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type AnyDefinition,
  checkSchemas,
  conformanceCases,
  exportSchemas,
  type JsonSchemaObject,
  scaffoldDocument,
  sentence,
  toJsonSchema,
} from "@collegium/schema";
import { type Command, Misused, text } from "../command.js";
import { writeWhole } from "../files.js";
import { documentsFlag, type KeptDocument, keptDocuments } from "../own-documents.js";
import { DIGESTS, storedFaults, withNewDigests } from "../stored-documents.js";

/** `collegium schema check`: whether any document breaks one that was published. */
export const schemaCheck: Command = {
  name: "schema check",
  says: "compare every document with each committed published schema, and open every stored document",
  flags: {
    against: {
      type: "string",
      value: "DIR",
      says: "folder of published schemas; the documents' own where absent",
    },
    documents: documentsFlag,
    json: { type: "boolean", says: "the answer as JSON" },
  },
  async run(call, terminal) {
    const kept = await keptDocuments(call);
    const folder = text(call, "against");
    if (folder !== undefined && !existsSync(folder)) throw new Misused(`There is no folder ${folder}.`);
    const committed = folder === undefined ? await committedSchemas(kept) : await schemasIn(folder);
    const report = checkSchemas(
      kept.map(({ definition }) => definition),
      committed,
    );
    const stored = (
      await Promise.all(kept.map(({ folder: at, definition }) => storedFaults(at, definition)))
    ).flat();
    const lines = report.checks.flatMap(({ verdict, level = "", sentence: says, findings }) => [
      `${verdict.padEnd(12)} ${level.padEnd(8)} ${says}`,
      ...findings.map((one) => `    ${one.sentence}`),
    ]);
    const faults = stored.map((says) => `${"breaking".padEnd(12)} ${"".padEnd(8)} ${says}`);
    terminal.out(
      call.flags["json"]
        ? JSON.stringify({ ...report, stored }, undefined, 2)
        : [...lines, ...faults].join("\n"),
    );
    return report.compatible && report.exported && stored.length === 0 ? 0 : 1;
  },
};

/** `collegium schema export`: published schemas beside their documents, or all schemas into a folder. */
export const schemaExport: Command = {
  name: "schema export",
  says: "write the JSON Schema of every published document, and the first documents to test a program with",
  flags: {
    out: { type: "string", value: "DIR", says: "write all schemas here, of drafts too, and nothing else" },
    documents: documentsFlag,
  },
  async run(call, terminal) {
    const out = text(call, "out");
    const written: string[] = [];
    for (const document of await keptDocuments(call)) {
      const files = out === undefined ? await published(document) : allVersions(document.definition, out);
      for (const { path, content } of files) {
        await mkdir(dirname(path), { recursive: true });
        await writeWhole(path, content);
        written.push(path);
      }
      if (out === undefined) await keepDigests(document);
    }
    terminal.err(`${written.length} files written.`);
    return 0;
  },
};

/** From now on nobody edits what is stored. */
async function keepDigests({ folder, definition }: KeptDocument): Promise<void> {
  if (definition.options.stability === "draft") return;
  for (const version of definition.schemas.keys()) {
    const at = join(folder, "conformance", definition.kind, `v${version + 1}`);
    const digests = await withNewDigests(at);
    if (Object.keys(digests).length > 0)
      await writeWhole(join(at, DIGESTS), `${JSON.stringify(digests, undefined, 2)}\n`);
  }
}

interface NewFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Its schemas; and where its newest version is published only now, the documents to test a program with. What is there
 * is never written over.
 */
async function published({ folder, definition }: KeptDocument): Promise<NewFile[]> {
  const { kind, options } = definition;
  if (options.stability === "draft") return [];
  const schemas = exportSchemas([definition], await schemasIn(join(folder, "schemas"))).map(
    ({ name, text: content }) => ({ path: join(folder, "schemas", name), content }),
  );
  const isNew = !existsSync(join(folder, "schemas", `${kind}.v${options.version}.json`));
  const conformance = join(folder, "conformance", kind, `v${options.version}`);
  const cases = (isNew ? conformanceCases(definition) : []).map(({ path, text: content }) => ({
    path: join(conformance, path),
    content,
  }));
  return [...schemas, ...cases.filter(({ path }) => !existsSync(path))];
}

function allVersions(definition: AnyDefinition, folder: string): NewFile[] {
  return definition.schemas.map((_, index) => ({
    path: join(folder, `${definition.kind}.v${index + 1}.json`),
    content: `${JSON.stringify(toJsonSchema(definition, index + 1), undefined, 2)}\n`,
  }));
}

/** `collegium schema new KIND`: a new document's files, ready to be filled in. */
export const schemaNew: Command = {
  name: "schema new",
  says: "the files of a new document: first version, fixture, test and a page of documentation",
  takes: "KIND",
  flags: { out: { type: "string", value: "DIR", says: "where; default the present folder" } },
  async run(call, terminal) {
    const files = scaffoldDocument(call.positionals[0] ?? "");
    if (!files.ok) throw new Misused(files.issues.map(sentence).join(" "));
    const folder = text(call, "out") ?? ".";
    const there = files.value.find(({ path }) => existsSync(join(folder, path)));
    if (there) throw new Misused(`${join(folder, there.path)} is there already.`);
    for (const { path, text: content } of files.value) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeWhole(file, content);
      terminal.err(file);
    }
    return 0;
  },
};

/** Schemas in a folder, also in folders below it; none where there is no such folder. */
async function schemasIn(folder: string): Promise<JsonSchemaObject[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(names.map((name) => schemaFile(join(folder, name))));
}

async function schemaFile(file: string): Promise<JsonSchemaObject> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as JsonSchemaObject;
  } catch {
    throw new Misused(`${file} is no JSON.`);
  }
}

async function committedSchemas(kept: readonly KeptDocument[]): Promise<JsonSchemaObject[]> {
  const folders = [...new Set(kept.map(({ folder }) => join(folder, "schemas")))];
  return (await Promise.all(folders.map(schemasIn))).flat();
}
