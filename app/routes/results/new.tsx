import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hostsOf } from "#app/domain/results/drafts/queries.server.ts";
import { recordDraft } from "#app/domain/results/drafts/record-draft.server.ts";
import { RESULT_TYPES } from "#app/domain/results/exploitation.ts";
import { startSchema } from "#app/domain/results/result.schema.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { blankForm, parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ t, lang, actor }) => {
  const hosts = hostsOf(actor).map(({ id, names }) => ({ id, name: pickText(names, lang)?.text ?? id }));
  const organisationId = hosts.length === 1 ? (hosts[0]?.id ?? "") : "";
  return { title: t("results:form.newTitle"), hosts, form: blankForm({ organisationId, language: lang }) };
});

export const action = memberAction(async ({ readForm, lang, actor }) => {
  const parsed = parseForm(await readForm(), startSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const started = await recordDraft(actor, parsed.value);
  if (!started.ok) return sendBack(withRefusal(parsed.form, started, lang), 409);
  return redirect(`/${lang}/results/${started.value.code}/edit/summary`);
});

export default function NewResult() {
  const loaded = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? loaded.form;
  const labels = {
    organisationId: t("results:form.organisation"),
    title: t("results:form.newName"),
    resultType: t("results:form.resultType"),
    language: t("results:form.language"),
  };
  return (
    <Page crumbs={[{ label: t("results:title"), href: `/${lang}/results` }, { label: loaded.title }]}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={labels} />
        <h1>{loaded.title}</h1>
        <p className="lede">{t("results:form.newLede")}</p>
        {loaded.hosts.length === 0 ? (
          <EmptyState
            title={t("results:form.noHost")}
            action={{ href: `/${lang}/me/organisations`, label: t("results:form.noHostAction") }}
          >
            {t("results:form.noHostText")}
          </EmptyState>
        ) : (
          <Form>
            <Select
              name="organisationId"
              label={labels.organisationId}
              empty={t("results:form.choose")}
              options={loaded.hosts.map((it) => ({ value: it.id, label: it.name }))}
              form={form}
            />
            <Field name="title" label={labels.title} hint={t("results:form.newNameHint")} form={form} />
            <RadioGroup
              name="resultType"
              label={labels.resultType}
              choices={RESULT_TYPES.map((value) => ({ value, label: t(`results:type.${value}`) }))}
              columns
              form={form}
            />
            <LanguageChoice label={labels.language} form={form} />
            <Actions>
              <Submit>{t("results:form.start")}</Submit>
            </Actions>
          </Form>
        )}
      </div>
    </Page>
  );
}
