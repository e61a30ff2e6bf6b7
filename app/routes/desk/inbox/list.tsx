import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { listColleagues } from "#app/domain/initiatives/assignment/queries.server.ts";
import { bulkKindsOf } from "#app/domain/initiatives/bulk/bulk.policy.ts";
import { INBOX_ROLES } from "#app/domain/initiatives/inbox/inbox.policy.ts";
import { filterQuery, INBOX_CLOCKS, readFilter } from "#app/domain/initiatives/inbox/inbox.ts";
import { countInbox, listInbox } from "#app/domain/initiatives/inbox/queries.server.ts";
import { renameFilterSchema, saveFilterSchema } from "#app/domain/initiatives/inbox/saved-filter.schema.ts";
import {
  deleteFilter,
  listFilters,
  renameFilter,
  saveFilter,
} from "#app/domain/initiatives/inbox/saved-filters.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { InboxFilterForm } from "#app/ui/desk/inbox/inbox-filter.tsx";
import { InboxTable } from "#app/ui/desk/inbox/inbox-table.tsx";
import { renameField, SavedFilterForms, SavedFilterLinks } from "#app/ui/desk/inbox/saved-filters.tsx";
import { TickedActs } from "#app/ui/desk/inbox/ticked-acts.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FirstNext } from "#app/ui/lists/pagination.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { type FormRequest, notFound, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";

export const loader = roleLoader(INBOX_ROLES, async ({ actor, url, lang, t }) => {
  const filter = readFilter(url.searchParams);
  const after = url.searchParams.get("after");
  const [{ items, next }, counts, colleagues, saved] = await Promise.all([
    listInbox(actor, filter, after),
    countInbox(actor, filter),
    listColleagues(actor),
    listFilters(actor),
  ]);
  const people = new Map(colleagues.map(({ personId, name }) => [personId, { personId, name }]));
  people.delete(actor.personId);
  return {
    title: t("inbox:title"),
    ...{ filter, query: filterQuery(filter), items, next, counts, saved },
    colleagues: [...people.values()],
    bodies: bodiesOf(actor, lang),
    acts: bulkKindsOf(actor),
    isFirst: after === null,
    allTicked: url.searchParams.get("tick") === "all",
    after,
  };
});

export const action = roleAction(INBOX_ROLES, async (request) => {
  const typed = await request.readForm();
  const intent = typed.get("intent");
  if (intent === "rename") return sendRename(request, typed);
  if (intent === "save") return sendSave(request, typed);
  if (intent !== "delete") throw notFound();
  await deleteFilter(request.actor, String(typed.get("id")));
  return redirect(request.url.pathname + request.url.search);
});

async function sendSave({ actor, lang }: FormRequest<Actor>, typed: FormData) {
  const parsed = parseForm(typed, saveFilterSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const saved = await saveFilter(actor, parsed.value);
  if (!saved.ok) return sendBack(withRefusal(parsed.form, saved, lang), 409);
  return redirect(`/${lang}/desk/inbox?${parsed.value.query}`);
}

async function sendRename({ actor, lang, url }: FormRequest<Actor>, typed: FormData) {
  const field = renameField(String(typed.get("id")));
  typed.set("name", typed.get(field) ?? "");
  const parsed = parseForm(typed, renameFilterSchema, lang);
  const renamed = parsed.ok ? await renameFilter(actor, parsed.value) : null;
  if (renamed?.ok) return redirect(url.pathname + url.search);
  if (renamed?.code === "NOT_FOUND") throw notFound();
  const { values, errors } = renamed ? withRefusal(parsed.form, renamed, lang) : parsed.form;
  const { name = [], ...others } = errors;
  return sendBack({ values, errors: { ...others, [field]: name } }, renamed ? 409 : 422);
}

/** The bodies in which the actor holds a post, each once. */
function bodiesOf(actor: Actor, lang: Language): { id: string; name: string }[] {
  const named = actor.roles.flatMap(({ organisationId, organisationNames }) =>
    organisationId ? [[organisationId, pickText(organisationNames ?? {}, lang)?.text ?? organisationId] as const] : [],
  );
  return [...new Map(named)].map(([id, name]) => ({ id, name }));
}

export default function Inbox() {
  const { filter, query, items, next, counts, saved, ...data } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const base = `/${lang}/desk/inbox`;
  const hrefOf = (parts: Record<string, string>) =>
    `${base}?${new URLSearchParams([...new URLSearchParams(query), ...Object.entries(parts)])}`;
  return (
    <Page crumbs={[{ label: t("desk:title"), href: `/${lang}/desk` }, { label: t("inbox:title") }]}>
      <ErrorSummary form={form} labels={{ name: t("inbox:saved.name") }} />
      <Head title={t("inbox:title")} lede={t("inbox:lede")}>
        <SavedFilterLinks filters={saved} current={query} />
        <Tabs
          label={t("inbox:clocks")}
          tabs={[null, ...INBOX_CLOCKS].map((clock) => ({
            href: tabHref(base, filterQuery({ ...filter, clock })),
            label: t(clock ? `inbox:clock.${clock}` : "inbox:clock.all"),
            count: clock ? counts.clocks[clock] : counts.all,
            current: clock === filter.clock,
          }))}
        />
      </Head>
      <InboxFilterForm filter={filter} kinds={counts.kinds} colleagues={data.colleagues} bodies={data.bodies} />
      {items.length === 0 ? (
        <Nothing isFiltered={query !== ""} base={base} />
      ) : (
        <form className="ticks-f" aria-label={t("inbox:ticked")}>
          <InboxTable
            items={items}
            ticking={data.acts.length > 0}
            allTicked={data.allTicked}
            bodies={data.bodies.length !== 1}
          />
          {data.acts.length > 0 ? (
            <TickedActs
              acts={data.acts}
              allTicked={data.allTicked}
              tickAll={hrefOf({ ...(data.after ? { after: data.after } : {}), tick: "all" })}
              tickNone={hrefOf(data.after ? { after: data.after } : {})}
            />
          ) : null}
        </form>
      )}
      <FirstNext
        firstHref={data.isFirst ? undefined : hrefOf({})}
        nextHref={next ? hrefOf({ after: next }) : undefined}
      />
      <SavedFilterForms filters={saved} current={query} form={form} />
    </Page>
  );
}

function tabHref(base: string, query: string): string {
  return query ? `${base}?${query}` : base;
}

function Nothing(props: { isFiltered: boolean; base: string }) {
  const { t } = useLanguage();
  if (!props.isFiltered) return <EmptyState title={t("desk:mine.none")}>{t("desk:mine.noneText")}</EmptyState>;
  return (
    <EmptyState title={t("inbox:none")} action={{ href: props.base, label: t("inbox:clear") }}>
      {t("inbox:noneText")}
    </EmptyState>
  );
}
