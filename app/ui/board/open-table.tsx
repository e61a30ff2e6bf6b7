import { useLanguage } from "#app/ui/language.tsx";

export type OpenRow = { key: string; label: string; href: string; open: number; over: number };

/** How much is open, and overdue of it, by one question. */
export function OpenTable(props: { caption: string; what: string; rows: readonly OpenRow[] }) {
  const { t, format } = useLanguage();
  return (
    <table>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.what}</th>
          <th scope="col" className="n">
            {t("obligations:bodies.open")}
          </th>
          <th scope="col" className="n">
            {t("obligations:bodies.over")}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <a href={row.href}>{row.label}</a>
            </th>
            <td className="n">{format.number(row.open)}</td>
            <td className="n">
              {row.over > 0 ? <strong className="ov">{format.number(row.over)}</strong> : format.number(0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
