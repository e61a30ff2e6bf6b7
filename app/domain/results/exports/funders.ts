import type { FundingSource } from "#app/domain/catalogue/funding-source.ts";

/** Who paid, in words for the world: a kind of source alone, the amounts are on the page and in the API. */
export const FUNDERS: Record<FundingSource, string> = {
  STATE_BUDGET_CENTRAL: "State budget, central",
  STATE_BUDGET_LOCAL: "State budget, local",
  SCHOOL_FUND: "Fund of a school or institute",
  ENTERPRISE: "Enterprise",
  LOAN: "Loan",
  VENTURE_FUND: "Venture fund",
  ODA: "Official development assistance",
  OTHER: "Other source",
};
