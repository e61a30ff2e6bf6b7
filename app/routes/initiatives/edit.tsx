import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EDITED_PARTS } from "#app/domain/initiatives/edits/edit.policy.ts";
import { editSchema } from "#app/domain/initiatives/edits/edit.schema.ts";
import { editPublicText } from "#app/domain/initiatives/edits/edit-public-text.server.ts";
import { findEdit } from "#app/domain/initiatives/edits/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { EditFields } from "#app/ui/initiatives/voice/edit-fields.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound } from "#app/web/guard.server.ts";
import { codeOf } from "#app/web/initiatives/desk-case.server.ts";
import { storedForm } from "#app/web/initiatives/draft-form.server.ts";
import { refuseVoice } from "#app/web/initiatives/voice-page.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const { code } = params;
  const edit = isCode("SK", code) ? await findEdit(actor, code) : null;
  if (!edit) throw notFound();
  const { values } = storedForm({ content: edit.content, parts: edit.rules }, lang);
  return {
    title: t("voice:edit.title"),
    code: edit.code,
    heading: edit.content.title,
    language: edit.content.language,
    parts: edit.parts,
    isOpen: edit.isOpen,
    stored: { values: { ...values, revision: String(edit.revision) }, errors: {} },
  };
});

export const action = memberAction(async (request) => {
  const code = codeOf(request);
  const parsed = parseForm(await request.readForm(), editSchema, request.lang);
  if (!parsed.ok) return refuseVoice(parsed.form, null, request.lang);
  const edited = await editPublicText(request.actor, code, parsed.value);
  if (!edited.ok) return refuseVoice(parsed.form, edited, request.lang);
  throw redirect(`/${request.lang}/initiatives/${code}/versions/${edited.value.version}`, 303);
});

export default function InitiativeEdit() {
  const { title, code, heading, language, parts, isOpen, stored } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? stored;
  const labels = Object.fromEntries([
    ...LANGUAGES.flatMap((one) => [
      [`title_${one}`, t("initiatives:form.title.label", { language: LANGUAGE_NAMES[one] })],
      [`abstract_${one}`, t("initiatives:form.abstract.label", { language: LANGUAGE_NAMES[one] })],
    ]),
    ...EDITED_PARTS.map((part) => [part, t(`initiatives:form.${part}.short`)]),
    ["note", t("voice:edit.note")],
  ]);
  return (
    <Page
      crumbs={[
        { label: t("initiatives:list.title"), href: `/${lang}/initiatives` },
        { label: code, href: `/${lang}/initiatives/${code}` },
        { label: title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={labels} />
        <h1>{title}</h1>
        <p className="lede">
          <Text of={heading} />
        </p>
        <p>{t("voice:edit.lede")}</p>
        {isOpen ? (
          <Form action={`/${lang}/initiatives/${code}/edit`}>
            <input type="hidden" name="revision" value={textOf(form, "revision")} />
            <EditFields form={form} language={language} parts={parts} />
            <Actions>
              <Submit>{t("voice:edit.send")}</Submit>
              <a href={`/${lang}/initiatives/${code}`}>{t("initiatives:form.back")}</a>
            </Actions>
          </Form>
        ) : (
          <Notice>{t("voice:edit.closed")}</Notice>
        )}
      </div>
    </Page>
  );
}
