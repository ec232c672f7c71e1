import {
  type Alternative,
  type Plan,
  type PlanLocale,
  type PlanningProblem,
  type Price,
  planSheet,
  planSpeaker,
  sayReason,
  schoolLimit,
  type TeamLimits,
} from "@collegium/planning-time";

/** What the week allows each team, as lines. */
export function limitsText(
  problem: PlanningProblem,
  limits: readonly TeamLimits[],
  locale: PlanLocale,
): string {
  const say = planSpeaker(locale);
  const lines = limits.flatMap(({ team, now, wanted, most, because, shared }) => {
    const values = { team: nameOf(problem, team), now, wanted, most };
    const line =
      most < wanted
        ? say("explain.short", { ...values, because: sayReason(because, locale) })
        : say("explain.team", values);
    return [`  ${line}`, ...shared.map((reason) => `    ${sayReason(reason, locale)}`)];
  });
  const school = schoolLimit(problem);
  return [
    `${say("explain.title")}:`,
    ...lines,
    ...(school ? [`  ${sayReason(school, locale)}`] : []),
    "",
  ].join("\n");
}

/** What blocks cost, as lines. */
export function pricesText(problem: PlanningProblem, prices: readonly Price[], locale: PlanLocale): string {
  const say = planSpeaker(locale);
  const lines = prices.flatMap(({ team, more, less }) => {
    const name = nameOf(problem, team);
    return [
      more === undefined ? say("prices.none", { team: name }) : say("prices.more", { team: name, n: more }),
      ...(less > 0 ? [say("prices.less", { team: name, n: less })] : []),
    ];
  });
  return [`${say("prices.title")}:`, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** An alternative with what sets it apart, and its own sheet. */
export function alternativeText(first: Plan, other: Alternative, n: number, locale: PlanLocale): string {
  const say = planSpeaker(locale);
  const { plan, how, shared, problem } = other;
  return [
    "—".repeat(60),
    `${say("alternatives.title", { n, placed: plan.placed, wanted: first.wanted, moved: plan.moved })}: ${say(`alternatives.${how}`)}.`,
    say("alternatives.shares", { ...shared, wanted: first.placed, all: first.moves.length }),
    "",
    planSheet(problem, plan, { locale }),
  ].join("\n");
}

function nameOf(problem: PlanningProblem, team: string): string {
  return problem.teams.find(({ id }) => id === team)?.name ?? team;
}
