import type { ReactNode } from "react";

export type Column = {
  label: string;
  /** Numbers stand at the right, in figures of one width. */
  numeric?: boolean;
  /** The cell that names its row. */
  heads?: boolean;
};

export type StackRow = { key: string; id?: string; cells: readonly ReactNode[]; total?: boolean };

/** A table whose rows become blocks on narrow screens, each value with its label; it stays a table to voices. */
export function StackTable(props: {
  caption: string;
  /** Shows the caption; else it is for voices alone. */
  captioned?: boolean;
  columns: readonly Column[];
  /** Columns of one width in every table of the page: a narrow first, a wide second. */
  even?: boolean;
  /** With many columns: rows become blocks on tablets too. */
  roomy?: boolean;
  rows: readonly StackRow[];
}) {
  const { columns } = props;
  return (
    <table
      className={["stack", props.even ? "even" : "", props.roomy ? "roomy" : ""].filter(Boolean).join(" ")}
      role="table"
    >
      <caption className={props.captioned ? undefined : "vh"}>{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.label} role="columnheader" scope="col" className={column.numeric ? "n" : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <tr key={row.key} id={row.id} role="row" className={row.total ? "total" : undefined}>
            {row.cells.map((cell, index) => (
              <Cell key={columns[index]?.label ?? index} column={columns[index] ?? { label: "" }}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: { column: Column; children: ReactNode }) {
  const { label, numeric, heads } = props.column;
  const className = numeric ? "n" : undefined;
  if (heads) {
    return (
      <th role="rowheader" scope="row" className={className}>
        {props.children}
      </th>
    );
  }
  return (
    <td role="cell" className={className} data-l={label}>
      {props.children}
    </td>
  );
}
