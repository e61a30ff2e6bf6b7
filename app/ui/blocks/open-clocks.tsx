import type { ReactNode } from "react";
import { StackedBar } from "#app/ui/charts/stacked-bar.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";

/** How many open duties stand in which state: headline, bar, legend. */
export function OpenClocks(props: {
  id: string;
  title: ReactNode;
  counts: { over: number; soon: number; run: number; wait: number };
  children?: ReactNode;
}) {
  return (
    <section className="clock" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <OpenClocksFigure counts={props.counts} />
      {props.children}
    </section>
  );
}

const OPEN_STATES = ["over", "soon", "run", "wait"] as const;

function OpenClocksFigure(props: { counts: Record<(typeof OPEN_STATES)[number], number> }) {
  const { t, format } = useLanguage();
  const { counts } = props;
  const total = OPEN_STATES.reduce((sum, state) => sum + counts[state], 0);
  const told = OPEN_STATES.map((state) =>
    t("clock:open.part", { count: counts[state], state: t(`clock:state.${state}`) }),
  );
  return (
    <>
      <p className="row">
        <span className="big">{format.number(total)}</span> <span>{t("clock:open.waiting", { count: total })}</span>
      </p>
      <StackedBar
        parts={OPEN_STATES.map((state) => ({ key: state, value: counts[state], fill: state }))}
        label={told.join("; ")}
      />
      <ul className="legend">
        {OPEN_STATES.map((state) => (
          <li key={state}>
            <ClockChip state={state} />
            <span className="fig-n">{format.number(counts[state])}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
