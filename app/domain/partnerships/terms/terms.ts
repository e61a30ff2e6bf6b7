import type { AuthorRewardPoint } from "../calculations/profit/author-tiers.ts";
import type { FormFacts } from "./form-facts.ts";

/** Who owns what the partnership makes, after the model agreements of the Lambert toolkit. */
export const IP_MODELS = [
  "EACH_OWNS_ITS_OWN",
  "JOINT",
  "LEAD_OWNS",
  "HOST_OWNS_EXCLUSIVE_LICENCE",
  "HOST_OWNS_OPEN_LICENCE",
] as const;
export type IpModel = (typeof IP_MODELS)[number];

/** What a party that leaves gets: by the price rule of docs/domain.md ("Exit"), what it paid in, or as agreed then. */
export const EXIT_RULES = ["PRICE_RULE", "PAID_IN", "AGREED_THEN"] as const;
export type ExitRule = (typeof EXIT_RULES)[number];

/**
 * What an agreement says besides its shares, as its text carries it: a party is named by its place, đồng are decimal
 * text, rates are ppm. Source: docs/domain.md, "Losses with caps" and "Profit waterfall".
 */
export type AgreementTerms = {
  /** how much a party bears at most over the whole agreement; null without a cap */
  caps: { party: number; capVnd: string | null }[];
  /** of the profit left after earlier losses */
  reserveRatePpm: number;
  /** simple, a year, on the capital */
  preferredRatePpm: number;
  /** null where no result that the State's budget funded is in it */
  authors: {
    rewardPoint: AuthorRewardPoint;
    /** the place of the party that hosts the result */
    host: number;
    budgetFundedPpm: number;
    /** how the budget's part of several sources is told: nobody has said it by law */
    budgetMethod: string;
    rewardRatePpm: number;
    intermediaryRatePpm: number;
  } | null;
  ipModel: IpModel;
  exitRule: ExitRule;
  /** an asset of the State is contributed or used; left out where there is none */
  publicAsset?: true;
  /** what the form of the partnership needs; left out in a text from before there was any */
  form?: FormFacts;
};

/** The terms that a text carries; null in a text from before there were any. */
export function termsIn(text: string | null): AgreementTerms | null {
  if (!text) return null;
  const said: { terms?: AgreementTerms | null } = JSON.parse(text);
  return said.terms ?? null;
}
