import { useLoaderData } from "@remix-run/react";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { FundingLine } from "#app/ui/partnerships/funding/funding-line.tsx";
import { roleLoader } from "#app/web/guard.server.ts";
import { fundingPage } from "#app/web/partnerships/funding-page.server.ts";

export const loader = roleLoader(["FUND"], async ({ actor, params, url, lang, t }) => {
  const { title, members: _members, chosen: _chosen, ...page } = await fundingPage(actor, { params, url, lang });
  return { title: t("money:fund.title"), partnershipTitle: title, ...page };
});

export default function PartnershipFunding() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: page.partnershipHref },
        { label: t("money:fund.title") },
      ]}
    >
      <Head eyebrow={<Text of={page.partnershipTitle} />} title={t("money:fund.title")} lede={t("money:fund.lede")} />
      {page.agreements.length === 0 ? <EmptyState title={t("money:fund.noneSigned")} /> : null}
      {page.agreements.map(({ productCode, product, lines, ownLines }) => {
        const steps = ownLines.length > 0 ? (["allocate", "plan", "meet", "pay"] as const) : (["allocate"] as const);
        return (
          <Section key={productCode} id={`funding-${productCode}`} title={product}>
            <p className="row actions">
              {steps.map((step, place) => (
                <a
                  key={step}
                  className={place === 0 ? "btn" : "btn alt"}
                  href={`${page.here}/${step}?product=${productCode}`}
                >
                  {t(`money:fund.${step}`)}
                </a>
              ))}
            </p>
            {lines.length === 0 ? <EmptyState title={t("money:funding.none")} /> : null}
            {lines.map((line) => (
              <FundingLine key={line.number} line={line} />
            ))}
          </Section>
        );
      })}
    </Page>
  );
}
