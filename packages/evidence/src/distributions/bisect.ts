/**
 * The point between two ends up to which a rule holds, to the last digit.
 * @param tooLow - True below the point sought, false above it.
 */
export function bisect(tooLow: (x: number) => boolean, low: number, high: number): number {
  let from = low;
  let to = high;
  for (let i = 0; i < 200; i++) {
    const middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) break;
    if (tooLow(middle)) from = middle;
    else to = middle;
  }
  return from + (to - from) / 2;
}
