// Compares what was computed with what a reference expects, field by field.

/** Forms of one quantity between which a reference does not decide; the first is the package's own default. */
export class Forms {
  /** Filled in where another form than the default held. */
  held;
  constructor(forms) {
    this.entries = Object.entries(forms);
  }
}

/**
 * @param tolerances - By field name: a relative tolerance, or `{ absolute }`.
 * @returns one line for each miss.
 */
export function misses(actual, expected, relTol, tolerances = {}, path = "", tolerance = relTol) {
  if (actual instanceof Forms) {
    const [[, own]] = actual.entries;
    const found = actual.entries.find(
      ([, value]) => misses(value, expected, relTol, {}, "", tolerance).length === 0,
    );
    if (found && found[1] !== own) actual.held = `${path}: ${found[0]}`;
    return found ? [] : misses(own, expected, relTol, tolerances, path, tolerance);
  }
  if (expected === null || expected === undefined) {
    return actual === null || actual === undefined ? [] : [`${path}: expected nothing, got ${actual}`];
  }
  if (typeof expected === "number" || expected === "Inf" || expected === "-Inf") {
    const wanted = expected === "Inf" ? Infinity : expected === "-Inf" ? -Infinity : expected;
    const got = Array.isArray(actual) && actual.length === 1 ? actual[0] : actual;
    return near(got, wanted, tolerance) ? [] : [`${path}: expected ${wanted}, got ${got}`];
  }
  if (typeof expected !== "object") {
    return String(actual) === String(expected) ? [] : [`${path}: expected ${expected}, got ${actual}`];
  }
  if (actual === null || typeof actual !== "object") return [`${path}: expected a structure, got ${actual}`];
  if (Array.isArray(expected)) {
    if (actual.length !== expected.length) {
      return [`${path}: expected ${expected.length} values, got ${actual.length}`];
    }
  }
  return Object.keys(expected).flatMap((key) =>
    misses(
      actual[key],
      expected[key],
      relTol,
      tolerances,
      path === "" ? key : `${path}.${key}`,
      tolerances[key] ?? tolerance,
    ),
  );
}

function near(got, wanted, tolerance) {
  if (typeof got !== "number" || Number.isNaN(got)) return false;
  if (got === wanted) return true;
  if (typeof tolerance === "object") return Math.abs(got - wanted) <= tolerance.absolute;
  return Math.abs(got - wanted) <= Math.max(tolerance * Math.abs(wanted), 1e-12);
}
