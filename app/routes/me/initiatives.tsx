import { useLoaderData } from "@remix-run/react";
import { listMine } from "#app/domain/initiatives/drafts/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { handWords } from "#app/ui/board/board-words.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { StateTag } from "#app/ui/initiatives/initiative-row.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { memberLoader } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ t, actor }) => ({
  title: t("initiatives:mine.title"),
  items: await listMine(actor),
}));

export default function MyInitiatives() {
  const { items } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page crumbs={[{ label: t("initiatives:mine.title") }]}>
      <Head title={t("initiatives:mine.title")} lede={t("initiatives:mine.lede")}>
        <p className="row">
          <a className="btn" href={`/${lang}/submit`}>
            {t("initiatives:submit.title")}
          </a>
        </p>
      </Head>
      {items.length === 0 ? (
        <EmptyState title={t("initiatives:mine.none")}>{t("initiatives:mine.noneText")}</EmptyState>
      ) : (
        <ol className="list">
          {items.map((item) => (
            <li className="hit" key={item.code}>
              <p className="eyebrow">
                <span className="nw">{item.code}</span>
                <StateTag state={item.state} />
                {item.isMine ? null : <Tag>{t("authorship:authors.coauthor")}</Tag>}
              </p>
              <h2 className="h-s">
                <a href={addressOf(item, lang)}>
                  {pickText(item.title, lang) ? <Text of={item.title} /> : t("initiatives:mine.untitled")}
                </a>
              </h2>
              <div className="meta">
                {item.turn ? (
                  <>
                    <span>{item.turn.mine ? t("initiatives:mine.yourTurn") : handWords(t, lang, item.turn)}</span>{" "}
                    <ClockChip state={item.turn.clock.state} days={item.turn.clock.days} />{" "}
                  </>
                ) : null}
                <a href={addressOf(item, lang)}>
                  {t(`initiatives:mine.${item.isMine ? nextAct(item.state) : "see"}`)}
                  <span className="vh"> {item.code}</span>
                </a>{" "}
                <span className="s soft">
                  {t("initiatives:mine.touched", { time: format.dateTime(item.updatedAt) })}
                </span>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}

/** The proposer goes to their form, a co-author to the page. */
function addressOf(item: { code: string; isMine: boolean }, lang: string): string {
  return item.isMine ? `/${lang}/submit/${item.code}` : `/${lang}/initiatives/${item.code}`;
}

function nextAct(state: string): "write" | "complete" | "see" {
  if (state === "DRAFT") return "write";
  return state === "NEEDS_COMPLETION" ? "complete" : "see";
}
