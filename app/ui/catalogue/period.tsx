import { addDays } from "#app/domain/obligations/calendar.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Half-open days, said as people say them: "from … to …", the last day included. */
export function Period(props: { from: string; to: string | null }) {
  const { t, format } = useLanguage();
  const from = format.date(props.from);
  if (props.to === null) return <>{t("catalogue:validFrom", { from })}</>;
  return <>{t("catalogue:validBetween", { from, to: format.date(addDays(props.to, -1)) })}</>;
}
