import { useLoaderData } from "@remix-run/react";
import { listLegalParameters } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { ParameterTable } from "#app/ui/catalogue/parameter-table.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ t }) => {
  const today = dayInVietnam(new Date());
  const parameters = (await listLegalParameters()).map((it) => ({
    ...it,
    value: it.value.toString(),
    isOver: it.validTo !== null && it.validTo <= today,
  }));
  const now = parameters.filter((it) => !it.isOver);
  return {
    title: t("catalogue:parameters.title"),
    description: t("catalogue:parameters.lede"),
    limits: now.filter((it) => it.unit.endsWith("_DAYS")),
    rates: now.filter((it) => !it.unit.endsWith("_DAYS")),
    over: parameters.filter((it) => it.isOver),
  };
});

export default function ParametersPage() {
  const { limits, rates, over } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const title = t("catalogue:parameters.title");
  return (
    <Page crumbs={[{ label: t("catalogue:title"), href: `/${lang}/catalogue` }, { label: title }]}>
      <Head title={title} lede={t("catalogue:parameters.lede")} />
      <Notice>
        <p>{t("catalogue:parameters.proposal")}</p>
      </Notice>
      <Section id="limits" title={t("catalogue:parameters.limits")}>
        <ParameterTable caption={t("catalogue:parameters.limits")} rows={limits} />
      </Section>
      <Section id="rates" title={t("catalogue:parameters.rates")}>
        <ParameterTable caption={t("catalogue:parameters.rates")} rows={rates} />
      </Section>
      {over.length > 0 ? (
        <Section id="over" title={t("catalogue:parameters.over")}>
          <ParameterTable caption={t("catalogue:parameters.over")} rows={over} />
        </Section>
      ) : null}
    </Page>
  );
}
