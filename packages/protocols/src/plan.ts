import type { ProtocolDefinition } from "./definition.js";
import type { Ballot, Capture, ProtocolStep, Requirement, Speaks } from "./definition-shape.js";
import type { Fit } from "./fit.js";

/** The people a protocol is fitted to. */
export interface GroupSize {
  /** Everyone in the room, presenter and facilitator included. */
  readonly people: number;
  /** Times through a round, by round id, where the group has decided; `presenter: 2`. */
  readonly times?: Readonly<Record<string, number>>;
  /** True where the group does not know the protocol yet. */
  readonly firstTime?: boolean;
}

/** One time through one step, as it comes in the room. */
export interface Instance {
  readonly step: ProtocolStep;
  /** Which time through its round, from 0. */
  readonly iteration: number;
  /** How often the round is gone through; 1 outside rounds. */
  readonly of: number;
  /** How many speakers its minutes are for; 1 where they are for the whole step. */
  readonly speakers: number;
}

/** A person in the room and the roles held. */
export interface RunPerson {
  readonly id: string;
  readonly roles: readonly string[];
}

/** A vote as it will be held: choices by id, without their words. */
export interface PlannedBallot {
  /** Ids of the choices, or the capture whose visible notes are voted on. */
  readonly choices: readonly string[] | { readonly from: string };
  /** How many choices each may mark. */
  readonly votes: number;
  readonly ranked?: true;
}

/** A step as it will be run: everything the runner needs and no texts. */
export interface PlannedStep {
  /** Unique in the run: the step's id, and the time through its round. */
  readonly key: string;
  readonly step: string;
  readonly kind: string;
  /** Minutes of this step in this run. */
  readonly minutes: number;
  readonly speaks: Speaks;
  readonly silent?: readonly string[];
  /** Minutes of one speaker. */
  readonly perPerson?: number;
  readonly round?: { readonly id: string; readonly index: number; readonly of: number };
  /** Who takes the round's role this time. */
  readonly holder?: { readonly role: string; readonly person: string };
  readonly rules?: readonly string[];
  readonly capture?: Capture;
  readonly ballot?: PlannedBallot;
  readonly requires?: readonly Requirement[];
  readonly closes?: readonly string[];
  readonly reveals?: readonly string[];
  readonly safeBreak?: true;
}

/** A protocol made ready for one group and one slot; lies in the record, so that a run ends as it began. */
export interface RunPlan {
  /** Id of the published definition. */
  readonly definition: string;
  readonly steps: readonly PlannedStep[];
}

/** How often a round is gone through. */
export function timesThrough(definition: ProtocolDefinition, id: string, group: GroupSize): number {
  const round = definition.rounds?.find((r) => r.id === id);
  if (!round) return 1;
  const wanted = group.times?.[id];
  if (round.times === "people") return wanted ?? group.people;
  return wanted ?? round.times.usual;
}

/**
 * A protocol's steps in the order and number in which a group goes through them.
 * Guarantees that the steps of a round stay together: all of them once, then all of them again.
 */
export function expand(definition: ProtocolDefinition, group: GroupSize): readonly Instance[] {
  const instances: Instance[] = [];
  const steps = definition.steps.filter((step) => !step.firstTime || group.firstTime === true);
  const speakers = (step: ProtocolStep) => {
    if (!step.perPerson) return 1;
    const excepted = step.speaks.who === "each" ? (step.speaks.except?.length ?? 0) : 0;
    return Math.max(1, group.people - excepted);
  };
  for (let i = 0; i < steps.length; ) {
    const round = steps[i]!.round;
    let end = i + 1;
    while (round !== undefined && steps[end]?.round === round) end++;
    const of = round === undefined ? 1 : timesThrough(definition, round, group);
    for (let iteration = 0; iteration < of; iteration++) {
      for (const step of steps.slice(i, end))
        instances.push({ step, iteration, of, speakers: speakers(step) });
    }
    i = end;
  }
  return instances;
}

/** Steps of a definition with one of its variants applied; the definition itself where it has no such variant. */
export function withVariant(definition: ProtocolDefinition, id: string | undefined): ProtocolDefinition {
  const variant = definition.variants?.find((v) => v.id === id);
  if (!variant) return definition;
  const steps = definition.steps
    .filter((step) => !variant.without?.includes(step.id))
    .map((step) => ({ ...step, minutes: variant.minutes?.[step.id] ?? step.minutes }));
  return { ...definition, steps };
}

/**
 * The plan of a run: minutes from {@link fit}, people given their turns in the order they are listed.
 * Guarantees to hold no text, so that it can be stored and a translation changes nothing.
 * @param minutes - Minutes of one time through each step (of one speaker where it is per person), by step id.
 */
export function planRun(
  definition: ProtocolDefinition,
  minutes: Readonly<Record<string, number>>,
  people: readonly RunPerson[],
  group: GroupSize = { people: people.length },
): RunPlan {
  const steps = expand(definition, group)
    .filter(({ step }) => (minutes[step.id] ?? step.minutes.min) > 0 || step.minutes.min > 0)
    .map((instance) => planned(definition, instance, minutes[instance.step.id], people));
  return { definition: definition.id, steps };
}

/**
 * The plan of a run from a fitting answer, for the people in the room; `undefined` where the protocol does not fit.
 * Of two sittings, `sitting` chooses the first (0) or the second (1).
 * @example
 * ```ts
 * const protocol = findProtocol("final-word");
 * const people = ["ana", "ben", "caro"].map((id) => ({ id, roles: ["participant"] }));
 * const plan = planFit(protocol, fit(protocol, 25, 3), people);
 * plan.steps.slice(0, 4).map((step) => [step.key, step.minutes]);
 * // => [["choose", 4], ["read-aloud.1", 3], ["responses.1", 2], ["last-word.1", 1]]
 * ```
 */
export function planFit(
  definition: ProtocolDefinition,
  answer: Fit,
  people: readonly RunPerson[],
  sitting: 0 | 1 = 0,
): RunPlan | undefined {
  if (answer.answer === "does-not-fit") return undefined;
  const group = { people: people.length, times: answer.times };
  const steps = answer.answer === "fits" ? answer.steps : answer.sittings[sitting].steps;
  const minutes = Object.fromEntries(steps.map((step) => [step.step, step.minutes]));
  if (answer.answer === "fits") return planRun(definition, { ...cut(definition), ...minutes }, people, group);
  const whole = planRun(definition, { ...cut(definition), ...minutes }, people, group);
  const [first, second] = splitAt(definition, answer.breakTimes, answer.breakAfter, whole);
  return { ...whole, steps: sitting === 0 ? first : second };
}

/** Steps that may be left out, with no minutes. */
const cut = (definition: ProtocolDefinition): Record<string, number> =>
  Object.fromEntries(definition.steps.filter((step) => step.minutes.min === 0).map((step) => [step.id, 0]));

function splitAt(definition: ProtocolDefinition, times: number, step: string, plan: RunPlan) {
  const round = definition.steps.find((s) => s.id === step)?.round;
  const last = round === undefined ? step : `${step}.${times}`;
  const at = plan.steps.findIndex((s) => s.key === last) + 1;
  return [plan.steps.slice(0, at), plan.steps.slice(at)] as const;
}

function planned(
  definition: ProtocolDefinition,
  { step, iteration, of, speakers }: Instance,
  given: number | undefined,
  people: readonly RunPerson[],
): PlannedStep {
  const minutes = given ?? step.minutes.min;
  const role = definition.rounds?.find((round) => round.id === step.round)?.role;
  const presenters = people.filter((person) => role !== undefined && person.roles.includes(role));
  // Whoever was named presenter comes first, then the others in the order of the list.
  const order = [...presenters, ...people.filter((person) => !presenters.includes(person))];
  const person = order[iteration % Math.max(1, order.length)];
  return {
    key: step.round === undefined ? step.id : `${step.id}.${iteration + 1}`,
    step: step.id,
    kind: step.kind,
    minutes: minutes * speakers,
    speaks: step.speaks,
    ...(step.silent && { silent: step.silent }),
    ...(step.perPerson && { perPerson: minutes }),
    ...(step.round !== undefined && { round: { id: step.round, index: iteration, of } }),
    ...(role !== undefined && person && { holder: { role, person: person.id } }),
    ...(step.rules && { rules: step.rules }),
    ...(step.capture && { capture: step.capture }),
    ...(step.ballot && { ballot: plannedBallot(step.ballot) }),
    ...(step.requires && { requires: step.requires }),
    ...(step.closes && { closes: step.closes }),
    ...(step.reveals && { reveals: step.reveals }),
    ...(step.safeBreak && { safeBreak: true as const }),
  };
}

const plannedBallot = ({ choices, votes = 1, ranked }: Ballot): PlannedBallot => ({
  choices: "from" in choices ? { from: choices.from } : choices.map((choice) => choice.id),
  votes,
  ...(ranked && { ranked }),
});
