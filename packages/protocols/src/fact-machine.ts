import { type AnyStateMachine, assign, setup, transition } from "xstate";

/** A state that stands in a phase. */
export interface Phased {
  readonly phase: string;
}

/** What a machine over past facts is made from: one table, read by xstate and by replay alike. */
export interface FactTable<State extends Phased, Fact extends { readonly type: string }> {
  readonly id: string;
  /** The state before the first fact. */
  readonly start: State;
  readonly phases: readonly State["phase"][];
  /** The phase a fact leads to: from everywhere, or, as a record, from some phases only. */
  readonly leads: Readonly<
    Record<string, State["phase"] | Readonly<Partial<Record<State["phase"], State["phase"]>>>>
  >;
  /** What a fact changes; `undefined` takes an optional field away. Total, and without any judgement of its own. */
  readonly update: (state: State, fact: Fact) => Partial<{ [K in keyof State]: State[K] | undefined }>;
}

/** A machine over past facts. */
export interface FactMachine<State, Fact> {
  /** For xstate's own tools: inspectors, graphs, walkers. */
  readonly machine: AnyStateMachine;
  /** The state after one more stored fact, by xstate's pure transition. */
  readonly evolve: (state: State, fact: Fact) => State;
  /** The same by the table alone: for replay, and for machines inside machines. */
  readonly apply: (state: State, fact: Fact) => State;
  /** The state after many stored facts. */
  readonly replay: (facts: Iterable<Fact>, from?: State) => State;
}

/**
 * A machine over past facts from one table.
 * Guarantees to be total and pure: the same facts give the same state, and no stored fact is refused; `replay` gives what
 * `evolve` gives fact by fact, without xstate's price for each.
 */
export function factMachine<State extends Phased, Fact extends { readonly type: string }>(
  table: FactTable<State, Fact>,
): FactMachine<State, Fact> {
  const { id, start, phases, leads, update } = table;
  const apply = (state: State, fact: Fact): State => {
    const change = update(state, fact);
    const lead = leads[fact.type];
    const phase = (typeof lead === "string" ? lead : lead?.[state.phase as State["phase"]]) ?? state.phase;
    return settled({ ...state, ...change, phase } as State);
  };
  const machine = setup({
    types: {} as { context: State; events: Fact },
    actions: { apply: assign(({ context, event }) => update(context as State, event) as Partial<State>) },
  }).createMachine({
    id,
    initial: start.phase,
    context: start,
    states: Object.fromEntries(phases.map((phase) => [phase, { on: arrowsFrom(leads, phase) }])),
    on: { ...arrowsFrom(leads), "*": { actions: "apply" } },
  } as never) as unknown as AnyStateMachine;
  return {
    machine,
    apply,
    evolve(state, fact) {
      const before = machine.resolveState({ value: state.phase, context: state });
      const [after] = transition(machine, before, fact);
      return settled({ ...(after.context as State), phase: after.value });
    },
    replay(facts, from = start) {
      let state = from;
      for (const fact of facts) state = apply(state, fact);
      return state;
    },
  };
}

/** Arrows out of one phase, or those that lead from everywhere. */
function arrowsFrom(leads: FactTable<Phased, { type: string }>["leads"], phase?: string) {
  const arrows = Object.entries(leads).flatMap(([type, lead]) => {
    const target = phase === undefined ? lead : typeof lead === "string" ? undefined : lead[phase];
    return typeof target === "string"
      ? [[type, { target: phase === undefined ? `.${target}` : target, actions: "apply" }]]
      : [];
  });
  return Object.fromEntries(arrows);
}

/** The state without fields that were taken away, so that it is the same as after JSON. */
function settled<State extends object>(state: State): State {
  for (const key in state) if (state[key] === undefined) delete state[key];
  return state;
}
