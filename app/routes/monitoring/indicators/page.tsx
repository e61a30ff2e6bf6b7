import { useLoaderData } from "@remix-run/react";
import { ranked } from "#app/domain/monitoring/indicators/indicators.ts";
import { readIndicators } from "#app/domain/monitoring/indicators/queries.server.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { CompletionStats, RecommendationStats } from "#app/ui/monitoring/indicators/rate.tsx";
import { AgeTable, BodyTables } from "#app/ui/monitoring/indicators/tables.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const DEFINED = [
  ...(["selfHigh", "verifiedHigh", "gap", "implemented", "closed", "answered", "overdue", "medianDays"] as const),
  "ages",
] as const;

export const loader = publicLoader(async ({ t }) => ({
  title: t("monitoring:indicators.title"),
  description: t("monitoring:indicators.noneText"),
  ...(await readIndicators(new Date())),
}));

export default function IndicatorsPage() {
  const { title, asOf, all, bodies } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const home = `/${lang}/monitoring`;
  const isEmpty = all.verifiedHigh.of + all.implemented.of === 0;
  return (
    <Page crumbs={[{ label: t("monitoring:title"), href: home }, { label: t("monitoring:indicators.link") }]}>
      <Head title={title} lede={t("monitoring:indicators.lede", { date: format.date(asOf) })}>
        {isEmpty ? null : (
          <p className="row">
            <a className="btn alt sm" href={`${home}/indicators.csv`} type="text/csv">
              {t("monitoring:indicators.csv")}
            </a>
            <a className="btn alt sm" href="/api/v1/monitoring/indicators">
              JSON
            </a>
          </p>
        )}
      </Head>
      {isEmpty ? (
        <EmptyState title={t("monitoring:indicators.none")} action={{ href: home, label: t("monitoring:listed") }}>
          {t("monitoring:indicators.noneText")}
        </EmptyState>
      ) : (
        <>
          <Section id="completion" title={t("monitoring:indicators.completion")}>
            <CompletionStats all={all} />
          </Section>
          <Section id="recommendations" title={t("monitoring:indicators.recommendations")}>
            <RecommendationStats all={all} />
          </Section>
          <Section id="ages" title={t("monitoring:indicators.ages")}>
            <AgeTable all={all} />
          </Section>
          <Section id="bodies" title={t("monitoring:indicators.byBody")}>
            <div className="flow">
              <p className="read">{t("monitoring:indicators.order")}</p>
              <BodyTables kind="completion" ranked={ranked(bodies, ({ verifiedHigh }) => verifiedHigh, lang)} />
              <BodyTables kind="recommendations" ranked={ranked(bodies, ({ implemented }) => implemented, lang)} />
            </div>
          </Section>
        </>
      )}
      <Section id="definitions" title={t("monitoring:indicators.definitions")}>
        <Facts
          facts={DEFINED.map((name) => ({
            term: t(`monitoring:indicators.${name}`),
            value: t(`monitoring:indicators.def.${name}`),
          }))}
        />
      </Section>
    </Page>
  );
}
