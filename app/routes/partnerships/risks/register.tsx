import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ComparisonSection } from "#app/ui/partnerships/risks/comparison-section.tsx";
import { FileSection } from "#app/ui/partnerships/risks/file-section.tsx";
import { RegisterSection } from "#app/ui/partnerships/risks/register-section.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { FILE_ACTS, MAY } from "#app/web/partnerships/risks/risk-act.server.ts";
import { type RiskPage, riskPage } from "#app/web/partnerships/risks/risk-page.server.ts";

export const loader = publicLoader(async ({ actor, params, url, lang, t }) => {
  const asked = { code: params["code"], product: url.searchParams.get("product"), lang };
  const [page, catalogue] = await Promise.all([riskPage(actor, asked), loadCatalogue()]);
  const { title, productCode, productCodes, ...inside } = page;
  const { members: _members, parties: _parties, staying: _staying, losses: _losses, ...shown } = inside;
  const nameOf = (code: string) => catalogue.products.find((one) => one.code === code)?.names[lang] ?? code;
  return {
    ...shown,
    files: page.files.map((file) => ({ ...file, acts: actsOn(page, file) })),
    title: `${t("risks:title")} (${page.code})`,
    partnershipTitle: title,
    product: productCode && nameOf(productCode),
    others: productCodes.filter((code) => code !== productCode).map((code) => ({ code, name: nameOf(code) })),
    csvHref: `${page.base}/risks.csv${productCode ? `?product=${productCode}` : ""}`,
  };
});

function actsOn(page: RiskPage, file: RiskPage["files"][number]) {
  return FILE_ACTS.filter((act) => MAY[act](page, file)).map((act) => ({
    act,
    href: `${page.here}/${act}?of=${file.number}`,
  }));
}

export default function PartnershipRisks() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: page.base },
        { label: t("risks:title") },
      ]}
    >
      <Head eyebrow={<Text of={page.partnershipTitle} />} title={t("risks:title")} lede={t("risks:intro")}>
        {page.mayKeep ? (
          <p className="row actions">
            <a className="btn" href={`${page.here}/add`}>
              {t("risks:act.add")}
            </a>
          </p>
        ) : null}
      </Head>
      <RegisterSection risks={page.risks} mayKeep={page.mayKeep} here={page.here} />
      <ComparisonSection
        compared={page.compared}
        product={page.product}
        others={page.others}
        here={page.here}
        csvHref={page.csvHref}
      />
      <FileSection files={page.files} sealHref={page.mayKeep ? `${page.here}/seal` : null} />
    </Page>
  );
}
