import type { Confidence as Level, Names } from "#app/domain/catalogue/catalogue.ts";
import { Confidence } from "#app/ui/catalogue/confidence.tsx";
import { Period } from "#app/ui/catalogue/period.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

export type ParameterRow = {
  key: string;
  /** decimal text */
  value: string;
  unit: string;
  validFrom: string;
  validTo: string | null;
  names: Names;
  basis: { number: string; title: Names | null } | null;
  source: string;
  confidence: Level;
};

/** Legal parameters: value with its unit, since when, on what basis, and how sure. */
export function ParameterTable(props: { caption: string; rows: readonly ParameterRow[] }) {
  const { t, format } = useLanguage();
  return (
    <StackTable
      caption={props.caption}
      columns={[
        { label: t("catalogue:parameters.name"), heads: true },
        { label: t("catalogue:parameters.value"), numeric: true },
        { label: t("catalogue:valid") },
        { label: t("catalogue:parameters.basis") },
        { label: t("catalogue:confidence.label") },
      ]}
      rows={props.rows.map((row) => ({
        key: `${row.key} ${row.validFrom}`,
        id: `${row.key}.${row.validFrom}`,
        cells: [
          <Text key="name" of={row.names} />,
          <strong key="value" className="nw">
            {worth(row)}
          </strong>,
          <Period key="period" from={row.validFrom} to={row.validTo} />,
          <Basis key="basis" row={row} />,
          <Confidence key="confidence" level={row.confidence} />,
        ],
      }))}
    />
  );

  function worth(row: ParameterRow): string {
    const count = Number(row.value);
    if (row.unit === "PPM") return format.percent(count);
    if (row.unit === "VND") return format.money(BigInt(row.value));
    if (row.unit === "WORKING_DAYS") return t("catalogue:parameters.workingDays", { count });
    if (row.unit === "CALENDAR_DAYS") return t("catalogue:parameters.calendarDays", { count });
    return format.number(count);
  }
}

function Basis(props: { row: ParameterRow }) {
  const { t } = useLanguage();
  const { basis, source } = props.row;
  return (
    <>
      {basis ? <span className="nw">{basis.number}</span> : t("catalogue:parameters.noBasis")}
      {basis?.title ? (
        <>
          {": "}
          <Text of={basis.title} />
        </>
      ) : null}
      <br />
      <span className="xs soft" lang="en">
        {source}
      </span>
    </>
  );
}
