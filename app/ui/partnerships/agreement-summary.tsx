import type { AgreementState } from "#app/domain/partnerships/partnership.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { ShareRibbon, type ShareRibbonProps } from "#app/ui/charts/share-ribbon.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { type ListedParty, PartyList } from "#app/ui/partnerships/party-list.tsx";
import { shareHeadline } from "#app/ui/partnerships/share-headline.ts";
import { SharePeriods, type ShareStretch } from "#app/ui/partnerships/share-periods.tsx";

export type SummedAgreement = {
  product: string;
  state: AgreementState;
  version: number;
  from: string;
  lastOn: string | null;
  hasStateMoney: boolean;
  profitConfidential: boolean;
  text: string | null;
  textSha256: string | null;
  parties: readonly ListedParty[];
  stretches: readonly ShareStretch[];
  /** one for each day on which any share changes */
  pictures: readonly { from: string; parties: ShareRibbonProps["parties"] }[];
};

/** Everything that the parties of an agreement sign: who, what, when, every share, and the text itself. */
export function AgreementSummary(props: { agreement: SummedAgreement }) {
  const { t, format } = useLanguage();
  const { agreement } = props;
  const { from, lastOn } = agreement;
  const yesOrNo = (value: boolean) => t(value ? "partnerships:yes" : "partnerships:no");
  return (
    <>
      <Section id="terms" title={t("partnerships:check.terms")}>
        <Facts
          facts={[
            { term: t("partnerships:product"), value: agreement.product },
            {
              term: t("partnerships:field.period"),
              value: lastOn
                ? t("partnerships:period.fromTo", { from: format.date(from), to: format.date(lastOn) })
                : t("partnerships:period.from", { from: format.date(from) }),
            },
            { term: t("partnerships:field.hasStateMoney"), value: yesOrNo(agreement.hasStateMoney) },
            { term: t("partnerships:field.profitConfidential"), value: yesOrNo(agreement.profitConfidential) },
            { term: t("partnerships:check.version"), value: format.number(agreement.version) },
          ]}
        />
        <PartyList parties={agreement.parties} />
      </Section>
      {agreement.pictures.length > 0 ? (
        <Section id="shares-section" title={t("partnerships:shares.title")}>
          {agreement.pictures.map((picture, place) => (
            <ShareRibbon
              key={picture.from}
              id={`shares-${place}`}
              headline={
                <>
                  {agreement.pictures.length > 1
                    ? `${t("partnerships:period.from", { from: format.date(picture.from) })}: `
                    : null}
                  {shareHeadline(
                    picture.parties.map(({ party, shares }) => ({
                      house: party.house,
                      capital: shares.capital ?? 0,
                      risk: shares.risk ?? 0,
                      profit: shares.profit,
                    })),
                    t,
                    format,
                  )}
                </>
              }
              parties={picture.parties}
            />
          ))}
          {agreement.pictures.length > 1 ? (
            <SharePeriods
              caption={t("partnerships:period.title")}
              parties={agreement.parties}
              stretches={agreement.stretches}
            />
          ) : null}
        </Section>
      ) : null}
      {agreement.text && agreement.textSha256 ? (
        <Section id="text" title={t("partnerships:check.text")} aside={t("partnerships:check.textAside")}>
          <p className="s">
            SHA-256: <code className="hash">{agreement.textSha256}</code>
          </p>
          <details className="data">
            <summary>{t("partnerships:check.fullText")}</summary>
            <pre className="payload">{agreement.text}</pre>
          </details>
        </Section>
      ) : null}
    </>
  );
}
