import { agreementPanel, agreementWords } from "@collegium/evidence";
import { agreementChart } from "@collegium/evidence/charts";
import { agreementOf } from "@collegium/meeting-cycle";
import { raw } from "hono/html";
import { Form } from "../layout.js";
import type { SampleScene } from "./samples.js";

/** What the team scores by; it can be changed until somebody has scored. */
export function RubricForm({ scene }: { scene: SampleScene }) {
  const { frame, path, rubric, view } = scene;
  const { say } = frame;
  if ((view.scores ?? []).length > 0) return null;
  const criteria = rubric?.criteria ?? [say("samples.rubric.first")];
  return (
    <details class="no-print" open={rubric === undefined}>
      <summary>{say("samples.rubric")}</summary>
      <Form frame={frame} action={path}>
        <input type="hidden" name="do" value="rubric" />
        <label for="criteria">{say("samples.rubric.criteria")}</label>
        <textarea id="criteria" name="criteria" rows={3} required>
          {criteria.join("\n")}
        </textarea>
        <p class="row">
          <label class="inline">
            {say("samples.rubric.levels")}{" "}
            <input name="levels" type="number" min="2" max="9" value={String(rubric?.levels ?? 4)} />
          </label>
          <button class="quiet">{say("samples.rubric.set")}</button>
        </p>
      </Form>
    </details>
  );
}

/** One's own scores, blind to the others'; after the reveal all scores, how far they agree, and where to start talking. */
export function Scores({ scene }: { scene: SampleScene }) {
  const { frame, view, rubric, viewer } = scene;
  const { say } = frame;
  if (!rubric) return null;
  const scores = view.scores ?? [];
  const revealed = scores.some(({ scorer }) => scorer !== viewer.person);
  if (revealed) return <Agreement scene={scene} />;
  const all = scene.samples.length * rubric.criteria.length;
  return (
    <section class="no-print" aria-labelledby="own">
      <h2 id="own">{say("samples.score")}</h2>
      <p class="who">{say("samples.score.blind")}</p>
      {scores.length >= all && all > 0 ? <p class="note good">{say("samples.score.kept")}</p> : null}
      <ScoreForm scene={scene} />
      {view.controls ? (
        <Form frame={frame} action={scene.path}>
          <button class="quiet" name="do" value="reveal">
            {say("samples.score.show")}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

function ScoreForm({ scene }: { scene: SampleScene }) {
  const { frame, path, rubric, samples, view, viewer } = scene;
  const { say } = frame;
  const criteria = rubric?.criteria ?? [];
  const levels = Array.from({ length: rubric?.levels ?? 4 }, (_, i) => i + 1);
  const own = (sample: string, criterion: string) =>
    view.scores?.find((s) => s.sample === sample && s.criterion === criterion && s.scorer === viewer.person);
  return (
    <Form frame={frame} action={path}>
      <input type="hidden" name="do" value="score" />
      {samples.map(({ id, label }) =>
        criteria.map((criterion, c) => (
          <fieldset>
            <legend>
              {say("samples.sample", { label })}: {criterion}
            </legend>
            <div class="row">
              {levels.map((level) => (
                <label class="inline">
                  <input
                    type="radio"
                    name={`score-${id}-${c}`}
                    value={String(level)}
                    checked={own(id, criterion)?.score === level}
                  />
                  {level}
                </label>
              ))}
              <input
                name={`reason-${id}-${c}`}
                class="grow"
                maxlength={500}
                value={own(id, criterion)?.reason ?? ""}
                placeholder={say("samples.score.reason")}
                aria-label={`${say("samples.sample", { label })}, ${criterion}: ${say("samples.score.reason")}`}
              />
            </div>
          </fieldset>
        )),
      )}
      <button>{say("samples.score.save")}</button>
    </Form>
  );
}

/** All scores by sample, without names; how far they agree beyond chance; which sample to start with. */
function Agreement({ scene }: { scene: SampleScene }) {
  const { frame, view, samples, rubric } = scene;
  const { say, locale } = frame;
  const scores = view.scores ?? [];
  const labels = new Map(samples.map(({ id, label }) => [id, label]));
  const scorers = [...new Set(scores.map(({ scorer }) => scorer))].sort();
  const levels = Array.from({ length: rubric?.levels ?? 4 }, (_, i) => i + 1);
  // By letter, so that of two that lie equally far apart the first is talked about first.
  const found = agreementOf(
    scores.map((score) => ({ ...score, sample: labels.get(score.sample) ?? score.sample })),
  );
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{say("samples.agreement")}</h2>
      {(rubric?.criteria ?? []).map((criterion, c) => {
        const of = (sample: string) => scores.filter((s) => s.sample === sample && s.criterion === criterion);
        const ratings = samples.map(({ id }) =>
          scorers.map((scorer) => of(id).find((s) => s.scorer === scorer)?.score ?? null),
        );
        const enough = ratings.filter((row) => row.filter((score) => score !== null).length > 1).length > 1;
        const panel = enough ? agreementPanel(ratings, "ordinal", 1) : undefined;
        const words = panel ? agreementWords(panel, locale) : undefined;
        const names = Object.fromEntries(
          (panel?.indices ?? []).map(({ name }, i) => [name, words?.tables[0]?.rows[i]?.[0] ?? name]),
        );
        const talk = found.find((one) => one.criterion === criterion)?.talkAbout[0];
        return (
          <section class="card" aria-label={criterion}>
            <h3>{criterion}</h3>
            {talk ? (
              <p>
                <strong>
                  {say("samples.talk", {
                    label: talk.sample,
                    low: talk.lowest,
                    high: talk.highest,
                  })}
                </strong>
              </p>
            ) : null}
            <table class="narrow">
              <thead>
                <tr>
                  <th scope="col">{say("samples.title")}</th>
                  {levels.map((level) => (
                    <th scope="col" class="number">
                      {level}
                    </th>
                  ))}
                  <th scope="col">{say("samples.reasons")}</th>
                </tr>
              </thead>
              <tbody>
                {samples.map(({ id, label }) => (
                  <tr>
                    <th scope="row">{label}</th>
                    {levels.map((level) => {
                      const n = of(id).filter(({ score }) => score === level).length;
                      return <td class="number">{n === 0 ? "" : n}</td>;
                    })}
                    <td>
                      {of(id)
                        .flatMap(({ reason, score }) => (reason ? [`${score}: ${reason}`] : []))
                        .sort()
                        .join(" · ")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {panel && words ? (
              <>
                <ul>
                  {[...words.findings, ...words.warnings].map((sentence) => (
                    <li>{sentence}</li>
                  ))}
                </ul>
                <p class="note ask">{words.question}</p>
                <details class="no-print">
                  <summary>{words.tables[0]?.caption}</summary>
                  <div class="figures">
                    <figure>{raw(agreementChart(panel, names, `agreement-${c}`, locale).svg)}</figure>
                    <div>{raw(agreementChart(panel, names, `table-${c}`, locale).table)}</div>
                  </div>
                </details>
              </>
            ) : null}
          </section>
        );
      })}
    </section>
  );
}

/** Work the team has agreed on, with the level and why; the form keeps another. */
export function Exemplars({ scene }: { scene: SampleScene }) {
  const { frame, path, view, samples, rubric, viewer } = scene;
  const { say } = frame;
  const labels = new Map(samples.map(({ id, label }) => [id, label]));
  const kept = view.exemplars ?? [];
  const revealed = (view.scores ?? []).some(({ scorer }) => scorer !== viewer.person);
  if (!revealed && kept.length === 0) return null;
  return (
    <section aria-labelledby="exemplars">
      <h2 id="exemplars">{say("samples.exemplars")}</h2>
      <ul class="plain">
        {kept.map(({ sample, score, text }) => (
          <li>
            <strong>
              {say("samples.exemplar.line", { label: labels.get(sample) ?? "–", score: score ?? "–" })}
            </strong>{" "}
            {text ?? ""}
          </li>
        ))}
      </ul>
      <Form frame={frame} action={path} class="row no-print">
        <input type="hidden" name="do" value="exemplar" />
        <label class="inline">
          {say("samples.exemplar")}
          <select name="sample">
            {samples.map(({ id, label }) => (
              <option value={id}>{label}</option>
            ))}
          </select>
        </label>
        <label class="inline">
          {say("samples.exemplar.score")}
          <input name="score" type="number" min="1" max={String(rubric?.levels ?? 9)} required />
        </label>
        <label class="inline">
          {say("samples.exemplar.why")} <input name="reason" maxlength={500} />
        </label>
        <button class="quiet">{say("samples.exemplar.keep")}</button>
      </Form>
    </section>
  );
}

/** On paper: a sheet for each scorer, filled in alone and entered afterwards. */
export function ScoringSheet({ scene }: { scene: SampleScene }) {
  const { frame, samples, rubric } = scene;
  const { say } = frame;
  const levels = Array.from({ length: rubric?.levels ?? 4 }, (_, i) => i + 1).join("   ");
  return (
    <section class="only-print sheet">
      <h2>{say("samples.score")}</h2>
      <table class="to-fill">
        <thead>
          <tr>
            <th scope="col">{say("samples.title")}</th>
            {(rubric?.criteria ?? []).map((criterion) => (
              <th scope="col">{criterion}</th>
            ))}
            <th scope="col">{say("samples.score.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ label }) => (
            <tr>
              <th scope="row">{label}</th>
              {(rubric?.criteria ?? []).map(() => (
                <td class="levels">{levels}</td>
              ))}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
