import { useLanguage } from "#app/ui/language.tsx";

/** What stays of a withdrawn result: its code, the day, and, where it had been public, the reason of its host or of the officer who upheld a complaint. */
export function Tombstone(props: {
  code: string;
  withdrawnAt: string | null;
  reason: string | null;
  byComplaint: boolean;
}) {
  const { t, format } = useLanguage();
  const date = props.withdrawnAt ? format.date(format.dayOf(props.withdrawnAt)) : "";
  return (
    <div className="read flow formpage">
      <h1>{t("results:page.withdrawn", { date })}</h1>
      <p>{t("results:page.withdrawnText", { code: props.code })}</p>
      {props.reason ? (
        <>
          <h2 className="h-s">
            {t(props.byComplaint ? "results:complaint.ended.UPHELD" : "results:page.withdrawnReason")}
          </h2>
          <p className="lines">{props.reason}</p>
        </>
      ) : null}
    </div>
  );
}
