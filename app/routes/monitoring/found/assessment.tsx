import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { gapOf, mustExplain } from "#app/domain/monitoring/assessments/assessment.ts";
import { findAssessment } from "#app/domain/monitoring/assessments/queries.server.ts";
import { isOnTeam } from "#app/domain/monitoring/campaigns/campaign.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { findFieldWork } from "#app/domain/monitoring/field-work/queries.server.ts";
import { mayAnswer, mayLead, mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { isUuid } from "#app/platform/typed.ts";
import { subjectHref } from "#app/ui/board/board-words.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { FieldOf } from "#app/ui/monitoring/field-work/field-of.tsx";
import {
  assessmentLabels,
  CodeFacts,
  ExplainForm,
  ReadingForm,
  Readings,
  SettleForm,
} from "#app/ui/monitoring/found/assessment-parts.tsx";
import { AnswersCompared } from "#app/ui/monitoring/found/template-answers.tsx";
import { TwoVoices } from "#app/ui/monitoring/found/two-voices.tsx";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actOnAssessment, readingForm } from "#app/web/monitoring/found-form.server.ts";

export const loader = publicLoader(async ({ actor, params, t }) => {
  const { unit } = params;
  const assessment = isUuid(unit) ? await findAssessment(actor, unit) : null;
  const campaign = assessment && (await findCampaign(actor, assessment.campaign));
  if (!assessment || !campaign) throw notFound();
  const isTeam = isOnTeam(campaign, actor?.personId);
  const { readCount, readByYou, draft, ...shown } = assessment;
  const isField = campaign.state === "FIELDWORK";
  const isFull = assessment.codes !== null;
  const gap = gapOf(assessment.selfCompletion, assessment.codes?.completion ?? null);
  const isAsked = campaign.publishedAt !== null && assessment.explanation === null && mustExplain(gap);
  return {
    title: `${t("monitoring:assessment")}: ${assessment.key}`,
    assessment: shown,
    mayRead: isField && isTeam && !readByYou && !isFull && readCount < 2,
    isFirst: readCount === 0,
    draft: draft && { form: readingForm(draft.typed), savedAt: draft.savedAt },
    waits: isField && readByYou && readCount === 1,
    maySettle: isField && mayLead(actor, campaign) && !isFull && assessment.readings.length === 2,
    mayExplain: isAsked && mayAnswer(actor, assessment.body?.id ?? ""),
    isInside: mayWork(actor, campaign),
    work: await findFieldWork(actor, { unitId: assessment.unitId }),
    mayVisit: isField && isTeam,
  };
});

export const action = memberAction(async (page) => {
  const { unit } = page.params;
  if (!isUuid(unit)) throw notFound();
  const acted = await actOnAssessment(page.actor, unit, await page.readForm(), page.lang);
  if (acted.ok) return redirect(`/${page.lang}/monitoring/assessments/${unit}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function Assessment() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const sent = useActionData<typeof action>()?.form;
  const form = sent ?? EMPTY_FORM;
  const { assessment } = page;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: assessment.campaign, href: `/${lang}/monitoring/campaigns/${assessment.campaign}` },
        { label: assessment.key },
      ]}
    >
      <ErrorSummary form={form} labels={assessmentLabels(t, assessment.questions.length)} />
      <Head
        eyebrow={
          <>
            <Tag>{t(`monitoring:type.${assessment.subjectType}`)}</Tag>
            <SubjectLink />
            <span>{assessment.body ? <Text of={assessment.body.name} badge={false} /> : null}</span>
          </>
        }
        title={page.title}
        lede={t("monitoring:assessmentLede")}
      />
      <Section id="voices" title={t("monitoring:voices")}>
        <TwoVoices assessment={assessment} />
        {page.mayExplain ? <ExplainForm form={form} /> : null}
      </Section>
      {assessment.codes ? (
        <Section id="codes" title={t("monitoring:assessment")}>
          <CodeFacts codes={assessment.codes} />
          {assessment.seal ? <RecordSeal {...assessment.seal} /> : null}
        </Section>
      ) : null}
      {assessment.readings.length > 0 ? (
        <Section id="readings" title={t("monitoring:readings")}>
          <Readings assessment={assessment} />
        </Section>
      ) : null}
      {assessment.readings.length > 0 && assessment.questions.length > 0 ? (
        <Section id="answers" title={t("monitoring:answers.title")}>
          <AnswersCompared assessment={assessment} />
        </Section>
      ) : null}
      <FieldOf work={page.work} campaign={page.mayVisit ? assessment.campaign : null} unitId={assessment.unitId} />
      {page.waits ? <Notice>{t("monitoring:readDone")}</Notice> : null}
      {page.maySettle ? (
        <Section id="settle" title={t("monitoring:settle")}>
          <div className="read">
            <SettleForm form={form} />
          </div>
        </Section>
      ) : null}
      <ToRead sent={sent} />
    </Page>
  );
}

/** The form of a reading with what was typed, sent just now or kept before. */
function ToRead({ sent }: { sent: FormState | undefined }) {
  const { assessment, draft, isFirst, mayRead } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  if (!mayRead) return null;
  return (
    <Section id="read" title={t("monitoring:toRead")}>
      <div className="read">
        <Notice>
          <p>{t("monitoring:blind")}</p>
          {draft ? <p>{t("monitoring:draftKept", { at: format.dateTime(draft.savedAt) })}</p> : null}
        </Notice>
        <ReadingForm form={sent ?? draft?.form ?? EMPTY_FORM} isFirst={isFirst} assessment={assessment} />
      </div>
    </Section>
  );
}

/** To the page of what is assessed; that of an obligation is its clock's. */
function SubjectLink() {
  const { assessment } = useLoaderData<typeof loader>();
  const { lang } = useLanguage();
  const { subjectType, subjectCode, obligationId } = assessment;
  const clock = obligationId && `/${lang}/obligations/${obligationId}`;
  const href = subjectType === "OBLIGATION" ? clock : subjectHref(lang, { subjectType, subjectCode });
  return href ? <a href={href}>{subjectCode}</a> : null;
}
