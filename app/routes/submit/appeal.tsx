import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { appealSchema } from "#app/domain/initiatives/appeal/appeal.schema.ts";
import { fileAppeal } from "#app/domain/initiatives/appeal/file-appeal.server.ts";
import { findAppeal } from "#app/domain/initiatives/appeal/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { AppealSection } from "#app/ui/council/appeal-section.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { blankForm, parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ params, actor, lang, t }) => {
  const { code } = params;
  const found = isCode("SK", code) ? await findAppeal(actor, code) : null;
  if (!found) throw notFound();
  return {
    ...found,
    heading: found.title,
    title: `${found.code}: ${t("council:appeal.title")}`,
    blank: blankForm({ language: lang }),
  };
});

export const action = memberAction(async ({ params, actor, readForm, lang }) => {
  const { code } = params;
  if (!isCode("SK", code)) throw notFound();
  const parsed = parseForm(await readForm(), appealSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await fileAppeal(actor, code, parsed.value);
  if (outcome.ok) return redirect(`/${lang}/submit/${code}/appeal`);
  if (outcome.code === "NOT_FOUND") throw notFound();
  return sendBack(withRefusal(parsed.form, outcome, lang), 409);
});

export default function FileAppeal() {
  const { code, heading, appeal, until, mayAppeal, blank } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blank;
  const labels = { text: t("council:appeal.text"), language: t("council:reply.language") };
  const date = until ? format.date(until) : "";
  return (
    <Page
      crumbs={[
        { label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` },
        { label: code, href: `/${lang}/initiatives/${code}` },
        { label: t("council:appeal.title") },
      ]}
    >
      <ErrorSummary form={form} labels={labels} />
      <Head eyebrow={<Text of={heading} />} title={t("council:appeal.title")} lede={t("council:appeal.lede")} />
      <AppealSection appeal={appeal} />
      {until && !mayAppeal ? (
        <Notice warn>
          <p>{t("council:appeal.over", { date })}</p>
        </Notice>
      ) : null}
      {mayAppeal || Object.keys(form.errors).length > 0 ? (
        <Section id="act" title={t("council:appeal.act")}>
          <div className="read">
            <p>{t("council:appeal.until", { date })}</p>
            <Form>
              <TextArea
                name="text"
                label={labels.text}
                hint={t("council:appeal.textHint")}
                rows={10}
                max={6_000}
                form={form}
              />
              <LanguageChoice label={labels.language} form={form} />
              <Actions>
                <Submit>{t("council:appeal.button")}</Submit>
              </Actions>
            </Form>
          </div>
        </Section>
      ) : null}
    </Page>
  );
}
