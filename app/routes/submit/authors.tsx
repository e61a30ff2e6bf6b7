import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { stateOfAuthor, sumOfShares } from "#app/domain/initiatives/authors/author.ts";
import { authorsSchema, newAuthorSchema } from "#app/domain/initiatives/authors/authors.schema.ts";
import { inviteAuthor } from "#app/domain/initiatives/authors/invite-author.server.ts";
import { removeAuthor, saveAuthors } from "#app/domain/initiatives/authors/save-authors.server.ts";
import { FORM_STEPS } from "#app/domain/initiatives/initiative.schema.ts";
import { isUuid } from "#app/platform/typed.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { AuthorsForm, authorLabels } from "#app/ui/initiatives/form/authors-form.tsx";
import { AskedFor, DraftAside, StepsAt } from "#app/ui/initiatives/form/draft-aside.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { type FormRequest, memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { draftAside, requireDraft } from "#app/web/initiatives/draft-page.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const draft = await requireDraft(actor, params["code"]);
  if (!draft.isEditable) throw redirect(`/${lang}/submit/${draft.code}/receipt`);
  return {
    title: t("initiatives:form.steps.authors"),
    code: draft.code,
    authors: draft.authors.map((author) => ({ ...author, state: stateOfAuthor(author) })),
    sumPpm: sumOfShares(draft.authors),
    aside: await draftAside(draft, lang, t),
  };
});

export const action = memberAction(async (page) => {
  const { code } = await requireDraft(page.actor, page.params["code"]);
  const form = await page.readForm();
  const here = `/${page.lang}/submit/${code}/authors`;
  const remove = form.get("remove");
  const parsed = parseForm(form, authorsSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  if (typeof remove === "string" && remove !== "") {
    const gone = isUuid(remove) ? await removeAuthor(page.actor, code, remove) : null;
    if (!gone || (!gone.ok && gone.code !== "NOT_EDITABLE")) throw notFound();
    if (!gone.ok) return sendBack(withRefusal(parsed.form, gone, page.lang), 409);
    throw redirect(here, 303);
  }
  if (parsed.value.authors.some(({ id }) => !isUuid(id))) throw notFound();
  const saved = await saveAuthors(page.actor, code, parsed.value.authors);
  if (!saved.ok) {
    if (saved.code === "NOT_FOUND") throw notFound();
    return sendBack(withRefusal(parsed.form, saved, page.lang), saved.code === "AUTHOR_NAME_MISSING" ? 422 : 409);
  }
  if (form.get("intent") === "invite") return invite(page, code, form);
  throw redirect(here, 303);
});

async function invite(page: FormRequest<Actor>, code: string, form: FormData) {
  const parsed = parseForm(form, newAuthorSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { newName, newEmail, newPart, newShare } = parsed.value;
  const invited = await inviteAuthor(page.actor, code, {
    ...{ name: newName, email: newEmail, part: newPart, contributionPpm: newShare },
  });
  if (invited.ok) throw redirect(`/${page.lang}/submit/${code}/authors`, 303);
  if (invited.code === "NOT_FOUND") throw notFound();
  return sendRefusal(parsed.form, invited, page.lang);
}

export default function SubmitAuthors() {
  const { code, authors, sumPpm, aside } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form;
  const title = t("initiatives:form.steps.authors");
  const base = `/${lang}/submit/${code}`;
  return (
    <Page
      crumbs={[
        { label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` },
        { label: code, href: base },
        { label: title },
      ]}
    >
      <div className="cols side-r formpage">
        <div>
          <StepsAt number={FORM_STEPS.indexOf("authors") + 1} total={FORM_STEPS.length} />
          <h1>{title}</h1>
          {form ? <ErrorSummary form={form} labels={authorLabels(authors.length, t)} /> : null}
          <AskedFor code={code} items={aside.asked} step="authors" />
          <AuthorsForm base={base} authors={authors} sumPpm={sumPpm} form={form} />
        </div>
        <DraftAside data={aside} />
      </div>
    </Page>
  );
}
