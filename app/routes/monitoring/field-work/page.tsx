import { useLoaderData } from "@remix-run/react";
import { isOnTeam } from "#app/domain/monitoring/campaigns/campaign.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { findFieldWork } from "#app/domain/monitoring/field-work/queries.server.ts";
import { mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { InterviewTable, VisitTable } from "#app/ui/monitoring/field-work/lists.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ actor, params, lang, t }) => {
  const { code } = params;
  const campaign = isCode("DG", code) ? await findCampaign(actor, code) : null;
  const isInside = campaign !== null && mayWork(actor, campaign);
  if (!campaign || (!isInside && campaign.publishedAt === null)) throw notFound();
  return {
    title: t("fieldwork:of", { title: pickText(campaign.title, lang)?.text ?? campaign.code }),
    ...{ code: campaign.code, state: campaign.state, isInside },
    work: await findFieldWork(actor, { campaign: campaign.code }),
    mayWrite: campaign.state === "FIELDWORK" && isOnTeam(campaign, actor?.personId),
  };
});

export default function FieldWorkPage() {
  const { title, code, state, isInside, work, mayWrite } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const here = `/${lang}/monitoring/campaigns/${code}`;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: code, href: here },
        { label: t("fieldwork:title") },
      ]}
    >
      <Head
        eyebrow={<Tag>{t(`monitoring:state.${state}`)}</Tag>}
        title={title}
        lede={t(isInside ? "fieldwork:insideLede" : "fieldwork:lede")}
      >
        {mayWrite ? (
          <p className="row">
            <a className="btn" href={`${here}/visits/new`}>
              {t("fieldwork:writeVisit")}
            </a>
            <a className="btn alt" href={`${here}/interviews/new`}>
              {t("fieldwork:takeInterview")}
            </a>
          </p>
        ) : null}
      </Head>
      <Section id="visits" title={t("fieldwork:visits")}>
        {work.visits.length === 0 ? (
          <EmptyState title={t("fieldwork:visitsNone")} />
        ) : (
          <VisitTable visits={work.visits} />
        )}
      </Section>
      <Section id="interviews" title={t("fieldwork:interviews")}>
        {work.interviews.length === 0 ? (
          <EmptyState title={t("fieldwork:interviewsNone")} />
        ) : (
          <InterviewTable interviews={work.interviews} />
        )}
        {work.silent > 0 ? <p className="soft">{t("fieldwork:silent", { count: work.silent })}</p> : null}
      </Section>
    </Page>
  );
}
