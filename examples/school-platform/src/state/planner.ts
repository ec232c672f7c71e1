import { randomUUID } from "node:crypto";
import type { Cover, Pin, Plan, PlanProgress } from "@collegium/planning-time";
import { planInWorker, reasonsInWorker } from "@collegium/planning-time/node";
import type { Team, Timetable } from "@collegium/scheduling";
import type { Store } from "@collegium/store";

/** A team in an order: it wants blocks, or only keeps those it has. */
export interface OrderedTeam {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly blocks: number;
  readonly asks: boolean;
}

/** What a person asked for. */
export interface PlanOrder {
  readonly teams: readonly OrderedTeam[];
  readonly seconds: number;
  readonly rules: "clashes" | "all";
  /** Lessons that must stay where they are. */
  readonly pins?: readonly Pin[];
  /** Periods a week that every teacher keeps to plan alone. */
  readonly ownPeriods?: number;
  /** Who may take lessons while a team meets. */
  readonly cover?: Cover;
}

/** A plan in the making, made, stopped or failed. */
export interface PlanJob {
  readonly id: string;
  readonly districtId: string;
  readonly order: PlanOrder;
  readonly startedAt: string;
  state: "running" | "done" | "stopped" | "failed";
  progress: PlanProgress | undefined;
  plan: Plan | undefined;
  because: string | undefined;
}

/** Seconds for saying why blocks are missing, after the search. */
const REASONS = 10;

/** Runs plans in the background, one worker each, and keeps the finished ones. */
export class Planner {
  readonly #store: Store;
  readonly #workerUrl: URL;
  readonly #now: () => string;
  readonly #jobs = new Map<string, PlanJob>();
  readonly #stops = new Map<string, AbortController>();
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(store: Store, workerUrl: URL, now: () => string) {
    this.#store = store;
    this.#workerUrl = workerUrl;
    this.#now = now;
  }

  /** Starts a plan and answers at once; it goes on from an earlier one where that is given. */
  start(districtId: string, timetable: Timetable, order: PlanOrder, from?: Plan): PlanJob {
    const stop = new AbortController();
    const job: PlanJob = {
      id: randomUUID(),
      districtId,
      order,
      startedAt: this.#now(),
      state: "running",
      progress: undefined,
      plan: undefined,
      because: undefined,
    };
    this.#jobs.set(job.id, job);
    this.#stops.set(job.id, stop);
    const teams: Team[] = order.teams.map((team) => ({
      ...team,
      members: [...team.members],
      source: "file" as const,
    }));
    const problem = { ...order, timetable, teams };
    const limits = { signal: stop.signal, workerUrl: this.#workerUrl };
    planInWorker(problem, {
      ...limits,
      seconds: order.seconds,
      seed: 1,
      ...(from && { from }),
      onProgress: (progress) => {
        job.progress = progress;
        this.#tell(job.id);
      },
    })
      .then((found) =>
        stop.signal.aborted ? found : reasonsInWorker(problem, found, { ...limits, seconds: REASONS }),
      )
      .then((plan) => {
        job.plan = plan;
        job.state = stop.signal.aborted ? "stopped" : "done";
      })
      .catch((error: unknown) => {
        job.state = stop.signal.aborted ? "stopped" : "failed";
        job.because = error instanceof Error ? error.message : String(error);
      })
      .then(() => this.#keep(job))
      .finally(() => {
        this.#stops.delete(job.id);
        this.#tell(job.id);
      });
    void this.#keep(job);
    return job;
  }

  /** Ends a running plan; what it has found so far is kept. */
  stop(id: string): void {
    this.#stops.get(id)?.abort();
  }

  async find(districtId: string, id: string): Promise<PlanJob | undefined> {
    const running = this.#jobs.get(id);
    if (running) return running.districtId === districtId ? running : undefined;
    const saved = (await this.#store.getDocument(districtId, "plan", id))?.document as PlanJob | undefined;
    if (!saved) return undefined;
    return saved.state === "running" ? { ...saved, state: "stopped" } : saved;
  }

  /** Plans of a school, newest first. */
  async list(districtId: string): Promise<PlanJob[]> {
    const saved = await this.#store.listDocuments(districtId, "plan");
    return saved
      .map(({ document }) => this.#jobs.get((document as PlanJob).id) ?? (document as PlanJob))
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  }

  /** Calls back at every change of a job until the returned function is called. */
  watch(id: string, listener: () => void): () => void {
    const set = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, set.add(listener));
    return () => set.delete(listener);
  }

  #tell(id: string): void {
    for (const listener of this.#listeners.get(id) ?? []) listener();
  }

  async #keep(job: PlanJob): Promise<void> {
    await this.#store.putDocument(job.districtId, "plan", job.id, job as never);
  }
}
