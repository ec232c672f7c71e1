import { cleanSample, type MeetingState, nextLabel, type Sample } from "@collegium/meeting-cycle";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { Store } from "@collegium/store";
import type { Attachments } from "./attachments.js";
import type { Sender } from "./streams.js";
import { newId, type TeamWork } from "./team-work.js";

/** What a team scores student work by. */
export interface Rubric {
  readonly criteria: readonly string[];
  /** Levels 1 to this. */
  readonly levels: number;
}

/** A piece of work on its way in. */
export interface NewSample {
  readonly kind: Sample["kind"];
  readonly bytes: Uint8Array;
  readonly deleteOn: string;
  /** Somebody has looked and says that no name can be read. */
  readonly covered: boolean;
  /** Names that must not stand in a text. */
  readonly names: readonly string[];
}

/** Scores of one person, by sample and criterion. */
export interface GivenScore {
  readonly sample: string;
  readonly criterion: string;
  readonly score: number;
  readonly reason?: string;
}

/** Student work that meetings look at: bytes in the attachments, facts in the meeting, the rubric beside it. */
export class SampleShelf {
  readonly #work: TeamWork;
  readonly #store: Store;
  readonly #attachments: (districtId: string) => Attachments;

  constructor(work: TeamWork, store: Store, attachments: (districtId: string) => Attachments) {
    this.#work = work;
    this.#store = store;
    this.#attachments = attachments;
  }

  /** The rubric of a meeting's samples; one criterion and four levels until the team says otherwise. */
  async rubric(districtId: string, meeting: string): Promise<Rubric | undefined> {
    return (await this.#store.getDocument<Rubric>(districtId, "rubric", meeting))?.document;
  }

  /** Sets the rubric; refused once somebody has scored, for scores on two rubrics cannot be compared. */
  async setRubric(districtId: string, meeting: string, rubric: Rubric): Promise<Result<Rubric>> {
    const { scores } = await this.#work.meeting(districtId, meeting);
    if (scores.length > 0) {
      const message = "Somebody has already scored by the rubric there is.";
      return fail({
        code: "already-scored",
        path: [],
        message,
        hint: "Finish with it, and change it for the next work.",
      });
    }
    const put = await this.#store.putDocument(districtId, "rubric", meeting, rubric);
    return put.ok ? ok(rubric) : put;
  }

  /** Takes a piece of work in: nothing is kept of what nobody has covered, of a name in a text, or of what cannot be cleaned. */
  async add(districtId: string, meeting: string, sample: NewSample, who: Sender): Promise<Result<Sample>> {
    if (!sample.covered) return fail(uncovered);
    const cleaned = cleanSample(sample.kind, sample.bytes);
    if (!cleaned.ok) return cleaned;
    const { bytes, type } = cleaned.value;
    if (type === "text/plain" && namesIn(new TextDecoder().decode(bytes), sample.names)) return fail(named);
    const attachments = this.#attachments(districtId);
    const known = await this.#work.meeting(districtId, meeting);
    const hash = await attachments.put(bytes, { type, deleteOn: sample.deleteOn });
    const facts: Sample = {
      id: newId(),
      label: nextLabel(known.samples),
      kind: sample.kind,
      hash,
      deleteOn: sample.deleteOn,
      namesCovered: true,
      metadataRemoved: true,
    };
    const sent = await this.#work.toMeeting(
      districtId,
      meeting,
      { type: "add-sample", commandId: newId(), sample: facts },
      who,
    );
    if (sent.ok) return ok(facts);
    if (!known.samples.some((one) => one.hash === hash)) await attachments.remove(hash);
    return fail({ path: [], ...sent.rejection });
  }

  /** The bytes of a sample and what they are; `undefined` once they are deleted. */
  async bytes(districtId: string, hash: string): Promise<{ bytes: Uint8Array; type: string } | undefined> {
    const attachments = this.#attachments(districtId);
    const [bytes, type] = await Promise.all([attachments.get(hash), attachments.typeOf(hash)]);
    return bytes && type ? { bytes, type } : undefined;
  }

  /** Takes a sample away and deletes its bytes now. */
  async remove(districtId: string, meeting: string, id: string, who: Sender): Promise<Result<undefined>> {
    const sample = (await this.#work.meeting(districtId, meeting)).samples.find((one) => one.id === id);
    const sent = await this.#work.toMeeting(
      districtId,
      meeting,
      { type: "remove-sample", commandId: newId(), sample: id },
      who,
    );
    if (!sent.ok) return fail({ path: [], ...sent.rejection });
    if (sample && !sent.state.samples.some(({ hash }) => hash === sample.hash))
      await this.#attachments(districtId).remove(sample.hash);
    return ok(undefined);
  }

  /** Keeps one person's scores; the last one to finish lifts the curtain. */
  async score(
    districtId: string,
    meeting: string,
    scores: readonly GivenScore[],
    who: Sender,
  ): Promise<Result<undefined>> {
    for (const score of scores) {
      const sent = await this.#work.toMeeting(
        districtId,
        meeting,
        { type: "score-sample", commandId: newId(), ...score },
        who,
      );
      if (!sent.ok) return fail({ path: [], ...sent.rejection });
    }
    const state = await this.#work.meeting(districtId, meeting);
    const rubric = await this.rubric(districtId, meeting);
    const facilitator = state.members.find(({ roles }) => roles.includes("facilitator"))?.id ?? who.person;
    if (!state.scoresRevealed && rubric && allHaveScored(state, rubric)) {
      await this.#work.toMeeting(
        districtId,
        meeting,
        { type: "reveal-scores", commandId: newId() },
        { ...who, person: facilitator },
      );
    }
    return ok(undefined);
  }

  /** Deletes what is due; answers with the number of pieces. */
  async deleteDue(districtId: string, today: string): Promise<number> {
    return (await this.#attachments(districtId).deleteDue(today)).length;
  }
}

const uncovered: Issue = {
  code: "names-not-covered",
  path: ["covered"],
  message: "Nobody has said that no name can be read on this work.",
  hint: "Cover every name, look once more, and tick the box.",
};
const named: Issue = {
  code: "name-in-text",
  path: ["text"],
  message: "The name of one of your students stands in the text.",
  hint: "Write a line in its place, then add the text again.",
};

/** Whether a text holds the family name or whole name of one of these people, as words of their own. */
function namesIn(text: string, names: readonly string[]): boolean {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}'-]+/gu, " ")} `;
  return names.some((name) => {
    const [family = "", given = ""] = name.toLowerCase().split(/,\s*/);
    const whole = given === "" ? family : `${given} ${family}`;
    return [whole, `${family} ${given}`].some(
      (one) => one.trim().includes(" ") && words.includes(` ${one.trim()} `),
    );
  });
}

/** Everybody who is there, or every member before the meeting opens, has scored every sample by every criterion. */
function allHaveScored(state: MeetingState, { criteria }: Rubric): boolean {
  const people = state.present.length > 1 ? state.present : state.members.map(({ id }) => id);
  return people.every((person) =>
    state.samples.every(({ id }) =>
      criteria.every((criterion) =>
        state.scores.some((one) => one.scorer === person && one.sample === id && one.criterion === criterion),
      ),
    ),
  );
}
