// Which function of the package answers which family of reference cases. A family gets (evidence, input, csv, expect).
import * as agreement from "./families-agreement.mjs";
import * as disclosure from "./families-disclosure.mjs";
import * as distributions from "./families-distributions.mjs";
import * as groups from "./families-groups.mjs";
import * as growth from "./families-growth.mjs";
import * as items from "./families-items.mjs";
import * as series from "./families-series.mjs";

/** Survey errors, decision rules of interventions and mixed models belong to later packages. */
export const later = /^(survey\.|cbm\.|growth\.egsingle\.lmm)/;

const CI = { CI_lower: 1e-6, CI_upper: 1e-6 };

export const families = [
  [/^fleiss\./, agreement.fleiss],
  [/^kripp\./, agreement.krippendorff],
  [/^gwet\./, agreement.gwet],
  [/^kappa\./, agreement.kappa],
  [/^rubric\./, agreement.rubric],
  [/^icc\.shrout/, agreement.intraclass],
  [/^icc\.mathach|^icc12\./, agreement.groupAgreement, { remlTau: 1e-4, remlSigma2: 1e-4, remlIcc: 1e-4 }],
  [/^rwg\./, agreement.withinGroup],
  [/^singlecase\./, series.singleCase, CI],
  [/^xmr\./, series.xmr],
  [/^pchart\./, series.proportionChart],
  [/^item\./, items.itemStatistics],
  [/^alpha\.ability/, items.pairwiseAlpha],
  [/^alpha\./, items.alpha],
  [/^likert\./, items.likert, { omegaTotalCfaML: 1e-4 }],
  [/^distractor\./, items.distractors],
  [/^dif\./, items.differentialFunctioning],
  [/^(gap\.|star\.smallclass)/, groups.meanDifference, { gCiNoncentral: 1e-4 }],
  [/^hedges\./, groups.hedges, { gCiNoncentral: 1e-4 }],
  [/^ci\.proportion/, groups.proportions],
  [/^proficiency\./, groups.proficiency],
  [/^riskratio\./, groups.risk],
  [/^star\.gap/, groups.gapClosing],
  [/^theilsen\./, growth.theilSen],
  [/^growth\.egsingle\.ols\.sample/, growth.lines],
  [/^growth\.egsingle\.ols\.summary/, growth.lineSummary],
  [/^reg\./, growth.regression],
  [/^valueadded\./, growth.valueAdded],
  [/^sgp\./, growth.growthPercentiles, { sgp: { absolute: 1 }, medianSgpBySchool: { absolute: 1 } }],
  [/^gain\./, growth.gain],
  [/^quantiles\./, distributions.quantiles],
  [/^nist\.norris/, distributions.norris],
  [/^nist\.longley/, distributions.longley],
  [/^nist\./, distributions.accuracy],
  [/^dist\.qt/, distributions.tQuantiles],
  [/^dist\.qnorm/, distributions.normalQuantiles],
  [/^dist\.pt\./, distributions.tUpper],
  [/^dist\.pnorm/, distributions.normalTails],
  [/^dist\.pf\./, distributions.fUpper],
  [/^dist\.pchisq\./, distributions.chiSquareUpper],
  // Bounds of counts are whole; the reference's come from a linear programme with its own tolerance.
  [/^suppression\./, disclosure.attack, { attackBounds: { absolute: 1e-6 } }],
];
