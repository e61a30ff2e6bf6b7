import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { isOnTeam } from "#app/domain/monitoring/campaigns/campaign.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { draftFinding } from "#app/domain/monitoring/findings/draft.server.ts";
import { type FindingInput, findingSchema } from "#app/domain/monitoring/findings/finding.schema.ts";
import { WRITING_STATES } from "#app/domain/monitoring/findings/finding.ts";
import { mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import type { FindingPattern } from "#app/domain/monitoring/templates/template.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FindingForm, findingLabels } from "#app/ui/monitoring/found/finding-forms.tsx";
import { FindingPatterns } from "#app/ui/monitoring/templates/template-parts.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { actedByFront } from "#app/web/monitoring/acted.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";

export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, url, lang, t }) => {
  const { code } = params;
  const campaign = isCode("DG", code) ? await findCampaign(actor, code) : null;
  const isTeam = campaign && mayWork(actor, campaign) && isOnTeam(campaign, actor.personId);
  if (!isTeam || !WRITING_STATES.includes(campaign.state)) throw notFound();
  const units = await listStandings(actor, campaign.code);
  return {
    title: t("monitoring:newFinding"),
    code: campaign.code,
    patterns: (campaign.template?.content.findings ?? []).map(({ title, article }) => ({ title, article })),
    from: patternIn(campaign.template?.content.findings ?? [], url),
    units: units.map(({ unitId, key, body }) => ({
      value: unitId,
      label: [key, body && pickText(body, lang)?.text].filter(Boolean).join(", "),
    })),
  };
});

/** What the chosen pattern of a finding fills in: its title, and what ought to be, with the article that says so. */
function patternIn(patterns: readonly FindingPattern[], url: URL) {
  const chosen = patterns[Number(url.searchParams.get("pattern") ?? "")];
  if (!url.searchParams.has("pattern") || !chosen) return { title: "", criteria: "" };
  return { title: chosen.title, criteria: [chosen.article, chosen.criteria].filter(Boolean).join("\n") };
}

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  await frontAlone(actor, "finding.draft", code);
  if (!isCode("DG", code)) throw notFound();
  let made = "";
  const draft = async (value: FindingInput) => {
    const outcome = await draftFinding(actor, code, value);
    if (outcome.ok) made = outcome.value.code;
    return outcome;
  };
  const acted = await actedByFront(parseForm(await readForm(), findingSchema, lang), draft, lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/findings/${made}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function NewFinding() {
  const { title, code, units, patterns, from } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? { ...EMPTY_FORM, values: from };
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: code, href: `/${lang}/monitoring/campaigns/${code}` },
        { label: title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={findingLabels(t)} />
        <Head title={title} lede={t("monitoring:newFindingLede")} />
        <FindingPatterns patterns={patterns} />
        <FindingForm form={form} units={units} />
      </div>
    </Page>
  );
}
