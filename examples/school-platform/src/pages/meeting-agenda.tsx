import { accessTexts, whoSees } from "@collegium/access";
import { meetingTexts } from "@collegium/meeting-cycle";
import { findProtocol, fit, inLocale, library, say as sayMessage } from "@collegium/protocols";
import { Form } from "../layout.js";
import { timeSpan } from "./days.js";
import { Promises, Rechecks } from "./meeting-panels.js";
import type { MeetingScene } from "./meeting-scene.js";

/** The agenda before the meeting, on the screen and on paper; opening it takes one press. */
export function Agenda({ scene, title }: { scene: MeetingScene; title: string }) {
  const { frame, view, names, path, time } = scene;
  const { say, locale } = frame;
  const turns = (["facilitator", "note-taker"] as const).flatMap((role) => {
    const holder = view.members.find(({ roles }) => roles.includes(role));
    return holder ? [`${say(`series.role.${role}`)}: ${names.get(holder.id) ?? holder.id}`] : [];
  });
  const total = view.items.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        {[
          ...(time ? [timeSpan(time.start, time.end, locale)] : []),
          say("agenda.lead", { n: view.items.length, minutes: total }),
          ...turns,
        ].join(" · ")}
      </p>
      <table>
        <caption>{say("agenda.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("agenda.item")}</th>
            <th scope="col" class="number">
              {say("agenda.minutes")}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.items.map((item) => {
            const protocol = item.protocol === undefined ? undefined : findProtocol(item.protocol);
            return (
              <tr>
                <td>
                  <strong>{sayMessage(meetingTexts, item.title, locale)}</strong>
                  <div class="soft">{sayMessage(meetingTexts, item.purpose, locale)}</div>
                  {protocol ? (
                    <div>{say("agenda.protocol", { name: inLocale(protocol.title, locale) })}</div>
                  ) : null}
                  {item.kind === "promises" ? <Promises scene={scene} readOnly /> : null}
                  {item.kind === "recheck" ? <Rechecks scene={scene} readOnly /> : null}
                </td>
                <td class="number">{item.minutes}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="no-print">
        <a href={`${path}/samples`}>{say("samples.link")}</a>
      </p>
      <ProtocolChoice scene={scene} />
      <Form frame={frame} action={`${path}/do`} class="no-print">
        <input type="hidden" name="do" value="open" />
        <fieldset>
          <legend>{say("agenda.here")}</legend>
          <div class="row">
            {view.members.map((member) => (
              <label class="inline">
                <input type="checkbox" name="here" value={member.id} checked />
                {names.get(member.id) ?? member.id}
              </label>
            ))}
          </div>
        </fieldset>
        <div class="row">
          <button type="submit">{say("agenda.open")}</button>
          <span class="soft">{say("agenda.print")}</span>
          <span class="who">{accessTexts[locale][whoSees("agenda-item").key]}</span>
        </div>
      </Form>
      <Form frame={frame} action={`${path}/do`} class="no-print">
        <button class="danger" name="do" value="call-off">
          {say("agenda.cancel")}
        </button>
      </Form>
    </>
  );
}

/** Another protocol for the main item: every ready one that can be held with this team in these minutes. */
function ProtocolChoice({ scene }: { scene: MeetingScene }) {
  const { frame, view, path } = scene;
  const { say, locale } = frame;
  const main = view.items.find(({ kind }) => kind === "main");
  if (!main) return null;
  const possible = library
    .filter(({ status }) => status === "ready")
    .map((protocol) => ({ protocol, answer: fit(protocol, main.minutes, view.members.length).answer }))
    .filter(({ answer }) => answer !== "does-not-fit");
  return (
    <Form frame={frame} action={`${path}/do`} class="row no-print">
      <input type="hidden" name="do" value="protocol" />
      <input type="hidden" name="item" value={main.id} />
      <label class="inline">
        {say("agenda.choose", { minutes: main.minutes })}
        <select name="protocol">
          <option value="">{say("agenda.noProtocol")}</option>
          {possible.map(({ protocol, answer }) => (
            <option value={protocol.id} selected={protocol.id === main.protocol}>
              {inLocale(protocol.title, locale)} {answer === "two-sittings" ? say("agenda.twoSittings") : ""}
            </option>
          ))}
        </select>
      </label>
      <button class="quiet">{say("agenda.take")}</button>
    </Form>
  );
}
