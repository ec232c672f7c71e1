import { type Message, say } from "@collegium/protocols/runner";
import type { ActionView } from "../action/view.js";
import { plainMarkdown } from "../markdown.js";
import type { MeetingView } from "../meeting/view.js";
import { meetingTexts } from "../texts.js";

/** Names for ids of people and students, where the reader may see them. */
export type Names = Readonly<Record<string, string>>;

/** What minutes are written with. */
export interface MinutesOptions {
  readonly locale?: string;
  readonly names?: Names;
  /** Views of actions from earlier meetings, by id, so that a promise is told in its words. */
  readonly actions?: Readonly<Record<string, Pick<ActionView, "owner" | "due" | "wording">>>;
}

/** A heading with its lines. */
export interface MinutesSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Minutes of a meeting in one language, before any markup. */
export interface Minutes {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly MinutesSection[];
}

/** Something that turns a meeting into minutes; a school may put its own behind this port. */
export interface Summarizer {
  /** Minutes of one viewer's view, with names where the reader may see them. */
  readonly summarize: (view: MeetingView, options?: MinutesOptions) => Minutes | Promise<Minutes>;
}

/**
 * The minutes of a meeting: what was decided and promised, in the order of the meeting, and nothing invented.
 * Guarantees to read one viewer's view and no raw state, so that minutes never hold what their reader may not see; the
 * same view gives the same text.
 */
export function minutesOf(
  view: MeetingView,
  { locale = "en", names = {}, actions = {} }: MinutesOptions = {},
): Minutes {
  const text = (message: Message) => say(meetingTexts, message, locale);
  const name = (id: string) => names[id] ?? id;
  const list = (ids: readonly string[]) => ids.map(name).join(", ");
  const sections: MinutesSection[] = [];
  const section = (key: string, lines: readonly string[]) => {
    if (lines.length > 0) sections.push({ heading: text({ key }), lines });
  };
  const promise = (id: string) => {
    const known = actions[id];
    const { when, will } = known?.wording ?? {};
    if (!known?.owner || when === undefined || will === undefined) return id;
    const values = { owner: name(known.owner), due: known.due, when, will };
    return text({ key: "minutes.action", values });
  };
  section(
    "minutes.promises",
    (view.reviewed ?? []).map(
      ({ action, state, reason }) =>
        `${promise(action)}: ${text({ key: `review.${state}` })}${reason === undefined ? "" : ` (${reason})`}`,
    ),
  );
  section(
    "minutes.items",
    view.items.map((item) => {
      const skipped = item.state === "skipped" ? ` (${text({ key: "minutes.skipped" })})` : "";
      const notes = (view.notes ?? []).filter((note) => note.item === item.id && note.text !== undefined);
      return [
        `${text(item.title)}${skipped}`,
        ...notes.map((note) => `${name(note.author)}: ${note.text}`),
      ].join(" – ");
    }),
  );
  section(
    "minutes.notes",
    view.runs.flatMap((run) =>
      run.notes
        .filter((note) => !note.hidden && note.text !== undefined)
        .map((note) => (note.author === undefined ? note.text! : `${name(note.author)}: ${note.text}`)),
    ),
  );
  const quorum = (quorate: boolean) => (quorate ? "" : ` (${text({ key: "minutes.no-quorum" })})`);
  section("minutes.decisions", [
    ...(view.decisions ?? []).flatMap((d) =>
      d.text === undefined
        ? []
        : [`${d.text}${quorum(d.quorate)}${d.reason === undefined ? "" : ` – ${d.reason}`}`],
    ),
    ...(view.polls ?? []).flatMap((poll) => {
      if (!poll.outcome || poll.text === undefined) return [];
      const options = (poll.outcome.options ?? []).map((o) => poll.options?.[o] ?? o).join(", ");
      return [
        `${poll.text} – ${text({ key: `poll.${poll.outcome.result}` })}${options === "" ? "" : `: ${options}`}${quorum(poll.outcome.quorate)}${poll.outcome.reason === undefined ? "" : ` – ${poll.outcome.reason}`}`,
      ];
    }),
  ]);
  section("minutes.needs", [
    ...(view.needs ?? []).map((need) => {
      const line = text({
        key: `minutes.need.${need.kind}`,
        values: { standard: need.standard, students: list(need.students) },
      });
      const how = [
        need.by && name(need.by),
        need.period,
        need.until,
        need.recheck && `${need.recheck.with}, ${need.recheck.on}`,
      ];
      return [line, ...how.filter(Boolean)].join("; ");
    }),
    ...((view.unnamed ?? []).length > 0
      ? [text({ key: "minutes.unnamed", values: { students: list(view.unnamed ?? []) } })]
      : []),
  ]);
  section(
    "minutes.actions",
    (view.actions ?? []).map(({ owner, due, wording }) =>
      text({
        key: "minutes.action",
        values: { owner: name(owner), due, when: wording?.when ?? "…", will: wording?.will ?? "…" },
      }),
    ),
  );
  section("minutes.feedback", [
    ...(view.feedback ?? []).flatMap((f) =>
      f.text === undefined ? [] : [`${f.kind === "plus" ? "+" : "Δ"} ${f.text}`],
    ),
    ...(view.rating
      ? [text({ key: "minutes.rating", values: { mean: view.rating.mean.toFixed(1), n: view.rating.n } })]
      : []),
  ]);
  return {
    title: text({ key: "minutes.title", values: { on: view.on } }),
    lead: [
      text({ key: "minutes.present", values: { people: list(view.present) } }),
      ...(view.quorate ? [] : [text({ key: "minutes.not-quorate" })]),
    ],
    sections,
  };
}

/** The summarizer a school has without choosing one: rules and no guessing, offline. */
export const plainSummarizer: Summarizer = { summarize: minutesOf };

/** Minutes as Markdown; what people wrote cannot become a heading, a link or HTML. */
export function minutesMarkdown(minutes: Minutes): string {
  const plain = plainMarkdown;
  const parts = [
    `# ${plain(minutes.title)}`,
    ...minutes.lead.map(plain),
    ...minutes.sections.flatMap((s) => [
      `## ${plain(s.heading)}`,
      s.lines.map((line) => `- ${plain(line)}`).join("\n"),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Minutes as a page to print; everything people wrote is escaped. */
export function minutesHtml(minutes: Minutes, locale = "en"): string {
  const plain = (line: string) => line.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const section = (s: MinutesSection) =>
    `<h2>${plain(s.heading)}</h2><ul>${s.lines.map((line) => `<li>${plain(line)}</li>`).join("")}</ul>`;
  return [
    `<!doctype html><html lang="${plain(locale)}"><meta charset="utf-8"><title>${plain(minutes.title)}</title>`,
    `<h1>${plain(minutes.title)}</h1>`,
    ...minutes.lead.map((line) => `<p>${plain(line)}</p>`),
    ...minutes.sections.map(section),
    "</html>",
  ].join("\n");
}
