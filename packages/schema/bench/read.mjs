// Reading one valid document: the kernel beside bare zod and other validators, all on the same document and schema.
// Peers that only say yes or no do less than zod and valibot, which also build the value.
import { defineDocument, parseJson, toJsonSchema } from "@collegium/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Compile } from "typebox/compile";
import * as Type from "typebox/type";
import * as v from "valibot";
import * as z from "zod";

const step = { text: z.string().min(1), minutes: z.int().min(1), who: z.enum(["all", "pairs", "presenter"]) };
const shape = {
  title: z.string().min(1).max(200),
  team: z.string().min(1),
  aim: z.string().exactOptional(),
  size: z.number().min(2),
  open: z.boolean(),
  words: z.array(z.string()),
  steps: z.array(z.object(step)),
};
const options = { title: "Plan", description: "For the bench.", stability: "draft", retention: "permanent" };
const fields = {
  title: "Tuning a lesson",
  team: "t7",
  size: 4,
  open: true,
  words: ["warm", "cool"],
  steps: Array.from({ length: 8 }, (_, i) => ({ text: `Step ${i}`, minutes: i + 1, who: "all" })),
};
const One = defineDocument({ ...options, kind: "plan", version: 1, shape, examples: [fields] });
const back = (name, title) => ({
  [name]: shape.title,
  ...Object.fromEntries(Object.entries(shape).filter(([k]) => k !== title)),
});
const Four = defineDocument({
  ...options,
  kind: "plan",
  version: 4,
  shape,
  earlier: [
    { version: 1, shape: back("t1", "title"), up: ({ t1, ...rest }) => ({ t2: t1, ...rest }) },
    { version: 2, shape: back("t2", "title"), up: ({ t2, ...rest }) => ({ t3: t2, ...rest }) },
    { version: 3, shape: back("t3", "title"), up: ({ t3, ...rest }) => ({ title: t3, ...rest }) },
  ],
  examples: [fields],
});
const rest = { id: "p1", extensions: { "org.example/room": { name: "12", floor: 1 } } };
const document = { kind: "plan", schemaVersion: 1, ...rest, ...fields };
const { title, ...others } = fields;
const at = (version) =>
  version === 4
    ? { kind: "plan", schemaVersion: 4, ...rest, ...fields }
    : { kind: "plan", schemaVersion: version, ...rest, [`t${version}`]: title, ...others };

// The bare schema an author would write by hand, with the same fields.
const bare = z.looseObject({
  kind: z.literal("plan"),
  schemaVersion: z.literal(1),
  id: z.string().min(1).max(255),
  extensions: z.record(z.string(), z.unknown()).exactOptional(),
  requires: z.array(z.string()).exactOptional(),
  ...shape,
  steps: z.array(z.looseObject(step)),
});
const ajv = new Ajv2020({ strict: false }).compile(toJsonSchema(One));
const typebox = Compile(
  Type.Object({
    kind: Type.Literal("plan"),
    schemaVersion: Type.Literal(1),
    id: Type.String({ minLength: 1, maxLength: 255 }),
    extensions: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    requires: Type.Optional(Type.Array(Type.String())),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    team: Type.String({ minLength: 1 }),
    aim: Type.Optional(Type.String()),
    size: Type.Number({ minimum: 2 }),
    open: Type.Boolean(),
    words: Type.Array(Type.String()),
    steps: Type.Array(
      Type.Object({
        text: Type.String({ minLength: 1 }),
        minutes: Type.Integer({ minimum: 1 }),
        who: Type.Union([Type.Literal("all"), Type.Literal("pairs"), Type.Literal("presenter")]),
      }),
    ),
  }),
);
const valibot = v.looseObject({
  kind: v.literal("plan"),
  schemaVersion: v.literal(1),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  extensions: v.exactOptional(v.record(v.string(), v.unknown())),
  requires: v.exactOptional(v.array(v.string())),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  team: v.pipe(v.string(), v.minLength(1)),
  aim: v.exactOptional(v.string()),
  size: v.pipe(v.number(), v.minValue(2)),
  open: v.boolean(),
  words: v.array(v.string()),
  steps: v.array(
    v.looseObject({
      text: v.pipe(v.string(), v.minLength(1)),
      minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
      who: v.picklist(["all", "pairs", "presenter"]),
    }),
  ),
});

const must = (fine) => {
  if (!fine) throw new Error("A valid document was refused.");
};
const text = JSON.stringify(document);
const old = [1, 2, 3, 4].map(at);
const runs = {
  "bare z.looseObject().parse": () => must(bare.parse(document)),
  "kernel, newest version": () => must(One.read(document).ok),
  "kernel, newest of four": () => must(Four.read(old[3]).ok),
  "kernel, one upgrade": () => must(Four.read(old[2]).ok),
  "kernel, two upgrades": () => must(Four.read(old[1]).ok),
  "kernel, three upgrades": () => must(Four.read(old[0]).ok),
  "valibot looseObject": () => must(v.safeParse(valibot, document).success),
  "ajv, yes or no": () => must(ajv(document)),
  "typebox compiled, yes or no": () => must(typebox.Check(document)),
  "JSON.parse of its text": () => must(JSON.parse(text)),
  "parseJson of its text": () => must(parseJson(text).ok),
};
// Short turns, each beside bare zod in the same round, so that a busy machine slows all of them alike.
const TURN = 2000;
const ROUNDS = 101;
const turn = (run) => {
  const began = process.hrtime.bigint();
  for (let i = 0; i < TURN; i++) run();
  return Number(process.hrtime.bigint() - began) / TURN;
};
for (const run of Object.values(runs)) for (let i = 0; i < 10; i++) turn(run);
const BARE = "bare z.looseObject().parse";
const names = Object.keys(runs);
const rounds = Array.from({ length: ROUNDS }, () =>
  Object.fromEntries(names.map((name) => [name, turn(runs[name])])),
);
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const ratio = (of) => median(rounds.map((round) => of(round) / round[BARE]));
for (const name of names) {
  const time = median(rounds.map((round) => round[name]));
  console.log(
    `${name.padEnd(30)} ${time.toFixed(0).padStart(6)} ns  ${ratio((round) => round[name]).toFixed(2)} × bare`,
  );
}
const newest = ratio((round) => round["kernel, newest version"]);
const perStep = ratio((round) => (round["kernel, three upgrades"] - round["kernel, newest of four"]) / 3);
console.log(
  `newest ${newest.toFixed(2)} × bare (at most 1.5); each upgrade step adds ${perStep.toFixed(2)} × bare (at most 1.4)`,
);
if (newest > 1.5 || perStep > 1.4) process.exitCode = 1;
