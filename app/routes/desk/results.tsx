import { useLoaderData } from "@remix-run/react";
import { listWaitingReports } from "#app/domain/results/reports/queries.server.ts";
import { listQueue, QUEUE_VIEWS } from "#app/domain/results/verification/queries.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { WaitingReports } from "#app/ui/results/market/waiting-reports.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["RESULT_OFFICER"], async ({ url, t, actor }) => {
  const asked = url.searchParams.get("view");
  const view = QUEUE_VIEWS.find((it) => it === asked) ?? "SUBMITTED";
  const [{ items, counts }, reports] = await Promise.all([listQueue(actor, view), listWaitingReports(actor)]);
  return {
    title: t("results:desk.title"),
    view,
    items,
    reports,
    tabs: QUEUE_VIEWS.map((it) => ({ view: it, count: counts[it] })),
  };
});

export default function ResultDesk() {
  const { title, view, items, reports, tabs } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const base = `/${lang}/desk/results`;
  return (
    <Page crumbs={[{ label: title }]}>
      <Head title={title} lede={t("results:desk.lede")}>
        <Tabs
          label={t("results:desk.views")}
          tabs={tabs.map((it) => ({
            href: it.view === "SUBMITTED" ? base : `${base}?view=${it.view}`,
            label: t(`results:desk.view.${it.view}`),
            count: it.count,
            current: it.view === view,
          }))}
        />
      </Head>
      <WaitingReports reports={reports} />
      <Section id="files" title={t(`results:desk.view.${view}`)}>
        {items.length === 0 ? (
          <EmptyState title={t(`results:desk.none.${view}`)} />
        ) : (
          <StackTable
            caption={t(`results:desk.view.${view}`)}
            columns={[
              { label: t("results:mine.result"), heads: true },
              { label: t("results:page.host") },
              { label: t("results:desk.submitted") },
              { label: t("results:desk.due") },
            ]}
            rows={items.map((it) => ({
              key: it.code,
              cells: [
                <span key="name">
                  <a href={`${base}/${it.code}`}>
                    <Text of={it.title} />
                  </a>
                  <br />
                  <span className="s soft">
                    <span className="nw">{it.code}</span>
                    {it.returns > 0 ? ` · ${t("results:desk.returns", { count: it.returns })}` : null}
                  </span>
                </span>,
                <PartyBadge key="host" house={it.host.house} name={<Text of={it.host.names} badge={false} />} />,
                format.date(format.dayOf(it.submittedAt)),
                <span key="due">
                  {it.dueOn ? format.date(it.dueOn) : "–"} {it.mine ? <Tag>{t("results:desk.mine")}</Tag> : null}
                  {it.embargoUntil ? ` ${t("results:desk.until", { date: format.date(it.embargoUntil) })}` : null}
                </span>,
              ],
            }))}
          />
        )}
      </Section>
    </Page>
  );
}
