import type { Names } from "#app/domain/catalogue/catalogue.ts";
import type { ReadinessObservation } from "#app/domain/results/completeness.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

/**
 * The nine levels, each a square that is filled up to the current one, with when it was reached and by what it is shown;
 * a fall is said in words.
 */
export function ReadinessTable(props: {
  levels: readonly { level: number; names: Names }[];
  history: readonly ReadinessObservation[];
}) {
  const { t, format } = useLanguage();
  const { history } = props;
  const current = history.at(-1)?.level ?? 0;
  return (
    <StackTable
      caption={t("results:page.history")}
      columns={[
        { label: t("results:page.level"), heads: true },
        { label: t("results:page.date") },
        { label: t("results:page.evidence") },
      ]}
      rows={props.levels.map(({ level, names }) => {
        const seen = history.flatMap((it, index) =>
          it.level === level ? [{ ...it, before: history[index - 1] }] : [],
        );
        return {
          key: String(level),
          cells: [
            <span key="level" className="lvl">
              <Square filled={level <= current} />
              <span className={level <= current ? undefined : "soft"}>
                {level}. <Text of={names} badge={false} />
              </span>
            </span>,
            seen.length === 0 ? "–" : seen.map((it) => <p key={it.onDate}>{format.date(it.onDate)}</p>),
            seen.length === 0
              ? "–"
              : seen.map((it) => (
                  <p key={it.onDate}>
                    {it.evidence}
                    {it.before && it.before.level > level ? (
                      <span className="soft"> ({t("results:page.fell", { from: it.before.level })})</span>
                    ) : null}
                  </p>
                )),
          ],
        };
      })}
    />
  );
}

function Square(props: { filled: boolean }) {
  return (
    <svg aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="10" height="10" className={props.filled ? "on" : undefined} />
    </svg>
  );
}
