import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAppraise } from "#app/domain/partnerships/appraisals/appraisal.policy.ts";
import { decideAppraisalSchema, submitAppraisalSchema } from "#app/domain/partnerships/appraisals/appraisal.schema.ts";
import { openAppraisal } from "#app/domain/partnerships/appraisals/appraisal.ts";
import { decideAppraisal } from "#app/domain/partnerships/appraisals/decide.server.ts";
import { listAuthorities } from "#app/domain/partnerships/appraisals/queries.server.ts";
import { submitForAppraisal } from "#app/domain/partnerships/appraisals/submit.server.ts";
import { mayLead } from "#app/domain/partnerships/partnership.policy.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { AmendmentSummary } from "#app/ui/partnerships/amendments/amendment-summary.tsx";
import { AppraisalReasons, DecideForm, SubmitForm } from "#app/ui/partnerships/appraisals/appraisal-forms.tsx";
import { AppraisalList } from "#app/ui/partnerships/appraisals/appraisal-list.tsx";
import { AgreementSummary } from "#app/ui/partnerships/manage/agreement-summary.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { amendmentView, openAmendmentOf } from "#app/web/partnerships/agreements/amendment-view.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const { members } = draft.partnership;
  const open = openAppraisal(draft.agreement.appraisals);
  const agreement = await agreementView(draft, lang);
  const submits = agreement.isUnsubmitted;
  const amendment = openAmendmentOf(draft.agreement);
  const isAsked = open !== null && mayAppraise(actor, open.organisationId, members);
  const authorities = submits ? await listAuthorities(members.map(({ organisationId }) => organisationId)) : [];
  return {
    title: t("appraisals:title"),
    agreement,
    appraisals: draft.agreement.appraisals,
    isAsked,
    asked: open?.textSha256 ?? "",
    amendment: amendment && amendmentView(amendment, agreement.everybody),
    totalValueVnd: draft.partnership.totalValueVnd,
    submits: submits && mayLead(actor, members),
    authorities: authorities.map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id })),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const { code } = draft.partnership;
  const { productCode } = draft.agreement;
  const form = await readForm();
  const here = `/${lang}/partnerships/${code}/agreements/${productCode}/appraisal`;
  if (form.get("intent") === "submit") {
    const parsed = parseForm(form, submitAppraisalSchema, lang);
    if (!parsed.ok) return sendBack(parsed.form);
    const outcome = await submitForAppraisal(actor, { code, productCode }, parsed.value);
    return outcome.ok ? redirect(here) : sendBack(withRefusal(parsed.form, outcome, lang), 409);
  }
  const parsed = parseForm(form, decideAppraisalSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await decideAppraisal(actor, { code, productCode }, parsed.value);
  return outcome.ok ? redirect(`/${lang}/desk/appraisals`) : sendBack(withRefusal(parsed.form, outcome, lang), 409);
});

export default function Appraisal() {
  const { agreement, amendment, appraisals, authorities, isAsked, submits, title, ...page } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t } = useLanguage();
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        isAsked
          ? { label: t("appraisals:desk"), href: `/${lang}/desk/appraisals` }
          : { label: agreement.code, href: `${agreement.base}/manage` },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} />
      <Head
        eyebrow={<Tag>{t(`partnerships:agreementState.${agreement.state}`)}</Tag>}
        title={title}
        lede={agreement.product}
      />
      <Section id="why" title={t("appraisals:why")}>
        <AppraisalReasons reasons={agreement.appraisalReasons} />
        {submits ? (
          <div className="read">
            <SubmitForm authorities={authorities} form={form} />
          </div>
        ) : null}
      </Section>
      {appraisals.length > 0 ? (
        <Section id="appraisals" title={t("appraisals:history")}>
          <AppraisalList appraisals={appraisals} />
        </Section>
      ) : null}
      {isAsked ? (
        <>
          {amendment ? (
            <AmendmentSummary
              amendment={amendment}
              totalValueVnd={page.totalValueVnd}
              scenarios={null}
              csvHref={`${agreement.here}/amendment.csv`}
            />
          ) : null}
          <AgreementSummary agreement={agreement} />
          <Section id="decide" title={t("appraisals:yours")} aside={t("appraisals:apart")}>
            <div className="read">
              <DecideForm textSha256={page.asked} form={form} />
            </div>
          </Section>
        </>
      ) : null}
    </Page>
  );
}
