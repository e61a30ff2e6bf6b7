import type { ClockState } from "#app/domain/obligations/obligation.ts";
import type { ClockStretch } from "#app/ui/charts/clock-geometry.ts";

const ELAPSED: Record<ClockState, string> = {
  run: "p-run",
  soon: "p-soon",
  over: "p-ink3",
  wait: "p-wait",
  met: "p-met",
  late: "p-met",
  void: "p-edge",
};

/** Class and pattern of a stretch of a clock. */
export function stretchPaint(kind: ClockStretch["kind"], state: ClockState): { className: string; fill?: string } {
  switch (kind) {
    case "elapsed":
      return { className: ELAPSED[state] };
    case "overdue":
      return { className: "s-over", fill: "url(#p-over)" };
    case "rest":
      return { className: "o-edge" };
    default:
      return { className: "s-edge", fill: "url(#p-ext)" };
  }
}

/** ◇ the original due date. */
export function OriginalDueMark() {
  return <path className="o-ink" d="M0-8 6 0 0 8-6 0Z" />;
}

/** ▎ due now. */
export function DueMark() {
  return <path className="p-ink" d="M-1.5-14h3v28h-3Z" />;
}

/** ● done. */
export function DoneMark() {
  return <circle className="p-ink" r="5" />;
}
