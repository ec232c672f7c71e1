import type { ProtocolDefinition } from "./definition.js";
import type { Text } from "./definition-shape.js";
import { distribute, type Part } from "./distribute.js";
import { expand, type GroupSize, type Instance, timesThrough } from "./plan.js";
import type { Message } from "./texts.js";

/** A step with the minutes it gets. */
export interface FittedStep {
  readonly step: string;
  readonly label: Text;
  /** Minutes of one time through, or of one speaker where the step is per person. */
  readonly minutes: number;
  /** How often these minutes are spent: times through the round, times speakers. */
  readonly repeats: number;
}

/** Part of a protocol held in one meeting. */
export interface Sitting {
  readonly total: number;
  readonly steps: readonly FittedStep[];
}

/** Whether a protocol fits the minutes left and the group, and how. */
export type Fit =
  | {
      readonly answer: "fits";
      readonly total: number;
      readonly steps: readonly FittedStep[];
      /** Step ids left out, all of which may be. */
      readonly cut: readonly string[];
      /** Times through each round. */
      readonly times: Readonly<Record<string, number>>;
      readonly because: Message;
    }
  | {
      readonly answer: "two-sittings";
      readonly sittings: readonly [Sitting, Sitting];
      /** Step after which to stop, and what must be kept until the second sitting. */
      readonly breakAfter: string;
      /** Times through the break's round that belong to the first sitting; 1 outside rounds. */
      readonly breakTimes: number;
      readonly keep: Text;
      /** Step ids left out of both sittings, all of which may be. */
      readonly cut: readonly string[];
      readonly times: Readonly<Record<string, number>>;
      readonly because: Message;
    }
  | {
      readonly answer: "does-not-fit";
      readonly reason: "minutes" | "group";
      /** The fewest minutes in which it can be held with this group, or with the nearest group it is made for. */
      readonly smallestSlot: number;
      /** The group nearest in size with which these minutes suffice; absent where there is none. */
      readonly nearestGroup?: number;
      /** Protocols for the same use that fit, shortest distance in time first; at most three. */
      readonly alternatives: readonly { readonly id: string; readonly title: Text; readonly total: number }[];
      readonly because: Message;
    };

/**
 * Whether a protocol can be held in the minutes left after an agenda's fixed items, with everyone in the room.
 * Guarantees that every number lies inside the definition's ranges, that a fitting total is at most `minutes`, and that
 * the smallest slot and nearest group are the true ones.
 * @param minutes - Whole minutes left.
 * @param group - Everyone in the room, presenter and facilitator included; or the group with its rounds decided.
 * @param among - Protocols to look for alternatives in.
 */
export function fit(
  definition: ProtocolDefinition,
  minutes: number,
  group: number | GroupSize,
  among: readonly ProtocolDefinition[] = [],
): Fit {
  const size = typeof group === "number" ? { people: group } : group;
  const inGroup = size.people >= definition.group.min && size.people <= definition.group.max;
  if (inGroup) {
    for (const decided of roundChoices(definition, size)) {
      const found = fitOnce(definition, minutes, decided);
      if (found) return found;
    }
    const fewest = roundChoices(definition, size).at(-1)!;
    const split = inTwoSittings(definition, minutes, fewest);
    if (split) return split;
  }
  return doesNotFit(definition, minutes, size, inGroup, among);
}

/** The fewest minutes in which a protocol can be held with a group of a size it is made for. */
export function smallestSlot(definition: ProtocolDefinition, group: GroupSize): number {
  return least(expand(definition, roundChoices(definition, group).at(-1)!));
}

/** The group nearest in size, of those a protocol is made for, with which the minutes suffice in one sitting. */
export function nearestGroup(
  definition: ProtocolDefinition,
  minutes: number,
  group: GroupSize,
): number | undefined {
  const { min, max } = definition.group;
  return Array.from({ length: max - min + 1 }, (_, i) => min + i)
    .filter((people) => smallestSlot(definition, { ...group, people }) <= minutes)
    .sort((a, b) => Math.abs(a - group.people) - Math.abs(b - group.people) || a - b)[0];
}

/** Groups with every open round decided: the usual number first, then fewer. */
function roundChoices(definition: ProtocolDefinition, group: GroupSize): readonly GroupSize[] {
  let choices: GroupSize[] = [group];
  for (const round of definition.rounds ?? []) {
    if (round.times === "people" || group.times?.[round.id] !== undefined) continue;
    const { min, usual } = round.times;
    const counts = Array.from({ length: usual - min + 1 }, (_, i) => usual - i);
    choices = choices.flatMap((c) => counts.map((n) => ({ ...c, times: { ...c.times, [round.id]: n } })));
  }
  return choices;
}

const least = (instances: readonly Instance[]): number =>
  instances.reduce((sum, { step, speakers }) => sum + step.minutes.min * speakers, 0);

function partsOf(instances: readonly Instance[]): (Part & { instance: Instance })[] {
  const parts = new Map<string, Part & { instance: Instance }>();
  for (const instance of instances) {
    const { step, speakers } = instance;
    const known = parts.get(step.id);
    parts.set(step.id, {
      min: step.minutes.min,
      max: step.minutes.max,
      count: (known?.count ?? 0) + speakers,
      instance,
    });
  }
  return [...parts.values()];
}

function sitting(instances: readonly Instance[], minutes: number): Sitting | undefined {
  const parts = partsOf(instances);
  const shares = distribute(parts, minutes);
  if (!shares) return undefined;
  const steps = parts.map(({ instance, count }, i) => ({
    step: instance.step.id,
    label: instance.step.label,
    minutes: shares[i]!,
    repeats: count,
  }));
  return { total: steps.reduce((sum, s) => sum + s.minutes * s.repeats, 0), steps };
}

const timesOf = (definition: ProtocolDefinition, group: GroupSize): Record<string, number> =>
  Object.fromEntries((definition.rounds ?? []).map((r) => [r.id, timesThrough(definition, r.id, group)]));

function fitOnce(definition: ProtocolDefinition, minutes: number, group: GroupSize): Fit | undefined {
  const found = sitting(expand(definition, group), minutes);
  if (!found) return undefined;
  const cut = found.steps.filter((s) => s.minutes === 0).map((s) => s.step);
  return {
    answer: "fits",
    total: found.total,
    steps: found.steps.filter((s) => s.minutes > 0),
    cut,
    times: timesOf(definition, group),
    because: {
      key: cut.length === 0 ? "fit.fits" : "fit.fits-with-cuts",
      values: { total: found.total, minutes, cut: cut.length },
    },
  };
}

/** A sitting without the steps that got no minutes. */
const held = (half: Sitting): Sitting => ({ ...half, steps: half.steps.filter((s) => s.minutes > 0) });

function inTwoSittings(definition: ProtocolDefinition, minutes: number, group: GroupSize): Fit | undefined {
  const instances = expand(definition, group);
  let best: { at: number; apart: number } | undefined;
  for (let at = 1; at < instances.length; at++) {
    if (!instances[at - 1]!.step.safeBreak) continue;
    const [first, second] = [least(instances.slice(0, at)), least(instances.slice(at))];
    if (first > minutes || second > minutes) continue;
    const apart = Math.abs(first - second);
    if (!best || apart < best.apart) best = { at, apart };
  }
  if (!best) return undefined;
  const first = held(sitting(instances.slice(0, best.at), minutes)!);
  const second = held(sitting(instances.slice(best.at), minutes)!);
  const ids = new Set([...first.steps, ...second.steps].map((s) => s.step));
  const { step: last, iteration } = instances[best.at - 1]!;
  return {
    answer: "two-sittings",
    sittings: [first, second],
    breakAfter: last.id,
    breakTimes: iteration + 1,
    keep: last.safeBreak!,
    cut: [...new Set(instances.map(({ step }) => step.id))].filter((id) => !ids.has(id)),
    times: timesOf(definition, group),
    because: {
      key: "fit.two-sittings",
      values: { first: first.total, second: second.total, minutes, least: least(instances) },
    },
  };
}

function doesNotFit(
  definition: ProtocolDefinition,
  minutes: number,
  group: GroupSize,
  inGroup: boolean,
  among: readonly ProtocolDefinition[],
): Fit {
  const { min, max } = definition.group;
  const sized = { ...group, people: Math.min(max, Math.max(min, group.people)) };
  const smallest = smallestSlot(definition, sized);
  const nearest = nearestGroup(definition, minutes, group);
  return {
    answer: "does-not-fit",
    reason: inGroup ? "minutes" : "group",
    smallestSlot: smallest,
    ...(nearest !== undefined && { nearestGroup: nearest }),
    alternatives: alternatives(definition, minutes, group.people, among),
    because: {
      key: inGroup ? "fit.needs-minutes" : "fit.needs-group",
      values: { minutes, people: group.people, smallest, min, max },
    },
  };
}

function alternatives(
  definition: ProtocolDefinition,
  minutes: number,
  people: number,
  among: readonly ProtocolDefinition[],
) {
  return among
    .filter((other) => other.id !== definition.id && other.status === "ready")
    .map((other) => ({ other, shared: other.uses.filter((use) => definition.uses.includes(use)).length }))
    .filter(({ shared }) => shared > 0)
    .flatMap(({ other, shared }) => {
      const found = fit(other, minutes, people);
      return found.answer === "fits"
        ? [{ id: other.id, title: other.title, total: found.total, shared }]
        : [];
    })
    .sort((a, b) => b.shared - a.shared || b.total - a.total || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map(({ shared: _, ...rest }) => rest);
}
