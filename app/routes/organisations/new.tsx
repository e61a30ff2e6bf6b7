import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { createOrganisation } from "#app/domain/organisations/create.server.ts";
import { mayCreate } from "#app/domain/organisations/organisation.policy.ts";
import { organisationSchema } from "#app/domain/organisations/organisation.schema.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { OrganisationFields, organisationLabels } from "#app/ui/organisations/fields.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

export const loader = memberLoader(async ({ lang, t, actor }) => {
  if (!mayCreate(actor)) throw notFound();
  const [{ provinces }, days] = await Promise.all([
    loadCatalogue(),
    parameterOn("organisation.verification.working-days", dayInVietnam(new Date())),
  ]);
  return {
    title: t("organisations:new.title"),
    days: Number(days),
    provinces: provinces
      .map(({ code, names }) => ({ value: code, label: pickText(names, lang)?.text ?? code }))
      .sort((a, b) => a.label.localeCompare(b.label, lang)),
  };
});

export const action = memberAction(async ({ readForm, lang, actor }) => {
  const parsed = parseForm(await readForm(), organisationSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await createOrganisation(actor, parsed.value);
  if (!outcome.ok) return sendRefusal(parsed.form, outcome, lang);
  return redirect(`/${lang}/organisations/${outcome.value.code}`);
});

export default function NewOrganisation() {
  const { days, provinces } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const crumbs = [
    { label: t("organisations:title"), href: `/${lang}/organisations` },
    { label: t("organisations:new.title") },
  ];
  return (
    <Page crumbs={crumbs}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={organisationLabels(t)} />
        <h1>{t("organisations:new.title")}</h1>
        <p className="lede">{t("organisations:new.lede")}</p>
        <Form>
          <OrganisationFields form={form} provinces={provinces} />
          <Notice>
            <p>{t("organisations:new.promise", { days })}</p>
          </Notice>
          <Actions>
            <Submit>{t("organisations:new.button")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
