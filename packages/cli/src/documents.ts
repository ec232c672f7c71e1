import { Charter, DriverDiagram, GoalSet, ResultsGoal } from "@collegium/goals";
import { cycleTranscript, cycleVocabulary } from "@collegium/meeting-cycle";
import { protocolDefinition } from "@collegium/protocols";
import { MeetingSeries, SchoolCalendar, Timetable } from "@collegium/scheduling";
import type { AnyDefinition } from "@collegium/schema";

/** A kind of document with the package whose `schemas` folder keeps its published versions. */
export interface OwnedDocument {
  readonly owner: string;
  readonly definition: AnyDefinition;
}

/** Every kind of document that Collegium defines. */
export const documents: readonly OwnedDocument[] = [
  { owner: "goals", definition: Charter },
  { owner: "goals", definition: DriverDiagram },
  { owner: "goals", definition: GoalSet },
  { owner: "goals", definition: ResultsGoal },
  { owner: "meeting-cycle", definition: cycleTranscript },
  { owner: "meeting-cycle", definition: cycleVocabulary },
  { owner: "protocols", definition: protocolDefinition },
  { owner: "scheduling", definition: MeetingSeries },
  { owner: "scheduling", definition: SchoolCalendar },
  { owner: "scheduling", definition: Timetable },
];
