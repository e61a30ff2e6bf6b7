import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listProofs } from "#app/domain/initiatives/receipts/queries.server.ts";
import { takeReceipt } from "#app/domain/initiatives/receipts/take-receipt.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { blankForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

export const loader = memberLoader(async ({ params, t, actor }) => {
  const { code } = params;
  const found = isCode("SK", code) ? await listProofs(actor, code) : null;
  if (!found) throw notFound();
  return { title: t("authorship:receipts.title"), ...found };
});

export const action = memberAction(async ({ params, readForm, lang, actor }) => {
  const { code } = params;
  if (!isCode("SK", code)) throw notFound();
  await readForm();
  const taken = await takeReceipt(actor, code);
  if (taken.ok) throw redirect(`/${lang}/me/initiatives/${code}/receipts#list`, 303);
  if (taken.code === "NOT_FOUND") throw notFound();
  return sendRefusal(blankForm(), taken, lang);
});

export default function Receipts() {
  const { code, proofs } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const title = t("authorship:receipts.title");
  const newest = proofs[0];
  return (
    <Page
      crumbs={[
        { label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` },
        { label: code, href: `/${lang}/submit/${code}` },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} />
      <Head title={title} lede={t("authorship:receipts.lede")} />
      <p className="read">{t("authorship:receipts.how")}</p>
      <Form action={`/${lang}/me/initiatives/${code}/receipts`}>
        <Actions>
          <Submit>{t("authorship:receipts.take")}</Submit>
        </Actions>
      </Form>
      <Section id="list" title={t("authorship:receipts.list")}>
        {newest ? (
          <Proofs />
        ) : (
          <EmptyState title={t("authorship:receipts.none")}>{t("authorship:receipts.noneText")}</EmptyState>
        )}
      </Section>
      {newest ? (
        <Section id="verify" title={t("authorship:receipts.verify")}>
          <p className="read">{t("authorship:receipts.verifyText")}</p>
          <p>
            <code className="hash">sha256sum {fileName(code, newest)}</code>
          </p>
        </Section>
      ) : null}
    </Page>
  );
}

function Proofs() {
  const { code, proofs } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("authorship:receipts.list")}
      columns={[
        { label: t("authorship:receipts.what"), heads: true },
        { label: t("authorship:receipts.at") },
        { label: t("authorship:receipts.entry"), numeric: true },
        { label: t("authorship:receipts.hash") },
        { label: t("authorship:receipts.keep") },
      ]}
      rows={proofs.map((proof) => ({
        key: `${proof.kind} ${proof.number}`,
        cells: [
          t(`authorship:receipts.${proof.kind}`, { number: proof.number }),
          <time key="at" dateTime={proof.at}>
            {format.dateTime(proof.at)}
          </time>,
          proof.entryNo === null ? (
            "–"
          ) : (
            <a key="entry" href={`/${lang}/record/${proof.entryNo}`}>
              {format.number(proof.entryNo)}
            </a>
          ),
          <a key="hash" href={`/${lang}/receipts/${proof.sha256}`} title={proof.sha256}>
            <code>{shortHash(proof.sha256)}</code>
          </a>,
          <a key="text" href={`/${lang}/me/initiatives/${code}/receipts/${proof.kind}-${proof.number}`}>
            {t("authorship:receipts.download")}
            <span className="vh"> {t(`authorship:receipts.${proof.kind}`, { number: proof.number })}</span>
          </a>,
        ],
      }))}
    />
  );
}

function fileName(code: string, proof: { kind: string; number: number }): string {
  return `${code}-${proof.kind}-${proof.number}.json`;
}
