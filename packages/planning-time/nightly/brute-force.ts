import type { SmallSchool } from "./small-schools.js";

/** The best plan of a tiny school by trying every week; written from the rules in words, not from the optimiser. */
export function bruteForce({ timetable, teams }: SmallSchool): { missing: number; moved: number } {
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
  let best = { missing: Infinity, moved: Infinity };
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
    const missing = fewestMissing(0);
    if (missing < best.missing || (missing === best.missing && moved < best.moved)) best = { missing, moved };
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
  const fewestMissing = (from: number): number => {
    const team = wanted[from];
    if (!team) return 0;
    let least = 1 + skip(from);
    for (let p = 0; p < periods.length; p++) {
      const mine = team.members.map((id) => `${id} ${p}`);
      if (mine.some((cell) => busy.has(cell))) continue;
      if (
        wanted
          .slice(0, from)
          .some(
            (other, i) => other === team && chosen[i]! >= 0 && periods[chosen[i]!]!.day === periods[p]!.day,
          )
      )
        continue;
      for (const cell of mine) busy.add(cell);
      chosen[from] = p;
      least = Math.min(least, fewestMissing(from + 1));
      chosen[from] = -1;
      for (const cell of mine) busy.delete(cell);
    }
    return least;
  };
  const skip = (from: number) => {
    chosen[from] = -1;
    return fewestMissing(from + 1);
  };
  visit(0);
  return best;
}
