import { saySpeaks } from "./announce.js";
import type { ProtocolDefinition } from "./definition.js";
import type { RunPlan } from "./plan.js";
import { inLocale, protocolTexts, say } from "./texts.js";

/** One step of a sheet, in one language. */
export interface SheetStep {
  readonly number: number;
  readonly label: string;
  readonly instruction: string;
  readonly voice: string;
  /** Minutes from the start at which it begins, and how many it has. */
  readonly from: number;
  readonly minutes: number;
  /** Who takes the round's role this time. */
  readonly holder?: string;
  readonly prompts: readonly string[];
  /** Where notes go; absent where the step writes nothing down. */
  readonly notes?: string;
  /** What can be marked in a vote on fixed choices; empty where notes are voted on. */
  readonly choices?: readonly string[];
  /** How many choices each may mark. */
  readonly votes?: number;
}

/**
 * A run on paper: every step with its time, who speaks, and where to write; notes are entered afterwards with `add-note`
 * and the step's key.
 * Guarantees the same steps, order and minutes as the plan.
 * @param names - Names of people by id.
 */
export function sheetOf(
  definition: ProtocolDefinition,
  plan: RunPlan,
  { locale = "en", names = {} }: { locale?: string; names?: Readonly<Record<string, string>> } = {},
): readonly SheetStep[] {
  let from = 0;
  return plan.steps.map((planned, i) => {
    const step = definition.steps.find((s) => s.id === planned.step);
    const begins = from;
    from += planned.minutes;
    return {
      number: i + 1,
      label: step ? inLocale(step.label, locale) : planned.step,
      instruction: step ? inLocale(step.instruction, locale) : "",
      voice: saySpeaks(planned.speaks, locale),
      from: begins,
      minutes: planned.minutes,
      ...(planned.holder && { holder: names[planned.holder.person] ?? planned.holder.person }),
      prompts: (step?.prompts ?? []).map((prompt) => inLocale(prompt, locale)),
      ...(planned.capture && { notes: inLocale(planned.capture.label, locale) }),
      ...(planned.ballot && {
        votes: planned.ballot.votes,
        choices:
          step?.ballot && !("from" in step.ballot.choices)
            ? step.ballot.choices.map((choice) => inLocale(choice.label, locale))
            : [],
      }),
    };
  });
}

/** A sheet as a page to print, with ruled space where the group writes. */
export function sheetHtml(
  definition: ProtocolDefinition,
  plan: RunPlan,
  options: { locale?: string; names?: Readonly<Record<string, string>> } = {},
): string {
  const { locale = "en" } = options;
  const plain = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const line = (step: SheetStep) =>
    [
      `<section><h2>${step.number}. ${plain(step.label)}${step.holder === undefined ? "" : ` – ${plain(step.holder)}`}</h2>`,
      `<p>${say(protocolTexts, { key: "sheet.time", values: { from: step.from, minutes: step.minutes } }, locale)} ${plain(step.voice)}</p>`,
      `<p>${plain(step.instruction)}</p>`,
      ...step.prompts.map((prompt) => `<p><em>${plain(prompt)}</em></p>`),
      step.notes === undefined
        ? ""
        : `<fieldset><legend>${plain(step.notes)}</legend>${space(step)}</fieldset>`,
      "</section>",
    ].join("");
  const space = ({ votes, choices = [] }: SheetStep) =>
    votes === undefined
      ? "<br><br><br><br>"
      : [
          `<p>${say(protocolTexts, { key: votes === 1 ? "sheet.vote" : "sheet.votes", values: { votes } }, locale)}</p>`,
          ...choices.map((choice) => `<p>☐ ${plain(choice)}</p>`),
          ...(choices.length === 0 ? ["<p>1. ____ 2. ____ 3. ____ 4. ____ 5. ____</p>"] : []),
        ].join("");
  const title = plain(inLocale(definition.title, locale));
  return [
    `<!doctype html><html lang="${plain(locale)}"><meta charset="utf-8"><title>${title}</title>`,
    `<h1>${title}</h1><p>${plain(inLocale(definition.purpose, locale))}</p>`,
    ...sheetOf(definition, plan, options).map(line),
    `<footer>${plain(inLocale(definition.origin, locale))}</footer></html>`,
  ].join("\n");
}
