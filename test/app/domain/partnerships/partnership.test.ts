import { describe, expect, test } from "vitest";
import {
  AGREEMENT_STATES,
  AGREEMENT_STEPS,
  agreementTransition,
  missingHouses,
  nextAgreementSteps,
  PARTNERSHIP_STATES,
  PARTNERSHIP_STEPS,
  partnershipTransition,
} from "#app/domain/partnerships/partnership.ts";
import { AgreementState, PartnershipState } from "#prisma/generated/enums.ts";
import { databasePairs, tablePairs } from "#test/support/state-table.ts";

const HANDS = ["LEAD", "MEMBER", "EVERY_MEMBER", "VOTES", "STATE_AUTHORITY", "FUND", "VERIFIER", "CLOCK"] as const;

/** The tables of docs/domain.md, written a second time: what can be done now, and what is drawn for later. */
const OFFERED_PARTNERSHIP = {
  "->IDEA": ["LEAD"],
  "IDEA>CALL_OPEN": ["LEAD", "STATE_AUTHORITY"],
  "CALL_OPEN>FORMING": ["LEAD", "MEMBER"],
  "FORMING>NEGOTIATION": ["LEAD"],
  "NEGOTIATION>SIGNED": ["EVERY_MEMBER"],
  "SIGNED>ACTIVE": ["FUND", "LEAD", "CLOCK"],
  "ACTIVE>SUSPENDED": ["STATE_AUTHORITY", "VOTES"],
  "SUSPENDED>ACTIVE": ["STATE_AUTHORITY", "VOTES", "CLOCK"],
  "ACTIVE>COMPLETED": ["VERIFIER"],
  "ACTIVE>FAILED": ["LEAD", "STATE_AUTHORITY"],
  "ACTIVE>TERMINATED": ["EVERY_MEMBER"],
  "SUSPENDED>TERMINATED": ["EVERY_MEMBER"],
  "COMPLETED>CLOSED": ["FUND"],
  "FAILED>CLOSED": ["FUND"],
  "TERMINATED>CLOSED": ["FUND"],
};
const OFFERED_AGREEMENT = {
  "->NEGOTIATION": ["LEAD"],
  "NEGOTIATION>AGREED_DRAFT": ["LEAD"],
  "AGREED_DRAFT>NEGOTIATION": ["LEAD"],
  "AGREED_DRAFT>SIGNED": ["EVERY_MEMBER"],
  "AGREED_DRAFT>UNDER_APPRAISAL": ["LEAD"],
  "UNDER_APPRAISAL>APPROVED": ["STATE_AUTHORITY"],
  "UNDER_APPRAISAL>RETURNED": ["STATE_AUTHORITY"],
  "UNDER_APPRAISAL>REFUSED": ["STATE_AUTHORITY"],
  "RETURNED>NEGOTIATION": ["LEAD"],
  "APPROVED>SIGNED": ["EVERY_MEMBER"],
  "APPROVED>NEGOTIATION": ["LEAD"],
  "SIGNED>ACTIVE": ["FUND", "LEAD", "CLOCK"],
  "ACTIVE>AMENDING": ["MEMBER", "LEAD"],
  "AMENDING>ACTIVE": ["EVERY_MEMBER", "MEMBER", "LEAD", "STATE_AUTHORITY"],
};
const LATER_AGREEMENT: string[] = [];

function expected(offered: Record<string, string[]>, later: string[], pair: string, hand: string): string {
  if (offered[pair]) return offered[pair].includes(hand) ? "done" : "NOT_ALLOWED_FOR_ROLE";
  return later.includes(pair) ? "NOT_OFFERED_YET" : "NOT_ALLOWED_FROM_STATE";
}

describe("the way of a partnership", () => {
  test("every step from every state by every hand is as the table says", () => {
    for (const from of [null, ...PARTNERSHIP_STATES])
      for (const to of PARTNERSHIP_STATES)
        for (const hand of HANDS) {
          const outcome = partnershipTransition(from, to, [hand]);
          const pair = `${from ?? "-"}>${to}`;
          expect(`${pair} ${hand} ${outcome.ok ? "done" : outcome.code}`).toBe(
            `${pair} ${hand} ${expected(OFFERED_PARTNERSHIP, [], pair, hand)}`,
          );
        }
  });

  test("has the states and the steps of the database", () => {
    expect([...PARTNERSHIP_STATES].sort()).toEqual(Object.values(PartnershipState).sort());
    expect(tablePairs(PARTNERSHIP_STEPS)).toEqual(databasePairs("partnership"));
  });

  test("negotiation waits until all three houses are there, and the Front is none of them", () => {
    expect(missingHouses([])).toEqual(["STATE", "SCHOOL", "ENTERPRISE"]);
    expect(missingHouses([{ house: "OTHER" }, { house: "SCHOOL" }])).toEqual(["STATE", "ENTERPRISE"]);
    expect(missingHouses([{ house: "STATE" }, { house: "SCHOOL" }, { house: "ENTERPRISE" }])).toEqual([]);
  });
});

describe("the way of an agreement", () => {
  test("every step from every state by every hand is as the table says", () => {
    for (const from of [null, ...AGREEMENT_STATES])
      for (const to of AGREEMENT_STATES)
        for (const hand of HANDS) {
          const outcome = agreementTransition(from, to, [hand]);
          const pair = `${from ?? "-"}>${to}`;
          expect(`${pair} ${hand} ${outcome.ok ? "done" : outcome.code}`).toBe(
            `${pair} ${hand} ${expected(OFFERED_AGREEMENT, LATER_AGREEMENT, pair, hand)}`,
          );
        }
  });

  test("has the states and the steps of the database", () => {
    expect([...AGREEMENT_STATES].sort()).toEqual(Object.values(AgreementState).sort());
    expect(tablePairs(AGREEMENT_STEPS)).toEqual(databasePairs("agreement"));
  });

  test("an agreed draft asks every party to sign and lets the lead take it back with a reason", () => {
    const agreed = agreementTransition("NEGOTIATION", "AGREED_DRAFT", ["LEAD"]);
    expect(agreed).toMatchObject({ ok: true, value: { opens: { kind: "SIGNATURE" } } });
    expect(nextAgreementSteps("AGREED_DRAFT", ["LEAD"])).toMatchObject([
      { to: "NEGOTIATION", reason: true },
      { to: "UNDER_APPRAISAL" },
    ]);
  });
});
