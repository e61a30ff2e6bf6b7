import type { AmendmentState } from "#app/domain/partnerships/amendments/amendment.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type PastProposal = { number: number; state: AmendmentState; endReason: string | null; endedAt: string | null };

/** Amendments that were taken back or declined, and why, so that nobody proposes the same again unknowing. */
export function PastProposals(props: { past: readonly PastProposal[] }) {
  const { t, format } = useLanguage();
  if (props.past.length === 0) return null;
  return (
    <Section id="past" title={t("amendments:past.title")}>
      <ul className="list">
        {props.past.map(({ number, state, endReason, endedAt }) => (
          <li key={number}>
            {t("amendments:one", { number: String(number) })}, {endedAt ? format.dateTime(endedAt) : null}:{" "}
            {t(state === "WITHDRAWN" ? "amendments:past.WITHDRAWN" : "amendments:past.DECLINED")}. {endReason}
          </li>
        ))}
      </ul>
    </Section>
  );
}
