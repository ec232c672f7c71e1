import type { Timetable } from "./timetable.js";

/**
 * A timetable whose people, groups and rooms have other ids, for questions to several schools whose files number theirs
 * alike. Lessons, placements and rules follow; names stay. Ids that become equal stand for one and the same.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const timetable = unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] }));
 * renameResources(timetable, (id) => `north:${id}`).lessons[0]?.resources; // => ["north:t1"]
 * ```
 */
export function renameResources(timetable: Timetable, rename: (id: string) => string): Timetable {
  const { resources, lessons, placements, rules } = timetable;
  const renamed = (list: unknown) =>
    Array.isArray(list) ? list.map((id) => (typeof id === "string" ? rename(id) : id)) : list;
  return {
    ...timetable,
    resources: resources.map((one) => ({ ...one, id: rename(one.id) })),
    lessons: lessons.map((one) => ({ ...one, resources: one.resources.map(rename) })),
    placements: placements.map(({ chosen, ...one }) => ({
      ...one,
      ...(chosen && { chosen: chosen.map((pick) => ({ ...pick, resource: rename(pick.resource) })) }),
    })),
    ...(rules && {
      rules: rules.map((rule) => ({
        ...rule,
        ...("resources" in rule && { resources: renamed(rule["resources"]) }),
        ...("preferred" in rule && { preferred: renamed(rule["preferred"]) }),
      })),
    }),
  };
}
