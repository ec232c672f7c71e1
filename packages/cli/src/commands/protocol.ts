import {
  checkProtocol,
  findProtocol,
  fit,
  fitReport,
  inLocale,
  library,
  type ProtocolDefinition,
  planFit,
  saySpeaks,
  sheetHtml,
  simulateRun,
  smallestSlot,
} from "@collegium/protocols";
import { sentence } from "@collegium/schema";
import { type Call, type Command, Misused, Refused, text, wholeNumber } from "../command.js";
import { accepted, readJson } from "../files.js";

const language = {
  lang: { type: "string", value: "en|es", says: "language of the texts; default en" },
} as const;
const json = { json: { type: "boolean", says: "the answer as JSON" } } as const;
const group = {
  group: { type: "string", value: "N", says: "everyone in the room, presenter and facilitator included" },
} as const;

/** `collegium protocol list`: the protocols there are. */
export const protocolList: Command = {
  name: "protocol list",
  says: "the protocols of the library; drafts are marked and never suggested",
  flags: { ...language, ...json },
  async run(call, terminal) {
    const locale = text(call, "lang") ?? "en";
    const rows = library.map(({ id, status, title, purpose, group, uses }) => ({
      id,
      status,
      title: inLocale(title, locale),
      purpose: inLocale(purpose, locale),
      group,
      uses,
    }));
    const line = (row: (typeof rows)[number]) =>
      `${row.id}${row.status === "draft" ? " (draft)" : ""}\n    ${row.title}: ${row.purpose}`;
    terminal.out(call.flags["json"] ? JSON.stringify(rows, undefined, 2) : rows.map(line).join("\n"));
    return 0;
  },
};

/** `collegium protocol show ID|FILE`: one protocol, step by step, or as a page to print. */
export const protocolShow: Command = {
  name: "protocol show",
  says: "one protocol, step by step; with --html the sheet to print, fitted to --minutes and --group",
  takes: "ID|FILE",
  flags: {
    html: { type: "boolean", says: "a page to print, with space to write" },
    minutes: { type: "string", value: "N", says: "minutes of the sheet; the fewest possible where absent" },
    group: { type: "string", value: "N", says: "people of the sheet; the smallest group where absent" },
    ...language,
    ...json,
  },
  async run(call, terminal) {
    const locale = text(call, "lang") ?? "en";
    const protocol = await protocolOf(call);
    if (call.flags["html"]) terminal.out(page(call, protocol, locale));
    else terminal.out(call.flags["json"] ? JSON.stringify(protocol, undefined, 2) : sheet(protocol, locale));
    return 0;
  },
};

/** `collegium protocol check FILE`: every fault of a definition, with path and sentence. */
export const protocolCheck: Command = {
  name: "protocol check",
  says: "check a protocol written as JSON: every fault with its place, a sentence and what to write",
  takes: "FILE",
  flags: { ...json },
  async run(call, terminal) {
    const file = call.positionals[0];
    if (file === undefined) throw new Misused("Name the protocol's file.");
    const checked = checkProtocol(await readJson(file));
    const found = checked.ok ? checked.warnings : checked.issues;
    if (call.flags["json"]) {
      terminal.out(
        JSON.stringify({ ok: checked.ok, [checked.ok ? "warnings" : "issues"]: found }, undefined, 2),
      );
    } else if (checked.ok) {
      terminal.out(`${checked.value.id}: sound, ${checked.value.steps.length} steps.`);
      // Texts without Spanish are told once, since a school may want none.
      const texts = found.filter((issue) => issue.code === "missing-translation").length;
      if (texts > 0) terminal.out(`Texts without Spanish: ${texts}.`);
      for (const issue of found)
        if (issue.code !== "missing-translation") terminal.out(`Warning: ${sentence(issue)}`);
    } else for (const issue of found) terminal.err(sentence(issue));
    return checked.ok ? 0 : 1;
  },
};

/** `collegium protocol fit ID|FILE`: whether it can be held in these minutes with this group. */
export const protocolFit: Command = {
  name: "protocol fit",
  says: "whether a protocol can be held in the minutes left, with everyone in the room",
  takes: "ID|FILE",
  flags: {
    minutes: { type: "string", value: "N", says: "whole minutes left after the agenda's fixed items" },
    ...group,
    ...language,
    ...json,
  },
  async run(call, terminal) {
    const protocol = await protocolOf(call);
    const minutes = needed(call, "minutes");
    const report = fitReport(protocol, minutes, needed(call, "group"), {
      locale: text(call, "lang") ?? "en",
      among: library,
    });
    const { fits, total, cut, because } = report;
    const steps = report.steps.map(({ label, minutes, repeats }) => ({ label, minutes, repeats }));
    const line = ({ label, minutes, repeats }: (typeof steps)[number]) =>
      `  ${minutes} min${repeats > 1 ? ` × ${repeats}` : ""}  ${label}`;
    const others = (report.alternatives ?? []).map(({ id, total }) => `  ${id} (${total} min)`);
    terminal.out(
      call.flags["json"]
        ? JSON.stringify({ fits, total, steps, cut, because }, undefined, 2)
        : [
            because,
            ...(report.sittings === 0 ? [`In ${total} minutes it would be:`] : []),
            ...steps.map(line),
            ...(cut.length > 0 ? [`Left out: ${cut.join(", ")}.`] : []),
            ...(others.length > 0 ? ["These would fit:", ...others] : []),
          ].join("\n"),
    );
    return 0;
  },
};

/** `collegium protocol run ID|FILE`: a simulated run, one event a line, ending with the invariants checked. */
export const protocolRun: Command = {
  name: "protocol run",
  says: "run a protocol with simulated people: one event a line, then the invariants checked",
  takes: "ID|FILE",
  flags: {
    ...group,
    minutes: { type: "string", value: "N", says: "minutes; the fewest possible where absent" },
    seed: { type: "string", value: "N", says: "which run; default 1" },
    ...json,
  },
  async run(call, terminal) {
    const protocol = await protocolOf(call);
    const minutes = text(call, "minutes") === undefined ? undefined : needed(call, "minutes");
    const run = simulateRun(protocol, {
      group: needed(call, "group"),
      seed: wholeNumber(call, "seed", 1),
      ...(minutes === undefined ? {} : { minutes }),
    });
    if (!run) {
      const size = needed(call, "group");
      const because = fitReport(protocol, minutes ?? smallestSlot(protocol, { people: size }), size).because;
      const hint = "Ask collegium protocol fit what would.";
      throw new Refused([{ code: "does-not-fit", path: [], message: because, hint }]);
    }
    const line = (event: (typeof run.events)[number]) =>
      call.flags["json"]
        ? JSON.stringify(event)
        : `${event.at}  ${event.type}  ${JSON.stringify(event.data)}`;
    for (const event of run.events) terminal.out(line(event));
    terminal.out(
      call.flags["json"]
        ? JSON.stringify({ invariants: run.invariants })
        : run.invariants
            .map(({ name, held, checked }) => `${held ? "held" : "BROKEN"}  ${name} (${checked} times)`)
            .join("\n"),
    );
    return run.invariants.every(({ held }) => held) ? 0 : 1;
  },
};

/** The sheet of a protocol, fitted to minutes and group; refused where it does not fit. */
function page(call: Call, protocol: ProtocolDefinition, locale: string): string {
  const size = wholeNumber(call, "group", protocol.group.min, 1);
  const minutes = wholeNumber(call, "minutes", smallestSlot(protocol, { people: size }), 1);
  const people = Array.from({ length: size }, (_, i) => ({ id: `${i + 1}`, roles: ["participant"] }));
  const plan = planFit(protocol, fit(protocol, minutes, size), people);
  if (plan) return sheetHtml(protocol, plan, { locale });
  throw new Refused([
    {
      code: "does-not-fit",
      path: [],
      message: fitReport(protocol, minutes, size, { locale }).because,
      hint: "Ask collegium protocol fit what would.",
    },
  ]);
}

function needed(call: Call, name: string): number {
  if (text(call, name) === undefined) throw new Misused(`--${name} is missing.`);
  return wholeNumber(call, name, 1, 1);
}

/** A protocol of the library by its id, or a file of a stranger's, checked. */
async function protocolOf(call: Call): Promise<ProtocolDefinition> {
  const name = call.positionals[0];
  if (name === undefined) throw new Misused("Name a protocol of the library, or a file.");
  const known = findProtocol(name);
  if (known) return known;
  if (!/\.json$/i.test(name)) {
    const hint = "collegium protocol list shows what there is; a file's name ends in .json.";
    throw new Refused([
      { code: "unknown-protocol", path: [name], message: "The library has no such protocol.", hint },
    ]);
  }
  return accepted(checkProtocol(await readJson(name)));
}

function sheet(protocol: ProtocolDefinition, locale: string): string {
  const steps = protocol.steps.flatMap((step, index) => {
    const { min, max } = step.minutes;
    const minutes = min === max ? `${min}` : `${min} to ${max}`;
    return [
      `${index + 1}. ${inLocale(step.label, locale)} (${minutes} min${step.perPerson ? " each" : ""})`,
      `   ${inLocale(step.instruction, locale)}`,
      `   ${saySpeaks(step.speaks, locale)}`,
    ];
  });
  return [
    `${inLocale(protocol.title, locale)}  [${protocol.id}${protocol.status === "draft" ? ", draft" : ""}]`,
    inLocale(protocol.purpose, locale),
    `${protocol.group.min} to ${protocol.group.max} people. ${inLocale(protocol.origin, locale)}`,
    "",
    ...steps,
  ].join("\n");
}
