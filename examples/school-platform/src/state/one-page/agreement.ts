import { agreementPanel, agreementWords } from "@collegium/evidence";
import { agreementChart } from "@collegium/evidence/charts";
import { fail, ok, type Result } from "@collegium/schema";
import type { PageOrder } from "./order.js";
import { type Making, type OnePage, unread, withMore } from "./page.js";

type AgreementOrder = Extract<PageOrder, { ask: "agreement" }>;

/** Whether several scorers of the same work agree; for the team that scored and for nobody else. */
export function agreementPage(order: AgreementOrder, { rows, locale, say }: Making): Result<OnePage> {
  const { scorers, ordered } = order;
  const levels = [...new Set(scorers.flatMap(({ words }) => words.filter((word) => word !== null)))];
  const scored = rows.filter((row) => scorers.filter(({ words }) => words[row] !== null).length > 1);
  if (scored.length < 2) {
    return fail({ code: "too-few-pieces", path: ["scorer"], message: say("evidence.refused.pieces") });
  }
  const ratings = scored.map((row) =>
    scorers.map(({ scores, words }) => {
      if (ordered) return scores[row] ?? null;
      const word = words[row];
      return word == null ? null : levels.indexOf(word);
    }),
  );
  const panel = agreementPanel(ratings, ordered ? "ordinal" : "nominal", 1);
  const words = agreementWords(panel, locale);
  const names = Object.fromEntries(
    panel.indices.map(({ name }, i) => [name, words.tables[0]?.rows[i]?.[0] ?? name]),
  );
  const alone = rows.length - scored.length;
  return ok({
    order,
    report: withMore(words, {
      title: order.title,
      findings: [
        say("evidence.scorers", { list: scorers.map(({ name }, i) => `${i + 1} ${name}`).join(", ") }),
      ],
      warnings: [...(alone > 0 ? [say("evidence.scored.once", { n: alone })] : []), ...unread(scorers, say)],
    }),
    chart: agreementChart(panel, names, "page", locale),
  });
}
