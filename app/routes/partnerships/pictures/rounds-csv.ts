import { pickText } from "#app/platform/languages/texts.ts";
import { memberLoader, notFound } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { roundsView } from "#app/web/partnerships/agreements/distribution-view.server.ts";

/** A loss, round by round within the caps. */
export const loader = memberLoader(async ({ request, actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  const run = draft?.agreement.runs.find(({ number }) => String(number) === params["run"]);
  if (!draft || !run) throw notFound();
  const { everybody } = await agreementView(draft, lang);
  const rounds = roundsView(JSON.parse(run.inputs), draft.partnership.members, everybody);
  if (!rounds) throw notFound();
  const money = (vnd: string | null) => (vnd === null ? null : BigInt(vnd));
  return csvOf(
    request,
    `${draft.partnership.code}-${draft.agreement.productCode}-loss-${run.number}.csv`,
    [
      t("pictures:loss.column.round"),
      t("exports:column.name"),
      t("exports:column.house"),
      ...(["offered", "room", "taken"] as const).map((column) => `${t(`pictures:loss.column.${column}`)} (VND)`),
    ],
    rounds.flatMap(({ number, rows }) =>
      rows.map(({ party, offeredVnd, roomVnd, takenVnd }) => [
        ...[number, pickText(party.names, lang)?.text ?? "", party.house],
        ...[money(offeredVnd), money(roomVnd), money(takenVnd)],
      ]),
    ),
    { isPrivate: true },
  );
});
