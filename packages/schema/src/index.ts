export { defineDocument } from "./define-document.js";
export type {
  AnyDefinition,
  DocumentDefinition,
  DocumentOf,
  DocumentOptions,
  DocumentRule,
  EarlierVersion,
  Envelope,
  FullDocument,
  Opened,
} from "./document.js";
export type { Concurrency, NewEvent, Rejection, StoredEvent } from "./event.js";
export {
  defineExtension,
  type EarlierExtension,
  type Extension,
  type ExtensionHistory,
} from "./extension.js";
export type { Audience, Grant } from "./grant.js";
export { DEFINITION_ID, EXTENSION_WORD, NAMESPACED_KEY, parseDefinitionId } from "./identifier.js";
export type { Json, JsonLimits } from "./json.js";
export { toJsonSchema } from "./json-schema.js";
export { fail, type Issue, IssueError, ok, type Result, sentence, unwrap } from "./result.js";
export { fromZod } from "./zod-issue.js";
