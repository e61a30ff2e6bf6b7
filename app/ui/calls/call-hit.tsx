import { type CallItem, standingOf } from "#app/domain/partnerships/calls/call.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { bodyName, houseWords, levelWords, needWords } from "#app/ui/calls/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { SearchHit } from "#app/ui/lists/search-hit.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** One call or offer of a list: who seeks or offers what, until when, and how many are interested. */
export function CallHit(props: { item: CallItem; today: string }) {
  const { lang, t, format } = useLanguage();
  const { item } = props;
  const title = pickText(item.title, lang);
  const text = pickText(item.text, lang);
  const levels = levelWords(t, item.trlFrom, item.trlTo);
  return (
    <SearchHit
      tag={t(`calls:kind.${item.kind}`)}
      code={item.code}
      href={`/${lang}/partnerships/calls/${item.code}`}
      title={title?.text ?? item.code}
      titleLang={title?.lang}
      snippet={text?.text}
      snippetLang={text?.lang}
    >
      <Tag>{t(`calls:standing.${standingOf(item, props.today)}`)}</Tag>
      <PartyBadge house={item.body.house} name={bodyName(item.body, lang)} />
      <span>{needWords(t, item.needs)}</span>
      {levels ? <span className="s soft">{levels}</span> : null}
      {item.missing.length > 0 ? (
        <span className="s">{t("calls:missing", { houses: houseWords(t, item.missing) })}</span>
      ) : null}
      <span className="s soft">{t("calls:until", { date: format.date(item.closesOn) })}</span>
      <span className="s soft">{t("calls:interests", { count: item.interests })}</span>
    </SearchHit>
  );
}
