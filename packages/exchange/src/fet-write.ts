import type { Placement } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { escapeXml } from "./escape-xml.js";
import type { FetDetail, Span } from "./fet.js";
import type { Original } from "./original.js";

/**
 * A FET file with other starts: only days, hours and rooms of the constraints that fix activities are changed.
 *
 * Issue code: `not-expressible` where a plan splits an activity.
 */
export function writeFet(original: Original, placements: readonly Placement[]): Result<string> {
  const detail = original.detail as FetDetail;
  const durations = new Map(original.lessons.map(({ id, duration }) => [id, duration]));
  const patches: { span: Span; text: string }[] = [];
  const issues: Issue[] = [];
  placements.forEach(({ lesson, start, duration, chosen = [] }, index) => {
    const place = detail.places[lesson]!;
    const { day, hour } = detail.periods[start]!;
    if (durations.get(lesson) !== duration) issues.push(split(index));
    patches.push({ span: place.day, text: day }, { span: place.hour, text: hour });
    const room = chosen[0] && detail.rooms[chosen[0].resource];
    if (room !== undefined && place.room) patches.push({ span: place.room, text: room });
  });
  const [first, ...rest] = issues;
  if (first) return fail(first, ...rest.slice(0, 19));
  let out = "";
  let at = 0;
  for (const { span, text } of patches.sort((a, b) => a.span[0] - b.span[0])) {
    const before = original.text.slice(...span);
    const after = escapeXml(text);
    out += original.text.slice(at, span[0]) + (plain(before) === plain(after) ? before : after);
    at = span[1];
  }
  return ok(out + original.text.slice(at));
}

/** How a text reads, however it is written: FET itself writes some quotes as entities and some not. */
function plain(text: string): string {
  return text.trim().replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&gt;", ">");
}

function split(index: number): Issue {
  return {
    code: "not-expressible",
    path: ["placements", index],
    message: "The plan splits an activity, which a FET file cannot say.",
    hint: "Split the activity in FET first.",
  };
}
