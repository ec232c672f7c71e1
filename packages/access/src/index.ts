export { allows, grant, type Occasion } from "./grant.js";
export {
  type Action,
  defaultPolicy,
  type Policy,
  type PolicyRow,
  type Purpose,
  type Relation,
  type SubjectKind,
} from "./policy.js";
export { type Membership, relationsOf, type Subject, type Viewer } from "./relation.js";
export { accessTexts, type Field, type WhoSees, whoSees } from "./who-sees.js";
