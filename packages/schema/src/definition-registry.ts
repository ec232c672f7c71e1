import { canonicalJson } from "./canonical-json.js";
import { parseDefinitionId } from "./identifier.js";
import { fail, ok, type Result } from "./result.js";

/** Definitions that were published: protocols, cycles, instruments. Once in, a definition never changes. */
export interface DefinitionRegistry<Body> {
  /** Ids in the order they were published. */
  readonly ids: readonly string[];
  /** The body published under this very id. */
  readonly get: (id: string) => Body | undefined;
  /** The highest version of a name, counted as numbers: `@10` comes after `@2`. */
  readonly latest: (name: string) => { readonly id: string; readonly body: Body } | undefined;
  /** A registry that also holds this definition; the same body under the same id changes nothing. */
  readonly publish: (id: string, body: Body) => Result<DefinitionRegistry<Body>>;
}

/**
 * An empty registry of published definitions, named `<reverse-dns>/<name>@<int>`.
 * A meeting that used a definition finds the very same one years later: another body under a published id is refused.
 *
 * Issue codes of `publish`: `bad-definition-id`, `definition-changed`.
 * @example
 * ```ts
 * const one = unwrap(definitionRegistry<object>().publish("org.example/rounds@2", { steps: 3 }));
 * const two = unwrap(one.publish("org.example/rounds@10", { steps: 4 }));
 * two.latest("org.example/rounds")?.id; // => "org.example/rounds@10"
 * two.publish("org.example/rounds@2", { steps: 5 }).ok; // => false
 * ```
 */
export function definitionRegistry<Body>(): DefinitionRegistry<Body> {
  return holding(new Map());
}

type Entry<Body> = { readonly body: Body; readonly text: string };

function holding<Body>(entries: ReadonlyMap<string, Entry<Body>>): DefinitionRegistry<Body> {
  return {
    ids: [...entries.keys()],
    get: (id) => entries.get(id)?.body,
    latest(name) {
      let best: { id: string; body: Body; version: number } | undefined;
      for (const [id, { body }] of entries) {
        const parts = parseDefinitionId(id);
        if (parts?.name === name && parts.version > (best?.version ?? 0)) {
          best = { id, body, version: parts.version };
        }
      }
      return best && { id: best.id, body: best.body };
    },
    publish(id, body) {
      if (!parseDefinitionId(id)) {
        const message = "Expected an id of the form org.example/name@1.";
        return fail({ code: "bad-definition-id", path: [], message, hint: "Use your own domain, reversed." });
      }
      const text = canonicalJson(body);
      const old = entries.get(id);
      if (old && old.text !== text) {
        const message = `${id} was published with another content.`;
        const hint = "Publish the change under the next number.";
        return fail({ code: "definition-changed", path: [], message, hint, data: { id } });
      }
      const frozen: Body = freeze(JSON.parse(text));
      return ok(old ? holding(entries) : holding(new Map([...entries, [id, { body: frozen, text }]])));
    },
  };
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) freeze(inner);
    Object.freeze(value);
  }
  return value;
}
