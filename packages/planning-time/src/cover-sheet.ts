import type { Plan } from "./plan-document.js";
import { listOf } from "./reason-texts.js";
import type { SayPlan } from "./sheet-texts.js";
import type { Sheet } from "./swap-sheet.js";
import { swapsBefore, swapsOf } from "./swaps.js";

/** Who takes which lesson, in time order, with the changes that come first; then how much it is for each. */
export function coverLines({ problem, plan, say, names, team }: Sheet): string[] {
  const covered = plan.covered ?? [];
  if (covered.length === 0) return [say("cover.none")];
  const swaps = swapsOf(problem, plan);
  const and = say("list.and");
  const lines = covered.map((one) => {
    const values = {
      period: names.period(one.period),
      n: one.duration,
      who: names.resource(one.by),
      lesson: names.lesson(one.lesson),
      teams: listOf(one.teams.map(team), and),
    };
    const line = say(one.duration > 1 ? "cover.long" : "cover.line", values);
    const first = swapsBefore(problem, one, swaps).map((swap) => String(swap + 1));
    return first.length === 0
      ? line
      : say("cover.after", { line, n: first.length, list: listOf(first, and) });
  });
  const periodsOf = (id: string) =>
    covered.filter(({ by }) => by === id).reduce((sum, { duration }) => sum + duration, 0);
  const used = problem.cover!.teachers.filter(({ id }) => periodsOf(id) > 0);
  return [
    `${say("cover.title", { n: plan.terms.cover })}.`,
    ...lines.map((line) => `  [ ] ${line}`),
    ...used.map(({ id, periods }) => {
      const values = { who: names.resource(id), n: periodsOf(id), most: periods };
      return `  ${say("cover.sum", values)}`;
    }),
    ...rulesLine(plan, say),
    say("cover.file"),
  ];
}

/** What the file's own hard rules cost where covered lessons count as those of whoever takes them. */
function rulesLine({ hard }: Plan, say: SayPlan): string[] {
  if (hard?.withCover === undefined) return [];
  const { after, withCover } = hard;
  return [withCover > after ? say("cover.rules.broken", { after, n: withCover }) : say("cover.rules.kept")];
}
