import { say } from "@collegium/protocols/runner";
import type { MeetingView } from "../meeting/view.js";
import type { Need } from "../needs.js";
import { meetingTexts } from "../texts.js";
import type { Minutes, MinutesOptions } from "./minutes.js";

/** What one meeting means for one student. */
export interface StudentRecap {
  readonly student: string;
  readonly needs: readonly Omit<Need, "students">[];
}

/**
 * Every student a meeting was about, what was decided for each, and who owns it.
 * Guarantees to read one viewer's view: whoever may not see students gets an empty recap. Students nobody named are in it,
 * with nothing decided, so that nobody is lost.
 * @param students - Only these, where a teacher looks at the own classes.
 */
export function recapOf(view: MeetingView, students?: readonly string[]): readonly StudentRecap[] {
  const needs = view.needs ?? [];
  const all = new Set([...needs.flatMap((need) => need.students), ...(view.unnamed ?? [])]);
  return [...all]
    .filter((student) => students === undefined || students.includes(student))
    .sort()
    .map((student) => ({
      student,
      needs: needs.filter((need) => need.students.includes(student)).map(({ students: _, ...need }) => need),
    }));
}

/**
 * The recap of a meeting as a page, a section for each student, for `minutesMarkdown` and `minutesHtml`.
 * Guarantees to hold what {@link recapOf} holds for the same reader and no more.
 * @param students - Only these, where a teacher looks at the own classes.
 */
export function recapMinutes(
  view: MeetingView,
  { locale = "en", names = {}, students }: MinutesOptions & { readonly students?: readonly string[] } = {},
): Minutes {
  const text = (key: string, values: Record<string, string> = {}) =>
    say(meetingTexts, { key, values }, locale);
  const name = (id: string) => names[id] ?? id;
  return {
    title: text("recap.title", { on: view.on }),
    lead: [],
    sections: recapOf(view, students).map(({ student, needs }) => ({
      heading: name(student),
      lines:
        needs.length === 0
          ? [text("recap.nothing")]
          : needs.map(({ kind, standard, by, period, until, recheck }) =>
              [
                text(`recap.${kind}`, { standard }),
                by && name(by),
                period,
                until,
                recheck && `${recheck.with}, ${recheck.on}`,
              ]
                .filter(Boolean)
                .join("; "),
            ),
    })),
  };
}
