import { inLocale, type Message, say } from "@collegium/protocols/runner";
import type { CycleState } from "../cycle/cycle.js";
import { plainMarkdown } from "../markdown.js";
import { meetingTexts } from "../texts.js";
import type { CycleTranscript, CycleVocabulary } from "./vocabulary.js";

/** A step of a framework with what the team wrote for it. */
export interface RenderedStep {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly { readonly on: string; readonly text: string }[];
}

/** A cycle told in one framework's words. */
export interface RenderedCycle {
  readonly title: string;
  readonly vocabulary: string;
  readonly steps: readonly RenderedStep[];
  readonly points: NonNullable<CycleTranscript["points"]>;
  /** Title of the step that follows, where the cycle has ended. */
  readonly next?: string;
  /** What this framework asks for and the transcript lacks. */
  readonly flags: readonly string[];
}

/** The step of an entry: the one that asks for its slot by name, else the first for its facet. */
function stepOf(vocabulary: CycleVocabulary, entry: CycleTranscript["entries"][number]): string {
  const named = vocabulary.steps.find((step) => entry.slot !== undefined && step.slots?.includes(entry.slot));
  return (named ?? vocabulary.steps.find((step) => step.facets.includes(entry.facet)))!.id;
}

/**
 * Tells a cycle in the words of a framework.
 * Guarantees that every entry stands under exactly one step, in its order, whatever the framework; what the framework
 * requires and is absent is flagged.
 */
export function tellCycle(
  transcript: CycleTranscript,
  vocabulary: CycleVocabulary,
  locale = "en",
): RenderedCycle {
  const exit = vocabulary.exits?.find((e) => e.next === transcript.next);
  const to = vocabulary.steps.find((step) => step.id === exit?.to);
  return {
    title: transcript.title,
    vocabulary: inLocale(vocabulary.title, locale),
    steps: vocabulary.steps.map((step) => ({
      id: step.id,
      title: inLocale(step.title, locale),
      entries: transcript.entries
        .filter((entry) => stepOf(vocabulary, entry) === step.id)
        .map(({ on, text }) => ({ on, text })),
    })),
    points: transcript.points ?? [],
    ...(to && { next: inLocale(to.title, locale) }),
    flags: (vocabulary.required ?? [])
      .filter(({ slot }) => !transcript.entries.some((entry) => entry.slot === slot))
      .map(({ because }) => inLocale(because, locale)),
  };
}

/**
 * A cycle in a framework's words as Markdown, for print and for the command line.
 * Guarantees the same as {@link tellCycle}, and that nobody's words become a heading, a link or HTML.
 */
export function renderCycle(transcript: CycleTranscript, vocabulary: CycleVocabulary, locale = "en"): string {
  const told = tellCycle(transcript, vocabulary, locale);
  const text = (message: Message) => say(meetingTexts, message, locale);
  const lines = [`# ${plainMarkdown(told.title)}`, "", `*${told.vocabulary}*`, ""];
  for (const step of told.steps) {
    lines.push(`## ${step.title}`, "");
    if (step.entries.length === 0) lines.push(`*${text({ key: "cycle.nothing-yet" })}*`);
    for (const entry of step.entries) lines.push(`- ${entry.on}: ${plainMarkdown(entry.text)}`);
    lines.push("");
  }
  if (told.points.length > 0) {
    lines.push(`## ${text({ key: "cycle.points" })}`, "");
    for (const p of told.points) {
      lines.push(
        `- ${p.on}: ${plainMarkdown(p.measure)} ${p.value}${p.n === undefined ? "" : ` (n = ${p.n})`}`,
      );
    }
    lines.push("");
  }
  if (transcript.outcome) lines.push(text({ key: `cycle.outcome.${transcript.outcome}` }), "");
  if (told.next !== undefined) lines.push(text({ key: "cycle.next", values: { step: told.next } }), "");
  for (const flag of told.flags) lines.push(`> ${flag}`, "");
  return `${lines.join("\n").trimEnd()}\n`;
}

/**
 * The transcript of a cycle's state, for the team that wrote it.
 * @param cycle - Entries without text (erased) are left out.
 */
export function transcriptOf(
  cycle: Pick<CycleState, "id" | "entries" | "points" | "outcome" | "next">,
  title: string,
): CycleTranscript {
  const { outcome, next } = cycle;
  return {
    kind: "cycle-transcript",
    schemaVersion: 1,
    id: cycle.id,
    title,
    entries: cycle.entries.flatMap(({ at, facet, slot, text }) =>
      text === undefined ? [] : [{ on: at.slice(0, 10), facet, text, ...(slot !== undefined && { slot }) }],
    ),
    points: cycle.points.map(({ measure, on, value, n }) => ({
      measure,
      on,
      value,
      ...(n !== undefined && { n }),
    })),
    ...(outcome !== undefined && { outcome }),
    ...(next !== undefined && { next }),
  };
}
