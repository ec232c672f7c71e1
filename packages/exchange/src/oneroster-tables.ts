/**
 * The columns of OneRoster's CSV files, in their order, as text: `name`, `!` where required, then the type. Types:
 * `text`, `guid`, `date`, `year`, `boolean`, `integer`, `number`, `list`, `user-ids`, a list of words `a|b` (with `ext`
 * where own words are allowed), and references `>file`, or `>>file` for a list. Every file begins with sourcedId, status
 * and dateLastModified.
 */
const V12: Readonly<Record<string, string>> = {
  orgs: "name! text, type! department|school|district|local|state|national|ext, identifier text, parentSourcedId >orgs",
  academicSessions:
    "title! text, type! gradingPeriod|semester|schoolYear|term|ext, startDate! date, endDate! date, parentSourcedId >academicSessions, schoolYear! year",
  courses:
    "schoolYearSourcedId >academicSessions, title! text, courseCode text, grades list, orgSourcedId! >orgs, subjects list, subjectCodes list",
  classes:
    "title! text, grades list, courseSourcedId! >courses, classCode text, classType! homeroom|scheduled|ext, location text, schoolSourcedId! >orgs, termSourcedIds! >>academicSessions, subjects list, subjectCodes list, periods list",
  users:
    "enabledUser! boolean, username! text, userIds user-ids, givenName! text, familyName! text, middleName text, identifier text, email text, sms text, phone text, agentSourcedIds >>users, grades list, password text, userMasterIdentifier text, preferredGivenName text, preferredMiddleName text, preferredFamilyName text, primaryOrgSourcedId >orgs, pronouns text",
  roles:
    "userSourcedId! >users, roleType! primary|secondary, role! aide|counselor|districtAdministrator|guardian|parent|principal|proctor|relative|siteAdministrator|student|systemAdministrator|teacher|ext, beginDate date, endDate date, orgSourcedId! >orgs, userProfileSourcedId text",
  enrollments:
    "classSourcedId! >classes, schoolSourcedId! >orgs, userSourcedId! >users, role! administrator|proctor|student|teacher|ext, primary boolean, beginDate date, endDate date",
  categories: "title! text, weight integer",
  lineItems:
    "title! text, description text, assignDate! date, dueDate! date, classSourcedId! >classes, categorySourcedId! >categories, academicSessionSourcedId! >academicSessions, resultValueMin number, resultValueMax number, schoolSourcedId! >orgs",
  results:
    "lineItemSourcedId! >lineItems, studentSourcedId! >users, scoreStatus! exempt|fully graded|not submitted|partially graded|submitted, score number, scoreDate! date, comment text, textScore text, classSourcedId >classes, inProgress boolean, incomplete boolean, late boolean, missing boolean",
};

/** Where 1.1 differs; files it lacks are absent. */
const V11: Readonly<Record<string, string>> = {
  ...V12,
  orgs: "name! text, type! department|school|district|local|state|national, identifier text, parentSourcedId >orgs",
  academicSessions:
    "title! text, type! gradingPeriod|semester|schoolYear|term, startDate! date, endDate! date, parentSourcedId >academicSessions, schoolYear! year",
  users:
    "enabledUser! boolean, orgSourcedIds! >>orgs, role! administrator|aide|guardian|parent|proctor|relative|student|teacher, username! text, userIds user-ids, givenName! text, familyName! text, middleName text, identifier text, email text, sms text, phone text, agentSourcedIds >>users, grades list, password text",
  categories: "title! text",
  lineItems:
    "title! text, description text, assignDate! date, dueDate! date, classSourcedId! >classes, categorySourcedId! >categories, gradingPeriodSourcedId! >academicSessions, resultValueMin number, resultValueMax number",
  results:
    "lineItemSourcedId! >lineItems, studentSourcedId! >users, scoreStatus! exempt|fully graded|not submitted|partially graded|submitted, score number, scoreDate! date, comment text",
};

/** Files that a package may hold and that are not read; named so that nobody wonders whether they were forgotten. */
export const UNREAD_FILES: readonly string[] = [
  "demographics",
  "userProfiles",
  "scoreScales",
  "lineItemLearningObjectiveIds",
  "lineItemScoreScales",
  "resultLearningObjectiveIds",
  "resultScoreScales",
  "resources",
  "classResources",
  "courseResources",
  "userResources",
];

/** A column of a file. */
export interface Column {
  readonly name: string;
  readonly required: boolean;
  readonly type: string;
  /** The file that the cell's ids are of. */
  readonly refersTo?: string;
  readonly isList: boolean;
  /** Words allowed, where the vocabulary is given. */
  readonly words?: ReadonlySet<string>;
  readonly ownWords: boolean;
}

/** Versions of the standard that are read. */
export type OneRosterVersion = "1.1" | "1.2";

/** A version's files with their columns after the first three, in the order in which references resolve. */
export function oneRosterTables(version: OneRosterVersion): ReadonlyMap<string, readonly Column[]> {
  const source = version === "1.2" ? V12 : V11;
  const names = Object.keys(source).filter((name) => version === "1.2" || name !== "roles");
  return new Map(names.map((name) => [name, source[name]!.split(", ").map(columnOf)]));
}

function columnOf(text: string): Column {
  const space = text.indexOf(" ");
  const name = text.slice(0, space);
  const type = text.slice(space + 1);
  const words = type.includes("|") ? type.split("|") : undefined;
  const reference = /^>{1,2}(\w+)$/.exec(type)?.[1];
  return {
    name: name.replace("!", ""),
    required: name.endsWith("!"),
    type: words ? "word" : reference ? "reference" : type,
    isList: type.startsWith(">>") || type === "list",
    ...(reference === undefined ? {} : { refersTo: reference }),
    ...(words ? { words: new Set(words.filter((word) => word !== "ext")) } : {}),
    ownWords: words?.includes("ext") ?? false,
  };
}
