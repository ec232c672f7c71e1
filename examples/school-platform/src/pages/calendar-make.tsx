import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Page } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { FrameMaker } from "../request.js";
import { type CalendarAnswers, calendarFrom, cycleDaysOf, DAY_KINDS } from "../state/calendar-answers.js";
import { evenBells } from "../state/calendar-bells.js";
import type { CalendarBook } from "../state/calendar-book.js";
import { proposeAnswers } from "../state/calendar-proposal.js";
import { nextCycleDays } from "./calendar-bell-table.js";
import { BellsPage, schedulesFrom, withBells } from "./calendar-bells.js";
import { BringInForm, broughtIn, HolidayList, holidaysTaken } from "./calendar-bring-in.js";
import { CalendarForm } from "./calendar-form.js";
import { answersFrom, evenFrom } from "./calendar-form-answers.js";
import { mayChange } from "./calendar-frame.js";
import { Preview } from "./calendar-preview.js";
import { ownSchoolIn, viewed } from "./calendar-schools.js";

/** Making a calendar: a guided form, a file, or other bells. All of it is for whoever leads the school. */
export function calendarMakingPages(parts: {
  frame: FrameMaker;
  calendars: CalendarBook;
  today: () => string;
  zone: string;
}) {
  const { frame, calendars, today, zone } = parts;
  const app = new Hono();

  app.use("/calendar/:do{new|bells|bring-in|holidays}", async (c, next) => {
    const f = await frame(c);
    return mayChange(f, today()) ? next() : c.html(<ForLeaders frame={f} />, 403);
  });

  app.get("/calendar/new", async (c) => {
    const f = await frame(c);
    return c.html(<CalendarForm frame={f} answers={proposal(f)} issues={[]} />);
  });

  app.post("/calendar/new", async (c) => {
    const f = await frame(c);
    const body = await c.req.parseBody({ all: true });
    const answers = answersFrom(body, proposal(f).timetableDays);
    if (body["do"] === "fill") {
      const bells = evenBells(evenFrom(body), bellNames(f));
      return c.html(<CalendarForm frame={f} answers={{ ...answers, bells }} issues={[]} />);
    }
    const [what, of] = String(body["do"] ?? "").split(":");
    if (what === "cycle" || what === "drop") {
      const { cycleBells, bells } = answers;
      const days = nextCycleDays(
        cycleDaysOf(answers),
        cycleBells.map((one) => one.days),
      );
      const none = what === "cycle" && cycleDaysOf(answers).length === 0;
      const changed =
        what === "drop"
          ? cycleBells.filter((_, index) => index !== Number(of))
          : none
            ? cycleBells
            : [...cycleBells, { days, bells }];
      const issues = none ? [{ message: f.say("calendar.problem.cycle") }] : [];
      return c.html(
        <CalendarForm frame={f} answers={{ ...answers, cycleBells: changed }} issues={issues} />,
        none ? 422 : 200,
      );
    }
    const before = await calendars.of(f.school);
    const made = calendarFrom(
      answers,
      { id: before?.school ?? "school", name: f.school.name },
      {
        kind: (kind) => f.say(`calendar.kind.${kind}` as MessageKey),
        problem: (problem) => f.say(`calendar.problem.${problem}` as MessageKey),
      },
    );
    if (!made.ok) return c.html(<CalendarForm frame={f} answers={answers} issues={made.issues} />, 422);
    return c.html(
      <Preview
        frame={f}
        before={before}
        after={made.value}
        school={before?.school ?? "school"}
        note={made.value.name}
        back="/calendar"
      />,
    );
  });

  app.get("/calendar/bells", async (c) => {
    const f = await frame(c);
    const kept = await calendars.of(f.school);
    return kept ? c.html(<BellsPage frame={f} view={viewed(c, kept)} />) : c.redirect("/calendar", 303);
  });

  app.post("/calendar/bells", async (c) => {
    const f = await frame(c);
    const kept = await calendars.of(f.school);
    if (!kept) return c.notFound();
    const view = viewed(c, kept);
    const body = await c.req.parseBody({ all: true });
    const schedules = schedulesFrom(body, view.kept);
    if (/^(cycle|drop):/.test(String(body["do"] ?? "")))
      return c.html(<BellsPage frame={f} view={view} schedules={schedules} />);
    if (schedules.some(({ days }) => days?.length === 0)) {
      const issues = [{ message: f.say("calendar.problem.cycleBells") }];
      return c.html(<BellsPage frame={f} view={view} schedules={schedules} issues={issues} />, 422);
    }
    const fresh = String(body["fresh"] ?? "").trim();
    const after = withBells(view.kept, schedules, fresh.slice(0, 60));
    return c.html(
      <Preview
        frame={f}
        before={kept}
        after={after}
        school={kept.school}
        note={f.say("bells.title")}
        back={`/calendar/bells${view.query}`}
      />,
    );
  });

  app.get("/calendar/bring-in", async (c) => c.html(<BringInForm frame={await frame(c)} issues={[]} />));

  app.post("/calendar/bring-in", async (c) => {
    const f = await frame(c);
    const { file } = await c.req.parseBody();
    const text = file instanceof File ? await file.text() : "";
    const brought = broughtIn(f, text);
    if (!brought.ok) return c.html(<BringInForm frame={f} issues={brought.issues} />, 422);
    const before = await calendars.of(f.school);
    if (brought.value.kind === "calendar") {
      const { calendar } = brought.value;
      return c.html(
        <Preview
          frame={f}
          before={before}
          after={calendar}
          school={ownSchoolIn(calendar, before, f.school.name)}
          note={calendar.name}
          back="/calendar/bring-in"
        />,
      );
    }
    return c.html(<HolidayList frame={f} holidays={brought.value.holidays} />);
  });

  app.post("/calendar/holidays", async (c) => {
    const f = await frame(c);
    const before = await calendars.of(f.school);
    const taken = holidaysTaken(f, await c.req.parseBody({ all: true }));
    const base = before?.calendar ?? made(f);
    if (!base)
      return c.html(<BringInForm frame={f} issues={[{ message: f.say("calendar.problem.year") }]} />, 422);
    const kinds = new Set(taken.map(({ dayKind }) => dayKind));
    const missing = DAY_KINDS.filter(
      (kind) => kinds.has(kind) && !base.dayKinds.some(({ id }) => id === kind),
    );
    const after = {
      ...base,
      dayKinds: [
        ...base.dayKinds,
        ...missing.map((id) => ({ id, name: f.say(`calendar.kind.${id}` as MessageKey), school: false })),
      ],
      exceptions: [
        ...base.exceptions,
        ...taken
          .filter(({ first }) => first >= base.first && first <= base.last)
          .map((days) =>
            days.last !== undefined && days.last > base.last ? { ...days, last: base.last } : days,
          ),
      ],
    };
    return c.html(
      <Preview
        frame={f}
        before={before}
        after={after}
        school={before?.school ?? "school"}
        note={f.say("calendar.bringIn")}
        back="/calendar/bring-in"
      />,
    );
  });

  const proposal = (f: Frame): CalendarAnswers =>
    proposeAnswers(today(), zone, f.school.time?.timetable, {
      ...bellNames(f),
      year: (from, to) => f.say("calendar.yearName", { from: String(from), to: String(to) }),
      term: (n) => f.say("calendar.termName", { n }),
      holiday: (name) => f.say(`holiday.${name}` as MessageKey),
    });
  /** A calendar of proposed answers without holidays, for a school that has only a file of holidays. */
  const made = (f: Frame) => {
    const calendar = calendarFrom(
      { ...proposal(f), odd: [] },
      { id: "school", name: f.school.name },
      {
        kind: (kind) => f.say(`calendar.kind.${kind}` as MessageKey),
        problem: () => "",
      },
    );
    return calendar.ok ? calendar.value : undefined;
  };

  return app;
}

function bellNames({ say }: Frame) {
  return { period: (n: number) => say("bells.period", { n }), lunch: say("bells.kind.lunch") };
}

function ForLeaders({ frame }: { frame: Frame }) {
  return (
    <Page frame={frame} title={frame.say("nav.calendar")}>
      <h1>{frame.say("calendar.forLeaders")}</h1>
      <p class="lead">{frame.say("calendar.leaderChanges")}</p>
      <p>
        <a href="/people">{frame.say("people.title")}</a> ·{" "}
        <a href="/calendar">{frame.say("calendar.year")}</a>
      </p>
    </Page>
  );
}
