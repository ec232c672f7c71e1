import { setTimeout as wait } from "node:timers/promises";
import type { NewEvent, Rejection, StoredEvent } from "@collegium/schema";
import type { Store } from "@collegium/store";
import { streamWord } from "./stream-word.js";

/** How one kind of stream is read and decided. */
export interface StreamKind<State, Command, Event> {
  readonly replay: (events: Iterable<Event>) => State;
  readonly decide: (
    state: State,
    command: Command,
    who: Sender,
  ) =>
    | { readonly ok: true; readonly events: readonly NewEvent[] }
    | { readonly ok: false; readonly rejection: Rejection };
}

/** Who sends a command: the person, when, with which device, and what their grant allows. */
export interface Sender {
  readonly person: string;
  readonly at: string;
  readonly handle?: string;
  readonly may?: readonly string[];
}

/** What became of a command: the state after it and its events, or why it was refused. */
export type Sent<State> =
  | { readonly ok: true; readonly state: State; readonly events: readonly StoredEvent[] }
  | { readonly ok: false; readonly rejection: Rejection };

const TRIES = 5;

/** Streams of one kind over the store: read by replay, written by decide and append. */
export class Streams<State, Command extends { readonly commandId: string }, Event> {
  readonly #store: Store;
  readonly #kind: StreamKind<State, Command, Event>;

  constructor(store: Store, kind: StreamKind<State, Command, Event>) {
    this.#store = store;
    this.#kind = kind;
  }

  async state(districtId: string, stream: string): Promise<State> {
    return (await this.#load(districtId, stream)).state;
  }

  /** Decides on the newest state and appends; when others were faster, decides again on what they did. */
  async send(districtId: string, stream: string, command: Command, who: Sender): Promise<Sent<State>> {
    for (let attempt = 1; ; attempt++) {
      const { state, version } = await this.#load(districtId, stream);
      const decided = this.#kind.decide(state, command, who);
      if (!decided.ok) return decided;
      if (decided.events.length === 0) return { ok: true, state, events: [] };
      const appended = await this.#store.append({
        districtId,
        stream,
        expectedVersion: version,
        commandId: command.commandId,
        actor: streamWord(who.person),
        at: who.at,
        events: decided.events,
      });
      if (appended.ok) {
        return { ok: true, state: await this.state(districtId, stream), events: appended.value.events };
      }
      const issue = appended.issues[0] as Rejection;
      if (issue.code !== "stale-version" || attempt === TRIES) return { ok: false, rejection: issue };
      await wait(attempt * 10);
    }
  }

  async #load(districtId: string, stream: string): Promise<{ state: State; version: number }> {
    const events = await this.#store.read(districtId, stream);
    return { state: this.#kind.replay(events as Event[]), version: events.at(-1)?.version ?? 0 };
  }
}
