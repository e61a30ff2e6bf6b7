import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { profileSchema } from "#app/domain/accounts/profile/profile.schema.ts";
import { findProfile, saveProfile } from "#app/domain/accounts/profile/save-profile.server.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { FieldsOfScience } from "#app/ui/accounts/fields-of-science.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { safeRedirect } from "#app/web/redirect.server.ts";

export const loader = memberLoader(async ({ t, lang, actor }) => {
  const [{ name, affiliation, orcid, fordCodes }, { fieldsOfScience }] = await Promise.all([
    findProfile(actor.personId),
    loadCatalogue(),
  ]);
  const values = { name: name ?? "", affiliation: affiliation ?? "", orcid: orcid ?? "", fordCodes };
  const fields = fieldsOfScience.map(({ code, parentCode, names }) => ({
    code,
    parentCode,
    name: pickText(names, lang)?.text ?? code,
  }));
  return { title: t("accounts:profile.title"), first: name === null, form: { values, errors: {} }, fields };
});

export const action = memberAction(async ({ readForm, lang, url, actor }) => {
  const { fieldsOfScience } = await loadCatalogue();
  const codes = fieldsOfScience.filter((field) => field.parentCode !== null).map((field) => field.code);
  const parsed = parseForm(await readForm(), profileSchema(codes), lang);
  if (!parsed.ok) return sendBack(parsed.form);
  await saveProfile(actor, parsed.value);
  return redirect(safeRedirect(url.searchParams.get("next"), `/${lang}/me`));
});

export default function Profile() {
  const loaded = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? loaded.form;
  const labels = {
    name: t("accounts:profile.name"),
    affiliation: t("accounts:profile.affiliation"),
    orcid: "ORCID",
    fordCodes: t("accounts:profile.fields"),
  };
  return (
    <Page crumbs={[{ label: t("accounts:me.title"), href: `/${lang}/me` }, { label: t("accounts:profile.title") }]}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={labels} />
        <h1>{t("accounts:profile.title")}</h1>
        <p className="lede">{t(loaded.first ? "accounts:profile.ledeFirst" : "accounts:profile.lede")}</p>
        <Form>
          <Field
            name="name"
            label={labels.name}
            hint={t("accounts:profile.nameHint")}
            autoComplete="name"
            form={form}
          />
          <Field
            name="affiliation"
            label={labels.affiliation}
            hint={t("accounts:profile.affiliationHint")}
            autoComplete="organization"
            optional
            form={form}
          />
          <Field name="orcid" label="ORCID" hint={t("accounts:profile.orcidHint")} optional form={form} />
          <FieldsOfScience fields={loaded.fields} form={form} />
          <Actions>
            <Submit>{t("accounts:profile.button")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
