import { useLoaderData } from "@remix-run/react";
import { listCampaigns } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { mayMonitor, mayReadRefusedTries } from "#app/domain/monitoring/monitoring.policy.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { CampaignHit } from "#app/ui/monitoring/campaigns/campaign-parts.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ t, actor }) => ({
  title: t("monitoring:title"),
  description: t("monitoring:lede"),
  campaigns: await listCampaigns(actor),
  mayPlan: mayMonitor(actor),
  mayReadTries: mayReadRefusedTries(actor),
}));

export default function Monitoring() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("monitoring:title") }]}>
      <Head title={t("monitoring:title")} lede={t("monitoring:lede")}>
        <p className="row">
          {page.mayPlan ? (
            <a className="btn" href={`/${lang}/monitoring/campaigns/new`}>
              {t("monitoring:plan")}
            </a>
          ) : null}
          {page.mayPlan ? (
            <a className="btn alt" href={`/${lang}/monitoring/workbench`}>
              {t("monitoring:workbench.title")}
            </a>
          ) : null}
          <a className="btn alt" href={`/${lang}/monitoring/recommendations`}>
            {t("monitoring:recommendations")}
          </a>
          <a className="btn alt" href={`/${lang}/monitoring/findings`}>
            {t("monitoring:findings")}
          </a>
          <a className="btn alt" href={`/${lang}/monitoring/indicators`}>
            {t("monitoring:indicators.title")}
          </a>
          <a className="btn alt" href={`/${lang}/monitoring/bodies`}>
            {t("monitoring:spaces.title")}
          </a>
          {page.mayPlan ? (
            <a className="btn alt" href={`/${lang}/monitoring/templates`}>
              {t("monitoring:templates.shared")}
            </a>
          ) : null}
          {page.mayReadTries ? (
            <a className="btn alt" href={`/${lang}/monitoring/refused-tries`}>
              {t("monitoring:refusedTries")}
            </a>
          ) : null}
        </p>
      </Head>
      <Section id="campaigns" title={t("monitoring:listed")}>
        {page.campaigns.length === 0 ? (
          <EmptyState
            title={t("monitoring:none")}
            action={{ href: `/${lang}/obligations`, label: t("monitoring:action") }}
          >
            {t("monitoring:noneText")}
          </EmptyState>
        ) : (
          <HitList>
            {page.campaigns.map((item) => (
              <CampaignHit key={item.code} item={item} />
            ))}
          </HitList>
        )}
      </Section>
      <p className="s soft">
        {t("monitoring:exports")} <a href={`/${lang}/monitoring/findings.csv`}>{t("monitoring:findings")} (CSV)</a>
        {" · "}
        <a href={`/${lang}/monitoring/recommendations.csv`}>{t("monitoring:recommendations")} (CSV)</a>
        {" · "}
        <a href={`/${lang}/monitoring/datapackage.json`}>{t("monitoring:columns")}</a>
        {" · "}
        <a href="/api/v1/openapi.json">API</a>
      </p>
    </Page>
  );
}
