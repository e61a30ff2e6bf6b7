import type { MemberRole, PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import type { Variant, VariantTiers } from "#app/domain/partnerships/workbench/variant.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/** Shares in ppm, in the order of parties: the lead, then the others as listed. Days are 'YYYY-MM-DD'. */
export type DemoPeriod = { from: string; capital: number[]; risk: number[]; profit: number[] };

export type DemoAgreement = {
  product: string;
  from: string;
  /** first day outside */
  to: string | null;
  hasStateMoney?: boolean;
  profitConfidential?: boolean;
  /** none: opened, and nothing recorded yet */
  periods: DemoPeriod[];
  /** the day on which the draft was agreed; null while it is negotiated */
  agreedOn: string | null;
  /** what becomes of its appraisal; approved unless told otherwise */
  appraisal?: "WAITS" | { outcome: "RETURNED" | "REFUSED"; reason: string; items: string[] };
  /** how many parties sign, in their order, one every other day */
  signatures: number;
  amendments?: DemoAmendment[];
  runs?: DemoRun[];
};

/** The figures of a period as they are typed; the first parties approve, one a day. */
export type DemoRun = {
  proposedOn: string;
  kind?: "LOSS";
  loss?: string;
  from: string;
  lastOn: string;
  revenue: string;
  opex: string;
  depreciation: string;
  ipRemuneration?: string;
  ipFactor?: string;
  authors?: string;
  compensates?: string;
  approvals: number;
};

/** `by` is the place of the member that proposes; the first parties sign, one every other day. */
export type DemoAmendment = {
  proposedOn: string;
  by: number;
  effectiveFrom: string;
  rationale: string;
  periods: DemoPeriod[];
  signatures: number;
  /** who declines it, and why, after those signatures */
  declined?: { by: number; reason: string };
};

/** A variant that a party saved, shared at once, and that others commented on; everything in the order of parties. */
export type DemoVariant = Pick<Variant, "capitalVnd" | "scenarios" | "profitsVnd"> & {
  by: number;
  savedOn: string;
  name: string;
  capital: number[];
  risk: number[];
  profit: number[];
  capsVnd: (bigint | null)[];
  tiers: (Omit<VariantTiers, "host" | "authorRewardPoint"> & { host: number }) | null;
  comments: { by: number; on: string; text: string }[];
};

/** A partnership of the demonstration. `lead` and `others` name organisations by their key in organisation-list.ts. */
export type DemoPartnership = {
  proposedOn: string;
  lead: string;
  others: { key: string; role: Exclude<MemberRole, "LEAD">; from?: string }[];
  form: PartnershipForm;
  title: Texts;
  description: Texts;
  totalValueVnd: bigint | null;
  trl: [number, number];
  provinces: string[];
  from: string;
  to: string | null;
  agreements: DemoAgreement[];
  /** who moves to suspend it, and who votes for that on the days after, by their places, until it is carried */
  suspension?: { by: number; on: string; untilOn: string; reason: string; votes: number[] };
};
