import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

export type SentAppeal = {
  against: "REJECTED" | "REJECTED_FORM";
  /** null where the reader may not read the words */
  text: string | null;
  language: Language;
  filedAt: string;
  outcome: "REJECTION_UPHELD" | "UNDER_EVALUATION" | null;
  reason: string | null;
  reasonLanguage: Language | null;
  closedAt: string | null;
  body: { names: Texts; house: House } | null;
  votes: { uphold: number; reopen: number } | null;
};

/** An appeal: against what, what came of it, by how many votes, and why. */
export function AppealSection({ appeal }: { appeal: SentAppeal | null }) {
  const { t, format } = useLanguage();
  if (!appeal) return null;
  const { outcome, votes, closedAt } = appeal;
  return (
    <Section
      id="appeal"
      title={t("council:appeal.title")}
      aside={t("council:appeal.filed", { date: format.date(format.dayOf(appeal.filedAt)) })}
    >
      <div className="flow">
        <p className="read">{t(`council:appeal.against.${appeal.against}`)}</p>
        {appeal.text ? (
          <div className="quote flow">
            <Prose text={appeal.text} lang={appeal.language} />
          </div>
        ) : null}
        {outcome && closedAt ? (
          <>
            <p>
              <strong>{t(`council:appeal.outcome.${outcome}`)}</strong>{" "}
              {t("council:appeal.closed", { date: format.date(format.dayOf(closedAt)) })}
            </p>
            {votes ? <p className="read">{t("council:appeal.votes", votes)}</p> : null}
            {appeal.reason && appeal.reasonLanguage ? (
              <div className="quote flow">
                <Prose text={appeal.reason} lang={appeal.reasonLanguage} />
              </div>
            ) : null}
            {appeal.body ? (
              <p className="s">
                <PartyBadge house={appeal.body.house} name={<Text of={appeal.body.names} badge={false} />} />
              </p>
            ) : null}
          </>
        ) : (
          <p className="read">{t("council:appeal.open")}</p>
        )}
      </div>
    </Section>
  );
}
