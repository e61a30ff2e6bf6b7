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
        <Ways />
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

/** To the lists of all campaigns, and for a monitor to their own work. */
function Ways() {
  const { mayPlan, mayReadTries } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const here = `/${lang}/monitoring`;
  const ways = [
    ...(mayPlan ? [{ href: "/workbench", label: t("monitoring:workbench.title") }] : []),
    { href: "/recommendations", label: t("monitoring:recommendations") },
    { href: "/findings", label: t("monitoring:findings") },
    { href: "/indicators", label: t("monitoring:indicators.title") },
    { href: "/opinion", label: t("opinion:title") },
    { href: "/bodies", label: t("monitoring:spaces.title") },
    ...(mayPlan ? [{ href: "/templates", label: t("monitoring:templates.shared") }] : []),
    ...(mayReadTries ? [{ href: "/refused-tries", label: t("monitoring:refusedTries") }] : []),
  ];
  return (
    <p className="row">
      {mayPlan ? (
        <a className="btn" href={`${here}/campaigns/new`}>
          {t("monitoring:plan")}
        </a>
      ) : null}
      {ways.map(({ href, label }) => (
        <a key={href} className="btn alt" href={here + href}>
          {label}
        </a>
      ))}
    </p>
  );
}
