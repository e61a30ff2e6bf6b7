import type { PublicComplaint } from "#app/domain/results/complaints/complaint.ts";
import type { Currency } from "#app/domain/results/currency/currency.ts";
import type { ResultState } from "#app/domain/results/result.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { ComplaintBanner } from "#app/ui/results/complaints.tsx";
import type { ResultView } from "#app/ui/results/view.ts";

/** Why this page is not like any other: not public, long not updated, or under review. */
export function ResultStanding(props: {
  result: {
    state: ResultState;
    isPublic: boolean;
    currency: Currency | null;
    view: Pick<ResultView, "embargoUntil" | "embargoReason">;
    complaints: readonly PublicComplaint[];
    complaintText: string | null;
    clock: { dueOn: string | null } | null;
  };
}) {
  const { t, format } = useLanguage();
  const { result } = props;
  const { view } = result;
  return (
    <>
      {result.isPublic ? null : (
        <Notice>
          <p>{t("results:page.notPublic")}</p>
          {view.embargoUntil ? (
            <p>
              {t("results:page.embargo", { date: format.date(view.embargoUntil), reason: view.embargoReason ?? "" })}
            </p>
          ) : null}
        </Notice>
      )}
      {result.currency?.isStale ? (
        <Notice>
          <p>
            <strong>{t("results:page.stale", { count: result.currency.days })}</strong> {t("results:page.staleText")}
          </p>
        </Notice>
      ) : null}
      {result.state === "UNDER_REVIEW" ? (
        <ComplaintBanner
          complaints={result.complaints}
          dueOn={result.clock?.dueOn ?? null}
          text={result.complaintText}
        />
      ) : null}
    </>
  );
}
