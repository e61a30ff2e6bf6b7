import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findVisit } from "#app/domain/monitoring/field-work/queries.server.ts";
import { mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { fieldLabels, PhotographForm } from "#app/ui/monitoring/field-work/forms.tsx";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { addPhotographByForm } from "#app/web/monitoring/field-form.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";

export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, t }) => {
  const { code } = params;
  const visit = isCode("BB", code) ? await findVisit(actor, code) : null;
  if (!visit || !mayWork(actor, visit) || visit.campaignState !== "FIELDWORK") throw notFound();
  const { campaign, subjectKey } = visit;
  return { title: t("fieldwork:addPhotograph"), code: visit.code, campaign, subjectKey };
});

export const action = memberAction(async (page) => {
  const { actor, lang } = page;
  const { code = "" } = page.params;
  // an outsider's picture is not even read
  await frontAlone(actor, "photograph.add", code);
  if (!isCode("BB", code)) throw notFound();
  const acted = await addPhotographByForm(page, code);
  if (acted.ok) return redirect(`/${lang}/monitoring/visits/${code}#photographs`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function AddPhotograph() {
  const { title, code, campaign, subjectKey } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: campaign, href: `/${lang}/monitoring/campaigns/${campaign}` },
        { label: code, href: `/${lang}/monitoring/visits/${code}` },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} labels={fieldLabels(t)} />
      <Head eyebrow={<Tag>{subjectKey}</Tag>} title={title} lede={t("fieldwork:photographLede")} />
      <div className="read">
        <PhotographForm form={form} />
      </div>
    </Page>
  );
}
