import { writeTimetable } from "@collegium/exchange";
import { movesCsv, weekWithCover } from "@collegium/planning-time";
import { auditTime, weekGrid } from "@collegium/scheduling";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Frame } from "../frame.js";
import { Form, Page } from "../layout.js";
import type { FrameMaker } from "../request.js";
import type { OrderedTeam, PlanJob, Planner } from "../state/planner.js";
import { atOneSchool, type TeamRegister } from "../state/team-register.js";
import { asTeams } from "./names.js";
import { PlanAnswer, Progress } from "./plan-answer.js";
import { coverIn } from "./plan-cover.js";
import { AskForm, EarlierPlans, SECONDS } from "./plan-form.js";
import { pinText } from "./plan-swaps.js";
import { Missing } from "./time.js";

/** Finding common planning time: what is wanted, the search in the background, the answer to carry out. */
export function planPages(parts: { frame: FrameMaker; register: TeamRegister; planner: Planner }) {
  const { frame, register, planner } = parts;
  const app = new Hono();

  app.get("/plan", async (c) => {
    const f = await frame(c);
    const { say, school } = f;
    if (!school.time) return c.html(<Missing frame={f} />);
    const teams = atOneSchool(await register.inUse(school));
    const only = c.req.query("team");
    const audit = auditTime(school.time.timetable, asTeams(teams)).teams;
    const short = audit.filter((team) => team.blocksNow < team.target).map((team) => team.id);
    const chosen = new Set(
      only === undefined ? (short.length > 0 ? short : teams.map((team) => team.id)) : [only],
    );
    const earlier = (await planner.list(school.districtId)).slice(0, 8);
    return c.html(
      <Page frame={f} title={say("nav.plan")}>
        <h1>{say("plan.title")}</h1>
        <p class="lead">{say("plan.lead")}</p>
        {teams.length === 0 ? (
          <p class="note">
            {say("time.noteams")} <a href="/teams">{say("nav.teams")}</a>
          </p>
        ) : (
          <AskForm
            {...{ frame: f, teams, chosen }}
            now={audit.map((team) => team.blocksNow)}
            timetable={school.time.timetable}
          />
        )}
        <p>
          <a href="/ways">{say("ways.link")}</a>
        </p>
        <EarlierPlans frame={f} jobs={earlier} />
      </Page>,
    );
  });

  app.post("/plan", async (c) => {
    const f = await frame(c);
    if (!f.school.time) return c.html(<Missing frame={f} />, 404);
    const body = await c.req.parseBody({ all: true });
    const chosen = new Set([body["team"] ?? []].flat().map(String));
    const { timetable } = f.school.time;
    const used = atOneSchool(await register.inUse(f.school));
    const audit = auditTime(timetable, asTeams(used));
    const teams = used.flatMap(({ id, name, members, blocks }, index): OrderedTeam[] => {
      const asks = chosen.has(id);
      const wanted = Math.min(10, Math.max(1, Math.round(Number(body[`blocks ${id}`])) || blocks));
      const kept = audit.teams[index]?.blocksNow ?? 0;
      if (!asks && kept === 0) return [];
      return [{ id, name, members, blocks: asks ? wanted : kept, asks }];
    });
    if (!teams.some((team) => team.asks)) return c.redirect("/plan", 303);
    const seconds = SECONDS.find((n) => n === Number(body["seconds"])) ?? 30;
    const rules = body["rules"] === "clashes" ? "clashes" : "all";
    const ownPeriods = Math.min(20, Math.max(0, Math.round(Number(body["own"])) || 0));
    const cover = coverIn(body, timetable);
    const order = { teams, seconds, rules, ownPeriods, ...(cover && { cover }) } as const;
    const job = planner.start(f.school.districtId, timetable, order);
    return c.redirect(`/plan/${job.id}`, 303);
  });

  app.get("/plan/:id", async (c) => {
    const f = await frame(c);
    const job = await planner.find(f.school.districtId, c.req.param("id"));
    if (!job || !f.school.time) return c.html(<Missing frame={f} />, 404);
    return c.html(
      job.state === "running" ? <RunningPage frame={f} job={job} /> : <DonePage frame={f} job={job} />,
    );
  });

  // What if: some lessons stay after all, and the search goes on from the plan.
  app.post("/plan/:id/again", async (c) => {
    const f = await frame(c);
    const job = await planner.find(f.school.districtId, c.req.param("id"));
    if (!job?.plan || !f.school.time) return c.html(<Missing frame={f} />, 404);
    const { timetable } = f.school.time;
    const body = await c.req.parseBody({ all: true });
    const kept = new Set([body["keep"] ?? []].flat().map(String));
    const pins = timetable.placements.flatMap(({ lesson, start }) =>
      kept.has(pinText({ lesson, at: start })) ? [{ lesson, at: start }] : [],
    );
    const next = planner.start(f.school.districtId, timetable, { ...job.order, pins }, job.plan);
    return c.redirect(`/plan/${next.id}`, 303);
  });

  app.get("/plan/:id/live", async (c) => {
    const f = await frame(c);
    const job = await planner.find(f.school.districtId, c.req.param("id"));
    if (!job) return c.notFound();
    return streamSSE(c, async (stream) => {
      let wake = () => {};
      const unwatch = planner.watch(job.id, () => wake());
      stream.onAbort(() => {
        unwatch();
        wake();
      });
      while (job.state === "running" && !stream.aborted) {
        await stream.writeSSE({ event: "progress", data: String(<Progress frame={f} job={job} />) });
        await Promise.race([new Promise<void>((done) => (wake = done)), stream.sleep(1000)]);
      }
      unwatch();
      await stream.writeSSE({ event: "end", data: job.state });
    });
  });

  app.post("/plan/:id/stop", async (c) => {
    planner.stop(c.req.param("id"));
    await new Promise((done) => setTimeout(done, 250));
    return c.redirect(`/plan/${c.req.param("id")}`, 303);
  });

  app.get("/plan/:id/file", async (c) => {
    const f = await frame(c);
    const job = await planner.find(f.school.districtId, c.req.param("id"));
    const time = f.school.time;
    if (!job?.plan || !time?.original) return c.notFound();
    const written = writeTimetable(time.original, job.plan.placements, { name: "planned" });
    if (!written.ok) return c.text(written.issues[0]?.message ?? "", 422);
    return c.body(new Uint8Array(written.value), 200, {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="planned-${time.fileName.replace(/[^\w.-]/g, "_")}"`,
    });
  });

  app.get("/plan/:id/moves", async (c) => {
    const f = await frame(c);
    const job = await planner.find(f.school.districtId, c.req.param("id"));
    const { time } = f.school;
    if (!job?.plan || !time) return c.notFound();
    const csv = movesCsv({ timetable: time.timetable, ...job.order }, job.plan, f.locale);
    // The mark in front lets spreadsheets read accents.
    return c.body(`\uFEFF${csv}`, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="moves.csv"',
    });
  });

  return app;
}

function RunningPage({ frame, job }: { frame: Frame; job: PlanJob }) {
  const { say } = frame;
  return (
    <Page frame={frame} title={say("plan.running")} island="plan" refresh={2}>
      <h1>{say("plan.running")}</h1>
      <p class="lead">{say("plan.running.lead")}</p>
      <div data-plan={job.id} aria-live="polite">
        <Progress frame={frame} job={job} />
      </div>
      <Form frame={frame} action={`/plan/${job.id}/stop`}>
        <button class="danger">{say("plan.stop")}</button>
      </Form>
    </Page>
  );
}

function DonePage({ frame, job }: { frame: Frame; job: PlanJob }) {
  const { say, school } = frame;
  const time = school.time;
  if (!job.plan || !time) {
    return (
      <Page frame={frame} title={say("nav.plan")}>
        <h1>{say(`plan.state.${job.state}`)}</h1>
        {job.because ? <p class="note bad">{job.because}</p> : null}
        <p>
          <a class="button" href="/plan">
            {say("plan.again")}
          </a>
        </p>
      </Page>
    );
  }
  return (
    <PlanAnswer
      frame={frame}
      job={job}
      plan={job.plan}
      before={weekGrid(time.timetable)}
      after={weekGrid(weekWithCover(time.timetable, job.plan))}
      writable={time.original !== undefined}
    />
  );
}
