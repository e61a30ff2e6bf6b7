import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { profileSchema } from "#app/domain/accounts/profile/profile.schema.ts";
import { findProfile, saveProfile } from "#app/domain/accounts/profile/save-profile.server.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { FieldsOfScience } from "#app/ui/accounts/fields-of-science.tsx";
import { Checkboxes } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { listOf } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { safeRedirect } from "#app/web/redirect.server.ts";

export const loader = memberLoader(async ({ t, lang, actor }) => {
  const [{ name, affiliation, orcid, fordCodes, productCodes }, catalogue] = await Promise.all([
    findProfile(actor.personId),
    loadCatalogue(),
  ]);
  const values = { name: name ?? "", affiliation: affiliation ?? "", orcid: orcid ?? "", fordCodes, productCodes };
  const fields = catalogue.fieldsOfScience.map(({ code, parentCode, names }) => ({
    code,
    parentCode,
    name: pickText(names, lang)?.text ?? code,
  }));
  return {
    title: t("accounts:profile.title"),
    first: name === null,
    form: { values, errors: {} },
    fields,
    products: productsOf(catalogue, lang),
  };
});

export const action = memberAction(async ({ readForm, lang, url, actor }) => {
  const catalogue = await loadCatalogue();
  const { fieldsOfScience } = catalogue;
  const codes = fieldsOfScience.filter((field) => field.parentCode !== null).map((field) => field.code);
  const parsed = parseForm(
    await readForm(),
    profileSchema(
      codes,
      productsOf(catalogue, lang).map(({ value }) => value),
    ),
    lang,
  );
  if (!parsed.ok) return sendBack(parsed.form);
  await saveProfile(actor, parsed.value);
  return redirect(safeRedirect(url.searchParams.get("next"), `/${lang}/me`));
});

/** The products in force today, to choose from. */
function productsOf(catalogue: Awaited<ReturnType<typeof loadCatalogue>>, lang: Language) {
  return productsOn(catalogue, dayInVietnam(new Date())).map(({ code, names }) => ({
    value: code,
    label: pickText(names, lang)?.text ?? code,
  }));
}

export default function Profile() {
  const loaded = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? loaded.form;
  const labels = {
    name: t("accounts:profile.name"),
    affiliation: t("accounts:profile.affiliation"),
    orcid: "ORCID",
    fordCodes: t("accounts:profile.fields"),
    productCodes: t("accounts:profile.products"),
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
          <details className="data" open={listOf(form, "productCodes").length > 0}>
            <summary>{labels.productCodes}</summary>
            <Checkboxes
              name="productCodes"
              label={<span className="vh">{labels.productCodes}</span>}
              hint={t("accounts:profile.productsHint")}
              choices={loaded.products}
              columns
              form={form}
            />
          </details>
          <Actions>
            <Submit>{t("accounts:profile.button")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
