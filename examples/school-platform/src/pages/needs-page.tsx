import { accessTexts, whoSees } from "@collegium/access";
import type { MeetingView, Need } from "@collegium/meeting-cycle";
import { Form, Page } from "../layout.js";
import type { AtTeam } from "../state/team-door.js";
import { dayName, shortDay } from "./days.js";
import { meetingPath } from "./meeting-path.js";
import { memberNames, studentNames } from "./meeting-scene.js";

/** The groups of students as a form; printed, a sheet for each class. */
export function NeedsPage({
  at,
  view,
  newest,
}: {
  at: AtTeam;
  view: MeetingView;
  newest: string | undefined;
}) {
  const { frame, team } = at;
  const { say, locale } = frame;
  const students = studentNames(at);
  const classes = new Map(at.people.students.map((student) => [student.id, student.class ?? ""]));
  const path = meetingPath(team.id, view.id);
  const needs = view.needs ?? [];
  const label = (id: string) => `${students.get(id) ?? id}${classes.get(id) ? ` (${classes.get(id)})` : ""}`;
  return (
    <Page
      frame={frame}
      title={say("needs.title")}
      up={{ path, name: say("meeting.title", { team: team.name, on: dayName(view.on, locale) }) }}
    >
      <h1>{say("needs.title")}</h1>
      <p class="lead">
        {view.needsAgreed ? say("needs.agreed.lead") : say("needs.edit.lead")}{" "}
        <span class="who">{accessTexts[locale][whoSees("who-needs-what").key]}</span>
      </p>
      {needs.length === 0 ? (
        <p class="note">
          {say("needs.empty")}{" "}
          {newest === undefined ? null : (
            <a href={`/teams/${encodeURIComponent(team.id)}/needs/new?results=${newest}`}>
              {say("needs.make")}
            </a>
          )}
        </p>
      ) : null}
      {needs.length > 0 ? (
        <Form frame={frame} action={`${path}/needs`} class="needs">
          {needs.map((need, index) => (
            <NeedCard at={at} need={need} index={index} label={label} />
          ))}
          {view.unnamed && view.unnamed.length > 0 ? (
            <p class="note">{say("needs.unnamed", { list: view.unnamed.map(label).join("; ") })}</p>
          ) : null}
          <p class="row no-print">
            <button name="do" value="agree">
              {say("needs.agree")}
            </button>
            <button class="quiet" name="do" value="save">
              {say("needs.save")}
            </button>
            <a class="button quiet" href={path}>
              {say("meeting.back")}
            </a>
            <span class="soft">{say("needs.print")}</span>
          </p>
        </Form>
      ) : null}
      <ByClass at={at} needs={needs} label={label} />
    </Page>
  );
}

/** One group of students: who they are, who sees to them, until when, and how it is checked. */
function NeedCard(props: { at: AtTeam; need: Need; index: number; label: (id: string) => string }) {
  const { at, need, index, label } = props;
  const { say } = at.frame;
  const names = memberNames(at);
  const field = (name: string) => `${name}-${index}`;
  return (
    <section class="card">
      <h2>
        <span class={`tag ${need.kind === "reteach" ? "wait" : "good"}`}>
          {say(need.kind === "reteach" ? "needs.reteach" : "needs.extend")}
        </span>{" "}
        {need.standard} <span class="soft">{say("needs.count", { n: need.students.length })}</span>
      </h2>
      <div class="columns">
        {need.students.map((id) => (
          <label class="inline">
            <input type="checkbox" name={field("student")} value={id} checked />
            {label(id)}
          </label>
        ))}
      </div>
      <div class="row">
        <label class="inline no-print">
          {say("needs.add")}
          <select name={field("add")}>
            <option value="">–</option>
            {at.people.students
              .filter(({ id }) => !need.students.includes(id))
              .map(({ id }) => (
                <option value={id}>{label(id)}</option>
              ))}
          </select>
        </label>
        <label class="inline">
          {say("needs.by")}
          <select name={field("by")}>
            <option value="">–</option>
            {at.team.members.map((member) => (
              <option value={member} selected={member === need.by}>
                {names.get(member)}
              </option>
            ))}
          </select>
        </label>
        <label class="inline">
          {say("needs.period")}{" "}
          <input name={field("period")} value={need.period ?? ""} maxlength={60} size={10} />
        </label>
        <label class="inline">
          {say("needs.until")} <input name={field("until")} type="date" value={need.until ?? ""} />
        </label>
        <label class="inline">
          {say("needs.with")} <input name={field("with")} value={need.recheck?.with ?? ""} maxlength={120} />
        </label>
        <label class="inline">
          {say("needs.on")} <input name={field("on")} type="date" value={need.recheck?.on ?? ""} />
        </label>
        <label class="inline no-print">
          <input type="checkbox" name={field("remove")} value="yes" /> {say("needs.remove")}
        </label>
      </div>
    </section>
  );
}

/** On paper: one part per class, so that each teacher takes the own one along. */
function ByClass({
  at,
  needs,
  label,
}: {
  at: AtTeam;
  needs: readonly Need[];
  label: (id: string) => string;
}) {
  const { say } = at.frame;
  const classOf = new Map(at.people.students.map((student) => [student.id, student.class ?? ""]));
  const classes = [...new Set(needs.flatMap((need) => need.students.map((id) => classOf.get(id) ?? "")))]
    .filter(Boolean)
    .sort();
  if (classes.length < 2) return null;
  return (
    <section class="only-print">
      {classes.map((name) => (
        <div class="sheet">
          <h2>{say("needs.class", { class: name })}</h2>
          {needs.map((need) => {
            const own = need.students.filter((id) => classOf.get(id) === name);
            return own.length === 0 ? null : (
              <p>
                <strong>
                  {say(need.kind === "reteach" ? "needs.reteach" : "needs.extend")}: {need.standard}
                </strong>{" "}
                {own.map(label).join("; ")}{" "}
                {need.recheck ? `· ${need.recheck.with} ${shortDay(need.recheck.on, at.frame.locale)}` : ""}
              </p>
            );
          })}
        </div>
      ))}
    </section>
  );
}
