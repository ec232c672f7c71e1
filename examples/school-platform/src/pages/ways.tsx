import {
  readWaysQuestion,
  type SwapPlans,
  type WaysQuestion,
  waysSpeaker,
  waysTable,
  waysToMakeTime,
} from "@collegium/planning-time";
import type { Timetable } from "@collegium/scheduling";
import { type Context, Hono } from "hono";
import type { Frame } from "../frame.js";
import { Issues, Page, Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { FrameMaker } from "../request.js";
import type { Planner } from "../state/planner.js";
import { atOneSchool, type TeamRegister } from "../state/team-register.js";
import { dayNames } from "./names.js";
import { Missing } from "./time.js";

/** Five ways to make time for teams beside each other; the address holds the question, so that a page can be shared. */
export function waysPages(parts: { frame: FrameMaker; register: TeamRegister; planner: Planner }) {
  const { frame, register, planner } = parts;
  const app = new Hono();

  app.get("/ways", async (c) => {
    const f = await frame(c);
    const { say, school } = f;
    if (!school.time) return c.html(<Missing frame={f} />);
    const { timetable } = school.time;
    const teams = atOneSchool(await register.inUse(school));
    const asked = answersOf(c, timetable);
    const read = readWaysQuestion(questionOf(asked));
    const plans = await latestPlans(planner, school.districtId);
    const found = read.ok ? waysToMakeTime(timetable, teams, read.value, plans) : read;
    const words = waysSpeaker(f.locale);
    const [head = [], ...rows] = found.ok ? waysTable(found.value, f.locale) : [];
    const name = (id: string) => teams.find((team) => team.id === id)?.name ?? id;
    return c.html(
      <Page frame={f} title={say("ways.title")}>
        <h1>{say("ways.title")}</h1>
        <p class="lead">{say("ways.lead")}</p>
        <QuestionForm frame={f} asked={asked} timetable={timetable} />
        {found.ok ? null : <Issues frame={f} issues={found.issues} />}
        {found.ok ? (
          <>
            <Scroll label={say("ways.title")}>
              <table>
                <caption>{say("ways.caption")}</caption>
                <thead>
                  <tr>
                    {head.map((cell) => (
                      <th scope="col">{cell}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(([first, ...cells]) => (
                    <tr>
                      <th scope="row">{first}</th>
                      {cells.map((cell) => (
                        <td>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
            {plans["next-term"] || plans["next-year"] ? null : (
              <p class="note">
                {say("ways.swaps.none")} <a href="/plan">{say("ways.swaps.find")}</a>
              </p>
            )}
            <h2>{say("ways.what")}</h2>
            {found.value.map((way) => {
              const gains = way.teams.filter(({ gained }) => gained > 0);
              return (
                <>
                  <h3>
                    {words(`kind.${way.kind}`)}, {words(`from.${way.from}`)}
                  </h3>
                  <ul>
                    {gains.length > 0 ? (
                      <li>
                        {gains
                          .map(({ team, gained }) => words("team.gains", { team: name(team), n: gained }))
                          .join(", ")}
                      </li>
                    ) : null}
                    {way.notes.map(({ code, values }) => (
                      <li>{words(`note.${code}`, values)}</li>
                    ))}
                  </ul>
                </>
              );
            })}
            <p class="no-print">{say("ways.print")}</p>
            <p class="who">{say("who.school")}</p>
          </>
        ) : null}
      </Page>,
    );
  });

  return app;
}

/** What the form holds, as it was sent or as it stands at first. */
type Answers = Readonly<Record<(typeof FIELDS)[number] | "shaveOn" | "releaseOn" | "when", string>>;

const FIELDS = [
  "minutes",
  "shave",
  "release",
  "cover",
  "coverLessons",
  "contract",
  "shortest",
  "law",
  "weeks",
] as const;

function answersOf(c: Context, timetable: Timetable): Answers {
  const sent = (name: string, standard: string) => c.req.query(name)?.trim() ?? standard;
  const [first] = timetable.periods;
  const bell = first?.start !== undefined && first.end !== undefined ? first.end - first.start : 45;
  return {
    minutes: sent("minutes", String(bell)),
    shave: sent("shave", "5"),
    shaveOn: sent("shaveOn", ""),
    release: sent("release", "60"),
    releaseOn: sent("releaseOn", timetable.days.at(-1)?.id ?? ""),
    when: sent("when", "early"),
    cover: sent("cover", "2"),
    coverLessons: sent("coverLessons", "1"),
    contract: sent("contract", ""),
    shortest: sent("shortest", "25"),
    law: sent("law", ""),
    weeks: sent("weeks", "36"),
  };
}

/** The answers as a question; an empty field or a zero leaves its way out. */
function questionOf(asked: Answers): WaysQuestion {
  const number = (field: (typeof FIELDS)[number]) => Number(asked[field].replace(",", "."));
  const has = (field: (typeof FIELDS)[number]) => asked[field] !== "" && number(field) !== 0;
  return {
    ...(has("minutes") && { minutesPerPeriod: number("minutes") }),
    ...(has("shave") && {
      shave: { minutes: number("shave"), ...(asked.shaveOn !== "" && { days: [asked.shaveOn] }) },
    }),
    ...(has("release") && {
      release: {
        minutes: number("release"),
        day: asked.releaseOn,
        when: asked.when === "late" ? "late" : "early",
      },
    }),
    ...(has("cover") && {
      cover: { teachers: number("cover"), lessonsPerTeacher: number("coverLessons") },
    }),
    contract: {
      ...(has("contract") && { ownMinutes: number("contract") }),
      shortest: number("shortest"),
    },
    ...(has("law") && { law: { instructionMinutes: number("law"), weeks: number("weeks") } }),
  };
}

/** The newest plans of each freedom: every rule kept, or rooms found anew. */
async function latestPlans(planner: Planner, districtId: string): Promise<SwapPlans> {
  const done = (await planner.list(districtId)).filter((job) => job.plan);
  const newest = (rules: "all" | "clashes") => done.find((job) => job.order.rules === rules)?.plan;
  const [term, year] = [newest("all"), newest("clashes")];
  return { ...(term && { "next-term": term }), ...(year && { "next-year": year }) };
}

function QuestionForm({ frame, asked, timetable }: { frame: Frame; asked: Answers; timetable: Timetable }) {
  const { say } = frame;
  const days = [...dayNames(timetable, frame.locale)];
  const field = (name: (typeof FIELDS)[number], size = 4) => (
    <>
      <label for={name}>{say(`ways.${name}` as MessageKey)}</label>
      <input id={name} name={name} value={asked[name]} inputmode="decimal" size={size} />
    </>
  );
  const day = (name: "shaveOn" | "releaseOn", none?: string) => (
    <>
      <label for={name}>{say(`ways.${name}` as MessageKey)}</label>
      <select id={name} name={name}>
        {none === undefined ? null : <option value="">{none}</option>}
        {days.map(([id, title]) => (
          <option value={id} selected={asked[name] === id}>
            {title}
          </option>
        ))}
      </select>
    </>
  );
  return (
    <form method="get" action="/ways" class="no-print">
      <fieldset>
        <legend>{say("ways.question")}</legend>
        <div class="row">{field("minutes")}</div>
        <div class="row">
          {field("shave")} {day("shaveOn", say("ways.everyDay"))}
        </div>
        <div class="row">
          {field("release")} {day("releaseOn")}
          <select name="when" aria-label={say("ways.release")}>
            <option value="early">{say("ways.early")}</option>
            <option value="late" selected={asked.when === "late"}>
              {say("ways.late")}
            </option>
          </select>
        </div>
        <div class="row">
          {field("cover")} {field("coverLessons")}
        </div>
        <div class="row">
          {field("contract", 5)} {field("shortest")}
        </div>
        <div class="row">
          {field("law", 7)} {field("weeks")}
        </div>
        <button type="submit">{say("ways.compare")}</button>
      </fieldset>
    </form>
  );
}
