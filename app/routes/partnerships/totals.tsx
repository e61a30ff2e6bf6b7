import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nationalTotals } from "#app/domain/partnerships/exports/queries.server.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { HouseTotals } from "#app/ui/partnerships/totals/house-totals.tsx";
import { type TotalBy, TotalsSection } from "#app/ui/partnerships/totals/totals-section.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { totalLabels } from "#app/web/partnerships/totals-view.ts";

const SECTIONS = ["product", "province", "year"] as const satisfies readonly TotalBy[];

export const loader = publicLoader(async ({ lang, t }) => {
  const today = dayInVietnam(new Date());
  const [catalogue, totals] = await Promise.all([loadCatalogue(), nationalTotals(today)]);
  const labelOf = totalLabels(catalogue, lang);
  const rows = totals.map((row) => ({
    ...row,
    label: labelOf(row),
    href: row.facet === "year" ? null : `/${lang}/partnerships?${new URLSearchParams({ [row.facet]: row.key })}`,
  }));
  return {
    title: t("exports:totals.title"),
    description: t("exports:totals.lede"),
    today,
    all: rows.find(({ facet }) => facet === "all") ?? null,
    rows: rows.filter(({ facet }) => facet !== "all"),
  };
});

export default function PartnershipTotals() {
  const { today, all, rows } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const base = `/${lang}/partnerships`;
  return (
    <Page crumbs={[{ label: t("partnerships:title"), href: base }, { label: t("exports:totals.link") }]}>
      <Head title={t("exports:totals.title")} lede={t("exports:totals.lede")} />
      {all ? (
        <Section id="house" title={t("exports:totals.byHouse")}>
          <figure className="fig first">
            <figcaption>
              <b>
                {t("exports:totals.headline", {
                  amount: format.moneyShort(BigInt(all.totalVnd)),
                  agreements: all.agreements,
                  partnerships: all.partnerships,
                })}
              </b>
              <span>{t("exports:totals.how", { date: format.date(today) })}</span>
            </figcaption>
            <HouseTotals row={all} />
            <p className="src">
              {all.unvalued > 0 ? `${t("exports:totals.unvalued", { count: all.unvalued })} ` : null}
              {t("exports:totals.rule")} <a href={`${base}/totals.csv`}>{t("exports:totalsCsv")}</a>
            </p>
          </figure>
        </Section>
      ) : (
        <EmptyState title={t("exports:totals.none")}>{t("exports:totals.noneText")}</EmptyState>
      )}
      {SECTIONS.map((by) => {
        const own = rows.filter(({ facet }) => facet === by);
        return own.length > 0 ? <TotalsSection key={by} by={by} rows={own} /> : null;
      })}
    </Page>
  );
}
