// The linear relaxation from which bounds are taken, stated from the rules in words; shares no code with the optimiser.

/** Columns with costs and upper bounds, and rows of terms, of "every team has its blocks, few periods move". */
export function relaxationOf(week, teams) {
  const people = new Map(week.resources.filter((r) => r.type !== "Room").map((r) => [r.id, r.type]));
  const day = (t) => week.times[t]?.day;

  // Lessons by kind: same people, same length; those with a fixed time stand still.
  const present = new Map();
  const kinds = new Map();
  for (const m of week.meetings) {
    const who = [...new Set(m.slots.filter((id) => people.has(id)))].sort();
    for (let i = 0; i < m.duration; i++) {
      for (const id of who)
        present.set(`${id}\n${m.start + i}`, (present.get(`${id}\n${m.start + i}`) ?? 0) + 1);
    }
    const key = `${who.join(" ")}|${m.duration}|${m.event.time ? `${m.event.id} ${m.start}` : ""}`;
    const kind = kinds.get(key) ?? {
      who,
      duration: m.duration,
      fixed: m.event.time !== undefined,
      starts: [],
    };
    kind.starts.push(m.start);
    kinds.set(key, kind);
  }

  const costs = [];
  const upper = [];
  const rows = [];
  const column = (cost, most) => {
    costs.push(cost);
    upper.push(most);
    return costs.length - 1;
  };
  const cells = new Map();
  const perDay = [];
  for (const kind of kinds.values()) {
    const mine = new Map();
    const today = new Set(kind.starts);
    for (let t = 0; t < week.times.length; t++) {
      const fits = day(t) === day(t + kind.duration - 1);
      const atSchool = kind.who.every(
        (id) =>
          people.get(id) === "Teacher" ||
          Array.from({ length: kind.duration }, (_, i) => t + i).every((q) => present.has(`${id}\n${q}`)),
      );
      if (!today.has(t) && (kind.fixed || !fits || !atSchool)) continue;
      const c = column(today.has(t) ? 0 : kind.duration, kind.starts.length);
      mine.set(t, c);
      for (let i = 0; i < kind.duration; i++) {
        for (const id of kind.who) {
          const key = `${id}\n${t + i}`;
          cells.set(key, [...(cells.get(key) ?? []), { c, who: kind.who }]);
        }
      }
    }
    rows.push({
      terms: [...mine.values()].map((c) => [c, 1]),
      lower: kind.starts.length,
      upper: kind.starts.length,
    });
    const most = Math.max(...[...today].map((t) => kind.starts.filter((s) => day(s) === day(t)).length));
    for (const d of new Set(week.times.map((time) => time.day))) {
      const terms = [...mine].filter(([t]) => day(t) === d).map(([, c]) => [c, 1]);
      if (terms.length > most && !kind.fixed) perDay.push({ terms, lower: -Infinity, upper: most });
    }
  }
  const blocks = teams.map(() => week.times.map(() => column(0, 1)));
  teams.forEach((team, g) => {
    rows.push({ terms: blocks[g].map((c) => [c, 1]), lower: team.blocks, upper: Infinity });
    for (const d of new Set(week.times.map((time) => time.day))) {
      rows.push({
        terms: blocks[g].filter((_, t) => day(t) === d).map((c) => [c, 1]),
        lower: -Infinity,
        upper: 1,
      });
    }
  });
  for (const [key, users] of cells) {
    const [id, t] = key.split("\n");
    const room = Math.max(1, present.get(key) ?? 0);
    const terms = users.map(({ c }) => [c, 1]);
    teams.forEach((team, g) => {
      if (team.members.includes(id)) terms.push([blocks[g][Number(t)], room]);
      else if (room === 1 && people.get(id) !== "Teacher") {
        const taught = users.filter(({ who }) => who.some((other) => team.members.includes(other)));
        if (taught.length > 1)
          rows.push({
            terms: [...taught.map(({ c }) => [c, 1]), [blocks[g][Number(t)], 1]],
            lower: -Infinity,
            upper: 1,
          });
      }
    });
    rows.push({ terms, lower: -Infinity, upper: room });
  }
  rows.push(...perDay);
  return { costs, upper, rows };
}

/** Solves it and certifies its value by the row prices: any prices give a valid bound, so the solver need not be trusted. */
export function certifiedBound(highs, { costs, upper, rows }) {
  const starts = [0];
  const indices = [];
  const values = [];
  for (const { terms } of rows) {
    for (const [c, v] of terms) {
      indices.push(c);
      values.push(v);
    }
    starts.push(indices.length);
  }
  const model = highs.createModel({
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs,
    colLower: new Float64Array(costs.length),
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: { format: "csr", numRows: rows.length, numCols: costs.length, starts, indices, values },
  });
  model.options.set({ output_flag: false, solver: "ipm", run_crossover: "off" });
  model.run();
  if (model.getModelStatus() === highs.constants.modelStatus.infeasible) {
    return { impossible: true };
  }
  const prices = model.getSolution().rowDual;
  const reduced = [...costs];
  let certified = 0;
  rows.forEach((row, r) => {
    const limit = prices[r] > 0 ? row.lower : row.upper;
    if (prices[r] === 0 || !Number.isFinite(limit)) return;
    certified += prices[r] * limit;
    for (const [c, v] of row.terms) reduced[c] -= prices[r] * v;
  });
  reduced.forEach((value, c) => {
    if (value < 0) certified += value * upper[c];
  });
  return {
    relaxation: model.getObjectiveValue(),
    certified,
    moved: Math.max(0, Math.ceil(certified - 1e-5)),
  };
}
