import * as z from "zod";
import { clone as cloneSchema } from "zod/v4/core"; // `z.core` would pull in the whole of zod

/** What an object does with fields it does not name: a reader keeps them, a writer refuses them. */
export type UnknownFields = "keep" | "refuse";

/**
 * The same schema whose plain objects keep, or refuse, unknown fields at every depth. `z.object` alone would strip
 * them and lose a newer program's data. Objects that state their own wish (`looseObject`, `strictObject`, `catchall`)
 * are left as they are.
 */
export function withUnknownFields<S extends z.ZodType>(schema: S, wish: UnknownFields): S {
  const catchall = wish === "keep" ? z.unknown() : z.never();
  const done = new Map<z.ZodType, z.ZodType | undefined>();
  const map = (part: z.ZodType): z.ZodType => {
    if (done.has(part)) return done.get(part) ?? z.lazy(() => done.get(part)!); // a schema that contains itself
    done.set(part, undefined);
    const mapped = rebuild(part, map, catchall);
    done.set(part, mapped);
    return mapped;
  };
  return map(schema) as S;
}

type Def = Record<string, unknown> & { type: string };
type Map_ = (part: z.ZodType) => z.ZodType;

/** Where each kind of schema holds its parts. */
const PARTS: Record<string, readonly string[]> = {
  array: ["element"],
  record: ["keyType", "valueType"],
  union: ["options"],
  intersection: ["left", "right"],
  tuple: ["items", "rest"],
  optional: ["innerType"],
  nullable: ["innerType"],
  nonoptional: ["innerType"],
  default: ["innerType"],
  prefault: ["innerType"],
  readonly: ["innerType"],
};

function rebuild(part: z.ZodType, map: Map_, catchall: z.ZodType): z.ZodType {
  const def = part._zod.def as unknown as Def;
  if (def.type === "object") return rebuildObject(part, def, map, catchall);
  if (def.type === "lazy") {
    const getter = def["getter"] as () => z.ZodType;
    return z.lazy(() => map(getter()));
  }
  const names = PARTS[def.type];
  if (!names) return part;
  const changed: Record<string, unknown> = {};
  for (const name of names) {
    const old = def[name];
    const fresh = Array.isArray(old) ? mapAll(old, map) : old ? map(old as z.ZodType) : old;
    if (fresh !== old) changed[name] = fresh;
  }
  return Object.keys(changed).length === 0 ? part : clone(part, { ...def, ...changed });
}

function mapAll(parts: z.ZodType[], map: Map_): z.ZodType[] {
  const fresh = parts.map(map);
  return fresh.every((part, index) => part === parts[index]) ? parts : fresh;
}

function rebuildObject(part: z.ZodType, def: Def, map: Map_, catchall: z.ZodType): z.ZodType {
  const entries = Object.entries(def["shape"] as Record<string, z.ZodType>);
  const shape = Object.fromEntries(entries.map(([key, field]) => [key, map(field)]));
  return clone(part, { ...def, shape, catchall: def["catchall"] ?? catchall });
}

function clone(part: z.ZodType, def: Def): z.ZodType {
  return cloneSchema(part, def as never);
}
