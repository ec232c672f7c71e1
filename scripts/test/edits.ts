import type { JsonSchemaObject } from "@collegium/schema";

/** One change of a published schema, as an author might make it. */
export interface Edit {
  readonly name: string;
  /** `properties/steps/items`, from the top of the schema. */
  readonly at: string;
  readonly schema: JsonSchemaObject;
}

type Node = { readonly [keyword: string]: unknown };
type Change = readonly [name: string, changed: Node];

/** Every edit of every place of a schema that breaks a program or a document in use. */
export function breakingEdits(schema: JsonSchemaObject): Edit[] {
  return everyPlace(schema, breaking);
}

/** Every edit of every place that breaks nobody. */
export function harmlessEdits(schema: JsonSchemaObject): Edit[] {
  return everyPlace(schema, harmless);
}

function everyPlace(schema: JsonSchemaObject, changes: (node: Node) => Change[]): Edit[] {
  return places(schema, []).flatMap((path) =>
    changes(at(schema, path)).map(([name, changed]) => ({
      name,
      at: path.join("/"),
      schema: put(schema, path, changed) as JsonSchemaObject,
    })),
  );
}

function breaking(node: Node): Change[] {
  const types =
    typeof node["type"] === "string" && node["const"] === undefined ? TYPES[node["type"]] : undefined;
  return [
    ...(types ?? []).map((type): Change => [`type ${type}`, { ...without(node, LIMITS), type }]),
    ...(node["const"] === undefined && node["x-foreign"] === undefined ? valueEdits(node) : []),
    ...objectEdits(node),
    ...branchEdits(node),
  ];
}

const TYPES: Record<string, readonly string[]> = {
  string: ["number", "object", "boolean"],
  integer: ["number", "string"],
  number: ["integer", "string"],
  boolean: ["string", "integer"],
  array: ["object", "string"],
  object: ["array", "string"],
};
const LIMITS = [
  "enum",
  "pattern",
  "format",
  "properties",
  "required",
  "items",
  "minItems",
  "additionalProperties",
];

function valueEdits(node: Node): Change[] {
  const found: Change[] = [];
  const add = (name: string, change: Node) => found.push([name, { ...node, ...change }]);
  const drop = (...keys: string[]) => {
    for (const key of keys) if (key in node) found.push([`drop ${key}`, without(node, [key])]);
  };
  const type = node["type"];
  const words = node["enum"] as string[] | undefined;
  if (words) {
    add("add a word", { enum: [...words, "brand-new"] });
    add("replace a word", { enum: [...words.slice(1), "brand-new"] });
    if (words.length > 1) add("remove a word", { enum: words.slice(1) });
    drop("enum");
  }
  if (type === "string" && !words && node["not"] === undefined) {
    const { minLength = 0, maxLength } = node as { minLength?: number; maxLength?: number };
    if (node["format"] === undefined && node["pattern"] === undefined) {
      add("raise minLength", { minLength: minLength + 1 });
      add("cap the length", { maxLength: maxLength === undefined ? 5000 : maxLength - 1 });
      drop("maxLength");
      if (minLength > 0) drop("minLength");
      if (maxLength !== undefined) add("raise maxLength", { maxLength: maxLength + 1 });
      add("add a format", { format: "email" });
      add("list the words", { enum: ["one", "two"] });
    }
    add("another pattern", { pattern: "^[a-z]{3}$" });
    drop("pattern", "format");
  }
  if (type === "number" || type === "integer") {
    const step = 1;
    for (const key of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]) {
      const limit = node[key] as number | undefined;
      if (limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER) continue;
      drop(key);
      add(`raise ${key}`, { [key]: limit + step });
      add(`lower ${key}`, { [key]: limit - step });
    }
    add("multiples of seven", { multipleOf: 7 });
  }
  if (type === "array" && !Array.isArray(node["prefixItems"])) {
    const { minItems = 0, maxItems } = node as { minItems?: number; maxItems?: number };
    add("one entry more", { minItems: minItems + 1 });
    if (minItems > 0) drop("minItems");
    add("fewer entries", { maxItems: maxItems === undefined ? 99 : maxItems - 1 });
    drop("maxItems", "items");
    if (maxItems !== 1) add("no entry twice", { uniqueItems: true });
  }
  if (type === "string" && node["not"] === undefined)
    add("exclude a word", exclude(words?.[0] ?? excludable(node)));
  if (type !== undefined) found.push(["allow null", { anyOf: [node, { type: "null" }] }]);
  return found;
}

/** A text that the node takes. */
function excludable(node: Node): string {
  if (node["format"] === "date") return "2026-02-28";
  const pattern = String(node["pattern"] ?? "");
  const samples = [
    "x".repeat(Number(node["minLength"] ?? 1)),
    "ext:word",
    "org.example/name",
    "08:05",
    "name",
  ];
  return samples.find((text) => new RegExp(pattern, "u").test(text)) ?? "x";
}

const exclude = (word: string) => ({ not: { const: word } });

function objectEdits(node: Node): Change[] {
  const properties = node["properties"] as Record<string, unknown> | undefined;
  if (!properties) return [];
  const required = (node["required"] ?? []) as string[];
  const names = Object.keys(properties);
  const with_ = (change: Node) => ({ ...node, ...change });
  return [
    ...required.map(
      (name): Change => [
        `${name} may be absent`,
        with_({ required: required.filter((one) => one !== name) }),
      ],
    ),
    ...names
      .filter((name) => !required.includes(name))
      .map((name): Change => [`${name} required`, with_({ required: [...required, name] })]),
    ...required.map((name): Change => {
      const { [name]: held, ...rest } = properties;
      const renamed = required.map((one) => (one === name ? `${name}2` : one));
      return [`${name} renamed`, with_({ properties: { ...rest, [`${name}2`]: held }, required: renamed })];
    }),
    ...names.map(
      (name): Change => [`${name} must be absent`, with_({ properties: { ...properties, [name]: false } })],
    ),
    [
      "a new required field",
      with_({ properties: { ...properties, brandNew: {} }, required: [...required, "brandNew"] }),
    ],
    ...(node["additionalProperties"] === false
      ? ([["opened", without(node, ["additionalProperties"])]] as Change[])
      : ([["closed", with_({ additionalProperties: false })]] as Change[])),
    ["names of fields in digits", with_({ propertyNames: { pattern: "^[0-9]+$" } })],
    ["few fields", with_({ maxProperties: Math.max(0, required.length - 1) })],
    ["many fields", with_({ minProperties: names.length + 1 })],
    ...(names.length > required.length && names.length > 1
      ? ([
          [
            "a field that needs another",
            with_({ dependentRequired: { [names[0]!]: [names.find((name) => !required.includes(name))!] } }),
          ],
        ] as Change[])
      : []),
  ];
}

function branchEdits(node: Node): Change[] {
  const found: Change[] = [];
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = node[keyword] as Node[] | undefined;
    if (!branches) continue;
    branches.forEach((branch, index) => {
      const rest = branches.filter((_, other) => other !== index);
      if (rest.length > 0) found.push([`drop branch ${index}`, { ...node, [keyword]: rest }]);
      if (branch["x-foreign"] === true)
        found.push(["close the union", { ...node, [keyword]: rest.length > 0 ? rest : [false] }]);
    });
    found.push(["another branch", { ...node, [keyword]: [...branches, { type: "array" }] }]);
  }
  const first = (node["prefixItems"] as unknown[] | undefined) ?? [];
  if (first.length > 0) {
    found.push(["a place less", { ...node, prefixItems: first.slice(1) }]);
    found.push(["another place", { ...node, prefixItems: [{ type: "null" }, ...first.slice(1)] }]);
  }
  return found;
}

function harmless(node: Node): Change[] {
  const found: Change[] = [
    ["another description", { ...node, description: "In other words.", title: "Other" }],
    ["keywords in another order", Object.fromEntries(Object.entries(node).reverse())],
    ["wrapped", { allOf: [node] }],
  ];
  const words = node["enum"] as unknown[] | undefined;
  if (words) found.push(["words in another order", { ...node, enum: [...words].reverse() }]);
  const properties = node["properties"] as Record<string, unknown> | undefined;
  const rest = node["additionalProperties"];
  // Beside fields of one kind a named field is one of them.
  const free = rest === undefined || (typeof rest === "object" && Object.keys(rest as object).length === 0);
  if (properties && free) {
    const added = { ...properties, brandNew: { type: "string", minLength: 3 } };
    found.push(["a new optional field", { ...node, properties: added }]);
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = node[keyword] as Node[] | undefined;
    if (branches) found.push(["branches in another order", { ...node, [keyword]: [...branches].reverse() }]);
  }
  return found;
}

type Path = readonly (string | number)[];

/** Every place that holds a schema; not below `not`, nor the envelope's fields, whose edits are made by the kernel. */
function places(node: unknown, path: Path): Path[] {
  if (typeof node !== "object" || node === null) return [];
  const one = node as Node;
  const inMap = (key: string) =>
    Object.entries((one[key] ?? {}) as object).flatMap(([name, inner]) =>
      places(inner, [...path, key, name]),
    );
  const inList = (key: string) =>
    ((one[key] ?? []) as unknown[]).flatMap((inner, index) => places(inner, [...path, key, index]));
  const single = (key: string) =>
    typeof one[key] === "object" && Object.keys(one[key] as object).length > 0
      ? places(one[key], [...path, key])
      : [];
  return [
    path,
    ...["properties", "$defs"].flatMap(inMap),
    ...["anyOf", "oneOf", "allOf", "prefixItems"].flatMap(inList),
    ...["items", "additionalProperties", "propertyNames"].flatMap(single),
  ];
}

function at(node: unknown, path: Path): Node {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown>)[step],
    node,
  ) as Node;
}

function put(node: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(node)) return node.map((old, index) => (index === step ? put(old, rest, value) : old));
  const old = node as Record<string, unknown>;
  return { ...old, [step]: put(old[step], rest, value) };
}

function without(node: Node, keys: readonly string[]): Node {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !keys.includes(key)));
}
