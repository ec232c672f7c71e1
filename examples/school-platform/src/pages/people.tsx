import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { Form, Page } from "../layout.js";
import { locales } from "../messages.js";
import { type FrameMaker, LEADER, VIEWER } from "../request.js";
import type { Schools } from "../state/schools.js";
import type { TeamRegister } from "../state/team-register.js";

/** Who looks, in which language, at which school. */
export function peoplePages(parts: { frame: FrameMaker; schools: Schools; register: TeamRegister }) {
  const { frame, schools, register } = parts;
  const app = new Hono();

  app.get("/people", async (c) => {
    const f = await frame(c);
    const { teachers } = f.school;
    const list = await schools.list();
    const guests = (await register.inUse(f.school)).flatMap((team) => team.guests ?? []);
    const each = [...new Map(guests.map((guest) => [guest.id, guest])).values()];
    return c.html(
      <Page frame={f} title={f.say("people.title")}>
        <h1>{f.say("people.title")}</h1>
        <p class="lead">{f.say("people.lead")}</p>
        <Form frame={f} action="/people" class="row">
          <label for="person">{f.say("people.iam")}</label>
          <select id="person" name="person">
            <option value={LEADER}>{f.say("viewer.leader")}</option>
            {teachers.map((teacher) => (
              <option value={teacher.id} selected={teacher.id === f.viewer.id}>
                {teacher.name}
              </option>
            ))}
            {each.length > 0 ? (
              <optgroup label={f.say("people.guests")}>
                {each.map(({ id, name, school }) => (
                  <option value={id} selected={id === f.viewer.id}>
                    {name} ({school})
                  </option>
                ))}
              </optgroup>
            ) : null}
          </select>
          <button type="submit">{f.say("people.choose")}</button>
        </Form>
        {f.viewer.id === LEADER ? null : (
          <p>
            <a href="/own-calendar">{f.say("own.title")}</a>
          </p>
        )}
        <h2>{f.say("schools.title")}</h2>
        <ul class="plain">
          {list.map((school) => (
            <li class="row">
              <span>{school.name}</span>
              {school.districtId === f.school.districtId ? (
                <span class="tag good">{f.say("schools.open")}</span>
              ) : (
                <Form frame={f} action="/schools">
                  <button class="quiet" name="school" value={school.districtId}>
                    {f.say("schools.switch")}
                  </button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </Page>,
    );
  });

  app.post("/people", async (c) => {
    const { person, back } = await c.req.parseBody();
    setCookie(c, VIEWER, String(person), { httpOnly: true, sameSite: "Lax", path: "/" });
    return c.redirect(ownPath(back), 303);
  });

  app.post("/schools", async (c) => {
    const { school, back } = await c.req.parseBody();
    const known = (await schools.list()).some(({ districtId }) => districtId === school);
    if (known) await schools.switchTo(String(school));
    return c.redirect(ownPath(back), 303);
  });

  app.post("/language", async (c) => {
    const { lang, back } = await c.req.parseBody();
    if (String(lang) in locales)
      setCookie(c, "lang", String(lang), { sameSite: "Lax", path: "/", maxAge: 31_536_000 });
    return c.redirect(ownPath(back), 303);
  });

  return app;
}

/** A path of this site, or home: a form must not send people elsewhere. */
function ownPath(back: unknown): string {
  const path = String(back ?? "/");
  return /^\/(?![/\\])/.test(path) ? path : "/";
}
