// Whether the cover in a plan stands: who takes whose lesson while a team meets. Shares no code with the optimiser.

/**
 * What is wrong with the cover of a plan. `plan` has `teams` with `blocks` and the list `covered`; `cover` is what the
 * school allows: `teachers` with their `periods`, `perMember`, `perClass`.
 */
export function coverFaults(before, after, plan, cover, { ownPeriods = 0 } = {}) {
  const faults = [];
  const typeOf = new Map(before.resources.map((r) => [r.id, r.type]));
  const timeOf = new Map(after.times.map((time) => [time.id, time.index]));
  const meetingsOf = (week, id) => week.meetings.filter((m) => m.event.id === id);
  const covered = plan.covered ?? [];

  // Every covered lesson is there, where it was, with the teacher who is said to be away.
  const substitutes = new Map();
  for (const { lesson, occurrence, duration, period, member, by } of covered) {
    const meeting = meetingsOf(after, lesson)[occurrence - 1];
    if (!meeting || meeting.duration !== duration || meeting.start !== timeOf.get(period)) {
      faults.push(`${lesson} ${occurrence} is not at ${period}`);
      continue;
    }
    if (meetingsOf(before, lesson)[occurrence - 1].start !== meeting.start)
      faults.push(`${lesson} is moved and covered`);
    if (!meeting.slots.includes(member)) faults.push(`${member} does not teach ${lesson}`);
    if (meeting.slots.includes(by)) faults.push(`${by} is in ${lesson} already`);
    if (substitutes.has(meeting)) faults.push(`${lesson} has two teachers covered`);
    substitutes.set(meeting, { member, by });
  }

  // Where everybody is, period by period: lessons with their substitutes, and blocks.
  const places = new Map();
  const put = (id, t, place) => {
    const key = `${id}\n${t}`;
    places.set(key, [...(places.get(key) ?? []), place]);
  };
  const today = new Set();
  for (const m of before.meetings) {
    for (const id of m.slots) for (let i = 0; i < m.duration; i++) today.add(`${id}\n${m.start + i}`);
  }
  for (const m of after.meetings) {
    const swap = substitutes.get(m);
    const who = [...new Set(m.slots.filter(Boolean))].map((id) => (id === swap?.member ? swap.by : id));
    for (const id of who)
      for (let i = 0; i < m.duration; i++) put(id, m.start + i, id === swap?.by ? "cover" : "lesson");
    const teachers = (ids) => ids.filter((id) => typeOf.get(id) === "Teacher").length;
    if (teachers([...new Set(who)]) < teachers([...new Set(m.slots)]))
      faults.push(`${m.event.id} is without a teacher`);
  }
  const inBlock = new Set();
  for (const team of plan.teams) {
    for (const block of team.blocks) {
      for (const id of team.members) {
        put(id, timeOf.get(block), "block");
        inBlock.add(`${id}\n${timeOf.get(block)}`);
      }
    }
  }
  for (const [key, list] of places) {
    if (list.length > 1 && list.some((place) => place !== "lesson"))
      faults.push(`${key.split("\n")[0]} is in two places`);
  }

  // Caps, and nobody is covered for nothing.
  const sums = new Map();
  const add = (what, n) => sums.set(what, (sums.get(what) ?? 0) + n);
  for (const [m, { member, by }] of substitutes) {
    add(`by ${by}`, m.duration);
    add(`member ${member}`, m.duration);
    for (const id of new Set(m.slots))
      if (typeOf.get(id) === "Class" || typeOf.get(id) === "Student") add(`class ${id}`, m.duration);
    const span = Array.from({ length: m.duration }, (_, i) => m.start + i);
    if (!span.some((t) => inBlock.has(`${member}\n${t}`)))
      faults.push(`${member} is covered and in no block`);
    // Whoever covers leaves no lesson of his own to somebody else.
    for (const o of after.meetings) {
      const meanwhile = span.some((t) => o.start <= t && t < o.start + o.duration);
      if (o === m || !meanwhile) continue;
      if (o.slots.includes(by)) faults.push(`${by} teaches while covering`);
    }
  }
  const caps = new Map(cover.teachers.map(({ id, periods }) => [id, periods]));
  for (const [what, n] of sums) {
    const [kind, id] = what.split(" ");
    const cap = kind === "by" ? (caps.get(id) ?? 0) : kind === "member" ? cover.perMember : cover.perClass;
    if (cap !== undefined && n > cap) faults.push(`${what}: ${n} periods covered, at most ${cap} allowed`);
  }

  // Own periods: of those without a lesson, as many stay as everybody keeps, or as there are.
  for (const { id, type } of before.resources) {
    if (type !== "Teacher" || ownPeriods === 0) continue;
    const taught = before.times.filter((t) => today.has(`${id}\n${t.index}`)).length;
    const free = before.times.length - taught;
    const given = plan.teams
      .filter(({ members }) => members.includes(id))
      .reduce((sum, { blocks }) => sum + blocks.length, 0);
    const net = given + (sums.get(`by ${id}`) ?? 0) - (sums.get(`member ${id}`) ?? 0);
    if (net > Math.max(0, free - ownPeriods)) faults.push(`${id} has too few own periods`);
  }
  return faults;
}
