import type { AgreementTerms } from "#app/domain/partnerships/terms/terms.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The terms of an agreement in words. `names` by the places of the parties. */
export function TermsFacts(props: { terms: AgreementTerms; names: Readonly<Record<number, string>> }) {
  const { t, format } = useLanguage();
  const { terms, names } = props;
  const { authors } = terms;
  const budget = authors && format.percent(authors.budgetFundedPpm);
  return (
    <Facts
      facts={[
        ...terms.caps
          .filter(({ party }) => names[party])
          .map(({ party, capVnd }) => ({
            term: `${t("terms:caps")}: ${names[party]}`,
            value: capVnd === null ? t("terms:noCap") : format.money(BigInt(capVnd)),
          })),
        { term: t("terms:reserve"), value: format.percent(terms.reserveRatePpm) },
        { term: t("terms:preferred"), value: format.percent(terms.preferredRatePpm) },
        {
          term: t("terms:authorReward"),
          value: authors
            ? t("terms:rewardOf", {
                rate: format.percent(authors.rewardRatePpm),
                budget: budget ?? "",
                point: t(`terms:${authors.rewardPoint}`).toLowerCase(),
              })
            : null,
        },
        { term: t("terms:intermediary"), value: authors && format.percent(authors.intermediaryRatePpm) },
        { term: t("terms:host"), value: authors && (names[authors.host] ?? null) },
        { term: t("terms:budgetMethod"), value: authors?.budgetMethod ?? null },
        { term: t("terms:ipModel"), value: t(`terms:ip.${terms.ipModel}`) },
        { term: t("terms:exitRule"), value: t(`terms:exit.${terms.exitRule}`) },
      ]}
    />
  );
}
