import { useLoaderData } from "@remix-run/react";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { CompletionSection } from "#app/ui/partnerships/performance/completion-section.tsx";
import { FailureSection } from "#app/ui/partnerships/performance/failure-section.tsx";
import { MetricSection } from "#app/ui/partnerships/performance/metric-section.tsx";
import { MilestoneSection } from "#app/ui/partnerships/performance/milestone-section.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { ACTS, choicesOf, performancePage } from "#app/web/partnerships/performance/performance-page.server.ts";

export const loader = publicLoader(async ({ actor, params, lang, t }) => {
  const { code } = params;
  const page = await performancePage(actor, code, lang);
  const { hands: _hands, parties: _parties, title, ...shown } = page;
  return {
    ...shown,
    title: `${t("performance:title")} (${page.code})`,
    partnershipTitle: title,
    acts: ACTS.filter((act) => choicesOf(page, act) !== null),
  };
});

export default function PartnershipMilestones() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: page.base },
        { label: t("performance:title") },
      ]}
    >
      <Head eyebrow={<Text of={page.partnershipTitle} />} title={t("performance:title")} lede={t("performance:intro")}>
        {page.acts.length > 0 ? (
          <p className="row actions">
            {page.acts.map((act, place) => (
              <a key={act} className={place === 0 ? "btn" : "btn alt"} href={`${page.here}/${act}`}>
                {t(`performance:act.${act}`)}
              </a>
            ))}
          </p>
        ) : null}
      </Head>
      <MilestoneSection milestones={page.milestones} progressPpm={page.progressPpm} today={page.today} />
      <MetricSection metrics={page.metrics} />
      <FailureSection failures={page.failures} />
      <CompletionSection completions={page.completions} />
    </Page>
  );
}
