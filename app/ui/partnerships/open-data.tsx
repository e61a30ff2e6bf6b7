import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What a partnership can be taken away as: a dossier, OCDS, its shares, and its distributions where there are any. */
export function OpenData(props: { base: string; hasRuns: boolean }) {
  const { t } = useLanguage();
  return (
    <Section id="open-data" title={t("exports:title")}>
      <p>{t("exports:lede")}</p>
      <ul className="row">
        <li>
          <a href={`${props.base}/dossier.pdf`} type="application/pdf">
            {t("papers:dossier.link")}
          </a>
        </li>
        <li>
          <a href={`${props.base}/ocds.json`} type="application/json">
            {t("exports:ocds")}
          </a>
        </li>
        <li>
          <a href={`${props.base}/shares.csv`} type="text/csv">
            {t("exports:sharesCsv")}
          </a>
        </li>
        {props.hasRuns ? (
          <li>
            <a href={`${props.base}/distributions.csv`} type="text/csv">
              {t("exports:distributionsCsv")}
            </a>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
