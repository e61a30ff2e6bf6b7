/** Where money comes from (docs/domain.md, "State money"). */
export const FUNDING_SOURCES = [
  "STATE_BUDGET_CENTRAL",
  "STATE_BUDGET_LOCAL",
  "SCHOOL_FUND",
  "ENTERPRISE",
  "LOAN",
  "VENTURE_FUND",
  "ODA",
  "OTHER",
] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/** The sources that are the State budget's. */
export const STATE_BUDGET: readonly string[] = ["STATE_BUDGET_CENTRAL", "STATE_BUDGET_LOCAL"];
