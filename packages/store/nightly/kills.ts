import type { Law } from "@collegium/testing";
import { killRun, randomOf } from "../verify/kill-run.js";

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
      {
        name: "a lost event",
        caught: async (seed) => {
          const { faults } = await killRun({ kills: 1, random: randomOf(seed, 0.5), lose: true });
          return faults.some((fault) => fault.endsWith("was acknowledged and is lost"));
        },
      },
    ],
  },
];
