import { type DocumentOf, defineDocument } from "@collegium/schema";
import { definitionRules } from "./definition-rules.js";
import { definitionShape } from "./definition-shape.js";
import { exampleDefinition } from "./example-definition.js";
import { protocolDefinitionPrivacy } from "./protocol-definition-privacy.js";

/**
 * A meeting protocol as data: ordered steps, who speaks in each, for how long, and what is written down.
 * A valid definition can be fitted to a period and run without any code.
 *
 * Issue codes: those of the fields and of {@link definitionRules}.
 */
export const protocolDefinition = defineDocument({
  kind: "protocol-definition",
  title: "Protocol definition",
  description: "A way of talking together in ordered steps, each with a time range and a rule who speaks.",
  stability: "published",
  retention: "permanent",
  privacy: protocolDefinitionPrivacy,
  version: 1,
  shape: definitionShape,
  rules: definitionRules,
  examples: [exampleDefinition],
});

/** A validated protocol. */
export type ProtocolDefinition = DocumentOf<typeof protocolDefinition>;
