import { type WeekColumn, weekColumns } from "#app/ui/board/due-weeks.ts";
import { useLanguage } from "#app/ui/language.tsx";

const GROUND = 84;
const TOP = 8;

/** How much falls due in which week: what is overdue hatched at the left of today, the weeks ahead at the right. */
export function DueWeeks(props: {
  weeks: readonly { from: string; open: number; over: number }[];
  today: string;
  paused: number;
}) {
  const { t, format } = useLanguage();
  const columns = weekColumns(props.weeks, props.today);
  const most = Math.max(1, ...columns.map(({ open }) => open));
  const step = 100 / columns.length;
  const over = columns.reduce((sum, column) => sum + column.over, 0);
  const next = columns.find(({ from }) => from !== null && from > props.today)?.open ?? 0;
  return (
    <figure className="fig first">
      <figcaption>
        <b>{t("obligations:weeks.title", { count: next, over: format.number(over), next: format.number(next) })}</b>
        <span>{t("obligations:weeks.text", { count: props.paused, paused: format.number(props.paused) })}</span>
      </figcaption>
      <svg className="ch hist" aria-hidden="true" focusable="false">
        {columns.map((column, index) => (
          <Column key={column.key} column={column} index={index} step={step} most={most} />
        ))}
        <line className="ax0" x1="0" x2="100%" y1={`${GROUND}%`} y2={`${GROUND}%`} />
      </svg>
      <details className="data">
        <summary>{t("obligations:weeks.table")}</summary>
        <table>
          <caption className="vh">{t("obligations:weeks.table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("obligations:weeks.week")}</th>
              <th scope="col" className="n">
                {t("obligations:weeks.count")}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.key}>
                <th scope="row">{column.from ? format.date(column.from) : t(`obligations:weeks.${endOf(column)}`)}</th>
                <td className="n">{format.number(column.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Column(props: { column: WeekColumn; index: number; step: number; most: number }) {
  const { t, format } = useLanguage();
  const { column, index, step, most } = props;
  const height = (column.open / most) * (GROUND - TOP);
  const y = `${(GROUND - height).toFixed(2)}%`;
  const middle = `${((index + 0.5) * step).toFixed(3)}%`;
  const overHeight = (column.over / most) * (GROUND - TOP);
  const place = { x: `${(index * step + step * 0.09).toFixed(3)}%`, width: `${(step * 0.82).toFixed(3)}%` };
  return (
    <>
      {column.open > column.over ? (
        <rect
          className={column.kind === "rest" ? "o-edge" : `p-${column.kind}`}
          {...place}
          y={y}
          height={`${(height - overHeight).toFixed(2)}%`}
        />
      ) : null}
      {column.over > 0 ? (
        <rect
          className="s-over"
          fill="url(#p-over)"
          {...place}
          y={`${(GROUND - overHeight).toFixed(2)}%`}
          height={`${overHeight.toFixed(2)}%`}
        />
      ) : null}
      <text className="m strong" x={middle} y={y} dy="-.35em">
        {column.open > 0 ? format.number(column.open) : ""}
      </text>
      <text className="m" x={middle} y="95%">
        {index % 2 === 1 && column.from !== null
          ? null
          : column.from
            ? format.dayMonth(column.from)
            : t(`obligations:weeks.${endOf(column)}Short`)}
      </text>
    </>
  );
}

function endOf({ key }: WeekColumn): "before" | "after" {
  return key === "before" ? "before" : "after";
}
