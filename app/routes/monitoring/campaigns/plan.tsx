import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { CampaignForm, planLabels } from "#app/ui/monitoring/campaigns/campaign-form.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { planForm, savePlanByForm } from "#app/web/monitoring/campaign-form.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";
import { templateOptions } from "#app/web/monitoring/template-form.server.ts";

export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, lang, t }) => {
  const { code } = params;
  const campaign = code === undefined ? null : isCode("DG", code) ? await findCampaign(actor, code) : null;
  if (code !== undefined && (campaign?.state !== "PLANNED" || !mayWork(actor, campaign))) throw notFound();
  const owners = actor.roles.flatMap(({ role, organisationId, organisationNames }) =>
    (role === "MONITOR" || role === "MONITOR_LEAD") && organisationId
      ? [{ value: organisationId, label: pickText(organisationNames ?? {}, lang)?.text ?? organisationId }]
      : [],
  );
  return {
    title: t(campaign ? "monitoring:edit" : "monitoring:plan"),
    code: campaign?.code ?? null,
    owners: owners.filter(
      ({ value }, place) =>
        owners.findIndex((one) => one.value === value) === place &&
        (!campaign || value === campaign.ownerOrganisationId),
    ),
    templates: await templateOptions(actor, lang, t),
    blank: campaign ? planForm(campaign) : blankForm({ method: "OGP" }),
  };
});

export const action = memberAction(async (page) => {
  const { code = null } = page.params;
  await frontAlone(page.actor, code ? "campaign.change" : "campaign.plan", code ?? "");
  if (code !== null && !isCode("DG", code)) throw notFound();
  const { acted, code: saved } = await savePlanByForm(page.actor, code, await page.readForm(), page.lang);
  if (acted.ok) return redirect(`/${page.lang}/monitoring/campaigns/${saved}/manage`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function PlanCampaign() {
  const { title, code, owners, templates, blank } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blank;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        ...(code ? [{ label: code, href: `/${lang}/monitoring/campaigns/${code}` }] : []),
        { label: title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={planLabels(t)} />
        <Head title={title} lede={t("monitoring:planLede")} />
        <CampaignForm form={form} owners={owners} templates={templates} />
      </div>
    </Page>
  );
}
