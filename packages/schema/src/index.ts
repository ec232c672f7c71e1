export { canonicalJson } from "./canonical-json.js";
export { checkSchemas, type SchemaCheck, type SchemaReport, type SchemaVerdict } from "./check-schemas.js";
export {
  type Compatibility,
  type CompatibilityLevel,
  checkCompatibility,
} from "./compatibility/check-compatibility.js";
export type { Finding, FindingCode } from "./compatibility/finding.js";
export { type ConformanceCase, conformanceCases } from "./conformance-cases.js";
export { defineDocument } from "./define-document.js";
export { type DefinitionRegistry, definitionRegistry } from "./definition-registry.js";
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
  PrivacyMark,
  PrivacyTable,
} from "./document.js";
export { type DocumentRegistry, documentRegistry } from "./document-registry.js";
export type { Concurrency, NewEvent, Rejection, StoredEvent } from "./event.js";
export {
  defineExtension,
  type EarlierExtension,
  type Extension,
  type ExtensionHistory,
} from "./extension.js";
export type { StringField } from "./fields-in-schema.js";
export type { Audience, Grant } from "./grant.js";
export { DEFINITION_ID, EXTENSION_WORD, NAMESPACED_KEY, parseDefinitionId } from "./identifier.js";
export type { Json, JsonLimits } from "./json.js";
export { jsonIssue } from "./json.js";
export { type JsonSchema, type JsonSchemaObject, OWN_KEYWORDS, toJsonSchema } from "./json-schema.js";
export { openUnion, type UnknownBranch } from "./open-union.js";
export { parseJson } from "./parse-json.js";
export { fail, type Issue, IssueError, ok, type Result, sentence, unwrap } from "./result.js";
export { type ScaffoldFile, scaffoldDocument } from "./scaffold-document.js";
export { exportSchemas, type SchemaFile, schemaFile } from "./schema-files.js";
export { stringFields } from "./string-fields.js";
export { type ValidDocument, validateDocument } from "./validate-document.js";
export { vocabulary, type Word } from "./vocabulary.js";
export { fromZod } from "./zod-issue.js";
