import type { Frame } from "../frame.js";
import { Form, Page } from "../layout.js";
import type { MessageKey } from "../messages.js";
import { guestId, type Neighbour } from "../state/neighbours.js";
import type { RegisteredTeam } from "../state/team-register.js";

/** A team's name, wish and members as a form. */
export function EditPage({
  frame,
  team,
  neighbours,
  problem,
}: {
  frame: Frame;
  team: RegisteredTeam;
  /** Other schools of the district, whose teachers can be members too. */
  neighbours: readonly Neighbour[];
  problem?: MessageKey;
}) {
  const { say, school } = frame;
  const { teachers } = school;
  const chosen = new Set(team.members);
  return (
    <Page frame={frame} title={say("teams.edit")}>
      <h1>{team.name || say("teams.add")}</h1>
      {problem ? (
        <p class="note bad" role="alert">
          {say(problem)}
        </p>
      ) : null}
      <Form frame={frame} action={`/teams/${encodeURIComponent(team.id)}/edit`}>
        <label for="name">{say("team.name")}</label>
        <input id="name" name="name" value={team.name} required maxlength={120} />
        <label for="blocks">{say("teams.blocks")}</label>
        <input id="blocks" name="blocks" type="number" min="1" max="10" value={String(team.blocks)} />
        <fieldset>
          <legend>{say("team.members")}</legend>
          <div class="cards">
            {teachers.map((teacher) => (
              <label class="inline">
                <input type="checkbox" name="member" value={teacher.id} checked={chosen.has(teacher.id)} />
                {teacher.name}
                {teacher.department ? <span class="soft">({teacher.department})</span> : null}
              </label>
            ))}
          </div>
        </fieldset>
        {neighbours.length > 0 ? (
          <>
            <p class="soft">{say("teams.guests.why")}</p>
            {neighbours.map((one) => (
              <details open={one.school.teachers.some(({ id }) => chosen.has(guestId(one, id)))}>
                <summary>{say("teams.guests", { school: one.name })}</summary>
                <fieldset>
                  <legend>{one.name}</legend>
                  <div class="cards">
                    {one.school.teachers.map((teacher) => (
                      <label class="inline">
                        <input
                          type="checkbox"
                          name="member"
                          value={guestId(one, teacher.id)}
                          checked={chosen.has(guestId(one, teacher.id))}
                        />
                        {teacher.name}
                        {teacher.department ? <span class="soft">({teacher.department})</span> : null}
                      </label>
                    ))}
                  </div>
                </fieldset>
              </details>
            ))}
          </>
        ) : null}
        <div class="row">
          <button type="submit">{say("teams.save")}</button>
          <a href="/teams">{say("cancel")}</a>
          <span class="who">{say("who.school")}</span>
        </div>
      </Form>
      {team.id !== "new" ? (
        <Form frame={frame} action={`/teams/${encodeURIComponent(team.id)}/state`}>
          <button class="danger" name="state" value="dismissed">
            {say("teams.remove")}
          </button>
        </Form>
      ) : null}
    </Page>
  );
}
