import { pickText } from "#app/platform/languages/texts.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";
import { riskPage } from "#app/web/partnerships/risks/risk-page.server.ts";

/** The risk shares of a contract beside those of the register, in ppm, with the expected loss of each party. */
export const loader = publicLoader(async ({ request, actor, params, url, lang, t }) => {
  const page = await riskPage(actor, { code: params["code"], product: url.searchParams.get("product"), lang });
  const { compared } = page;
  if (compared.why !== null) throw notFound();
  return csvOf(
    request,
    `${page.code}-${page.productCode}-risks.csv`,
    [
      t("exports:column.product"),
      ...(["party", "name", "house"] as const).map((column) => t(`exports:column.${column}`)),
      `${t("risks:compare.contract")} (ppm)`,
      `${t("risks:compare.register")} (ppm)`,
      `${t("risks:compare.difference")} (ppm)`,
      `${t("risks:compare.expected")} (VND)`,
    ],
    compared.rows.map(({ party, contractPpm, registerPpm, expectedLossVnd }) => {
      const member = page.members.find(({ id }) => id === party.id);
      return [
        ...[page.productCode, member?.identifier ?? null, pickText(party.names, lang)?.text ?? "", party.house],
        ...[contractPpm, registerPpm, registerPpm - contractPpm, BigInt(expectedLossVnd)],
      ];
    }),
    { isPrivate: actor !== null },
  );
});
