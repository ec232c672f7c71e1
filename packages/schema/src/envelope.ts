import * as z from "zod";
import { NAMESPACED_KEY } from "./identifier.js";

/** How many extensions one document may carry. */
export const EXTENSION_LIMIT = 64;

const key = z.string().regex(NAMESPACED_KEY);

/** The fields of every document of this kind and version, ahead of its own. Values of extensions may be any JSON. */
export function envelopeShape<const Kind extends string>(kind: Kind, version: number) {
  return {
    kind: z.literal(kind).meta({ description: "Which kind of document this is." }),
    schemaVersion: z
      .literal(version)
      .meta({ type: "integer", description: "Version of the kind that it was written in." }),
    id: z.string().min(1).max(255).meta({
      description: "Our own stable id, or a random one; never a name or an outside number.",
      "x-privacy": "indirect",
    }),
    extensions: z
      .record(key, z.unknown())
      .meta({
        description: "Fields of other parties, each under a key that its owner's domain starts.",
        maxProperties: EXTENSION_LIMIT,
        "x-privacy": "direct", // ours to assume, theirs to know
      })
      .exactOptional(),
    requires: z
      .array(key.meta({ "x-privacy": "none" }))
      .meta({
        description: "Extensions that a program must understand before it may change the document.",
      })
      .exactOptional(),
  };
}
