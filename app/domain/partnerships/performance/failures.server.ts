import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation, openAgreedObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedPartnership } from "../internal/locked.server.ts";
import { asDate, moneyDay, partyOnRecord } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { askVerifier, asVerifier, inRunning } from "../internal/running.server.ts";
import { amender } from "../partnership.policy.ts";
import { keepEvidence } from "./internal/kept-evidence.server.ts";
import { verifierBody } from "./performance.policy.ts";
import type { ConfirmInput, CureInput, FailureInput } from "./performance.schema.ts";
import type { WithEvidence } from "./performance.ts";

/**
 * A member records what a party failed to do, what follows from it and by when it is cured; somebody who is no party is
 * asked whether it is so. Returns its number. Refuses: ABSENT; NOT_RUNNING; NOT_A_REPRESENTATIVE; NOT_A_PARTY (at
 * `memberId`); IN_THE_FUTURE, BEFORE_THE_PARTNERSHIP (at `onDay`); CURED_BEFORE (at `cureOn`).
 */
export async function recordFailure(
  actor: Actor,
  code: string,
  { evidence, ...input }: FailureInput & WithEvidence,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inRunning(code, async (tx, partnership) => {
    const by = amender(actor, partnership.members);
    if (!by) return refuse("NOT_A_REPRESENTATIVE");
    const party = partnership.members.find(({ id, joined }) => joined && id === input.memberId);
    if (!party) return refuse("NOT_A_PARTY", { field: "memberId" });
    const day = moneyDay(input.onDay, partnership, at);
    if (!day.ok) return day;
    if (input.cureOn < input.onDay) return refuse("CURED_BEFORE", { field: "cureOn" });
    const number = 1 + (await tx.performanceFailure.count({ where: { partnershipId: partnership.id } }));
    const { memberId: _party, ...facts } = input;
    const evidenceId = await keepEvidence(tx, partnership, { actor, evidence, at });
    const { id } = await tx.performanceFailure.create({
      data: {
        ...{ ...facts, onDay: asDate(input.onDay), cureOn: asDate(input.cureOn) },
        ...{ partnershipId: partnership.id, number, memberId: party.id, evidenceId },
        ...{ recordedById: actor.personId, recordedAt: at },
      },
    });
    await askVerifier(tx, partnership, { id, kind: "FAILURE_CHECK", by: by.organisationId }, at);
    await writeStep(tx, partnership, {
      kind: "failure.recorded",
      by: { actor, organisationId: by.organisationId },
      payload: { number, ...partyOnRecord(party), ...facts },
      at,
    });
    return done({ number });
  });
}

/**
 * Somebody who is no party says that it is so; the party owes the cure from then on, by its day. Refuses: ABSENT;
 * NOT_RUNNING; NOT_A_VERIFIER; NO_SUCH_FAILURE; ALREADY_CHECKED.
 */
export async function verifyFailure(
  actor: Actor,
  code: string,
  input: ConfirmInput,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const body = verifierBody(actor, partnership.members);
    if (!body) return refuse("NOT_A_VERIFIER");
    const found = await failureOf(tx, partnership, input.failure);
    if (!found) return refuse("NO_SUCH_FAILURE", { field: "failure" });
    if (found.verifiedAt) return refuse("ALREADY_CHECKED", { field: "failure" });
    await tx.performanceFailure.update({
      where: { id: found.id },
      data: { verifiedOrganisationId: body, verifiedById: actor.personId, verifiedAt: at },
    });
    await closeObligation(tx, found.id, "FAILURE_CHECK", "verified", at);
    const party = partnership.members.find(({ id }) => id === found.memberId);
    const cureOn = found.cureOn.toISOString().slice(0, 10);
    await openAgreedObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id: found.id, code },
        kind: "FAILURE_CURE",
        debtor: { organisationId: party?.organisationId ?? null, role: "PARTY_REP" },
        ...{ dueOn: cureOn, basis: "FAILURE" },
      },
      at,
    );
    const by = asVerifier(actor, body);
    await writeStep(tx, partnership, { kind: "failure.verified", by, payload: { number: found.number, cureOn }, at });
    return done(null);
  });
}

/**
 * Somebody who is no party says that a failure is cured, and what shows it. Refuses: ABSENT; NOT_RUNNING; NOT_A_VERIFIER;
 * NO_SUCH_FAILURE; NOT_VERIFIED; ALREADY_CURED.
 */
export async function cureFailure(
  actor: Actor,
  code: string,
  input: CureInput,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const body = verifierBody(actor, partnership.members);
    if (!body) return refuse("NOT_A_VERIFIER");
    const found = await failureOf(tx, partnership, input.failure);
    if (!found) return refuse("NO_SUCH_FAILURE", { field: "failure" });
    if (!found.verifiedAt) return refuse("NOT_VERIFIED", { field: "failure" });
    if (found.curedAt) return refuse("ALREADY_CURED", { field: "failure" });
    await tx.performanceFailure.update({
      where: { id: found.id },
      data: { curedOrganisationId: body, curedById: actor.personId, curedAt: at, cureReference: input.reference },
    });
    await closeObligation(tx, found.id, "FAILURE_CURE", "cured", at);
    await writeStep(tx, partnership, {
      kind: "failure.cured",
      by: asVerifier(actor, body),
      payload: { number: found.number, reference: input.reference },
      at,
    });
    return done(null);
  });
}

function failureOf(tx: Tx, { id: partnershipId }: LockedPartnership, number: number) {
  return tx.performanceFailure.findUnique({ where: { partnershipId_number: { partnershipId, number } } });
}
