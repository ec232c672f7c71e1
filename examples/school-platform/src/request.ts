import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { type Frame, localeOf, type Viewer } from "./frame.js";
import { TOKEN } from "./guard.js";
import { speaker } from "./messages.js";
import type { School } from "./state/school.js";
import type { Schools } from "./state/schools.js";
import type { TeamRegister } from "./state/team-register.js";

/** Makes the frame of a page from its request. */
export type FrameMaker = (c: Context) => Promise<Frame>;

export const VIEWER = "person";
/** The person a browser stands for until someone says who they are. */
export const LEADER = "school-leader";

export function frames(schools: Schools, register: TeamRegister): FrameMaker {
  return async (c) => {
    const school = await schools.current();
    const locale = localeOf(c);
    const say = speaker(locale);
    return {
      locale,
      say,
      school,
      path: new URL(c.req.url).pathname,
      viewer: await viewerOf(c, school, register, say("viewer.leader")),
      token: getCookie(c, TOKEN) ?? tokenJustSet(c),
    };
  };
}

/** On the first visit the token stands only in the answer's own header. */
function tokenJustSet(c: Context): string {
  return /token=([^;]+)/.exec(c.res.headers.get("set-cookie") ?? "")?.[1] ?? "";
}

/** A teacher of the school, or a guest of one of its teams; else its leader. */
async function viewerOf(c: Context, school: School, register: TeamRegister, leader: string): Promise<Viewer> {
  const id = getCookie(c, VIEWER);
  const person = school.teachers.find((teacher) => teacher.id === id);
  if (person) return { id: person.id, name: person.name };
  const teams = id === undefined ? [] : await register.inUse(school);
  const guest = teams.flatMap(({ guests = [] }) => guests).find((one) => one.id === id);
  return guest ? { id: guest.id, name: guest.name } : { id: LEADER, name: leader };
}
