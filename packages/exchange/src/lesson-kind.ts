import type { Lesson } from "@collegium/scheduling";
import { saysDuty, saysMeeting } from "./resource-names.js";

/**
 * Lessons with their kinds, as far as names and people tell: teaching where students are; several named staff alone
 * meet; a name may say meeting or duty itself, or the reader may have found it a meeting already.
 * @param elsewhere - Lessons whose students stand elsewhere, as with linked lessons; they meet by name alone.
 */
export function withKinds(
  lessons: readonly Lesson[],
  kinds: ReadonlyMap<string, string>,
  elsewhere: ReadonlySet<string> = new Set(),
): Lesson[] {
  return lessons.map((lesson) => {
    const present = lesson.resources.map((id) => kinds.get(id));
    const all = [...present, ...(lesson.needs ?? []).map((need) => need.kind)];
    if (all.some((kind) => kind === "group" || kind === "student")) return { ...lesson, kind: "teaching" };
    const names = [lesson.name, lesson.course ?? ""];
    const staff = present.filter((kind) => kind === "teacher").length;
    if (lesson.kind === "meeting" || names.some(saysMeeting) || (staff > 1 && !elsewhere.has(lesson.id)))
      return { ...lesson, kind: "meeting" };
    return names.some(saysDuty) ? { ...lesson, kind: "duty" } : lesson;
  });
}
