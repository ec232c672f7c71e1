import type { Action } from "@collegium/access";
import { Form, Page } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { AtTeam } from "../state/team-door.js";
import { memberNames } from "./meeting-scene.js";

/** Shown where the policy opens nothing: says so, and through whose eyes the page can be seen. */
export function Closed({ at, need }: { at: AtTeam; need: Action }) {
  const { frame, team } = at;
  const names = memberNames(at);
  return (
    <Page frame={frame} title={frame.say("closed.title")}>
      <h1>{frame.say("closed.title")}</h1>
      <p class="lead">
        {frame.say(`closed.${need}` as MessageKey, { team: team.name, name: frame.viewer.name })}
      </p>
      <p>{frame.say("closed.demo")}</p>
      <div class="row">
        {team.members.slice(0, 6).map((member) => (
          <Form frame={frame} action="/people">
            <input type="hidden" name="back" value={frame.path} />
            <button class="quiet" name="person" value={member}>
              {frame.say("closed.as", { name: names.get(member) ?? member })}
            </button>
          </Form>
        ))}
      </div>
    </Page>
  );
}

/** The way up to a team's own page. */
export function teamUp(team: { readonly id: string; readonly name: string }) {
  return { path: `/teams/${encodeURIComponent(team.id)}`, name: team.name };
}
