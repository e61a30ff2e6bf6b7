import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { figuresOfBoard, listBoard } from "#app/domain/obligations/board/queries.server.ts";
import { AGES, BOARD_VIEWS, type BoardFilter } from "#app/domain/obligations/board.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { listOwedBy } from "#app/domain/obligations/queries.server.ts";
import { encodeCursor } from "#app/platform/cursor.ts";
import { OpenClocks } from "#app/ui/blocks/open-clocks.tsx";
import { BoardFilterForm } from "#app/ui/board/board-filter.tsx";
import { dutyWords } from "#app/ui/board/board-words.ts";
import { BodySection } from "#app/ui/board/body-table.tsx";
import { DueWeeks } from "#app/ui/board/due-weeks-figure.tsx";
import { BoardKey } from "#app/ui/board/obligation-board.tsx";
import { OpenTable } from "#app/ui/board/open-table.tsx";
import { PublicBoard } from "#app/ui/board/public-board.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FirstNext } from "#app/ui/lists/pagination.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { boardFilterOf, boardPlaceOf, boardQuery } from "#app/web/obligations/board-filter.ts";

const PER_PAGE = 25;

export const loader = publicLoader(async ({ url, lang, t, actor }) => {
  const filter = boardFilterOf(url);
  const at = new Date();
  const after = boardPlaceOf(url, filter);
  const [{ summary, bodies }, { items, next }, yours, { provinces }] = await Promise.all([
    figuresOfBoard(filter),
    listBoard(filter, { limit: PER_PAGE, after, at }),
    actor ? listOwedBy(actor, at) : null,
    loadCatalogue(),
  ]);
  const query = boardQuery(filter).toString();
  return {
    title: t("obligations:title"),
    description: t("obligations:lede"),
    feed: `/${lang}/obligations.atom${query && `?${query}`}`,
    filter,
    summary,
    items,
    next: next && encodeCursor([...next]),
    isFirst: after === null,
    bodies,
    yours,
    provinces: provinces
      .map(({ code, names }) => ({ code, name: names[lang] }))
      .sort((a, b) => a.name.localeCompare(b.name, lang)),
    now: at.toISOString(),
    today: dayInVietnam(at),
  };
});

export default function Obligations() {
  const { summary, yours, now, today } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page crumbs={[{ label: t("obligations:title") }]}>
      <Head title={t("obligations:title")} lede={t("obligations:lede")}>
        <p className="s">
          <a href={`/${lang}/catalogue/working-days`}>{t("obligations:calendar")}</a>
        </p>
      </Head>
      {yours ? (
        <Section id="yours" title={t("obligations:yours")}>
          {yours.length === 0 ? (
            <p className="soft">{t("obligations:yoursNone")}</p>
          ) : (
            <PublicBoard caption={t("obligations:yours")} items={yours} today={today} />
          )}
        </Section>
      ) : null}
      <div className="cols half">
        <OpenClocks
          id="now"
          title={t("obligations:now", { time: format.weekdayDateTime(now) })}
          counts={summary.states}
        >
          <p className="s soft">{t("obligations:soonMeans")}</p>
        </OpenClocks>
        <DueWeeks weeks={summary.weeks} today={today} paused={summary.states.wait} />
      </div>
      <Each />
      <Counts />
      <Bodies />
    </Page>
  );
}

/** The address of the board with these changes to its filter. */
function useAddress(): (change: Partial<BoardFilter>, after?: string | null) => string {
  const { filter } = useLoaderData<typeof loader>();
  const { lang } = useLanguage();
  return (change, after) => {
    const query = boardQuery({ ...filter, ...change });
    if (after) query.set("after", after);
    return `/${lang}/obligations${query.size > 0 ? `?${query}` : ""}`;
  };
}

function Each() {
  const { filter, summary, items, next, isFirst, bodies, provinces, today } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const addressOf = useAddress();
  const { states } = summary;
  const total = states.over + states.soon + states.run + states.wait;
  const query = boardQuery(filter);
  const isFiltered = [...query.keys()].some((name) => name !== "view");
  const behind = query.size > 0 ? `?${query}` : "";
  const extras = (
    <>
      <a href={`/${lang}/obligations.csv${behind}`}>{t("obligations:csv")}</a> ·{" "}
      <a href={`/${lang}/obligations.atom${behind}`}>{t("obligations:feed")}</a>
    </>
  );
  return (
    <Section id="each" title={t("obligations:each")} aside={extras}>
      <BoardFilterForm action={`/${lang}/obligations`} filter={filter} bodies={bodies} provinces={provinces} />
      {isFiltered ? (
        <p className="s">
          <a href={`/${lang}/obligations`}>{t("obligations:filter.clear")}</a>
        </p>
      ) : null}
      <Tabs
        label={t("obligations:views")}
        tabs={BOARD_VIEWS.map((view) => ({
          label: t(`obligations:view.${view}`),
          href: addressOf({ view }),
          current: view === filter.view,
          ...(view === "done" ? {} : { count: view === "open" ? total : states[view] }),
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title={isFiltered ? t("obligations:empty") : t(`obligations:none.${filter.view}`)}>
          {isFiltered ? null : t("obligations:noneText")}
        </EmptyState>
      ) : (
        <>
          <BoardKey />
          <PublicBoard
            caption={t(`obligations:view.${filter.view}`)}
            items={items}
            today={today}
            ended={filter.view === "done"}
          />
        </>
      )}
      <FirstNext firstHref={isFirst ? undefined : addressOf({})} nextHref={next ? addressOf({}, next) : undefined} />
    </Section>
  );
}

function Counts() {
  const { summary } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const addressOf = useAddress();
  if (summary.kinds.length === 0) return null;
  const kinds = summary.kinds.map((row) => ({
    ...{ ...row, key: row.kind, label: dutyWords(t, row.kind), href: addressOf({ kind: row.kind }) },
  }));
  const ages = AGES.map((age) => ({
    ...{ key: age, label: t(`obligations:age.${age}`), href: addressOf({ age }) },
    ...(summary.ages.find((one) => one.age === age) ?? { open: 0, over: 0 }),
  }));
  return (
    <Section id="counts" title={t("obligations:counts.title")}>
      <div className="cols half">
        <OpenTable caption={t("obligations:counts.byKind")} what={t("obligations:counts.kind")} rows={kinds} />
        <OpenTable caption={t("obligations:counts.byAge")} what={t("obligations:counts.age")} rows={ages} />
      </div>
    </Section>
  );
}

function Bodies() {
  const { filter, bodies } = useLoaderData<typeof loader>();
  const addressOf = useAddress();
  const chosen = filter.body ?? filter.role;
  const shown = bodies.filter((one) => chosen === null || (one.organisationId ?? one.role) === chosen);
  return (
    <BodySection
      bodies={shown}
      hrefOf={({ organisationId, role }) => addressOf({ body: organisationId, role: organisationId ? null : role })}
    />
  );
}
