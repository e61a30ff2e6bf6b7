import { useLoaderData } from "@remix-run/react";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { addressOf } from "#app/domain/results/reports/report.schema.ts";
import { REPORT_KINDS } from "#app/domain/results/reports/report.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { progressView } from "#app/ui/results/market/progress-view.ts";
import { ReportsSection } from "#app/ui/results/market/reports-section.tsx";
import { memberLoader } from "#app/web/guard.server.ts";
import { reportableResult } from "#app/web/results/reports.server.ts";

export const loader = memberLoader(async ({ params, t, actor }) => {
  const result = await reportableResult(actor, params["code"]);
  const days = await parameterOn("result.report-check.working-days", dayInVietnam(new Date()));
  return {
    title: t("reports:title", { code: result.code }),
    code: result.code,
    days: Number(days),
    reports: progressView(result.progress, true).reports,
  };
});

export default function ReportOnResult() {
  const { title, code, days, reports } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/results/${code}`;
  return (
    <Page
      crumbs={[
        { label: t("results:title"), href: `/${lang}/results` },
        { label: <span className="nw">{code}</span>, href: base },
        { label: t("reports:link") },
      ]}
    >
      <div className="read formpage">
        <h1>{title}</h1>
        <p className="lede">{t("reports:lede", { days })}</p>
        <p>{t("reports:rest")}</p>
        <h2>{t("reports:what")}</h2>
        <ul className="flow">
          {REPORT_KINDS.map((kind) => (
            <li key={kind}>
              <a href={`${base}/report/${addressOf(kind)}`}>{t(`reports:kind.${kind}`)}</a>
              <br />
              <span className="s soft">{t(`reports:about.${kind}`)}</span>
            </li>
          ))}
          <li>
            <a href={`${base}/discontinue`}>{t("reports:stop")}</a>
            <br />
            <span className="s soft">{t("reports:stopAbout")}</span>
          </li>
        </ul>
      </div>
      <ReportsSection reports={reports} />
    </Page>
  );
}
