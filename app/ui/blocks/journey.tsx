import type { ReactNode } from "react";
import type { ClockState } from "#app/domain/obligations/obligation.ts";
import { ThinBar } from "#app/ui/blocks/stats.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";

export type JourneyStep = {
  key: string;
  state: "done" | "now" | "next";
  /** A date, "by" a date, or an estimate. */
  when: ReactNode;
  title: ReactNode;
  /** Who did it, or what came of it. */
  text?: ReactNode;
  /** Working days used of those allowed. */
  used?: { days: number; allowed: number };
  /** The clock of the step that is on now. */
  clock?: { state: ClockState; days?: number | undefined };
};

/** What happened, what is on now, what is to come: solid, then dashed. */
export function Journey(props: { steps: readonly JourneyStep[] }) {
  return (
    <ol className="way">
      {props.steps.map((step) => (
        <li className={step.state} key={step.key}>
          <Node step={step} />
          <span className="when">{step.when}</span>
          <div>
            <h3>{step.title}</h3>
            {step.text ? <p className="did">{step.text}</p> : null}
          </div>
          <Used step={step} />
        </li>
      ))}
    </ol>
  );
}

function Node(props: { step: JourneyStep }) {
  const { state, clock } = props.step;
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      {state === "done" ? (
        <>
          <circle className="p-ink" cx="14" cy="14" r="9" />
          <path className="n-ok" d="m9.8 14.2 3 2.8 5.4-5.8" />
        </>
      ) : null}
      {state === "now" ? (
        <>
          <circle className="n-now" cx="14" cy="14" r="12" />
          <path
            className={`p-${clock?.state === "late" ? "met" : (clock?.state ?? "run")}`}
            d="M14 14V5a9 9 0 1 1-9 9Z"
          />
        </>
      ) : null}
      {state === "next" ? <circle className="n-next" cx="14" cy="14" r="8" /> : null}
    </svg>
  );
}

function Used(props: { step: JourneyStep }) {
  const { t } = useLanguage();
  const { used, clock } = props.step;
  if (clock) {
    return (
      <div className="used">
        <ClockChip state={clock.state} days={clock.days} />
      </div>
    );
  }
  if (!used) return null;
  return (
    <div className="used">
      {used.allowed > 0 ? <ThinBar sharePpm={(used.days * 1_000_000) / used.allowed} /> : null}
      {t("clock:used", { days: used.days, count: used.allowed })}
    </div>
  );
}
