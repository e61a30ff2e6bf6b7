import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { isOnTeam } from "#app/domain/monitoring/campaigns/campaign.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { fieldLabels, InterviewForm } from "#app/ui/monitoring/field-work/forms.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { saveInterviewByForm } from "#app/web/monitoring/field-form.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";

export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, url, t }) => {
  const { code } = params;
  const campaign = isCode("DG", code) ? await findCampaign(actor, code) : null;
  if (campaign?.state !== "FIELDWORK" || !isOnTeam(campaign, actor.personId)) throw notFound();
  return {
    title: t("fieldwork:takeInterview"),
    campaign: campaign.code,
    units: await listStandings(actor, campaign.code),
    typed: blankForm({ unitId: url.searchParams.get("unit") ?? "" }),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  await frontAlone(actor, "interview.take", code);
  if (!isCode("DG", code)) throw notFound();
  const { acted, code: saved } = await saveInterviewByForm(actor, code, await readForm(), lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/interviews/${saved}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function TakeInterview() {
  const { title, campaign, units, typed } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? typed;
  const here = `/${lang}/monitoring/campaigns/${campaign}`;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: campaign, href: here },
        { label: t("fieldwork:title"), href: `${here}/field-work` },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} labels={fieldLabels(t)} />
      <Head title={title} lede={t("fieldwork:interviewLede")} />
      <div className="read">
        <InterviewForm units={units} form={form} />
      </div>
    </Page>
  );
}
