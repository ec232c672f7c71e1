export type { Call, Command, Flag, Terminal } from "./command.js";
export { main } from "./main.js";
