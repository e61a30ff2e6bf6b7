import { findStep, offeredSteps, type Step, type StepRefusal } from "#app/domain/obligations/step.ts";
import type { Outcome } from "#app/platform/outcome.ts";

export const PARTNERSHIP_STATES = [
  "IDEA",
  "CALL_OPEN",
  "FORMING",
  "NEGOTIATION",
  "SIGNED",
  "ACTIVE",
  "SUSPENDED",
  "COMPLETED",
  "FAILED",
  "TERMINATED",
  "CLOSED",
] as const;
export type PartnershipState = (typeof PARTNERSHIP_STATES)[number];

/** One agreement covers one product; a partnership has as many as it has products. */
export const AGREEMENT_STATES = [
  "NEGOTIATION",
  "AGREED_DRAFT",
  "UNDER_APPRAISAL",
  "APPROVED",
  "RETURNED",
  "REFUSED",
  "SIGNED",
  "ACTIVE",
  "AMENDING",
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/**
 * Who moves a partnership. LEAD and MEMBER: a representative of the leading or of any member organisation;
 * EVERY_MEMBER: the last of all signatures on one text; STATE_AUTHORITY: never a party's own representative;
 * VOTES: two thirds of the members' votes.
 */
export type PartnershipHand =
  | "LEAD"
  | "MEMBER"
  | "EVERY_MEMBER"
  | "VOTES"
  | "STATE_AUTHORITY"
  | "FUND"
  | "VERIFIER"
  | "CLOCK";

export type PartnershipStep = Step<PartnershipState, PartnershipHand>;
export type AgreementStep = Step<AgreementState, PartnershipHand>;

/** The partnership follows its first agreement to SIGNED; a further product starts its own agreement and moves nothing here. */
export const PARTNERSHIP_STEPS: readonly PartnershipStep[] = [
  { from: null, to: "IDEA", by: ["LEAD"], offered: true },
  { from: "IDEA", to: "CALL_OPEN", by: ["LEAD", "STATE_AUTHORITY"], offered: true },
  { from: "CALL_OPEN", to: "FORMING", by: ["MEMBER", "LEAD"], offered: true },
  // all three houses must be present: missingHouses() is empty
  { from: "FORMING", to: "NEGOTIATION", by: ["LEAD"], offered: true },
  { from: "NEGOTIATION", to: "SIGNED", by: ["EVERY_MEMBER"], offered: true },
  { from: "SIGNED", to: "ACTIVE", by: ["FUND", "LEAD", "CLOCK"], offered: true },
  { from: "ACTIVE", to: "SUSPENDED", by: ["STATE_AUTHORITY", "VOTES"], offered: true, reason: true },
  { from: "SUSPENDED", to: "ACTIVE", by: ["STATE_AUTHORITY", "VOTES", "CLOCK"], offered: true, reason: true },
  // every milestone is met or waived: unsettled() is empty; the lead's final statement is accepted
  { from: "ACTIVE", to: "COMPLETED", by: ["VERIFIER"], offered: true },
  // its losses are allocated: losses_missing() of the database is empty
  { from: "ACTIVE", to: "FAILED", by: ["LEAD", "STATE_AUTHORITY"], offered: true, reason: true },
  { from: "ACTIVE", to: "TERMINATED", by: ["EVERY_MEMBER"], offered: true, reason: true },
  { from: "SUSPENDED", to: "TERMINATED", by: ["EVERY_MEMBER"], offered: true, reason: true },
  // an auditor has seen the account, and nothing is open: stillOpen() is empty
  { from: "COMPLETED", to: "CLOSED", by: ["FUND"], offered: true },
  { from: "FAILED", to: "CLOSED", by: ["FUND"], offered: true },
  { from: "TERMINATED", to: "CLOSED", by: ["FUND"], offered: true },
];

export const AGREEMENT_STEPS: readonly AgreementStep[] = [
  { from: null, to: "NEGOTIATION", by: ["LEAD"], offered: true },
  // the schedules of all three dimensions are valid: checkSchedules() is empty for each
  {
    from: "NEGOTIATION",
    to: "AGREED_DRAFT",
    by: ["LEAD"],
    offered: true,
    opens: { kind: "SIGNATURE", debtor: "PARTY_REP", parameter: "partnership.signature.working-days" },
  },
  // the text changes, so every signature on it is void
  { from: "AGREED_DRAFT", to: "NEGOTIATION", by: ["LEAD"], offered: true, reason: true, voidsAll: true },
  {
    from: "AGREED_DRAFT",
    to: "UNDER_APPRAISAL",
    by: ["LEAD"],
    offered: true,
    pauses: "SIGNATURE",
    opens: { kind: "APPRAISAL", debtor: "STEERING", parameter: "partnership.appraisal.working-days" },
  },
  {
    from: "UNDER_APPRAISAL",
    to: "APPROVED",
    by: ["STATE_AUTHORITY"],
    offered: true,
    reason: true,
    closes: "APPRAISAL",
    resumes: "SIGNATURE",
  },
  { from: "UNDER_APPRAISAL", to: "RETURNED", by: ["STATE_AUTHORITY"], offered: true, reason: true, voidsAll: true },
  { from: "UNDER_APPRAISAL", to: "REFUSED", by: ["STATE_AUTHORITY"], offered: true, reason: true, voidsAll: true },
  { from: "RETURNED", to: "NEGOTIATION", by: ["LEAD"], offered: true },
  // where nothing of the State's is in it: appraisalReasons() is empty
  { from: "AGREED_DRAFT", to: "SIGNED", by: ["EVERY_MEMBER"], offered: true, closes: "SIGNATURE" },
  // a party may still not sign what was approved; a new text is appraised anew
  { from: "APPROVED", to: "NEGOTIATION", by: ["LEAD"], offered: true, reason: true, voidsAll: true },
  { from: "APPROVED", to: "SIGNED", by: ["EVERY_MEMBER"], offered: true, closes: "SIGNATURE" },
  // on its first day, or with the first contribution
  { from: "SIGNED", to: "ACTIVE", by: ["FUND", "LEAD", "CLOCK"], offered: true },
  // the former version stays in force until the amendment takes effect
  {
    from: "ACTIVE",
    to: "AMENDING",
    by: ["MEMBER", "LEAD"],
    offered: true,
    reason: true,
    opens: { kind: "SIGNATURE", debtor: "PARTY_REP", parameter: "partnership.signature.working-days" },
  },
  // signed by every member, taken back or declined by one, or not approved by who appraises it
  {
    from: "AMENDING",
    to: "ACTIVE",
    by: ["EVERY_MEMBER", "MEMBER", "LEAD", "STATE_AUTHORITY"],
    offered: true,
    closes: "SIGNATURE",
  },
];

/**
 * Whether a partnership may go from one state to another by one of these hands, and what that does to its clocks.
 * Refuses: no such step; not offered yet; another's step. Source: docs/domain.md, "Partnerships and agreements".
 */
export function partnershipTransition(
  from: PartnershipState | null,
  to: PartnershipState,
  hands: readonly PartnershipHand[],
): Outcome<PartnershipStep, StepRefusal> {
  return findStep(PARTNERSHIP_STEPS, from, to, hands);
}

/** The same for one agreement. Amending one agreement leaves the others in force. */
export function agreementTransition(
  from: AgreementState | null,
  to: AgreementState,
  hands: readonly PartnershipHand[],
): Outcome<AgreementStep, StepRefusal> {
  return findStep(AGREEMENT_STEPS, from, to, hands);
}

/** The steps that a page offers for an agreement to somebody with these hands. */
export function nextAgreementSteps(from: AgreementState | null, hands: readonly PartnershipHand[]): AgreementStep[] {
  return offeredSteps(AGREEMENT_STEPS, from, hands);
}

/** In the order in which every picture shows them. OTHER (the Front, intermediaries, associations) is none of them. */
export const THREE_HOUSES = ["STATE", "SCHOOL", "ENTERPRISE"] as const;

/** While it stands still, or once it ended, nothing takes effect in a partnership but what settles it. */
export function standsStill(state: PartnershipState): boolean {
  return !["IDEA", "CALL_OPEN", "FORMING", "NEGOTIATION", "SIGNED", "ACTIVE"].includes(state);
}

/** While the parties work: it is signed, and not at an end. A suspended one works again once that is over. */
export function isRunning(state: PartnershipState): boolean {
  return ["SIGNED", "ACTIVE", "SUSPENDED"].includes(state);
}

/** Whether an agreement is a draft still: not signed by everybody, and not refused. */
export function standsInNegotiation(state: AgreementState): boolean {
  return !["SIGNED", "ACTIVE", "AMENDING", "REFUSED"].includes(state);
}

/** Which of the three houses has no member yet; negotiation starts when none is missing. */
export function missingHouses(members: readonly { house: string }[]): (typeof THREE_HOUSES)[number][] {
  return THREE_HOUSES.filter((house) => !members.some((member) => member.house === house));
}

const HOUSE_LETTERS: Readonly<Record<string, string>> = { STATE: "N", SCHOOL: "T", ENTERPRISE: "D" };

/** Short names of parties for drawings and tables, by the order received: N1 (State), T1 (School), D1, D2 (Enterprise), K1. */
export function partyKeys(parties: readonly { id: string; house: string }[]): Map<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    parties.map(({ id, house }) => {
      const letter = HOUSE_LETTERS[house] ?? "K";
      const number = (counts.get(letter) ?? 0) + 1;
      counts.set(letter, number);
      return [id, `${letter}${number}`];
    }),
  );
}
