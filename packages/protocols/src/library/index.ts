import type { ProtocolDefinition } from "../definition.js";
import { atlasData } from "./atlas-data.js";
import { atlasWork } from "./atlas-work.js";
import { cac } from "./cac.js";
import { cacShort } from "./cac-short.js";
import { calibration } from "./calibration.js";
import { chalkTalk } from "./chalk-talk.js";
import { charrette } from "./charrette.js";
import { compassPoints } from "./compass-points.js";
import { consultancy } from "./consultancy.js";
import { consultancy20 } from "./consultancy-20.js";
import { dataTeam } from "./data-team.js";
import { ddd3 } from "./ddd-3.js";
import { ddd4 } from "./ddd-4.js";
import { descriptiveReview } from "./descriptive-review.js";
import { examineWorkPanel } from "./examine-work-panel.js";
import { fearsHopes } from "./fears-hopes.js";
import { finalWord } from "./final-word.js";
import { fourAs } from "./four-as.js";
import { gapAnalysis } from "./gap-analysis.js";
import { highExpectations } from "./high-expectations.js";
import { issaquah } from "./issaquah.js";
import { lastWordForMe } from "./last-word-for-me.js";
import { microlab } from "./microlab.js";
import { nominalGroup } from "./nominal-group.js";
import { noticeWonder } from "./notice-wonder.js";
import { noticeWonderWork } from "./notice-wonder-work.js";
import { peelingOnion } from "./peeling-onion.js";
import { sliceOfWriting } from "./slice-of-writing.js";
import { successAnalysis } from "./success-analysis.js";
import { tuning } from "./tuning.js";
import { tuning40 } from "./tuning-40.js";
import { verticalSlice } from "./vertical-slice.js";
import { whatSoWhatNowWhat } from "./what-so-what-now-what.js";

/** Every protocol that comes with Collegium, drafts included; texts under CC BY 4.0. */
export const library: readonly ProtocolDefinition[] = [
  atlasData,
  atlasWork,
  cac,
  cacShort,
  calibration,
  chalkTalk,
  charrette,
  compassPoints,
  consultancy,
  consultancy20,
  dataTeam,
  ddd3,
  ddd4,
  descriptiveReview,
  examineWorkPanel,
  fearsHopes,
  finalWord,
  fourAs,
  gapAnalysis,
  highExpectations,
  issaquah,
  lastWordForMe,
  microlab,
  nominalGroup,
  noticeWonder,
  noticeWonderWork,
  peelingOnion,
  sliceOfWriting,
  successAnalysis,
  tuning,
  tuning40,
  verticalSlice,
  whatSoWhatNowWhat,
];

/** A library protocol by its id, with or without namespace and version: `final-word`, `org.collegium/final-word@1`. */
export function findProtocol(id: string): ProtocolDefinition | undefined {
  return library.find((p) => p.id === id || p.id.slice(p.id.indexOf("/") + 1, p.id.lastIndexOf("@")) === id);
}
