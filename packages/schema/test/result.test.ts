import { describe, expect, it } from "vitest";
import { fail, IssueError, ok, parseDefinitionId, sentence, unwrap } from "../src/index.js";

const issue = {
  code: "missing",
  path: ["teams", 0, "members"],
  message: "A team is empty.",
  hint: "Add one.",
};

describe("results", () => {
  it("carry warnings beside the value", () => {
    expect(ok(1, [issue])).toEqual({ ok: true, value: 1, warnings: [issue] });
  });

  it("unwrap to the value or throw the issues", () => {
    expect(unwrap(ok("x"))).toBe("x");
    expect(() => unwrap(fail(issue, issue))).toThrow(IssueError);
    expect(() => unwrap(fail(issue))).toThrow("teams[0].members: A team is empty. Add one.");
  });

  it("read as one sentence", () => {
    expect(sentence(issue)).toBe("teams[0].members: A team is empty. Add one.");
    expect(sentence({ code: "empty", path: [], message: "The file is empty." })).toBe("The file is empty.");
  });
});

describe("parseDefinitionId", () => {
  it.each([
    "org.collegium/x",
    "x@1",
    "org.collegium/x@0",
    "org.collegium/x@01",
    "Org.collegium/x@1",
    "a.b/c@1234567",
  ])("refuses %s", (id) => expect(parseDefinitionId(id)).toBeUndefined());

  it("splits name and version", () => {
    expect(parseDefinitionId("org.collegium/a-b@10")).toEqual({ name: "org.collegium/a-b", version: 10 });
  });
});
