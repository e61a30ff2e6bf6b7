import type { Texts } from "#app/platform/languages/texts.ts";

export const ACCEPTANCE_DECISIONS = ["ACCEPTED", "REFUSED"] as const;
export type AcceptanceDecision = (typeof ACCEPTANCE_DECISIONS)[number];

export const MOST_CRITERIA = 20;

/** What is sealed: a risk taken knowingly, what has to hold, how it is taken, and that it is. */
export type SealedContent = { risk: string; criteria: string[]; procedure: string; decision: string };

/** The canonical text of a file: the same content of the same file always gives the same hash. */
export type FileText = SealedContent & { partnership: string; number: number; party: string; sealedOn: string };

/** What was found of a sealed file after a loss. */
export type Findings = {
  criteriaMet: readonly number[];
  procedureFollowed: boolean;
  noFraud: boolean;
  noMisuse: boolean;
};

/**
 * Whether what was found lets a risk be accepted: every criterion met, the procedure followed, no fraud, nothing misused.
 * Source: docs/domain.md, "Accepted risk" (Law 93/2025/QH15, Art. 9).
 */
export function mayBeAccepted(
  { criteriaMet, procedureFollowed, noFraud, noMisuse }: Findings,
  criteria: number,
): boolean {
  const everyOne = Array.from({ length: criteria }, (_, place) => place + 1).every((one) => criteriaMet.includes(one));
  return everyOne && procedureFollowed && noFraud && noMisuse;
}

/** A loss run that was locked: đồng are decimal text above 0, `to` the first day after its period. */
export type ReadLoss = {
  productCode: string;
  number: number;
  from: string;
  to: string;
  lossVnd: string;
  /** what the State's bodies bear of it */
  stateVnd: string;
};

export type ReadAcceptance = {
  organisationId: string;
  authority: Texts;
  askedAt: string;
  loss: ReadLoss;
  criteriaMet: number[];
  procedureFollowed: boolean | null;
  noFraud: boolean | null;
  noMisuse: boolean | null;
  decision: AcceptanceDecision | null;
  reason: string | null;
  lessons: string | null;
  post: string | null;
  decidedAt: string | null;
};

export type ReadRiskFile = {
  number: number;
  textSha256: string;
  /** how many criteria the text has */
  criteria: number;
  sealedAt: string;
  /** null to whoever may not read it */
  text: FileText | null;
  seals: { memberId: string; post: string; sealedAt: string }[];
  acceptance: ReadAcceptance | null;
};
