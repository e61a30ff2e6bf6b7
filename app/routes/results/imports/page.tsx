import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hostsOf } from "#app/domain/results/drafts/queries.server.ts";
import { MOST_ROWS } from "#app/domain/results/imports/import.ts";
import { CSV_COLUMNS } from "#app/domain/results/imports/row.ts";
import { mayImport } from "#app/domain/results/result.policy.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { FileField } from "#app/ui/form/file-field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PlanSection } from "#app/ui/results/imports/plan-section.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { roleAction, roleLoader } from "#app/web/guard.server.ts";
import { IMPORT_FILE, importByForm } from "#app/web/results/import-form.server.ts";

export const loader = roleLoader(["PARTY_REP", "RESULT_OFFICER"], async ({ t, lang, actor }) => ({
  title: t("results:import.title"),
  hosts: hostsOf(actor)
    .filter(({ id }) => mayImport(actor, id))
    .map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id })),
  blank: blankForm(),
}));

export const action = roleAction(["PARTY_REP", "RESULT_OFFICER"], async ({ readForm, lang, actor }) => {
  const { form, plan, status } = await importByForm(actor, await readForm(IMPORT_FILE), lang);
  return json({ form, plan }, { status });
});

export default function ImportResults() {
  const { title, hosts, blank } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const answer = useActionData<typeof action>();
  const form = answer?.form ?? blank;
  const plan = answer?.plan ?? null;
  return (
    <Page
      crumbs={[
        { label: t("results:title"), href: `/${lang}/results` },
        { label: t("results:mine.title"), href: `/${lang}/me/results` },
        { label: title },
      ]}
    >
      <ErrorSummary
        form={form}
        labels={{
          organisationId: t("results:form.organisation"),
          file: t("results:import.file"),
        }}
      />
      <Head title={title} lede={t("results:import.lede", { max: MOST_ROWS })} />
      {plan ? <PlanSection plan={plan} /> : null}
      <div className="read formpage">
        <Form multipart>
          <Select name="organisationId" label={t("results:form.organisation")} options={hosts} form={form} />
          <FileField
            name="file"
            label={t("results:import.file")}
            hint={t("results:import.fileHint")}
            accept=".csv,.json,.jsonl,text/csv,application/json"
            optional
            form={form}
          />
          <TextArea
            name="text"
            label={t("results:import.text")}
            hint={t("results:import.textHint")}
            rows={8}
            form={form}
          />
          <Actions>
            {plan?.isReady ? (
              <Submit name="intent" value="import">
                {t("results:import.submit", { count: plan.counts.NEW + plan.counts.CHANGED })}
              </Submit>
            ) : null}
            <Submit name="intent" value="preview" {...(plan?.isReady ? { look: "alt" } : {})}>
              {t("results:import.look")}
            </Submit>
          </Actions>
        </Form>
        <Columns />
      </div>
    </Page>
  );
}

/** What a file may hold. */
function Columns() {
  const { lang, t } = useLanguage();
  return (
    <details className="data">
      <summary>{t("results:import.columns")}</summary>
      <p>{t("results:import.columnsText")}</p>
      <p className="s">
        <code>{CSV_COLUMNS.join(", ")}</code>
      </p>
      <p className="s">
        <a href={`/${lang}/results.csv`}>CSV</a>{" "}
        <a href={`/${lang}/results.datapackage.json`}>{t("results:exports.columns")}</a>
      </p>
    </details>
  );
}
