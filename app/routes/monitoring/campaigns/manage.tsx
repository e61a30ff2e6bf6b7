import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { listInvitable } from "#app/domain/monitoring/bodies/queries.server.ts";
import { isOnTeam, JOINING_STATES, nextState } from "#app/domain/monitoring/campaigns/campaign.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { WRITING_STATES } from "#app/domain/monitoring/findings/finding.ts";
import { listFindings } from "#app/domain/monitoring/findings/queries.server.ts";
import { mayLead, mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { PREPARING_STATES } from "#app/domain/monitoring/public-comment/public-comment.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice, Tag } from "#app/ui/marks/notice.tsx";
import { InvitedBodies } from "#app/ui/monitoring/bodies/invite-forms.tsx";
import { SampleTable } from "#app/ui/monitoring/campaigns/campaign-parts.tsx";
import { CampaignWays } from "#app/ui/monitoring/campaigns/campaign-ways.tsx";
import {
  DrawForm,
  MoveForm,
  manageLabels,
  PopulationForm,
  StandingTable,
  TeamForm,
  TeamTable,
} from "#app/ui/monitoring/campaigns/manage-forms.tsx";
import { FindingTable } from "#app/ui/monitoring/found/lists.tsx";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { actOnCampaign } from "#app/web/monitoring/campaign-form.server.ts";
import { frontAlone, intentOf } from "#app/web/monitoring/found-form.server.ts";

export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, lang, t }) => {
  const { code } = params;
  const campaign = isCode("DG", code) ? await findCampaign(actor, code) : null;
  if (!campaign || !mayWork(actor, campaign)) throw notFound();
  const leads = mayLead(actor, campaign);
  const mayJoin = JOINING_STATES.includes(campaign.state);
  const [{ provinces }, standings, findings, others] = await Promise.all([
    loadCatalogue(),
    listStandings(actor, campaign.code),
    listFindings(actor, campaign.code),
    leads && mayJoin ? listInvitable(campaign.code) : [],
  ]);
  const isOwnPlan = campaign.state === "PLANNED" && campaign.createdById === actor.personId;
  return {
    title: `${t("monitoring:manage")}: ${pickText(campaign.title, lang)?.text ?? campaign.code}`,
    ...{
      campaign,
      standings,
      findings,
      mayWrite: isOnTeam(campaign, actor.personId) && WRITING_STATES.includes(campaign.state),
    },
    mayJoin,
    ...{ mayMove: leads && !isOwnPlan, waitsForAnother: leads && isOwnPlan },
    next: nextState(campaign.state),
    isDrafted: PREPARING_STATES.includes(campaign.state) || campaign.state === "PUBLIC_COMMENT",
    others: others.map(({ id, name }) => ({ value: id, label: pickText(name, lang)?.text ?? id })),
    provinces: provinces.map(({ code: value, names }) => ({ value, label: names[lang] })),
  };
});

export const action = memberAction(async (page) => {
  const { actor, lang } = page;
  const { code = "" } = page.params;
  const typed = await page.readForm();
  await frontAlone(actor, `campaign.${intentOf(typed)}`, code);
  if (!isCode("DG", code)) throw notFound();
  const acted = await actOnCampaign(actor, code, typed, lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/campaigns/${code}/manage`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function ManageCampaign() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { campaign, next } = page;
  const here = `/${lang}/monitoring/campaigns/${campaign.code}`;
  const isPlanned = campaign.state === "PLANNED";
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: campaign.code, href: here },
        { label: t("monitoring:manage") },
      ]}
    >
      <ErrorSummary form={form} labels={manageLabels(t)} />
      <Head
        eyebrow={<Tag>{t(`monitoring:state.${campaign.state}`)}</Tag>}
        title={<Text of={campaign.title} />}
        lede={<Text of={campaign.question} badge={false} />}
      >
        <CampaignWays code={campaign.code} state={campaign.state} isDrafted={page.isDrafted} />
      </Head>
      <div className="read">
        <Section id="move" title={t("monitoring:move")}>
          {page.mayMove && next ? (
            <MoveForm to={next} form={form} />
          ) : (
            <Notice>{t(page.waitsForAnother ? "monitoring:otherLeadApproves" : "monitoring:leadMoves")}</Notice>
          )}
        </Section>
        <Section id="samples" title={t("monitoring:samples")}>
          {campaign.samples.length === 0 ? (
            <EmptyState title={t("monitoring:samplesNone")} />
          ) : (
            <SampleTable code={campaign.code} samples={campaign.samples} />
          )}
          {isPlanned ? <PopulationForm types={campaign.subjectTypes} provinces={page.provinces} form={form} /> : null}
          {campaign.state === "APPROVED"
            ? campaign.samples
                .filter(({ drawnAt }) => drawnAt === null)
                .map((sample) => <DrawForm key={sample.number} sample={sample} form={form} />)
            : null}
        </Section>
        <Field />
      </div>
    </Page>
  );
}

/** The bodies and the people who work in it. */
function Who() {
  const { campaign, others, mayJoin } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <>
      <Section id="bodies" title={t("monitoring:bodies.title")}>
        <InvitedBodies bodies={campaign.bodies} others={others} form={form} />
      </Section>
      <Section id="team" title={t("monitoring:team")}>
        <TeamTable team={campaign.team} mayLeave={mayJoin} />
        {mayJoin ? <TeamForm form={form} /> : <Notice>{t("monitoring:teamStands")}</Notice>}
      </Section>
    </>
  );
}

function Field() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const here = `/${lang}/monitoring/campaigns/${page.campaign.code}`;
  return (
    <>
      {page.standings.length > 0 ? (
        <Section id="assessments" title={t("monitoring:assessments")}>
          <StandingTable standings={page.standings} />
          <p>
            <a className="btn alt" href={`${here}/assignments`}>
              {t("monitoring:assign.title")}
            </a>
          </p>
        </Section>
      ) : null}
      {page.mayWrite || page.findings.length > 0 ? (
        <Section id="findings" title={t("monitoring:findings")}>
          {page.findings.length > 0 ? <FindingTable findings={page.findings} /> : null}
          {page.mayWrite ? (
            <p>
              <a className="btn alt" href={`${here}/findings/new`}>
                {t("monitoring:newFinding")}
              </a>
            </p>
          ) : null}
        </Section>
      ) : null}
      <Who />
    </>
  );
}
