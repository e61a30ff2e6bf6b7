import { mayReadVariants } from "#app/domain/partnerships/partnership.policy.ts";
import { findVariant } from "#app/domain/partnerships/workbench/queries.server.ts";
import { weigh } from "#app/domain/partnerships/workbench/weigh.ts";
import { memberLoader, notFound } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";
import { findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { minimumToday, workbenchParties } from "#app/web/partnerships/workbench/workbench-view.server.ts";

/** What each party gets or bears in each scenario of a saved variant. */
export const loader = memberLoader(async ({ request, actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  if (!draft || !mayReadVariants(actor, draft.partnership.members)) throw notFound();
  const of = { agreementId: draft.agreement.id, members: draft.partnership.members };
  const found = await findVariant(actor, of, params["variant"]);
  if (!found) throw notFound();
  const weighed = weigh(found.variant, await minimumToday());
  if (!weighed.ok) throw notFound();
  const { shown } = workbenchParties(draft, lang);
  return csvOf(
    request,
    `${draft.partnership.code}-${draft.agreement.productCode}-scenarios.csv`,
    [
      t("pictures:scenario.scenario"),
      t("pictures:scenario.probability"),
      t("exports:column.name"),
      t("exports:column.house"),
      t("pictures:scenario.payoff"),
    ],
    weighed.value.scenarios.flatMap(({ name, payoff }, place) =>
      shown.map((party) => [
        ...[name, found.variant.scenarios[place]?.probabilityPpm ?? null, party.name, party.house],
        payoff.find((line) => line.party === party.id)?.amountVnd ?? 0n,
      ]),
    ),
    { isPrivate: true },
  );
});
