import type { CallItem } from "#app/domain/partnerships/calls/call.ts";
import { CallHit } from "#app/ui/calls/call-hit.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";

/** How the host of a result offers it to the market, and the way for its representatives to do so. */
export function OfferedSection(props: { code: string; offers: readonly CallItem[]; mayOffer: boolean; today: string }) {
  const { lang, t } = useLanguage();
  const { offers, mayOffer } = props;
  if (offers.length === 0 && !mayOffer) return null;
  return (
    <Section id="offered" title={t("calls:market.offered")} aside={t("calls:market.offeredAside")}>
      {offers.length > 0 ? (
        <HitList>
          {offers.map((item) => (
            <CallHit key={item.code} item={item} today={props.today} />
          ))}
        </HitList>
      ) : (
        <p className="soft">{t("calls:market.offeredNone")}</p>
      )}
      {mayOffer ? (
        <p className="row">
          <a
            className="btn alt"
            href={`/${lang}/partnerships/calls/new?${new URLSearchParams({ kind: "RESULT_OFFER", result: props.code })}`}
          >
            {t("calls:market.offerThis")}
          </a>
        </p>
      ) : null}
    </Section>
  );
}
