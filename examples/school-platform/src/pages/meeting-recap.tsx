import { meetingTexts } from "@collegium/meeting-cycle";
import { say as sayMessage } from "@collegium/protocols";
import { Form } from "../layout.js";
import type { MessageKey } from "../messages.js";
import { timeSpan } from "./days.js";
import { Notes } from "./meeting-notes.js";
import { Agreed, Rechecks } from "./meeting-panels.js";
import { type MeetingScene, studentNames } from "./meeting-scene.js";

/** The whole meeting afterwards: what was decided, who owns what, which students need what. */
export function Recap({ scene, title }: { scene: MeetingScene; title: string }) {
  const { frame, view, names, path, time } = scene;
  const { say, locale } = frame;
  const students = studentNames(scene);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        {time ? `${timeSpan(time.start, time.end, locale)} · ` : ""}
        {say(`phase.${view.phase}` as MessageKey)}{" "}
        {say("recap.present", { list: view.present.map((id) => names.get(id) ?? id).join(", ") })}
      </p>
      {view.actions ? (
        <section>
          <h2>{say("recap.actions", { n: view.actions.length })}</h2>
          <Agreed scene={scene} />
        </section>
      ) : (
        <p>{say("recap.actions", { n: view.actionCount ?? 0 })}</p>
      )}
      {view.decisions && view.decisions.length > 0 ? (
        <section>
          <h2>{say("recap.decisions")}</h2>
          <ul>
            {view.decisions.map((decision) => (
              <li>
                {decision.text} {decision.reason ? <span class="soft">({decision.reason})</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {view.needs && view.needs.length > 0 ? (
        <section>
          <h2>
            {say("needs.title")} <a href={`${path}/needs`}>{say("needs.open")}</a>
          </h2>
          <ul>
            {view.needs.map((need) => (
              <li>
                <strong>
                  {say(need.kind === "reteach" ? "needs.reteach" : "needs.extend")}: {need.standard}
                </strong>{" "}
                {need.students.map((id) => students.get(id) ?? id).join("; ")}
              </li>
            ))}
          </ul>
          {view.unnamed && view.unnamed.length > 0 ? (
            <p class="note">
              {say("needs.unnamed", { list: view.unnamed.map((id) => students.get(id) ?? id).join("; ") })}
            </p>
          ) : null}
        </section>
      ) : null}
      {scene.rechecks.length > 0 ? (
        <section>
          <h2>{say("recap.rechecks")}</h2>
          <Rechecks scene={scene} readOnly />
        </section>
      ) : null}
      <h2>{say("recap.notes")}</h2>
      <Notes scene={scene} />
      <ol class="soft">
        {view.items.map((item) => (
          <li>
            {sayMessage(meetingTexts, item.title, locale)}{" "}
            {item.state === "skipped" ? say("recap.skipped", { reason: item.reason ?? "" }) : ""}
          </li>
        ))}
      </ol>
      {view.rating ? (
        <p>{say("recap.rating", { mean: view.rating.mean.toFixed(1), n: view.rating.n })}</p>
      ) : null}
      {view.phase === "adjourned" ? (
        <Form frame={frame} action={`${path}/do`} class="no-print">
          <button name="do" value="approve">
            {say("recap.approve")}
          </button>
        </Form>
      ) : null}
    </>
  );
}
