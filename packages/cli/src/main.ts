import { parseArgs } from "node:util";
import { sentence } from "@collegium/schema";
import { type Call, type Command, Misused, Refused, saidIn, type Terminal } from "./command.js";
import { commands } from "./commands.js";
import { commandHelp, overview } from "./help.js";

/**
 * Runs `collegium` with its arguments and answers with the exit code: 0 an answer, even a partial one; 1 input
 * refused; 2 usage, or it cannot run. Never throws and never prints a stack trace.
 */
export async function main(
  args: readonly string[],
  terminal: Terminal = standardTerminal(),
): Promise<number> {
  const words = args.filter((word) => !word.startsWith("-"));
  const locale = spoken(args);
  const command = find(words);
  if (!command) {
    const asked = args.includes("--help") || args.includes("-h") || args.length === 0;
    const called = words.slice(0, 2).join(" ");
    const none = locale === "es" ? `No hay ningún comando "${called}".` : `There is no command "${called}".`;
    if (asked) terminal.out(overview(commands, locale));
    else terminal.err(`${none}\n\n${overview(commands, locale)}`);
    return asked ? 0 : 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    terminal.out(commandHelp(command, locale));
    return 0;
  }
  try {
    return await command.run(parse(command, args), terminal);
  } catch (error) {
    return report(error, command, terminal, locale);
  }
}

/** The language in which a call asks to be answered, as far as it can be told before its flags are read. */
function spoken(args: readonly string[]): "en" | "es" {
  const at = args.indexOf("--lang");
  return args.includes("--lang=es") || (at >= 0 && args[at + 1] === "es") ? "es" : "en";
}

function find(words: readonly string[]): Command | undefined {
  const spoken = words.join(" ");
  return commands
    .filter((command) => spoken === command.name || spoken.startsWith(`${command.name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

function parse(command: Command, args: readonly string[]): Call {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(command.flags).map(([name, flag]) => [
          name,
          { type: flag.type, ...(flag.multiple ? { multiple: true } : {}) },
        ]),
      ),
    });
    const rest = positionals.slice(command.name.split(" ").length);
    if (rest.length > 0 && command.takes === undefined) {
      throw new Misused({ en: `Unexpected argument: ${rest[0]}.`, es: `Argumento inesperado: ${rest[0]}.` });
    }
    return { flags: values as Call["flags"], positionals: rest };
  } catch (error) {
    if (error instanceof Misused) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const flag = /'([^' ]+)/.exec(message)?.[1] ?? "";
    throw new Misused({
      en: message.split(". ")[0]?.replace(/\.?$/, ".") ?? "Unknown flag.",
      es:
        code === "ERR_PARSE_ARGS_UNKNOWN_OPTION"
          ? `Opción desconocida: ${flag}.`
          : `La opción ${flag} está mal escrita: le falta un valor o le sobra.`,
    });
  }
}

function report(error: unknown, command: Command, terminal: Terminal, locale: "en" | "es"): number {
  if (error instanceof Refused) {
    const issues = locale === "es" ? error.spanish : error.issues;
    for (const issue of issues.slice(0, 20)) terminal.err(sentence(issue));
    if (issues.length > 20) terminal.err(saidIn(andMore(issues.length - 20), locale));
    return 1;
  }
  if (error instanceof Misused) {
    terminal.err(`${saidIn(error.said, locale)}\n\n${commandHelp(command, locale)}`);
    return 2;
  }
  const code = (error as NodeJS.ErrnoException).code;
  const said =
    code === "ENOSPC"
      ? diskFull
      : code === "EACCES" || code === "EPERM"
        ? notAllowed
        : unexpected((error as Error).message);
  terminal.err(saidIn(said, locale));
  return 2;
}

const andMore = (n: number) => ({ en: `… and ${n} more.`, es: `… y ${n} más.` });
const diskFull = {
  en: "The disk is full. Free some space and try again; nothing was half-written.",
  es: "El disco está lleno. Libere espacio e inténtelo de nuevo; nada quedó escrito a medias.",
};
const notAllowed = {
  en: "This file may not be written or read by you.",
  es: "Usted no puede escribir o leer este archivo.",
};
const unexpected = (message: string) => ({
  en: `This should not have happened: ${message}\nPlease report it with the command you ran.`,
  es: `Esto no debió ocurrir: ${message}\nAvise de ello con el comando que usó.`,
});

function standardTerminal(): Terminal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  return {
    out: (text) => process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    err: (text) => process.stderr.write(text.endsWith("\n") || text.startsWith("\r") ? text : `${text}\n`),
    interactive: process.stderr.isTTY === true,
    signal: controller.signal,
  };
}
