import type { WorkClosing } from "#app/domain/initiatives/implementation/work.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { stateWords } from "#app/ui/initiatives/initiative-row.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** How the work ended, and what the body that verified it saw: beside what the owner reported, never mixed with it. */
export function ClosingWords({ closing }: { closing: WorkClosing }) {
  const { t, format } = useLanguage();
  return (
    <div className="flow tight">
      <p className="row">
        <strong>{stateWords(closing.state, t)}</strong>
        <PartyBadge house={closing.body.house} name={<Text of={closing.body.names} badge={false} />} />
        <time className="s soft" dateTime={closing.on}>
          {format.date(closing.on)}
        </time>
      </p>
      <Prose text={closing.evidence} lang={closing.language} />
    </div>
  );
}
