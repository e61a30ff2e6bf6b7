import type { Act, Funding, ResultContent } from "#app/domain/results/completeness.ts";
import { budgetFundedPpm, currentReadiness, growingPeriods } from "#app/domain/results/exploitation.ts";
import { commercialStage, isCommercialised, type ResultStage } from "#app/domain/results/stage.ts";

/** The content of a result as a page receives it: amounts as decimal text, and what follows from it. */
export type ResultView = Omit<ResultContent, "acts" | "funding"> & {
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

export function viewOf(content: ResultContent): ResultView {
  const { acts, funding, readiness } = content;
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
    fundingVnd: total.toString(),
    statePpm: budgetFundedPpm(funding),
    level,
    stage: level === null ? null : commercialStage({ level, acts, growingPeriods: growingPeriods(acts) }),
    commercialised: isCommercialised(acts),
  };
}
