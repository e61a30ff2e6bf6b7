import { useLoaderData } from "@remix-run/react";
import { listBoard, summariseBoard } from "#app/domain/obligations/board/queries.server.ts";
import { BOARD_VIEWS, type BoardView, WHOLE_BOARD } from "#app/domain/obligations/board.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { OpenClocks } from "#app/ui/blocks/open-clocks.tsx";
import { BoardKey } from "#app/ui/board/obligation-board.tsx";
import { PublicBoard } from "#app/ui/board/public-board.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PreviousNext } from "#app/ui/lists/pagination.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { pageNumber } from "#app/web/paging.ts";

const PER_PAGE = 25;

export const loader = publicLoader(async ({ url, t }) => {
  const asked = url.searchParams.get("view");
  const view: BoardView = BOARD_VIEWS.find((known) => known === asked) ?? "open";
  const page = pageNumber(url);
  const at = new Date();
  const [{ states: counts }, { items, next }] = await Promise.all([
    summariseBoard(WHOLE_BOARD, at),
    listBoard({ ...WHOLE_BOARD, view }, { limit: PER_PAGE, at }),
  ]);
  const more = next !== null;
  return {
    title: t("obligations:title"),
    description: t("obligations:lede"),
    view,
    page,
    counts,
    items,
    more,
    now: at.toISOString(),
    today: dayInVietnam(at),
  };
});

export default function Obligations() {
  const { view, page, counts, items, more, now, today } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const base = `/${lang}/obligations`;
  const hrefOf = (to: number) => `${base}?${new URLSearchParams({ view, page: String(to) })}`;
  const total = counts.over + counts.soon + counts.run + counts.wait;
  return (
    <Page crumbs={[{ label: t("obligations:title") }]}>
      <Head title={t("obligations:title")} lede={t("obligations:lede")} />
      <div className="cols half">
        <OpenClocks id="now" title={t("obligations:now", { time: format.weekdayDateTime(now) })} counts={counts}>
          <p className="s soft">{t("obligations:soonMeans")}</p>
        </OpenClocks>
      </div>
      <Section id="each" title={t("obligations:each")} aside={t("obligations:asOf", { time: format.dateTime(now) })}>
        <Tabs
          label={t("obligations:views")}
          tabs={BOARD_VIEWS.map((name) => ({
            label: t(`obligations:view.${name}`),
            href: `${base}?view=${name}`,
            current: name === view,
            ...(name === "done" ? {} : { count: name === "open" ? total : counts[name] }),
          }))}
        />
        {items.length === 0 ? (
          <EmptyState title={t(`obligations:none.${view}`)}>{t("obligations:noneText")}</EmptyState>
        ) : (
          <>
            <BoardKey />
            <PublicBoard caption={t(`obligations:view.${view}`)} items={items} today={today} ended={view === "done"} />
          </>
        )}
        <PreviousNext
          previousHref={page > 1 ? hrefOf(page - 1) : undefined}
          nextHref={more ? hrefOf(page + 1) : undefined}
        />
      </Section>
    </Page>
  );
}
