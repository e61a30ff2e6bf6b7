import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ASSIGNED_ROLES } from "#app/domain/initiatives/assignment/assignment.policy.ts";
import { carryOut } from "#app/domain/initiatives/bulk/carry-out.server.ts";
import { findBulk } from "#app/domain/initiatives/bulk/queries.server.ts";
import { BulkWords } from "#app/ui/desk/inbox/bulk-words.tsx";
import { OutcomeTable } from "#app/ui/desk/inbox/outcome-table.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { notFound, roleAction, roleLoader } from "#app/web/guard.server.ts";
import { outcomeWords } from "#app/web/initiatives/bulk-form.server.ts";

export const loader = roleLoader(ASSIGNED_ROLES, async ({ actor, params, lang, t }) => {
  const key = params["key"];
  const bulk = await findBulk(actor, key);
  if (!key || !bulk) throw notFound();
  const { work, isDone, assignee, rows } = bulk;
  return {
    title: t(isDone ? `inbox:${work.kind}.done` : `inbox:${work.kind}.preview`),
    ...{ key, work, isDone, assignee },
    begun: rows.some(({ outcome }) => outcome !== null),
    /** how many of all will be done, or are */
    good: rows.filter(({ expected, outcome }) => (outcome ?? expected).ok).length,
    rows: rows.map(({ code, title, expected, outcome }) => ({
      ...{ code, title, settled: outcome !== null },
      ...outcomeWords(outcome ?? expected, lang),
    })),
  };
});

export const action = roleAction(ASSIGNED_ROLES, async (page) => {
  await page.readForm();
  const done = await carryOut(page.actor, page.params["key"] ?? "");
  if (!done.ok) throw notFound();
  return redirect(page.url.pathname, 303);
});

export default function Bulk() {
  const { key, work, isDone, begun, assignee, rows, good } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const inbox = `/${lang}/desk/inbox`;
  const counts = { good, count: rows.length };
  return (
    <Page
      crumbs={[
        { label: t("desk:title"), href: `/${lang}/desk` },
        { label: t("inbox:title"), href: inbox },
        { label: t(isDone ? `inbox:${work.kind}.done` : `inbox:${work.kind}.preview`) },
      ]}
    >
      <Head
        title={t(isDone ? `inbox:${work.kind}.done` : `inbox:${work.kind}.preview`)}
        lede={t(isDone ? "inbox:doneOf" : "inbox:previewOf", counts)}
      />
      {begun && !isDone ? (
        <Notice warn>
          <p>{t("inbox:interrupted")}</p>
        </Notice>
      ) : null}
      <Section id="rows" title={t(isDone ? "inbox:outcomes" : "inbox:expected")} aside={t("inbox:eachApart")}>
        <OutcomeTable rows={rows} kind={work.kind} isDone={isDone} />
      </Section>
      <Section id="words" title={t("inbox:same")}>
        <BulkWords work={work} assignee={assignee} />
      </Section>
      {isDone ? (
        <p className="actions">
          <a className="btn" href={inbox}>
            {t("inbox:toInbox")}
          </a>
        </p>
      ) : (
        <Form>
          <Actions>
            {good > 0 ? <Submit>{t(`inbox:${work.kind}.confirm`, { count: good })}</Submit> : null}
            <a href={`${inbox}/${work.kind}?from=${key}`}>{t("inbox:change")}</a>
            <a href={inbox}>{t("inbox:leave")}</a>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
