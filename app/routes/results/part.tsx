import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { contributionSumPpm } from "#app/domain/results/completeness.ts";
import { save } from "#app/domain/results/drafts/save.server.ts";
import { RESULT_PARTS } from "#app/domain/results/result.schema.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { optionsOf } from "#app/ui/results/form/options.ts";
import { PartAsked } from "#app/ui/results/form/part-asked.tsx";
import { PartFields } from "#app/ui/results/form/part-fields.tsx";
import { typedOf } from "#app/ui/results/form/typed.ts";
import { viewOf } from "#app/ui/results/view.ts";
import { withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { parsePart, partOf } from "#app/web/results/part-form.server.ts";
import { askedOf, editableResult } from "#app/web/results/result-file.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const part = partOf(params["part"]);
  const [result, catalogue] = await Promise.all([editableResult(actor, params["code"]), loadCatalogue()]);
  const format = formatter(lang);
  return {
    title: t(`results:part.${part}`),
    code: result.code,
    revision: result.revision,
    part,
    form: typedOf(part, viewOf(result.content), format),
    sum: format.percent(contributionSumPpm(result.content.authors)),
    options: optionsOf(catalogue, result.catalogueVersion, lang),
    asked: askedOf(result, part),
  };
});

export const action = memberAction(async ({ readForm, params, lang, actor }) => {
  const part = partOf(params["part"]);
  const { code } = await editableResult(actor, params["code"]);
  const typed = await readForm();
  const parsed = parsePart(typed, part, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const saved = await save(actor, code, parsed.input);
  if (!saved.ok) return sendBack(withRefusal(parsed.form, saved, lang), saved.code === "STALE" ? 409 : 422);
  const here = `/${lang}/results/${code}/edit`;
  const intent = typed.get("intent");
  const next = RESULT_PARTS[RESULT_PARTS.indexOf(part) + 1];
  if (intent === "more") return redirect(`${here}/${part}`);
  return redirect(intent === "next" && next ? `${here}/${next}` : here);
});

export default function ResultPartPage() {
  const loaded = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? loaded.form;
  const { code, part } = loaded;
  const base = `/${lang}/results/${code}`;
  const isList = !["summary", "classification", "audience", "publication"].includes(part);
  return (
    <Page
      crumbs={[
        { label: t("results:mine.title"), href: `/${lang}/me/results` },
        { label: <span className="nw">{code}</span>, href: `${base}/edit` },
        { label: loaded.title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} />
        <h1>{loaded.title}</h1>
        <PartAsked messages={loaded.asked} />
        <Form {...(isList ? {} : { autosave: `${base}/edit/${part}/save` })}>
          <input type="hidden" name="revision" value={textOf(form, "revision") || String(loaded.revision)} />
          <PartFields part={part} form={form} options={loaded.options} sum={loaded.sum} />
          <Actions>
            <Submit name="intent" value="next">
              {t("results:form.saveNext")}
            </Submit>
            <Submit name="intent" value="save" look="alt">
              {t("results:form.save")}
            </Submit>
            {isList ? (
              <Submit name="intent" value="more" look="alt">
                {t("results:form.saveMore")}
              </Submit>
            ) : null}
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
