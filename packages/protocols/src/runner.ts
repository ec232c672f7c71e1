export { announceStep, messagesOf, saySpeaks } from "./announce.js";
export {
  type CommandBase,
  type CommandCase,
  type CommandCases,
  type CommandFields,
  type CommandOf,
  createDecider,
  type Decided,
  type Decider,
  type FieldForm,
  phaseRules,
  REMEMBERED_COMMANDS,
  type Rule,
  remembered,
  repeatedRule,
  staleRule,
  type Versions,
  viewVersion,
  type Who,
} from "./decide.js";
export type { Ballot, Capture, ProtocolStep, Requirement, Speaks, Text } from "./definition-shape.js";
export { distribute, type Part } from "./distribute.js";
export { type FactMachine, type FactTable, factMachine, type Phased } from "./fact-machine.js";
export { type Fit, type FittedStep, fit, type Sitting, smallestSlot } from "./fit.js";
export { type Handled, handle, type RunStream, seal } from "./handle.js";
export { nudge } from "./nudge.js";
export {
  expand,
  type GroupSize,
  type Instance,
  type PlannedBallot,
  type PlannedStep,
  planFit,
  planRun,
  type RunPerson,
  type RunPlan,
  timesThrough,
  withVariant,
} from "./plan.js";
export type { BallotView } from "./run/ballot-view.js";
export { MINIMUM_SECRET } from "./run/ballots.js";
export { clockOf, type Timed, timeLeft } from "./run/clock.js";
export type {
  AddNote,
  AddRound,
  CastBallot,
  ChangeNote,
  EndRun,
  EndTurn,
  ExtendStep,
  GiveFloor,
  GoToStep,
  HandOver,
  JoinRun,
  LeaveRun,
  MarkReady,
  MoveOn,
  PauseRun,
  ResumeRun,
  RevealNotes,
  RunCommand,
  StartRun,
  WithdrawNote,
} from "./run/commands.js";
export { canRun, decideRun, runCommandTypes } from "./run/decide.js";
export {
  type LeaveReason,
  type NewRunEvent,
  type NoteText,
  RUN_EVENT_VERSION,
  type RunEvent,
  type RunEventType,
  type RunFacts,
  runEventTypes,
} from "./run/events.js";
export { applyRun, evolveRun, replayRun, runMachine } from "./run/machine.js";
export { mix } from "./run/reveal.js";
export { CONTROLS } from "./run/rules.js";
export { arePeople, isPlan } from "./run/shapes.js";
export {
  currentStep,
  isPresent,
  type Note,
  newRun,
  type Participant,
  type RunPhase,
  type RunState,
} from "./run/state.js";
export { endingOf } from "./run/step-cases.js";
export { rolesIn, turnOrder, type Voice, voices, whoseTurn } from "./run/turns.js";
export { type NoteView, type RunView, type RunViewer, type StepView, viewRun } from "./run/view.js";
export { type SheetStep, sheetHtml, sheetOf } from "./sheet.js";
export { inLocale, type Message, protocolTexts, say, type Texts } from "./texts.js";
export { type EvidenceTag, evidenceTags } from "./words.js";
