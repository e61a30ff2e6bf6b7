import { useLoaderData } from "@remix-run/react";
import { listPublishedAssessments } from "#app/domain/monitoring/assessments/queries.server.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { listOwnChecks } from "#app/domain/monitoring/factual-check/queries.server.ts";
import { listFindings } from "#app/domain/monitoring/findings/queries.server.ts";
import { mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { listRecommendations } from "#app/domain/monitoring/recommendations/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { WorkingBodies } from "#app/ui/monitoring/bodies/working-bodies.tsx";
import { CampaignFacts, CampaignJourney, SampleTable } from "#app/ui/monitoring/campaigns/campaign-parts.tsx";
import { TeamPosts } from "#app/ui/monitoring/campaigns/team-posts.tsx";
import { OwnChecks } from "#app/ui/monitoring/found/factual.tsx";
import { AssessmentTable, FindingTable, RecommendationTable } from "#app/ui/monitoring/found/lists.tsx";
import { TemplateBody } from "#app/ui/monitoring/templates/template-parts.tsx";
import { EntryTable } from "#app/ui/record/entry-table.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ params, lang, actor }) => {
  const { code } = params;
  const found = isCode("DG", code) ? await findCampaign(actor, code) : null;
  if (!found) throw notFound();
  const { team, bodies, createdById: _planner, invitedIds: _, ...campaign } = found;
  const [entries, findings, recommendations, assessments, checks] = await Promise.all([
    entriesOf("CAMPAIGN", found.code),
    listFindings(null, found.code),
    listRecommendations(found.code),
    listPublishedAssessments(found.code),
    listOwnChecks(actor, found.code),
  ]);
  const title = pickText(found.title, lang)?.text ?? found.code;
  // each assessment names its own entry on its own page
  const steps = entries.filter(({ kind }) => kind !== "assessment.published");
  return {
    title: `${title} (${found.code})`,
    description: pickText(found.question, lang)?.text ?? "",
    campaign,
    // the public reads posts, never names
    bodies: bodies.filter(({ accepted }) => accepted),
    team: team.map(({ post, declaration, declaredAt, leftAt }) => ({ post, declaration, declaredAt, leftAt })),
    ...{ entries: steps, findings, recommendations, assessments, checks },
    mayWork: mayWork(actor, found),
  };
});

export default function Campaign() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const { campaign } = page;
  return (
    <Page crumbs={[{ label: t("monitoring:title"), href: `/${lang}/monitoring` }, { label: campaign.code }]}>
      <Head
        eyebrow={
          <>
            <Tag>{t("monitoring:campaign")}</Tag>
            <span className="nw">{campaign.code}</span>
            <Tag>{t(`monitoring:state.${campaign.state}`)}</Tag>
          </>
        }
        title={<Text of={campaign.title} />}
        lede={<Text of={campaign.question} badge={false} />}
      >
        <Ways />
      </Head>
      <div className="cols side-r">
        <div>
          {page.checks.length > 0 ? (
            <Section id="factual-check" title={t("monitoring:factual.own")}>
              <p className="read">{t("monitoring:factual.embargo")}</p>
              <OwnChecks checks={page.checks} />
            </Section>
          ) : null}
          <What />
          <Section id="samples" title={t("monitoring:samples")}>
            {campaign.samples.length === 0 ? (
              <EmptyState title={t("monitoring:samplesNone")} />
            ) : (
              <SampleTable code={campaign.code} samples={campaign.samples} />
            )}
          </Section>
          <Found />
          <Section id="team" title={t("monitoring:team")}>
            <TeamPosts team={page.team} />
          </Section>
          <Section id="steps" title={t("monitoring:steps")}>
            <CampaignJourney state={campaign.state} steps={campaign.steps} />
          </Section>
          <Section id="record" title={t("partnerships:record")}>
            <EntryTable caption={t("partnerships:record")} entries={page.entries} />
          </Section>
        </div>
        <aside className="flow" aria-label={t("monitoring:about")}>
          <CampaignFacts campaign={campaign} />
          <WorkingBodies bodies={page.bodies} />
        </aside>
      </div>
    </Page>
  );
}

/** What it looks at, and how where it was planned with a shared template. */
function What() {
  const { campaign } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <Section id="scope" title={t("monitoring:field.scope")}>
        <p className="read pre">
          <Text of={campaign.scope} />
        </p>
      </Section>
      {campaign.template ? (
        <Section id="method" title={t("monitoring:templates.method")}>
          <TemplateBody content={campaign.template.content} />
        </Section>
      ) : null}
    </>
  );
}

/** To the work on the campaign, and to its report once there is one. */
function Ways() {
  const { mayWork, campaign } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const here = `/${lang}/monitoring/campaigns/${campaign.code}`;
  const isLaidOpen = campaign.commentUntil !== null;
  if (!mayWork && !isLaidOpen) return null;
  return (
    <p className="row">
      {mayWork ? (
        <a className="btn" href={`${here}/manage`}>
          {t("monitoring:manage")}
        </a>
      ) : null}
      {isLaidOpen ? (
        <a className="btn alt" href={`${here}/public-comment`}>
          {t(campaign.publishedAt ? "consultation:after" : "consultation:link")}
        </a>
      ) : null}
      {mayWork || campaign.publishedAt ? (
        <a className="btn alt" href={`${here}/field-work`}>
          {t("fieldwork:title")}
        </a>
      ) : null}
      {mayWork || campaign.publishedAt ? (
        <a className="btn alt" href={`/${lang}/monitoring/opinion?about=${campaign.code}`}>
          {t("opinion:title")}
        </a>
      ) : null}
      {mayWork || campaign.publishedAt ? (
        <a className="btn alt" href={`${here}/report`}>
          {t("papers:report.link")}
        </a>
      ) : null}
    </p>
  );
}

function Found() {
  const page = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      {page.findings.length > 0 ? (
        <Section id="findings" title={t("monitoring:findings")}>
          <FindingTable findings={page.findings} />
        </Section>
      ) : null}
      {page.recommendations.length > 0 ? (
        <Section id="recommendations" title={t("monitoring:recommendations")}>
          <RecommendationTable recommendations={page.recommendations} />
        </Section>
      ) : null}
      {page.assessments.length > 0 ? (
        <Section id="assessments" title={t("monitoring:voices")}>
          <AssessmentTable assessments={page.assessments} />
        </Section>
      ) : null}
    </>
  );
}
