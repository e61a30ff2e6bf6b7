import type { CallItem } from "#app/domain/partnerships/calls/call.ts";
import { CallHit } from "#app/ui/calls/call-hit.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { narrowing } from "#app/ui/lists/addresses.ts";
import { FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { ListFoot } from "#app/ui/lists/list-foot.tsx";
import { Narrow } from "#app/ui/lists/narrow.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";

/** A page of published calls with what narrows it; `base` is the list's address without a question. */
export function CallList(
  props: ReturnType<typeof narrowing> & {
    base: string;
    feed: string;
    items: readonly CallItem[];
    text: string;
    today: string;
    isFirst: boolean;
    firstHref: string;
    nextHref: string | null;
  },
) {
  const { t } = useLanguage();
  const { base, text, applied } = props;
  const isNarrowed = applied.length > 0 || text !== "";
  return (
    <div className="cols side-l">
      <FilterPanel action={base} facets={props.facets} hidden={text ? { q: text } : {}} />
      <div>
        <h2 className="vh">{t("calls:listed")}</h2>
        <Narrow action={base} label={t("calls:words")} text={text} kept={props.kept} applied={applied} />
        {props.items.length === 0 ? (
          <EmptyState
            title={t(isNarrowed ? "calls:noneMatching" : "calls:none")}
            {...(isNarrowed ? { action: { href: base, label: t("calls:all") } } : {})}
          >
            {t("calls:noneText")}
          </EmptyState>
        ) : (
          <HitList>
            {props.items.map((item) => (
              <CallHit key={item.code} item={item} today={props.today} />
            ))}
          </HitList>
        )}
        <ListFoot {...props} feed={{ href: props.feed, label: t("calls:feed") }} />
      </div>
    </div>
  );
}
