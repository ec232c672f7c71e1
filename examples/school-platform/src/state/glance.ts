import { type ProgressStatus, progress } from "@collegium/goals";
import type { CyclePhase } from "@collegium/meeting-cycle";
import type { Frame } from "../frame.js";
import { grantFor, may, viewerIn } from "./looking.js";
import type { Workshop } from "./prepare.js";
import type { RegisteredTeam } from "./team-register.js";

/** One team's loop in a line, as the viewer may see it. */
export interface Glance {
  readonly team: RegisteredTeam;
  readonly phase: CyclePhase;
  readonly goal?: { readonly statement: string; readonly status: ProgressStatus };
  /** Day and id of the meeting ahead. */
  readonly ahead?: { readonly on: string; readonly id: string };
  readonly held: number;
  /** Promises made in this cycle; a count, never whose. */
  readonly promises: number;
}

/** The loop of every team at a glance. Counts only: nothing here says who did what. */
export async function glance(
  frame: Frame,
  shop: Workshop,
  teams: readonly RegisteredTeam[],
  today: string,
): Promise<Glance[]> {
  const { school, viewer } = frame;
  const looker = viewerIn(school, viewer.id, teams);
  return Promise.all(
    teams.map(async (team): Promise<Glance> => {
      const given = (kind: "cycle" | "goal" | "meeting", id: string) =>
        grantFor(looker, { kind, id, team: team.id, school: school.districtId }, today);
      const cycle = (
        await shop.work.cycleViews(school.districtId, team.id, looker.person, given("cycle", team.id))
      ).at(-1);
      const goal = may(given("goal", team.id), "read-goal")
        ? await shop.goals.of(school.districtId, team.id)
        : undefined;
      const whole = goal?.goal
        ? progress(goal.goal, goal.points).targets.find((t) => t.population.kind === "all")
        : undefined;
      const meetings = await Promise.all(
        (cycle?.meetings ?? []).map(({ id }) =>
          shop.work.meetingView(school.districtId, id, { person: looker.person }, given("meeting", id)),
        ),
      );
      const over = (phase: string | undefined) => phase === "adjourned" || phase === "approved";
      const ahead = meetings.find((view) => view && !over(view.phase) && view.phase !== "cancelled");
      return {
        team,
        phase: cycle?.phase ?? "new",
        held: meetings.filter((view) => over(view?.phase)).length,
        promises: cycle?.actionCount ?? 0,
        ...(goal?.goal && whole ? { goal: { statement: goal.goal.statement, status: whole.status } } : {}),
        ...(ahead ? { ahead: { on: ahead.on, id: ahead.id } } : {}),
      };
    }),
  );
}
