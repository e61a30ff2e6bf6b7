import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { lacksOf } from "#app/domain/results/completeness.ts";
import { submit } from "#app/domain/results/drafts/submit.server.ts";
import { revisionSchema } from "#app/domain/results/result.schema.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { lackWords } from "#app/ui/results/form/lack-words.ts";
import { ResultAnswers } from "#app/ui/results/form/result-answers.tsx";
import { labelsOf } from "#app/ui/results/labels.ts";
import { viewOf } from "#app/ui/results/view.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { editableResult } from "#app/web/results/result-file.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const today = dayInVietnam(new Date());
  const [result, catalogue, days] = await Promise.all([
    editableResult(actor, params["code"]),
    loadCatalogue(),
    parameterOn("result.verification.working-days", today),
  ]);
  return {
    title: t("results:check.title"),
    code: result.code,
    revision: result.revision,
    view: viewOf(result.content),
    labels: labelsOf(result.content, catalogue),
    days: Number(days),
    lacks: lacksOf(result.content, today).map((lack) => ({
      part: lack.part,
      field: lack.field,
      words: lackWords(lack, t, formatter(lang)),
    })),
  };
});

export const action = memberAction(async ({ readForm, params, lang, actor }) => {
  const { code } = await editableResult(actor, params["code"]);
  const parsed = parseForm(await readForm(), revisionSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const sent = await submit(actor, code, parsed.value);
  if (!sent.ok) return sendBack(withRefusal(parsed.form, sent, lang), sent.code === "INCOMPLETE" ? 422 : 409);
  return redirect(`/${lang}/results/${code}/receipt`);
});

export default function CheckResult() {
  const { title, code, revision, view, labels, days, lacks } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const base = `/${lang}/results/${code}/edit`;
  return (
    <Page
      crumbs={[
        { label: t("results:mine.title"), href: `/${lang}/me/results` },
        { label: <span className="nw">{code}</span>, href: base },
        { label: title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} />
        <h1>{title}</h1>
        <p className="lede">{t("results:check.lede")}</p>
        {lacks.length > 0 ? (
          <Notice warn>
            <p>
              <strong>{t("results:check.lacking")}</strong>
            </p>
            <ul className="flow tight">
              {lacks.map((lack) => (
                <li key={`${lack.part} ${lack.field}`}>
                  <a href={`${base}/${lack.part}`}>{t(`results:part.${lack.part}`)}</a>: {lack.words}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <ResultAnswers result={view} labels={labels} base={base} />
        <Form>
          <input type="hidden" name="revision" value={revision} />
          <p>{t("results:check.promise", { days })}</p>
          <Actions>
            <Submit>{t("results:check.submit")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
