import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { ClockPanel } from "#app/ui/blocks/clock-panel.tsx";
import { handWords } from "#app/ui/board/board-words.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Who has to verify an organisation, and by when. */
export function VerificationClock(props: { obligation: PublicObligation; today: string }) {
  const { lang, t } = useLanguage();
  const { debtor, clock, ...dates } = props.obligation;
  return (
    <ClockPanel
      id="verification"
      clock={{ ...dates, state: clock.state }}
      days={clock.days}
      debtor={{ house: debtor.house, name: handWords(t, lang, debtor) }}
      duty={t("organisations:page.duty")}
      today={props.today}
      note={t("organisations:page.clockNote")}
      history={props.obligation}
    />
  );
}
