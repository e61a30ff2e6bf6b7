import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { mayLead } from "#app/domain/partnerships/partnership.policy.ts";
import { FORM_FIELDS } from "#app/domain/partnerships/terms/form-facts.ts";
import { recordTerms } from "#app/domain/partnerships/terms/record-terms.server.ts";
import { termsSchemaFor } from "#app/domain/partnerships/terms/terms.schema.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { TermsForm } from "#app/ui/partnerships/terms/terms-form.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { missingFacts, recordedTerms } from "#app/web/partnerships/agreements/terms-form.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t, url }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const { partnership, agreement } = draft;
  const view = await agreementView(draft, lang);
  if (agreement.state !== "NEGOTIATION" || !mayLead(actor, partnership.members)) throw redirect(`${view.here}/check`);
  const members = partnership.members.filter(({ joined }) => joined);
  const today = dayInVietnam(new Date());
  const [authorReward, intermediary] = await Promise.all([
    parameterOn("result.author-reward.minimum", today),
    parameterOn("result.intermediary.minimum", today),
  ]);
  const usual = { authorRewardPpm: Number(authorReward), intermediaryPpm: Number(intermediary) };
  const { form } = partnership;
  const recorded = recordedTerms(agreement, { members, form }, usual, lang);
  return {
    title: t("terms:enter"),
    partnershipForm: form,
    base: view.base,
    code: view.code,
    product: view.product,
    leadName: pickText(members.find(({ role }) => role === "LEAD")?.names ?? {}, lang)?.text ?? "",
    parties: members.map(({ id, names }) => ({ id, label: pickText(names, lang)?.text ?? id })),
    // whoever wanted to agree the draft is led here, to what is missing
    recorded: url.searchParams.has("missing") ? { ...recorded, errors: missingFacts(agreement, form, lang) } : recorded,
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const parsed = parseForm(await readForm(), termsSchemaFor(draft.partnership.form), lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const address = { code: draft.partnership.code, productCode: draft.agreement.productCode };
  const outcome = await recordTerms(actor, address, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(`/${lang}/partnerships/${address.code}/agreements/${address.productCode}/check`);
});

export default function EnterTerms() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? page.recorded;
  const { lang, t } = useLanguage();
  const labels = Object.fromEntries(
    FORM_FIELDS[page.partnershipForm].map(({ key }) => [key, t(`terms:forms.field.${key}`)]),
  );
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: `${page.base}/manage` },
        { label: t("terms:enter") },
      ]}
    >
      <ErrorSummary form={form} labels={labels} />
      <Head title={t("terms:title")} lede={`${page.product}. ${t("terms:how")}`} />
      <div className="formpage">
        <TermsForm partnershipForm={page.partnershipForm} leadName={page.leadName} parties={page.parties} form={form} />
      </div>
    </Page>
  );
}
