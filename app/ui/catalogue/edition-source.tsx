import type { Version } from "#app/domain/catalogue/catalogue.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Confidence } from "#app/ui/catalogue/confidence.tsx";
import { Period } from "#app/ui/catalogue/period.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** Where an edition of the catalogue comes from, since when it holds, and how sure the portal is of it. */
export function EditionSource(props: { version: Version }) {
  const { t, format } = useLanguage();
  const { version } = props;
  return (
    <>
      <Facts
        facts={[
          { term: t("catalogue:edition"), value: <span className="nw">{version.instrument}</span> },
          { term: t("catalogue:issued"), value: format.date(version.issuedOn) },
          { term: t("catalogue:valid"), value: <Period from={version.validFrom} to={version.validTo} /> },
          { term: t("catalogue:confidence.label"), value: <Confidence level={version.confidence} /> },
        ]}
      />
      <details className="data">
        <summary>{t("catalogue:note")}</summary>
        <p className="s" lang="en">
          {version.source}. {version.confidenceNote}
        </p>
      </details>
    </>
  );
}
