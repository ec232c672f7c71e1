// node packages/scheduling/verify/zones.mjs
// Every clock change from 2000 to 2040 in 40 zones, under four host zones, beside the system's own zone data (zdump):
// the instants of the changes, and wall times round each of them there and back.
import { spawnSync } from "node:child_process";
import { source } from "./source.mjs";

const { findZone, localTime, wallTime, zoneTransitions } = await source();
const HOSTS = ["UTC", "Europe/Chisinau", "Australia/Lord_Howe", "America/Sao_Paulo"];
const ZONES =
  `Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos America/Anchorage America/Argentina/San_Luis
  America/Asuncion America/Bogota America/Caracas America/Chicago America/Denver America/Halifax America/Havana
  America/Los_Angeles America/Mexico_City America/New_York America/Nuuk America/Phoenix America/Santiago America/Sao_Paulo
  America/St_Johns Antarctica/Troll Asia/Amman Asia/Gaza Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Pyongyang
  Asia/Tehran Asia/Tokyo Australia/Adelaide Australia/Eucla Australia/Lord_Howe Australia/Sydney Europe/Chisinau
  Europe/Dublin Europe/London Europe/Moscow Pacific/Apia Pacific/Kiritimati`.split(/\s+/);
const [FROM, TO] = [Date.UTC(2000, 0) / 1000, Date.UTC(2041, 0) / 1000];

/** Changes as zdump tells them: pairs of lines, one second apart. */
function changesOf(zone) {
  const { stdout, status } = spawnSync("zdump", ["-v", "-c", "2000,2041", zone], { encoding: "utf8" });
  if (status !== 0) throw new Error("zdump is not installed.");
  const lines = [...stdout.matchAll(/ (\w{3} +\d+ \d+:\d+:\d+ \d{4}) UTC? = .*gmtoff=(-?\d+)/g)].map(
    ([, text, offset]) => [Date.parse(`${text} GMT`) / 1000, Number(offset)],
  );
  return lines.flatMap(([at, after], index) => {
    const [earlier, before] = lines[index - 1] ?? [];
    return earlier === at - 1 && before !== after && at >= FROM && at < TO ? [{ at, before, after }] : [];
  });
}

/** Instants near a change that do not come back from their wall time, or have the wrong offset. */
function wrongInstants(zone, { at, before, after }) {
  const wrong = [];
  for (const instant of [at - 86400, at - 3601, at - 1, at, at + 1, at + 3601, at + 86400]) {
    const local = localTime(zone, instant);
    const meaning = wallTime(zone, local);
    const near = Math.abs(instant - at) < 3602;
    const offsetRight = !near || local - instant === (instant < at ? before : after);
    if (!offsetRight || (meaning.instant !== instant && meaning.second !== instant)) wrong.push(instant);
  }
  return wrong;
}

if (process.env.ONE_HOST) {
  let changes = 0;
  let wrong = 0;
  for (const name of ZONES) {
    const zone = findZone(name).value;
    const wanted = changesOf(name);
    if (JSON.stringify(zoneTransitions(zone, FROM, TO)) !== JSON.stringify(wanted)) {
      console.log(`${name}: other changes than zdump`);
      wrong++;
    }
    for (const change of wanted) wrong += wrongInstants(zone, change).length;
    changes += wanted.length;
  }
  const host = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  console.log(`host ${host}: ${ZONES.length} zones, ${changes} changes, ${wrong} wrong instants`);
  process.exit(wrong > 0 ? 1 : 0);
}
let failed = 0;
for (const TZ of HOSTS) {
  const { status } = spawnSync(process.execPath, [process.argv[1]], {
    env: { ...process.env, TZ, ONE_HOST: "1" },
    stdio: "inherit",
  });
  if (status !== 0) failed++;
}
process.exit(failed > 0 ? 1 : 0);
