import { findProtocol, inLocale, type RunView } from "@collegium/protocols";
import { Form } from "../layout.js";
import type { MeetingScene } from "./meeting-scene.js";

type Ballot = RunView["ballots"][number];

/** The vote of the present step: what can be chosen, and one's own marks. */
export function BallotForm({ scene, run }: { scene: MeetingScene; run: RunView }) {
  const { frame, path } = scene;
  const { say } = frame;
  const ballot = run.ballots.find(({ step, open }) => open && step === run.step?.key);
  if (!ballot) return null;
  const mine = ballot.mine ?? [];
  const choices = ballot.choices.map(({ id }) => ({ id, words: wordsOf(ballot, run, id, frame.locale) }));
  return (
    <Form frame={frame} action={`${path}/do`} class="no-print" id="ballot-form">
      <input type="hidden" name="do" value="ballot" />
      <input type="hidden" name="run" value={run.run} />
      <fieldset>
        <legend>{say("ballot.mark", { votes: ballot.votes })}</legend>
        {ballot.ranked
          ? Array.from({ length: Math.min(ballot.votes, choices.length) }, (_, place) => (
              <select name="choice" aria-label={say("ballot.place", { place: place + 1 })}>
                <option value="">{say("ballot.none")}</option>
                {choices.map(({ id, words }) => (
                  <option value={id} selected={mine[place] === id}>
                    {words}
                  </option>
                ))}
              </select>
            ))
          : choices.map(({ id, words }) => (
              <label class="check">
                <input
                  type={ballot.votes === 1 ? "radio" : "checkbox"}
                  name="choice"
                  value={id}
                  checked={mine.includes(id)}
                />{" "}
                {words}
              </label>
            ))}
      </fieldset>
      <button>{say(ballot.mine ? "ballot.again" : "ballot.vote")}</button>{" "}
      {ballot.mine ? <span class="tag good">{say("ballot.mine")}</span> : null}
      <p class="who">{say(ballot.secret ? "ballot.secret" : "ballot.open")}</p>
    </Form>
  );
}

/** Votes that may be seen, most first; a tie is told as one. */
export function BallotResults({ scene }: { scene: MeetingScene }) {
  const { say, locale } = scene.frame;
  const seen = scene.view.runs.flatMap((run) =>
    run.ballots.filter(({ counts, tooFew }) => counts || tooFew).map((ballot) => ({ run, ballot })),
  );
  return (
    <>
      {seen.map(({ run, ballot }) => (
        <section>
          <h2>{say("ballot.result")}</h2>
          {ballot.tooFew ? <p>{say("ballot.few")}</p> : null}
          {ballot.counts ? (
            <>
              <p class="soft">
                {say("ballot.cast", { n: ballot.cast ?? 0 })}{" "}
                {(ballot.leading ?? []).length > 1 ? say("ballot.tied") : ""}
              </p>
              <ol>
                {Object.entries(ballot.counts)
                  .sort(([, a], [, b]) => b - a)
                  .map(([id, count]) => (
                    <li>
                      {wordsOf(ballot, run, id, locale)}: <strong>{count}</strong>
                    </li>
                  ))}
              </ol>
            </>
          ) : null}
        </section>
      ))}
    </>
  );
}

/** A choice in words: the note voted on, or the label in the protocol. */
function wordsOf(ballot: Ballot, run: RunView, id: string, locale: string): string {
  const note = ballot.choices.find((choice) => choice.id === id)?.text;
  if (note !== undefined) return note;
  const planned = run.plan.find(({ key }) => key === ballot.step);
  const step = findProtocol(run.definition)?.steps.find((s) => s.id === planned?.step);
  const choices = step?.ballot?.choices;
  const label = Array.isArray(choices) ? choices.find((choice) => choice.id === id)?.label : undefined;
  return label ? inLocale(label, locale) : id;
}
