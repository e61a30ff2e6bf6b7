import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { save } from "#app/domain/results/drafts/save.server.ts";
import { addFile } from "#app/domain/results/profile/add-file.server.ts";
import { MOST_FILES } from "#app/domain/results/profile/file.ts";
import { ACCEPTED_ENDINGS } from "#app/platform/files/file-kind.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { FileField } from "#app/ui/form/file-field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PartAsked } from "#app/ui/results/form/part-asked.tsx";
import { typedOf } from "#app/ui/results/form/typed.ts";
import { FileRows } from "#app/ui/results/profile/file-rows.tsx";
import { viewOf } from "#app/ui/results/view.ts";
import { withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { parsePart } from "#app/web/results/part-form.server.ts";
import { readProfileFiles } from "#app/web/results/profile-files.server.ts";
import { askedOf, editableResult } from "#app/web/results/result-file.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const result = await editableResult(actor, params["code"]);
  return {
    title: t("results:part.files"),
    code: result.code,
    revision: result.revision,
    files: result.content.files,
    language: result.content.language,
    form: typedOf("files", viewOf(result.content), formatter(lang)),
    asked: askedOf(result, "files"),
    endings: ACCEPTED_ENDINGS,
  };
});

// The titles first, then what was chosen: a title that is refused loses no file, and a file that is refused no title.
export const action = memberAction(async ({ readForm, params, lang, actor }) => {
  const { code, content } = await editableResult(actor, params["code"]);
  const { form: typed, uploads: files, refusals } = await readProfileFiles(readForm);
  // a body beyond all measure was not read: what was saved stands in the fields again
  const wasRead = typed.has("revision");
  const parsed = parsePart(typed, "files", lang);
  let answer = wasRead ? parsed.form : typedOf("files", viewOf(content), formatter(lang));
  const saved = wasRead && parsed.ok ? await save(actor, code, parsed.input) : null;
  if (saved && !saved.ok) answer = withRefusal(answer, saved, lang);
  for (const refusal of refusals) answer = withRefusal(answer, { ...refusal, field: "file" }, lang);
  for (const file of files) {
    const added = await addFile(actor, code, file);
    if (!added.ok) answer = withRefusal(answer, { ...added, field: "file" }, lang);
  }
  const here = `/${lang}/results/${code}/edit`;
  const isNext = typed.get("intent") === "next" && files.length === 0;
  if (Object.keys(answer.errors).length === 0) return redirect(isNext ? `${here}/publication` : `${here}/files`);
  if (saved?.ok === false) return sendBack(answer, 409);
  // what was kept besides has moved the draft on: the form that comes back is made from it
  const { revision, content: now } = await editableResult(actor, code);
  const status = refusals.some((one) => one.code === "FILE_TOO_LARGE") ? 413 : 422;
  const { values } = saved ? typedOf("files", viewOf(now), formatter(lang)) : answer;
  return sendBack({ ...answer, values: { ...values, revision: String(revision) } }, status);
});

export default function ResultFilesPage() {
  const loaded = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? loaded.form;
  const { title, code, files, language } = loaded;
  return (
    <Page
      crumbs={[
        { label: t("results:mine.title"), href: `/${lang}/me/results` },
        { label: <span className="nw">{code}</span>, href: `/${lang}/results/${code}/edit` },
        { label: title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={{ file: t("profile:form.add") }} />
        <h1>{title}</h1>
        <PartAsked messages={loaded.asked} />
        <p>{t("profile:form.filesLede")}</p>
        <Form multipart>
          <input type="hidden" name="revision" value={textOf(form, "revision") || String(loaded.revision)} />
          <FileRows files={files} form={form} lang={language} />
          <FileField
            name="file"
            label={t("profile:form.add")}
            hint={t("profile:form.addHint", { images: MOST_FILES.IMAGE, documents: MOST_FILES.DOCUMENT })}
            accept={loaded.endings}
            multiple
            form={form}
          />
          <Actions>
            <Submit name="intent" value="next">
              {t("results:form.saveNext")}
            </Submit>
            <Submit name="intent" value="save" look="alt">
              {t("profile:form.upload")}
            </Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
