import { filePath, type ListedPicture } from "#app/domain/results/profile/file.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HitList, SearchHit } from "#app/ui/lists/search-hit.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { Readiness } from "#app/ui/marks/readiness.tsx";
import type { ResultSummary } from "#app/ui/results/result-card.tsx";

/** Its place is kept before it arrives; the title says what it shows. */
function Thumbnail({ id, title, lang }: ListedPicture) {
  const src = filePath({ id }, "thumb");
  return <img src={src} width={112} height={84} alt={title} lang={lang} loading="lazy" decoding="async" />;
}

/** Published results one under the other, as a search shows them. */
export function ResultHits(props: { results: readonly (ResultSummary & { picture: ListedPicture | null })[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <HitList>
      {props.results.map((result) => {
        const title = pickText(result.title, lang);
        const teaser = pickText(result.teaser, lang);
        return (
          <SearchHit
            key={result.code}
            tag={
              t.has(`results:type.${result.resultType}`) ? t(`results:type.${result.resultType}`) : result.resultType
            }
            code={`${result.code} · ${format.date(format.dayOf(result.publishedAt))}`}
            href={`/${lang}/results/${result.code}`}
            title={title?.text ?? result.code}
            titleLang={title?.lang}
            snippet={teaser?.text}
            snippetLang={teaser?.lang}
            picture={result.picture ? <Thumbnail {...result.picture} /> : null}
          >
            <PartyBadge house={result.host.house} name={<Text of={result.host.names} badge={false} />} />
            <Readiness level={result.level} />
            {result.commercialised ? <Tag>{t("results:onMarket.true")}</Tag> : null}
          </SearchHit>
        );
      })}
    </HitList>
  );
}
