import type { Measured } from "#app/domain/results/reports/localisation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { MetMark, Share } from "#app/ui/results/market/localisation-figure.tsx";
import { periodWords } from "#app/ui/results/market/words.ts";

export type Localised = {
  total: number;
  /** the legal text behind the thresholds; null where none is in force */
  basis: string | null;
  /** the thresholds, in the order of the measures */
  minimums: { measure: Measured["measure"]; minimumPpm: number | null }[];
  results: {
    code: string;
    title: Texts;
    host: Texts;
    observations: number;
    period: { from: string; to: string };
    measures: Measured[];
  }[];
};

/** How much of a product, or of a group's, is made at home: the newest verified observation of each result, unranked. */
export function LocalisationSection({ localised }: { localised: Localised }) {
  const { lang, t, format } = useLanguage();
  const { results, total, basis, minimums } = localised;
  const minimum = (ppm: number | null) => (ppm === null ? "" : ` (≥ ${format.percent(ppm, 0)})`);
  return (
    <Section id="localisation" title={t("reports:local.title")}>
      {total === 0 ? (
        <p className="soft">
          {t("reports:local.none")} {t("reports:local.noneText")}
        </p>
      ) : (
        <>
          <p>{t("reports:local.results", { count: total })}</p>
          <StackTable
            caption={t("reports:local.caption")}
            roomy
            columns={[
              { label: t("reports:local.result"), heads: true },
              { label: t("reports:period") },
              ...minimums.map(({ measure, minimumPpm }) => ({
                label: t(`reports:local.of.${measure}`) + minimum(minimumPpm),
              })),
            ]}
            rows={results.map((one) => ({ key: one.code, cells: cellsOf(one) }))}
          />
        </>
      )}
      {basis ? (
        <p className="src">
          {t("reports:local.source", { basis })}{" "}
          <a href={`/${lang}/catalogue/parameters`}>{t("reports:local.sourceLink")}</a>
        </p>
      ) : null}
    </Section>
  );

  function cellsOf(one: Localised["results"][number]) {
    return [
      <span key="name">
        <a href={`/${lang}/results/${one.code}#localisation`}>
          <Text of={one.title} />
        </a>
        <br />
        <span className="s soft">
          <Text of={one.host} badge={false} /> · {t("reports:local.observations", { count: one.observations })}
        </span>
      </span>,
      periodWords(one.period),
      ...one.measures.map((it) => <MeasureCell key={it.measure} of={it} />),
    ];
  }
}

function MeasureCell({ of: { ppm, isMet } }: { of: Measured }) {
  return (
    <span>
      <Share ppm={ppm} />
      {isMet === null ? null : (
        <>
          <br />
          <MetMark isMet={isMet} />
        </>
      )}
    </span>
  );
}
