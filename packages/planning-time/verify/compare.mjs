// Whether one week is a plan for another. Shares no code with the optimiser.
import { hardCost, suitable } from "./cost.mjs";
import { coverFaults } from "./cover.mjs";

/** Everything that a plan must keep or make, counted on two weeks; `faults` is empty where the plan stands. */
export function checkPlan(before, after, teams, { blocksPerDay = 1, plan, cover, ownPeriods } = {}) {
  const faults = [];
  const typeOf = new Map(before.resources.map((r) => [r.id, r.type]));
  const cells = (week) => {
    const used = new Map();
    for (const m of week.meetings) {
      for (const slot of new Set(m.slots.filter(Boolean))) {
        for (let i = 0; i < m.duration; i++) {
          const key = `${slot}\n${m.start + i}`;
          used.set(key, (used.get(key) ?? 0) + 1);
        }
      }
    }
    return used;
  };
  const old = cells(before);
  const now = cells(after);
  const newClashes = { Teacher: 0, Class: 0, Student: 0, Room: 0 };
  for (const [key, count] of now) {
    const type = typeOf.get(key.split("\n")[0]);
    newClashes[type] = (newClashes[type] ?? 0) + Math.max(0, count - Math.max(1, old.get(key) ?? 0));
  }
  for (const type of ["Teacher", "Class", "Student"]) {
    if (newClashes[type] > 0) faults.push(`${newClashes[type]} new clashes of ${type}`);
  }
  const shape = (used) =>
    [...used.keys()]
      .filter((key) => ["Class", "Student"].includes(typeOf.get(key.split("\n")[0])))
      .sort()
      .join(";");
  if (shape(old) !== shape(now)) faults.push("a student's day has changed");

  const lessons = (week) => {
    const byId = new Map();
    for (const m of week.meetings) {
      const list = byId.get(m.event.id) ?? [];
      byId.set(m.event.id, [...list, m]);
    }
    return byId;
  };
  const oldLessons = lessons(before);
  const newLessons = lessons(after);
  const lengths = (list) =>
    list
      .map((m) => m.duration)
      .sort()
      .join(" ");
  // A room that the event leaves open may be another one: whether it suits is asked below.
  const isOpen = (m, i) => !m.event.resources[i]?.resource && typeOf.get(m.slots[i]) === "Room";
  const people = (list) =>
    list
      .map((m) => `${m.duration} ${m.slots.map((slot, i) => (isOpen(m, i) ? "a room" : slot)).join(" ")}`)
      .sort()
      .join("\n");
  let moved = 0;
  for (const [id, list] of oldLessons) {
    const next = newLessons.get(id) ?? [];
    if (lengths(list) !== lengths(next)) faults.push(`lengths of ${id} have changed`);
    else if (people(list) !== people(next)) faults.push(`people of ${id} have changed`);
    else faults.push(...roomFaults(before, id, list, next, isOpen));
    const pairs = new Set(list.map((m) => `${m.start} ${m.duration}`));
    for (const m of next) {
      if (!pairs.has(`${m.start} ${m.duration}`)) moved += m.duration;
      const { day } = after.times[m.start];
      const there = after.times.slice(m.start, m.start + m.duration).filter((time) => time.day === day);
      if (there.length < m.duration) faults.push(`${id} runs over the end of a day or a break`);
      if (m.event.time !== undefined && after.times[m.start].id !== m.event.time)
        faults.push(`${id} had a fixed time`);
    }
  }
  for (const id of newLessons.keys()) if (!oldLessons.has(id)) faults.push(`${id} is new`);
  faults.push(...spreadFaults(before, after));

  // With cover the blocks are those that the plan names; without it, all that the week has room for.
  if (cover) faults.push(...coverFaults(before, after, plan, cover, { ownPeriods }));
  const found = cover
    ? blocksNamed(after, teams, plan, blocksPerDay)
    : blocksOf(after, now, teams, blocksPerDay);
  const hard = { before: hardCost(before), after: hardCost(after) };
  return { faults, newClashes, moved, wanted: found.wanted, possible: found.possible, hard };
}

/** Rooms that the event had in none of its meetings must be among those that every required preference names. */
function roomFaults(week, id, list, next, isOpen) {
  const faults = [];
  for (const m of next) {
    m.slots.forEach((room, i) => {
      if (!isOpen(m, i) || list.some((old) => old.slots[i] === room)) return;
      if (suitable(week, m.event, m.event.resources[i].role)?.has(room) !== true)
        faults.push(`${id} is in ${room}, which does not suit it`);
    });
  }
  return faults;
}

/** Same people, same length: no day has more of it than the fullest day had. */
function spreadFaults(before, after) {
  const fullest = (week) => {
    const perDay = new Map();
    for (const m of week.meetings) {
      const key = `${[...new Set(m.slots.filter(Boolean))]
        .filter((id) => isPerson(week, id))
        .sort()
        .join(" ")}|${m.duration}`;
      const days = perDay.get(key) ?? new Map();
      const day = week.times[m.start]?.day;
      perDay.set(key, days.set(day, (days.get(day) ?? 0) + 1));
    }
    return perDay;
  };
  const old = fullest(before);
  const faults = [];
  for (const [key, days] of fullest(after)) {
    if (Math.max(...days.values()) > Math.max(...(old.get(key)?.values() ?? [0]))) {
      faults.push(`more on one day than on the fullest day before: ${key}`);
    }
  }
  return faults;
}

const isPerson = (week, id) => {
  week.typeById ??= new Map(week.resources.map((r) => [r.id, r.type]));
  return week.typeById.get(id) !== "Room";
};

/** The blocks that a plan names, as many as are wanted and lie on different days. */
function blocksNamed(week, teams, plan, blocksPerDay) {
  const dayOf = new Map(week.times.map((time) => [time.id, time.day]));
  const wanted = teams.reduce((sum, team) => sum + team.blocks, 0);
  const possible = teams.reduce((sum, team) => {
    const named = plan.teams.find(({ id }) => id === team.id)?.blocks ?? [];
    const perDay = new Map();
    for (const block of new Set(named)) perDay.set(dayOf.get(block), (perDay.get(dayOf.get(block)) ?? 0) + 1);
    const days = [...perDay.values()].reduce((most, count) => most + Math.min(count, blocksPerDay), 0);
    return sum + Math.min(team.blocks, days);
  }, 0);
  return { wanted, possible };
}

/** How many of the wanted blocks the week has, each team on different days, nobody in two blocks at once. */
function blocksOf(week, used, teams, blocksPerDay) {
  let wanted = 0;
  let possible = 0;
  const taken = new Set();
  for (const team of teams) {
    wanted += team.blocks;
    const perDay = new Map();
    let found = 0;
    for (const time of week.times) {
      if (found === team.blocks) break;
      const free = team.members.every(
        (id) => !used.has(`${id}\n${time.index}`) && !taken.has(`${id}\n${time.index}`),
      );
      if (!free || (perDay.get(time.day) ?? 0) >= blocksPerDay) continue;
      perDay.set(time.day, (perDay.get(time.day) ?? 0) + 1);
      for (const id of team.members) taken.add(`${id}\n${time.index}`);
      found++;
    }
    possible += found;
  }
  return { wanted, possible };
}
