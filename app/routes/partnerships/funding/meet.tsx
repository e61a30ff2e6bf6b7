import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmCondition } from "#app/domain/partnerships/funding/confirm-condition.server.ts";
import { conditionSchema } from "#app/domain/partnerships/funding/funding.schema.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { ReferenceField } from "#app/ui/partnerships/capital/document-fields.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { fundingForm, fundingPage } from "#app/web/partnerships/funding-page.server.ts";

export const loader = roleLoader(["FUND"], async ({ actor, params, url, lang, t }) => {
  const { tranches, ...page } = fundingForm(await fundingPage(actor, { params, url, lang }), { lang, t });
  const waiting = tranches(({ conditionMetAt }) => conditionMetAt === null);
  if (waiting.length === 0) throw redirect(page.here);
  return { title: t("money:fund.meet"), ...page, waiting };
});

export const action = roleAction(["FUND"], async ({ actor, params, url, lang, t, readForm }) => {
  const page = fundingForm(await fundingPage(actor, { params, url, lang }), { lang, t });
  const parsed = parseForm(await readForm(), conditionSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await confirmCondition(actor, page, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(page.here);
});

export default function Meet() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { t } = useLanguage();
  return (
    <MoneyPage title={t("money:fund.meet")} lede={page.product} back={page.back} form={form}>
      <Select name="line" label={t("money:fund.field.line")} options={page.lines} form={form} />
      <Select name="tranche" label={t("money:fund.field.tranche")} options={page.waiting} form={form} />
      <ReferenceField label={t("money:fund.field.shows")} form={form} />
    </MoneyPage>
  );
}
