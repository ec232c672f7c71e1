import {
  decideGoal,
  evolveGoal,
  type GoalCommand,
  type GoalEvent,
  type GoalState,
  noGoal,
  pointsFrom,
  type ResultsGoal,
  resultsFromReport,
} from "@collegium/goals";
import type { NewEvent } from "@collegium/schema";
import type { Store } from "@collegium/store";
import { type ResultSet, reportOf } from "./results-book.js";
import { streamWord } from "./stream-word.js";
import { type Sender, type Sent, Streams } from "./streams.js";
import { newId } from "./team-work.js";

type IdentifiedCommand = GoalCommand & { readonly commandId: string };

/** The results goal of each team, with its measure's points; a team that has closed one sets the next. */
export class GoalBook {
  readonly #store: Store;
  readonly #goals: Streams<GoalState, IdentifiedCommand, GoalEvent>;

  constructor(store: Store) {
    this.#store = store;
    this.#goals = new Streams<GoalState, IdentifiedCommand, GoalEvent>(store, {
      replay: (events) => [...events].reduce((state, event) => evolveGoal(state, event), noGoal),
      decide: (state, command) => {
        const decided = decideGoal(state, command);
        return "code" in decided
          ? { ok: false, rejection: decided }
          : { ok: true, events: decided as NewEvent[] };
      },
    });
  }

  /** The goal a team works on, or its last one. */
  async of(districtId: string, team: string): Promise<GoalState> {
    return (await this.#latest(districtId, team)).state;
  }

  async set(districtId: string, team: string, goal: ResultsGoal, who: Sender): Promise<Sent<GoalState>> {
    const { number, state } = await this.#latest(districtId, team);
    const stream = goalStream(team, state.status === "closed" ? number + 1 : number);
    return this.#goals.send(districtId, stream, { type: "set-goal", commandId: newId(), goal }, who);
  }

  /** Closes a team's goal with what it has learned. */
  async close(
    districtId: string,
    team: string,
    on: string,
    learned: string,
    who: Sender,
  ): Promise<Sent<GoalState>> {
    const { number } = await this.#latest(districtId, team);
    const command = { type: "close-goal", commandId: newId(), on, learned } as const;
    return this.#goals.send(districtId, goalStream(team, number), command, who);
  }

  async #latest(districtId: string, team: string): Promise<{ number: number; state: GoalState }> {
    const heads = await this.#store.streams(districtId, `goal:${streamWord(team)}/`);
    const number = Math.max(1, ...heads.map(({ stream }) => Number(stream.split("/").at(-1))));
    return { number, state: await this.#goals.state(districtId, goalStream(team, number)) };
  }

  /** Adds what an assessment says about the goal's measures; answers with the number of points added. */
  async addPointsFrom(districtId: string, set: ResultSet, groups: Groups, who: Sender): Promise<number> {
    const { number, state } = await this.#latest(districtId, set.team);
    const report = reportOf(set);
    if (state.status !== "open" || !state.goal || !report.ok) return 0;
    let added = 0;
    for (const indicator of state.goal.indicators) {
      const standard = indicator.standards?.find((word) => set.items.some((item) => item.standard === word));
      if (standard === undefined) continue;
      const results = resultsFromReport(report.value, { on: set.on, standard, groups });
      for (const measure of indicator.measures) {
        for (const { population } of measure.targets) {
          const rule = {
            population,
            unit: measure.unit === "mean" ? "mean" : "share",
            ...(measure.cut ? { cut: measure.cut } : {}),
          } as const;
          const points = pointsFrom(measure.id, results, rule);
          for (const point of points.ok ? points.value : []) {
            const commandId = `${set.id}-${measure.id}-${population.kind === "all" ? "all" : streamWord(population.group)}`;
            const sent = await this.#goals.send(
              districtId,
              goalStream(set.team, number),
              { type: "add-point", commandId, point },
              who,
            );
            if (sent.ok) added++;
          }
        }
      }
    }
    return added;
  }
}

/** Subgroups of each student, by student id. */
export type Groups = Readonly<Record<string, readonly string[]>>;

function goalStream(team: string, number: number): string {
  return `goal:${streamWord(team)}/${number}`;
}
