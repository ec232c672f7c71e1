/** What every framework does, whatever it calls it. */
export const facets = ["frame", "gather", "interpret", "plan", "act", "check"] as const;

/** Entries that some framework asks for by name. */
export const entrySlots = [
  "question",
  "essential-standards",
  "common-assessment",
  "intervention-plan",
  "extension-plan",
  "prediction",
  "strategy",
  "results-indicator",
  "finding",
  "what-we-learned",
] as const;
