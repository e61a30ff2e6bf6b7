import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { ClockPanel } from "#app/ui/blocks/clock-panel.tsx";
import { handWords } from "#app/ui/board/board-words.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Whose turn it is with a result. */
export function ResultClock(props: { clock: PublicObligation & { basisName: string | null }; today: string }) {
  const { lang, t } = useLanguage();
  const { clock } = props;
  const duty = `results:duty.${clock.kind}`;
  return (
    <ClockPanel
      id="clock"
      clock={{
        state: clock.clock.state,
        openedOn: clock.openedOn,
        originalDueOn: clock.originalDueOn,
        dueOn: clock.dueOn,
        pausedOn: clock.pausedOn,
        pauses: clock.pauses,
        endedOn: clock.endedOn,
      }}
      days={clock.clock.days}
      debtor={{ house: clock.debtor.house, name: handWords(t, lang, clock.debtor) }}
      duty={t.has(duty) ? t(duty) : clock.kind}
      today={props.today}
      history={clock}
      note={clock.basisName ? t("results:basis", { name: clock.basisName }) : null}
    />
  );
}
