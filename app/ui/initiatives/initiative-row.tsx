import type { PublicHand } from "#app/domain/obligations/board.ts";
import type { Clock } from "#app/domain/obligations/obligation.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import { handWords } from "#app/ui/board/board-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { SearchHit } from "#app/ui/lists/search-hit.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { Readiness } from "#app/ui/marks/readiness.tsx";

export type RowItem = {
  code: string;
  state: string;
  track: string;
  title: Texts | null;
  abstract: Texts | null;
  trl: number | null;
  submittedOn: string;
  decidedOn: string | null;
  supports: number | null;
  turn: (PublicHand & { kind: string; house: House; dueOn: string; clock: Clock }) | null;
};

/** One initiative of the public list: its words once it is decided, whose turn it is until then. */
export function InitiativeRow(props: { item: RowItem; province: string | null }) {
  const { lang, t, format } = useLanguage();
  const { item } = props;
  const title = item.title && pickText(item.title, lang);
  const abstract = item.abstract && pickText(item.abstract, lang);
  return (
    <SearchHit
      tag={item.state === "WITHDRAWN" ? t("initiatives:one") : trackWords(item.track, t)}
      code={item.code}
      href={`/${lang}/initiatives/${item.code}`}
      title={title?.text ?? t("initiatives:undecidedTitle", { code: item.code })}
      titleLang={title?.lang}
      snippet={abstract?.text}
      snippetLang={abstract?.lang}
    >
      <StateTag state={item.state} />
      {item.turn ? (
        <>
          <PartyBadge house={item.turn.house} name={handWords(t, lang, item.turn)} />
          <ClockChip state={item.turn.clock.state} days={item.turn.clock.days} />
        </>
      ) : null}
      {item.trl ? <Readiness level={item.trl} /> : null}
      {item.supports ? <span className="s soft">{t("voice:row.supports", { count: item.supports })}</span> : null}
      {props.province ? <span className="s soft">{props.province}</span> : null}
      <span className="s soft">
        {item.decidedOn
          ? t("initiatives:decidedOn", { date: format.date(item.decidedOn) })
          : t("initiatives:submittedOn", { date: format.date(item.submittedOn) })}
      </span>
    </SearchHit>
  );
}

/** The state in words: what it is, never how much time is left. */
export function StateTag(props: { state: string }) {
  const { t } = useLanguage();
  return <Tag>{stateWords(props.state, t)}</Tag>;
}

export function stateWords(state: string, t: ReturnType<typeof useLanguage>["t"]): string {
  const key = `initiatives:state.${state}`;
  return t.has(key) ? t(key) : state;
}

function trackWords(track: string, t: ReturnType<typeof useLanguage>["t"]): string {
  return t(`initiatives:track.${track === "BREAKTHROUGH" ? "BREAKTHROUGH" : "ORDINARY"}`);
}
