import { type Cover, readCover } from "@collegium/planning-time";
import type { Timetable } from "@collegium/scheduling";
import { type Call, Misused, Refused, text, wholeNumber } from "./command.js";
import { accepted, readJson } from "./files.js";

/** Who may cover by the flags of a call: a file, or a list such as T12:3,T14:2 of ids or names; nobody where absent. */
export async function readCoverFlags(call: Call, timetable: Timetable): Promise<Cover | undefined> {
  const words = text(call, "cover");
  const caps = {
    ...(text(call, "cover-member") !== undefined && { perMember: wholeNumber(call, "cover-member", 0) }),
    ...(text(call, "cover-class") !== undefined && { perClass: wholeNumber(call, "cover-class", 0) }),
  };
  if (words === undefined) {
    if (Object.keys(caps).length > 0)
      throw new Misused("--cover-member and --cover-class need --cover, which says who covers.");
    return undefined;
  }
  const list = teachersOf(words, timetable);
  const input = list ? { teachers: list } : await readJson(words);
  return accepted(readCover(typeof input === "object" ? { ...input, ...caps } : input, timetable));
}

/** Teachers with their periods out of a list; none where the words are no list. */
function teachersOf(words: string, { resources }: Timetable): Cover["teachers"] | undefined {
  const parts = words.split(",").map((part) => /^\s*(.+?)\s*:\s*(\d{1,3})\s*$/.exec(part));
  if (parts.some((part) => !part)) return undefined;
  return parts.map((part) => {
    const named = part![1]!.toLowerCase();
    const found = resources.filter(
      ({ id, name, kind }) => kind === "teacher" && [id, name].some((word) => word.toLowerCase() === named),
    );
    const exact = found.find(({ id }) => id === part![1]) ?? found[0];
    if (!exact || (found.length > 1 && exact.id !== part![1])) {
      const message = exact
        ? "More than one teacher is called this."
        : "The timetable has no teacher of this id or name.";
      const hint = "Name teachers by the ids of the file; time audit --json lists them.";
      throw new Refused([{ code: "unknown-teacher", path: ["--cover"], message, hint }]);
    }
    return { id: exact.id, periods: Number(part![2]) };
  });
}
