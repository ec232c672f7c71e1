import { ballot } from "./en/ballot.js";
import { calendar } from "./en/calendar.js";
import { commonTime } from "./en/common-time.js";
import { evidence } from "./en/evidence.js";
import { frame } from "./en/frame.js";
import { goal } from "./en/goal.js";
import { importing } from "./en/import.js";
import { meeting } from "./en/meeting.js";
import { plan } from "./en/plan.js";
import { results } from "./en/results.js";
import { samples } from "./en/samples.js";
import { time } from "./en/time.js";
import { ways } from "./en/ways.js";

/** English texts. Values stand in braces; `{n|one|many}` takes the form that fits the number. */
export const en = {
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
