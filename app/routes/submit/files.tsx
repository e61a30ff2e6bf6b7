import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { attach, detach, MOST_ATTACHMENTS } from "#app/domain/initiatives/drafts/attach.server.ts";
import { FORM_STEPS, ruleSchema } from "#app/domain/initiatives/initiative.schema.ts";
import { ACCEPTED_ENDINGS } from "#app/platform/files/file-kind.server.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { FileField } from "#app/ui/form/file-field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { AskedFor, DraftAside, StepsAt } from "#app/ui/initiatives/form/draft-aside.tsx";
import { LevelFields } from "#app/ui/initiatives/form/part-level.tsx";
import { levelWords } from "#app/ui/initiatives/part-readers.tsx";
import { sizeWords, typeWords } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { readUploads } from "#app/web/files/uploads.server.ts";
import { blankForm, parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { draftAside, requireDraft } from "#app/web/initiatives/draft-page.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const draft = await requireDraft(actor, params["code"]);
  if (!draft.isEditable) throw redirect(`/${lang}/submit/${draft.code}/receipt`);
  return {
    title: t("initiatives:form.steps.files"),
    code: draft.code,
    files: draft.attachments,
    endings: ACCEPTED_ENDINGS,
    most: MOST_ATTACHMENTS,
    aside: await draftAside(draft, lang, t),
  };
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const action = memberAction(async ({ params, readForm, lang, actor }) => {
  const { code, isEditable } = await requireDraft(actor, params["code"]);
  const page = `/${lang}/submit/${code}/files`;
  if (!isEditable) return sendBack(withRefusal(blankForm(), { ok: false, code: "NOT_EDITABLE" }, lang), 409);
  const { form, uploads, refusals } = await readUploads(readForm);
  const remove = form.get("remove");
  if (typeof remove === "string" && remove !== "") {
    const gone = UUID.test(remove) ? await detach(actor, code, remove) : null;
    if (!gone || (!gone.ok && gone.code === "NOT_FOUND")) throw notFound();
    if (!gone.ok) return sendBack(withRefusal(blankForm(), gone, lang), 409);
    throw redirect(page, 303);
  }
  const read = parseForm(form, ruleSchema, lang);
  if (!read.ok) return sendBack(read.form);
  let answer = read.form;
  for (const refusal of refusals) answer = withRefusal(answer, { ...refusal, field: "file" }, lang);
  for (const upload of uploads) {
    const added = await attach(actor, code, { upload, rule: read.value });
    if (!added.ok) answer = withRefusal(answer, { field: "file", ...added }, lang);
  }
  if (uploads.length + refusals.length === 0)
    answer = withRefusal(answer, { ok: false, code: "FILE_MISSING", field: "file" }, lang);
  if (Object.keys(answer.errors).length === 0) throw redirect(page, 303);
  return sendBack(answer, refusals.some((one) => one.code === "FILE_TOO_LARGE") ? 413 : 422);
});

export default function SubmitFiles() {
  const { code, files, endings, most, aside } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const base = `/${lang}/submit/${code}`;
  const title = t("initiatives:form.steps.files");
  const row = (file: (typeof files)[number]) => ({
    name: file.name,
    href: `/files/${file.id}`,
    removeValue: file.id,
    meta: fileMeta(file, t, format),
  });
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
          <StepsAt number={FORM_STEPS.length} total={FORM_STEPS.length} />
          <h1>{title}</h1>
          <ErrorSummary
            form={form}
            labels={{ file: t("initiatives:form.files.label"), until: t("authorship:parts.until") }}
          />
          <AskedFor code={code} items={aside.asked} step="files" />
          {files.length === 0 ? <p className="read">{t("initiatives:form.files.none")}</p> : null}
          <Form action={`${base}/files`} multipart>
            <FileField
              name="file"
              label={t("initiatives:form.files.label")}
              hint={t("initiatives:form.files.hint", { max: most })}
              accept={endings}
              multiple
              removeName="remove"
              files={files.map(row)}
              form={form}
            />
            <LevelFields level="level" until="until" of="files" form={form} />
            <Actions>
              <Submit look="alt">{t("initiatives:form.files.upload")}</Submit>
            </Actions>
          </Form>
          <Actions>
            <a className="btn" href={`${base}/check`}>
              {t("initiatives:form.check")}
            </a>
            <a href={`${base}/declarations`}>{t("initiatives:form.back")}</a>
          </Actions>
        </div>
        <DraftAside data={aside} />
      </div>
    </Page>
  );
}

function fileMeta(
  file: ReturnType<typeof useLoaderData<typeof loader>>["files"][number],
  t: Translate,
  format: Format,
): string {
  const size = sizeWords(file.sizeBytes, format.number);
  return [typeWords(file.mediaType), size, levelWords(file, t, format), shortHash(file.sha256)].join(" · ");
}
