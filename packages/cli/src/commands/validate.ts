import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import {
  type DocumentRegistry,
  documentRegistry,
  type Issue,
  sentence,
  validateDocument,
} from "@collegium/schema";
import { type Call, type Command, Misused, Refused, type Terminal, text } from "../command.js";
import { documents } from "../documents.js";
import { readBytes } from "../files.js";
import { definitionsIn, documentsFlag } from "../own-documents.js";
import { decodeExactly, readLines } from "../read-lines.js";

/** Longer lines hold no document: a document has at most ten million characters, each of at most four bytes. */
const LONGEST_LINE = 40_000_000;

/** Faults that are printed; the others are counted. */
const MOST_FAULTS = 1000;

/** `collegium validate`: any document, or newline-delimited documents, each with its faults. */
export const validate: Command = {
  name: "validate",
  says: "check documents of any kind: JSON, or newline-delimited JSON (.ndjson, .jsonl), streamed; - reads lines from the input",
  takes: "FILE…",
  flags: {
    json: { type: "boolean", says: "one JSON object a fault" },
    lines: { type: "boolean", says: "every file is newline-delimited, whatever its name" },
    documents: { ...documentsFlag, says: "a module of yours that exports more kinds of document" },
  },
  async run(call, terminal) {
    if (call.positionals.length === 0) throw new Misused("Name the files to check.");
    const check = new Check(await known(call), terminal, call.flags["json"] === true);
    for (const file of call.positionals) {
      if (terminal.signal.aborted) break;
      try {
        if (file === "-") await check.lines(process.stdin, "input", 0);
        else if (call.flags["lines"] || /\.(ndjson|jsonl)$/i.test(file)) await linesOf(file, check);
        else check.document(decodeExactly(await readBytes(file)), file);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        check.refuse(
          file,
          error.issues.map((issue) => ({ ...issue, path: [] })),
        ); // the place names the file
      }
    }
    return check.end();
  },
};

/** Collegium's kinds, and those of the module that was named. */
async function known(call: Call): Promise<DocumentRegistry> {
  const module = text(call, "documents");
  const own = module === undefined ? [] : await definitionsIn(module);
  const kinds = new Set(own.map(({ kind }) => kind));
  const others = documents.map(({ definition }) => definition).filter(({ kind }) => !kinds.has(kind));
  return documentRegistry([...others, ...own]);
}

async function linesOf(file: string, check: Check): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) await readBytes(file); // says why not
  await check.lines(createReadStream(file), file, found?.size ?? 0);
}

const UNREADABLE: Readonly<Record<"not-utf8" | "too-large", Issue>> = {
  "not-utf8": {
    code: "not-utf8",
    path: [],
    message: "The text is not UTF-8.",
    hint: "Save the file as UTF-8.",
  },
  "too-large": {
    code: "too-large",
    path: [],
    message: "The text is too large.",
    hint: "Split it, or keep large parts as attachments.",
  },
};

class Check {
  private readonly registry: DocumentRegistry;
  private readonly terminal: Terminal;
  private readonly json: boolean;
  private valid = 0;
  private invalid = 0;
  private faults = 0;

  constructor(registry: DocumentRegistry, terminal: Terminal, json: boolean) {
    this.registry = registry;
    this.terminal = terminal;
    this.json = json;
  }

  async lines(source: AsyncIterable<Uint8Array>, file: string, size: number): Promise<void> {
    let shown = Date.now();
    const { terminal } = this;
    for await (const { number, text, because, bytes } of readLines(source, LONGEST_LINE)) {
      if (terminal.signal.aborted) break;
      const place = `${file}:${number}`;
      if (because !== undefined) this.refuse(place, [UNREADABLE[because]]);
      else if (text !== undefined && text.trim() !== "") this.document(text, place);
      if (terminal.interactive && Date.now() - shown > 200) {
        const share = size > 0 ? `, ${Math.floor((100 * bytes) / size)} %` : "";
        terminal.err(`\r${file}: ${number.toLocaleString("en")} lines${share}, ${this.invalid} not valid `);
        shown = Date.now();
      }
    }
    if (terminal.interactive) terminal.err("");
  }

  document(text: string | undefined, place: string): void {
    if (text === undefined) {
      this.refuse(place, [UNREADABLE["not-utf8"]]);
      return;
    }
    const result = validateDocument(this.registry, text);
    if (result.ok) this.valid++;
    else this.refuse(place, result.issues);
  }

  refuse(place: string, issues: readonly Issue[]): void {
    this.invalid++;
    for (const issue of issues.slice(0, 20)) {
      if (++this.faults > MOST_FAULTS) continue;
      this.terminal.out(this.json ? JSON.stringify({ place, ...issue }) : `${place}: ${sentence(issue)}`);
    }
  }

  /** Says how it went, and answers with the exit code. */
  end(): number {
    const { terminal, valid, invalid, faults } = this;
    if (faults > MOST_FAULTS) terminal.err(`… and ${faults - MOST_FAULTS} more faults.`);
    if (terminal.signal.aborted) terminal.err("Stopped before the end.");
    terminal.err(`${valid} valid, ${invalid} not.`);
    return invalid > 0 || terminal.signal.aborted ? 1 : 0;
  }
}
