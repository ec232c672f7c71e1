export function attack() {
  throw new Error("not yet");
}
