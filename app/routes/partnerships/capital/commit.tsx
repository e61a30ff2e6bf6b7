import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { commitSchema } from "#app/domain/partnerships/capital/capital.schema.ts";
import { CONTRIBUTION_KINDS, THRESHOLD } from "#app/domain/partnerships/capital/capital.ts";
import { commitCapital } from "#app/domain/partnerships/capital/commit.server.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { AmountField } from "#app/ui/partnerships/capital/document-fields.tsx";
import { FingerprintField } from "#app/ui/partnerships/capital/fingerprint-field.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { FINGERPRINTS } from "#app/web/files/fingerprint.server.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { capitalPage, formPage, partyOptions } from "#app/web/partnerships/capital-page.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const page = await capitalPage(actor, params, lang);
  if (!page.isSigned || page.own.length === 0) throw redirect(page.here);
  return {
    title: t("money:own.commit"),
    ...formPage(page, t("money:own.title")),
    own: partyOptions(page.own, lang),
    threshold: (await parameterOn(THRESHOLD, page.today)).toString(),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const page = await capitalPage(actor, params, lang);
  const parsed = parseForm(await readForm(FINGERPRINTS), commitSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await commitCapital(actor, page.address, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(`${page.here}#commitment-${outcome.value.number}`);
});

export default function Commit() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { t, format } = useLanguage();
  const kinds = CONTRIBUTION_KINDS.map((value) => ({ value, label: t(`money:kind.${value}`) }));
  return (
    <MoneyPage title={t("money:own.commit")} lede={page.product} back={page.back} form={form} multipart>
      <Select name="memberId" label={t("money:field.party")} options={page.own} form={form} />
      <Select name="kind" label={t("money:field.kind")} empty={t("money:field.choose")} options={kinds} form={form} />
      <TextArea
        name="description"
        label={t("money:field.description")}
        hint={t("money:field.descriptionHint")}
        max={500}
        rows={3}
        form={form}
      />
      <AmountField name="committedVnd" label={t("money:field.amount")} form={form} />
      <DateField name="dueOn" label={t("money:field.due")} form={form} />
      <fieldset>
        <legend>{t("money:field.valuation")}</legend>
        <p className="hint">{t("money:field.valuationHint", { threshold: format.money(BigInt(page.threshold)) })}</p>
        <Field name="valuationMethod" label={t("money:field.method")} optional maxLength={300} form={form} />
        <Field
          name="valuer"
          label={t("money:field.valuer")}
          hint={t("money:field.valuerHint")}
          optional
          maxLength={300}
          form={form}
        />
        <DateField name="valuedOn" label={t("money:field.valuedOn")} optional form={form} />
        <FingerprintField name="reportSha256" label={t("money:field.report")} optional form={form} />
      </fieldset>
    </MoneyPage>
  );
}
