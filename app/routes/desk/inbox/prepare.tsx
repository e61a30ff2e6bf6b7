import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { ASSIGNED_ROLES } from "#app/domain/initiatives/assignment/assignment.policy.ts";
import { type Colleague, listColleagues } from "#app/domain/initiatives/assignment/queries.server.ts";
import { mayDoInBulk } from "#app/domain/initiatives/bulk/bulk.policy.ts";
import { type BulkKind, isBulkKind } from "#app/domain/initiatives/bulk/bulk.ts";
import { listInboxOf } from "#app/domain/initiatives/inbox/queries.server.ts";
import { BulkFields, BulkRows, bulkLabels } from "#app/ui/desk/inbox/bulk-form.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { notFound, type PageRequest, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { prepareFrom, startOf } from "#app/web/initiatives/bulk-form.server.ts";

const NOBODY: Colleague[] = [];

export const loader = roleLoader(ASSIGNED_ROLES, async (page) => {
  const { actor, url, lang, t } = page;
  const kind = kindOf(page);
  const { codes, form } = await startOf(actor, kind, url.searchParams, lang);
  const [known, colleagues] = await Promise.all([
    listInboxOf(actor, codes),
    kind === "assign" ? listColleagues(actor) : NOBODY,
  ]);
  return {
    title: t(`inbox:${kind}.title`),
    ...{ kind, form, colleagues, me: actor.personId },
    here: url.pathname + url.search,
    rows: codes.map((code) => ({ code, title: known.find((one) => one.code === code)?.title ?? null })),
  };
});

export const action = roleAction(ASSIGNED_ROLES, async (page) => {
  const prepared = await prepareFrom(page.actor, kindOf(page), await page.readForm(), page.lang);
  if ("form" in prepared) return sendBack(prepared.form);
  return redirect(`/${page.lang}/desk/bulk/${prepared.key}`, 303);
});

/** The act in the address, where it exists for the actor. */
function kindOf({ params, actor }: PageRequest<Actor>): BulkKind {
  const kind = params["act"];
  if (!isBulkKind(kind) || !mayDoInBulk(actor, kind)) throw notFound();
  return kind;
}

export default function Prepare() {
  const { kind, rows, colleagues, me, here, ...data } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const returned = useActionData<typeof action>()?.form;
  const form = returned ?? data.form;
  const inbox = `/${lang}/desk/inbox`;
  return (
    <Page
      crumbs={[
        { label: t("desk:title"), href: `/${lang}/desk` },
        { label: t("inbox:title"), href: inbox },
        { label: t(`inbox:${kind}.title`) },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={bulkLabels(t, kind)} />
        <h1>{t(`inbox:${kind}.title`)}</h1>
        <p className="lede">{t(`inbox:${kind}.lede`)}</p>
        {rows.length === 0 ? (
          <EmptyState title={t("inbox:nothingTicked")} action={{ href: inbox, label: t("inbox:toInbox") }} />
        ) : (
          <Form action={here}>
            <BulkRows rows={rows} form={form} isReturned={returned !== undefined} />
            <BulkFields kind={kind} form={form} colleagues={colleagues} me={me} />
            <Actions>
              <Submit>{t("inbox:preview")}</Submit>
              <a href={inbox}>{t("inbox:toInbox")}</a>
            </Actions>
          </Form>
        )}
      </div>
    </Page>
  );
}
