import { runEventTypes } from "@collegium/protocols/runner";

/** Names of the facts that belong to a run inside a meeting. */
export const runEventNames: ReadonlySet<string> = new Set(runEventTypes);
