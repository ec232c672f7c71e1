import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { sentence, validateDocument } from "@collegium/schema";
import { type Command, Misused, type Terminal } from "../command.js";
import { registry } from "../documents.js";
import { readBytes } from "../files.js";

interface Count {
  valid: number;
  invalid: number;
}

/** `collegium validate`: any document, or newline-delimited documents, each with its faults. */
export const validate: Command = {
  name: "validate",
  says: "check documents of any kind: JSON, or newline-delimited JSON (.ndjson, .jsonl), streamed",
  takes: "FILE…",
  flags: { json: { type: "boolean", says: "one JSON object a fault" } },
  async run(call, terminal) {
    if (call.positionals.length === 0) throw new Misused("Name the files to check.");
    const count: Count = { valid: 0, invalid: 0 };
    for (const file of call.positionals) {
      if (/\.(ndjson|jsonl)$/i.test(file)) await lines(file, terminal, call.flags["json"] === true, count);
      else
        check(
          new TextDecoder().decode(await readBytes(file)),
          file,
          terminal,
          call.flags["json"] === true,
          count,
        );
    }
    terminal.err(`${count.valid} valid, ${count.invalid} not.`);
    return count.invalid > 0 ? 1 : 0;
  },
};

async function lines(file: string, terminal: Terminal, json: boolean, count: Count): Promise<void> {
  if (!existsSync(file)) await readBytes(file);
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(file, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++;
    if (line.trim() !== "") check(line, `${file}:${number}`, terminal, json, count);
    if (terminal.interactive && number % 1000 === 0) terminal.err(`\r${file}: ${number} lines `);
  }
  if (terminal.interactive) terminal.err("");
}

function check(text: string, place: string, terminal: Terminal, json: boolean, count: Count): void {
  const result = validateDocument(registry, text);
  if (result.ok) {
    count.valid++;
    return;
  }
  count.invalid++;
  for (const issue of result.issues.slice(0, 20)) {
    terminal.out(json ? JSON.stringify({ place, ...issue }) : `${place}: ${sentence(issue)}`);
  }
}
