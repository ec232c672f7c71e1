import type { AnyMeetingCommand, VoteChoice } from "@collegium/meeting-cycle";
import { findProtocol, fit, planRun } from "@collegium/protocols";
import { newId } from "../state/team-work.js";
import type { MeetingScene } from "./meeting-scene.js";

type Body = Readonly<Record<string, unknown>>;

/** What a posted form asks of the meeting, as commands in order. */
export function commandsFrom(body: Body, scene: MeetingScene): readonly AnyMeetingCommand[] {
  const text = (name: string) => String(body[name] ?? "").trim();
  const optional = <K extends string>(key: K, value: string) =>
    (value === "" ? {} : { [key]: value }) as { [P in K]?: string };
  const base = { commandId: newId() };
  const item = text("item");
  const run = text("run");
  switch (text("do")) {
    case "open": {
      const here = [body["here"] ?? []].flat().map(String);
      const people = here.length > 0 ? here : [scene.viewer.person];
      return [
        { type: "open-meeting", ...base },
        ...people.map((person) => ({ type: "arrive" as const, commandId: newId(), person })),
        ...beginItem(scene.view.items[0]?.id, scene, people),
      ];
    }
    case "protocol": {
      const chosen = text("protocol");
      const agenda = scene.view.items.map(({ state: _, since: __, reason: ___, protocol, ...entry }) => ({
        ...entry,
        ...(entry.id === item ? optional("protocol", chosen) : protocol === undefined ? {} : { protocol }),
      }));
      return [{ type: "set-agenda", ...base, agenda }];
    }
    case "arrive":
      return [{ type: "arrive", ...base, person: text("person") || scene.viewer.person }];
    case "depart":
      return [{ type: "depart", ...base, person: text("person") }];
    case "next":
      return nextStep(scene);
    case "begin-item":
      return beginItem(item, scene, scene.view.present);
    case "skip-item":
      return [
        { type: "skip-item", ...base, item, reason: text("reason") || scene.frame.say("meeting.skipped") },
        ...beginItem(after(scene, item), scene, scene.view.present),
      ];
    case "end-turn":
      return [{ type: "end-turn", ...base, run, ...optional("person", text("person")) }];
    case "pause":
      return [{ type: "pause-run", ...base, run }];
    case "resume":
      return [{ type: "resume-run", ...base, run }];
    case "extend":
      return [
        {
          type: "extend-step",
          ...base,
          run,
          minutes: Number(text("minutes")) || 2,
          consent: scene.view.present,
        },
      ];
    case "note":
      return run === ""
        ? [
            {
              type: "note-item",
              ...base,
              item,
              note: newId(),
              text: text("text"),
              ...optional("for", text("for")),
            },
          ]
        : [
            {
              type: "add-note",
              ...base,
              run,
              note: newId(),
              text: text("text"),
              ...optional("for", text("for")),
              ...optional("tag", text("tag")),
            },
          ];
    case "ballot": {
      const choices = [...new Set([body["choice"] ?? []].flat().map(String))].filter((id) => id !== "");
      return [{ type: "cast-ballot", ...base, run, choices, ...optional("for", text("for")) }];
    }
    case "ready":
      return [{ type: "mark-ready", ...base, run }];
    case "decision":
      return [
        {
          type: "note-decision",
          ...base,
          decision: newId(),
          text: text("text"),
          ...optional("reason", text("reason")),
          ...optional("item", item),
        },
      ];
    case "action":
      return [
        {
          type: "agree-action",
          ...base,
          action: newId(),
          owner: text("owner"),
          due: text("due"),
          wording: { when: text("when"), will: text("will") },
          ...optional("item", item),
        },
      ];
    case "review":
      return [
        {
          type: "review-action",
          ...base,
          action: text("action"),
          state: text("state") as "done",
          ...optional("reason", text("reason")),
          ...optional("due", text("due")),
        },
      ];
    case "recheck":
      return [
        { type: "recheck-need", ...base, meeting: text("from"), need: text("need"), text: text("text") },
      ];
    case "feedback":
      return [
        {
          type: "give-feedback",
          ...base,
          feedback: newId(),
          kind: text("kind") as "plus",
          text: text("text"),
        },
      ];
    case "rate":
      return [{ type: "rate-meeting", ...base, rating: Number(text("rating")) }];
    case "vote":
      return [
        {
          type: "cast-vote",
          ...base,
          poll: text("poll"),
          choice: voteFrom(text("choice")),
          ...optional("for", text("for")),
        },
      ];
    case "close":
      return [{ type: "adjourn-meeting", ...base }];
    case "approve":
      return [{ type: "approve-minutes", ...base }];
    default:
      return [];
  }
}

function voteFrom(choice: string): VoteChoice {
  return /^\d+$/.test(choice) ? Number(choice) : choice;
}

/** Space: the next turn, the next step of a protocol, or the next item. */
function nextStep(scene: MeetingScene): readonly AnyMeetingCommand[] {
  const going = scene.view.runs.find((run) => run.phase === "running" || run.phase === "paused");
  if (going?.step) {
    if (going.step.turn !== undefined && going.step.speaking.length === 1) {
      return [{ type: "end-turn", commandId: newId(), run: going.run, person: going.step.turn }];
    }
    // A step that asks for what is not there is gone to all the same; the record says so.
    const next = going.plan[going.step.number];
    return next?.unmet
      ? [{ type: "go-to-step", commandId: newId(), run: going.run, key: next.key, reason: "next" }]
      : [{ type: "move-on", commandId: newId(), run: going.run }];
  }
  const now = scene.view.items.find((item) => item.state === "now");
  const next = now ? after(scene, now.id) : scene.view.items.find((item) => item.state === "ahead")?.id;
  if (next !== undefined) return beginItem(next, scene, scene.view.present);
  return now ? [{ type: "end-item", commandId: newId(), item: now.id }] : [];
}

function after(scene: MeetingScene, item: string): string | undefined {
  const index = scene.view.items.findIndex(({ id }) => id === item);
  return scene.view.items.slice(index + 1).find(({ state }) => state === "ahead")?.id;
}

/** Begins an item, and the run of its protocol with it. */
function beginItem(
  id: string | undefined,
  scene: MeetingScene,
  present: readonly string[],
): readonly AnyMeetingCommand[] {
  const item = scene.view.items.find((candidate) => candidate.id === id);
  if (!item) return [];
  const begin: AnyMeetingCommand = { type: "begin-item", commandId: newId(), item: item.id };
  const run = `run-${item.id}`;
  const definition = item.protocol === undefined ? undefined : findProtocol(item.protocol);
  if (!definition || scene.view.runs.some((known) => known.run === run)) return [begin];
  const fitted = fit(definition, item.minutes, present.length);
  if (fitted.answer === "does-not-fit") return [begin];
  const steps = fitted.answer === "fits" ? fitted.steps : fitted.sittings[0].steps;
  const minutes = Object.fromEntries(steps.map((step) => [step.step, step.minutes]));
  const people = scene.view.members
    .filter((member) => present.includes(member.id))
    .map((member) => ({ id: member.id, roles: member.roles.length > 0 ? member.roles : ["participant"] }));
  // Of two sittings this meeting holds the first; the definition says where it may stop.
  const held = {
    ...definition,
    steps: definition.steps.filter(({ id }) => fitted.answer === "fits" || id in minutes),
  };
  const plan = planRun(held, minutes, people, { people: people.length, times: fitted.times });
  return [begin, { type: "start-run", commandId: newId(), run, plan, people }];
}
