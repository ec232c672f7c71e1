import { createReadStream } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, type Issue, sentence } from "@collegium/schema";
import { openStore } from "@collegium/store";
import { serve } from "@hono/node-server";
import { compose } from "./compose.js";
import { fileAttachments } from "./state/attachments.js";
import type { Schools } from "./state/schools.js";

const help = `npm start -- [options]

  --timetable FILE   open the school of this timetable (XHSTT .xml or .xml.gz, FET .fet, or CSV)
  --schedule FILE    open the school of this master schedule (CSV)
  --roster DIR       bring in a roster: OneRoster CSV files (1.1 or 1.2)
  --edfi DIR         bring in a roster: Ed-Fi XML files
  --match FILE       joins timetable and roster: timetable id, sourcedId
  --accept           take a roster in which more than a fifth is gone
  --example          go back to the generated example school
  --fresh            start over: forget everything kept in the data folder
  --data DIR         where everything is kept (default .collegium/data)
  --port N           default 3000
  --help             this text

Without options the school that was open last is opened; the first time, a generated one.`;

const HOUR = 3_600_000;

/** Starts the platform and answers with an exit code; 0 means it is running. */
export async function start(args: readonly string[]): Promise<number> {
  const options = parse(args);
  if (typeof options === "number") return options;
  const directory = resolve(options.data ?? ".collegium/data");
  if (options.fresh) await rm(directory, { recursive: true, force: true });
  const opened = await openStore({ directory });
  if (!opened.ok) return refuse(opened.issues, 2);
  const store = opened.value;
  const platform = await compose({
    store,
    attachments: (districtId) => fileAttachments(join(directory, "attachments", districtId)),
    assets: new URL("./", import.meta.url),
    now: () => new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  await platform.deleteDue();
  const deleting = setInterval(() => void platform.deleteDue(), HOUR);
  const close = async (code: number) => {
    clearInterval(deleting);
    await store.close();
    return code;
  };
  const file = options.timetable ?? options.schedule;
  if (file !== undefined) {
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) {
      const issue = {
        code: "missing-file",
        path: [file],
        message: "There is no such file.",
        hint: "Check the name.",
      };
      return close(refuse([issue], 1));
    }
    const brought = await platform.schools.bringIn({ bytes, fileName: basename(file) });
    if (!brought.ok) return close(refuse(brought.issues, 1));
    for (const warning of brought.warnings) console.error(sentence(warning));
  } else if (options.example) {
    await platform.schools.switchTo("example");
  }
  const people = options.roster ?? options.edfi;
  if (people !== undefined) {
    const brought = await bringRoster(platform.schools, people, options.match, options.accept ?? false);
    if (!brought.ok) return close(refuse(brought.issues, 1));
    const { read, diff, matching } = brought.value;
    for (const { file, taken, refused } of read.counts)
      console.error(`${file}: ${taken} taken, ${refused} refused`);
    if (diff)
      console.error(
        diff.same
          ? "Nothing has changed since the last import."
          : "Changed since the last import; see Bring in.",
      );
    if (matching)
      console.error(
        `${matching.matches.length} matched with the timetable, ${matching.unmatched.length} rows matched nothing.`,
      );
    for (const warning of brought.value.warnings.slice(0, 20)) console.error(sentence(warning));
  }
  const port = Number(options.port ?? 3000);
  const listening = await listen(platform.app.fetch, port);
  if (!listening) {
    const message = `Port ${port} is in use.`;
    return close(
      refuse([{ code: "port-in-use", path: [], message, hint: "Choose another with --port." }], 2),
    );
  }
  const school = await platform.schools.current();
  const address = listening.address();
  console.log(`${school.name}${school.example ? " (example data)" : ""}`);
  console.log(`http://localhost:${typeof address === "object" && address ? address.port : port}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      listening.close();
      void close(0).then((code) => process.exit(code));
    });
  }
  return 0;
}

/** Reads the files of a folder as a roster; the match file may be absent. */
async function bringRoster(schools: Schools, folder: string, match: string | undefined, accept: boolean) {
  const missing = (path: string) =>
    fail({
      code: "missing-file",
      path: [path],
      message: "There is no such file or folder.",
      hint: "Check the name.",
    });
  const names = await readdir(folder).catch(() => undefined);
  if (!names) return missing(folder);
  const files = names
    .filter((name) => /\.(csv|xml)$/i.test(name))
    .map((name) => ({ name, content: createReadStream(join(folder, name)) }));
  const text = match === undefined ? undefined : await readFile(match, "utf8").catch(() => undefined);
  if (match !== undefined && text === undefined) return missing(match);
  return schools.bringInRoster({ files, accept, ...(text === undefined ? {} : { match: text }) });
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        timetable: { type: "string" },
        schedule: { type: "string" },
        roster: { type: "string" },
        edfi: { type: "string" },
        match: { type: "string" },
        accept: { type: "boolean" },
        example: { type: "boolean" },
        fresh: { type: "boolean" },
        data: { type: "string" },
        port: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) {
      console.log(help);
      return 0;
    }
    if (values.port !== undefined && !/^\d{1,5}$/.test(values.port))
      throw new Error("--port takes a number.");
    return values;
  } catch (error) {
    console.error(`${(error as Error).message.split(". ")[0]}\n\n${help}`);
    return 2;
  }
}

function refuse(issues: readonly Issue[], code: number): number {
  for (const issue of issues) console.error(sentence(issue).replace(homedir(), "~"));
  return code;
}

/** The server on this machine only, or `undefined` where the port is taken. */
function listen(fetch: (request: Request) => Response | Promise<Response>, port: number) {
  return new Promise<ReturnType<typeof serve> | undefined>((done) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, () => done(server));
    server.once("error", () => done(undefined));
  });
}
