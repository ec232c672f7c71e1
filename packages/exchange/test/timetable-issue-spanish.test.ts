import { expect, it } from "vitest";
import { readTimetable, timetableIssueIn } from "../src/index.js";

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ["PK\u0003\u0004 and so on", /\(\.xlsx\).*texto/, /guarde la hoja como CSV/],
  ["%PDF-1.7 and so on", /PDF/, /CSV/],
  ["<pony/>", /no es un horario/, /XHSTT o FET/],
  ["<fet><open>", /se rompe en la línea 1, columna \d+/, /cortado/],
  ["", /vacío/, /./],
])("says in Spanish what is wrong with %j, and what to do", async (text, message, hint) => {
  const read = await readTimetable(bytes(text));
  const [first] = read.ok ? [] : read.issues;
  const issue = first && timetableIssueIn(first, "es");
  expect(issue?.message).toMatch(message);
  expect(issue?.hint).toMatch(hint);
  expect(issue?.code).toBe(first?.code);
});

it("leaves English as it is, and an issue that it does not know", () => {
  const issue = { code: "pony", path: [], message: "A pony." };
  expect(timetableIssueIn(issue, "es")).toBe(issue);
  expect(timetableIssueIn({ ...issue, code: "empty-file" }, "en").message).toBe("A pony.");
});
