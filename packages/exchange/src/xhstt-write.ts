import type { Placement } from "@collegium/scheduling";
import { escapeXml } from "./escape-xml.js";
import type { Original } from "./original.js";
import type { XhsttDetail } from "./xhstt.js";

/** The archive with exactly one solution group; everything outside its solutions stays as it came. */
export function writeXhstt(original: Original, placements: readonly Placement[], name: string): string {
  const { instance, start, end } = original.detail as XhsttDetail;
  const group = solutionGroup(instance, placements, name).join(
    original.text.includes("\r\n") ? "\r\n" : "\n",
  );
  return original.text.slice(0, start) + group + original.text.slice(end);
}

function solutionGroup(instance: string, placements: readonly Placement[], name: string): string[] {
  return [
    "<SolutionGroups>",
    `<SolutionGroup Id="${escapeXml(name)}">`,
    "<MetaData><Contributor>Collegium</Contributor><Date></Date><Description></Description></MetaData>",
    `<Solution Reference="${escapeXml(instance)}"><Events>`,
    ...placements.map(event),
    "</Events></Solution>",
    "</SolutionGroup>",
    "</SolutionGroups>",
  ];
}

function event({ lesson, start, duration, chosen = [] }: Placement): string {
  const resources = chosen.map(
    ({ role, resource }) =>
      `<Resource Reference="${escapeXml(resource)}"><Role>${escapeXml(role)}</Role></Resource>`,
  );
  return [
    `<Event Reference="${escapeXml(lesson)}">`,
    `<Duration>${duration}</Duration><Time Reference="${escapeXml(start)}"/>`,
    resources.length > 0 ? `<Resources>${resources.join("")}</Resources>` : "",
    "</Event>",
  ].join("");
}
