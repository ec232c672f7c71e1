import { progress } from "@collegium/goals";
import {
  type AgendaItem,
  buildAgenda,
  type CycleState,
  type DueAction,
  type MeetingState,
  type RecheckNeed,
} from "@collegium/meeting-cycle";
import { library, smallestSlot } from "@collegium/protocols";
import type { Rejection } from "@collegium/schema";
import type { CalendarBook } from "./calendar-book.js";
import type { GoalBook } from "./goal-book.js";
import type { KnownTime } from "./known-time.js";
import { nextSlot } from "./next-slot.js";
import type { ResultsBook } from "./results-book.js";
import type { School } from "./school.js";
import type { Sender } from "./streams.js";
import { rolesFor, teamDays } from "./team-days.js";
import type { RegisteredTeam } from "./team-register.js";
import type { TeamTimes } from "./team-times.js";
import { newId, successorOf, type TeamWork } from "./team-work.js";

/** What the next meeting is made from. */
export interface Workshop {
  readonly work: TeamWork;
  readonly goals: GoalBook;
  readonly results: ResultsBook;
  readonly calendars: CalendarBook;
  readonly times: TeamTimes;
}

/** When somebody prepares, and who. */
export interface Preparation {
  readonly today: string;
  /** Whoever prepares holds the roles that move the meeting on. */
  readonly by: Sender;
  /** When members are busy beside their lessons, as far as whoever prepares may know it. */
  readonly known?: KnownTime;
}

/** A meeting made ready, or why it was not. */
export type Prepared =
  | { readonly ok: true; readonly id: string; readonly on: string }
  | { readonly ok: false; readonly rejection: Rejection };

/** The meeting that is ahead of a team or goes on; prepared where there is none. */
export async function meetingAhead(
  shop: Workshop,
  school: School,
  team: RegisteredTeam,
  preparation: Preparation,
): Promise<Prepared> {
  const cycle = await shop.work.currentCycle(school.districtId, team.id, preparation.by);
  const meetings = await meetingsOf(shop.work, school.districtId, cycle);
  const ahead = meetings.find(({ phase }) => phase !== "adjourned" && phase !== "approved");
  return ahead ? { ok: true, id: ahead.id, on: ahead.on } : prepareNext(shop, school, team, preparation);
}

/** The id of the team's meeting that is prepared and has not begun. */
export async function scheduledAhead(
  { work }: Workshop,
  { districtId }: School,
  team: RegisteredTeam,
): Promise<string | undefined> {
  const cycle = (await work.cycles(districtId, team.id)).at(-1);
  const meetings = cycle ? await meetingsOf(work, districtId, cycle) : [];
  return meetings.find(({ phase }) => phase === "scheduled")?.id;
}

/** Ends a team's cycle with what it has learned and begins the next; a new focus closes the goal as well. */
export async function closeCycle(
  shop: Workshop,
  districtId: string,
  team: string,
  { today, by }: Preparation,
  { learned, next }: { readonly learned: string; readonly next: "adjust-plan" | "new-focus" },
): Promise<Rejection | undefined> {
  const { work, goals } = shop;
  const cycle = await work.currentCycle(districtId, team, by);
  const send = (command: Parameters<typeof work.toCycle>[2]) =>
    work.toCycle(districtId, cycle.id, command, by);
  if (cycle.phase !== "reflection") await send({ type: "begin-reflection", commandId: newId() });
  if (learned !== "") {
    const entry = { entry: newId(), facet: "check", slot: "what-we-learned", text: learned } as const;
    await send({ type: "record-entry", commandId: newId(), ...entry });
  }
  const closed = await send({
    type: "close-cycle",
    commandId: newId(),
    next,
    successor: successorOf(cycle.id),
  });
  if (!closed.ok) return closed.rejection;
  if (next === "new-focus") await goals.close(districtId, team, today, learned, by);
  await work.currentCycle(districtId, team, by);
  return undefined;
}

/** The meetings of a cycle, oldest first. */
async function meetingsOf(work: TeamWork, districtId: string, cycle: CycleState): Promise<MeetingState[]> {
  const meetings = await Promise.all(cycle.meetings.map(({ id }) => work.meeting(districtId, id)));
  return meetings.filter((meeting) => meeting.phase !== "cancelled");
}

/** Everything a team has promised and not yet closed, from all its cycles. */
async function openActions(work: TeamWork, districtId: string, cycles: readonly CycleState[]) {
  const ids = cycles.flatMap((cycle) => cycle.actions.map(({ id }) => id));
  const actions = await Promise.all(ids.map((id) => work.action(districtId, id)));
  return actions.filter((action) => action.phase === "active" || action.phase === "stuck");
}

/**
 * Prepares the team's next meeting in one press. The agenda opens with what was promised and with the students to check
 * again; the cycle moves on by itself where the facts say so.
 */
export async function prepareNext(
  shop: Workshop,
  school: School,
  team: RegisteredTeam,
  { today, by, known }: Preparation,
): Promise<Prepared> {
  const { work, goals, results } = shop;
  const { districtId, time } = school;
  const cycle = await moved(shop, districtId, team, await work.currentCycle(districtId, team.id, by), by);
  const cycles = await work.cycles(districtId, team.id);
  const meetings = (await Promise.all(cycles.map((c) => meetingsOf(work, districtId, c)))).flat();
  for (const meeting of meetings.slice(-3)) await work.settle(districtId, meeting.id, by);
  const held = meetings.filter((meeting) => meeting.phase === "adjourned" || meeting.phase === "approved");
  const last = held.at(-1);
  const when = { today, ...(last && { held: last.on }) };
  const slot = nextSlot(time?.timetable, team, when, await teamDays(shop, school, team, known));
  const goal = await goals.of(districtId, team.id);
  const newest = (await results.of(districtId, team.id))[0];
  const dueActions = (await openActions(work, districtId, cycles)).map(
    ({ id, owner, due, meeting, target }): DueAction => ({
      id,
      owner,
      due,
      meeting,
      ...(target === undefined ? {} : { target }),
    }),
  );
  const recheck = last?.needsAgreed
    ? last.needs.map((need): RecheckNeed => ({ ...need, meeting: last.id }))
    : [];
  const newResults = newest !== undefined && (last === undefined || newest.on >= last.on);
  const targets = goal.goal
    ? progress(goal.goal, goal.points).targets.filter((t) => t.population.kind === "all")
    : [];
  const sources = {
    cycle: {
      id: cycle.id,
      phase: cycle.phase === "new" ? ("focus" as const) : cycle.phase,
      ...(goal.goal ? { question: goal.goal.statement } : {}),
    },
    minutes: slot.minutes,
    dueActions,
    recheck,
    newResults,
    measures: targets.flatMap((target) =>
      target.latest && target.points.length > 1
        ? [
            {
              measure: target.measure,
              on: target.latest.on,
              value: target.latest.value,
              target: target.target,
            },
          ]
        : [],
    ),
  };
  const agenda = withProtocol(sources, team.members.length);
  const meeting = newId();
  const sent = await work.toMeeting(
    districtId,
    meeting,
    {
      type: "schedule-meeting",
      commandId: newId(),
      meeting,
      team: team.id,
      cycle: cycle.id,
      on: slot.on,
      minutes: slot.minutes,
      members: team.members.map((id) => ({
        id,
        roles: rolesFor(slot, id, by.person),
      })),
      agenda,
      ...(last ? { after: last.id } : {}),
    },
    by,
  );
  if (!sent.ok) return sent;
  const { on, start, end } = slot;
  if (start !== undefined && end !== undefined) {
    await shop.times.choose(districtId, team.id, { on, start, end, lunch: [], meeting }, by);
  }
  await takeOver(work, districtId, cycle, meeting, by);
  return { ok: true, id: meeting, on };
}

/** Student work that waited in a meeting which was called off is looked at in the one that comes in its place. */
async function takeOver(work: TeamWork, districtId: string, cycle: CycleState, meeting: string, by: Sender) {
  const before = cycle.meetings.filter(({ id }) => id !== meeting).at(-1);
  const called = before && (await work.meeting(districtId, before.id));
  if (called?.phase !== "cancelled") return;
  // Scores stay behind: each is one teacher's own, given blind in that meeting, and nobody else may give it again.
  await work.takeRubric(districtId, called.id, meeting);
  // What is past its day of deletion is refused, and gone anyway.
  for (const sample of called.samples)
    await work.toMeeting(districtId, meeting, { type: "add-sample", commandId: newId(), sample }, by);
}

/** The longest protocol for data that fits what the fixed items leave; none where none does. */
function withProtocol(sources: Parameters<typeof buildAgenda>[0], people: number): readonly AgendaItem[] {
  const candidates = library
    .filter((protocol) => protocol.status === "ready" && protocol.uses.includes("data"))
    .filter((protocol) => people >= protocol.group.min && people <= protocol.group.max)
    .map((protocol) => ({
      id: protocol.id,
      minutes: smallestSlot(protocol, { people }) ?? Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => b.minutes - a.minutes);
  for (const protocol of candidates) {
    const built = buildAgenda({ ...sources, protocol });
    if (built.issues.length === 0) return built.items;
  }
  return buildAgenda(sources).items;
}

/** Focus turns to collaboration once there are results to look at, and to reflection once a re-check is in. */
async function moved(
  shop: Workshop,
  districtId: string,
  team: RegisteredTeam,
  cycle: CycleState,
  by: Sender,
) {
  const { work, goals, results } = shop;
  const sets = await results.of(districtId, team.id);
  const goal = await goals.of(districtId, team.id);
  const meetings = await meetingsOf(work, districtId, cycle);
  const agreed = meetings.find((meeting) => meeting.needsAgreed);
  const rechecked = agreed !== undefined && sets.some((set) => set.on > agreed.on);
  if (cycle.phase === "focus" && (goal.goal || sets.length > 0)) {
    await work.toCycle(districtId, cycle.id, { type: "begin-collaboration", commandId: newId() }, by);
  } else if (cycle.phase === "collaboration" && rechecked) {
    await work.toCycle(districtId, cycle.id, { type: "begin-reflection", commandId: newId() }, by);
  } else return cycle;
  return work.currentCycle(districtId, team.id, by);
}
