export type { Call, Command, Flag, Said, Terminal } from "./command.js";
export { main } from "./main.js";
