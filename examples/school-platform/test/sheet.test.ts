import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { speaker } from "../src/messages.js";
import { orderFrom } from "../src/state/one-page/order.js";
import { makePage } from "../src/state/one-page/page.js";
import { readSheet } from "../src/state/sheet.js";

const say = speaker("en");
/** The page of a file, as a form asks for it. */
function pageOf(csv: string, query: string) {
  const sheet = unwrap(readSheet(csv));
  const order = orderFrom(new URLSearchParams(query), sheet, say, "2026-11-24");
  return order.ok ? makePage(sheet, order.value, { locale: "en", say }) : order;
}
const rows = (n: number, row: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => row(i)).join("\n");

describe("a results file", () => {
  it("is read with any delimiter, decimal commas, percent signs and words for nothing", () => {
    const sheet = unwrap(readSheet("name;score;group\nx;3,5;a\ny;n/a;b\nz;67 %;a\n"));
    const score = sheet.columns[1]!;
    expect(score.kind).toBe("number");
    expect(score.scores).toEqual([3.5, null, 67]);
    expect(score.missing).toBe(1);
    expect(sheet.columns[2]!.values).toEqual(["a", "b"]);
  });
  it("counts words among scores, names columns once, and takes Key and Standard rows for what they say", () => {
    const sheet = unwrap(
      readSheet(`id,q1,q1,t\nKey,B,C,\nStandard,7.RP,7.NS,\n${rows(19, (i) => `${i},B,A,${i}`)}\n19,A,C,ill`),
    );
    expect(sheet.rows).toBe(20);
    expect(sheet.columns.map(({ name }) => name)).toEqual(["id", "q1", "q1 (2)", "t"]);
    expect([...sheet.key]).toEqual([
      ["q1", "B"],
      ["q1 (2)", "C"],
    ]);
    expect(sheet.columns[3]!.unread).toBe(1);
  });
  it("is refused where rows are ragged or missing, without a value in the sentence", () => {
    const codes = (text: string) => {
      const read = readSheet(text);
      return read.ok ? [] : read.issues.map(({ code }) => code);
    };
    expect(codes("a,b\n1,2,3\n4\n")).toEqual(["ragged", "ragged"]);
    expect(codes("a,b\n")).toEqual(["empty-file"]);
    expect(codes("")).toEqual(["empty-file"]);
    expect(codes("a,b\n1,2,\n")).toEqual([]);
  });
});

describe("the page", () => {
  const gap = `score,g,teacher\n${rows(14, (i) => `${i < 12 ? 15 : 5},few,A`)}\n${rows(344, (i) => `${i < 341 ? 15 : 5},many,B`)}`;
  it("publishes no range from which the total pins a small group", () => {
    const team = unwrap(pageOf(gap, "ask=gap&measure=score&cut=10&group=g&audience=team"));
    expect(team.report.findings[0]).toBe("g few: 12 of 14 students reach the cut.");
    const everyone = unwrap(pageOf(gap, "ask=gap&measure=score&cut=10&group=g&audience=public"));
    // 12 of 14 and 341 of 344: each range alone would give both away to whoever knows the total.
    expect(everyone.report.findings).toEqual([]);
    expect(everyone.start!.standings.every(({ band }) => band === null)).toBe(true);
    expect(everyone.chart).toBeUndefined();
  });
  it("withholds a small group's mean and one more, so that the mean of all does not give it away", () => {
    const growth = `b,a,g\n${rows(4, (i) => `${i},${i + 9},tiny`)}\n${rows(30, (i) => `${i},${i + 1},x`)}\n${rows(40, (i) => `${i},${i + 2},y`)}`;
    const page = unwrap(pageOf(growth, "ask=growth&before=b&after=a&group=g&audience=public"));
    expect(page.report.tables[0]!.rows.map(([who]) => who)).toEqual(["All students (74)", "g y (40)"]);
    expect(page.start!.standings.map(({ name }) => name)).toEqual([undefined, "g y"]);
  });
  it("never sets results side by side by teacher, and never publishes scorers", () => {
    const refused = (csv: string, query: string) => {
      const page = pageOf(csv, query);
      return page.ok ? undefined : page.issues[0]!.code;
    };
    expect(refused(gap, "ask=gap&measure=score&cut=10&group=teacher&audience=team")).toBe("teacher");
    expect(refused(gap, "ask=gap&measure=score&cut=10&group=g")).toBe("audience");
    expect(refused("r1,r2\n1,2\n2,2\n", "ask=agreement&scorer=r1&scorer=r2&audience=public")).toBe(
      "scorersStay",
    );
    const twice = "student,year,score,g\n1,1,3,a\n1,2,4,a\n2,1,5,b\n2,2,6,b\n";
    expect(refused(twice, "ask=gap&measure=score&cut=4&group=g&audience=team")).toBe("repeated");
    expect(
      refused(twice, "ask=gap&measure=score&cut=4&group=g&audience=team&where=year&is=2"),
    ).toBeUndefined();
  });
  it("asks about a pile of zeros and says what could not be read", () => {
    const zeros = `score,g\n${rows(20, (i) => `${i < 4 ? 0 : i},${i % 2 ? "a" : "b"}`)}\nill,a`;
    const page = unwrap(pageOf(zeros, "ask=gap&measure=score&cut=10&group=g&audience=team"));
    expect(page.report.warnings[0]).toContain("1 cell of score could not be read");
    expect(page.report.warnings[1]).toBe(
      "4 of 20 scores are exactly 0. If that means absent, empty these cells and bring the file in again.",
    );
  });
});
