import type { Frame } from "../frame.js";
import { Form } from "../layout.js";
import type { SharedTeam } from "../state/shared-teams.js";

/** Teams of other schools that our teachers belong to; they are looked after where they are at home. */
export function SharedTeams({ frame, shared }: { frame: Frame; shared: readonly SharedTeam[] }) {
  const { say, school, locale } = frame;
  if (shared.length === 0) return null;
  const names = new Map(school.teachers.map(({ id, name }) => [id, name]));
  const list = new Intl.ListFormat(locale);
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">{say("teams.shared")}</h2>
      <div class="cards">
        {shared.map(({ team, neighbour, ours }) => (
          <article class="card">
            <h3>{team.name}</h3>
            <p>
              <span class="tag">{neighbour.name}</span>
            </p>
            <p class="soft">
              {say("teams.shared.ours", { list: list.format(ours.map((id) => names.get(id) ?? id)) })}
            </p>
            <Form frame={frame} action="/schools">
              <input type="hidden" name="back" value={`/teams/${encodeURIComponent(team.id)}`} />
              <button class="quiet" name="school" value={neighbour.school.districtId}>
                {say("teams.shared.open", { school: neighbour.name })}
              </button>
            </Form>
          </article>
        ))}
      </div>
    </section>
  );
}
