import type { Schedule, ShareDimension } from "../share-schedule.ts";
import type { AgreementTerms } from "../terms/terms.ts";

/** How an appraisal ends: the agreement's state of the same name. */
export const APPRAISAL_OUTCOMES = ["APPROVED", "RETURNED", "REFUSED"] as const;
export type AppraisalOutcome = (typeof APPRAISAL_OUTCOMES)[number];

/** Why an agreement is appraised before anybody signs it. */
export type AppraisalReason = "STATE_MONEY" | "STATE_CAPITAL" | "PUBLIC_ASSET";

/**
 * What of the State's is in an agreement, from what is recorded: State money, a capital share above 0 of a State body on
 * any day, a public asset by its terms. None: it is signed without an appraisal. `lines` name a party by its member's id.
 * Source: docs/domain.md, "Appraisal".
 */
export function appraisalReasons(agreement: {
  hasStateMoney: boolean;
  terms: Pick<AgreementTerms, "publicAsset"> | null;
  schedules: readonly Pick<Schedule & { dimension: ShareDimension }, "dimension" | "lines">[];
  members: readonly { id: string; house: string }[];
}): AppraisalReason[] {
  const ofState = new Set(agreement.members.filter(({ house }) => house === "STATE").map(({ id }) => id));
  const holdsCapital = agreement.schedules.some(
    ({ dimension, lines }) => dimension === "CAPITAL" && lines.some(({ party, ppm }) => ppm > 0 && ofState.has(party)),
  );
  return [
    ...(agreement.hasStateMoney ? ["STATE_MONEY" as const] : []),
    ...(holdsCapital ? ["STATE_CAPITAL" as const] : []),
    ...(agreement.terms?.publicAsset ? ["PUBLIC_ASSET" as const] : []),
  ];
}

type SaidSchedules = Parameters<typeof appraisalReasons>[0]["schedules"];

/**
 * What an amendment first brings of the State's into an agreement that had nothing of it: then it is appraised before
 * anybody signs it. None where the agreement, as it is amended, was appraised itself. Source: docs/domain.md, "Appraisal".
 */
export function amendmentReasons(
  agreement: Omit<Parameters<typeof appraisalReasons>[0], "schedules">,
  { before, after }: { before: SaidSchedules; after: SaidSchedules },
): AppraisalReason[] {
  const had = appraisalReasons({ ...agreement, schedules: before });
  return had.length > 0 ? [] : appraisalReasons({ ...agreement, schedules: after });
}

/** Whether the text of a hash still waits for an approval. */
export function waitsForApproval(
  reasons: readonly AppraisalReason[],
  appraisals: readonly Pick<ReadAppraisal, "textSha256" | "outcome">[],
  textSha256: string,
): boolean {
  const isApproved = appraisals.some((one) => one.textSha256 === textSha256 && one.outcome === "APPROVED");
  return reasons.length > 0 && !isApproved;
}

/** An appraisal as it is read; without an outcome it is under way. */
export type ReadAppraisal = {
  version: number;
  /** the number of the amendment; null where it is the agreement's own text */
  amendment: number | null;
  textSha256: string;
  organisationId: string;
  authority: { vi: string; en?: string; fr?: string };
  submittedAt: string;
  outcome: AppraisalOutcome | null;
  reason: string | null;
  items: string[];
  post: string | null;
  decidedAt: string | null;
};

/** The appraisal that waits for its outcome. */
export function openAppraisal<One extends Pick<ReadAppraisal, "outcome">>(appraisals: readonly One[]): One | null {
  return appraisals.find(({ outcome }) => outcome === null) ?? null;
}
