import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerAuthorship } from "#app/domain/initiatives/authors/answer-authorship.server.ts";
import { answerAuthorshipSchema } from "#app/domain/initiatives/authors/authors.schema.ts";
import { findAuthorship } from "#app/domain/initiatives/authors/queries.server.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { OtherReader, SignInFirst } from "#app/ui/organisations/invited-reader.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, publicLoader, sendBack } from "#app/web/guard.server.ts";

/** Opening the link answers nothing: scanners open the links of mails, too. The title is for the invited person alone. */
export const loader = publicLoader(async ({ params, url, t, actor }) => {
  const found = await findAuthorship(params["token"]);
  const title = t("authorship:answer.title");
  if (!found)
    return { title, found: null, reader: null, here: url.pathname, isDeclined: url.searchParams.has("declined") };
  const { email, title: workTitle, ...shown } = found;
  const invited = actor?.email?.toLowerCase() === email.toLowerCase();
  const reader = actor && { email: actor.email, invited };
  return {
    title,
    found: { ...shown, workTitle: invited ? workTitle : null },
    reader,
    here: url.pathname,
    isDeclined: false,
  };
});

export const action = memberAction(async ({ params, readForm, lang, actor }) => {
  const parsed = parseForm(await readForm(), answerAuthorshipSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { answer, share } = parsed.value;
  const accept = answer === "confirm";
  const given = await answerAuthorship(actor, params["token"], { accept, contributionPpm: share });
  if (!given.ok)
    return sendBack(withRefusal(parsed.form, given, lang), given.code === "INVITATION_OF_OTHERS" ? 403 : 409);
  if (accept) throw redirect(`/${lang}/initiatives/${given.value.code}`, 303);
  throw redirect(`/${lang}/authorship/${params["token"]}?declined`, 303);
});

export default function AnswerAuthorship() {
  const { title, found, reader, here, isDeclined } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const crumbs = [{ label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` }, { label: title }];
  if (!found) {
    const words = isDeclined ? t("authorship:answer.declined") : t("authorship:answer.void");
    return (
      <Page crumbs={crumbs}>
        <div className="read formpage">
          <ErrorSummary form={form} />
          <h1>{title}</h1>
          <EmptyState title={isDeclined ? t("authorship:answer.decline") : t("refusals:INVITATION_VOID")}>
            {words}
          </EmptyState>
        </div>
      </Page>
    );
  }
  const { code, proposer, name, part, contributionPpm, workTitle } = found;
  return (
    <Page crumbs={crumbs}>
      <div className="read formpage flow">
        <ErrorSummary form={form} />
        <h1>{title}</h1>
        <p className="lede">{t("authorship:answer.lede", { proposer, code })}</p>
        <Facts
          facts={[
            { term: t("authorship:answer.work"), value: workTitle ? <Text of={workTitle} /> : null },
            { term: t("authorship:answer.as"), value: name },
            { term: t("authorship:authors.part"), value: part || null },
            { term: t("authorship:authors.share"), value: format.percent(contributionPpm) },
          ]}
        />
        {reader?.invited ? (
          <Form action={here}>
            <p>{t("authorship:answer.text")}</p>
            <input type="hidden" name="share" value={contributionPpm} />
            <Actions>
              <Submit name="answer" value="confirm">
                {t("authorship:answer.confirm")}
              </Submit>
              <Submit look="alt" name="answer" value="decline">
                {t("authorship:answer.decline")}
              </Submit>
            </Actions>
          </Form>
        ) : reader ? (
          <OtherReader email={reader.email} />
        ) : (
          <SignInFirst here={here} />
        )}
      </div>
    </Page>
  );
}
