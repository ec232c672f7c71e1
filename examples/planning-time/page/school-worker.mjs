// The worker that holds the school: it reads its file, counts what the week allows, and writes lists and files, so that the
// page has only to draw.
import { timetableIssueIn } from "@collegium/exchange";
import { coverCsv, movesCsv, planSheet, swapsBefore, swapsOf, teamLimits } from "@collegium/planning-time";
import { inLanguage } from "@collegium/scheduling";
import { plannedFile, readSchool } from "./files.mjs";
import { problemOf } from "./question.mjs";

let school;
let problem;
let plan;

const acts = {
  /** Reads a school; what the page shows of it, or what is wrong with the file in both languages. */
  async open({ file, teamsFile, solution, question }) {
    const read = await readSchool(file, teamsFile, solution);
    if (read.issues) return { issues: read.issues.map(sentences) };
    school = read;
    const { original: _, warnings = [], ...shown } = read;
    return { ...shown, warnings: warnings.map(sentences), limits: teamLimits(problemOf(read, question)) };
  },
  /** What the week allows each team. */
  limits: ({ teams, question }) => teamLimits(problemOf({ ...school, teams }, question)),
  /** A plan as changes, and the changes that come before each covered lesson. */
  changes({ teams, question, found }) {
    problem = problemOf({ ...school, teams }, question);
    plan = found;
    const swaps = swapsOf(problem, plan);
    return { swaps, before: (plan.covered ?? []).map((one) => swapsBefore(problem, one, swaps)) };
  },
  moves: ({ locale }) => `\uFEFF${movesCsv(problem, plan, locale)}`,
  covered: ({ locale }) => `\uFEFF${coverCsv(problem, plan, locale)}`,
  sheet: ({ locale }) => planSheet(problem, plan, { locale, changes: true }),
  file: () => plannedFile(school, plan),
};

/** An issue as a sentence in each language; one of the page's own keeps its key. */
function sentences(issue) {
  if (issue.key) return issue;
  const said = (locale) => {
    const { message, hint = "" } = timetableIssueIn(inLanguage(issue, locale), locale);
    return `${message} ${hint}`;
  };
  return { en: said("en"), es: said("es") };
}

globalThis.onmessage = async ({ data: { id, act, values } }) => {
  try {
    const value = await acts[act](values);
    // A written file changes hands instead of being copied.
    const buffer =
      value instanceof ArrayBuffer ? value : value instanceof Uint8Array ? value.buffer : undefined;
    globalThis.postMessage({ id, value }, buffer ? [buffer] : []);
  } catch (error) {
    globalThis.postMessage({ id, because: error.message });
  }
};
