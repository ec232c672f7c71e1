import { type RunView, viewRun, viewVersion } from "@collegium/protocols/runner";
import type { Grant } from "@collegium/schema";
import { countsOf } from "../decisions/tally.js";
import { type Need, unnamed } from "../needs.js";
import type { Sample, SampleScore } from "../samples/sample.js";
import type { MeetingWords, PollOutcomeFact, VoteChoice } from "./events.js";
import { isTooFew, MINIMUM_ANONYMOUS, type Poll, type PollSpec } from "./polls.js";
import { mayControlMeeting } from "./rules.js";
import { type AgreedAction, isQuorate, type MeetingPhase, type MeetingState } from "./state.js";

/** Who looks, and with which device where something is anonymous. */
export interface MeetingViewer {
  readonly person: string;
  readonly handle?: string;
}

/** A poll as one viewer may see it. */
export interface PollView {
  readonly id: string;
  readonly item?: string;
  readonly spec: PollSpec;
  readonly text?: string;
  readonly options?: MeetingWords["options"];
  /** The viewer's own vote. */
  readonly mine?: VoteChoice;
  /** Votes by choice, where the viewer may see results now. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Votes with their voters, where votes are named and results may be seen. */
  readonly votes?: readonly {
    readonly voter: string;
    readonly choice: VoteChoice;
    readonly reason?: string;
  }[];
  readonly outcome?: PollOutcomeFact & { readonly reason?: string; readonly quorate: boolean };
}

/** A meeting as one viewer may see it; the only form in which a meeting leaves the server. */
export interface MeetingView {
  readonly id: string;
  readonly team: string;
  readonly cycle?: string;
  readonly on: string;
  readonly minutes: number;
  readonly phase: MeetingPhase;
  /** Changes exactly when something this viewer may notice has changed. */
  readonly version: number;
  readonly quorate: boolean;
  readonly members: MeetingState["members"];
  readonly present: readonly string[];
  readonly items: MeetingState["items"];
  readonly runs: readonly RunView[];
  readonly notes?: readonly (MeetingState["notes"][number] & { readonly mine: boolean })[];
  readonly decisions?: MeetingState["decisions"];
  readonly polls?: readonly PollView[];
  readonly actions?: readonly AgreedAction[];
  readonly reviewed?: MeetingState["reviewed"];
  /** How many actions there are, for readers who see counts only. */
  readonly actionCount?: number;
  readonly needs?: readonly Need[];
  readonly needsAgreed: boolean;
  /** Students nobody named; for the team only. */
  readonly unnamed?: readonly string[];
  readonly rechecked?: MeetingState["rechecked"];
  readonly feedback?: MeetingState["feedback"];
  /** Mean rating and number of ratings, where there are enough of them and the meeting is over. */
  readonly rating?: { readonly mean: number; readonly n: number };
  /** The viewer's own rating. */
  readonly myRating?: number;
  readonly windows: MeetingState["windows"];
  /** Work samples, without names; for the team only. */
  readonly samples?: readonly Sample[];
  /** The viewer's own scores until the reveal, then everybody's. */
  readonly scores?: readonly SampleScore[];
  readonly exemplars?: MeetingState["exemplars"];
  /** Whether the viewer may move the meeting on. */
  readonly controls: boolean;
}

/**
 * What one viewer may see of a meeting and of the runs inside it; `undefined` where the grant allows nothing.
 * Guarantees that students' names stay with the team, that hidden notes and votes reach nobody but their author, and
 * that anonymous input is shown together only from {@link MINIMUM_ANONYMOUS} on.
 */
export function viewMeeting(
  meeting: MeetingState,
  viewer: MeetingViewer,
  grant: Grant,
): MeetingView | undefined {
  const may = (action: string) => grant.may.includes(action);
  if (grant.viewer !== viewer.person || !may("read-agenda")) return undefined;
  const team = grant.audience === "team" || grant.audience === "self";
  const myRating = meeting.ratings.find((r) => r.handle === viewer.handle)?.rating;
  const rating = may("read-ratings") ? meanRating(meeting) : undefined;
  const { cycle } = meeting;
  return {
    id: meeting.id,
    team: meeting.team,
    ...(cycle !== undefined && { cycle }),
    on: meeting.on,
    minutes: meeting.minutes,
    phase: meeting.phase,
    version: viewVersion(meeting, viewer),
    quorate: isQuorate(meeting),
    members: meeting.members,
    present: meeting.present,
    items: team ? meeting.items : meeting.items.map(({ reason: _, ...item }) => item),
    runs: Object.values(meeting.runs).flatMap((run) => {
      const view = team ? viewRun(run, viewer, grant) : undefined;
      return view ? [view] : [];
    }),
    ...(may("read-notes") && {
      notes: meeting.notes.map((note) => ({
        ...note,
        mine: note.author === viewer.person || note.by === viewer.person,
      })),
      feedback: meeting.feedback,
    }),
    ...(may("read-decisions") && {
      decisions: meeting.decisions,
      polls: meeting.polls.filter((poll) => team || poll.outcome).map((poll) => pollView(poll, viewer, team)),
    }),
    ...(may("read-actions") && team && { actions: meeting.actions, reviewed: meeting.reviewed }),
    ...((may("read-actions") || may("count-actions")) && { actionCount: meeting.actions.length }),
    ...(may("read-students") &&
      team && {
        needs: meeting.needs,
        unnamed: unnamed(meeting.needs, meeting.roster),
        rechecked: meeting.rechecked,
      }),
    needsAgreed: meeting.needsAgreed,
    ...(rating && { rating }),
    ...(myRating !== undefined && { myRating }),
    windows: meeting.windows,
    ...(may("read-notes") &&
      team && {
        samples: meeting.samples,
        scores: meeting.scores
          .filter((score) => meeting.scoresRevealed || score.scorer === viewer.person)
          .sort(byScore),
        exemplars: meeting.exemplars,
      }),
    controls: mayControlMeeting(meeting, { person: viewer.person, may: grant.may }),
  };
}

/** Ratings are shown when the meeting is over, so that none can be told from the one before it. */
function meanRating(meeting: MeetingState): MeetingView["rating"] {
  const n = meeting.ratings.length;
  const over = meeting.phase === "adjourned" || meeting.phase === "approved";
  if (!over || n < MINIMUM_ANONYMOUS) return undefined;
  return { mean: meeting.ratings.reduce((sum, r) => sum + r.rating, 0) / n, n };
}

function pollView(poll: Poll, viewer: MeetingViewer, team: boolean): PollView {
  const { spec, votes, outcome } = poll;
  const named = spec.identity === "named";
  const mine = votes.find((v) =>
    v.handle === undefined ? v.voter === viewer.person : v.handle === viewer.handle,
  );
  const open =
    outcome !== undefined ||
    (team && (spec.results === "live" || (spec.results === "after-own-vote" && mine !== undefined)));
  // A hidden count that moves while people vote tells who voted what; hidden votes are counted at the close.
  const countable = open && (named || (outcome !== undefined && !isTooFew(poll)));
  return {
    id: poll.id,
    ...(poll.item !== undefined && { item: poll.item }),
    spec,
    ...(poll.text !== undefined && { text: poll.text }),
    ...(poll.options && { options: poll.options }),
    ...(mine && team && { mine: mine.choice }),
    ...(countable && { counts: countsOf(spec, votes) }),
    ...(countable &&
      named &&
      team && {
        votes: votes.map(({ voter = "", choice, reason }) => ({
          voter,
          choice,
          ...(reason !== undefined && { reason }),
        })),
      }),
    ...(outcome && { outcome }),
  };
}

/** An order that tells nothing of who scored first. */
const byScore = (a: SampleScore, b: SampleScore): number => {
  const [x, y] = [a, b].map((s) => `${s.sample}\u0000${s.criterion}\u0000${s.scorer}`);
  return x! < y! ? -1 : x! > y! ? 1 : 0;
};
