#!/usr/bin/env node
// Committed, since npm links no missing bin: imports the build, or says how to make it.
import { existsSync } from "node:fs";

const built = new URL("../dist/main.js", import.meta.url);
if (!existsSync(built)) {
  console.error("The packages are not built yet: run npm run build");
  process.exit(2);
}
const { main } = await import(built.href);
process.exitCode = await main(process.argv.slice(2));
