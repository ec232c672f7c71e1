// A program that opens a folder, says how that went, and keeps it open until it is killed.
import { openStore } from "../src/index.js";

const began = performance.now();
const result = await openStore({ directory: process.argv[2] ?? "" });
const took = performance.now() - began;
process.stdout.write(`${JSON.stringify({ code: result.ok ? "open" : result.issues[0]?.code, took })}\n`);
if (result.ok) setInterval(() => {}, 1000);
