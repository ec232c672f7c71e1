import { fail, ok, type Result } from "@collegium/schema";
import type { EdfiRecords } from "./edfi-keys.js";
import { EDFI_READERS } from "./edfi-records.js";
import { REASONS } from "./oneroster-check.js";
import type { FileCount, RefusedRow } from "./oneroster-file.js";
import type { Roster } from "./roster.js";
import { chunksOf, type RosterFile } from "./roster-file.js";
import type { ReadRoster } from "./roster-report.js";
import { readXmlFragments } from "./xml-fragments.js";

const MOST_REFUSED = 1000;

/** What must be read before what refers to it, by words in the files' names; all others come last. */
const ORDER = [
  /^EducationOrganization/i,
  /^EducationOrgCalendar/i,
  /^Standards/i,
  /^MasterSchedule/i,
  /^Staff/i,
  /^Student\.xml$/i,
  /^Parent|^Contact/i,
  /^StudentEnrollment/i,
  /^AssessmentMetadata|^Assessment|^ObjectiveAssessment/i,
];

/** Reads Ed-Fi interchange files; see `readRoster`. */
export async function readEdfi(files: readonly RosterFile[]): Promise<Result<ReadRoster>> {
  const records: EdfiRecords = {
    orgs: new Map(),
    sessions: new Map(),
    people: new Map(),
    courses: new Map(),
    offerings: new Map(),
    classes: new Map(),
    enrollments: new Map(),
    lineItems: new Map(),
    results: new Map(),
  };
  const counts: FileCount[] = [];
  const refused: RefusedRow[] = [];
  let refusedInAll = 0;
  const rank = (file: RosterFile) => {
    const at = ORDER.findIndex((pattern) => pattern.test(baseName(file.name)));
    return at < 0 ? ORDER.length : at;
  };
  for (const file of [...files].sort((a, b) => rank(a) - rank(b))) {
    const name = baseName(file.name);
    let read = 0;
    let bad = 0;
    const issue = await readXmlFragments(chunksOf(file.content), (element, record) => {
      const reader = EDFI_READERS[element.name];
      if (!reader) return;
      read++;
      const fault = reader(element, records);
      if (!fault) return;
      bad++;
      refusedInAll++;
      if (refused.length < MOST_REFUSED)
        refused.push({ file: name, record, ...fault, reason: REASONS[fault.code] });
    });
    if (issue) return fail({ ...issue, path: [name, ...issue.path] });
    if (read > 0) counts.push({ file: name, records: read, taken: read - bad, refused: bad, ended: 0 });
  }
  if (counts.length === 0) {
    return fail({
      code: "no-roster",
      path: [],
      message: "The XML files hold no Ed-Fi records of people, sections or results.",
      hint: "Give the folder of Ed-Fi interchange files.",
    });
  }
  return ok({ roster: rosterOf(records), counts, refused, refusedInAll });
}

function rosterOf(records: EdfiRecords): Roster {
  const idOf = sectionIds(records);
  const districts = [...records.orgs.values()].filter((org) => org.type === "district");
  const district = districts.length === 1 ? districts[0]!.id : "";
  return {
    source: "ed-fi",
    orgs: [...records.orgs.values()],
    sessions: [...records.sessions.values()],
    // A student whom no file places in a school is in the district.
    people: [...records.people.values()].map((person) => ({
      ...person,
      roles: person.roles.map((role) => (role.org === "" ? { ...role, org: district } : role)),
    })),
    courses: [...records.courses.values()],
    classes: [...records.classes].map(([key, section]) => ({ ...section, id: idOf.get(key)! })),
    enrollments: [...records.enrollments.values()].map((e) => ({ ...e, class: idOf.get(e.class)! })),
    lineItems: [...records.lineItems.values()].map((item) => {
      const { class: key, ...rest } = item;
      const id = key === undefined ? undefined : idOf.get(key);
      return id === undefined ? rest : { ...rest, class: id };
    }),
    results: [...records.results.values()],
  };
}

/** A section's own identifier where it is the only one of that name, else its whole key. */
function sectionIds(records: EdfiRecords): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { id } of records.classes.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map([...records.classes].map(([key, { id }]) => [key, counts.get(id) === 1 ? id : key]));
}

function baseName(name: string): string {
  return name.replace(/^.*[/\\]/, "");
}
