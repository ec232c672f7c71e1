import type { ProtocolDefinition } from "./definition.js";
import type { Speaks } from "./definition-shape.js";
import type { PlannedStep } from "./plan.js";
import { inLocale, protocolTexts, say } from "./texts.js";

/**
 * Who speaks in a step, in one sentence.
 * @example
 * ```ts
 * saySpeaks({ who: "nobody" }); // => "Everyone is silent."
 * ```
 */
export function saySpeaks(speaks: Speaks, locale = "en"): string {
  const role = (id: string) => {
    const key = `role.${id}`;
    const text = say(protocolTexts, { key }, locale);
    return text === key ? id : text;
  };
  const ids = speaks.who === "roles" ? speaks.roles : speaks.who === "each" ? (speaks.except ?? []) : [];
  const key = speaks.who === "each" && ids.length > 0 ? "voice.each-except" : `voice.${speaks.who}`;
  return say(protocolTexts, { key, values: { roles: ids.map(role).join(", ") } }, locale);
}

/**
 * What a screen reader says when a step begins: its place, its name, who speaks, and for how long.
 * Guarantees to agree with the speaking rule, because it is made from it.
 */
export function announceStep(
  definition: ProtocolDefinition,
  step: Pick<PlannedStep, "step" | "minutes" | "speaks">,
  place: { readonly number: number; readonly of: number },
  locale = "en",
): string {
  const label = definition.steps.find((s) => s.id === step.step)?.label ?? { en: step.step };
  return say(
    protocolTexts,
    {
      key: "announce.step",
      values: {
        ...place,
        label: inLocale(label, locale),
        voice: saySpeaks(step.speaks, locale),
        minutes: step.minutes,
      },
    },
    locale,
  );
}

/**
 * Every text of a definition as messages of one language, by a key that names its place.
 * Guarantees that a translator sees every text once.
 */
export function messagesOf(definition: ProtocolDefinition, locale = "en"): Readonly<Record<string, string>> {
  const messages: Record<string, string> = {};
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== "object" || value === null) return;
    if (typeof (value as { en?: unknown }).en === "string") {
      messages[path.join(".")] = inLocale(value as Record<string, string>, locale);
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      const id = (inner as { id?: unknown } | null)?.id;
      walk(inner, [...path, Array.isArray(value) && typeof id === "string" ? id : key]);
    }
  };
  walk({ ...definition, extensions: undefined }, [definition.id]);
  return messages;
}
