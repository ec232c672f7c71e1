import { type Command, saidIn } from "./command.js";

const HEAD = {
  en: "collegium: common planning time, protocols, rosters and documents for schools",
  es: "collegium: tiempo de planificación común, protocolos, listas y documentos para escuelas",
} as const;
const FOOT = {
  en: [
    "collegium COMMAND --help explains one command. Results go to standard output, progress to standard error.",
    "Exit code 0: an answer, even a partial one. 1: input refused. 2: usage, or it cannot run.",
  ],
  es: [
    "collegium COMANDO --help --lang es explica un comando. Los resultados van a la salida estándar, el progreso a la de errores.",
    "Código 0: una respuesta, aunque sea parcial. 1: entrada rechazada. 2: uso, o no puede ejecutarse.",
  ],
} as const;

/** The list of commands, one line each. */
export function overview(commands: readonly Command[], locale: "en" | "es" = "en"): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    HEAD[locale],
    "",
    ...commands.map(
      (command) => `  collegium ${command.name.padEnd(width)}  ${saidIn(command.says, locale)}`,
    ),
    "",
    ...FOOT[locale],
  ].join("\n");
}

/** One command's usage and flags. */
export function commandHelp(command: Command, locale: "en" | "es" = "en"): string {
  const flags = Object.entries(command.flags).map(([name, flag]) => {
    const value = flag.type === "string" ? ` ${flag.value ?? "TEXT"}` : "";
    return { left: `--${name}${value}`, says: saidIn(flag.says, locale) };
  });
  const width = Math.max(0, ...flags.map(({ left }) => left.length));
  return [
    `collegium ${command.name}${command.takes ? ` ${command.takes}` : ""}${flags.length > 0 ? (locale === "es" ? " [opciones]" : " [flags]") : ""}`,
    `  ${saidIn(command.says, locale)}`,
    "",
    ...flags.map(({ left, says }) => `  ${left.padEnd(width)}  ${says}`),
  ].join("\n");
}
