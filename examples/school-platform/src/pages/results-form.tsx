import { accessTexts, whoSees } from "@collegium/access";
import type { readResultGrid } from "@collegium/exchange";
import type { Frame } from "../frame.js";
import { Form } from "../layout.js";

/** A grid as it was read. */
export type Read = Extract<ReturnType<typeof readResultGrid>, { ok: true }>["value"];

/** What a teacher has typed so far. */
export interface Draft {
  readonly title: string;
  readonly on: string;
  readonly grid: string;
  /** Answers to "is this the same person", by name in the grid: a student's id, or `new`. */
  readonly same: Readonly<Record<string, string>>;
}

/** The grid to paste, the questions it raised, and the cells that could not be read. */
export function PasteForm(props: { frame: Frame; team: string; draft: Draft; read?: Read }) {
  const { frame, team, draft, read } = props;
  const { say } = frame;
  return (
    <Form frame={frame} action={`/teams/${encodeURIComponent(team)}/results`}>
      <div class="row">
        <div>
          <label for="title">{say("results.what")}</label>
          <input
            id="title"
            name="title"
            value={draft.title}
            placeholder={say("results.what.example")}
            maxlength={120}
          />
        </div>
        <div>
          <label for="on">{say("results.when")}</label>
          <input id="on" name="on" type="date" value={draft.on} required />
        </div>
      </div>
      <label for="grid">{say("results.paste")}</label>
      <p class="soft">{say("results.paste.how")}</p>
      <textarea id="grid" name="grid" required spellcheck={false} aria-describedby="seen">
        {draft.grid}
      </textarea>
      {read && read.questions.length > 0 ? (
        <fieldset>
          <legend>{say("results.same", { n: read.questions.length })}</legend>
          {read.questions.length > 1 ? (
            <button class="quiet" name="others" value="yes" formnovalidate>
              {say("results.same.others")}
            </button>
          ) : null}
          {read.questions.map((question) => (
            <div class="row">
              <label for={`same ${question.given}`}>{question.given}</label>
              <select id={`same ${question.given}`} name={`same ${question.given}`} required>
                <option value="">{say("results.same.choose")}</option>
                {question.candidates.map((student) => (
                  <option value={student.id}>
                    {student.name} {student.class ?? ""}
                  </option>
                ))}
                <option value="new">{say("results.same.new")}</option>
                <option value="leave-out">{say("results.same.leaveOut")}</option>
              </select>
            </div>
          ))}
        </fieldset>
      ) : null}
      {Object.entries(draft.same)
        .filter(
          ([given, answer]) => answer !== "" && !read?.questions.some((question) => question.given === given),
        )
        .map(([given, answer]) => (
          <input type="hidden" name={`same ${given}`} value={answer} />
        ))}
      {read && read.refused.length > 0 ? (
        <fieldset>
          <legend>{say("results.refused", { n: read.refused.length })}</legend>
          <ul>
            {read.refused.slice(0, 30).map((cell) => (
              <li>
                {say("results.refused.cell", { row: cell.row, column: cell.column ?? "–" })}: {cell.reason}
              </li>
            ))}
          </ul>
          <label class="inline">
            <input type="checkbox" name="sawRefused" value="yes" required /> {say("results.refused.ok")}
          </label>
        </fieldset>
      ) : null}
      <p class="row">
        <button type="submit">{say(read ? "results.keep" : "results.read")}</button>
        <span class="who" id="seen">
          {accessTexts[frame.locale][whoSees("results").key]}
        </span>
      </p>
    </Form>
  );
}
