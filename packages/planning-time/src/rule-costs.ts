import type { Placement, Timetable } from "@collegium/scheduling";
import { periodIndex, resourcesOf } from "./placed.js";
import type { Plan } from "./plan-document.js";
import { ALWAYS_KEPT, hardRules, type SchoolRule } from "./rule.js";
import { weekWithCover } from "./week-with-cover.js";

/** How far a week departs from one kind of the timetable's own hard rules. */
export interface RuleCost {
  readonly kind: string;
  /** Cost of today's week and of another, by the rules' own weights; 0 is a rule kept. */
  readonly before: number;
  readonly after: number;
}

/** What a week costs by the timetable's own hard rules, kind by kind, today and with other placements. */
export interface HardRules {
  readonly before: number;
  readonly after: number;
  /** The same with every covered lesson counted as its cover teacher's; absent where nobody covers. */
  readonly withCover?: number;
  readonly kinds: readonly RuleCost[];
  /** Kinds of hard rules that nobody here can read, with how many there are. */
  readonly unread: readonly { readonly kind: string; readonly rules: number }[];
}

/**
 * Counts the cost of a timetable's hard rules before and after, as the XHSTT format defines it: what a rule is departed
 * from, shaped by its cost function, times its weight. Rules about lengths and people of lessons cost the same in both,
 * since only starts and rooms differ. Kinds that no rule of XHSTT's is are listed as `unread`.
 */
export function hardRuleCosts(timetable: Timetable, after: readonly Placement[]): HardRules {
  const rules = hardRules(timetable).filter((rule) => rule.kind !== "preassigned-times");
  const today = new Week(timetable, timetable.placements);
  const weeks = [today, after === timetable.placements ? today : new Week(timetable, after)] as const;
  const kinds = new Map<string, { before: number; after: number }>();
  const unread = new Map<string, number>();
  for (const rule of rules) {
    const read = KINDS[rule.kind];
    if (!read) {
      if (!isRead(rule.kind)) unread.set(rule.kind, (unread.get(rule.kind) ?? 0) + 1);
      continue;
    }
    const [before, now] = weeks.map((week) => costOf(rule, read(rule, week)));
    const sum = kinds.get(rule.kind) ?? { before: 0, after: 0 };
    kinds.set(rule.kind, { before: sum.before + before!, after: sum.after + now! });
  }
  const list = [...kinds].map(([kind, costs]) => ({ kind, ...costs }));
  return {
    before: list.reduce((sum, kind) => sum + kind.before, 0),
    after: list.reduce((sum, kind) => sum + kind.after, 0),
    kinds: list,
    unread: [...unread].map(([kind, count]) => ({ kind, rules: count })),
  };
}

/** Kinds of rules that count whom lessons keep busy, and nothing else of them. */
const ABOUT_PEOPLE: ReadonlySet<string> = new Set([
  "avoid-clashes",
  "avoid-unavailable-times",
  "limit-idle-times",
  "cluster-busy-times",
  "limit-busy-times",
]);

/** What a week costs by the hard rules where every covered lesson counts as its cover teacher's. */
export function costWithCover(
  timetable: Timetable,
  plan: Pick<Plan, "placements" | "covered">,
  { after, kinds }: HardRules,
): number {
  const rules = (timetable.rules ?? []).filter(({ kind }) => ABOUT_PEOPLE.has(kind));
  const lived = weekWithCover({ ...timetable, rules }, plan);
  const own = kinds.reduce((sum, one) => sum + (ABOUT_PEOPLE.has(one.kind) ? one.after : 0), 0);
  return after - own + hardRuleCosts(lived, lived.placements).after;
}

function costOf(rule: SchoolRule, deviations: readonly number[]): number {
  const shape = rule.cost ?? "linear";
  const shaped = (d: number) =>
    shape.includes("step") ? Math.min(1, d) : /quadratic|square/.test(shape) ? d * d : d;
  return (rule.weight ?? 1) * deviations.reduce((sum, d) => sum + shaped(d), 0);
}

const outside = (
  value: number,
  { minimum = 0, maximum = Infinity }: { minimum?: number; maximum?: number },
) => Math.max(0, minimum - value, value - maximum);

/** Rules about the shape of a student's day, which every plan leaves as it is. */
const STUDENTS_DAY = /^students-(?!.*(?:activity-tag|building|room|ordered-pair))/;

/** Whether a plan counts what a rule of this kind costs, or cannot change it. */
export function isRead(kind: string): boolean {
  return (
    Object.hasOwn(KINDS, kind) ||
    ALWAYS_KEPT.has(kind) ||
    SAME_FOR_ALL_PLANS.has(kind) ||
    STUDENTS_DAY.test(kind)
  );
}

/** Rules that no start or room of a lesson can keep or break. */
const SAME_FOR_ALL_PLANS = new Set([
  "assign-time",
  "assign-resource",
  "split-events",
  "distribute-split-events",
  "limit-workload",
  "teacher-home-room",
  "teacher-home-rooms",
  "subject-preferred-room",
  "subject-preferred-rooms",
  "activity-tag-preferred-room",
  "activity-tag-preferred-rooms",
  "activity-preferred-rooms",
]);

/** Deviations of each kind of rule whose cost depends on where lessons start, or in which rooms. */
const KINDS: Readonly<Record<string, (rule: SchoolRule, week: Week) => number[]>> = {
  "prefer-resources": (rule, week) => {
    const good = new Set(rule.preferred);
    return (rule.lessons ?? []).map((id) =>
      sumOf(week.meetings(id), ({ duration, chosen }) =>
        chosen.some(({ role, resource }) => role === rule.role && !good.has(resource)) ? duration : 0,
      ),
    );
  },
  "avoid-split-assignments": (rule, week) =>
    (rule.lessonGroups ?? []).map(({ lessons }) => {
      const chosen = lessons.flatMap((id) => week.meetings(id).flatMap((meeting) => meeting.chosen));
      const used = new Set(chosen.flatMap(({ role, resource }) => (role === rule.role ? [resource] : [])));
      return Math.max(0, used.size - 1);
    }),
  "prefer-times": (rule, week) => {
    const good = new Set(rule.periods?.map((id) => week.period.get(id)!));
    return (rule.lessons ?? []).map((id) =>
      week.meetings(id).reduce((sum, { start, duration }) => {
        const counts = rule.duration === undefined || rule.duration === duration;
        return sum + (counts && !good.has(start) ? duration : 0);
      }, 0),
    );
  },
  "break-before": (rule, week) => {
    const opening = week.indices(rule.periods ?? []);
    return week.all.map((meeting) => covered(meeting).filter((p, i) => i > 0 && opening.has(p)).length);
  },
  "spread-events": (rule, week) =>
    (rule.lessonGroups ?? []).map(({ lessons }) => {
      const starts = lessons.flatMap((id) => week.meetings(id).map(({ start }) => start));
      return sumOf(rule.periodGroups, (group) => {
        const within = week.indices(group.periods);
        return outside(starts.filter((start) => within.has(start)).length, group);
      });
    }),
  "link-events": (rule, week) =>
    (rule.lessonGroups ?? []).map(({ lessons }) => {
      const running = lessons.map((id) => new Set(week.meetings(id).flatMap(covered)));
      const any = new Set(running.flatMap((periods) => [...periods]));
      return [...any].filter((period) => running.some((periods) => !periods.has(period))).length;
    }),
  "order-events": (rule, week) =>
    (rule.pairs ?? []).map((pair) => {
      const ends = week.meetings(pair.first).map(({ start, duration }) => start + duration);
      const starts = week.meetings(pair.second).map(({ start }) => start);
      return ends.length > 0 && starts.length > 0
        ? outside(Math.min(...starts) - Math.max(...ends), pair)
        : 0;
    }),
  "avoid-clashes": (rule, week) =>
    (rule.resources ?? []).map((id) => sumOf([...week.usage(id).values()], (count) => count - 1)),
  "avoid-unavailable-times": (rule, week) => {
    const closed = week.indices(rule.periods ?? []);
    return (rule.resources ?? []).map((id) => [...week.usage(id).keys()].filter((p) => closed.has(p)).length);
  },
  "limit-idle-times": (rule, week) =>
    (rule.resources ?? []).map((id) => {
      const used = week.usage(id);
      const idle = sumOf(rule.periodGroups, ({ periods }) => {
        const busy = [...week.indices(periods)].sort((a, b) => a - b).map((period) => used.has(period));
        const first = busy.indexOf(true);
        return first < 0 ? 0 : busy.slice(first, busy.lastIndexOf(true)).filter((taught) => !taught).length;
      });
      return outside(idle, rule);
    }),
  "cluster-busy-times": (rule, week) =>
    (rule.resources ?? []).map((id) => {
      const used = week.usage(id);
      const busy = sumOf(rule.periodGroups, ({ periods }) =>
        [...week.indices(periods)].some((period) => used.has(period)) ? 1 : 0,
      );
      return outside(busy, rule);
    }),
  "limit-busy-times": (rule, week) =>
    (rule.resources ?? []).map((id) => {
      const used = week.usage(id);
      return sumOf(rule.periodGroups, ({ periods }) => {
        const busy = [...week.indices(periods)].filter((period) => used.has(period)).length;
        return busy === 0 ? 0 : outside(busy, rule);
      });
    }),
};

const sumOf = <T>(items: readonly T[] | undefined, of: (item: T) => number) =>
  (items ?? []).reduce((sum, item) => sum + of(item), 0);

const covered = ({ start, duration }: Pick<Meeting, "start" | "duration">) =>
  Array.from({ length: duration }, (_, i) => start + i);

interface Meeting {
  readonly start: number;
  readonly duration: number;
  readonly chosen: NonNullable<Placement["chosen"]>;
}

/** A week laid out for counting, as far as some rule counts it. */
class Week {
  readonly period: ReadonlyMap<string, number>;
  readonly #timetable: Timetable;
  readonly #placements: readonly Placement[];
  #meetings?: Map<string, Meeting[]>;
  #usage?: Map<string, Map<number, number>>;

  constructor(timetable: Timetable, placements: readonly Placement[]) {
    this.period = periodIndex(timetable);
    this.#timetable = timetable;
    this.#placements = placements;
  }
  get all(): readonly Meeting[] {
    return this.#placements.map((placement) => this.#meeting(placement));
  }
  meetings(lesson: string): readonly Meeting[] {
    this.#meetings ??= this.#layMeetings();
    return this.#meetings.get(lesson) ?? [];
  }
  usage(resource: string): ReadonlyMap<number, number> {
    this.#usage ??= this.#layUsage();
    return this.#usage.get(resource) ?? new Map();
  }
  indices(periods: readonly string[]): Set<number> {
    return new Set(periods.map((id) => this.period.get(id)!));
  }
  #meeting({ start, duration, chosen = [] }: Placement): Meeting {
    return { start: this.period.get(start)!, duration, chosen };
  }
  #layMeetings(): Map<string, Meeting[]> {
    const found = new Map<string, Meeting[]>();
    for (const placement of this.#placements) {
      const list = found.get(placement.lesson) ?? [];
      list.push(this.#meeting(placement));
      found.set(placement.lesson, list);
    }
    return found;
  }
  #layUsage(): Map<string, Map<number, number>> {
    const used = resourcesOf(this.#timetable);
    const found = new Map<string, Map<number, number>>();
    for (const placement of this.#placements) {
      for (const id of used(placement)) {
        const usage = found.get(id) ?? new Map<number, number>();
        for (const period of covered(this.#meeting(placement)))
          usage.set(period, (usage.get(period) ?? 0) + 1);
        found.set(id, usage);
      }
    }
    return found;
  }
}
