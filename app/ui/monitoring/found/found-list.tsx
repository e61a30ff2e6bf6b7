import type { ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";
import type { WordedFacet } from "#app/ui/lists/addresses.ts";
import { AppliedFilters, FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { FirstNext } from "#app/ui/lists/pagination.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";

/** A page of published findings or recommendations with what narrows it; `base` is the list's address without a question. */
export function FoundList(props: {
  kind: "findings" | "recommendations";
  base: string;
  facets: readonly WordedFacet[];
  applied: readonly { label: string; href: string }[];
  isFirst: boolean;
  firstHref: string;
  nextHref: string | null;
  children: ReactNode[];
}) {
  const { lang, t } = useLanguage();
  const { kind, base, applied, children } = props;
  const isNarrowed = applied.length > 0;
  return (
    <div className="cols side-l">
      <FilterPanel action={base} facets={props.facets} />
      <div className="flow">
        <h2 className="vh">{t(`monitoring:${kind}`)}</h2>
        <AppliedFilters filters={applied} />
        {children.length === 0 ? (
          <EmptyState
            title={t(`monitoring:lists.${kind}.${isNarrowed ? "noneMatching" : "none"}`)}
            action={
              isNarrowed
                ? { href: base, label: t("monitoring:lists.all") }
                : { href: `/${lang}/monitoring`, label: t("monitoring:listed") }
            }
          >
            {t(`monitoring:lists.${kind}.noneText`)}
          </EmptyState>
        ) : (
          <HitList>{children}</HitList>
        )}
        <FirstNext firstHref={props.isFirst ? undefined : props.firstHref} nextHref={props.nextHref ?? undefined} />
        <p className="s">
          <a href={`${base}.csv`} type="text/csv">
            {t(`monitoring:${kind}`)} (CSV)
          </a>
          {" · "}
          <a href={`/api/v1/monitoring/${kind}`}>JSON</a>
        </p>
      </div>
    </div>
  );
}
