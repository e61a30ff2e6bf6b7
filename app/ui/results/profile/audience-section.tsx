import { hasAudience } from "#app/domain/results/profile/audience.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import type { ResultView } from "#app/ui/results/view.ts";

/** Whom a result is for, what its owners look for, and what it was given; each only where something is said. */
export function AudienceSections({ result }: { result: ResultView }) {
  const { t } = useLanguage();
  const { language: lang } = result;
  return (
    <>
      {hasAudience(result) ? (
        <Section id="audience" title={t("profile:page.audience")}>
          <Facts
            facts={[
              {
                term: t("profile:page.audiences"),
                value: result.audiences.map((one) => t(`profile:audience.${one}`)).join(" · "),
              },
              { term: t("profile:page.needs"), value: result.needs.map((one) => t(`calls:need.${one}`)).join(" · ") },
              {
                term: t("profile:page.marketSegment"),
                value: result.marketSegment ? (
                  <span className="lines" lang={lang}>
                    {result.marketSegment}
                  </span>
                ) : null,
              },
              {
                term: t("profile:page.marketAreas"),
                value: result.marketAreas.map((one) => t(`profile:area.${one}`)).join(" · "),
              },
            ]}
          />
          {result.competitiveAdvantage ? (
            <>
              <h3>{t("profile:page.competitiveAdvantage")}</h3>
              <p className="lines read" lang={lang}>
                {result.competitiveAdvantage}
              </p>
            </>
          ) : null}
        </Section>
      ) : null}
      {result.recognition.length > 0 ? (
        <Section id="recognition" title={t("profile:page.recognition")}>
          <RecognitionTable recognition={result.recognition} lang={lang} />
        </Section>
      ) : null}
    </>
  );
}

function RecognitionTable({ recognition, lang }: { recognition: ResultView["recognition"]; lang: string }) {
  const { t, format } = useLanguage();
  return (
    <StackTable
      caption={t("profile:page.recognition")}
      columns={[
        { label: t("profile:page.award"), heads: true },
        { label: t("profile:page.awardBody") },
        { label: t("results:page.date") },
        { label: t("profile:page.awardRef") },
      ]}
      rows={recognition.map(({ award, body, onDate, reference }, index) => ({
        key: `${index} ${award}`,
        cells: [
          <span key="award" lang={lang}>
            {award}
          </span>,
          body,
          format.date(onDate),
          reference || "–",
        ],
      }))}
    />
  );
}
