import { chooseDaySystem, type DaySystem } from "./schedule-days.js";
import type { SlotColumn } from "./schedule-mapping.js";

const PERIOD =
  /^(?:period|periodo|per|pd|prd|p|hour|hr|block|blk|hora|stunde)?[\s.:#_-]*(\d{1,2})(?:st|nd|rd|th)?$/i;
const NAMED =
  /^(?:hr|homeroom|lunch|advisory|adv|zero|before school|after school|flex|win|recess|registration)$/i;
const DAY_PERIOD =
  /^([A-Za-zÀ-ž]+(?:\s*day)?|day\s*\w+|d\d{1,2})[\s.:#_/-]*(?:period|per|pd|p|hour|block)?[\s.:#_-]*(\d{1,2})$/i;
const PERIOD_DAY =
  /^(?:period|per|pd|p|hour|block)?[\s.:#_-]*(\d{1,2})[\s.:#_/-]+([A-Za-zÀ-ž]+(?:\s*day)?)$/i;

/**
 * Columns that stand for days, periods or both, by their headers: `P1 … P8`, `Mon … Fri`, `Mon 1 … Fri 7`, `A-1`.
 * @param days - Day names above the headers, filled to the right where a day spans several columns.
 */
export function slotColumns(headers: readonly string[], days?: readonly string[]): SlotColumn[] {
  const filled = days && fillRight(days, headers.length);
  const system = chooseDaySystem([...headers.map(dayPart), ...(filled ?? [])].filter((word) => word !== ""));
  const found = headers.flatMap((header, column): SlotColumn[] => {
    const above = filled?.[column] ?? "";
    const slot = above === "" ? slotOf(header, system) : { ...slotOf(header, system), day: above };
    return slot && (slot.day !== undefined || slot.period !== undefined) ? [{ header, column, ...slot }] : [];
  });
  // A lone number or letter among headers is no timetable.
  if (found.length < 3) return [];
  const numbered = found.some((slot) => slot.period !== undefined);
  const named = headers.flatMap((header, column): SlotColumn[] =>
    numbered && NAMED.test(header) && !found.some((slot) => slot.column === column)
      ? [{ header, column, period: header }]
      : [],
  );
  return [...found, ...named].sort((a, b) => a.column - b.column);
}

function slotOf(header: string, system: DaySystem): { day?: string; period?: string } | undefined {
  const period = PERIOD.exec(header);
  if (period) return { period: header };
  for (const [pattern, dayAt, periodAt] of [
    [DAY_PERIOD, 1, 2],
    [PERIOD_DAY, 2, 1],
  ] as const) {
    const match = pattern.exec(header);
    if (match && system.parse(match[dayAt]!)?.length === 1)
      return { day: match[dayAt]!, period: match[periodAt]! };
  }
  return isDay(header, system) ? { day: header } : undefined;
}

function isDay(header: string, system: DaySystem): boolean {
  return header !== "" && header.length < 12 && system.parse(header)?.length === 1;
}

function dayPart(header: string): string {
  if (PERIOD.test(header)) return "";
  return DAY_PERIOD.exec(header)?.[1] ?? PERIOD_DAY.exec(header)?.[2] ?? (header.length < 12 ? header : "");
}

function fillRight(cells: readonly string[], width: number): string[] {
  let last = "";
  return Array.from({ length: width }, (_, column) => {
    last = cells[column]?.trim() || last;
    return last;
  });
}
