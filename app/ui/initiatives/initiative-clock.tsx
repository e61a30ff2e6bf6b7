import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { ClockPanel } from "#app/ui/blocks/clock-panel.tsx";
import { handWords } from "#app/ui/board/board-words.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Whose turn it is with an initiative: who, what, by when, and the clock itself. */
export function InitiativeClock(props: { obligation: PublicObligation; today: string }) {
  const { lang, t } = useLanguage();
  const { obligation, today } = props;
  const { kind, debtor, clock, openedOn, originalDueOn, dueOn, pausedOn, pauses, endedOn } = obligation;
  const duty = `initiatives:duty.${kind}`;
  return (
    <ClockPanel
      id="turn"
      clock={{ state: clock.state, openedOn, originalDueOn, dueOn, pausedOn, pauses, endedOn }}
      days={clock.days}
      debtor={{ house: debtor.house, name: handWords(t, lang, debtor) }}
      duty={t.has(duty) ? t(duty) : kind}
      today={today}
      history={obligation}
      note={dueOn !== null && dueOn !== originalDueOn ? t("initiatives:moved") : undefined}
    />
  );
}
