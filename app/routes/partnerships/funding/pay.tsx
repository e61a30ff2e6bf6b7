import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { paymentSchema } from "#app/domain/partnerships/funding/funding.schema.ts";
import { PAYMENT_DIRECTIONS, REFUND_GROUNDS } from "#app/domain/partnerships/funding/funding.ts";
import { recordPayment } from "#app/domain/partnerships/funding/record-payment.server.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { DocumentFields } from "#app/ui/partnerships/capital/document-fields.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { FINGERPRINTS } from "#app/web/files/fingerprint.server.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { fundingForm, fundingPage } from "#app/web/partnerships/funding-page.server.ts";

export const loader = roleLoader(["FUND"], async ({ actor, params, url, lang, t }) => {
  const { tranches, ...page } = fundingForm(await fundingPage(actor, { params, url, lang }), { lang, t });
  if (page.lines.length === 0) throw redirect(page.here);
  return { title: t("money:fund.pay"), ...page, payable: tranches(({ conditionMetAt }) => conditionMetAt !== null) };
});

export const action = roleAction(["FUND"], async ({ actor, params, url, lang, t, readForm }) => {
  const page = fundingForm(await fundingPage(actor, { params, url, lang }), { lang, t });
  const parsed = parseForm(await readForm(FINGERPRINTS), paymentSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await recordPayment(actor, page, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(page.here);
});

export default function Pay() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { t } = useLanguage();
  return (
    <MoneyPage title={t("money:fund.pay")} lede={page.product} back={page.back} form={form} multipart>
      <Select name="line" label={t("money:fund.field.line")} options={page.lines} form={form} />
      <Select
        name="tranche"
        label={t("money:fund.field.tranche")}
        optional
        empty={t("money:fund.field.noTranche")}
        options={page.payable}
        form={form}
      />
      <RadioGroup
        name="direction"
        label={t("money:fund.field.direction")}
        choices={PAYMENT_DIRECTIONS.map((value) => ({ value, label: t(`money:payment.${value}`) }))}
        form={form}
      />
      <Select
        name="ground"
        label={t("money:fund.field.ground")}
        hint={t("money:fund.field.groundHint")}
        optional
        empty={t("money:fund.field.noGround")}
        options={REFUND_GROUNDS.map((value) => ({ value, label: t(`money:ground.${value}`) }))}
        form={form}
      />
      <Select name="memberId" label={t("money:payment.member")} options={page.parties} form={form} />
      <DocumentFields form={form} amount={t("money:fund.field.amount")} />
    </MoneyPage>
  );
}
