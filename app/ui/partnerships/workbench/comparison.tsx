import type { Weighed } from "#app/domain/partnerships/workbench/weigh.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { type Column, type StackRow, StackTable } from "#app/ui/lists/stack-table.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { type Cell, MEASURES, type MeasureKey, partyCell, wholeRows } from "./measures.ts";
import { barScale, PartyBars } from "./party-bars.tsx";
import type { WorkbenchParty } from "./variant-form.ts";

/** A variant that could be weighed, or null figures where it could not. */
export type Compared = { letter: string; name: string; weighed: Weighed | null };

/** Every measure of every variant side by side: a table for each measure, a row for each party, a picture in each row. */
export function Comparison(props: { variants: readonly Compared[]; parties: readonly WorkbenchParty[] }) {
  return MEASURES.map((measure) => <MeasureTable key={measure} measure={measure} {...props} />);
}

function MeasureTable(props: {
  measure: MeasureKey;
  variants: readonly Compared[];
  parties: readonly WorkbenchParty[];
}) {
  const { t, format } = useLanguage();
  const { measure, variants, parties } = props;
  const tongue = { t, format };
  const cellsOf = (id: string) =>
    variants.map(({ weighed }) => {
      const party = weighed?.parties.find((line) => line.party === id);
      return party ? partyCell(measure, party, tongue) : null;
    });
  const rows = parties.map((party) => ({ party, cells: cellsOf(party.id) }));
  const scale = barScale(rows.flatMap(({ cells }) => cells.map((cell) => cell?.size ?? null)));
  const columns: Column[] = [
    { label: t("share:table.party"), heads: true },
    ...variants.map(({ letter, name }) => ({ label: headOf(letter, name), numeric: true })),
    { label: t("workbench:picture") },
  ];
  const partyRows: StackRow[] = rows.map(({ party, cells }) => ({
    key: party.id,
    cells: [
      <PartyBadge key="party" house={party.house} name={`${party.key} ${party.name}`} />,
      ...cells.map((cell, place) => <Figure key={variants[place]?.letter} cell={cell} />),
      <PartyBars
        key="bars"
        house={party.house}
        scale={scale}
        bars={cells.map((cell, place) => ({ letter: variants[place]?.letter ?? "", size: cell?.size ?? null }))}
      />,
    ],
  }));
  const totals: StackRow[] = wholeRows(
    measure,
    variants.map(({ weighed }) => weighed),
    tongue,
  ).map(({ key, label, cells }) => ({
    key,
    total: true,
    cells: [label, ...cells.map((cell, place) => <Figure key={variants[place]?.letter} cell={cell} />), null],
  }));
  return (
    <figure className="fig measure">
      <figcaption>
        <strong>{t(`workbench:measure.${measure}.title`)}</strong>{" "}
        <span className="soft">{t(`workbench:measure.${measure}.hint`)}</span>
      </figcaption>
      <StackTable
        caption={t(`workbench:measure.${measure}.title`)}
        columns={columns}
        rows={[...partyRows, ...totals]}
      />
    </figure>
  );

  function headOf(letter: string, name: string): string {
    return name === "" ? letter : `${letter}: ${name}`;
  }
}

function Figure({ cell }: { cell: Cell | null }) {
  if (!cell) return "–";
  return (
    <>
      {cell.text}
      {cell.note ? <small className="soft note-l">{cell.note}</small> : null}
    </>
  );
}
