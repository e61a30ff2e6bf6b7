import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CRITERIA } from "#app/domain/initiatives/criteria.ts";
import { findReview } from "#app/domain/initiatives/review/queries.server.ts";
import { replySchema } from "#app/domain/initiatives/review/reply.schema.ts";
import { replyToReview } from "#app/domain/initiatives/review/reply.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { AuthorReply } from "#app/ui/council/author-reply.tsx";
import { Comments } from "#app/ui/desk/comments.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { blankForm, parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ params, actor, lang, t }) => {
  const { code } = params;
  const review = isCode("SK", code) ? await findReview(actor, code) : null;
  if (!review) throw notFound();
  return { title: `${review.code}: ${t("council:reply.title")}`, review, blank: blankForm({ language: lang }) };
});

export const action = memberAction(async ({ params, actor, readForm, lang }) => {
  const { code } = params;
  if (!isCode("SK", code)) throw notFound();
  const body = await readForm();
  const isWaived = body.get("intent") === "waive";
  const parsed = parseForm(body, replySchema, lang);
  if (!isWaived && !parsed.ok) return sendBack(parsed.form);
  const input = parsed.ok && !isWaived ? parsed.value : { text: "", language: lang };
  const outcome = await replyToReview(actor, code, input);
  if (outcome.ok) return redirect(`/${lang}/submit/${code}/comments`);
  if (outcome.code === "NOT_FOUND") throw notFound();
  return sendBack(withRefusal(parsed.form, outcome, lang), 409);
});

export default function ReviewComments() {
  const { review, blank } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blank;
  const labels = { text: t("council:reply.text"), language: t("council:reply.language") };
  const date = format.date(review.until);
  return (
    <Page
      crumbs={[
        { label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` },
        { label: review.code, href: `/${lang}/initiatives/${review.code}` },
        { label: t("council:reply.title") },
      ]}
    >
      <ErrorSummary form={form} labels={labels} />
      <Head eyebrow={<Text of={review.title} />} title={t("council:reply.title")} lede={t("council:reply.lede")} />
      <Section id="comments" title={t("desk:decisions.comments")} aside={t("desk:decisions.withoutNames")}>
        <Comments criteria={CRITERIA[review.track].map(({ code }) => code)} comments={review.comments} />
      </Section>
      <AuthorReply reply={review.reply} />
      {review.mayReply || Object.keys(form.errors).length > 0 ? (
        <Section id="act" title={t("council:reply.act")}>
          <div className="read">
            <p>{t(review.isWaitedFor ? "council:reply.waits" : "council:reply.mayCome", { date })}</p>
            <Form>
              <TextArea
                name="text"
                label={labels.text}
                hint={t("council:reply.hint")}
                rows={8}
                max={6_000}
                form={form}
              />
              <LanguageChoice label={labels.language} form={form} />
              <Actions>
                <Submit name="intent" value="reply">
                  {t("council:reply.button")}
                </Submit>
                <Submit look="alt" name="intent" value="waive">
                  {t("council:reply.waiveButton")}
                </Submit>
              </Actions>
            </Form>
          </div>
        </Section>
      ) : null}
    </Page>
  );
}
