import type { Command } from "./command.js";

/** The list of commands, one line each. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    "collegium: common planning time, protocols, rosters and documents for schools",
    "",
    ...commands.map((command) => `  collegium ${command.name.padEnd(width)}  ${command.says}`),
    "",
    "collegium COMMAND --help explains one command. Results go to standard output, progress to standard error.",
    "Exit code 0: an answer, even a partial one. 1: input refused. 2: usage, or it cannot run.",
  ].join("\n");
}

/** One command's usage and flags. */
export function commandHelp(command: Command): string {
  const flags = Object.entries(command.flags).map(([name, flag]) => {
    const value = flag.type === "string" ? ` ${flag.value ?? "TEXT"}` : "";
    return { left: `--${name}${value}`, says: flag.says };
  });
  const width = Math.max(0, ...flags.map(({ left }) => left.length));
  return [
    `collegium ${command.name}${command.takes ? ` ${command.takes}` : ""}${flags.length > 0 ? " [flags]" : ""}`,
    `  ${command.says}`,
    "",
    ...flags.map(({ left, says }) => `  ${left.padEnd(width)}  ${says}`),
  ].join("\n");
}
