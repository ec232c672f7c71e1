import type { en } from "./en.js";
import { ballot } from "./es/ballot.js";
import { calendar } from "./es/calendar.js";
import { commonTime } from "./es/common-time.js";
import { evidence } from "./es/evidence.js";
import { frame } from "./es/frame.js";
import { goal } from "./es/goal.js";
import { importing } from "./es/import.js";
import { meeting } from "./es/meeting.js";
import { plan } from "./es/plan.js";
import { results } from "./es/results.js";
import { samples } from "./es/samples.js";
import { time } from "./es/time.js";
import { ways } from "./es/ways.js";

/** Spanish texts, key by key as the English ones. */
export const es: Record<keyof typeof en, string> = {
  ...frame,
  ...ballot,
  ...calendar,
  ...commonTime,
  ...evidence,
  ...samples,
  ...importing,
  ...time,
  ...plan,
  ...ways,
  ...results,
  ...goal,
  ...meeting,
};
