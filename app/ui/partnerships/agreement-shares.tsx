import { ShareRibbon, type ShareRibbonProps } from "#app/ui/charts/share-ribbon.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { AsOfForm } from "#app/ui/partnerships/as-of-form.tsx";
import { shareHeadline } from "#app/ui/partnerships/share-headline.ts";

/** The picture of an agreement's shares on one day, below the question of which day; or why there is none. */
export function AgreementShares(props: {
  action: string;
  product: string;
  question: { typed: { asOf: string; knownOn: string }; bad: boolean };
  parties: ShareRibbonProps["parties"] | null;
  withheld: boolean;
}) {
  const { t, format } = useLanguage();
  const { parties, question } = props;
  return (
    <>
      <AsOfForm action={props.action} product={props.product} {...question.typed} bad={question.bad} />
      {parties ? (
        <ShareRibbon
          id="shares"
          headline={shareHeadline(
            parties.map(({ party, shares }) => ({
              house: party.house,
              capital: shares.capital ?? 0,
              risk: shares.risk ?? 0,
              profit: shares.profit,
            })),
            t,
            format,
          )}
          parties={parties}
          source={t(props.withheld ? "partnerships:source.withheld" : "partnerships:source.contractual")}
        />
      ) : (
        <EmptyState title={t("partnerships:noShares")}>{t("partnerships:noSharesText")}</EmptyState>
      )}
    </>
  );
}
