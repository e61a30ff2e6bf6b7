import type { AgreementTerms } from "#app/domain/partnerships/terms/terms.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

type Words = { t: Translate; format: Format };

/** The terms of an agreement in words, those that do not apply left out. `names` by the places of the parties. */
export function termsWords(terms: AgreementTerms, names: Readonly<Record<number, string>>, { t, format }: Words) {
  const { authors } = terms;
  const said: { term: string; value: string | null }[] = [
    ...terms.caps
      .filter(({ party }) => names[party])
      .map(({ party, capVnd }) => ({
        term: `${t("terms:caps")}: ${names[party]}`,
        value: capVnd === null ? t("terms:noCap") : format.money(BigInt(capVnd)),
      })),
    { term: t("terms:reserve"), value: format.percent(terms.reserveRatePpm) },
    { term: t("terms:preferred"), value: format.percent(terms.preferredRatePpm) },
    { term: t("terms:authorReward"), value: authors && rewardWords(authors, { t, format }) },
    { term: t("terms:intermediary"), value: authors && format.percent(authors.intermediaryRatePpm) },
    { term: t("terms:host"), value: authors && (names[authors.host] ?? null) },
    { term: t("terms:budgetMethod"), value: authors?.budgetMethod ?? null },
    { term: t("terms:ipModel"), value: t(`terms:ip.${terms.ipModel}`) },
    { term: t("terms:exitRule"), value: t(`terms:exit.${terms.exitRule}`) },
    { term: t("terms:publicAssetFact"), value: terms.publicAsset ? t("terms:publicAssetYes") : null },
  ];
  return said.flatMap(({ term, value }) => (value ? [{ term, value }] : []));
}

/** What the authors get, of what, and where it is taken. */
export function rewardWords(authors: NonNullable<AgreementTerms["authors"]>, { t, format }: Words): string {
  return t("terms:rewardOf", {
    rate: format.percent(authors.rewardRatePpm),
    budget: format.percent(authors.budgetFundedPpm),
    point: t(`terms:${authors.rewardPoint}`).toLowerCase(),
  });
}
