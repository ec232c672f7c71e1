import { readFile } from "node:fs/promises";
import type { Store } from "@collegium/store";
import { Hono } from "hono";
import { guard } from "./guard.js";
import { homePages } from "./pages/home.js";
import { importPages } from "./pages/import.js";
import { peoplePages } from "./pages/people.js";
import { planPages } from "./pages/plan.js";
import { teamPages } from "./pages/teams.js";
import { timePages } from "./pages/time.js";
import { frames } from "./request.js";
import { Planner } from "./state/planner.js";
import { Schools } from "./state/schools.js";
import { TeamRegister } from "./state/team-register.js";

/** What the platform is made from; everything that touches the world comes in here. */
export interface Parts {
  readonly store: Store;
  /** Folder of the bundled islands, style sheet and plan worker. */
  readonly assets: URL;
  readonly now: () => Date;
}

/** Puts the platform together: state over the store, then one group of pages after the other. */
export async function compose({ store, assets, now }: Parts) {
  const schools = new Schools(store);
  const register = new TeamRegister(store);
  const planner = new Planner(store, new URL("plan-worker.mjs", assets), () => now().toISOString());
  const app = new Hono();

  app.use(guard());
  app.get("/style.css", async (c) =>
    c.body(await asset(assets, "style.css"), 200, { "content-type": "text/css" }),
  );
  app.get("/icon.svg", (c) => c.body(icon, 200, { "content-type": "image/svg+xml" }));
  app.get("/islands/:name{[a-z-]+\\.js}", async (c) =>
    c.body(await asset(assets, `islands/${c.req.param("name")}`), 200, { "content-type": "text/javascript" }),
  );

  const frame = frames(schools, store);
  app.route("/", homePages({ frame, register }));
  app.route("/", peoplePages({ frame, schools }));
  app.route("/", importPages({ frame, schools }));
  app.route("/", teamPages({ frame, register }));
  app.route("/", timePages({ frame, register }));
  app.route("/", planPages({ frame, register, planner }));
  return { app, schools, planner, register };
}

async function asset(assets: URL, name: string): Promise<string> {
  return readFile(new URL(name, assets), "utf8").catch(() => "");
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c63"/>' +
  '<circle cx="16" cy="16" r="8" fill="none" stroke="#fff" stroke-width="3" stroke-dasharray="13 3.8"/></svg>';
