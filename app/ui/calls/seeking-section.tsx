import type { CallItem } from "#app/domain/partnerships/calls/call.ts";
import { CallHit } from "#app/ui/calls/call-hit.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";

/** What a partnership looks for while a house is missing, and the way for its lead to say so. */
export function SeekingSection(props: { code: string; calls: readonly CallItem[]; mayCall: boolean; today: string }) {
  const { lang, t } = useLanguage();
  return (
    <Section id="seeking" title={t("calls:seeking")} aside={t("calls:seekingAside")}>
      {props.calls.length > 0 ? (
        <HitList>
          {props.calls.map((item) => (
            <CallHit key={item.code} item={item} today={props.today} />
          ))}
        </HitList>
      ) : (
        <p className="soft">{t("calls:seekingNone")}</p>
      )}
      {props.mayCall ? (
        <p className="row">
          <a className="btn alt" href={`/${lang}/partnerships/calls/new?partnership=${props.code}`}>
            {t("calls:writeForHouse")}
          </a>
        </p>
      ) : null}
    </Section>
  );
}
