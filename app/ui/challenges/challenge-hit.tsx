import type { ChallengeItem } from "#app/domain/initiatives/challenges/challenge.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { SearchHit } from "#app/ui/lists/search-hit.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** One challenge of the public list: whose problem it is, until when it is open, and how many answer. */
export function ChallengeHit(props: { item: ChallengeItem }) {
  const { lang, t, format } = useLanguage();
  const { item } = props;
  const title = pickText(item.title, lang);
  return (
    <SearchHit
      tag={t("challenges:one")}
      code={item.code}
      href={`/${lang}/challenges/${item.code}`}
      title={title?.text ?? item.code}
      titleLang={title?.lang}
      snippet={item.problem}
      snippetLang={item.language}
    >
      <Tag>{t(`challenges:state.${item.state}`)}</Tag>
      <PartyBadge house={item.owner.house} name={<Text of={item.owner.names} badge={false} />} />
      <span className="s soft">{t("challenges:until", { date: format.date(item.closesOn) })}</span>
      <span className="s soft">{t("challenges:answers", { count: item.answers })}</span>
    </SearchHit>
  );
}
