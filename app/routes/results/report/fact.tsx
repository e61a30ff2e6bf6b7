import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { heldFiles, listRights } from "#app/domain/results/reports/queries.server.ts";
import { addressOf } from "#app/domain/results/reports/report.schema.ts";
import { reportProgress } from "#app/domain/results/reports/report-progress.server.ts";
import { ACCEPTED_ENDINGS } from "#app/platform/files/file-kind.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { optionsOf } from "#app/ui/results/form/options.ts";
import { ReportFields, reportLabels } from "#app/ui/results/market/report-fields.tsx";
import { ReportFilesField } from "#app/ui/results/market/report-files-field.tsx";
import { withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { readReportFiles } from "#app/web/results/report-files.server.ts";
import { firstForm, kindOfAddress, parseReport, reportableResult } from "#app/web/results/reports.server.ts";

export const loader = memberLoader(async ({ params, url, lang, t, actor }) => {
  const kind = kindOfAddress(params["kind"]);
  const result = await reportableResult(actor, params["code"]);
  const { code } = result;
  const rights = kind === "RIGHT_EVENT" ? await listRights(code) : [];
  const { form, from } = await firstForm(actor, { result, kind, interest: url.searchParams.get("interest") }, lang);
  const held = await heldFiles(actor, code);
  const catalogue = kind === "READINESS" ? await loadCatalogue() : null;
  const levels = catalogue ? optionsOf(catalogue, result.catalogueVersion, lang).levels : [];
  return { title: t(`reports:kind.${kind}`), code, kind, form, from, rights, levels, held, endings: ACCEPTED_ENDINGS };
});

export const action = memberAction(async ({ readForm, params, lang, actor }) => {
  const kind = kindOfAddress(params["kind"]);
  const { code } = await reportableResult(actor, params["code"]);
  const { form, attached, back, status } = await readReportFiles({ readForm, actor, lang }, code);
  const parsed = parseReport(form, kind, lang);
  if (!parsed.ok || status !== null) return sendBack(await back(parsed.form), status ?? 422);
  const sent = await reportProgress(actor, code, { ...parsed.value, attached });
  if (sent.ok) return redirect(`/${lang}/results/${code}#report-${sent.value.number}`, 303);
  if (sent.code === "NOT_FOUND") throw notFound();
  return sendBack(await back(withRefusal(parsed.form, sent, lang)), sent.field ? 422 : 409);
});

export default function ReportFact() {
  const loaded = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? loaded.form;
  const { title, code, kind, from, rights, levels } = loaded;
  const base = `/${lang}/results/${code}`;
  return (
    <Page
      crumbs={[
        { label: <span className="nw">{code}</span>, href: base },
        { label: t("reports:link"), href: `${base}/report` },
        { label: title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={reportLabels(kind, t)} />
        <h1>{title}</h1>
        <p className="lede">{t(`reports:about.${kind}`)}</p>
        {from ? (
          <Notice>
            <p>{t("reports:form.fromInterest", { name: from })}</p>
          </Notice>
        ) : null}
        {kind === "RIGHT_EVENT" && rights.length === 0 ? (
          <Notice>
            <p>
              {t("reports:form.noRights")}{" "}
              <a href={`${base}/report/${addressOf("RIGHT")}`}>{t("reports:kind.RIGHT")}</a>
            </p>
          </Notice>
        ) : null}
        <Form multipart>
          <ReportFields kind={kind} form={form} rights={rights} levels={levels} />
          <ReportFilesField held={loaded.held} endings={loaded.endings} form={form} />
          <p>{t("reports:rest")}</p>
          <Actions>
            <Submit>{t("reports:send")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
