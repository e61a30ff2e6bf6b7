import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FUNDING_SOURCES } from "#app/domain/catalogue/funding-source.ts";
import { allocateFunding } from "#app/domain/partnerships/funding/allocate.server.ts";
import { fundedBodies } from "#app/domain/partnerships/funding/funding.policy.ts";
import { allocateSchema } from "#app/domain/partnerships/funding/funding.schema.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { AmountField, ReferenceField } from "#app/ui/partnerships/capital/document-fields.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { fundingForm, fundingPage } from "#app/web/partnerships/funding-page.server.ts";

export const loader = roleLoader(["FUND"], async ({ actor, params, url, lang, t }) => {
  const { tranches: _tranches, ...page } = fundingForm(await fundingPage(actor, { params, url, lang }), { lang, t });
  const bodies = fundedBodies(actor).map(({ organisationId, names }) => ({
    value: organisationId,
    label: pickText(names, lang)?.text ?? organisationId,
  }));
  return { title: t("money:fund.allocate"), ...page, bodies };
});

export const action = roleAction(["FUND"], async ({ actor, params, url, lang, t, readForm }) => {
  const page = fundingForm(await fundingPage(actor, { params, url, lang }), { lang, t });
  const parsed = parseForm(await readForm(), allocateSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await allocateFunding(actor, page, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(page.here);
});

export default function Allocate() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { t } = useLanguage();
  return (
    <MoneyPage title={t("money:fund.allocate")} lede={page.product} back={page.back} form={form}>
      <Select name="organisationId" label={t("money:fund.field.body")} options={page.bodies} form={form} />
      <Select
        name="source"
        label={t("money:fund.field.source")}
        empty={t("money:field.choose")}
        options={FUNDING_SOURCES.map((value) => ({ value, label: t(`money:source.${value}`) }))}
        form={form}
      />
      <Field name="budgetLine" label={t("money:fund.field.budgetLine")} maxLength={200} form={form} />
      <AmountField name="allocatedVnd" label={t("money:funding.allocated")} form={form} />
      <ReferenceField label={t("money:funding.decision")} form={form} />
    </MoneyPage>
  );
}
