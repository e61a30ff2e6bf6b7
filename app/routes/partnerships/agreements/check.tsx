import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { agreeDraft } from "#app/domain/partnerships/agreements/agree-draft.server.ts";
import { reopenSchema } from "#app/domain/partnerships/agreements/agreement.schema.ts";
import { reopenDraft } from "#app/domain/partnerships/agreements/reopen-draft.server.ts";
import { mayLead } from "#app/domain/partnerships/partnership.policy.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { Appraised } from "#app/ui/partnerships/appraisals/appraised.tsx";
import { AgreementSummary } from "#app/ui/partnerships/manage/agreement-summary.tsx";
import { DraftSteps, NoSharesYet, ReopenForm } from "#app/ui/partnerships/manage/draft-steps.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import { SignatureTable } from "#app/ui/partnerships/signature-table.tsx";
import { blankForm, parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { mayStillSign } from "#app/web/partnerships/manage-view.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const { partnership, agreement } = draft;
  const view = await agreementView(draft, lang);
  const needsAppraisal = agreement.state === "AGREED_DRAFT" && view.appraisalReasons.length > 0;
  const isOpen = agreement.state === "AGREED_DRAFT" || agreement.state === "APPROVED";
  return {
    title: t("partnerships:check.title"),
    agreement: view,
    appraised: {
      appraisals: agreement.appraisals,
      submitHref: needsAppraisal ? `${view.here}/appraisal` : null,
      isReturned: agreement.state === "RETURNED",
    },
    isLead: mayLead(actor, partnership.members),
    maySign: isOpen && !needsAppraisal && mayStillSign(actor, partnership.members, agreement).length > 0,
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const { code } = draft.partnership;
  const { productCode } = draft.agreement;
  const form = await readForm();
  if (form.get("intent") === "agree") {
    const outcome = await agreeDraft(actor, code, productCode);
    if (!outcome.ok && outcome.code === "FORM_FACTS_MISSING")
      return redirect(`/${lang}/partnerships/${code}/agreements/${productCode}/terms?missing`);
    if (!outcome.ok) return sendBack(withRefusal(blankForm(), outcome, lang), 409);
  } else if (form.get("intent") === "renegotiate") {
    const outcome = await reopenDraft(actor, code, productCode, "");
    if (!outcome.ok) return sendBack(withRefusal(blankForm(), outcome, lang), 409);
  } else {
    const parsed = parseForm(form, reopenSchema, lang);
    if (!parsed.ok) return sendBack(parsed.form);
    const outcome = await reopenDraft(actor, code, productCode, parsed.value.reason);
    if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  }
  return redirect(`/${lang}/partnerships/${code}/agreements/${productCode}/check`);
});

export default function CheckAgreement() {
  const { agreement, appraised, isLead, maySign } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t } = useLanguage();
  const isDraft = agreement.state === "NEGOTIATION";
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: agreement.code, href: `${agreement.base}/manage` },
        { label: t("partnerships:check.title") },
      ]}
    >
      <ErrorSummary form={form} />
      <Head
        eyebrow={<Tag>{t(`partnerships:agreementState.${agreement.state}`)}</Tag>}
        title={t("partnerships:check.title")}
        lede={agreement.product}
      />
      {isDraft && agreement.stretches.length === 0 ? (
        <NoSharesYet sharesHref={isLead ? `${agreement.here}/shares` : null} />
      ) : (
        <AgreementSummary agreement={agreement} />
      )}
      {isDraft ? (
        <DraftSteps
          sharesHref={`${agreement.here}/shares`}
          termsHref={`${agreement.here}/terms`}
          hasTerms={agreement.terms !== null}
          missing={agreement.missingFacts}
          isLead={isLead}
          hasShares={agreement.stretches.length > 0}
          left={agreement.left.map(({ names }) => nameOf(names, lang))}
        />
      ) : null}
      <Appraised {...appraised} isLead={isLead} />
      {agreement.textSha256 ? (
        <Section id="signatures" title={t("partnerships:signatures.title")} aside={t("partnerships:signatures.aside")}>
          <SignatureTable
            caption={t("partnerships:signatures.title")}
            hash={agreement.textSha256}
            rows={agreement.signatures}
          />
          {maySign ? (
            <p className="actions">
              <a className="btn" href={`${agreement.here}/sign`}>
                {t("partnerships:manage.next.sign")}
              </a>
            </p>
          ) : null}
        </Section>
      ) : null}
      {(agreement.state === "AGREED_DRAFT" || agreement.state === "APPROVED") && isLead ? (
        <ReopenForm form={form} />
      ) : null}
    </Page>
  );
}
