import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Act, Funding, IpRight, ResultContent } from "#app/domain/results/completeness.ts";
import { budgetFundedPpm, currentReadiness } from "#app/domain/results/exploitation.ts";
import { type Disclosure, disclosureOf, examinationDays, statusOn } from "#app/domain/results/profile/right.ts";
import { NO_PROGRESS, type ResultProgress, stageOf } from "#app/domain/results/reports/report.ts";
import { isCommercialised, type ResultStage } from "#app/domain/results/stage.ts";

/** The content of a result as a page receives it: amounts as decimal text, and what follows from it. */
export type ResultView = Omit<ResultContent, "acts" | "funding" | "rights"> & {
  /** `status` as of today; for how many days an office has examined it; what an early disclosure means */
  rights: (IpRight & { examinationDays: number | null; disclosure: Disclosure | null })[];
  acts: (Omit<Act, "revenueVnd"> & { revenueVnd: string | null })[];
  /** `sharePpm` of the whole funding; null where there is none */
  funding: (Omit<Funding, "amountVnd"> & { amountVnd: string; sharePpm: number | null })[];
  fundingVnd: string;
  /** the State budget's share in ppm; null without funding */
  statePpm: number | null;
  /** current readiness; null while none is given */
  level: number | null;
  stage: ResultStage | null;
  commercialised: boolean;
};

/** What a page shows of a content, and of what happened since, on a day in Vietnam, today unless it is given. */
export function viewOf(
  content: ResultContent,
  progress: ResultProgress = NO_PROGRESS,
  today = dayInVietnam(new Date()),
): ResultView {
  const { acts, funding, readiness, rights } = content;
  const total = funding.reduce((sum, it) => sum + it.amountVnd, 0n);
  const level = currentReadiness(readiness)?.level ?? null;
  return {
    ...content,
    acts: acts.map((act) => ({ ...act, revenueVnd: act.revenueVnd?.toString() ?? null })),
    funding: funding.map(({ source, amountVnd }) => ({
      source,
      amountVnd: amountVnd.toString(),
      sharePpm: total === 0n ? null : Number((amountVnd * 1_000_000n) / total),
    })),
    rights: rights.map((right) => ({
      ...right,
      status: statusOn(right, today),
      examinationDays: examinationDays(right.events, today),
      disclosure: disclosureOf(right, today),
    })),
    fundingVnd: total.toString(),
    statePpm: budgetFundedPpm(funding),
    level,
    stage: stageOf(content, progress),
    commercialised: isCommercialised(acts),
  };
}
