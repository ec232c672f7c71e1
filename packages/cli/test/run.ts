import { main } from "../src/main.js";

/** Runs a command in this process and collects what it said. */
export async function run(...args: string[]) {
  let out = "";
  let err = "";
  const code = await main(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    interactive: false,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}
