import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { listRepresented } from "#app/domain/partnerships/members/queries.server.ts";
import { DESCRIPTION, PARTNERSHIP_FORMS, proposeSchema, TITLE } from "#app/domain/partnerships/partnership.schema.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Checkboxes, Select } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Form } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ actor, lang, t }) => {
  const [catalogue, own] = await Promise.all([loadCatalogue(), listRepresented(actor)]);
  const leads = own.filter(({ verified }) => verified);
  return {
    title: t("partnerships:propose.title"),
    leads: leads.map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id })),
    homeProvince: leads[0]?.provinceCode ?? null,
    provinces: catalogue.provinces.map(({ code, names }) => ({ value: code, label: names[lang] })),
  };
});

export const action = memberAction(async ({ actor, lang, readForm }) => {
  const parsed = parseForm(await readForm(), proposeSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await propose(actor, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(`/${lang}/partnerships/${outcome.value.code}/manage`);
});

export default function ProposePartnership() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { lang, t } = useLanguage();
  const crumbs = [
    { label: t("partnerships:title"), href: `/${lang}/partnerships` },
    { label: t("partnerships:propose.title") },
  ];
  if (page.leads.length === 0)
    return (
      <Page crumbs={crumbs}>
        <div className="formpage">
          <h1>{t("partnerships:propose.title")}</h1>
          <EmptyState title={t("partnerships:propose.noOrganisation")}>
            {t("partnerships:propose.noOrganisationText")}
          </EmptyState>
        </div>
      </Page>
    );
  const given = form ?? EMPTY_FORM;
  return (
    <Page crumbs={crumbs}>
      <div className="read formpage">
        <ErrorSummary form={given} />
        <h1>{t("partnerships:propose.title")}</h1>
        <p className="lede">{t("partnerships:propose.lede")}</p>
        <Form>
          <Select
            name="leadId"
            label={t("partnerships:field.lead")}
            hint={t("partnerships:hint.lead")}
            options={page.leads}
            form={given}
          />
          <Select
            name="form"
            label={t("partnerships:field.form")}
            empty={t("partnerships:choose")}
            options={PARTNERSHIP_FORMS.map((value) => ({ value, label: t(`partnerships:form.${value}`) }))}
            form={given}
          />
          {LANGUAGES.map((language, place) => (
            <Field
              key={language}
              name={`title_${language}`}
              label={`${t("partnerships:field.title")} (${LANGUAGE_NAMES[language]})`}
              hint={place === 0 ? t("partnerships:hint.oneLanguage") : undefined}
              optional={place > 0}
              maxLength={TITLE.most}
              form={given}
            />
          ))}
          {LANGUAGES.map((language, place) => (
            <TextArea
              key={language}
              name={`description_${language}`}
              label={`${t("partnerships:field.description")} (${LANGUAGE_NAMES[language]})`}
              hint={place === 0 ? t("partnerships:hint.description") : undefined}
              optional={place > 0}
              max={DESCRIPTION.most}
              lang={language}
              form={given}
            />
          ))}
          <DateField name="validFrom" label={t("partnerships:field.from")} form={given} />
          <DateField
            name="lastOn"
            label={t("partnerships:field.to")}
            hint={t("partnerships:hint.to")}
            optional
            form={given}
          />
          <Field
            name="totalValue"
            label={t("partnerships:field.totalValue")}
            hint={t("partnerships:hint.totalValue")}
            optional
            form={given}
          />
          <Field
            name="trlStart"
            label={t("partnerships:field.trlStart")}
            inputMode="numeric"
            size={4}
            optional
            form={given}
          />
          <Field
            name="trlTarget"
            label={t("partnerships:field.trlTarget")}
            inputMode="numeric"
            size={4}
            optional
            form={given}
          />
          <Checkboxes
            name="provinceCodes"
            label={t("partnerships:field.provinces")}
            choices={page.provinces}
            columns
            optional
            form={given}
            values={form || !page.homeProvince ? undefined : [page.homeProvince]}
          />
          <p className="actions">
            <button className="btn" type="submit">
              {t("partnerships:propose.submit")}
            </button>
          </p>
        </Form>
      </div>
    </Page>
  );
}
