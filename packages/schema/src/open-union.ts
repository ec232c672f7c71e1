import * as z from "zod";

/**
 * A kind that this program does not know, kept as it came. Its type says that other parties put their domain before
 * their word (`org.example/vote`), so that a test of the tag narrows to one known kind; a word without one, which a
 * newer core may have, is kept as well.
 */
export type UnknownBranch<Tag extends string> = { [key in Tag]: `${string}/${string}` } & {
  [key: string]: unknown;
};

/**
 * A list of kinds that others may add to. A value of a known kind is checked as that kind, with its errors at their
 * place; a value of an unknown kind is kept whole, so that a newer program's step, rule or form survives.
 * @example
 * ```ts
 * import * as z from "zod";
 * const step = openUnion("type", [z.object({ type: z.literal("talk"), minutes: z.int() })]);
 * step.safeParse({ type: "talk", minutes: "5" }).success; // => false
 * step.safeParse({ type: "org.example/vote", options: [1, 2] }).success; // => true
 * ```
 */
export function openUnion<
  Tag extends string,
  const Branches extends readonly [z.ZodObject, ...z.ZodObject[]],
>(
  tag: Tag,
  branches: Branches,
): z.ZodType<
  z.output<Branches[number]> | UnknownBranch<Tag>,
  z.input<Branches[number]> | UnknownBranch<Tag>
> {
  const words = branches.flatMap((branch) => tagWords(branch, tag));
  const known = new Set(words);
  if (known.size < words.length) throw new Error(`Two branches have the same ${tag}.`);
  const foreign = z
    .string()
    .refine((word) => !known.has(word), { abort: true })
    .meta({ not: { enum: words }, "x-privacy": "none" });
  const union = z.discriminatedUnion(tag, branches as never);
  return z.union([union, z.looseObject({ [tag]: foreign }).meta({ "x-foreign": true })]) as never;
}

function tagWords(branch: z.ZodObject, tag: string): string[] {
  const values = (branch.shape[tag] as z.ZodType | undefined)?._zod.values;
  if (!values) throw new Error(`A branch has no fixed word as its ${tag}.`);
  return [...values].map(String);
}
