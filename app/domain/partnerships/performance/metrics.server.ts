import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asDate, moneyDay, partyOnRecord } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { askVerifier, asVerifier, inRunning } from "../internal/running.server.ts";
import { keepEvidence } from "./internal/kept-evidence.server.ts";
import { leadOf, ownMember, verifierBody } from "./performance.policy.ts";
import type { CheckInput, MetricInput, ReadingInput } from "./performance.schema.ts";
import type { WithEvidence } from "./performance.ts";

/** The lead names what is measured, by whom and towards what. Refuses: ABSENT; NOT_RUNNING; NOT_THE_LEAD; NOT_A_PARTY (at `memberId`). */
export async function addMetric(
  actor: Actor,
  code: string,
  input: MetricInput,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inRunning(code, async (tx, partnership) => {
    const lead = leadOf(actor, partnership.members);
    if (!lead) return refuse("NOT_THE_LEAD");
    const member = partnership.members.find(({ id, joined }) => joined && id === input.memberId);
    if (!member) return refuse("NOT_A_PARTY", { field: "memberId" });
    const number = 1 + (await tx.performanceMetric.count({ where: { partnershipId: partnership.id } }));
    const data = { ...input, partnershipId: partnership.id, number, recordedById: actor.personId, recordedAt: at };
    await tx.performanceMetric.create({ data });
    const { memberId: _party, ...facts } = input;
    await writeStep(tx, partnership, {
      kind: "metric.added",
      by: { actor, organisationId: lead.organisationId },
      payload: { number, ...partyOnRecord(member), ...facts },
      at,
    });
    return done({ number });
  });
}

/**
 * The party that measures records what it read on a day, and what shows it; somebody who is no party is asked to check.
 * Refuses: ABSENT; NOT_RUNNING; NO_SUCH_METRIC; NOT_YOUR_METRIC; IN_THE_FUTURE, BEFORE_THE_PARTNERSHIP (at `onDay`).
 */
export async function recordReading(
  actor: Actor,
  code: string,
  { evidence, ...input }: ReadingInput & WithEvidence,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inRunning(code, async (tx, partnership) => {
    const metric = await tx.performanceMetric.findUnique({
      where: { partnershipId_number: { partnershipId: partnership.id, number: input.metric } },
      select: { id: true, memberId: true, _count: { select: { readings: true } } },
    });
    if (!metric) return refuse("NO_SUCH_METRIC", { field: "metric" });
    const member = ownMember(actor, partnership.members, metric.memberId);
    if (!member) return refuse("NOT_YOUR_METRIC", { field: "metric" });
    const day = moneyDay(input.onDay, partnership, at);
    if (!day.ok) return day;
    const number = metric._count.readings + 1;
    const { value, reference, evidenceSha256, onDay } = input;
    const evidenceId = await keepEvidence(tx, partnership, { actor, evidence, at });
    const { id } = await tx.metricReading.create({
      data: {
        ...{ metricId: metric.id, number, onDay: asDate(onDay), value, reference, evidenceSha256, evidenceId },
        ...{ recordedById: actor.personId, recordedAt: at },
      },
    });
    await askVerifier(tx, partnership, { id, kind: "READING_CHECK", by: member.organisationId }, at);
    await writeStep(tx, partnership, {
      kind: "metric.read",
      by: { actor, organisationId: member.organisationId },
      payload: { metric: input.metric, number, onDay, value, reference, evidenceSha256 },
      at,
    });
    return done({ number });
  });
}

/** Somebody who is no party has checked a reading. Refuses: ABSENT; NOT_RUNNING; NOT_A_VERIFIER; NO_SUCH_READING; ALREADY_CHECKED. */
export async function verifyReading(
  actor: Actor,
  code: string,
  { reading }: CheckInput,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const body = verifierBody(actor, partnership.members);
    if (!body) return refuse("NOT_A_VERIFIER");
    const found = await tx.metricReading.findFirst({
      where: { number: reading.number, metric: { partnershipId: partnership.id, number: reading.metric } },
    });
    if (!found) return refuse("NO_SUCH_READING", { field: "reading" });
    if (found.verifiedAt) return refuse("ALREADY_CHECKED", { field: "reading" });
    await tx.metricReading.update({
      where: { id: found.id },
      data: { verifiedOrganisationId: body, verifiedById: actor.personId, verifiedAt: at },
    });
    await closeObligation(tx, found.id, "READING_CHECK", "verified", at);
    await writeStep(tx, partnership, {
      kind: "metric.verified",
      by: asVerifier(actor, body),
      payload: { ...reading, value: found.value.toString() },
      at,
    });
    return done(null);
  });
}
