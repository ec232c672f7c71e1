import type { CycleVocabulary } from "../vocabulary.js";
import { dataTeams } from "./data-teams.js";
import { dataWise } from "./data-wise.js";
import { pdsa } from "./pdsa.js";
import { plcQuestions } from "./plc-questions.js";
import { relFiveSteps } from "./rel-five-steps.js";
import { smartGoals } from "./smart-goals.js";

/** Vocabulary packs that come with Collegium; texts under CC BY 4.0. */
export const vocabularies: readonly CycleVocabulary[] = [
  dataTeams,
  dataWise,
  pdsa,
  plcQuestions,
  relFiveSteps,
  smartGoals,
];

/** A pack by its id, with or without namespace and version: `data-wise`. */
export function findVocabulary(id: string): CycleVocabulary | undefined {
  return vocabularies.find(
    (v) => v.id === id || v.id.slice(v.id.indexOf("/") + 1, v.id.lastIndexOf("@")) === id,
  );
}
