import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signSchema } from "#app/domain/partnerships/agreements/agreement.schema.ts";
import { sign } from "#app/domain/partnerships/agreements/sign.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Checkbox, Select } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Form } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { AgreementSummary } from "#app/ui/partnerships/manage/agreement-summary.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreement-view.server.ts";
import { mayStillSign } from "#app/web/partnerships/manage-view.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const agreement = await agreementView(draft, lang);
  const parties = mayStillSign(actor, draft.partnership.members, draft.agreement);
  if (agreement.state !== "AGREED_DRAFT" || parties.length === 0 || !agreement.textSha256)
    throw redirect(`${agreement.here}/check`);
  return {
    title: t("partnerships:sign.title"),
    agreement,
    textSha256: agreement.textSha256,
    parties: parties.map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id })),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const parsed = parseForm(await readForm(), signSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const address = { code: draft.partnership.code, productCode: draft.agreement.productCode };
  const outcome = await sign(actor, address, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), outcome.code === "TOO_MANY" ? 429 : 409);
  const { code, productCode } = address;
  const signed = `/${lang}/partnerships/${code}?product=${productCode}`;
  return redirect(outcome.value.signed ? signed : `/${lang}/partnerships/${code}/agreements/${productCode}/check`);
});

export default function SignAgreement() {
  const { agreement, parties, textSha256 } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t } = useLanguage();
  const [only] = parties;
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: agreement.code, href: `${agreement.base}/manage` },
        { label: t("partnerships:sign.title") },
      ]}
    >
      <ErrorSummary form={form} />
      <Head title={t("partnerships:sign.title")} lede={agreement.product} />
      <AgreementSummary agreement={agreement} />
      <Section id="sign" title={t("partnerships:sign.yours")}>
        <div className="read">
          <Form>
            <input type="hidden" name="textSha256" value={textSha256} />
            {parties.length > 1 ? (
              <Select name="memberId" label={t("partnerships:sign.for")} options={parties} form={form} />
            ) : (
              <>
                <input type="hidden" name="memberId" value={only?.value ?? ""} />
                <p>
                  {t("partnerships:sign.for")}: <strong>{only?.label}</strong>
                </p>
              </>
            )}
            <Checkbox
              name="agreed"
              label={t("partnerships:sign.agreed", { hash: shortHash(textSha256) })}
              form={form}
            />
            <Field
              name="password"
              type="password"
              label={t("partnerships:sign.password")}
              hint={t("partnerships:sign.passwordHint")}
              autoComplete="current-password"
              form={form}
            />
            <p className="actions">
              <button className="btn" type="submit">
                {t("partnerships:sign.submit")}
              </button>
            </p>
          </Form>
        </div>
      </Section>
    </Page>
  );
}
