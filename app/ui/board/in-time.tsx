import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** Whether an obligation is in time: against the date now, and against the first one, which nothing moves. */
export function InTime(props: { obligation: PublicObligation }) {
  const { lang, t, format } = useLanguage();
  const { clock, originalDueOn, workingDays, usedDays } = props.obligation;
  const date = format.date(originalDueOn);
  return (
    <section aria-labelledby="in-time">
      <h2 id="in-time" className="h-s">
        {t("clock:page.inTime")}
      </h2>
      <ul className="flow tight">
        <li>{t("clock:page.current", { state: t(`clock:state.${clock.state}`) })}</li>
        <li>
          {clock.daysPastOriginal > 0
            ? t("clock:page.pastOriginal", { count: clock.daysPastOriginal, date })
            : t("clock:page.withinOriginal", { date })}
        </li>
        <li>
          {workingDays === null
            ? t("clock:page.agreed", { count: usedDays })
            : t("clock:page.used", { days: usedDays, count: workingDays })}
        </li>
      </ul>
      {clock.provisional ? (
        <Notice>
          <p>
            {t("clock:page.provisional")} <a href={`/${lang}/catalogue/working-days`}>{t("obligations:calendar")}</a>
          </p>
        </Notice>
      ) : null}
    </section>
  );
}
