import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Issues, Page } from "../layout.js";
import { chooseTime } from "../state/choose-time.js";
import { type FreeQuestion, freeTimes } from "../state/common-days.js";
import { may } from "../state/looking.js";
import type { Workshop } from "../state/prepare.js";
import type { AtTeam, TeamDoor } from "../state/team-door.js";
import type { TeamRegister } from "../state/team-register.js";
import { daysAfter } from "./days.js";
import { FreeAnswers } from "./free-answers.js";
import { Question } from "./free-question.js";
import { memberNames } from "./meeting-scene.js";
import { Closed, teamUp } from "./team-frame.js";

const MOST_DAYS = 120;

/** When are we all free? Real dates with their own bells, the best first; one press makes it the next meeting's time. */
export function freePages(parts: {
  door: TeamDoor;
  shop: Workshop;
  register: TeamRegister;
  today: () => string;
}) {
  const { door, shop, register, today } = parts;
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
    const question = asked ? questionFrom(query, at) : proposedQuestion(at, today());
    const problem = asked ? problemOf(question, f) : undefined;
    const meetings = kept ? await othersMeetings(at, kept) : [];
    const gaveUp = await shop.times.lunchesGivenUp(f.school.districtId, team.id);
    const answer =
      kept && timetable && !problem ? freeTimes(question, { timetable, kept, meetings, gaveUp }) : undefined;
    return c.html(
      <Page frame={f} title={say("free.title")} up={teamUp(team)}>
        <h1>{say("free.title")}</h1>
        {!kept || !timetable ? (
          <p class="note wait">
            {say("free.needs")}{" "}
            <a href={kept ? "/import" : "/calendar"}>{say(kept ? "nav.import" : "nav.calendar")}</a>
          </p>
        ) : null}
        <Question at={at} question={question} names={namesOf(at)} />
        {problem ? <Issues frame={f} issues={[{ message: problem }]} /> : null}
        {answer?.ok ? (
          <FreeAnswers
            at={at}
            question={question}
            answer={answer.value}
            names={namesOf(at)}
            gaveUp={gaveUp}
          />
        ) : (
          <Issues frame={f} issues={answer?.issues ?? []} />
        )}
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

  /** Standing meetings of the school's other teams, which keep those who belong to both. */
  const othersMeetings = async (
    at: AtTeam,
    kept: NonNullable<Awaited<ReturnType<typeof shop.calendars.of>>>,
  ) => {
    const others = (await register.inUse(at.frame.school)).filter(({ id }) => id !== at.team.id);
    const standing = await Promise.all(
      others.map(({ id }) => shop.times.standing(at.frame.school.districtId, id, kept)),
    );
    return standing.flatMap((one) => (one ? [{ members: one.series.members, meetings: one.meetings }] : []));
  };

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

function questionFrom(query: Record<string, string[]>, at: AtTeam): FreeQuestion {
  const one = (name: string) => query[name]?.[0] ?? "";
  const known = new Set(at.frame.school.teachers.map(({ id }) => id));
  const asked = [...at.team.members, ...(query["also"] ?? [])].filter(
    (id, index, all) => known.has(id) && all.indexOf(id) === index,
  );
  const want = (id: string, word: string) => one(`who-${id}`) === word;
  return {
    required: asked.filter((id) => want(id, "required")),
    optional: asked.filter(
      (id) => want(id, "optional") || (query["also"]?.includes(id) === true && one(`who-${id}`) === ""),
    ),
    minutes: Math.round(Number(one("minutes"))) || 0,
    from: one("from"),
    to: one("to"),
    around: one("around") !== "",
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
