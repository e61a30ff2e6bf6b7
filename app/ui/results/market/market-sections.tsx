import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { LocalisationFigure } from "./localisation-figure.tsx";
import type { ProgressView } from "./progress-view.ts";
import { ReportsSection } from "./reports-section.tsx";
import { RevenueSection } from "./revenue-section.tsx";
import { StageJourney } from "./stage-journey.tsx";

/** How a published result fares: the way to the market, verified revenue, localisation, and everything reported since. */
export function MarketSections({ progress }: { progress: ProgressView }) {
  return (
    <>
      <StageJourney stages={progress.stages} />
      {progress.revenue ? <RevenueSection revenue={progress.revenue} /> : null}
      <LocalisationSection progress={progress} />
      <ReportsSection reports={progress.reports} />
    </>
  );
}

function LocalisationSection({ progress }: { progress: ProgressView }) {
  const { t } = useLanguage();
  const [newest, ...earlier] = progress.localisation;
  if (!newest) return null;
  return (
    <Section id="localisation" title={t("reports:local.title")}>
      <LocalisationFigure seen={newest} basis={progress.basis} />
      <p className="s">{t("reports:says.evidence", { text: newest.evidence })}</p>
      {earlier.length > 0 ? (
        <details className="data">
          <summary>{t("reports:local.earlier")}</summary>
          {earlier.map((seen) => (
            <LocalisationFigure key={seen.from} seen={seen} basis={progress.basis} />
          ))}
        </details>
      ) : null}
    </Section>
  );
}
