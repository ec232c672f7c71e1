import { readFile } from "node:fs/promises";
import type { Store } from "@collegium/store";
import { Hono } from "hono";
import { guard } from "./guard.js";
import { calendarPages } from "./pages/calendar.js";
import { calendarMakingPages } from "./pages/calendar-make.js";
import { calendarSavePages } from "./pages/calendar-save.js";
import { evidencePages } from "./pages/evidence.js";
import { evidenceGoalPages } from "./pages/evidence-goal.js";
import { freePages } from "./pages/free.js";
import { goalPages } from "./pages/goal.js";
import { homePages } from "./pages/home.js";
import { importPages } from "./pages/import.js";
import { meetingPages } from "./pages/meeting.js";
import { needsPages } from "./pages/needs.js";
import { ownCalendarPages } from "./pages/own-calendar.js";
import { peoplePages } from "./pages/people.js";
import { planPages } from "./pages/plan.js";
import { reflectionPages } from "./pages/reflection.js";
import { resultsPages } from "./pages/results.js";
import { rosterPages } from "./pages/roster.js";
import { samplePages } from "./pages/samples.js";
import { seriesPages } from "./pages/series.js";
import { feedPages } from "./pages/series-feed.js";
import { teamHomePages } from "./pages/team.js";
import { teamPages } from "./pages/teams.js";
import { timePages } from "./pages/time.js";
import { waysPages } from "./pages/ways.js";
import { frames } from "./request.js";
import type { Attachments } from "./state/attachments.js";
import { CalendarBook } from "./state/calendar-book.js";
import { EvidenceDesk } from "./state/evidence-desk.js";
import { GoalBook } from "./state/goal-book.js";
import { KnownTimes } from "./state/known-time.js";
import { OwnCalendars } from "./state/own-calendars.js";
import { peopleSource } from "./state/people.js";
import { Planner } from "./state/planner.js";
import { ResultsBook } from "./state/results-book.js";
import { SampleShelf } from "./state/sample-shelf.js";
import { Schools } from "./state/schools.js";
import { teamDoor } from "./state/team-door.js";
import { FeedAddresses } from "./state/team-feed.js";
import { TeamRegister } from "./state/team-register.js";
import { TeamTimes } from "./state/team-times.js";
import { TeamWork } from "./state/team-work.js";

/** What the platform is made from; everything that touches the world comes in here. */
export interface Parts {
  readonly store: Store;
  /** Bytes of student work, one store for each school. */
  readonly attachments: (districtId: string) => Attachments;
  /** Folder of the bundled islands, style sheet and plan worker. */
  readonly assets: URL;
  readonly now: () => Date;
  /** IANA name of the time zone that a new calendar proposes. */
  readonly zone: string;
}

/** Puts the platform together: state over the store, then one group of pages after the other. */
export async function compose({ store, attachments, assets, now, zone }: Parts) {
  // The day it is where the machine stands: in the evening UTC is already in tomorrow.
  const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(now());
  const schools = new Schools(store, today);
  const register = new TeamRegister(store);
  const planner = new Planner(store, new URL("plan-worker.mjs", assets), () => now().toISOString());
  const results = new ResultsBook(store);
  const calendars = new CalendarBook(store);
  const times = new TeamTimes(store);
  const shop = { work: new TeamWork(store), goals: new GoalBook(store), results, calendars, times };
  const owns = new OwnCalendars(store);
  const known = new KnownTimes({ schools, calendars, times, register, owns, today });
  const shelf = new SampleShelf(shop.work, store, attachments);
  const desk = new EvidenceDesk(store);
  const app = new Hono();

  app.use(guard());
  app.get("/style.css", async (c) =>
    c.body(await asset(assets, "style.css"), 200, { "content-type": "text/css" }),
  );
  app.get("/icon.svg", (c) => c.body(icon, 200, { "content-type": "image/svg+xml" }));
  app.get("/islands/:name{[a-z-]+\\.js}", async (c) =>
    c.body(await asset(assets, `islands/${c.req.param("name")}`), 200, { "content-type": "text/javascript" }),
  );

  const frame = frames(schools, register);
  const door = teamDoor({ frame, register, people: peopleSource(results), today, now });
  app.route("/", homePages({ frame, register, shop, today }));
  app.route("/", peoplePages({ frame, schools, register }));
  app.route("/", ownCalendarPages({ frame, calendars, owns, today, now, zone }));
  app.route("/", importPages({ frame, schools }));
  app.route("/", rosterPages({ frame, schools }));
  app.route("/", teamPages({ frame, register, calendars, known }));
  app.route("/", calendarMakingPages({ frame, calendars, today, zone }));
  app.route("/", calendarPages({ frame, shop, register, known, today }));
  app.route("/", calendarSavePages({ frame, shop, register, today, now }));
  app.route("/", timePages({ frame, register }));
  app.route("/", planPages({ frame, register, planner }));
  app.route("/", waysPages({ frame, register, planner }));
  app.route("/", evidencePages({ frame, desk, today }));
  app.route("/", evidenceGoalPages({ frame, desk, register, shop, today, now }));
  app.route("/", teamHomePages({ door, shop, known, today }));
  app.route("/", freePages({ door, shop, known, today }));
  const feeds = new FeedAddresses(store);
  app.route("/", seriesPages({ door, shop, register, feeds, known, today }));
  app.route("/", feedPages({ frame, shop, register, feeds, today, now }));
  app.route("/", resultsPages({ door, shop, today }));
  app.route("/", goalPages({ door, shop, today }));
  app.route("/", needsPages({ door, shop, known, today }));
  app.route("/", meetingPages({ door, shop, store, today, now }));
  app.route("/", samplePages({ door, shop, shelf, today }));
  app.route("/", reflectionPages({ door, shop, today }));
  /** Deletes the bytes of student work whose day has come, in every school. */
  const deleteDue = async () => {
    for (const { districtId } of await schools.list()) await shelf.deleteDue(districtId, today());
  };
  return { app, deleteDue, schools, planner, register };
}

async function asset(assets: URL, name: string): Promise<string> {
  return readFile(new URL(name, assets), "utf8").catch(() => "");
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c63"/>' +
  '<circle cx="16" cy="16" r="8" fill="none" stroke="#fff" stroke-width="3" stroke-dasharray="13 3.8"/></svg>';
