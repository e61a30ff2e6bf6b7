/** What a party contributes. Everything but CASH is in kind and has to be valued. */
export const CONTRIBUTION_KINDS = [
  "CASH",
  "IP_RIGHT",
  "RESEARCH_RESULT",
  "EQUIPMENT",
  "LAB_ACCESS",
  "DATA",
  "LABOUR",
] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** Paid in against a commitment; given to another party; bought back by the partnership; written off. */
export const CAPITAL_EVENT_KINDS = ["ISSUE", "TRANSFER", "REPURCHASE", "CANCEL"] as const;
export type CapitalEventKind = (typeof CAPITAL_EVENT_KINDS)[number];

/** The events by which capital that is there changes hands or leaves. */
export const MOVE_KINDS = ["TRANSFER", "REPURCHASE", "CANCEL"] as const;

export const THRESHOLD = "partnership.in-kind-valuation.threshold";
export const TOLERANCE = "partnership.paid-in-deviation.alarm";

type Share = { memberId: string; ppm: number };

export type Deviation = {
  memberId: string;
  contractualPpm: number;
  /** null while nothing at all is paid in */
  paidInPpm: number | null;
  /** paid in less contractual */
  differencePpm: number | null;
  beyond: boolean;
};

export type CapitalStanding = {
  rows: Deviation[];
  /** a commitment was due, and a party stands further from its contractual share than the tolerance */
  alarm: boolean;
};

/**
 * The two readings of capital side by side on a day ('YYYY-MM-DD'), a row for each party of either list, and whether
 * they differ by more than the tolerance (ppm) after a day on which something was due. That day itself is still in
 * time. Where nothing is paid in once something was due, every party with a share is beyond.
 * Source: docs/domain.md, I4.
 */
export function capitalStanding(
  asOf: string,
  shares: { contractual: readonly Share[]; paidIn: readonly Share[] | null },
  rule: { dueOn: readonly string[]; tolerancePpm: number },
): CapitalStanding {
  const { contractual, paidIn } = shares;
  const wasDue = rule.dueOn.some((day) => day < asOf);
  const ids = [...new Set([...contractual, ...(paidIn ?? [])].map(({ memberId }) => memberId))];
  const rows = ids.map((memberId): Deviation => {
    const contractualPpm = ppmOf(contractual, memberId);
    const paidInPpm = paidIn && ppmOf(paidIn, memberId);
    const differencePpm = paidInPpm === null ? null : paidInPpm - contractualPpm;
    const distance = Math.abs(differencePpm ?? contractualPpm);
    return { memberId, contractualPpm, paidInPpm, differencePpm, beyond: wasDue && distance > rule.tolerancePpm };
  });
  return { rows, alarm: rows.some(({ beyond }) => beyond) };
}

/** What is owed still, or was paid in against: without the commitments from which their parties were released. */
export function owed<One extends { release: { agrees: boolean | null } | null }>(commitments: readonly One[]): One[] {
  return commitments.filter(({ release }) => !release?.agrees);
}

/** The names of organisations are compared without regard to case, composition of accents and white space. */
export function plainName(name: string): string {
  return name.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
}

function ppmOf(shares: readonly Share[], memberId: string): number {
  return shares.find((share) => share.memberId === memberId)?.ppm ?? 0;
}
