import type { Placement, Timetable } from "@collegium/scheduling";
import { periodIndex, resourcesOf } from "./placed.js";
import type { PlanningProblem } from "./problem.js";
import { type RoomNeed, roomNeeds, withRooms } from "./room-needs.js";
import { hardRules } from "./rule.js";

/** How many lessons may change rooms so that one more finds its room. */
const CHAIN = 8;

/**
 * Gives rooms to the lessons of a changed week: no room has more lessons at once than today. A lesson keeps its room
 * where it can; one that stays in its period gives its room up only where nothing else helps.
 */
export class RoomGiver {
  readonly #timetable: Timetable;
  readonly #needs: readonly RoomNeed[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #rooms: ReadonlyMap<string, number>;
  /** Lessons that a room may have at once, by room × periods + period. */
  readonly #capacity: Uint8Array;
  /** Rooms of each placement that stay with it. */
  readonly #fixed: readonly (readonly number[])[];

  constructor(problem: Pick<PlanningProblem, "timetable" | "pins">) {
    const { timetable } = problem;
    this.#timetable = timetable;
    this.#needs = roomNeeds(problem);
    this.#index = periodIndex(timetable);
    const rooms = timetable.resources.filter(({ kind }) => kind === "room");
    this.#rooms = new Map(rooms.map(({ id }, r) => [id, r]));
    const used = resourcesOf(timetable);
    const changing = new Set(this.#needs.map(({ part, today }) => `${part}\n${today}`));
    const roomsOf = (placement: Placement) =>
      [...new Set(used(placement))].filter((id) => this.#rooms.has(id));
    this.#fixed = timetable.placements.map((placement, part) =>
      roomsOf(placement).flatMap((id) => (changing.has(`${part}\n${id}`) ? [] : [this.#rooms.get(id)!])),
    );
    const present = new Uint8Array(rooms.length * timetable.periods.length);
    for (const placement of timetable.placements) {
      for (const id of roomsOf(placement))
        for (const cell of this.#cells(this.#rooms.get(id)!, placement)) present[cell]!++;
    }
    this.#capacity = present.map((count) => Math.max(1, count));
    for (const rule of hardRules(timetable)) {
      if (rule.kind !== "avoid-unavailable-times") continue;
      for (const id of rule.resources ?? []) {
        const r = this.#rooms.get(id);
        if (r === undefined) continue;
        for (const period of rule.periods ?? []) {
          const cell = r * timetable.periods.length + this.#index.get(period)!;
          this.#capacity[cell] = present[cell]!;
        }
      }
    }
  }

  /** The placements with their rooms; nothing where some lesson finds none. */
  give(placements: readonly Placement[]): readonly Placement[] | undefined {
    if (this.#needs.length === 0) return placements;
    const before = this.#timetable.placements;
    const moved = (part: number) => placements[part]!.start !== before[part]!.start;
    const at: number[][] = Array.from({ length: this.#capacity.length }, () => []);
    const room = new Int32Array(this.#needs.length).fill(-1);
    const cellsOf = (n: number, r: number) => this.#cells(r, placements[this.#needs[n]!.part]!);
    const hasRoom = (n: number, r: number) => cellsOf(n, r).every((c) => at[c]!.length < this.#capacity[c]!);
    const trail: { n: number; from: number }[] = [];
    const put = (n: number, r: number) => {
      if (room[n]! >= 0)
        for (const cell of cellsOf(n, room[n]!)) at[cell] = at[cell]!.filter((other) => other !== n);
      room[n] = r;
      if (r >= 0) for (const cell of cellsOf(n, r)) at[cell]!.push(n);
    };
    const set = (n: number, r: number) => {
      trail.push({ n, from: room[n]! });
      put(n, r);
    };
    const undo = (length: number) => {
      while (trail.length > length) {
        const { n, from } = trail.pop()!;
        put(n, from);
      }
    };
    const FIXED = -1;
    placements.forEach((placement, part) => {
      for (const r of this.#fixed[part]!) for (const cell of this.#cells(r, placement)) at[cell]!.push(FIXED);
    });
    const today = this.#needs.map((need) => this.#rooms.get(need.today)!);
    const order = this.#needs.map((_, n) => n);
    const staying = order.filter((n) => !moved(this.#needs[n]!.part));
    const moving = order.filter((n) => moved(this.#needs[n]!.part));
    for (const n of [...staying, ...moving]) if (hasRoom(n, today[n]!)) set(n, today[n]!);
    /** Finds a room for a need; others may have to change theirs. */
    const find = (n: number, tried: Set<number>): boolean => {
      const suitable = this.#needs[n]!.suitable.map((id) => this.#rooms.get(id)!);
      const free = suitable.find((r) => hasRoom(n, r));
      if (free !== undefined) {
        set(n, free);
        return true;
      }
      const taken = suitable
        .filter((r) => !tried.has(r))
        .map((r) => ({ r, others: [...new Set(cellsOf(n, r).flatMap((cell) => at[cell]!))] }))
        .filter(({ others }) => others.every((other) => other !== FIXED))
        .map((one) => ({ ...one, stay: one.others.filter((o) => !moved(this.#needs[o]!.part)).length }))
        .sort((a, b) => a.stay - b.stay || a.others.length - b.others.length);
      for (const { r, others } of taken) {
        if (tried.size >= CHAIN) return false;
        tried.add(r);
        const mark = trail.length;
        for (const other of others) set(other, -1);
        if (hasRoom(n, r)) {
          set(n, r);
          if (others.every((other) => find(other, tried))) return true;
        }
        undo(mark);
      }
      return false;
    };
    const waiting = order
      .filter((n) => room[n] === -1)
      .sort((a, b) => this.#needs[a]!.suitable.length - this.#needs[b]!.suitable.length || a - b);
    for (const n of waiting) if (!find(n, new Set())) return undefined;
    return this.#written(placements, room, today);
  }

  #written(placements: readonly Placement[], room: Int32Array, today: readonly number[]): Placement[] {
    const ids = [...this.#rooms.keys()];
    const changes = new Map<number, Map<string, string>>();
    this.#needs.forEach(({ part, role }, n) => {
      if (room[n] === today[n]) return;
      changes.set(part, (changes.get(part) ?? new Map()).set(role, ids[room[n]!]!));
    });
    return placements.map((placement, part) => {
      const rooms = changes.get(part);
      return rooms ? withRooms(placement, rooms) : placement;
    });
  }

  #cells(room: number, { start, duration }: Placement): number[] {
    const first = room * this.#timetable.periods.length + this.#index.get(start)!;
    return Array.from({ length: duration }, (_, d) => first + d);
  }
}
