import type { Timetable } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Form } from "../layout.js";
import type { PlanJob } from "../state/planner.js";
import type { RegisteredTeam } from "../state/team-register.js";
import { CoverFields } from "./plan-cover.js";

/** How long a search may take. */
export const SECONDS = [10, 30, 60, 120] as const;

/** What a person asks for: teams, blocks, what must hold, how long to look. */
export function AskForm(props: {
  frame: Frame;
  teams: readonly RegisteredTeam[];
  now: readonly number[];
  chosen: ReadonlySet<string>;
  timetable: Timetable;
}) {
  const { frame, teams, now, chosen, timetable } = props;
  const { say } = frame;
  return (
    <Form frame={frame} action="/plan">
      <fieldset>
        <legend>{say("plan.teams")}</legend>
        <table class="narrow">
          <thead>
            <tr>
              <th scope="col">{say("team.name")}</th>
              <th scope="col">{say("team.members")}</th>
              <th scope="col">{say("plan.now")}</th>
              <th scope="col">{say("plan.blocks")}</th>
            </tr>
          </thead>
          <tbody>
            {teams.map((team, index) => (
              <tr>
                <td>
                  <label class="inline">
                    <input type="checkbox" name="team" value={team.id} checked={chosen.has(team.id)} />
                    {team.name}
                  </label>
                </td>
                <td class="number">{team.members.length}</td>
                <td class="number">{now[index]}</td>
                <td>
                  <input
                    type="number"
                    name={`blocks ${team.id}`}
                    value={String(team.blocks)}
                    min="1"
                    max="10"
                    aria-label={say("plan.blocksFor", { team: team.name })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="soft">{say("plan.keep")}</p>
      </fieldset>
      <CoverFields frame={frame} timetable={timetable} />
      <div class="row">
        <label for="rules">{say("plan.rules")}</label>
        <select id="rules" name="rules">
          <option value="all">{say("plan.rules.all")}</option>
          <option value="clashes">{say("plan.rules.clashes")}</option>
        </select>
        <label for="own">{say("plan.own")}</label>
        <input id="own" name="own" type="number" value="0" min="0" max="20" />
        <label for="seconds">{say("plan.seconds")}</label>
        <select id="seconds" name="seconds">
          {SECONDS.map((n) => (
            <option value={String(n)} selected={n === 30}>
              {say("plan.nSeconds", { n })}
            </option>
          ))}
        </select>
        <button type="submit">{say("plan.start")}</button>
      </div>
    </Form>
  );
}

/** Plans made before, newest first. */
export function EarlierPlans({ frame, jobs }: { frame: Frame; jobs: readonly PlanJob[] }) {
  const { say } = frame;
  if (jobs.length === 0) return null;
  return (
    <>
      <h2>{say("plan.earlier")}</h2>
      <ul class="plain">
        {jobs.map((job) => (
          <li>
            <a href={`/plan/${job.id}`}>
              {new Date(job.startedAt).toLocaleString(frame.locale, {
                dateStyle: "medium",
                timeStyle: "short",
              })}
            </a>{" "}
            {job.plan
              ? say("plan.line", {
                  placed: job.plan.placed,
                  wanted: job.plan.wanted,
                  n: job.plan.moved,
                })
              : say(`plan.state.${job.state}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
