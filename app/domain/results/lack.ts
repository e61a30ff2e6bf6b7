import type { ResultPart } from "./result.schema.ts";

/** What a result lacks before it can be submitted. */
export type Lack = {
  part: ResultPart;
  /** the form field at which it stands */
  field: string;
  need:
    | "REQUIRED"
    | "TOO_SHORT"
    | "CONTRIBUTIONS_NOT_100"
    | "OWNERS_NOT_100"
    | "IN_THE_FUTURE"
    | "EMBARGO_REASON"
    | "NO_MARKET_EVIDENCE";
  params?: Record<string, number>;
};
