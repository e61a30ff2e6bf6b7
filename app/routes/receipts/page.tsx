import { useActionData, useLoaderData } from "@remix-run/react";
import { findRecordedHash } from "#app/domain/initiatives/receipts/queries.server.ts";
import { MAX_FILE_BYTES } from "#app/platform/files/files.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { refuse } from "#app/platform/outcome.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { FileField } from "#app/ui/form/file-field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { blankForm, withRefusal } from "#app/web/form.server.ts";
import { notFound, publicAction, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { overLimit } from "#app/web/limit.server.ts";

/** That a hash was recorded at an instant; of what, is told by whoever holds the text. */
export const loader = publicLoader(async ({ params, t }) => {
  const found = await findRecordedHash(params["sha256"] ?? "");
  if (!found) throw notFound();
  return { title: t("authorship:receipts.page.title"), found };
});

export const action = publicAction(async ({ params, readForm, lang, clientAddress }) => {
  const found = await findRecordedHash(params["sha256"] ?? "");
  if (!found) throw notFound();
  const over = await overLimit("hash-check", clientAddress, blankForm(), lang);
  if (over) return over;
  const form = await readForm({ maxBytes: MAX_FILE_BYTES, maxFiles: 1, store: hashOf });
  const [file, text] = [form.get("file"), form.get("text")];
  const hashes = typeof file === "string" && file !== "" ? [file] : typeof text === "string" ? hashesOf(text) : [];
  const [first] = hashes;
  if (!first) return sendBack(withRefusal(blankForm(), refuse("NOTHING_TO_COMPARE", { field: "text" }), lang));
  return { form: blankForm(), compared: { matches: hashes.includes(found.sha256), hash: first } };
});

export default function ReceiptPage() {
  const { found } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const answer = useActionData<typeof action>();
  const form = answer?.form ?? EMPTY_FORM;
  const compared = answer && "compared" in answer ? answer.compared : null;
  const title = t("authorship:receipts.page.title");
  return (
    <Page crumbs={[{ label: t("record:title"), href: `/${lang}/record` }, { label: title }]}>
      <ErrorSummary form={form} labels={{ text: t("authorship:receipts.page.text") }} />
      <Head title={title} lede={t("authorship:receipts.page.lede")} />
      <div className="read flow">
        <p>
          <code className="hash">{found.sha256}</code>
        </p>
        <p>
          {t("authorship:receipts.page.recorded")}{" "}
          <strong>
            <time dateTime={found.at}>{format.dateTime(found.at)}</time>
          </strong>
        </p>
        {found.entryNo === null ? null : <RecordSeal entryNo={found.entryNo} hash={found.sha256} />}
      </div>
      <Section id="compare" title={t("authorship:receipts.page.check")}>
        {compared ? (
          <Notice warn={!compared.matches}>
            <p>
              {compared.matches
                ? t("authorship:receipts.page.match")
                : t("authorship:receipts.page.mismatch", { hash: compared.hash })}
            </p>
          </Notice>
        ) : null}
        <Form action={`/${lang}/receipts/${found.sha256}#compare`} multipart>
          <p className="read">{t("authorship:receipts.page.checkText")}</p>
          <TextArea name="text" label={t("authorship:receipts.page.text")} rows={4} form={form} />
          <FileField name="file" label={t("authorship:receipts.page.file")} form={form} />
          <Actions>
            <Submit>{t("authorship:receipts.page.compare")}</Submit>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}

async function hashOf(file: File): Promise<string> {
  return sha256(Buffer.from(await file.arrayBuffer()));
}

/** A browser sends line ends of its own, and copying adds one at the end: each reading of what was pasted. */
function hashesOf(text: string): string[] {
  const plain = text.replace(/\r\n?/g, "\n");
  return [...new Set([plain.trim(), plain, text])].filter((one) => one.trim() !== "").map((one) => sha256(one));
}
