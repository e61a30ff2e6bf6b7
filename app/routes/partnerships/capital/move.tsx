import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveSchema } from "#app/domain/partnerships/capital/capital.schema.ts";
import { MOVE_KINDS } from "#app/domain/partnerships/capital/capital.ts";
import { moveCapital } from "#app/domain/partnerships/capital/move.server.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { AmountField, DocumentFields } from "#app/ui/partnerships/capital/document-fields.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { FINGERPRINTS } from "#app/web/files/fingerprint.server.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { capitalPage, formPage, partyOptions } from "#app/web/partnerships/capital-page.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const page = await capitalPage(actor, params, lang);
  if (!page.isSigned || page.own.length === 0) throw redirect(page.here);
  return {
    title: t("money:own.move"),
    ...formPage(page, t("money:own.title")),
    own: partyOptions(page.own, lang),
    parties: partyOptions(
      page.partnership.members.filter(({ joined }) => joined),
      lang,
    ),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const page = await capitalPage(actor, params, lang);
  const parsed = parseForm(await readForm(FINGERPRINTS), moveSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await moveCapital(actor, page.address, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(`${page.here}#capital-${outcome.value.number}`);
});

export default function Move() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { t } = useLanguage();
  return (
    <MoneyPage title={t("money:own.move")} lede={page.product} back={page.back} form={form} multipart>
      <RadioGroup
        name="kind"
        label={t("money:field.moveKind")}
        choices={MOVE_KINDS.map((value) => ({ value, label: t(`money:event.kind.${value}`) }))}
        form={form}
      />
      <Select name="fromMemberId" label={t("money:field.from")} options={page.own} form={form} />
      <Select
        name="toMemberId"
        label={t("money:field.to")}
        hint={t("money:field.toHint")}
        optional
        empty={t("money:field.choose")}
        options={page.parties}
        form={form}
      />
      <DocumentFields form={form} amount={t("money:field.amount")} />
      <AmountField name="priceVnd" label={t("money:field.price")} optional form={form} />
    </MoneyPage>
  );
}
