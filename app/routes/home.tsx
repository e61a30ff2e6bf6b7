import { useLoaderData } from "@remix-run/react";
import { readWaitingFigures } from "#app/domain/initiatives/figures/queries.server.ts";
import { countOpenAndAnswered, listBoard } from "#app/domain/obligations/board/queries.server.ts";
import { WHOLE_BOARD } from "#app/domain/obligations/board.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { readAgreementFigures } from "#app/domain/partnerships/figures/queries.server.ts";
import { readMarketFigures } from "#app/domain/results/figures/queries.server.ts";
import { PublicBoard } from "#app/ui/board/public-board.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Figures } from "#app/ui/home/figures.tsx";
import { FreshResults } from "#app/ui/home/fresh-results.tsx";
import { Hero } from "#app/ui/home/hero.tsx";
import { ThreeDoors } from "#app/ui/home/three-doors.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

export const handle = { ownSearch: true };

const MOST_URGENT = 5;
const NEWEST_RESULTS = 3;

export const loader = publicLoader(async ({ lang, t }) => {
  const at = new Date();
  const [{ open, past }, urgent, { intakeDays, ...waiting }, agreements, { newest, ...market }] = await Promise.all([
    countOpenAndAnswered(at),
    listBoard(WHOLE_BOARD, { limit: MOST_URGENT, at }),
    readWaitingFigures(at),
    readAgreementFigures(),
    readMarketFigures(NEWEST_RESULTS),
  ]);
  return {
    title: t("frame:tagline"),
    description: t("home:lede"),
    feed: `/${lang}/feed.atom`,
    open,
    urgent: urgent.items,
    intakeDays,
    figures: { past, waiting, agreements, market },
    newest,
    now: at.toISOString(),
    today: dayInVietnam(at),
  };
});

export default function Home() {
  const { open, urgent, intakeDays, figures, newest, now, today } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const total = open.over + open.soon + open.run + open.wait;
  const all = <a href={`/${lang}/obligations`}>{t("home:turn.all", { count: total })}</a>;
  return (
    <Page>
      <Hero now={now} counts={open} />
      <ThreeDoors intakeDays={intakeDays} />
      <p>
        <a href={`/${lang}/challenges`}>{t("challenges:seeAll")}</a>
      </p>
      <Figures figures={figures} now={now} />
      <Section id="turn" title={t("obligations:title")} aside={total > 0 ? all : null}>
        {urgent.length === 0 ? (
          <EmptyState
            title={t("home:turn.none")}
            action={{ href: `/${lang}/submit`, label: t("home:doors.submit.title") }}
          >
            {t("home:turn.noneText")}
          </EmptyState>
        ) : (
          <PublicBoard caption={t("home:turn.caption")} items={urgent} today={today} />
        )}
      </Section>
      <FreshResults results={newest} published={figures.market.published} />
    </Page>
  );
}
