import type { ReactNode } from "react";
import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { ClockHistory } from "#app/ui/board/clock-history.tsx";
import { ClockBar } from "#app/ui/charts/clock-bar.tsx";
import type { ClockDates } from "#app/ui/charts/clock-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

export type ClockPanelProps = {
  /** Unique on the page. */
  id: string;
  clock: ClockDates;
  /** Calendar days left, overdue or late. */
  days?: number | undefined;
  debtor: { house: House; name: ReactNode };
  /** What must be done, verb first: "answer the initiative". */
  duty: ReactNode;
  today: string;
  /** Why and by whom the date was moved; the basis of the duty. */
  note?: ReactNode;
  /** What happened to this clock is told beneath it, and leads to the page of its own. */
  history?: PublicObligation | undefined;
};

/** Whose turn it is: who, what, by when, and the clock itself. */
export function ClockPanel(props: ClockPanelProps) {
  const { t, format } = useLanguage();
  const { clock, debtor } = props;
  return (
    <section className="clock" aria-labelledby={`${props.id}-title`}>
      <div className="row between">
        <h2 id={`${props.id}-title`}>{t(clock.endedOn ? "clock:panel.ended" : "clock:panel.title")}</h2>
        <ClockChip state={clock.state} days={props.days} />
      </div>
      <p className="who">
        <PartyBadge house={debtor.house} name={debtor.name} />
      </p>
      <p>
        {t(clock.endedOn ? "clock:panel.had" : "clock:panel.must")} {props.duty}
        {clock.dueOn ? (
          <>
            , {t("clock:panel.by")} <strong className="nw">{format.weekdayDate(clock.dueOn)}</strong>.
          </>
        ) : (
          <>. {t("clock:panel.recount")}</>
        )}
      </p>
      <ClockBar id={`${props.id}-bar`} clock={clock} today={props.today} />
      {props.note ? <p className="s soft">{props.note}</p> : null}
      {props.history ? <ClockHistory obligation={props.history} today={props.today} linked /> : null}
    </section>
  );
}
