import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  checkSchemas,
  exportSchemas,
  type JsonSchemaObject,
  scaffoldDocument,
  sentence,
  toJsonSchema,
} from "@collegium/schema";
import { type Command, Misused, text } from "../command.js";
import { documents } from "../documents.js";
import { writeWhole } from "../files.js";

/** `collegium schema check`: whether any document breaks one that was published. */
export const schemaCheck: Command = {
  name: "schema check",
  says: "compare every document with each committed published schema: full, backward, forward or none",
  flags: {
    against: {
      type: "string",
      value: "DIR",
      says: "folder of published schemas; the packages' own where absent",
    },
    json: { type: "boolean", says: "the answer as JSON" },
  },
  async run(call, terminal) {
    const folder = text(call, "against");
    const committed = folder === undefined ? await ownSchemas() : await schemasIn(folder);
    const report = checkSchemas(
      documents.map(({ definition }) => definition),
      committed,
    );
    const lines = report.checks.map(
      (check) => `${check.verdict.padEnd(12)} ${check.level ?? ""}  ${check.sentence}`,
    );
    const findings = report.checks.flatMap(({ findings }) => findings.map((one) => `    ${one.sentence}`));
    terminal.out(
      call.flags["json"] ? JSON.stringify(report, undefined, 2) : [...lines, ...findings].join("\n"),
    );
    return report.compatible && report.exported ? 0 : 1;
  },
};

/** `collegium schema export`: published schemas into their packages, or all schemas into a folder. */
export const schemaExport: Command = {
  name: "schema export",
  says: "write the JSON Schema of every published document into its package, or of all documents into a folder",
  flags: { out: { type: "string", value: "DIR", says: "write all documents here, drafts too" } },
  async run(call, terminal) {
    const out = text(call, "out");
    let written = 0;
    for (const { owner, definition } of documents) {
      const folder = out ?? join("packages", owner, "schemas");
      const files =
        out === undefined
          ? exportSchemas([definition], existsSync(folder) ? await schemasIn(folder) : [])
          : definition.schemas.map((_, index) => ({
              name: `${definition.kind}.v${index + 1}.json`,
              text: `${JSON.stringify(toJsonSchema(definition, index + 1), undefined, 2)}\n`,
            }));
      if (files.length > 0) await mkdir(folder, { recursive: true });
      for (const file of files) {
        await writeWhole(join(folder, file.name), file.text);
        written++;
      }
    }
    terminal.err(`${written} schemas written.`);
    return 0;
  },
};

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
    for (const { path, text: content } of files.value) {
      const file = join(folder, path);
      if (existsSync(file)) throw new Misused(`${file} is there already.`);
      await mkdir(join(file, ".."), { recursive: true });
      await writeWhole(file, content);
      terminal.err(file);
    }
    return 0;
  },
};

/** Schemas in a folder, also in folders below it. */
async function schemasIn(folder: string): Promise<JsonSchemaObject[]> {
  if (!existsSync(folder)) throw new Misused(`There is no folder ${folder}.`);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as JsonSchemaObject),
  );
}

async function ownSchemas(): Promise<JsonSchemaObject[]> {
  const folders = [...new Set(documents.map(({ owner }) => join("packages", owner, "schemas")))].filter(
    existsSync,
  );
  return (await Promise.all(folders.map(schemasIn))).flat();
}
