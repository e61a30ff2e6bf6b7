import { useLoaderData } from "@remix-run/react";
import { holds } from "#app/domain/accounts/actor.ts";
import { listOwnResults } from "#app/domain/results/drafts/queries.server.ts";
import { EDITABLE_STATES } from "#app/domain/results/result.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { paged } from "#app/ui/lists/addresses.ts";
import { FirstNext } from "#app/ui/lists/pagination.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { memberLoader } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ t, actor, url }) => {
  const after = url.searchParams.get("after");
  const { items, next } = await listOwnResults(actor, after);
  return {
    title: t("results:mine.title"),
    results: items.map((it) => ({ ...it, isOpen: EDITABLE_STATES.includes(it.state) })),
    firstHref: after === null ? null : paged(url, null),
    nextHref: next === null ? null : paged(url, next),
    mayImport: holds(actor, "PARTY_REP") || holds(actor, "RESULT_OFFICER"),
  };
});

export default function MyResults() {
  const { title, results, firstHref, nextHref, mayImport } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page crumbs={[{ label: t("frame:me"), href: `/${lang}/me` }, { label: title }]}>
      <Head title={title} lede={t("results:mine.lede")}>
        <p className="row">
          <a className="btn" href={`/${lang}/results/new`}>
            {t("results:record")}
          </a>
          {mayImport ? <a href={`/${lang}/results/import`}>{t("results:import.link")}</a> : null}
        </p>
      </Head>
      {results.length === 0 ? (
        <EmptyState title={t("results:mine.none")}>{t("results:mine.noneText")}</EmptyState>
      ) : (
        <StackTable
          caption={title}
          columns={[
            { label: t("results:mine.result"), heads: true },
            { label: t("results:mine.state") },
            { label: t("results:mine.turn") },
            { label: t("results:mine.changed") },
          ]}
          rows={results.map((it) => ({
            key: it.code,
            cells: [
              <span key="name">
                <a href={`/${lang}/results/${it.code}${it.isOpen ? "/edit" : ""}`}>
                  <Text of={it.title} />
                </a>
                <br />
                <span className="s soft">
                  <span className="nw">{it.code}</span> · <Text of={it.host} badge={false} />
                </span>
              </span>,
              t(`results:state.${it.state}`),
              it.clock ? turn(it.clock) : "–",
              <span key="at" className="nw">
                {format.dateTime(it.updatedAt)}
              </span>,
            ],
          }))}
        />
      )}
      <FirstNext firstHref={firstHref ?? undefined} nextHref={nextHref ?? undefined} />
    </Page>
  );

  function turn({ kind, dueOn }: { kind: string; dueOn: string }): string {
    const key = `results:mine.turnOf.${kind}`;
    return t.has(key) ? t(key, { date: format.date(dueOn) }) : kind;
  }
}
