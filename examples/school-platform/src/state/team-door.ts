import { randomBytes } from "node:crypto";
import type { SubjectKind, Viewer } from "@collegium/access";
import type { Grant } from "@collegium/schema";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Frame } from "../frame.js";
import type { FrameMaker } from "../request.js";
import { grantFor, viewerIn } from "./looking.js";
import type { PeopleSource, SchoolPeople } from "./people.js";
import type { Sender } from "./streams.js";
import type { RegisteredTeam, TeamRegister } from "./team-register.js";

/** Who came in, to which team's rooms, and what they may do there. */
export interface AtTeam {
  readonly frame: Frame;
  readonly team: RegisteredTeam;
  readonly viewer: Viewer;
  readonly grant: Grant;
  readonly people: SchoolPeople;
  /** The device's random word, for what is anonymous. */
  readonly handle: string;
  readonly sender: Sender;
  /** A grant for another kind of thing of the same team. */
  readonly grantFor: (kind: SubjectKind, id: string) => Grant;
}

/** The way into a team's pages: nothing behind it reads data without the grant it gives. */
export type TeamDoor = (
  c: Context,
  kind: SubjectKind,
  team: string,
  id?: string,
) => Promise<AtTeam | undefined>;

export function teamDoor(parts: {
  frame: FrameMaker;
  register: TeamRegister;
  people: PeopleSource;
  today: () => string;
  now: () => Date;
}): TeamDoor {
  return async (c, kind, teamId, id = teamId) => {
    const frame = await parts.frame(c);
    const teams = await parts.register.inUse(frame.school);
    const team = teams.find((candidate) => candidate.id === teamId);
    if (!team) return undefined;
    const viewer = viewerIn(frame.school, frame.viewer.id, teams);
    const given = (of: SubjectKind, subject: string) =>
      grantFor(
        viewer,
        { kind: of, id: subject, team: team.id, school: frame.school.districtId },
        parts.today(),
      );
    const grant = given(kind, id);
    const handle = deviceWord(c);
    return {
      frame,
      team,
      viewer,
      grant,
      people: await parts.people.of(frame.school, team),
      handle,
      sender: { person: viewer.person, at: parts.now().toISOString(), handle, may: grant.may },
      grantFor: given,
    };
  };
}

function deviceWord(c: Context): string {
  const known = getCookie(c, "device");
  if (known !== undefined) return known;
  const word = randomBytes(16).toString("hex");
  setCookie(c, "device", word, { httpOnly: true, sameSite: "Lax", path: "/", maxAge: 31_536_000 });
  return word;
}
