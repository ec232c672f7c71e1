import type { Frame } from "../frame.js";
import type { MessageKey } from "../messages.js";
import type { Followed } from "../state/follow-series.js";
import { dayName } from "./days.js";

const SAID = ["moved", "carried", "withdrawn", "stays"];

/** The team's page that says what became of the prepared meeting. */
export function saidPath(
  team: string,
  followed: Followed | { readonly what: "stays"; readonly on: string },
  page: "" | "/series" = "",
): string {
  const query = new URLSearchParams({
    ...(SAID.includes(followed.what) && { prepared: followed.what }),
    ...("on" in followed && { on: followed.on }),
  });
  const path = `/teams/${encodeURIComponent(team)}${page}`;
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What became of the meeting that was prepared for a date which was moved or called off. */
export function PreparedNote(props: { frame: Frame; prepared: string | undefined; on: string | undefined }) {
  const { frame, prepared = "", on = "" } = props;
  if (!SAID.includes(prepared)) return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(on) ? dayName(on, frame.locale) : "";
  return (
    <p class="note" role="status">
      {frame.say(`series.prepared.${prepared}` as MessageKey, { day })}
    </p>
  );
}
