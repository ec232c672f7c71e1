import { randomUUID } from "node:crypto";
import {
  type ActionCommand,
  type ActionEvent,
  type ActionState,
  type ActionView,
  type AnyMeetingCommand,
  type CycleCommand,
  type CycleEvent,
  type CycleState,
  type CycleView,
  decideAction,
  decideCycle,
  decideMeeting,
  followUps,
  type MeetingEvent,
  type MeetingState,
  type MeetingView,
  type MeetingViewer,
  replayAction,
  replayCycle,
  replayMeeting,
  streamOf,
  viewAction,
  viewCycle,
  viewMeeting,
} from "@collegium/meeting-cycle";
import type { Grant } from "@collegium/schema";
import type { Store } from "@collegium/store";
import { idOfWord, streamWord } from "./stream-word.js";
import { type Sender, type Sent, Streams } from "./streams.js";

/** Cycles, meetings and actions of a school's teams. */
export class TeamWork {
  readonly #store: Store;
  readonly #cycles: Streams<CycleState, CycleCommand, CycleEvent>;
  readonly #meetings: Streams<MeetingState, AnyMeetingCommand, MeetingEvent>;
  readonly #actions: Streams<ActionState, ActionCommand, ActionEvent>;

  constructor(store: Store) {
    this.#store = store;
    this.#cycles = new Streams(store, { replay: replayCycle, decide: decideCycle });
    this.#meetings = new Streams(store, { replay: (events) => replayMeeting(events), decide: decideMeeting });
    this.#actions = new Streams(store, { replay: replayAction, decide: decideAction });
  }

  meeting(districtId: string, id: string): Promise<MeetingState> {
    return this.#meetings.state(districtId, streamOf("meeting", id));
  }

  action(districtId: string, id: string): Promise<ActionState> {
    return this.#actions.state(districtId, streamOf("action", id));
  }

  /** A meeting as one viewer may see it; pages get nothing else. */
  async meetingView(
    districtId: string,
    id: string,
    viewer: MeetingViewer,
    grant: Grant,
  ): Promise<MeetingView | undefined> {
    return viewMeeting(await this.meeting(districtId, id), viewer, grant);
  }

  /** An action as one viewer may see it. */
  async actionView(
    districtId: string,
    id: string,
    person: string,
    grant: Grant,
  ): Promise<ActionView | undefined> {
    return viewAction(await this.action(districtId, id), { person }, grant);
  }

  /** The cycles of a team as one viewer may see them, oldest first. */
  async cycleViews(districtId: string, team: string, person: string, grant: Grant): Promise<CycleView[]> {
    const views = (await this.cycles(districtId, team)).map((cycle) => viewCycle(cycle, { person }, grant));
    return views.filter((view) => view !== undefined);
  }

  /** The cycles of a team, oldest first. */
  async cycles(districtId: string, team: string): Promise<CycleState[]> {
    const heads = await this.#store.streams(districtId, streamOf("cycle", `${streamWord(team)}/`));
    const states = await Promise.all(heads.map(({ stream }) => this.#cycles.state(districtId, stream)));
    return states.sort((a, b) => Number(a.id.split("/").at(-1)) - Number(b.id.split("/").at(-1)));
  }

  /** The team's cycle that goes on, begun where there is none. */
  async currentCycle(districtId: string, team: string, who: Sender): Promise<CycleState> {
    const cycles = await this.cycles(districtId, team);
    const last = cycles.at(-1);
    if (last && last.phase !== "closed") return last;
    const cycle = `${streamWord(team)}/${cycles.length + 1}`;
    const after = last ? { after: last.id } : {};
    await this.toCycle(
      districtId,
      cycle,
      { type: "start-cycle", commandId: `start-${cycle}`, cycle, team, ...after },
      who,
    );
    return this.#cycles.state(districtId, streamOf("cycle", cycle));
  }

  toCycle(districtId: string, id: string, command: CycleCommand, who: Sender): Promise<Sent<CycleState>> {
    return this.#cycles.send(districtId, streamOf("cycle", id), command, who);
  }

  toAction(districtId: string, id: string, command: ActionCommand, who: Sender): Promise<Sent<ActionState>> {
    return this.#actions.send(districtId, streamOf("action", id), command, who);
  }

  /** Sends a command to a meeting and, where it is accepted, carries on what it means for other streams. */
  async toMeeting(
    districtId: string,
    id: string,
    command: AnyMeetingCommand,
    who: Sender,
  ): Promise<Sent<MeetingState>> {
    const sent = await this.#meetings.send(districtId, streamOf("meeting", id), command, who);
    if (sent.ok) await this.#carryOn(districtId, sent.state, sent.events as MeetingEvent[], who);
    return sent;
  }

  /** The rubric of one meeting's student work for another's, as the shelf keeps it beside the meeting. */
  async takeRubric(districtId: string, from: string, to: string): Promise<void> {
    const kept = await this.#store.getDocument(districtId, "rubric", from);
    if (kept) await this.#store.putDocument(districtId, "rubric", to, kept.document);
  }

  /** Carries on again what a stopped process may have left; every command in it acts once. */
  async settle(districtId: string, id: string, who: Sender): Promise<void> {
    const events = (await this.#store.read(districtId, streamOf("meeting", id))) as MeetingEvent[];
    await this.#carryOn(districtId, replayMeeting(events), events, who);
  }

  async #carryOn(districtId: string, meeting: MeetingState, events: readonly MeetingEvent[], who: Sender) {
    for (const event of events) {
      for (const { stream, command } of followUps(event, meeting)) {
        const sender = { ...who, ...(event.actor === undefined ? {} : { person: idOfWord(event.actor) }) };
        if (stream.startsWith("action:"))
          await this.#actions.send(districtId, stream, command as ActionCommand, sender);
        else await this.#cycles.send(districtId, stream, command as CycleCommand, sender);
      }
    }
  }
}

/** The id of the cycle after one: `grade-7/1` leads to `grade-7/2`. */
export function successorOf(cycle: string): string {
  const at = cycle.lastIndexOf("/");
  return `${cycle.slice(0, at)}/${Number(cycle.slice(at + 1)) + 1}`;
}

/** A fresh id for a command or a thing it makes. */
export function newId(): string {
  return randomUUID();
}
