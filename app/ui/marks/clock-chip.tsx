import type { ClockState } from "#app/domain/obligations/obligation.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";

/**
 * Dial and words of one clock. `days` are calendar days: left (`run`, `soon`), overdue (`over`) or late (`late`);
 * without them the state's own words stand alone.
 */
export function ClockChip(props: { state: ClockState; days?: number | undefined }) {
  const { state, days } = props;
  const { t } = useLanguage();
  const name = t(`clock:state.${state}`);
  const countsDown = (state === "run" || state === "soon") && days !== undefined;
  return (
    <span className={`chip ${state}`}>
      <Icon name={state} />
      <span>
        {countsDown ? <span className="vh">{t("clock:before", { state: name })}</span> : null}
        {countsDown ? daysLeft() : (daysPast() ?? name)}
      </span>
    </span>
  );

  function daysLeft(): string {
    return days === 0 ? t("clock:today") : t("clock:daysLeft", { count: days ?? 0 });
  }
  function daysPast(): string | null {
    if (days === undefined) return null;
    if (state === "over") return t("clock:overdue", { count: days });
    return state === "late" ? t("clock:late", { count: days }) : null;
  }
}
