import type { Measured } from "#app/domain/results/reports/localisation.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";
import type { LocalisationView } from "./progress-view.ts";
import { periodWords } from "./words.ts";

/** The four measures of a period against their thresholds: a picture, and the same in a table. */
export function LocalisationFigure(props: { seen: LocalisationView; basis: string | null }) {
  const { lang, t } = useLanguage();
  const { measures } = props.seen;
  const met = measures.filter(({ isMet }) => isMet === true).length;
  return (
    <figure className="fig">
      <figcaption>
        <b>{t("reports:local.headline", { period: periodWords(props.seen), met, count: measures.length })}</b>{" "}
        <span className="soft">{t("reports:local.read")}</span>
      </figcaption>
      <StackTable
        caption={t("reports:local.title")}
        columns={[
          { label: t("reports:local.measure"), heads: true },
          { label: t("reports:local.value"), numeric: true },
          { label: t("reports:local.minimum"), numeric: true },
          { label: t("reports:local.met") },
        ]}
        rows={measures.map((one) => ({ key: one.measure, cells: cellsOf(one) }))}
      />
      {props.basis ? (
        <p className="src">
          {t("reports:local.source", { basis: props.basis })}{" "}
          <a href={`/${lang}/catalogue/parameters`}>{t("reports:local.sourceLink")}</a>
        </p>
      ) : null}
    </figure>
  );

  function cellsOf(one: Measured) {
    return [
      <div key="measure">
        {t(`reports:local.of.${one.measure}`)}
        <MeasureBar of={one} />
      </div>,
      <Share key="value" ppm={one.ppm} />,
      <Share key="minimum" ppm={one.minimumPpm} />,
      <MetMark key="met" isMet={one.isMet} />,
    ];
  }
}

/** A share of the whole, or the words for one that is not defined. */
export function Share({ ppm }: { ppm: number | null }) {
  const { t, format } = useLanguage();
  return <>{ppm === null ? t("reports:undefined") : format.percent(ppm, 2)}</>;
}

/** Whether a threshold is met, in words with a mark. */
export function MetMark({ isMet }: { isMet: boolean | null }) {
  const { t } = useLanguage();
  if (isMet === null) return <span className="soft">{t("reports:undefined")}</span>;
  return (
    <span className="nw">
      {isMet ? <Icon name="yes" /> : null} {t(`reports:local.is.${isMet}`)}
    </span>
  );
}

/** The share as a bar and its threshold as an upright line; the table says the same. */
function MeasureBar({ of: { ppm, minimumPpm } }: { of: Measured }) {
  return (
    <svg className="ch ms" aria-hidden="true" focusable="false">
      <rect className="p-rule" y="6" width="100%" height="6" />
      <rect className={ppm === null ? "p-rule" : "p-ink"} y="6" width={`${(ppm ?? 0) / 10_000}%`} height="6" />
      {minimumPpm === null ? null : (
        <line className="ax0" x1={`${minimumPpm / 10_000}%`} x2={`${minimumPpm / 10_000}%`} y1="0" y2="18" />
      )}
    </svg>
  );
}
