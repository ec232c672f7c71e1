import { join } from "node:path";
import type { Law, PlantedFault } from "@collegium/testing";
import { asOwner } from "../src/database.js";
import { openFolder } from "../src/embedded.js";
import { killRun } from "../verify/kill-run.js";

/** Kills of one folder in a row, so that recoveries of recovered data are tried too. */
const IN_A_ROW = 5;

export const laws: Law[] = [
  {
    name: "a killed program loses nothing it acknowledged",
    gate: 2,
    nightly: 100,
    chunk: IN_A_ROW,
    async run(seed, start, count) {
      const { faults, acknowledged } = await killRun({ kills: count, random: randomOf(seed * 1000 + start) });
      if (faults.length > 0) throw new Error(faults.join("\n"));
      if (acknowledged === 0) throw new Error("Nothing was acknowledged, so nothing was tried.");
    },
    faults: [
      // The last event of a stream, with its head set back: no gap gives the loss away.
      planted("a lost event", [
        "delete from collegium.personal p using collegium.stream s where p.stream = s.stream and p.version = s.version",
        "delete from collegium.event e using collegium.stream s where e.stream = s.stream and e.version = s.version",
        "update collegium.stream set version = version - 1",
      ]),
    ],
  },
];

/** Statements that damage the data while no program has them open. */
function planted(name: string, statements: readonly string[]): PlantedFault {
  return {
    name,
    async caught(seed) {
      const { faults } = await killRun({
        kills: 1,
        random: randomOf(seed, 0.5),
        between: async (folder) => {
          const database = await openFolder(join(folder, "database"));
          await asOwner(database, async ({ query }) => {
            for (const statement of statements) await query(statement);
          });
          await database.close();
        },
      });
      return faults.length > 0;
    },
  };
}

/** Numbers from a seed, none below `floor`. */
function randomOf(seed: number, floor = 0): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return floor + (1 - floor) * (state / 2 ** 32);
  };
}
