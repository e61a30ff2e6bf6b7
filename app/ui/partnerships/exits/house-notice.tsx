import type { House } from "#app/domain/accounts/actor.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** A running partnership is without a house: which, until when it has to be back, and what happens then. */
export function HouseNotice(props: { houses: readonly House[]; dueOn: string | null; today: string }) {
  const { t, format } = useLanguage();
  const { houses, dueOn } = props;
  if (houses.length === 0) return null;
  const date = dueOn ? format.date(dueOn) : "";
  return (
    <Notice warn>
      <p>
        <strong>{t("exits:houseLost", { houses: houses.map((house) => t(`house:${house}`)).join(", ") })}</strong>{" "}
        {dueOn ? t(dueOn < props.today ? "exits:houseOver" : "exits:houseDue", { date }) : null}
      </p>
    </Notice>
  );
}
