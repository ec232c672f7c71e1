import type { PeriodChange, SchoolDay } from "@collegium/scheduling";
import type { Context } from "hono";
import type { Frame } from "../frame.js";
import type { DayChange } from "../state/calendar-change.js";
import { clock } from "../state/choose-time.js";

/** What a day's form asks for: a change, the place of an exception to take back, or nothing that can be. */
export async function changeFrom(
  c: Context,
  frame: Frame,
  day: SchoolDay,
): Promise<DayChange | number | undefined> {
  const body = await c.req.parseBody({ all: true });
  const text = (name: string) => String(body[name] ?? "").trim();
  const want = text("want");
  if (want === "take-back") return Number(text("exception"));
  const name = text("why").slice(0, 80);
  if (name === "") return undefined;
  const last = /^\d{4}-\d{2}-\d{2}$/.test(text("last")) ? { last: text("last") } : {};
  const base = { name, first: day.date, ...last };
  if (want === "closed") {
    const cycle = text("cycle") === "advances" ? ("advances" as const) : ("waits" as const);
    return { ...base, want, cycle, kindName: frame.say("calendar.noSchool") };
  }
  if (want === "kind") return { ...base, want, dayKind: text("dayKind") };
  if (want === "shorter") {
    const how = text("how") === "cut" ? ("cut" as const) : ("squeeze" as const);
    return { ...base, want, how, from: text("from"), to: text("to") };
  }
  const list = (field: string) => [body[field] ?? []].flat().map(String);
  const [names, starts, ends, out] = [list("name"), list("start"), list("end"), new Set(list("out"))];
  const periods = list("period").flatMap((id, index): PeriodChange[] => {
    const [called, start, end] = [names[index] ?? "", starts[index] ?? "", ends[index] ?? ""];
    if (id === "")
      return called === "" || start === "" || end === ""
        ? []
        : [{ period: called, name: called, start, end }];
    if (out.has(id)) return [{ period: id, cancelled: true }];
    const was = day.periods.find((period) => period.id === id);
    const changed = {
      ...(called !== was?.name && called !== "" && { name: called }),
      ...(start !== "" && start !== clock(was?.start ?? -1) && { start }),
      ...(end !== "" && end !== clock(was?.end ?? -1) && { end }),
    };
    return Object.keys(changed).length === 0 ? [] : [{ period: id, ...changed }];
  });
  return periods.length === 0 ? undefined : { ...base, want: "periods", periods };
}
