import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { trancheSchema } from "#app/domain/partnerships/funding/funding.schema.ts";
import { planTranche } from "#app/domain/partnerships/funding/plan-tranche.server.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { DateField } from "#app/ui/form/field.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { AmountField } from "#app/ui/partnerships/capital/document-fields.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { fundingForm, fundingPage } from "#app/web/partnerships/funding-page.server.ts";

export const loader = roleLoader(["FUND"], async ({ actor, params, url, lang, t }) => {
  const { tranches: _tranches, ...page } = fundingForm(await fundingPage(actor, { params, url, lang }), { lang, t });
  if (page.lines.length === 0) throw redirect(page.here);
  return { title: t("money:fund.plan"), ...page };
});

export const action = roleAction(["FUND"], async ({ actor, params, url, lang, t, readForm }) => {
  const page = fundingForm(await fundingPage(actor, { params, url, lang }), { lang, t });
  const parsed = parseForm(await readForm(), trancheSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await planTranche(actor, page, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(page.here);
});

export default function Plan() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { t } = useLanguage();
  return (
    <MoneyPage title={t("money:fund.plan")} lede={page.product} back={page.back} form={form}>
      <Select name="line" label={t("money:fund.field.line")} options={page.lines} form={form} />
      <DateField name="dueOn" label={t("money:tranche.due")} form={form} />
      <AmountField name="amountVnd" label={t("money:fund.field.amount")} form={form} />
      <TextArea name="condition" label={t("money:fund.field.condition")} max={500} rows={3} form={form} />
    </MoneyPage>
  );
}
