import { pickText } from "#app/platform/languages/texts.ts";
import { memberLoader, notFound } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { openAmendmentOf } from "#app/web/partnerships/agreements/amendment-view.server.ts";
import { scenarioView } from "#app/web/partnerships/agreements/scenario-view.server.ts";

/** What the proposed amendment changes for each party in each shared scenario. */
export const loader = memberLoader(async ({ request, actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  const open = draft && openAmendmentOf(draft.agreement);
  if (!open) throw notFound();
  const { everybody } = await agreementView(draft, lang);
  const shown = await scenarioView(draft.agreement.id, open, everybody);
  if (!shown) throw notFound();
  return csvOf(
    request,
    `${draft.partnership.code}-${draft.agreement.productCode}-amendment-${open.number}.csv`,
    [
      t("pictures:scenario.scenario"),
      t("pictures:scenario.probability"),
      t("exports:column.name"),
      t("exports:column.house"),
      t("pictures:scenario.beforeVnd"),
      t("pictures:scenario.afterVnd"),
    ],
    shown.scenarios.flatMap(({ name, probabilityPpm }, place) =>
      shown.rows.map(({ party, scenarios }) => {
        const change = scenarios[place];
        return [
          ...[name, probabilityPpm, pickText(party.names, lang)?.text ?? "", party.house],
          ...[BigInt(change?.beforeVnd ?? 0), BigInt(change?.afterVnd ?? 0)],
        ];
      }),
    ),
    { isPrivate: true },
  );
});
