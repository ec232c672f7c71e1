import type { ProtocolDefinition } from "./definition.js";
import type { Text } from "./definition-shape.js";
import { fit } from "./fit.js";
import { library } from "./library/index.js";
import type { Message } from "./texts.js";
import type { Use } from "./words.js";

/** What a team has in front of it. */
export interface Situation {
  /** What the meeting is for. */
  readonly purpose: Use;
  /** What lies on the table, where that is something else. */
  readonly material?: Use;
  /** Whole minutes left for the protocol. */
  readonly minutes: number;
  /** Everyone in the room. */
  readonly people: number;
  /** How well the people know each other. */
  readonly trust: "any" | "some" | "high";
}

/** A protocol with the reasons for it. */
export interface Suggestion {
  readonly id: string;
  readonly title: Text;
  readonly sittings: 1 | 2;
  /** Sentences of this package's texts. */
  readonly why: readonly Message[];
}

const TRUST = { any: 0, some: 1, high: 2 };

/**
 * At most three protocols for a team's situation, best first, each with sentences why.
 * Guarantees never to suggest a draft, nor one that needs more trust, other people or more time than there are; one that
 * fits a single sitting comes before one that needs two.
 * @example
 * ```ts
 * choose({ purpose: "data", minutes: 45, people: 4, trust: "any" }).map((s) => s.id);
 * // => ["org.collegium/atlas-data@1", "org.collegium/notice-wonder@1", "org.collegium/ddd-3@1"]
 * ```
 */
export function choose(
  situation: Situation,
  among: readonly ProtocolDefinition[] = library,
): readonly Suggestion[] {
  const { purpose, material, minutes, people, trust } = situation;
  return among
    .filter((p) => p.status === "ready" && TRUST[p.trust] <= TRUST[trust])
    .map((p) => ({
      p,
      match: (p.uses.includes(purpose) ? 2 : 0) + (material && p.uses.includes(material) ? 1 : 0),
    }))
    .filter(({ match }) => match > 0)
    .flatMap(({ p, match }) => {
      const answer = fit(p, minutes, people);
      if (answer.answer === "does-not-fit") return [];
      const use = p.uses.includes(purpose) ? purpose : material;
      const why: Message[] = [
        { key: `choose.use.${use}` },
        answer.answer === "fits"
          ? { key: "choose.fits", values: { total: answer.total, minutes, people } }
          : { key: "choose.two-sittings", values: { minutes, people } },
      ];
      const sittings: 1 | 2 = answer.answer === "fits" ? 1 : 2;
      const kept = answer.answer === "fits" ? answer.cut.length : 0;
      return [{ suggestion: { id: p.id, title: p.title, sittings, why }, match, sittings, kept }];
    })
    .sort(
      (a, b) =>
        a.sittings - b.sittings ||
        b.match - a.match ||
        a.kept - b.kept ||
        (a.suggestion.id < b.suggestion.id ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ suggestion }) => suggestion);
}
