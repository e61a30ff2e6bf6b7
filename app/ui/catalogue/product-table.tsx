import { GUIDANCE_KINDS, type Guidance, type GuidanceKind, type Names } from "#app/domain/catalogue/catalogue.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";

export type ProductRow = {
  code: string;
  number: number;
  names: Names;
  guidance: Record<GuidanceKind, Guidance[]>;
  results: number;
};

/** The products of one group: which of the four documents exist, which are missing, and how many results there are. */
export function ProductTable(props: { caption: string; rows: readonly ProductRow[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={props.caption}
      even
      roomy
      columns={[
        { label: t("catalogue:number") },
        { label: t("catalogue:product"), heads: true },
        ...GUIDANCE_KINDS.map((kind) => ({ label: t(`catalogue:kind.${kind}`) })),
        { label: t("catalogue:onPortal"), numeric: true },
      ]}
      rows={props.rows.map((row) => ({
        key: row.code,
        cells: [
          format.number(row.number),
          <a key="name" href={`/${lang}/catalogue/${row.code}`}>
            <Text of={row.names} />
          </a>,
          ...GUIDANCE_KINDS.map((kind) => <GuidanceMark key={kind} of={row.guidance[kind]} />),
          row.results > 0 ? (
            <a key="results" className="nw" href={`/${lang}/results?product=${row.code}`}>
              {t("catalogue:resultCount", { count: row.results })}
            </a>
          ) : (
            "–"
          ),
        ],
      }))}
    />
  );
}

/** A document that exists, with its number; or the word that says it is missing. */
export function GuidanceMark(props: { of: readonly Guidance[] }) {
  const { t } = useLanguage();
  if (props.of.length === 0) return <span className="soft">{t("catalogue:missing")}</span>;
  return (
    <>
      {props.of.map((it) => (
        <span className="nw" key={it.legalRef}>
          <Icon name="yes" /> {it.legalRef}
          {it.status === "DRAFT" ? ` (${t("catalogue:draft")})` : null}
        </span>
      ))}
    </>
  );
}
