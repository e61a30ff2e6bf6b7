import { distancePpm } from "../calculations/risk/fairness.ts";
import { type RegisterShares, type Risk, registerShares } from "../calculations/risk/risk-register.ts";
import type { ShareLine } from "../share-schedule.ts";

/** The causes that a register tells apart. Source: docs/domain.md, "Risk register". */
export const RISK_CATEGORIES = ["TECHNOLOGY", "REVENUE", "IP", "LAW", "COMPLETION"] as const;
export type RiskCategory = (typeof RISK_CATEGORIES)[number];

export const RISK_OUTCOMES = ["OCCURRED", "LAPSED", "MITIGATED"] as const;
export type RiskOutcome = (typeof RISK_OUTCOMES)[number];

/** What the members thought of a risk from an instant on; `impactVnd` is decimal text of đồng, `party` a member's id. */
export type ReadRiskVersion = {
  version: number;
  title: string;
  isPublic: boolean;
  probabilityPpm: number;
  impactVnd: string;
  mitigation: string;
  ownerMemberId: string;
  reviewOn: string;
  reason: string;
  recordedAt: string;
  allocation: ShareLine[];
};

export type ReadRisk = {
  number: number;
  category: RiskCategory;
  /** who watches it, and when it is looked at again: known to everybody, as the review is owed in public */
  ownerMemberId: string;
  reviewOn: string;
  outcome: RiskOutcome | null;
  closeNote: string | null;
  closedAt: string | null;
  /** the newest first; none where they are kept among the members */
  versions: ReadRiskVersion[];
};

/** The same for everybody: what the members keep among themselves is left out, and its latest word decides. */
export function riskForThePublic(risk: ReadRisk): ReadRisk {
  if (risk.versions[0]?.isPublic) return { ...risk, versions: risk.versions.filter(({ isPublic }) => isPublic) };
  return { ...risk, closeNote: null, versions: [] };
}

export type ComparedParty = { party: string; contractPpm: number; registerPpm: number; expectedLossVnd: bigint };
export type Comparison = { rows: ComparedParty[]; distancePpm: number };

/**
 * The RISK shares of a contract beside those that the risks still open would justify, party by party, in the order of the
 * contract. Null where the register expects no loss. Source: docs/domain.md, "Risk shares from the register".
 */
export function contractAgainstRegister(
  contract: readonly ShareLine[],
  risks: readonly Pick<ReadRisk, "closedAt" | "versions">[],
): Comparison | null {
  const open = risks.flatMap(({ closedAt, versions }) => (closedAt === null ? versions.slice(0, 1) : []));
  const register = registerShares(open.map(asRisk));
  if (!register.ok) return null;
  const { shares, expectedLoss } = register.value;
  const added = shares.filter(({ party }) => !contract.some((line) => line.party === party));
  const rows = [...contract, ...added].map(({ party }) => ({
    party,
    contractPpm: ppmOf(contract, party),
    registerPpm: ppmOf(shares, party),
    expectedLossVnd: lossOf(expectedLoss, party),
  }));
  return { rows, distancePpm: distancePpm(column(rows, "contractPpm"), column(rows, "registerPpm")) };
}

function asRisk({ probabilityPpm, impactVnd, allocation }: ReadRiskVersion): Risk {
  return { probabilityPpm, impactVnd: BigInt(impactVnd), allocation };
}

function ppmOf(lines: readonly ShareLine[], party: string): number {
  return lines.find((line) => line.party === party)?.ppm ?? 0;
}

function lossOf(losses: RegisterShares["expectedLoss"], party: string): bigint {
  return losses.find((line) => line.party === party)?.amountVnd ?? 0n;
}

function column(rows: readonly ComparedParty[], side: "contractPpm" | "registerPpm"): ShareLine[] {
  return rows.map((row) => ({ party: row.party, ppm: row[side] }));
}
