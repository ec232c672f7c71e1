export {
  type ActionCommand,
  type ActionCommandBase,
  type ActionEvent,
  type ActionEventType,
  type ActionFacts,
  type ActionPhase,
  type ActionState,
  type ActionWording,
  type ActionWords,
  type NewActionEvent,
  newAction,
} from "./action/action.js";
export { type ActionCounts, countActions } from "./action/counts.js";
export { canAction, decideAction } from "./action/decide.js";
export { actionMachine, evolveAction, replayAction } from "./action/machine.js";
export { type ActionView, viewAction } from "./action/view.js";
export {
  type AgendaSources,
  type BuiltAgenda,
  buildAgenda,
  type DueAction,
  type MeasurePoint,
  type PinnedItem,
  type RecheckNeed,
} from "./agenda.js";
export { type AgendaContext, type AgendaFinding, agendaChecks, checkAgenda } from "./agenda-checks.js";
export type { AgendaItem, AgendaItemKind } from "./agenda-item.js";
export {
  type CollectionWindow,
  type DueTime,
  dueTimes,
  isWindow,
  type WindowState,
  windowState,
} from "./async/window.js";
export {
  type CycleCommand,
  type CycleEntry,
  type CycleEvent,
  type CycleEventType,
  type CycleFacts,
  type CyclePhase,
  type CyclePoint,
  type CycleState,
  type CycleWords,
  type EntrySlot,
  type Facet,
  type NewCycleEvent,
  type NextTurn,
  newCycle,
  type TestOutcome,
} from "./cycle/cycle.js";
export { canCycle, decideCycle } from "./cycle/decide.js";
export { cycleMachine, evolveCycle, replayCycle } from "./cycle/machine.js";
export { type StuckPolicy, type StuckSign, stuckPolicy, stuckSigns } from "./cycle/stuck.js";
export { type CycleView, viewCycle } from "./cycle/view.js";
export { concernsOf } from "./decisions/concerns.js";
export { schulzeWinners } from "./decisions/schulze.js";
export { countsOf, outcomeOf, voteFault } from "./decisions/tally.js";
export { type FollowUp, followUps } from "./follow-ups.js";
export type { AnyMeetingCommand, MeetingCommand, ScheduleMeeting } from "./meeting/commands.js";
export { canMeeting, decideMeeting, meetingCommandTypes } from "./meeting/decide.js";
export {
  type ActionReview,
  MEETING_EVENT_VERSION,
  type MeetingEvent,
  type MeetingEventType,
  type MeetingFacts,
  type MeetingWords,
  type Member,
  type NeedPlan,
  type NewMeetingEvent,
  type OwnMeetingEvent,
  type PollOutcomeFact,
  type VoteChoice,
} from "./meeting/events.js";
export { evolveMeeting, meetingMachine, replayMeeting } from "./meeting/machine.js";
export {
  type DecisionMethod,
  decisionMethods,
  MINIMUM_ANONYMOUS,
  type Poll,
  type PollSpec,
  type Vote,
} from "./meeting/polls.js";
export {
  type AgreedAction,
  type ItemState,
  isQuorate,
  type MeetingPhase,
  type MeetingState,
  newMeeting,
} from "./meeting/state.js";
export {
  type MeetingView,
  type MeetingViewer,
  type PollView,
  viewMeeting,
} from "./meeting/view.js";
export {
  type Minutes,
  type MinutesOptions,
  type MinutesSection,
  minutesHtml,
  minutesMarkdown,
  minutesOf,
  type Names,
  plainSummarizer,
  type Summarizer,
} from "./minutes/minutes.js";
export { recapMinutes, recapOf, type StudentRecap } from "./minutes/recap.js";
export {
  type ItemReportLike,
  type Need,
  type NeedsDraft,
  needsForStudents,
  unnamed,
  whoNeedsWhat,
} from "./needs.js";
export { type NormPack, normPacks } from "./norms.js";
export { nextRoles, type RoleHistory } from "./rota.js";
export { agreementOf, type ScorerAgreement } from "./samples/agreement.js";
export { type CleanedSample, cleanSample, SAMPLE_BYTES } from "./samples/clean-sample.js";
export { withoutMetadata } from "./samples/metadata.js";
export { packetHtml } from "./samples/packet.js";
export {
  type AttachmentStore,
  memoryAttachments,
  nextLabel,
  type Sample,
  type SampleScore,
} from "./samples/sample.js";
export {
  type EventUpgrades,
  eventUpgrades,
  machineVersions,
  restore,
  type Snapshot,
  snapshotOf,
  upgradeEvent,
} from "./snapshot.js";
export { type StreamKind, streamOf } from "./streams.js";
export { meetingTexts } from "./texts.js";
export { entrySlots, facets } from "./vocabulary/facets.js";
export { findVocabulary, vocabularies } from "./vocabulary/packs/index.js";
export {
  type RenderedCycle,
  type RenderedStep,
  renderCycle,
  tellCycle,
  transcriptOf,
} from "./vocabulary/render.js";
export { vocabularyRules } from "./vocabulary/rules.js";
export { type VocabularyFields, vocabularyShape } from "./vocabulary/shape.js";
export {
  type CycleTranscript,
  type CycleVocabulary,
  cycleTranscript,
  cycleVocabulary,
} from "./vocabulary/vocabulary.js";
