import type { ReactNode } from "react";
import type { Currency } from "#app/domain/results/currency/currency.ts";
import type { Origin } from "#app/domain/results/result.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { ResultLabels } from "#app/ui/results/labels.ts";
import { AudienceSections } from "#app/ui/results/profile/audience-section.tsx";
import { ResultFiles } from "#app/ui/results/profile/gallery.tsx";
import { ActsTable } from "#app/ui/results/tables/acts-table.tsx";
import { AuthorsTable } from "#app/ui/results/tables/authors-table.tsx";
import { FundingTable } from "#app/ui/results/tables/funding-table.tsx";
import { ReadinessTable } from "#app/ui/results/tables/readiness-table.tsx";
import { RightsTable } from "#app/ui/results/tables/rights-table.tsx";
import type { ResultView } from "#app/ui/results/view.ts";

/**
 * Everything that a result says of itself, in the order in which it is asked about: what, how ready, used how, who. Behind the
 * use stands what the page adds.
 */
export function ResultBody(props: { result: ResultView; labels: ResultLabels; children?: ReactNode }) {
  const { t } = useLanguage();
  const { result, labels } = props;
  return (
    <>
      <Section id="what" title={t("results:page.description")}>
        <p className="lines read" lang={result.language}>
          {result.description}
        </p>
        {result.benefits ? (
          <>
            <h3>{t("results:page.benefits")}</h3>
            <p className="lines read" lang={result.language}>
              {result.benefits}
            </p>
          </>
        ) : null}
      </Section>
      <AudienceSections result={result} />
      <ResultFiles files={result.files} lang={result.language} />
      <Section id="readiness" title={t("results:page.readiness")}>
        <ReadinessHeadline result={result} labels={labels} />
        <p className="s soft">{t("results:page.readinessHow")}</p>
        <ReadinessTable levels={labels.levels} history={result.readiness} />
      </Section>
      <Section id="acts" title={t("results:page.acts")}>
        <ActsTable acts={result.acts} />
      </Section>
      {props.children}
      <Section id="authors" title={t("results:page.authors")}>
        <AuthorsTable authors={result.authors} />
      </Section>
      <Section id="rights" title={t("results:page.rights")}>
        <RightsTable rights={result.rights} />
      </Section>
      <Section id="funding" title={t("results:page.funding")}>
        <FundingTable result={result} />
      </Section>
    </>
  );
}

function ReadinessHeadline(props: { result: ResultView; labels: ResultLabels }) {
  const { lang, t, format } = useLanguage();
  const newest = props.result.readiness.at(-1);
  const names = props.labels.levels.find((it) => it.level === newest?.level)?.names;
  if (!newest || !names) return null;
  const { level, onDate } = newest;
  return (
    <p>
      <strong>{t("results:page.readinessNow", { level, date: format.date(onDate), name: names[lang] })}</strong>
    </p>
  );
}

/** Where a result stands: stage, products, field, place, how up to date it is, words, origin. */
export function ResultFacts(props: {
  result: ResultView;
  labels: ResultLabels;
  origins: readonly Origin[];
  currency?: Currency | null;
}) {
  const { lang, t, format } = useLanguage();
  const { result, labels, currency, origins } = props;
  const from = (area: Origin["of"]) => {
    const found = origins.filter(({ of }) => of === area);
    return found.length === 0
      ? null
      : found.map(({ code, title }) => (
          <p key={code}>
            <a href={`/${lang}/${area}/${code}`}>
              <Text of={title} />
            </a>{" "}
            <span className="nw">{code}</span>
          </p>
        ));
  };
  return (
    <Facts
      facts={[
        { term: t("results:page.stage"), value: result.stage && t(`results:stage.${result.stage}`) },
        {
          term: t("results:page.products"),
          value:
            labels.products.length > 0 ? (
              <ul className="flow tight">
                {labels.products.map((it) => (
                  <li key={it.code}>
                    <a href={`/${lang}/catalogue/${it.code}`}>
                      <Text of={it.names} />
                    </a>
                  </li>
                ))}
              </ul>
            ) : null,
        },
        { term: t("results:page.field"), value: labels.field && <Text of={labels.field} /> },
        { term: t("results:page.province"), value: labels.province && <Text of={labels.province} /> },
        {
          term: t("results:page.updated"),
          value:
            currency && t("results:page.updatedOn", { date: format.date(currency.updatedOn), count: currency.days }),
        },
        { term: t("results:page.keywords"), value: result.keywords.join(", ") },
        {
          term: t("results:page.originInitiative"),
          value: from("initiatives"),
        },
        {
          term: t("results:page.originPartnership"),
          value: from("partnerships"),
        },
      ]}
    />
  );
}
