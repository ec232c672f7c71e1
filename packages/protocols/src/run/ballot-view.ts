import type { PlannedBallot, PlannedStep } from "../plan.js";
import { choicesOf, countBallots, isCounted, leadingOf, MINIMUM_SECRET, votedNotes } from "./ballots.js";
import { publicId } from "./note-ids.js";
import type { RunState } from "./state.js";
import type { RunViewer } from "./view.js";

/** A vote as one viewer may see it. */
export interface BallotView {
  /** Key of the step. */
  readonly step: string;
  /** How many choices each may mark. */
  readonly votes: number;
  readonly ranked: boolean;
  readonly secret: boolean;
  /** Whether votes are still taken. */
  readonly open: boolean;
  /** What can be chosen; words of notes voted on, those of fixed choices are in the definition. */
  readonly choices: readonly { readonly id: string; readonly text?: string }[];
  /** The viewer's own vote. */
  readonly mine?: readonly string[];
  /** Votes by choice, once they may be seen; how many voted; the choices with most, several where it is a tie. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly cast?: number;
  readonly leading?: readonly string[];
  /** True where a secret vote was counted and fewer than `MINIMUM_SECRET` voted, so that no count is shown. */
  readonly tooFew?: true;
  /** Votes with their voters, where they are named and may be seen. */
  readonly ballots?: readonly { readonly voter: string; readonly choices: readonly string[] }[];
}

/**
 * One vote as one viewer may see it.
 * Guarantees that votes which are still hidden change nobody's view but the voter's own, that a secret vote is never shown
 * with its voter, and that fewer than {@link MINIMUM_SECRET} secret votes are not counted out loud.
 */
export function ballotView(
  run: RunState,
  planned: PlannedStep & { readonly ballot: PlannedBallot },
  viewer: RunViewer,
  reads: boolean,
): BallotView {
  const { key, capture, ballot } = planned;
  const secret = capture?.authorship === "anonymous";
  const cast = run.notes.filter((note) => note.step === key && note.choices !== undefined);
  const mine = cast.find((note) =>
    note.handle === undefined ? note.author === viewer.person : note.handle === viewer.handle,
  );
  const counted = isCounted(run, planned);
  const seen = reads && (capture?.visible === "at-once" || run.revealed.includes(key));
  const enough = !secret || cast.length >= MINIMUM_SECRET;
  const choices = choicesOf(run, ballot);
  const counts = countBallots(
    ballot,
    choices,
    cast.map((note) => note.choices ?? []),
  );
  const noted = "from" in ballot.choices ? votedNotes(run, ballot.choices.from) : [];
  return {
    step: key,
    votes: ballot.votes,
    ranked: ballot.ranked === true,
    secret,
    open: run.phase !== "waiting" && !counted,
    choices: reads
      ? choices.map((id) => {
          const text = noted.find((note) => publicId(note) === id)?.text;
          return { id, ...(text !== undefined && { text }) };
        })
      : [],
    ...(mine?.choices && { mine: mine.choices }),
    ...(seen && enough && { counts, cast: cast.length, leading: leadingOf(counts) }),
    ...(seen && !enough && { tooFew: true as const }),
    ...(seen &&
      !secret && {
        ballots: cast
          .map(({ author = "", choices: marked = [] }) => ({ voter: author, choices: marked }))
          .sort((a, b) => (a.voter < b.voter ? -1 : a.voter > b.voter ? 1 : 0)),
      }),
  };
}
