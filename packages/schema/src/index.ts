export {
  type DocumentDefinition,
  type DocumentOf,
  type DocumentOptions,
  type DocumentRule,
  defineDocument,
  type EarlierVersion,
  type Envelope,
  type Opened,
} from "./document.js";
export type { Concurrency, NewEvent, Rejection, StoredEvent } from "./event.js";
export { defineExtension, type Extension } from "./extension.js";
export type { Audience, Grant } from "./grant.js";
export { DEFINITION_ID, EXTENSION_WORD, NAMESPACED_KEY, parseDefinitionId } from "./identifier.js";
export type { Json } from "./json.js";
export { toJsonSchema } from "./json-schema.js";
export { fail, type Issue, IssueError, ok, type Result, sentence, unwrap } from "./result.js";
