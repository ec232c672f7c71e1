/** What fruitless looking may still cost, in units of about a hundred nanoseconds; several searches may share one. */
export interface Effort {
  left: number;
  /** What may be added again after each occurrence that was found. */
  reserve: number;
}

/** Enough to look through the 400 years after which the calendar repeats, many times over: about ten milliseconds. */
const ENOUGH = 100_000;
/** Less for a calendar, for its rules are a thousand and each is met unprepared. */
const SHARED = 30_000;

/** The effort for one rule: enough up to each occurrence, and twice that for all of them. */
export function oneEffort(): Effort {
  return { left: ENOUGH, reserve: ENOUGH };
}

/** The effort that all rules of a calendar share. */
export function sharedEffort(): Effort {
  return { left: SHARED, reserve: 0 };
}

/** After an occurrence was found the next one may take as long as the first. */
export function renew(effort: Effort): void {
  const more = Math.min(effort.reserve, ENOUGH - effort.left);
  if (more <= 0) return;
  effort.left += more;
  effort.reserve -= more;
}
