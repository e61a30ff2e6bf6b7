import type { Actor } from "#app/domain/accounts/actor.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { closeObligation, openAgreedObligation, voidObligations } from "#app/domain/obligations/write.server.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedMember, LockedPartnership } from "../internal/locked.server.ts";
import { asDate, partyOnRecord } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { inRunning } from "../internal/running.server.ts";
import { WHOLE_PPM } from "../share-schedule.ts";
import { registrar } from "./risk.policy.ts";
import type { AddRiskInput, CloseRiskInput, ReviewRiskInput } from "./risk.schema.ts";
import type { RiskCategory } from "./risk.ts";

/** A risk is looked at again within ten years. */
const LATEST_REVIEW_DAYS = 3_652;

type Assessment = Omit<AddRiskInput, "category">;

/**
 * A member puts a risk into the register: how likely, what it would cost, who bears how much, who watches it. Its owner
 * owes a review by the day named. Returns its number. Refuses: ABSENT; NOT_RUNNING; NOT_A_REPRESENTATIVE; NOT_A_PARTY (at
 * `ownerMemberId`, `allocation`), as a party that has left is; PARTY_TWICE, RISK_NOT_WHOLE (at `allocation`); DUE_IN_THE_PAST (at `reviewOn`).
 */
export async function addRisk(
  actor: Actor,
  code: string,
  input: AddRiskInput,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inRunning(code, async (tx, partnership) => {
    const by = registrar(actor, partnership.members);
    if (!by) return refuse("NOT_A_REPRESENTATIVE");
    const checked = check(partnership, input, at);
    if (!checked.ok) return checked;
    const number = 1 + (await tx.riskItem.count({ where: { partnershipId: partnership.id } }));
    const { category, ...assessment } = input;
    const { id } = await tx.riskItem.create({ data: { partnershipId: partnership.id, number, category } });
    const act = { actor, by, owner: checked.value, at, kind: "risk.added" };
    await assess(tx, partnership, { id, number, category, version: 1 }, assessment, act);
    return done({ number });
  });
}

/**
 * A member reviews a risk: the register holds what is thought now, and why it changed; what was thought stays. The review
 * owed is done and the next one owed. Refuses what adding refuses; NO_SUCH_RISK; RISK_CLOSED (at `risk`).
 */
export async function reviewRisk(
  actor: Actor,
  code: string,
  input: ReviewRiskInput,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const by = registrar(actor, partnership.members);
    if (!by) return refuse("NOT_A_REPRESENTATIVE");
    const found = await openRisk(tx, partnership, input.risk);
    if (!found.ok) return found;
    const checked = check(partnership, input, at);
    if (!checked.ok) return checked;
    const { id, number, category } = found.value;
    await closeObligation(tx, id, "RISK_REVIEW", "reviewed", at);
    const version = found.value._count.versions + 1;
    const act = { actor, by, owner: checked.value, at, kind: "risk.reviewed" };
    await assess(tx, partnership, { id, number, category, version }, input, act);
    return done(null);
  });
}

/** A member closes a risk: it occurred, lapsed or was mitigated. Refuses: ABSENT; NOT_RUNNING; NOT_A_REPRESENTATIVE; NO_SUCH_RISK; RISK_CLOSED. */
export async function closeRisk(
  actor: Actor,
  code: string,
  { risk, outcome, note }: CloseRiskInput,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const by = registrar(actor, partnership.members);
    if (!by) return refuse("NOT_A_REPRESENTATIVE");
    const found = await openRisk(tx, partnership, risk);
    if (!found.ok) return found;
    const { id, number, category } = found.value;
    await tx.riskItem.update({
      where: { id },
      data: { outcome, closeNote: note, closedById: actor.personId, closedAt: at },
    });
    await voidObligations(tx, id, at);
    await writeStep(tx, partnership, {
      kind: "risk.closed",
      by: { actor, organisationId: by.organisationId },
      payload: { number, category, outcome },
      at,
    });
    return done(null);
  });
}

async function openRisk(tx: Tx, { id: partnershipId }: LockedPartnership, number: number) {
  const found = await tx.riskItem.findUnique({
    where: { partnershipId_number: { partnershipId, number } },
    include: { _count: { select: { versions: true } } },
  });
  if (!found) return refuse("NO_SUCH_RISK", { field: "risk" });
  return found.closedAt ? refuse("RISK_CLOSED", { field: "risk" }) : done(found);
}

/** Gives the party that watches the risk, once owner, day and allocation hold. */
function check({ members }: LockedPartnership, input: Assessment, at: Date): Outcome<LockedMember> {
  const staying = members.filter(({ joined, left }) => joined && !left);
  const owner = staying.find(({ id }) => id === input.ownerMemberId);
  if (!owner) return refuse("NOT_A_PARTY", { field: "ownerMemberId" });
  const today = dayInVietnam(at);
  if (input.reviewOn <= today || input.reviewOn > addDays(today, LATEST_REVIEW_DAYS))
    return refuse("DUE_IN_THE_PAST", { field: "reviewOn" });
  const field = "allocation[0].share";
  const borne = input.allocation.filter(({ share }) => share > 0);
  if (borne.some(({ id }) => !staying.some((member) => member.id === id))) return refuse("NOT_A_PARTY", { field });
  if (new Set(borne.map(({ id }) => id)).size < borne.length) return refuse("PARTY_TWICE", { field });
  const sum = borne.reduce((total, { share }) => total + share, 0);
  return sum === WHOLE_PPM ? done(owner) : refuse("RISK_NOT_WHOLE", { field });
}

type Act = { actor: Actor; by: LockedMember; owner: LockedMember; at: Date; kind: string };

async function assess(
  tx: Tx,
  partnership: LockedPartnership,
  risk: { id: string; number: number; category: RiskCategory; version: number },
  input: Assessment,
  { actor, by, owner, at, kind }: Act,
): Promise<void> {
  const { title, isPublic, probabilityPpm, impactVnd, mitigation, reviewOn, reason } = input;
  const borne = input.allocation.filter(({ share }) => share > 0);
  await tx.riskVersion.create({
    data: {
      ...{ riskId: risk.id, version: risk.version, title, isPublic, probabilityPpm, impactVnd, mitigation, reason },
      ...{ ownerMemberId: owner.id, reviewOn: asDate(reviewOn), recordedById: actor.personId, recordedAt: at },
    },
  });
  await tx.riskAllocation.createMany({
    data: borne.map(({ id, share }) => ({ riskId: risk.id, version: risk.version, memberId: id, ppm: share })),
  });
  await openAgreedObligation(
    tx,
    {
      subject: { type: "PARTNERSHIP", id: risk.id, code: partnership.code },
      kind: "RISK_REVIEW",
      debtor: { organisationId: owner.organisationId, role: "PARTY_REP" },
      ...{ dueOn: reviewOn, basis: "RISK_REVIEW" },
    },
    at,
  );
  const allocation = borne.map(({ id, share }) => ({ ...onRecord(partnership, id), ppm: share }));
  const facts = { title, probabilityPpm, impactVnd: impactVnd.toString(), allocation, mitigation, reason };
  // what the members keep among themselves stays out of the public record; the hash shows later that nobody changed it
  const shown = isPublic ? facts : { assessmentSha256: sha256(canonicalJson(facts)) };
  const { number, version, category } = risk;
  await writeStep(tx, partnership, {
    kind,
    by: { actor, organisationId: by.organisationId },
    payload: { number, version, category, owner: partyOnRecord(owner).party, reviewOn, ...shown },
    at,
  });
}

function onRecord({ members }: LockedPartnership, id: string) {
  const member = members.find((one) => one.id === id);
  return member ? partyOnRecord(member) : {};
}
