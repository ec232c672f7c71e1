// 5,000,000 rows in 16,000 groups (2,000 schools × 8 subgroups): n, mean, standard deviation, share at a cut.
// Each engine in a process of its own, rounds interleaved, median of the rounds; the plain loop is the measure.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROWS = 5_000_000;
const SCHOOLS = 2000;
const SUBGROUPS = 8;
const CUT = 520;
const engines = { ours, plain, duckdb, arquero, together };

function data() {
  const school = new Uint16Array(ROWS);
  const subgroup = new Uint8Array(ROWS);
  const score = new Float64Array(ROWS);
  let state = 12345;
  for (let i = 0; i < ROWS; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    school[i] = state % SCHOOLS;
    subgroup[i] = (state >>> 13) % SUBGROUPS;
    score[i] = 400 + ((state >>> 8) % 2400) / 10;
  }
  return { school, subgroup, score };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function timed(run) {
  const times = [];
  let checksum = 0;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    checksum = await run();
    times.push(performance.now() - start);
  }
  return { ms: median(times), checksum, rss: process.resourceUsage().maxRSS / 1024 };
}

async function ours() {
  return timed(await oursOn(data()));
}

async function oursOn({ school, subgroup, score }) {
  const { groupBy } = await import("../dist/index.js");
  const names = (prefix, n) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
  const table = {
    length: ROWS,
    columns: {
      school: { kind: "text", codes: school, dictionary: names("s", SCHOOLS) },
      subgroup: { kind: "text", codes: subgroup, dictionary: names("g", SUBGROUPS) },
      score: { kind: "number", values: score },
    },
  };
  return () => {
    const { value } = groupBy(table, ["school", "subgroup"], { of: "score", cut: CUT });
    let sum = 0;
    for (let g = 0; g < value.length; g++) {
      sum += value.n[g] + value.mean(g) + value.deviation(g) + value.count(g) / value.n[g];
    }
    return sum;
  };
}

async function plain() {
  return timed(plainOn(data()));
}

function plainOn({ school, subgroup, score }) {
  return () => {
    const groups = SCHOOLS * SUBGROUPS;
    const n = new Float64Array(groups);
    const total = new Float64Array(groups);
    const squares = new Float64Array(groups);
    const above = new Float64Array(groups);
    for (let i = 0; i < ROWS; i++) {
      const g = school[i] * SUBGROUPS + subgroup[i];
      const value = score[i];
      n[g]++;
      total[g] += value;
      squares[g] += value * value;
      if (value >= CUT) above[g]++;
    }
    let sum = 0;
    for (let g = 0; g < groups; g++) {
      if (n[g] === 0) continue;
      const centre = total[g] / n[g];
      sum += n[g] + centre + Math.sqrt((squares[g] - n[g] * centre * centre) / (n[g] - 1)) + above[g] / n[g];
    }
    return sum;
  };
}

/** Ours and the plain loop by turns in one process, on one data set: a ratio that a busy machine moves little. */
async function together() {
  const columns = data();
  const [loop, group] = [plainOn(columns), await oursOn(columns)];
  const ratios = [];
  const took = (run) => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  for (let i = 0; i < 12; i++) {
    const base = took(loop);
    ratios.push(took(group) / base);
  }
  return { ratio: median(ratios.slice(1)), rss: process.resourceUsage().maxRSS / 1024 };
}

async function duckdb() {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("create table t (school usmallint, subgroup utinyint, score double)");
  const { school, subgroup, score } = data();
  const appender = await connection.createAppender("t");
  for (let i = 0; i < ROWS; i++) {
    appender.appendUSmallInt(school[i]);
    appender.appendUTinyInt(subgroup[i]);
    appender.appendDouble(score[i]);
    appender.endRow();
  }
  appender.closeSync();
  const sql = `select sum(n + m + s + a) from (select count(*) n, avg(score) m, stddev_samp(score) s,
    avg((score >= ${CUT})::int) a from t group by school, subgroup)`;
  return timed(async () => Number((await connection.runAndReadAll(sql)).getRows()[0][0]));
}

async function arquero() {
  const aq = await import("arquero");
  const table = aq.table(data());
  return timed(() => {
    const grouped = table.groupby("school", "subgroup").rollup({
      n: () => aq.op.count(),
      m: (d) => aq.op.mean(d.score),
      s: (d) => aq.op.stdev(d.score),
      a: (d) => aq.op.sum(d.score >= 520 ? 1 : 0),
    });
    let sum = 0;
    const [n, m, s, a] = ["n", "m", "s", "a"].map((name) => grouped.array(name));
    for (let g = 0; g < n.length; g++) sum += n[g] + m[g] + s[g] + a[g] / n[g];
    return sum;
  });
}

const [engine] = process.argv.slice(2);
if (engine) {
  console.log(JSON.stringify(await engines[engine]()));
} else {
  const rounds = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  for (let round = 0; round < 3; round++) {
    for (const name of Object.keys(engines)) {
      const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
        encoding: "utf8",
      });
      if (status !== 0) console.error(`${name}: ${stderr.split("\n").slice(0, 3).join(" ")}`);
      else rounds[name].push(JSON.parse(stdout));
    }
  }
  const middle = (name, field) => median(rounds[name].map((one) => one[field]));
  const base = middle("plain", "ms");
  console.log(
    `ours by turns with plain in one process: ${middle("together", "ratio").toFixed(2)} × plain ` +
      `(rounds ${rounds.together.map(({ ratio }) => ratio.toFixed(2)).join(", ")})`,
  );
  for (const name of Object.keys(engines)) {
    if (rounds[name].length === 0 || name === "together") continue;
    console.log(
      `${name.padEnd(8)} ${middle(name, "ms").toFixed(0).padStart(6)} ms  ${(middle(name, "ms") / base).toFixed(2).padStart(6)} × plain  ` +
        `${middle(name, "rss").toFixed(0).padStart(5)} MiB  checksum ${middle(name, "checksum").toFixed(3)}`,
    );
  }
}
