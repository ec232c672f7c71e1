import { progress } from "@collegium/goals";
import { Hono } from "hono";
import { Form, Page } from "../layout.js";
import { may } from "../state/looking.js";
import { closeCycle, type Workshop } from "../state/prepare.js";
import type { TeamDoor } from "../state/team-door.js";
import { GoalCard } from "./goal-card.js";
import { memberNames } from "./meeting-scene.js";
import { Loop } from "./team.js";
import { Closed, teamUp } from "./team-frame.js";

/** Reflection: the new measure beside the target, what became of every promise, what was learned, and what comes next. */
export function reflectionPages({
  door,
  shop,
  today,
}: {
  door: TeamDoor;
  shop: Workshop;
  today: () => string;
}) {
  const app = new Hono();

  app.get("/teams/:team/reflection", async (c) => {
    const at = await door(c, "cycle", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "read-agenda")) return c.html(<Closed at={at} need="read-agenda" />, 403);
    const { frame: f, team, viewer } = at;
    const { say } = f;
    const district = f.school.districtId;
    const cycle = (await shop.work.cycleViews(district, team.id, viewer.person, at.grant)).at(-1);
    const goal = await shop.goals.of(district, team.id);
    const actions = await Promise.all(
      (cycle?.actions ?? []).map(({ id }) =>
        shop.work.actionView(district, id, viewer.person, at.grantFor("meeting", id)),
      ),
    );
    const names = memberNames(at);
    const learned = (cycle?.entries ?? []).filter((entry) => entry.slot === "what-we-learned");
    return c.html(
      <Page frame={f} title={say("reflection.title")} up={teamUp(team)}>
        <h1>{say("reflection.title")}</h1>
        <Loop frame={f} phase={cycle?.phase ?? "focus"} />
        <section class="card">
          <h2>{say("reflection.measure")}</h2>
          {goal.goal ? (
            <GoalCard frame={f} goal={goal.goal} progress={progress(goal.goal, goal.points)} />
          ) : (
            <p>{say("team.goal.none")}</p>
          )}
        </section>
        <section>
          <h2>{say("reflection.promises")}</h2>
          <ul class="plain">
            {actions.map((action) => (
              <li>
                <strong>{names.get(action?.owner ?? "") ?? ""}</strong>{" "}
                {action?.wording
                  ? say("action.wording", { when: action.wording.when, will: action.wording.will })
                  : ""}{" "}
                <span class="tag">{say(`review.${action?.phase ?? "active"}` as "review.active")}</span>{" "}
                <span class="soft">{action?.reason ?? ""}</span>
              </li>
            ))}
          </ul>
        </section>
        {learned.length > 0 ? (
          <section>
            <h2>{say("reflection.learned")}</h2>
            <ul>
              {learned.map((entry) => (
                <li>{entry.text}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {cycle && cycle.phase !== "closed" ? (
          <Form frame={f} action={`/teams/${encodeURIComponent(team.id)}/reflection`}>
            <label for="learned">{say("reflection.what")}</label>
            <textarea id="learned" name="learned" required maxlength={2000} />
            <div class="row">
              <button name="next" value="adjust-plan">
                {say("reflection.adjust")}
              </button>
              <button class="quiet" name="next" value="new-focus">
                {say("reflection.newFocus")}
              </button>
              <span class="who">{say("who.team")}</span>
            </div>
          </Form>
        ) : null}
      </Page>,
    );
  });

  app.post("/teams/:team/reflection", async (c) => {
    const at = await door(c, "cycle", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "prepare-meeting")) return c.html(<Closed at={at} need="prepare-meeting" />, 403);
    const body = await c.req.parseBody();
    const learned = String(body["learned"] ?? "").trim();
    const next = body["next"] === "new-focus" ? "new-focus" : "adjust-plan";
    const by = { today: today(), by: at.sender };
    const refused = await closeCycle(shop, at.frame.school.districtId, at.team.id, by, { learned, next });
    if (refused) return c.text(refused.message, 422);
    return c.redirect(`/teams/${encodeURIComponent(at.team.id)}`, 303);
  });

  return app;
}
