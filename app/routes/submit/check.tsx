import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { answerItems } from "#app/domain/initiatives/drafts/answer-items.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { answersSchema, revisionSchema } from "#app/domain/initiatives/initiative.schema.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { AllAnswers } from "#app/ui/initiatives/form/all-answers.tsx";
import { DraftAside } from "#app/ui/initiatives/form/draft-aside.tsx";
import { ItemAnswers } from "#app/ui/initiatives/form/item-answers.tsx";
import { fieldLabels } from "#app/ui/initiatives/form/step-labels.ts";
import { SimilarList } from "#app/ui/initiatives/similar-list.tsx";
import { listNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { draftAside, lackWords, requireDraft } from "#app/web/initiatives/draft-page.server.ts";
import { sentContent } from "#app/web/initiatives/sent-content.server.ts";
import { similarPublic } from "#app/web/initiatives/similar.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const draft = await requireDraft(actor, params["code"]);
  if (!draft.isEditable) throw redirect(`/${lang}/submit/${draft.code}/receipt`);
  const catalogue = await loadCatalogue();
  const applicant = actor.affiliations.find((one) => one.organisationId === draft.content.organisationId);
  return {
    title: t("initiatives:submit.checkTitle"),
    code: draft.code,
    state: draft.state,
    revision: draft.revision,
    content: sentContent(draft.content),
    organisation: applicant ? (pickText(applicant.names, lang)?.text ?? null) : null,
    files: draft.attachments,
    parts: draft.parts,
    lacks: draft.lacks.map((lack) => ({ ...lack, words: lackWords(lack, t) })),
    names: listNames(catalogue, catalogue.products, lang),
    aside: await draftAside(draft, lang, t),
    similar: await similarPublic({ code: draft.code, ...draft.content }, { lang, t }),
  };
});

export const action = memberAction(async ({ params, readForm, lang, actor }) => {
  const { code } = await requireDraft(actor, params["code"]);
  const form = await readForm();
  const answers = parseForm(form, answersSchema, lang);
  if (!answers.ok) return sendBack(answers.form);
  const answered = answers.value.answers.length > 0 ? await answerItems(actor, code, answers.value.answers) : null;
  if (answered && !answered.ok) return sendBack(withRefusal(answers.form, answered, lang), 409);
  if (form.get("intent") === "answer") throw redirect(`/${lang}/submit/${code}/check#answers`, 303);
  const { revision } = revisionSchema.catch({ revision: null }).parse({ revision: form.get("revision") ?? "" });
  const sent = await submit(actor, code, { revision });
  if (sent.ok) throw redirect(`/${lang}/submit/${code}/receipt`, 303);
  if (sent.code === "NOT_FOUND") throw notFound();
  if (sent.code === "ALREADY_SUBMITTED") throw redirect(`/${lang}/submit/${code}/receipt`, 303);
  const isOpen = sent.code === "INCOMPLETE" || sent.code === "ITEMS_UNANSWERED";
  return sendBack(withRefusal(answers.form, sent, lang), isOpen ? 422 : 409);
});

export default function SubmitCheck() {
  const { code, state, revision, content, organisation, files, parts, names, aside, similar } =
    useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blankPage;
  const base = `/${lang}/submit/${code}`;
  const title = t("initiatives:submit.checkTitle");
  return (
    <Page
      crumbs={[
        { label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` },
        { label: code, href: base },
        { label: title },
      ]}
    >
      <div className="cols side-r formpage">
        <div className="flow">
          <h1>{title}</h1>
          <ErrorSummary form={form} />
          <p className="lede">{t("initiatives:submit.checkLede")}</p>
          <Lacks base={base} />
          <AllAnswers
            base={base}
            content={content}
            organisation={organisation}
            files={files}
            names={names}
            parts={parts}
          />
          <Section id="similar" title={t("similar:title")}>
            <div className="flow">
              <p className="s read">{t("similar:lede")}</p>
              <SimilarList view={similar} />
            </div>
          </Section>
          <Form action={`${base}/check`}>
            <input type="hidden" name="revision" value={revision} />
            <ItemAnswers items={aside.asked} form={form} />
            <p className="read">
              {t("initiatives:submit.promise")} {t("initiatives:submit.promiseWho")}{" "}
              <strong className="nw">{format.weekdayDate(aside.answerDueOn)}</strong>.
            </p>
            <Actions>
              {aside.asked.length > 0 ? (
                <Submit look="alt" name="intent" value="answer">
                  {t("authorship:answers.save")}
                </Submit>
              ) : null}
              <Submit>{t(state === "DRAFT" ? "initiatives:submit.send" : "initiatives:submit.sendAgain")}</Submit>
              <a href={`${base}/withdraw`}>{t("initiatives:submit.withdraw")}</a>
            </Actions>
          </Form>
        </div>
        <DraftAside data={aside} />
      </div>
    </Page>
  );
}

/** What still stands between the draft and its submission. */
function Lacks(props: { base: string }) {
  const { lacks } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const labels = fieldLabels(t);
  if (lacks.length === 0) return null;
  return (
    <Notice warn>
      <p>
        <strong>{t("initiatives:submit.lacking", { count: lacks.length })}</strong>
      </p>
      <ul>
        {lacks.map((lack) => (
          <li key={lack.field}>
            <a href={`${props.base}/${lack.step}`}>{labels[lack.field] ?? lack.field}</a>: {lack.words}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const blankPage = { values: {}, errors: {} };
