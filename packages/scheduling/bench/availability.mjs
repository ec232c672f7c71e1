// All 45-minute starts that 8 of 5,000 teachers have in common over 190 days, on a grid of five minutes.
import {
  availabilityGrid,
  commonStarts,
  createAvailability,
  findSlots,
  markBusy,
} from "@collegium/scheduling";
import { areIntervalsOverlapping } from "date-fns";
import { median, table } from "./lib/median.mjs";

const TEACHERS = 5000;
const DAYS = 190;
const [FROM, TO, STEP, MINUTES] = [450, 930, 5, 45];
const FIRST_DAY = 20_697;

// A small generator of even numbers, so that every run sees the same school.
let state = 1;
const below = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state % limit;
};

const ids = Array.from({ length: TEACHERS }, (_, index) => `t${index}`);
const days = Array.from({ length: DAYS }, (_, index) => FIRST_DAY + index);
const grid = availabilityGrid(days, FROM, TO, STEP);
const began = performance.now();
const time = createAvailability(grid, ids);
/** For the peers: each teacher's intervals in minutes since the first day, ascending. */
const starts = [];
const ends = [];
let intervals = 0;
for (let teacher = 0; teacher < TEACHERS; teacher++) {
  const from = [];
  const to = [];
  for (const [index, day] of days.entries()) {
    // Seven periods from eight o'clock, five of them taught, at bells that differ a little from school to school.
    const bell = 480 + (teacher % 3) * 5;
    const free = [below(7), below(7)];
    for (let period = 0; period < 7; period++) {
      if (free.includes(period)) continue;
      const at = bell + period * 55;
      markBusy(time, ids[teacher], day, at, at + 50);
      from.push(index * 1440 + at);
      to.push(index * 1440 + at + 50);
    }
  }
  starts.push(Int32Array.from(from));
  ends.push(Int32Array.from(to));
  intervals += from.length;
}
console.log(
  `${intervals.toLocaleString("en")} busy intervals, built in ${Math.round(performance.now() - began)} ms`,
);
console.log(`bit set ${(time.busy.byteLength / 1e6).toFixed(1)} MB`);

const teams = Array.from({ length: 5 }, () => Array.from({ length: 8 }, () => below(TEACHERS)));
let turn = 0;
const team = () => teams[turn++ % teams.length];

/** Sorted sweep: everyone's intervals in one list by start, joined to busy stretches, then the gaps between. */
function sortedSweep(members) {
  const size = members.reduce((sum, member) => sum + starts[member].length, 0);
  const keys = new Float64Array(size);
  let at = 0;
  for (const member of members) {
    for (let i = 0; i < starts[member].length; i++)
      keys[at++] = starts[member][i] * 4096 + ends[member][i] - starts[member][i];
  }
  keys.sort();
  let count = 0;
  let next = 0;
  for (let day = 0; day < DAYS; day++) {
    let open = day * 1440 + FROM;
    const close = day * 1440 + TO;
    const gap = (until) => {
      if (until - open >= MINUTES) count += Math.floor((until - MINUTES - open) / STEP) + 1;
    };
    for (; next < size; next++) {
      const start = Math.floor(keys[next] / 4096);
      if (start >= close) break;
      gap(start);
      open = Math.max(open, start + (keys[next] % 4096));
    }
    gap(close);
  }
  return count;
}

/** Without sorting: one pointer per member, every candidate against the interval it points at. */
function sweep(members) {
  const next = members.map(() => 0);
  let count = 0;
  for (let day = 0; day < DAYS; day++) {
    for (let at = day * 1440 + FROM; at + MINUTES <= day * 1440 + TO; at += STEP) {
      let free = true;
      for (let i = 0; i < members.length; i++) {
        const to = ends[members[i]];
        let position = next[i];
        while (position < to.length && to[position] <= at) position++;
        next[i] = position;
        if (position < to.length && starts[members[i]][position] < at + MINUTES) {
          free = false;
          break;
        }
      }
      if (free) count++;
    }
  }
  return count;
}

/** As it is often written: every candidate against every interval of the day, with date objects. */
const byDay = (member) => {
  const list = days.map(() => []);
  starts[member].forEach((start, index) => {
    const day = Math.floor(start / 1440);
    list[day].push({ start: new Date(start * 60_000), end: new Date(ends[member][index] * 60_000) });
  });
  return list;
};
const objects = new Map([...new Set(teams.flat())].map((member) => [member, byDay(member)]));
function naive(members) {
  let count = 0;
  for (let day = 0; day < DAYS; day++) {
    for (let at = day * 1440 + FROM; at + MINUTES <= day * 1440 + TO; at += STEP) {
      const slot = { start: new Date(at * 60_000), end: new Date((at + MINUTES) * 60_000) };
      const free = members.every(
        (member) => !objects.get(member)[day].some((busy) => areIntervalsOverlapping(slot, busy)),
      );
      if (free) count++;
    }
  }
  return count;
}

const ours = (members) => commonStarts(time, members, MINUTES).length;
for (const members of teams) {
  const counts = [ours(members), sortedSweep(members), sweep(members), naive(members)];
  if (new Set(counts).size > 1) throw new Error(`The counts differ: ${counts.join(", ")}.`);
}
console.log(`slots per team: ${teams.map(ours).join(", ")}, the same by all four`);
const named = (members) => ({ required: members.map((index) => ids[index]), minutes: MINUTES });
table("Common slots of 8 teachers over a year", [
  { name: "@collegium/scheduling, commonStarts", ms: median(() => ours(team())) },
  { name: "@collegium/scheduling, findSlots with texts", ms: median(() => findSlots(time, named(team()))) },
  { name: "sorted sweep over typed arrays", ms: median(() => sortedSweep(team())) },
  { name: "pointers over typed arrays sorted beforehand", ms: median(() => sweep(team())) },
  { name: "naive date-fns", ms: median(() => naive(team()), 400) },
]);
