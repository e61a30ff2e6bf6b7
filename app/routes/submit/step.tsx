import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { FORM_STEPS, revisionSchema } from "#app/domain/initiatives/initiative.schema.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { AskedFor, DraftAside, StepsAt } from "#app/ui/initiatives/form/draft-aside.tsx";
import { differences } from "#app/ui/initiatives/form/form-rows.ts";
import { StepFields } from "#app/ui/initiatives/form/step-fields.tsx";
import { fieldLabels } from "#app/ui/initiatives/form/step-labels.ts";
import { StoredTexts } from "#app/ui/initiatives/form/stored-texts.tsx";
import { SimilarList } from "#app/ui/initiatives/similar-list.tsx";
import { listNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { parseStep, stepAfter, storedForm, typedStepOf } from "#app/web/initiatives/draft-form.server.ts";
import { draftAside, lackWords, requireDraft } from "#app/web/initiatives/draft-page.server.ts";
import { similarPublic } from "#app/web/initiatives/similar.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const step = typedStepOf(params["step"]);
  if (!step) throw notFound();
  const draft = await requireDraft(actor, params["code"]);
  if (!draft.isEditable) throw redirect(`/${lang}/submit/${draft.code}/receipt`);
  const catalogue = await loadCatalogue();
  const stored = storedForm(draft, lang);
  return {
    title: t(`initiatives:form.steps.${step}`),
    code: draft.code,
    step,
    revision: draft.revision,
    language: draft.content.language,
    form: stored,
    organisations: actor.affiliations.map(({ organisationId, names }) => ({
      id: organisationId,
      name: pickText(names, lang)?.text ?? organisationId,
    })),
    names: listNames(catalogue, productsOn(catalogue, dayInVietnam(new Date())), lang),
    aside: await draftAside(draft, lang, t),
    similar: step === "summary" ? await similarPublic({ code: draft.code, ...draft.content }, { lang, t }) : null,
  };
});

export const action = memberAction(async ({ params, readForm, lang, t, actor }) => {
  const step = typedStepOf(params["step"]);
  if (!step) throw notFound();
  const { code } = await requireDraft(actor, params["code"]);
  const form = await readForm();
  const parsed = parseStep(form, step, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { revision } = revisionSchema.catch({ revision: null }).parse({ revision: form.get("revision") ?? "" });
  const saved = await saveDraft(actor, code, { revision, steps: [parsed.input] });
  if (!saved.ok) {
    if (saved.code === "NOT_FOUND") throw notFound();
    return sendBack(withRefusal(parsed.form, saved, lang), 409, { isStale: saved.code === "STALE" });
  }
  if (form.get("intent") === "later") throw redirect(`/${lang}/me/initiatives`, 303);
  const lacks = (await requireDraft(actor, code)).lacks.filter((lack) => lack.step === step);
  if (lacks.length === 0) throw redirect(`/${lang}/submit/${code}/${stepAfter(step)}`, 303);
  const errors: Record<string, string[]> = {};
  for (const lack of lacks) errors[lack.field] = [lackWords(lack, t)];
  return sendBack({ values: parsed.form.values, errors });
});

export default function SubmitStep() {
  const { code, step, revision, form, names, organisations, language, aside, similar } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const answer = useActionData<typeof action>();
  const shown = answer?.form ?? form;
  const isStale = answer !== undefined && "isStale" in answer && answer.isStale;
  const base = `/${lang}/submit/${code}`;
  const number = FORM_STEPS.indexOf(step) + 1;
  const before = FORM_STEPS[number - 2];
  const after = FORM_STEPS[number];
  const labels = fieldLabels(t);
  return (
    <Page
      crumbs={[
        { label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` },
        { label: code, href: base },
        { label: t(`initiatives:form.steps.${step}`) },
      ]}
    >
      <div className="cols side-r formpage">
        <div>
          <StepsAt number={number} total={FORM_STEPS.length} />
          <h1>{t(`initiatives:form.steps.${step}`)}</h1>
          <ErrorSummary form={shown} labels={labels} />
          {isStale ? <StoredTexts texts={differences(shown, form)} labels={labels} /> : null}
          <AskedFor code={code} items={aside.asked} step={step} />
          <Form action={`${base}/${step}`} autosave={`${base}/${step}/save`}>
            <input type="hidden" name="revision" value={revision} />
            <StepFields {...{ step, names, organisations, language }} track={aside.track} form={shown} />
            {similar ? (
              <Section id="similar" title={t("similar:title")}>
                <div className="flow">
                  <p className="s read">{t("similar:lede")}</p>
                  <SimilarList view={similar} isLive />
                </div>
              </Section>
            ) : null}
            <Actions>
              <Submit>{t(after ? "initiatives:form.save" : "initiatives:form.toCheck")}</Submit>
              <Submit look="alt" name="intent" value="later">
                {t("initiatives:form.saveOnly")}
              </Submit>
              {before ? <a href={`${base}/${before}`}>{t("initiatives:form.back")}</a> : null}
              <a href={`${base}/check`}>{t("initiatives:form.check")}</a>
            </Actions>
          </Form>
        </div>
        <DraftAside data={aside} />
      </div>
    </Page>
  );
}
