import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { wholeCounts } from "./whole-counts.js";

type Evidence = typeof import("../src/index.js");

/** One deliberate error in a source file. */
interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const mutants: Mutant[] = [
  {
    name: "variance with n",
    file: "descriptive.ts",
    from: "(rest * rest) / n) / (n - 1))",
    to: "(rest * rest) / n) / n)",
  },
  {
    name: "covariance with n",
    file: "descriptive.ts",
    from: "return sum / (x.length - 1);",
    to: "return sum / x.length;",
  },
  { name: "slope error with n", file: "growth/line.ts", from: "squares / (n - 2)", to: "squares / n" },
  {
    name: "Wald for Wilson",
    file: "groups/proportion.ts",
    from: "(p + half + sign * z * Math.sqrt((p * (1 - p)) / n + half / (2 * n))) / (1 + 2 * half)",
    to: "p + sign * z * Math.sqrt((p * (1 - p)) / n)",
  },
  {
    name: "uncorrected item-total",
    file: "items/item-analysis.ts",
    from: "totals.map((total, s) => total - column[s]!)",
    to: "totals",
  },
  {
    name: "uncorrected item-total in the report",
    file: "items/item-summary.ts",
    from: "totals[s]! - points[index]!",
    to: "totals[s]!",
  },
  {
    name: "KR-20 with mixed divisors",
    file: "items/reliability.ts",
    from: "const spread = (sample * (n - 1)) / n;",
    to: "const spread = sample;",
  },
  {
    name: "points on the median counted",
    file: "process/run-chart.ts",
    from: "values.filter((value) => value !== centre)",
    to: "values",
  },
  {
    name: "missing answer as 0",
    file: "items/scoring.ts",
    from: "points[s]!.push(null);",
    to: "points[s]!.push(0);",
  },
  {
    name: "missing score as 0 in a covariance",
    file: "items/score-matrix.ts",
    from: "rows.map((row) => row[j] ?? null)",
    to: "rows.map((row) => row[j] ?? 0)",
  },
  {
    name: "pair weight 1 in Krippendorff",
    file: "agreement/krippendorff.ts",
    from: "1 / (given.length - 1)",
    to: "1",
  },
  {
    name: "short Hedges factor",
    file: "groups/mean-difference.ts",
    from: "Math.exp(logGamma(df / 2) - 0.5 * Math.log(df / 2) - logGamma((df - 1) / 2))",
    to: "1 - 3 / (4 * df - 1)",
  },
  {
    name: "equal x in Theil-Sen",
    file: "growth/line.ts",
    from: "if (x[i] !== x[j]) slopes.push((y[i]! - y[j]!) / (x[i]! - x[j]!))",
    to: "slopes.push((y[i]! - y[j]!) / (x[i]! - x[j]! || 1))",
  },
  {
    name: "ties as wins in NAP",
    file: "single-case/overlap.ts",
    from: "high === low ? 0.5 : 0",
    to: "high === low ? 1 : 0",
  },
  {
    name: "attacker that trusts the first bound",
    file: "disclosure/attack.ts",
    from: "const high = -program.minimise(cost);",
    to: "const high = Number.POSITIVE_INFINITY; program.minimise(cost);",
  },
  {
    name: "attacker who does not know that counts are whole",
    file: "disclosure/attack.ts",
    from: "Math.floor(high + 1e-6)",
    to: "high",
  },
  {
    name: "earlier release forgotten",
    file: "disclosure/protect-again.ts",
    from: "alreadyPublished: new Set([...(policy.alreadyPublished ?? []), ...shown]),",
    to: "",
  },
  {
    name: "a row in one column shown",
    file: "disclosure/published-set.ts",
    from: "filled.length === 1 && columns.length > 1",
    to: "false",
  },
  {
    name: "tail of t by squaring alone",
    file: "distributions/student-t.ts",
    from: "if (t > FAR * Math.sqrt(df))",
    to: "if (t < 0)",
  },
  {
    name: "primary suppression only",
    file: "disclosure/protect.ts",
    from: "if (open.length === 0) break;",
    to: "break;",
  },
  {
    name: "undefined correlation as 0",
    file: "descriptive.ts",
    from: "isConstant(x) || isConstant(y)) return null;",
    to: "isConstant(x) || isConstant(y)) return 0;",
  },
  {
    name: "plain p chart for Laney's",
    file: "process/proportion-chart.ts",
    from: "return (mean(ranges) ?? D2) / D2;",
    to: "return 1;",
  },
  {
    name: "unbiased chance in DIF without correction",
    file: "items/differential-functioning.ts",
    from: "(gap >= 0.5 ? 0.5 : 0)",
    to: "0",
  },
];

async function load(mutant?: Mutant): Promise<Evidence> {
  const { outputFiles } = await build({
    entryPoints: ["packages/evidence/src/index.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    conditions: ["@collegium/source"],
    logLevel: "error",
    plugins: [
      {
        name: "mutant",
        setup(setup) {
          if (!mutant) return;
          setup.onLoad({ filter: new RegExp(`${mutant.file.replaceAll(".", "\\.")}$`) }, ({ path }) => {
            const text = flat(readFileSync(path, "utf8"));
            if (!text.includes(flat(mutant.from)))
              throw new Error(`${mutant.name}: the text to change is gone`);
            return { contents: text.replace(flat(mutant.from), mutant.to), loader: "ts" };
          });
        },
      },
    ],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString("base64")}`);
}

/** Without comments and line breaks, so that formatting does not hide a text. */
function flat(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/\s+/g, " ")
    .replaceAll("( ", "(")
    .replaceAll(", )", ")");
}

/** Facts from textbooks and hand calculation that each mutant must break. */
function failures(e: Evidence): string[] {
  const wrong: string[] = [];
  const near = (name: string, got: number | null | undefined, wanted: number | null, tolerance = 1e-9) => {
    const fits =
      wanted === null ? got === null : typeof got === "number" && Math.abs(got - wanted) <= tolerance;
    if (!fits) wrong.push(name);
  };
  try {
    near("far t", e.tTails(1e200, 1).upper * 1e200, 1 / Math.PI, 1e-10);
  } catch {
    wrong.push("far t");
  }
  near(
    "whole counts",
    e.attack(wholeCounts, new Set(["a", "b", "c", "s", "r"])).find(({ id }) => id === "a")?.high,
    4,
  );
  // To hide u the total T would be cheapest, but T has been published.
  const cells = (counts: Record<string, number>) =>
    Object.entries(counts).map(([id, count]) => ({ id, count }));
  const earlier = { cells: cells({ T: 43, p: 3, q: 40 }), sums: [{ total: "T", parts: ["p", "q"] }] };
  const next = {
    cells: cells({ T: 43, u: 4, v: 39, w: 50, W: 89 }),
    sums: [
      { total: "T", parts: ["u", "v"] },
      { total: "W", parts: ["v", "w"] },
    ],
  };
  const again = e.protectAgain([{ set: earlier, suppressed: new Set(["p", "q"]) }], next, {
    minimum: 10,
    width: 5,
  });
  if (!again.ok || again.value.suppressed.has("T")) wrong.push("earlier release");
  near("variance", e.variance([2, 4, 4, 4, 5, 5, 7, 9]), 32 / 7);
  near("covariance", e.covariance([1, 2, 3], [1, 3, 2]), 0.5);
  near("slope error", e.leastSquares([1, 2, 3, 4], [1, 3, 2, 5])?.slopeError, Math.sqrt(2.7 / 2 / 5));
  near("Wilson 0 of 10", e.wilsonInterval(0, 10)?.high, 0.27753279986288926);
  const guttman = [
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 0],
    [0, 0, 0],
    [1, 1, 1],
  ];
  near("item-rest", e.itemStatistics(guttman)[0]!.itemRest, e.correlation([1, 1, 1, 0, 1], [2, 1, 0, 0, 2])!);
  const quiz = e.itemReport(
    {
      students: ["a", "b", "c", "d", "e"].map((id) => ({ id })),
      items: ["q1", "q2", "q3"].map((id) => ({ id })),
      responses: [...guttman.slice(0, 4), [1, null, 1]],
    },
    { audience: "team" },
  );
  const first = quiz.ok ? quiz.value.items : [];
  near("item-rest in the report", first[0]?.discrimination, e.correlation([1, 1, 1, 0, 1], [2, 1, 0, 0, 1])!);
  near("answers without the missing", first[1]?.of, 4);
  // KR-20 of the Guttman pattern, by hand: totals 3 2 1 0 3, item p .8 .6 .4.
  near("KR-20", e.kuderRichardson(guttman).kr20, 1.5 * (1 - (0.16 + 0.24 + 0.24) / 1.36));
  near("median skipped", e.runChart([1, 2, 3, 2, 1, 3, 2])?.useful, 4);
  near(
    "pairwise alpha",
    e.reliability(
      [
        [1, 2, 1],
        [2, 3, 2],
        [3, 5, 4],
        [4, null, 4],
      ],
      "pairwise",
    ).n,
    4,
  );
  const withHole = e.reliability(
    [
      [1, 2],
      [2, 3],
      [3, 5],
      [4, null],
    ],
    "pairwise",
  ).alpha;
  near("hole is not a zero", withHole, 2 * (1 - (5 / 3 + 7 / 3) / (5 / 3 + 7 / 3 + 3)));
  near(
    "Krippendorff",
    e.krippendorffAlpha(
      [
        [1, 1, 1],
        [1, 2, 2],
        [2, 2, 2],
        [1, 1, 2],
      ],
      "nominal",
    ),
    1 - (11 * (8 / 2)) / 72,
  );
  near("Hedges", e.hedgesFactor(4), 0.7978845608028654);
  near("Theil-Sen", e.theilSen([1, 1, 2, 3], [0, 9, 3, 4])?.slope, 1);
  near("NAP", e.overlap([1, 2, 3], [3, 4, 5], "increase")?.nap, 8.5 / 9);
  near("no spread, no correlation", e.correlation([1, 1, 1], [1, 2, 3]), null);
  near(
    "Laney",
    e.laneyChart([
      { x: 10, n: 100 },
      { x: 60, n: 100 },
      { x: 20, n: 100 },
    ])?.widening,
    (0.5 + 0.4) / 2 / Math.sqrt(0.21 / 100) / 1.128,
  );
  near(
    "Mantel-Haenszel",
    e.mantelHaenszel([[10, 5, 4, 11]]).chiSquare,
    (3 - 0.5) ** 2 / ((15 * 15 * 14 * 16) / (900 * 29)),
  );
  const set = e.publishedSet({
    name: "t",
    rows: ["a", "b"],
    columns: ["x", "y"],
    counts: [
      [3, 40],
      [50, 60],
    ],
  });
  if (set.ok) {
    const one = e.cellId("t", "a", "x");
    near(
      "a row in one column",
      e.uniformCells({ name: "t", rows: ["a"], columns: ["x", "y"], counts: [[0, 30]] }).size,
      1,
    );
    near("attacker", e.attack(set.value, new Set([one]))[0]!.high, 3);
    const safe = e.protect(set.value, { minimum: 10, width: 5 });
    const found = safe.ok ? e.attack(set.value, safe.value.suppressed) : [];
    if (!safe.ok || found.some(({ low, high }) => high - low < 5)) wrong.push("protection");
  }
  return wrong;
}

describe("the mutation list", () => {
  it("finds nothing wrong with the package as it is", async () => {
    expect(failures(await load())).toEqual([]);
  });
  for (const mutant of mutants) {
    it(`kills: ${mutant.name}`, async () => {
      expect(failures(await load(mutant))).not.toEqual([]);
    });
  }
});
