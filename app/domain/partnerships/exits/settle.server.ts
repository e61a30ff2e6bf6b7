import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { declineOpen, isAppraised } from "../internal/exits/open-settlement.server.ts";
import {
  type LockedMember,
  type LockedPartnership,
  lockedAgreement,
  lockPartnership,
} from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { currentSchedules, type RecordedSchedule } from "../internal/schedules.server.ts";
import { storeAmendment } from "../internal/signing/store-amendment.server.ts";
import { amender } from "../partnership.policy.ts";
import type { SettleInput } from "./exit.schema.ts";
import { EXIT_FORMAT, handovers, type PricedExit, priceExit, schedulesAfterExit, type Takeover } from "./exit.ts";
import { askForAnswer } from "./internal/ask-for-answer.server.ts";
import { type ExitFacts, exitFacts, whatKeeps } from "./internal/exit-facts.server.ts";
import { type OpenExit, openExit } from "./internal/open-exit.server.ts";

type Part = {
  facts: ExitFacts;
  takeover: Takeover;
  price: PricedExit;
  before: RecordedSchedule[];
  after: RecordedSchedule[];
};

/**
 * Any member puts the settlement of an exit on the table: for every agreement in which the leaver stands who takes its
 * shares over, and the price by that agreement's rule. Each becomes an amendment from the leaver's last day on, and all
 * of them one text, on which the leaver and every other member owe a signature. Returns the text's SHA-256.
 * Refuses: ABSENT; NOT_A_REPRESENTATIVE; NO_OPEN_EXIT; NOT_ALLOWED_FROM_STATE; SETTLEMENT_OPEN; what keeps the leaver
 * (`notice`); SUCCESSOR_MISSING, NOT_A_PARTY (at `successor`) where the lead leaves; AGREEMENT_NOT_RUNNING, AMENDMENT_OPEN, CAPITAL_PENDING (with the product); and at the agreement's fields
 * NOT_A_PARTY, TAKER_NEEDED, PRICE_MISSING. Source: docs/domain.md, "A party leaves" and "Exit".
 */
export async function proposeSettlement(
  actor: Actor,
  code: string,
  input: SettleInput,
  at = new Date(),
): Promise<Outcome<{ number: number; textSha256: string }>> {
  return inTransaction<{ number: number; textSha256: string }, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const member = amender(actor, partnership.members);
    if (!member) return refuse("NOT_A_REPRESENTATIVE");
    const exit = await openExit(tx, partnership.id);
    const leaver = partnership.members.find(({ id }) => id === exit?.memberId);
    if (exit?.number !== input.number || !leaver) return refuse("NO_OPEN_EXIT");
    if (partnership.state !== "ACTIVE") return refuse("NOT_ALLOWED_FROM_STATE");
    if (exit.settlement) return refuse("SETTLEMENT_OPEN");
    const parts = await partsOf(tx, partnership, exit, input);
    if (!parts.ok) return parts;
    const successor = successorOf(partnership, leaver, input);
    if (!successor.ok) return successor;
    const who = { leaver, successor: successor.value, by: { actor, member } };
    const settled = await store(tx, { partnership, exit, ...who, parts: parts.value, at });
    await askEverybody(tx, { partnership, exit, leaver, at });
    return done(settled);
  });
}

/**
 * Takes the settlement on the table off it, with a reason, so that another can be proposed: any member may.
 * Refuses: ABSENT; NOT_A_REPRESENTATIVE; NO_OPEN_EXIT; NO_SETTLEMENT; APPRAISAL_OPEN
 * while it is appraised. Source: docs/domain.md, "A party leaves".
 */
export async function declineSettlement(
  actor: Actor,
  code: string,
  { number, reason }: { number: number; reason: string },
  at = new Date(),
): Promise<Outcome<null>> {
  return inTransaction<null, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const member = amender(actor, partnership.members);
    if (!member) return refuse("NOT_A_REPRESENTATIVE");
    const exit = await openExit(tx, partnership.id);
    if (exit?.number !== number) return refuse("NO_OPEN_EXIT");
    if (!exit.settlement) return refuse("NO_SETTLEMENT");
    if (await isAppraised(tx, exit.settlement.id)) return refuse("APPRAISAL_OPEN");
    await declineOpen(tx, exit.settlement.id, reason, at);
    const by = { actor, organisationId: member.organisationId };
    const payload = { exit: number, settlement: exit.settlement.number, reason };
    await writeStep(tx, partnership, { kind: "exit.declined", by, payload, at });
    return done(null);
  });
}

async function partsOf(
  tx: Tx,
  partnership: LockedPartnership,
  { memberId, effectiveOn }: OpenExit,
  { terms }: SettleInput,
): Promise<Outcome<Part[]>> {
  const known = await exitFacts(tx, { memberId, effectiveOn });
  const kept = whatKeeps(known, effectiveOn);
  if (kept) return refuse(kept.code, { params: { day: kept.day, product: kept.product } });
  const parts: Part[] = [];
  for (const facts of known) {
    const product = facts.productCode;
    if (facts.state === "SIGNED") return refuse("AGREEMENT_NOT_RUNNING", { params: { product } });
    if (facts.state === "AMENDING") return refuse("AMENDMENT_OPEN", { params: { product } });
    if (facts.pending > 0) return refuse("CAPITAL_PENDING", { params: { product, count: facts.pending } });
    const place = terms.findIndex(({ productCode }) => productCode === product);
    const typed = terms[place] ?? { takeover: "", penalty: 0, agreed: null };
    const before = await currentSchedules(tx, facts.agreementId);
    const staying = partnership.members.filter(
      ({ id, joined, to }) => joined && id !== memberId && (to === null || to > effectiveOn),
    );
    if (typed.takeover !== "" && !staying.some(({ id }) => id === typed.takeover))
      return refuse("NOT_A_PARTY", { field: `terms[${place}].takeover` });
    const takeover: Takeover = typed.takeover === "" ? { kind: "PRO_RATA" } : { kind: "NAMED", party: typed.takeover };
    const after = schedulesAfterExit(before, { leaver: memberId, effectiveOn, takeover });
    if (!after.ok) return refuse("TAKER_NEEDED", { field: `terms[${Math.max(0, place)}].takeover` });
    const price = priceExit(facts.rule, { ...facts, earlyExitPenaltyPpm: typed.penalty }, typed.agreed);
    if (!price) return refuse("PRICE_MISSING", { field: `terms[${Math.max(0, place)}].agreed` });
    parts.push({ facts, takeover, price, before, after: after.value });
  }
  return done(parts);
}

/** The member that leads after a lead that leaves; null where another leaves. */
function successorOf(
  { members }: LockedPartnership,
  leaver: LockedMember,
  { successor }: SettleInput,
): Outcome<LockedMember | null> {
  if (leaver.role !== "LEAD") return done(null);
  if (successor === "") return refuse("SUCCESSOR_MISSING", { field: "successor" });
  const found = members.find(
    ({ id, joined, to, verified }) => id === successor && id !== leaver.id && joined && to === null && verified,
  );
  return found ? done(found) : refuse("NOT_A_PARTY", { field: "successor" });
}

type Proposed = {
  partnership: LockedPartnership;
  exit: OpenExit;
  leaver: LockedMember;
  /** leads after it */
  successor: LockedMember | null;
  parts: readonly Part[];
  by: { actor: Actor; member: LockedMember };
  at: Date;
};

/** The amendment of every agreement, and then the one text that names them all; in each the leaver's days end, and another leads. */
async function store(tx: Tx, proposed: Proposed): Promise<{ number: number; textSha256: string }> {
  const { exit, leaver, successor, parts, by, at } = proposed;
  const { effectiveOn } = exit;
  const members = proposed.partnership.members.map((one): LockedMember => {
    if (one.id === leaver.id) return { ...one, to: effectiveOn, role: successor ? "PARTNER" : one.role };
    return one.id === successor?.id ? { ...one, role: "LEAD" } : one;
  });
  const partnership = { ...proposed.partnership, members };
  const places = new Map(members.map(({ id, position }) => [id, position]));
  const number = 1 + (await tx.exitSettlement.count({ where: { exitId: exit.id } }));
  const id = randomUUID();
  const agreements = [];
  for (const { facts, takeover, price, before, after } of parts) {
    const { productCode } = facts;
    const agreement = await lockedAgreement(tx, partnership, productCode);
    if (!agreement) throw new Error(`no agreement ${productCode} in ${partnership.code}`);
    const amendment = await storeAmendment(tx, {
      ...{ partnership, agreement, current: before, amended: after, effectiveFrom: effectiveOn, by, at },
      ...{ rationale: exit.reason, settlement: { id, exit: exit.number, number } },
    });
    agreements.push({
      ...{ productCode, ...priceText(price) },
      takeover: takeover.kind === "NAMED" ? { ...takeover, party: places.get(takeover.party) ?? 0 } : takeover,
      handovers: handovers({ before, after }, { ...price, effectiveOn }).map((one) => ({
        ...one,
        party: places.get(one.party) ?? 0,
      })),
      ...{ amendmentNumber: amendment.number, amendmentSha256: amendment.textSha256 },
    });
  }
  const text = canonicalJson({
    ...{ format: EXIT_FORMAT, exit: exit.number, number, effectiveOn, reason: exit.reason, leaver: leaver.position },
    ...(successor ? { lead: successor.position } : {}),
    partnership: { code: partnership.code, title: partnership.title },
    parties: signersOf(partnership).map(({ position, house, name, scheme, identifier }) => ({
      ...{ position, house, name, identifier: `${scheme}-${identifier}` },
    })),
    agreements,
  });
  const textSha256 = sha256(text);
  await tx.exitSettlement.create({
    data: {
      ...{ id, exitId: exit.id, number, text, textSha256, proposedAt: at },
      ...{ proposedByMemberId: by.member.id, proposedById: by.actor.personId },
    },
  });
  await writeStep(tx, partnership, {
    kind: "exit.settlement",
    by: { actor: by.actor, organisationId: by.member.organisationId },
    payload: { exit: exit.number, settlement: number, effectiveOn, textSha256 },
    at,
  });
  return { number, textSha256 };
}

function priceText({ paidInVnd, reservesVnd, lossCarriedForwardVnd, ...price }: PricedExit) {
  const { rule, profitPpm, riskPpm, earlyExitPenaltyPpm, reserveShareVnd, lossCarriedForwardShareVnd } = price;
  const { penaltyVnd, priceVnd } = price;
  return {
    ...{ rule, paidInVnd, profitPpm, reservesVnd, reserveShareVnd, riskPpm, lossCarriedForwardVnd },
    ...{ lossCarriedForwardShareVnd, earlyExitPenaltyPpm: Number(earlyExitPenaltyPpm), penaltyVnd, priceVnd },
  };
}

/** Everybody who is a member when it is put on the table, the leaver too. */
function signersOf({ members }: LockedPartnership): LockedMember[] {
  return members.filter(({ joined, left }) => joined && !left);
}

/** Whoever owes nothing yet on this exit owes a signature from now on. */
async function askEverybody(
  tx: Tx,
  { partnership, exit, leaver, at }: Pick<Proposed, "partnership" | "exit" | "leaver" | "at">,
): Promise<void> {
  const open = await tx.obligation.findMany({
    where: { subjectId: exit.id, kind: "EXIT_SETTLEMENT", doneAt: null, voidedAt: null },
    select: { debtorOrganisationId: true },
  });
  const asked = new Set(open.map(({ debtorOrganisationId }) => debtorOrganisationId));
  for (const { id, organisationId } of signersOf(partnership))
    if (!asked.has(organisationId))
      await askForAnswer(tx, {
        partnership,
        exit,
        debtor: organisationId,
        creditor: id === leaver.id ? null : leaver,
        at,
      });
}
