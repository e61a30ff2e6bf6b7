import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endAmendmentSchema } from "#app/domain/partnerships/amendments/amendment.schema.ts";
import { endAmendment } from "#app/domain/partnerships/amendments/end.server.ts";
import { amender, mayLead, mayRepresent } from "#app/domain/partnerships/partnership.policy.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Form } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { AmendmentSummary } from "#app/ui/partnerships/amendments/amendment-summary.tsx";
import { Appraised } from "#app/ui/partnerships/appraisals/appraised.tsx";
import { SignatureTable } from "#app/ui/partnerships/signature-table.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { amendmentView, openAmendmentOf } from "#app/web/partnerships/agreements/amendment-view.server.ts";
import { scenarioView } from "#app/web/partnerships/agreements/scenario-view.server.ts";
import { mayStillSign } from "#app/web/partnerships/manage-view.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const { members, totalValueVnd } = draft.partnership;
  const agreement = await agreementView(draft, lang);
  const open = openAmendmentOf(draft.agreement);
  if (!open) throw redirect(`${agreement.base}?product=${agreement.productCode}`);
  const proposer = members.find(({ id }) => id === open.proposedBy);
  return {
    title: t("amendments:open.title", { number: String(open.number) }),
    agreement,
    totalValueVnd,
    amendment: amendmentView(open, agreement.everybody),
    scenarios: await scenarioView(draft.agreement.id, open, agreement.everybody),
    appraised: {
      appraisals: draft.agreement.appraisals.filter((one) => one.textSha256 === open.textSha256),
      submitHref: agreement.isUnsubmitted ? `${agreement.here}/appraisal` : null,
      isReturned: false,
    },
    isLead: mayLead(actor, members),
    maySign: !agreement.isUnapproved && mayStillSign(actor, members, draft.agreement).length > 0,
    mayEnd: amender(actor, members) !== null && (agreement.isUnsubmitted || !agreement.isUnapproved),
    isProposer: proposer !== undefined && mayRepresent(actor, proposer.organisationId),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const parsed = parseForm(await readForm(), endAmendmentSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { code } = draft.partnership;
  const { productCode } = draft.agreement;
  const outcome = await endAmendment(actor, { code, productCode }, parsed.value.reason);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(`/${lang}/partnerships/${code}/manage`);
});

export default function OpenAmendment() {
  const { agreement, amendment, title, ...page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t } = useLanguage();
  const end = t(page.isProposer ? "amendments:end.withdraw" : "amendments:end.decline");
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: agreement.code, href: `${agreement.base}/manage` },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} />
      <Head title={title} lede={`${agreement.product}. ${t("amendments:open.lede")}`} />
      <AmendmentSummary
        amendment={amendment}
        totalValueVnd={page.totalValueVnd}
        scenarios={page.scenarios}
        csvHref={`${agreement.here}/amendment.csv`}
      />
      <Appraised {...page.appraised} isLead={page.isLead} />
      <Section id="signatures" title={t("partnerships:signatures.title")} aside={t("partnerships:signatures.aside")}>
        <SignatureTable
          caption={t("partnerships:signatures.title")}
          hash={amendment.textSha256}
          rows={amendment.signatures}
        />
        {page.maySign ? (
          <p className="actions">
            <a className="btn" href={`${agreement.here}/sign`}>
              {t("amendments:open.sign")}
            </a>
          </p>
        ) : null}
      </Section>
      {page.mayEnd ? (
        <Section id="end" title={t("amendments:end.title")}>
          <Form>
            <TextArea
              name="reason"
              label={t("amendments:end.reason")}
              hint={t("amendments:end.hint")}
              max={1_000}
              rows={3}
              form={form}
            />
            <p className="actions">
              <button className="btn alt" type="submit">
                {end}
              </button>
            </p>
          </Form>
        </Section>
      ) : null}
    </Page>
  );
}
