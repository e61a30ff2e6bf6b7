import type { CallItem } from "#app/domain/partnerships/calls/call.ts";
import { CallHit } from "#app/ui/calls/call-hit.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";

/** Open needs and offers of results for a product or a group; `allHref` leads to all of them. */
export function MarketSection(props: { items: readonly CallItem[]; today: string; allHref: string }) {
  const { t } = useLanguage();
  return (
    <Section id="market" title={t("calls:market.title")} aside={<a href={props.allHref}>{t("calls:all")}</a>}>
      {props.items.length === 0 ? (
        <p className="soft">{t("catalogue:noMarket")}</p>
      ) : (
        <HitList>
          {props.items.map((item) => (
            <CallHit key={item.code} item={item} today={props.today} />
          ))}
        </HitList>
      )}
    </Section>
  );
}
