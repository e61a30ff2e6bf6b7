import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributeSchema } from "#app/domain/partnerships/capital/capital.schema.ts";
import { owed } from "#app/domain/partnerships/capital/capital.ts";
import { contribute } from "#app/domain/partnerships/capital/contribute.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { DocumentFields } from "#app/ui/partnerships/capital/document-fields.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { FINGERPRINTS } from "#app/web/files/fingerprint.server.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { capitalPage, formPage } from "#app/web/partnerships/capital-page.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const page = await capitalPage(actor, params, lang);
  const format = formatter(lang);
  const open = owed(page.money.commitments).filter(
    ({ memberId, committedVnd, paidVnd }) =>
      page.own.some(({ id }) => id === memberId) && BigInt(paidVnd) < BigInt(committedVnd),
  );
  if (open.length === 0) throw redirect(page.here);
  return {
    title: t("money:own.contribute"),
    ...formPage(page, t("money:own.title")),
    commitments: open.map(({ number, kind, description, committedVnd, paidVnd, release }) => ({
      value: String(number),
      label: `${number}. ${t(`money:kind.${kind}`)}: ${description.slice(0, 60)} (${t("money:field.rest", {
        amount: format.money(BigInt(committedVnd) - BigInt(paidVnd)),
      })})${release?.agrees === null ? `. ${t("money:release.state.asked")}` : ""}`,
    })),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const page = await capitalPage(actor, params, lang);
  const parsed = parseForm(await readForm(FINGERPRINTS), contributeSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await contribute(actor, page.address, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(`${page.here}#capital-${outcome.value.number}`);
});

export default function Contribute() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { t } = useLanguage();
  return (
    <MoneyPage title={t("money:own.contribute")} lede={page.product} back={page.back} form={form} multipart>
      <Select name="commitment" label={t("money:field.commitment")} options={page.commitments} form={form} />
      <DocumentFields form={form} amount={t("money:field.amount")} />
    </MoneyPage>
  );
}
