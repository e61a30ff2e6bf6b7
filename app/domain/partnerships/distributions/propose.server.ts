import type { Actor } from "#app/domain/accounts/actor.ts";
import { addDays } from "#app/domain/obligations/calendar.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import {
  type LockedAgreement,
  type LockedMember,
  type LockedPartnership,
  lockedAgreement,
  lockPartnership,
} from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { amender } from "../partnership.policy.ts";
import type { RunForm } from "./distribution.schema.ts";
import { type Gathered, gatherInputs } from "./gather.server.ts";
import { calculateRun, differenceOf, ENGINE_VERSION, type RunInputs, type RunLine, type RunResult } from "./run.ts";

/** What a run would give; `lines` of a compensating run are what it changes. */
export type Preview = { inputs: RunInputs; result: RunResult; lines: RunLine[]; totalVnd: bigint };

/**
 * Calculates a run without storing anything, as `proposeRun` would. Refuses what that refuses.
 */
export async function previewRun(
  actor: Actor,
  address: AgreementAddress,
  form: RunForm,
  at = new Date(),
): Promise<Outcome<Preview>> {
  return inTransaction(async (tx) => {
    const ready = await prepare(tx, { actor, address, form, at });
    return ready.ok ? done(ready.value.preview) : ready;
  });
}

/**
 * A member proposes a run for a period that is over: its inputs, the engine and the lines are stored, and every party
 * owes an approval. Refuses: ABSENT; NOT_A_REPRESENTATIVE; NOT_ALLOWED_FROM_STATE; AFTER_PROFIT_TAIL at `lastOn` once the partnership is closed; RUN_OPEN while another waits; what
 * `gatherInputs` and the calculation refuse; UNALLOCATED_UNDECIDED at `unallocatedTo`.
 * Source: docs/domain.md, I3, I7 and I8.
 */
export async function proposeRun(
  actor: Actor,
  address: AgreementAddress,
  form: RunForm,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inTransaction(async (tx) => {
    const ready = await prepare(tx, { actor, address, form, at });
    if (!ready.ok) return ready;
    const { partnership, agreement, member, preview } = ready.value;
    if (form.unallocatedTo === "" && preview.lines.some(({ tier }) => tier === "UNALLOCATED"))
      return refuse("UNALLOCATED_UNDECIDED", { field: "unallocatedTo" });
    const number = 1 + (await tx.distributionRun.count({ where: { agreementId: agreement.id } }));
    const inputsSha256 = await store(tx, ready.value, { form, number, personId: actor.personId, at });
    await askForApprovals(tx, { partnership, agreement, places: preview.inputs.parties, at });
    const period = { from: form.from, to: form.to };
    await writeStep(tx, partnership, {
      kind: "distribution.proposed",
      by: { actor, organisationId: member.organisationId },
      payload: { productCode: agreement.productCode, number, kind: form.kind, period, inputsSha256 },
      at,
    });
    return done({ number });
  });
}

/** Writes the run with its lines, as they were calculated; gives the hash of its inputs. */
async function store(
  tx: Tx,
  { partnership, agreement, member, preview, gathered }: Ready,
  { form, number, personId, at }: { form: RunForm; number: number; personId: string; at: Date },
): Promise<string> {
  const inputs = canonicalJson(preview.inputs);
  const inputsSha256 = sha256(inputs);
  const ids = new Map(partnership.members.map(({ id, position }) => [position, id]));
  const lines = preview.lines.map(({ tier, party, author, amountVnd }, position) => ({
    position,
    tier,
    memberId: party === null ? null : (ids.get(party) ?? null),
    author,
    amountVnd,
  }));
  const { authorsVnd, authorsMinimumVnd, lossCarriedVnd, preferredUnpaidVnd } = preview.result;
  await tx.distributionRun.create({
    data: {
      agreementId: agreement.id,
      number,
      kind: form.kind,
      periodFrom: new Date(`${form.from}T00:00:00Z`),
      periodTo: new Date(`${form.to}T00:00:00Z`),
      inputs,
      inputsSha256,
      engineVersion: ENGINE_VERSION,
      totalVnd: preview.totalVnd,
      ...{ authorsVnd, authorsMinimumVnd, lossCarriedVnd, preferredUnpaidVnd },
      unallocatedTo: form.unallocatedTo === "" ? null : form.unallocatedTo,
      compensatesId: gathered.compensated?.id ?? null,
      proposedByMemberId: member.id,
      proposedById: personId,
      proposedAt: at,
      lines: { createMany: { data: lines } },
    },
  });
  return inputsSha256;
}

type Asked = { actor: Actor; address: AgreementAddress; form: RunForm; at: Date };
type Ready = {
  partnership: LockedPartnership;
  agreement: LockedAgreement;
  member: LockedMember;
  gathered: Gathered;
  preview: Preview;
};

/** Whether the account on which a partnership was closed lets profit of these days be shared still. */
async function isInProfitTail(tx: Tx, { id }: LockedPartnership, { kind, to }: RunForm): Promise<boolean> {
  const closed = await tx.partnershipClosing.findFirst({ where: { partnershipId: id, state: "CLOSED" } });
  const until = closed?.profitTailUntil?.toISOString().slice(0, 10) ?? "";
  return kind === "DISTRIBUTION" && to <= (until && addDays(until, 1));
}

async function prepare(tx: Tx, { actor, address, form, at }: Asked): Promise<Outcome<Ready>> {
  const partnership = await lockPartnership(tx, address.code);
  const agreement = partnership && (await lockedAgreement(tx, partnership, address.productCode));
  if (!agreement) return refuse("ABSENT");
  const member = amender(actor, partnership.members);
  if (!member) return refuse("NOT_A_REPRESENTATIVE");
  if (agreement.state !== "ACTIVE" && agreement.state !== "AMENDING") return refuse("NOT_ALLOWED_FROM_STATE");
  if (partnership.state === "CLOSED" && !(await isInProfitTail(tx, partnership, form)))
    return refuse("AFTER_PROFIT_TAIL", { field: "lastOn" });
  const open = await tx.distributionRun.count({ where: { agreementId: agreement.id, state: "PROPOSED" } });
  if (open > 0) return refuse("RUN_OPEN");
  const gathered = await gatherInputs(tx, { partnership, agreement }, form, at);
  if (!gathered.ok) return gathered;
  const { inputs, standing, compensated } = gathered.value;
  const result = calculateRun(inputs);
  if (!result.ok) return result;
  const before = standing.flatMap(({ lines }) => lines);
  const lines = compensated ? differenceOf(result.value.lines, before) : result.value.lines;
  const totalVnd = lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0n);
  if (compensated && lines.length === 0) return refuse("NOTHING_CHANGED");
  return done({
    partnership,
    agreement,
    member,
    gathered: gathered.value,
    preview: { inputs, result: result.value, lines, totalVnd },
  });
}

async function askForApprovals(
  tx: Tx,
  asked: { partnership: LockedPartnership; agreement: LockedAgreement; places: RunInputs["parties"]; at: Date },
) {
  const { partnership, agreement, places, at } = asked;
  const parties = new Set(places.map(({ party }) => party));
  for (const { organisationId, position } of partnership.members) {
    if (!parties.has(position)) continue;
    await openObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id: agreement.id, code: partnership.code },
        kind: "DISTRIBUTION_APPROVAL",
        debtor: { organisationId, role: "PARTY_REP" },
        parameter: "partnership.distribution-approval.working-days",
      },
      at,
    );
  }
}
