import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { diffRoster, type ReadRoster, type Roster, type RosterDiff, readRoster } from "@collegium/exchange";
import { sentence } from "@collegium/schema";
import { type Command, Misused, Refused, text } from "../command.js";
import { accepted, writeWhole } from "../files.js";

const LAST = ".collegium/roster.json";

/** `collegium roster import`: what a roster holds, what in it was refused and why, and what changed since last time. */
export const rosterImport: Command = {
  name: "roster import",
  says: "read a roster (OneRoster CSV or Ed-Fi XML in a folder); the second time, say what changed",
  takes: "PATH",
  flags: {
    accept: { type: "boolean", says: "take it although more than a fifth of something is gone" },
    last: { type: "string", value: "FILE", says: `where the last import is kept; default ${LAST}` },
    json: { type: "boolean", says: "the answer as JSON" },
  },
  async run(call, terminal) {
    const folder = call.positionals[0];
    if (folder === undefined) throw new Misused("Name the folder of the roster.");
    const read = await readRoster(await filesOf(folder));
    const value = accepted(read);
    if (read.ok) for (const warning of read.warnings.slice(0, 20)) terminal.err(sentence(warning));
    const file = text(call, "last") ?? LAST;
    const before = await lastRoster(file);
    const diff = before && diffRoster(before, value.roster, { accept: call.flags["accept"] === true });
    const changes = diff && accepted(diff);
    await mkdir(dirname(file), { recursive: true });
    await writeWhole(file, JSON.stringify(value.roster));
    terminal.out(
      call.flags["json"] ? JSON.stringify(answer(value, changes), undefined, 2) : summary(value, changes),
    );
    return 0;
  },
};

async function filesOf(folder: string) {
  const refuse = (message: string): never => {
    throw new Refused([
      { code: "missing-folder", path: [folder], message, hint: "Name the folder with the roster's files." },
    ]);
  };
  const found = await stat(folder).catch(() => refuse("There is no such folder."));
  if (!found.isDirectory()) return refuse("This is a file.");
  const names = (await readdir(folder)).filter((name) => /\.(csv|xml)$/i.test(name)).sort();
  return names.map((name) => ({ name, content: createReadStream(join(folder, name)) }));
}

async function lastRoster(file: string): Promise<Roster | undefined> {
  const saved = await readFile(file, "utf8").catch(() => undefined);
  return saved === undefined ? undefined : (JSON.parse(saved) as Roster);
}

/** Counts, refused rows and changes; never a value of the roster itself. */
function answer({ counts, refused, refusedInAll, roster }: ReadRoster, diff: RosterDiff | undefined) {
  return { source: roster.source, files: counts, refused, refusedInAll, ...(diff ? { diff } : {}) };
}

function summary({ counts, refused, refusedInAll }: ReadRoster, diff: RosterDiff | undefined): string {
  const width = Math.max(4, ...counts.map(({ file }) => file.length));
  const lines = counts.map(
    ({ file, taken, refused }) => `  ${file.padEnd(width)}  ${taken} taken, ${refused} refused`,
  );
  if (refusedInAll > 0) lines.push("", `${refusedInAll} rows refused:`);
  for (const { file, record, column, reason } of refused.slice(0, 20)) {
    lines.push(`  ${file}, record ${record}${column === undefined ? "" : `, column ${column}`}: ${reason}`);
  }
  if (diff)
    lines.push(
      "",
      diff.same ? "Nothing has changed since the last import." : "Changed since the last import:",
    );
  for (const [name, part] of Object.entries(diff?.parts ?? {})) {
    const { added, ended, changed } = part;
    if (added.length + ended.length + changed.length === 0) continue;
    lines.push(`  ${name}: ${added.length} added, ${ended.length} ended, ${changed.length} changed`);
  }
  return lines.join("\n");
}
