import type { SubjectKind, Viewer } from "@collegium/access";
import type { Grant } from "@collegium/schema";
import type { Context } from "hono";
import type { Frame } from "../frame.js";
import type { FrameMaker } from "../request.js";
import { grantFor, viewerIn } from "./looking.js";
import type { PeopleSource, SchoolPeople } from "./people.js";
import type { RegisteredTeam, TeamRegister } from "./team-register.js";

/** Who came in, to which team's rooms, and what they may do there. */
export interface AtTeam {
  readonly frame: Frame;
  readonly team: RegisteredTeam;
  readonly viewer: Viewer;
  readonly grant: Grant;
  readonly people: SchoolPeople;
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
}): TeamDoor {
  return async (c, kind, teamId, id = teamId) => {
    const frame = await parts.frame(c);
    const teams = await parts.register.inUse(frame.school);
    const team = teams.find((candidate) => candidate.id === teamId);
    if (!team) return undefined;
    const viewer = viewerIn(frame.school, frame.viewer.id, teams);
    const subject = { kind, id, team: team.id, school: frame.school.districtId };
    return {
      frame,
      team,
      viewer,
      grant: grantFor(viewer, subject, parts.today()),
      people: await parts.people.of(frame.school, team.members),
    };
  };
}
