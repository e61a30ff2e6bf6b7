import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { isOnTeam } from "#app/domain/monitoring/campaigns/campaign.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { findVisit } from "#app/domain/monitoring/field-work/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { fieldLabels, VisitForm } from "#app/ui/monitoring/field-work/forms.tsx";
import { Checklist } from "#app/ui/monitoring/templates/template-parts.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { saveVisitByForm, visitForm } from "#app/web/monitoring/field-form.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";

/** A new visit of a campaign, or minutes that nobody has signed yet. */
export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, url, t }) => {
  const { code } = params;
  const visit = isCode("BB", code) ? await findVisit(actor, code) : null;
  const place = visit?.campaign ?? (isCode("DG", code) ? code : null);
  const campaign = place && (await findCampaign(actor, place));
  const isSigned = visit?.presences.some(({ signedAt }) => signedAt !== null) ?? false;
  if (!campaign || isSigned || campaign.state !== "FIELDWORK" || !isOnTeam(campaign, actor.personId)) throw notFound();
  const present = campaign.team.filter(({ leftAt, personId }) => leftAt === null && personId === actor.personId);
  return {
    title: t(visit ? "fieldwork:changeVisit" : "fieldwork:writeVisit"),
    ...{ campaign: campaign.code, visit: visit?.code ?? null, team: campaign.team },
    method: campaign.template?.content ?? null,
    units: visit ? [] : await listStandings(actor, campaign.code),
    typed: visit
      ? visitForm(visit)
      : blankForm({ unitId: url.searchParams.get("unit") ?? "", present: present.map(({ personId }) => personId) }),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  await frontAlone(actor, isCode("BB", code) ? "visit.change" : "visit.write", code);
  if (!isCode("BB", code) && !isCode("DG", code)) throw notFound();
  const place = isCode("BB", code) ? { visit: code } : { campaign: code };
  const { acted, code: saved } = await saveVisitByForm(actor, place, await readForm(), lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/visits/${saved}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function WriteVisit() {
  const { title, campaign, visit, units, team, typed, method } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? typed;
  const here = `/${lang}/monitoring/campaigns/${campaign}`;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: campaign, href: here },
        { label: t("fieldwork:title"), href: `${here}/field-work` },
        { label: visit ?? title },
      ]}
    >
      <ErrorSummary form={form} labels={fieldLabels(t)} />
      <Head title={title} lede={t("fieldwork:writeLede")} />
      <div className="read">
        {method ? <Checklist content={method} /> : null}
        <VisitForm units={units} team={team} form={form} />
      </div>
    </Page>
  );
}
