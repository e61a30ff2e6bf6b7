import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openPartSchema } from "#app/domain/initiatives/initiative.schema.ts";
import { openPart } from "#app/domain/initiatives/readers/open-part.server.ts";
import { findReaders } from "#app/domain/initiatives/readers/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Checkbox, RadioGroup } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { levelWords } from "#app/ui/initiatives/part-readers.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ params, url, t, actor }) => {
  const { code } = params;
  const found = isCode("SK", code) ? await findReaders(actor, code, { after: url.searchParams.get("after") }) : null;
  if (!found) throw notFound();
  return { title: t("authorship:readers.title"), ...found };
});

export const action = memberAction(async ({ params, readForm, lang, actor }) => {
  const { code } = params;
  if (!isCode("SK", code)) throw notFound();
  const parsed = parseForm(await readForm(), openPartSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const opened = await openPart(actor, code, parsed.value.part);
  if (opened.ok) throw redirect(`/${lang}/me/initiatives/${code}/readings`, 303);
  if (opened.code === "NOT_FOUND") throw notFound();
  return sendBack(withRefusal(parsed.form, opened, lang), 409);
});

export default function Readings() {
  const { code, parts } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const title = t("authorship:readers.title");
  const name = usePartName();
  return (
    <Page
      crumbs={[
        { label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` },
        { label: code, href: `/${lang}/submit/${code}` },
        { label: title },
      ]}
    >
      <ErrorSummary
        form={form}
        labels={{ part: t("authorship:readers.which"), sure: t("authorship:readers.openTitle") }}
      />
      <Head title={title} lede={t("authorship:readers.lede")} />
      <Section id="parts" title={t("authorship:readers.parts")}>
        <StackTable
          caption={t("authorship:readers.parts")}
          columns={[{ label: t("authorship:readers.part"), heads: true }, { label: t("authorship:parts.who") }]}
          rows={parts.map((part) => ({
            key: part.key,
            cells: [name(part.key, part.fileName), levelWords(part, t, format)],
          }))}
        />
      </Section>
      <OpenForm form={form} />
      <Section id="readings" title={t("authorship:readers.log")} aside={t("authorship:readers.logAside")}>
        <Log />
      </Section>
    </Page>
  );
}

/** Opens one of the closed parts to everybody, for good. */
function OpenForm(props: { form: FormState }) {
  const { code, parts, mayOpen } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const name = usePartName();
  const closed = parts.filter(({ level }) => level !== "PUBLIC");
  if (!mayOpen || closed.length === 0) return null;
  return (
    <Section id="open" title={t("authorship:readers.openTitle")}>
      <Form action={`/${lang}/me/initiatives/${code}/readings`}>
        <p className="read">{t("authorship:readers.openText")}</p>
        <RadioGroup
          name="part"
          label={t("authorship:readers.which")}
          choices={closed.map((part) => ({ value: part.key, label: name(part.key, part.fileName) }))}
          form={props.form}
        />
        <Checkbox name="sure" label={t("authorship:readers.sure")} form={props.form} />
        <Actions>
          <Submit look="alt">{t("authorship:readers.open")}</Submit>
        </Actions>
      </Form>
    </Section>
  );
}

/** Who opened what, the newest first. */
function Log() {
  const { code, readings, next } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const name = usePartName();
  if (readings.length === 0)
    return <EmptyState title={t("authorship:readers.none")}>{t("authorship:readers.noneText")}</EmptyState>;
  return (
    <>
      <StackTable
        caption={t("authorship:readers.log")}
        columns={[
          { label: t("authorship:readers.at"), heads: true },
          { label: t("authorship:readers.by") },
          { label: t("authorship:readers.part") },
        ]}
        rows={readings.map((one) => ({
          key: one.id,
          cells: [
            <time key="at" dateTime={one.at}>
              {format.dateTime(one.at)}
            </time>,
            [t(`authorship:readers.role.${roleKey(one.role)}`), one.body && pickText(one.body, lang)?.text]
              .filter(Boolean)
              .join(", "),
            name(one.part, one.fileName),
          ],
        }))}
      />
      {next ? (
        <p>
          <a href={`/${lang}/me/initiatives/${code}/readings?after=${next}#readings`} rel="next">
            {t("authorship:readers.older")}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** A part in words: a field, a file by its name, or the whole. */
function usePartName() {
  const { t } = useLanguage();
  return (key: string, fileName: string | null): string => {
    if (fileName !== null) return t("authorship:readers.file", { name: fileName });
    const named = `authorship:parts.name.${key === "file" ? "whole" : key}`;
    return t.has(named) ? t(named) : t("authorship:parts.name.files");
  };
}

const ROLES = ["INTAKE", "INTAKE_HEAD", "CHAIR", "STEERING", "AUDITOR", "EVALUATOR"] as const;

function roleKey(role: string): (typeof ROLES)[number] | "OTHER" {
  return ROLES.find((one) => one === role) ?? "OTHER";
}
