import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Issues, Page } from "../layout.js";
import { chooseTime } from "../state/choose-time.js";
import { type FreeQuestion, freeTimes } from "../state/common-days.js";
import type { KnownTimes } from "../state/known-time.js";
import { may } from "../state/looking.js";
import { guestNames } from "../state/neighbours.js";
import type { Workshop } from "../state/prepare.js";
import type { AtTeam, TeamDoor } from "../state/team-door.js";
import { daysAfter } from "./days.js";
import { FreeAnswers } from "./free-answers.js";
import { Question } from "./free-question.js";
import { memberNames } from "./meeting-scene.js";
import { Closed, teamUp } from "./team-frame.js";

const MOST_DAYS = 120;

/** When are we all free? Real dates with their own bells, the best first; one press makes it the next meeting's time. */
export function freePages(parts: { door: TeamDoor; shop: Workshop; known: KnownTimes; today: () => string }) {
  const { door, shop, known, today } = parts;
  const app = new Hono();

  app.get("/teams/:team/free", async (c) => {
    const at = await door(c, "team", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "prepare-meeting")) return c.html(<Closed at={at} need="prepare-meeting" />, 403);
    const { frame: f, team } = at;
    const { say } = f;
    const kept = await shop.calendars.of(f.school);
    const timetable = f.school.time?.timetable;
    const query = c.req.queries();
    const asked = query["from"] !== undefined;
    const asker = { school: f.school, viewer: at.viewer, team: team.id };
    const neighbours = kept ? await known.neighbours(asker, kept) : [];
    const names = new Map([...namesOf(at), ...guestNames(neighbours)]);
    const question = asked ? questionFrom(query, at, names) : proposedQuestion(at, today());
    const problem = asked ? problemOf(question, f) : undefined;
    const gaveUp = await shop.times.lunchesGivenUp(f.school.districtId, team.id);
    const whom = [...question.required, ...question.optional];
    const sources = { gaveUp, ...(await known.of(asker, whom, kept)) };
    const own = sources.own ?? new Map();
    const answer =
      kept && timetable && !problem ? freeTimes(question, { timetable, kept, ...sources }) : undefined;
    return c.html(
      <Page frame={f} title={say("free.title")} up={teamUp(team)}>
        <h1>{say("free.title")}</h1>
        {!kept || !timetable ? (
          <p class="note wait">
            {say("free.needs")}{" "}
            <a href={kept ? "/import" : "/calendar"}>{say(kept ? "nav.import" : "nav.calendar")}</a>
          </p>
        ) : null}
        <Question at={at} question={question} names={names} neighbours={neighbours} />
        {problem ? <Issues frame={f} issues={[{ message: problem }]} /> : null}
        {answer?.ok ? (
          <FreeAnswers at={at} question={question} answer={answer.value} names={names} gaveUp={gaveUp} />
        ) : (
          <Issues frame={f} issues={answer?.issues ?? []} />
        )}
        <p class="soft no-print">
          {own.size > 0 ? say("free.own", { n: own.size }) : say("free.own.none")}{" "}
          <a href="/own-calendar">{say("own.title")}</a>
        </p>
      </Page>,
    );
  });

  app.post("/teams/:team/free", async (c) => {
    const at = await door(c, "team", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "prepare-meeting")) return c.html(<Closed at={at} need="prepare-meeting" />, 403);
    const body = await c.req.parseBody({ all: true });
    const [on, start, end] = [String(body["on"]), Number(body["start"]), Number(body["end"])];
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || !(start >= 0 && end > start && end <= 1440)) return c.notFound();
    const lunch = [body["lunch"] ?? []]
      .flat()
      .map(String)
      .filter((id) => at.team.members.includes(id));
    const time = { on, start: Math.round(start), end: Math.round(end), lunch };
    const refused = await chooseTime(shop, at.frame.school, at.team, time, { today: today(), by: at.sender });
    if (refused) {
      return c.html(
        <Page frame={at.frame} title={refused.message}>
          <Issues frame={at.frame} issues={[refused]} />
          <a href={`/teams/${encodeURIComponent(at.team.id)}`}>{at.team.name}</a>
        </Page>,
        422,
      );
    }
    return c.redirect(`/teams/${encodeURIComponent(at.team.id)}`, 303);
  });

  return app;
}

function proposedQuestion({ team }: AtTeam, today: string): FreeQuestion {
  return {
    required: team.members,
    optional: [],
    minutes: 40,
    from: daysAfter(today, 1),
    to: daysAfter(today, 15),
    around: false,
  };
}

function questionFrom(
  query: Record<string, string[]>,
  at: AtTeam,
  known: ReadonlyMap<string, string>,
): FreeQuestion {
  const one = (name: string) => query[name]?.[0] ?? "";
  const asked = [...at.team.members, ...(query["also"] ?? [])].filter(
    (id, index, all) => known.has(id) && all.indexOf(id) === index,
  );
  // An address that names nobody asks for the whole team.
  const usual = Object.keys(query).some((name) => name.startsWith("who-")) ? "" : "required";
  const of = (id: string) => one(`who-${id}`) || (at.team.members.includes(id) ? usual : "");
  const want = (id: string, word: string) => of(id) === word;
  return {
    required: asked.filter((id) => want(id, "required")),
    optional: asked.filter(
      (id) => want(id, "optional") || (query["also"]?.includes(id) === true && one(`who-${id}`) === ""),
    ),
    minutes: Math.round(Number(one("minutes"))) || 0,
    from: one("from"),
    to: one("to"),
    around: one("around") !== "",
    travel: Math.min(120, Math.max(0, Math.round(Number(one("travel"))) || 0)),
  };
}

function problemOf({ required, minutes, from, to }: FreeQuestion, { say }: Frame): string | undefined {
  if (required.length === 0) return say("free.problem.nobody");
  if (minutes < 5 || minutes > 480) return say("free.problem.length");
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days >= 0 && days <= MOST_DAYS ? undefined : say("free.problem.dates", { n: MOST_DAYS });
}

/** Names of everybody at the school. */
function namesOf(at: AtTeam): Map<string, string> {
  return new Map([
    ...at.frame.school.teachers.map(({ id, name }) => [id, name] as const),
    ...memberNames(at),
  ]);
}
