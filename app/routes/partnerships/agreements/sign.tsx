import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signSchema } from "#app/domain/partnerships/agreements/agreement.schema.ts";
import { sign } from "#app/domain/partnerships/agreements/sign.server.ts";
import { signAmendment } from "#app/domain/partnerships/amendments/sign.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { AmendmentSummary } from "#app/ui/partnerships/amendments/amendment-summary.tsx";
import { AgreementSummary } from "#app/ui/partnerships/manage/agreement-summary.tsx";
import { SignForm } from "#app/ui/partnerships/manage/sign-form.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { amendmentView, openAmendmentOf } from "#app/web/partnerships/agreements/amendment-view.server.ts";
import { scenarioView } from "#app/web/partnerships/agreements/scenario-view.server.ts";
import { mayStillSign } from "#app/web/partnerships/manage-view.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const agreement = await agreementView(draft, lang);
  const parties = mayStillSign(actor, draft.partnership.members, draft.agreement);
  const open = openAmendmentOf(draft.agreement);
  const textSha256 = open?.textSha256 ?? agreement.textSha256;
  const isOpen = agreement.state === "AGREED_DRAFT" || agreement.state === "APPROVED" || open !== null;
  if (agreement.isUnapproved && !open) throw redirect(`${agreement.here}/appraisal`);
  if (agreement.isUnapproved || !isOpen || parties.length === 0 || !textSha256)
    throw redirect(`${agreement.here}/${open ? "amendment" : "check"}`);
  return {
    title: open ? t("amendments:sign.title", { number: String(open.number) }) : t("partnerships:sign.title"),
    agreement,
    amendment: open && amendmentView(open, agreement.everybody),
    scenarios: open && (await scenarioView(draft.agreement.id, open, agreement.everybody)),
    totalValueVnd: draft.partnership.totalValueVnd,
    textSha256,
    parties: parties.map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id })),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const parsed = parseForm(await readForm(), signSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const address = { code: draft.partnership.code, productCode: draft.agreement.productCode };
  const isAmended = openAmendmentOf(draft.agreement) !== null;
  const outcome = await (isAmended ? signAmendment : sign)(actor, address, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), outcome.code === "TOO_MANY" ? 429 : 409);
  const base = `/${lang}/partnerships/${address.code}`;
  const next = `${base}/agreements/${address.productCode}/${isAmended ? "amendment" : "check"}`;
  return redirect(outcome.value.signed ? `${base}?product=${address.productCode}` : next);
});

export default function SignAgreement() {
  const { agreement, amendment, parties, scenarios, textSha256, title, totalValueVnd } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t } = useLanguage();
  const hash = shortHash(textSha256);
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: agreement.code, href: `${agreement.base}/manage` },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} />
      <Head title={title} lede={agreement.product} />
      {amendment ? (
        <AmendmentSummary
          amendment={amendment}
          totalValueVnd={totalValueVnd}
          scenarios={scenarios}
          csvHref={`${agreement.here}/amendment.csv`}
        />
      ) : (
        <AgreementSummary agreement={agreement} />
      )}
      <Section id="sign" title={t("partnerships:sign.yours")}>
        <div className="read">
          <SignForm
            textSha256={textSha256}
            parties={parties}
            agreed={t(amendment ? "amendments:sign.agreed" : "partnerships:sign.agreed", { hash })}
            submit={t(amendment ? "amendments:sign.submit" : "partnerships:sign.submit")}
            form={form}
          />
        </div>
      </Section>
    </Page>
  );
}
