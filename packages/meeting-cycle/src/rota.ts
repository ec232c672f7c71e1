/** Who held which role in which meeting, newest last. */
export type RoleHistory = readonly Readonly<Record<string, string>>[];

/**
 * Roles for the next meeting, so that they go round: to the people who have held them least, and least lately.
 * Guarantees that nobody gets two roles where there are enough people, and that the same history gives the same answer;
 * people in `skip` (absent, or asked to be left out) get none, and a swap is just another line of the history.
 * @example
 * ```ts
 * nextRoles(["facilitator", "note-taker"], ["ana", "ben", "caro"], [{ facilitator: "ana", "note-taker": "ben" }]);
 * // => { facilitator: "ben", "note-taker": "ana" }
 * ```
 */
export function nextRoles(
  roles: readonly string[],
  people: readonly string[],
  history: RoleHistory = [],
  skip: readonly string[] = [],
): Readonly<Record<string, string>> {
  const able = people.filter((person) => !skip.includes(person));
  if (able.length === 0) return {};
  const weight = (role: string, person: string) => {
    const times = history.filter((meeting) => meeting[role] === person).length;
    const last = history.findLastIndex((meeting) => meeting[role] === person) + 1;
    // How often counts before how lately, and that before the order of the list; squared, so that nobody is left behind.
    return times ** 2 * 1_000_000 + last * 1_000 + people.indexOf(person);
  };
  let best: { cost: number; given: Record<string, string> } | undefined;
  const assign = (index: number, cost: number, given: Record<string, string>): void => {
    if (best && cost >= best.cost) return;
    const role = roles[index];
    if (role === undefined) {
      best = { cost, given };
      return;
    }
    const free = able.filter((person) => !Object.values(given).includes(person));
    for (const person of free.length > 0 ? free : able) {
      assign(index + 1, cost + weight(role, person), { ...given, [role]: person });
    }
  };
  assign(0, 0, {});
  return best?.given ?? {};
}
