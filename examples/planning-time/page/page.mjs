import { readTimetable, writeTimetable } from "@collegium/exchange";
import { swapsOf } from "@collegium/planning-time";
import { planInWorker } from "@collegium/planning-time/browser";

const $ = (id) => document.getElementById(id);
let school;
let plan;
let pins = [];
let stop;

$("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const teams = JSON.parse(await form.get("teams").text());
  const bytes = new Uint8Array(await form.get("timetable").arrayBuffer());
  const read = await readTimetable(bytes, teams.solution === undefined ? {} : { solution: teams.solution });
  if (!read.ok) {
    $("status").textContent = read.issues.map((issue) => issue.message).join(" ");
    return;
  }
  school = { ...read.value, teams: teams.teams, seconds: Number(form.get("seconds")) };
  pins = [];
  plan = undefined;
  await search();
});
$("stop").addEventListener("click", () => stop?.abort());
$("save").addEventListener("click", async () => {
  const written = await writeTimetable(school.original, plan.placements, { name: "planned" });
  if (!written.ok) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([written.value]));
  link.download = "planned.xml";
  link.click();
});

async function search() {
  stop = new AbortController();
  $("stop").disabled = false;
  $("save").disabled = true;
  const { timetable, teams, seconds } = school;
  plan = await planInWorker(
    { timetable, teams, rules: "all", pins },
    {
      seconds,
      signal: stop.signal,
      workerUrl: new URL("/worker.js", location.href),
      wasmUrl: new URL("/highs.wasm", location.href),
      onProgress: ({ placed, wanted, moved, bound }) => {
        $("bar").value = wanted === 0 ? 1 : placed / wanted;
        $("status").textContent =
          `${placed} of ${wanted} blocks, ${moved} periods moved, at least ${bound.moved}`;
      },
    },
  );
  $("stop").disabled = true;
  $("save").disabled = false;
  $("status").textContent =
    `${plan.placed} of ${plan.wanted} blocks, ${plan.moved} periods moved${plan.proven ? ", proven the fewest" : ""}`;
  show();
}

function show() {
  const answer = $("answer");
  answer.replaceChildren();
  for (const { team, because } of plan.unplaced) add(answer, "p", `${team}: ${because}`);
  swapsOf({ timetable: school.timetable, teams: school.teams, rules: "all", pins }, plan).forEach(
    (swap, index) => {
      add(answer, "h2", `Swap ${index + 1}`);
      add(answer, "p", swap.blocks.map(({ team, period }) => `${team} at ${period}`).join(", "));
      const table = add(answer, "table");
      for (const move of swap.moves.map((i) => plan.moves[i])) {
        const row = add(table, "tr");
        for (const text of [move.lesson, move.from, move.to]) add(row, "td", text);
        const keep = add(add(row, "td"), "button", `Keep at ${move.from}`);
        keep.addEventListener("click", () => {
          pins.push({ lesson: move.lesson, at: move.from });
          void search();
        });
      }
    },
  );
}

function add(parent, name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return parent.appendChild(element);
}
