// A proposal is read part by part: its author says of each who may read it. Source: docs/domain.md, "Parts and their readers".

/** PUBLIC: everybody once it is public. REVIEWERS: those who work on the file. SEALED: evaluators and the decider, until a day. */
export const PART_LEVELS = ["PUBLIC", "REVIEWERS", "SEALED"] as const;
export type PartLevel = (typeof PART_LEVELS)[number];

/** What may be closed; title and abstract never are. `funding` is the money asked for and the co-funding. */
export const SEALABLE_PARTS = ["problem", "publicBenefit", "solution", "novelty", "funding", "priorRights"] as const;
export type SealablePart = (typeof SEALABLE_PARTS)[number];

/** Who reads a part; `untilOn` ('YYYY-MM-DD') of a sealed one is the first day on which it is public. */
export type PartRule = { level: PartLevel; untilOn: string | null };
/** A part without a rule is PUBLIC. */
export type PartRules = Readonly<Partial<Record<SealablePart, PartRule>>>;

export const OPEN_PART: PartRule = { level: "PUBLIC", untilOn: null };

/** A seal ends at most so many years ahead: what is never to be read belongs to REVIEWERS. [P] */
export const LONGEST_SEAL_YEARS = 10;

/** How a rule stands on a day: a seal whose day has come is as PUBLIC. */
export function levelOn(rule: PartRule, today: string): PartLevel {
  return rule.level === "SEALED" && rule.untilOn !== null && rule.untilOn <= today ? "PUBLIC" : rule.level;
}

/** Whether a seal may end on a day: after today, and not beyond LONGEST_SEAL_YEARS. */
export function maySealUntil(untilOn: string, today: string): boolean {
  const last = `${Number(today.slice(0, 4)) + LONGEST_SEAL_YEARS}${today.slice(4)}`;
  return untilOn > today && untilOn <= last;
}

type Closable = {
  problem: string;
  publicBenefit: string;
  solution: string;
  novelty: string;
  requestedFundingVnd: bigint | null;
  coFunding: readonly { source: string; vnd: bigint }[];
  priorRights: string;
};

/** The content without the parts that are closed to its reader. */
export function withoutParts<Content extends Closable>(content: Content, closed: readonly SealablePart[]): Content {
  const kept = { ...content };
  for (const part of closed) {
    if (part === "funding") Object.assign(kept, { requestedFundingVnd: null, coFunding: [] });
    else Object.assign(kept, { [part]: "" });
  }
  return kept;
}
