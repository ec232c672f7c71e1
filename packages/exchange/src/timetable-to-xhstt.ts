import type { Lesson, Placement, Resource, Timetable } from "@collegium/scheduling";
import { type Issue, ok, type Result } from "@collegium/schema";

const TYPES = { teacher: "Teacher", group: "Class", student: "Student", room: "Room" } as const;

/**
 * A timetable of ours as a new XHSTT archive with one solution, `today`, for other timetabling programs.
 * Periods, people, rooms, lessons and placements come back unchanged from `readTimetable`; bell times and rules are
 * not written, and a warning says so.
 *
 * Warning codes: `bells-not-written`, `rules-not-written`.
 */
export function timetableToXhstt(timetable: Timetable): Result<string> {
  const { days, periods, resources, lessons, placements } = timetable;
  const groups = resourceGroups(resources);
  const courses = [...new Set(lessons.flatMap(({ course }) => (course === undefined ? [] : [course])))];
  const placed = grouped(placements);
  const lines = [
    "<HighSchoolTimetableArchive>",
    `<Instances><Instance Id="${xmlText(timetable.id)}">`,
    `<MetaData><Name>${xmlText(timetable.school)}</Name><Contributor/><Date/><Country/><Description/></MetaData>`,
    "<Times><TimeGroups>",
    ...days.map((day) => `<Day Id="${xmlText(day.id)}">${name(day)}</Day>`),
    "</TimeGroups>",
    ...periods.map(
      (p) => `<Time Id="${xmlText(p.id)}">${name(p)}<Day Reference="${xmlText(p.day)}"/></Time>`,
    ),
    "</Times>",
    "<Resources><ResourceTypes>",
    ...Object.values(TYPES).map((type) => `<ResourceType Id="${type}"><Name>${type}</Name></ResourceType>`),
    "</ResourceTypes><ResourceGroups>",
    ...[...groups.values()].map(
      ({ id, name, type }) =>
        `<ResourceGroup Id="${xmlText(id)}"><Name>${xmlText(name)}</Name>${reference("ResourceType", type)}</ResourceGroup>`,
    ),
    "</ResourceGroups>",
    ...resources.map((resource) => resourceElement(resource)),
    "</Resources>",
    "<Events><EventGroups>",
    ...courses.map((course) => `<Course Id="${xmlText(course)}"><Name>${xmlText(course)}</Name></Course>`),
    "</EventGroups>",
    ...lessons.map((lesson) => eventElement(lesson, resources)),
    "</Events>",
    "<Constraints/>",
    "</Instance></Instances>",
    `<SolutionGroups><SolutionGroup Id="today"><MetaData><Contributor/><Date/><Description/></MetaData>`,
    `<Solution Reference="${xmlText(timetable.id)}"><Events>`,
    ...lessons.flatMap(({ id }) => (placed.get(id) ?? []).map(placementElement)),
    "</Events></Solution></SolutionGroup></SolutionGroups>",
    "</HighSchoolTimetableArchive>",
    "",
  ];
  return ok(lines.join("\n"), notWritten(timetable));
}

function notWritten(timetable: Timetable): Issue[] {
  const issues: Issue[] = [];
  if (timetable.periods.some(({ start }) => start !== undefined)) {
    issues.push({
      code: "bells-not-written",
      path: ["periods"],
      message: "XHSTT has no place for bell times.",
    });
  }
  if ((timetable.rules ?? []).length > 0) {
    issues.push({
      code: "rules-not-written",
      path: ["rules"],
      message: "The timetable's rules are not written.",
    });
  }
  return issues;
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Departments, grades and pools as groups whose names say what they are. */
function resourceGroups(resources: readonly Resource[]): Map<string, Group> {
  return new Map(resources.flatMap(groupsOf).map((group) => [group.id, group]));
}

function groupsOf(resource: Resource): Group[] {
  const type = typeOf(resource);
  const { department, grade, pools = [] } = resource;
  return [
    ...(department === undefined
      ? []
      : [{ id: `${type} ${department}`, name: `${department} Department`, type }]),
    ...(grade === undefined ? [] : [{ id: `${type} grade ${grade}`, name: `Grade ${grade}`, type }]),
    ...pools
      .filter((pool) => pool !== `${type} ${department}` && pool !== `${type} grade ${grade}`)
      .map((pool) => ({ id: pool, name: pool, type })),
  ];
}

function typeOf({ kind }: Resource): string {
  return Object.hasOwn(TYPES, kind) ? TYPES[kind as keyof typeof TYPES] : "Teacher";
}

function resourceElement(resource: Resource): string {
  const groups = groupsOf(resource).map(({ id }) => reference("ResourceGroup", id));
  const list = groups.length > 0 ? `<ResourceGroups>${groups.join("")}</ResourceGroups>` : "";
  return `<Resource Id="${xmlText(resource.id)}">${name(resource)}${reference("ResourceType", typeOf(resource))}${list}</Resource>`;
}

function eventElement(lesson: Lesson, resources: readonly Resource[]): string {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const fixed = lesson.resources.map((id, index) => {
    const resource = byId.get(id);
    const type = resource ? typeOf(resource) : "Teacher";
    return `<Resource Reference="${xmlText(id)}"><Role>${type}${index + 1}</Role>${reference("ResourceType", type)}</Resource>`;
  });
  const open = (lesson.needs ?? []).map(
    ({ role, kind }) =>
      `<Resource><Role>${xmlText(role)}</Role>${reference("ResourceType", TYPES[kind as keyof typeof TYPES] ?? kind)}</Resource>`,
  );
  const course = lesson.course === undefined ? "" : reference("Course", lesson.course);
  return (
    `<Event Id="${xmlText(lesson.id)}">${name(lesson)}<Duration>${lesson.duration}</Duration>${course}` +
    `<Resources>${[...fixed, ...open].join("")}</Resources></Event>`
  );
}

function placementElement({ lesson, start, duration, chosen = [] }: Placement): string {
  const resources = chosen.map(
    ({ role, resource }) =>
      `<Resource Reference="${xmlText(resource)}"><Role>${xmlText(role)}</Role></Resource>`,
  );
  return (
    `<Event Reference="${xmlText(lesson)}"><Duration>${duration}</Duration><Time Reference="${xmlText(start)}"/>` +
    `${resources.length > 0 ? `<Resources>${resources.join("")}</Resources>` : ""}</Event>`
  );
}

function grouped(placements: readonly Placement[]): Map<string, Placement[]> {
  const groups = new Map<string, Placement[]>();
  for (const placement of placements) {
    groups.set(placement.lesson, [...(groups.get(placement.lesson) ?? []), placement]);
  }
  return groups;
}

function reference(element: string, id: string): string {
  return `<${element} Reference="${xmlText(id)}"/>`;
}

function name({ name }: { readonly name: string }): string {
  return `<Name>${xmlText(name)}</Name>`;
}

function xmlText(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] as string,
  );
}
