import type { RowFault } from "./oneroster-check.js";
import type { OpenPerson } from "./oneroster-people.js";
import type { Course, Enrollment, LineItem, Org, RosterClass, RosterResult, Session } from "./roster.js";
import { child, type Element, textOf } from "./xml.js";

/** What is gathered from Ed-Fi files, by the keys that they use for each other. */
export interface EdfiRecords {
  readonly orgs: Map<string, Org>;
  readonly sessions: Map<string, Session>;
  readonly people: Map<string, OpenPerson>;
  readonly courses: Map<string, Course>;
  /** Courses that offerings are of, by the offering's key. */
  readonly offerings: Map<string, string>;
  readonly classes: Map<string, RosterClass>;
  readonly enrollments: Map<string, Enrollment>;
  readonly lineItems: Map<string, LineItem>;
  readonly results: Map<string, RosterResult>;
}

/** A fault in a record: the element at which it shows. */
export interface RecordFault {
  readonly column: string;
  readonly code: RowFault;
}

/** The text of a descendant, in the order of the document. */
export function deepText(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const own = textOf(element, name);
  if (own !== undefined) return own;
  for (const below of element.children) {
    const found = deepText(below, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The word of a descriptor: what stands behind the `#`. */
export function descriptor(text: string | undefined): string {
  return (text ?? "").trim().replace(/^.*#/, "");
}

export function dates(element: Element): { from?: string; to?: string } {
  const [from, to] = [textOf(element, "BeginDate"), textOf(element, "EndDate")];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export function courseKey(code: string, org: string | undefined): string {
  return org === undefined ? code : `${code}/${org}`;
}

export function sessionKey(element: Element | undefined): string | undefined {
  const name = textOf(element, "SessionName");
  if (name === undefined) return undefined;
  return [
    deepText(child(element, "SchoolReference"), "SchoolId") ?? "",
    textOf(element, "SchoolYear") ?? "",
    name,
  ].join("/");
}

export function offeringKey(element: Element | undefined): string {
  const session = sessionKey(child(child(element, "SessionReference"), "SessionIdentity"));
  const school = deepText(child(element, "SchoolReference"), "SchoolId");
  return [textOf(element, "LocalCourseCode"), school, session].join("/");
}

export function sectionKey(identifier: string, offering: Element | undefined): string {
  return `${identifier}/${offeringKey(offering)}`;
}

export function add<T>(map: Map<string, T>, key: string, value: T, column: string): RecordFault | undefined {
  if (map.has(key)) return { column, code: "duplicate-id" };
  map.set(key, value);
  return undefined;
}

export function missing(column: string): RecordFault {
  return { column, code: "missing" };
}
