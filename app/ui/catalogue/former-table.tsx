import type { CrosswalkRelation, Confidence as Level, Names } from "#app/domain/catalogue/catalogue.ts";
import { Confidence } from "#app/ui/catalogue/confidence.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

export type Counterpart = { code: string; names: Names; relation: CrosswalkRelation; confidence: Level };
export type FormerRow = { code: string; number: number; names: Names; confidence: Level; counterparts: Counterpart[] };

/** The products of the former edition: how sure their wording is, and what corresponds to them now. */
export function FormerTable(props: { caption: string; rows: readonly FormerRow[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={props.caption}
      even
      columns={[
        { label: t("catalogue:number") },
        { label: t("catalogue:product"), heads: true },
        { label: t("catalogue:confidence.label") },
        { label: t("catalogue:successor") },
      ]}
      rows={props.rows.map((row) => ({
        key: row.code,
        cells: [
          format.number(row.number),
          <a key="name" href={`/${lang}/catalogue/${row.code}`}>
            <Text of={row.names} />
          </a>,
          <Confidence key="confidence" level={row.confidence} />,
          <Counterparts key="counterparts" of={row.counterparts} none={t("catalogue:noSuccessor")} />,
        ],
      }))}
    />
  );
}

/** What corresponds to a product in the other edition, how closely, and how sure that is. */
export function Counterparts(props: { of: readonly Counterpart[]; none: string }) {
  const { lang, t } = useLanguage();
  if (props.of.length === 0) return <span className="soft">{props.none}</span>;
  return (
    <ul className="flow tight">
      {props.of.map((it) => (
        <li key={it.code}>
          <a href={`/${lang}/catalogue/${it.code}`}>
            <Text of={it.names} />
          </a>{" "}
          <span className="s soft">
            {t(`catalogue:relation.${it.relation}`)} · {t(`catalogue:confidence.${it.confidence}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
