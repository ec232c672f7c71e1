import { accessTexts, whoSees } from "@collegium/access";
import { Form } from "../layout.js";
import type { MessageKey } from "../messages.js";
import { daysAfter, shortDay } from "./days.js";
import { type MeetingScene, studentNames } from "./meeting-scene.js";

const REVIEWS = ["done", "active", "stuck", "dropped"] as const;

/** What was promised last time: each action with what became of it. */
export function Promises({ scene, readOnly = false }: { scene: MeetingScene; readOnly?: boolean }) {
  const { frame, actions, names, view, path } = scene;
  const { say } = frame;
  const said = new Map((view.reviewed ?? []).map((review) => [review.action, review]));
  return (
    <ul class="plain">
      {actions.map((action) => {
        const review = said.get(action.id);
        return (
          <li>
            <strong>{names.get(action.owner ?? "") ?? say("action.someone")}</strong>:{" "}
            {action.wording ? wording(say, action.wording) : say("action.erased")}{" "}
            <span class="soft">{shortDay(action.due, frame.locale)}</span>{" "}
            {review ? <span class="tag good">{say(`review.${review.state}` as MessageKey)}</span> : null}
            {readOnly ? (
              <span class="soft"> ☐</span>
            ) : (
              <Form frame={frame} action={`${path}/do`} class="row">
                <input type="hidden" name="do" value="review" />
                <input type="hidden" name="action" value={action.id} />
                <input
                  name="reason"
                  placeholder={say("review.reason")}
                  aria-label={say("review.reason")}
                  maxlength={300}
                />
                {REVIEWS.map((state) => (
                  <button class={state === "done" ? "" : "quiet"} name="state" value={state}>
                    {say(`review.${state}` as MessageKey)}
                  </button>
                ))}
              </Form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The students to check again from last time, with what the check shows. */
export function Rechecks({ scene, readOnly = false }: { scene: MeetingScene; readOnly?: boolean }) {
  const { frame, rechecks, view, path, names } = scene;
  const { say } = frame;
  const students = studentNames(scene);
  const done = new Map((view.rechecked ?? []).map((entry) => [entry.need, entry.text ?? ""]));
  return (
    <ul class="plain">
      {rechecks.map(({ meeting, need, now }) => (
        <li>
          <strong>
            {say(need.kind === "reteach" ? "needs.reteach" : "needs.extend")}: {need.standard}
          </strong>{" "}
          <span class="soft">
            {need.by === undefined ? "" : (names.get(need.by) ?? need.by)}{" "}
            {need.recheck ? `· ${need.recheck.with} ${shortDay(need.recheck.on, frame.locale)}` : ""}
          </span>
          {now ? (
            <>
              <div>
                <span class="tag good">
                  {say("needs.now", { there: now.there, of: now.of, title: now.title })}
                </span>
              </div>
              {now.still.length > 0 ? (
                <div>
                  {say("needs.still", { list: now.still.map((id) => students.get(id) ?? id).join("; ") })}
                </div>
              ) : null}
            </>
          ) : (
            <details open={readOnly && need.students.length <= 12}>
              <summary>{say("needs.count", { n: need.students.length })}</summary>
              {need.students.map((id) => students.get(id) ?? id).join("; ")}
            </details>
          )}
          {done.has(need.id) ? <p class="note good">{done.get(need.id)}</p> : null}
          {readOnly ? null : (
            <Form frame={frame} action={`${path}/do`} class="row">
              <input type="hidden" name="do" value="recheck" />
              <input type="hidden" name="from" value={meeting} />
              <input type="hidden" name="need" value={need.id} />
              <input
                name="text"
                value={now ? say("needs.now", { there: now.there, of: now.of, title: now.title }) : ""}
                required
                placeholder={say("needs.recheck.shows")}
                aria-label={say("needs.recheck.shows")}
                maxlength={300}
              />
              <button>{say("needs.recheck.note")}</button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A new action: owner, when and what, and a date. */
export function NewAction({ scene, item }: { scene: MeetingScene; item: string }) {
  const { frame, view, names, path, now } = scene;
  const { say } = frame;
  const due = daysAfter(now.toISOString().slice(0, 10), 7);
  return (
    <Form frame={frame} action={`${path}/do`}>
      <fieldset>
        <legend>{say("action.new")}</legend>
        <input type="hidden" name="do" value="action" />
        <input type="hidden" name="item" value={item} />
        <div class="row">
          <select name="owner" aria-label={say("action.owner")} required>
            {view.members.map((member) => (
              <option value={member.id}>{names.get(member.id) ?? member.id}</option>
            ))}
          </select>
          <label class="inline">
            {say("action.when")}{" "}
            <input name="when" required maxlength={200} placeholder={say("action.when.example")} />
          </label>
          <label class="inline">
            {say("action.will")}{" "}
            <input name="will" required maxlength={300} placeholder={say("action.will.example")} />
          </label>
          <label class="inline">
            {say("action.due")} <input name="due" type="date" value={due} required />
          </label>
          <button>{say("action.agree")}</button>
        </div>
        <p class="who">{accessTexts[frame.locale][whoSees("action").key]}</p>
      </fieldset>
    </Form>
  );
}

/** Actions agreed in this meeting. */
export function Agreed({ scene }: { scene: MeetingScene }) {
  const { view, names, frame } = scene;
  if (!view.actions || view.actions.length === 0) return null;
  return (
    <ul class="plain">
      {view.actions.map((action) => (
        <li>
          <strong>{names.get(action.owner) ?? action.owner}</strong>:{" "}
          {action.wording ? wording(frame.say, action.wording) : frame.say("action.erased")}{" "}
          <span class="soft">{shortDay(action.due, frame.locale)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Plus, delta, and one question, from this device. */
export function Feedback({ scene }: { scene: MeetingScene }) {
  const { frame, view, path } = scene;
  const { say } = frame;
  return (
    <>
      {(["plus", "delta"] as const).map((kind) => (
        <Form frame={frame} action={`${path}/do`} class="row">
          <input type="hidden" name="do" value="feedback" />
          <input type="hidden" name="kind" value={kind} />
          <label class="inline">
            {say(`feedback.${kind}`)} <input name="text" required maxlength={300} />
          </label>
          <button class="quiet">{say("note.add")}</button>
        </Form>
      ))}
      <ul>
        {(view.feedback ?? []).map((entry) => (
          <li>
            {entry.kind === "plus" ? "+" : "Δ"} {entry.text}
          </li>
        ))}
      </ul>
      <Form frame={frame} action={`${path}/do`} class="row">
        <span>{say("feedback.rate")}</span>
        <input type="hidden" name="do" value="rate" />
        {[1, 2, 3, 4, 5].map((n) => (
          <button class={view.myRating === n ? "" : "quiet"} name="rating" value={String(n)}>
            {n}
          </button>
        ))}
        <span class="who">{say("feedback.anonymous")}</span>
      </Form>
    </>
  );
}

function wording(say: MeetingScene["frame"]["say"], { when, will }: { when: string; will: string }): string {
  return when === "" ? will : say("action.wording", { when, will });
}
