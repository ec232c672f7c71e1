import type { Terms } from "../src/objective.js";
import type { SmallSchool } from "./small-schools.js";

/** What a plan costs, in the order in which it decides: the first numbers that differ. */
export type Ranking = (terms: Terms) => readonly number[];

const usual: Ranking = ({ missing, fairness, moved, touched, cover, unpopular }) => [
  missing,
  fairness,
  moved,
  touched,
  cover,
  unpopular,
];

/** A lesson that somebody takes for a member. */
interface Covered {
  readonly i: number;
  readonly member: string;
  readonly by: string;
}

/** The best plan of a tiny school by trying every week; written from the rules in words, not from the optimiser. */
export function bruteForce(
  { timetable, teams, cover, ownPeriods = 0 }: SmallSchool,
  { rank = usual, unpopular = [] }: { rank?: Ranking; unpopular?: readonly string[] } = {},
): Terms {
  const { periods, placements } = timetable;
  const index = new Map(periods.map((period, i) => [period.id, i]));
  const lesson = new Map(timetable.lessons.map((entry) => [entry.id, entry]));
  const cells = (i: number, start: number) =>
    Array.from({ length: placements[i]!.duration }, (_, d) => start + d).flatMap((p) =>
      lesson.get(placements[i]!.lesson)!.resources.map((id) => `${id} ${p}`),
    );
  const today = new Set(placements.flatMap((p, i) => cells(i, index.get(p.start)!)));
  const mayBe = placements.map((placement, i) =>
    periods
      .map((_, p) => p)
      .filter((p) => periods[p + placement.duration - 1]?.day === periods[p]!.day)
      .filter((p) => cells(i, p).every((cell) => cell.startsWith("t") || today.has(cell))),
  );
  const key = (i: number) =>
    `${[...lesson.get(placements[i]!.lesson)!.resources].sort().join(" ")}|${placements[i]!.duration}`;
  const fullest = perDay(placements.map((p) => index.get(p.start)!));
  function perDay(starts: readonly number[]): Map<string, number> {
    const counts = new Map<string, number>();
    starts.forEach((p, i) => {
      const cell = `${key(i)}\n${periods[p]!.day}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    });
    const most = new Map<string, number>();
    for (const [cell, n] of counts) {
      const name = cell.split("\n")[0]!;
      most.set(name, Math.max(most.get(name) ?? 0, n));
    }
    return most;
  }
  let best: Terms | undefined;
  const offer = (terms: Terms) => {
    const [mine, theirs] = [rank(terms), best && rank(best)];
    const first = mine.findIndex((value, i) => value !== theirs?.[i]);
    if (!theirs || (first >= 0 && mine[first]! < theirs[first]!)) best = terms;
  };
  const starts: number[] = [];
  const busy = new Set<string>();
  const visit = (i: number): void => {
    if (i < placements.length) {
      for (const p of mayBe[i]!) {
        const mine = cells(i, p);
        if (mine.some((cell) => busy.has(cell))) continue;
        for (const cell of mine) busy.add(cell);
        starts.push(p);
        visit(i + 1);
        starts.pop();
        for (const cell of mine) busy.delete(cell);
      }
      return;
    }
    for (const [name, n] of perDay(starts)) if (n > fullest.get(name)!) return;
    const moved = movedPeriods();
    const changed = changedPeople();
    eachChoice(0, () =>
      eachCover((covered) => {
        const touched = new Set([...changed, ...covered.flatMap(({ member, by }) => [member, by])]).size;
        const periods = covered.reduce((sum, { i }) => sum + placements[i]!.duration, 0);
        offer({ moved, touched, cover: periods, ...blockTerms() });
      }),
    );
  };
  /** Everybody who does not have the same lessons in the same periods as before. */
  const changedPeople = () => {
    const lessonsOf = (id: string, at: (i: number) => number) =>
      placements
        .flatMap((placement, i) => (lesson.get(placement.lesson)!.resources.includes(id) ? [i] : []))
        .map((i) => `${placements[i]!.lesson} ${at(i)} ${placements[i]!.duration}`)
        .sort()
        .join();
    const before = (i: number) => index.get(placements[i]!.start)!;
    return timetable.resources
      .map(({ id }) => id)
      .filter((id) => lessonsOf(id, before) !== lessonsOf(id, (i) => starts[i]!));
  };
  const movedPeriods = () => {
    let sum = 0;
    placements.forEach((placement, i) => {
      const stays = placements.some(
        (other) =>
          other.lesson === placement.lesson &&
          other.duration === placement.duration &&
          index.get(other.start) === starts[i],
      );
      if (!stays) sum += placement.duration;
    });
    return sum;
  };
  const wanted = teams.flatMap((team) => new Array<(typeof teams)[number]>(team.blocks ?? 0).fill(team));
  const chosen: number[] = [];
  const blockTerms = () => {
    const lacks = teams.map((team) => {
      const without = wanted.filter((other, i) => other === team && chosen[i] === -1).length;
      return { without, share: (team.blocks ?? 0) > 0 ? without / team.blocks! : 0 };
    });
    return {
      missing: lacks.reduce((sum, { without }) => sum + without, 0),
      fairness: Math.ceil(100 * Math.max(0, ...lacks.map(({ share }) => share)) - 1e-9),
      unpopular: chosen.filter((p) => p >= 0 && unpopular.includes(periods[p]!.id)).length,
    };
  };
  /** Every choice of blocks that this week leaves room for. */
  const eachChoice = (from: number, then: () => void): void => {
    const team = wanted[from];
    if (!team) {
      then();
      return;
    }
    for (let p = -1; p < periods.length; p++) {
      const mine = p < 0 ? [] : team.members.map((id) => `${id} ${p}`);
      if (mine.some((cell) => inBlock.has(cell) || (!cover && busy.has(cell)))) continue;
      const day = periods[p]?.day;
      const own = wanted.slice(0, from).flatMap((other, i) => (other === team ? [chosen[i]!] : []));
      if (p >= 0 && own.some((q) => periods[q]?.day === day)) continue;
      for (const cell of mine) inBlock.add(cell);
      chosen[from] = p;
      eachChoice(from + 1, then);
      for (const cell of mine) inBlock.delete(cell);
    }
  };
  const inBlock = new Set<string>();
  /** Every way to give what members teach during blocks to cover teachers: within all caps and own periods. */
  const eachCover = (then: (covered: readonly Covered[]) => void): void => {
    const needed = starts.flatMap((start, i) => {
      const away = cells(i, start).filter((cell) => inBlock.has(cell));
      const members = [...new Set(away.map((cell) => cell.split(" ")[0]!))];
      return members.length > 0 ? [{ i, members }] : [];
    });
    const stays = (i: number) =>
      placements.some((other, j) => key(j) === key(i) && index.get(other.start) === starts[i]);
    if (needed.some(({ i, members }) => members.length > 1 || !stays(i))) return;
    const taken = new Set<string>();
    const used = new Map<string, number>();
    const add = (what: string, n: number) => used.set(what, (used.get(what) ?? 0) + n);
    const most = (what: string): number => {
      const [kind, id] = what.split(" ");
      if (kind === "member") return cover?.perMember ?? Infinity;
      if (kind === "class") return cover?.perClass ?? Infinity;
      return cover?.teachers.find((teacher) => teacher.id === id)?.periods ?? 0;
    };
    const keepsOwn = () =>
      timetable.resources.every(({ id, kind }) => {
        if (kind !== "teacher") return true;
        const free = periods.filter((_, p) => !today.has(`${id} ${p}`)).length;
        const blocks = periods.filter((_, p) => inBlock.has(`${id} ${p}`)).length;
        const net = blocks + (used.get(`by ${id}`) ?? 0) - (used.get(`member ${id}`) ?? 0);
        return net <= Math.max(0, free - ownPeriods);
      });
    const covered: Covered[] = [];
    const assign = (n: number): void => {
      if (n === needed.length) {
        if (keepsOwn()) then(covered);
        return;
      }
      const { i, members } = needed[n]!;
      const { duration } = placements[i]!;
      const people = lesson.get(placements[i]!.lesson)!.resources;
      const classes = people.filter((id) => !id.startsWith("t"));
      for (const { id: by } of cover?.teachers ?? []) {
        const mine = Array.from({ length: duration }, (_, d) => `${by} ${starts[i]! + d}`);
        if (mine.some((cell) => busy.has(cell) || inBlock.has(cell) || taken.has(cell))) continue;
        const counts = [`by ${by}`, `member ${members[0]}`, ...classes.map((id) => `class ${id}`)];
        for (const cell of mine) taken.add(cell);
        for (const what of counts) add(what, duration);
        covered.push({ i, member: members[0]!, by });
        if (counts.every((what) => used.get(what)! <= most(what))) assign(n + 1);
        covered.pop();
        for (const cell of mine) taken.delete(cell);
        for (const what of counts) add(what, -duration);
      }
    };
    assign(0);
  };
  visit(0);
  return best!;
}
