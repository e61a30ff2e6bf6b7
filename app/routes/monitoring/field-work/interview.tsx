import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdrawalSchema } from "#app/domain/monitoring/field-work/field-work.schema.ts";
import { withdrawConsent } from "#app/domain/monitoring/field-work/interview.server.ts";
import { findInterview } from "#app/domain/monitoring/field-work/queries.server.ts";
import { mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Foreign } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice, Tag } from "#app/ui/marks/notice.tsx";
import { WithdrawForm } from "#app/ui/monitoring/field-work/forms.tsx";
import { ConsentWords } from "#app/ui/monitoring/field-work/lists.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actedByFront } from "#app/web/monitoring/acted.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";

export const loader = publicLoader(async ({ actor, params, t }) => {
  const { code } = params;
  const interview = isCode("PV", code) ? await findInterview(actor, code) : null;
  if (!interview) throw notFound();
  const { name, wordsWithdrawnAt, consentRecorded } = interview;
  return {
    title: t("fieldwork:interviewOf", { key: interview.subjectKey }),
    ...{ interview, isNamed: name !== null },
    mayWithdraw: mayWork(actor, interview) && consentRecorded && wordsWithdrawnAt === null,
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  const typed = await readForm();
  await frontAlone(actor, "interview.withdraw", code);
  if (!isCode("PV", code)) throw notFound();
  const parsed = parseForm(typed, withdrawalSchema, lang);
  const acted = await actedByFront(parsed, (value) => withdrawConsent(actor, code, value), lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/interviews/${code}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function InterviewPage() {
  const { title, interview, isNamed, mayWithdraw } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const campaign = `/${lang}/monitoring/campaigns/${interview.campaign}`;
  const { summary, language, name, withPost } = interview;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: interview.campaign, href: campaign },
        { label: t("fieldwork:title"), href: `${campaign}/field-work` },
        { label: interview.code },
      ]}
    >
      <ErrorSummary form={form} labels={{ what: t("fieldwork:withdrawWhat") }} />
      <Head
        eyebrow={
          <>
            <Tag>{t("fieldwork:interview")}</Tag>
            <span className="nw">{interview.code}</span>
          </>
        }
        title={title}
      />
      {interview.publishedAt === null ? <Notice warn>{t("fieldwork:embargo")}</Notice> : null}
      <Section id="said" title={t("fieldwork:field.summary")}>
        {summary ? (
          <p className="read pre">
            <Foreign lang={language}>{summary}</Foreign>
          </p>
        ) : (
          <EmptyState title={t(interview.wordsWithdrawnAt ? "fieldwork:gone" : "fieldwork:notRecorded")} />
        )}
        <Facts
          facts={[
            { term: t("fieldwork:onDay"), value: format.date(interview.onDay) },
            { term: t("fieldwork:withPost"), value: withPost },
            { term: t("fieldwork:field.name"), value: name },
            { term: t("fieldwork:consent"), value: <ConsentWords interview={interview} /> },
            {
              term: t("fieldwork:subject"),
              value: <a href={`/${lang}/monitoring/assessments/${interview.unitId}`}>{interview.subjectKey}</a>,
            },
          ]}
        />
      </Section>
      {mayWithdraw ? (
        <Section id="withdraw" title={t("fieldwork:withdrawTitle")}>
          <div className="read">
            <p>{t("fieldwork:withdrawText")}</p>
            <WithdrawForm named={isNamed} form={form} />
          </div>
        </Section>
      ) : null}
    </Page>
  );
}
