import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedMember, LockedPartnership } from "../internal/locked.server.ts";
import { partyOnRecord } from "../internal/money/signed.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { inRunning } from "../internal/running.server.ts";
import { sealer } from "./acceptance.policy.ts";
import type { JoinSealInput, SealInput } from "./acceptance.schema.ts";
import type { FileText } from "./acceptance.ts";

/**
 * A member seals, before the outcome, what has to hold for a risk to be taken, how it is taken and that it is; confirmed
 * with the password. The public record keeps the hash of the text and the instant alone. Returns the file's number.
 * Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_RUNNING; NOT_A_REPRESENTATIVE; OUTCOME_KNOWN where a loss was calculated
 * for a period that is not over before today. Source: docs/domain.md, "Accepted risk".
 */
export async function sealFile(
  actor: Actor,
  code: string,
  { password, ...content }: SealInput,
  at = new Date(),
): Promise<Outcome<{ number: number; textSha256: string }>> {
  const confirmed = await confirmPassword(actor, password);
  if (!confirmed.ok) return confirmed;
  return inRunning<{ number: number; textSha256: string }>(code, async (tx, partnership) => {
    const member = sealer(actor, partnership.members);
    if (!member) return refuse("NOT_A_REPRESENTATIVE");
    const sealedOn = dayInVietnam(at);
    if (await outcomeKnown(tx, partnership, sealedOn)) return refuse("OUTCOME_KNOWN");
    const number = 1 + (await tx.riskFile.count({ where: { partnershipId: partnership.id } }));
    const fileText: FileText = { ...content, partnership: code, number, party: partyOnRecord(member).party, sealedOn };
    const text = canonicalJson(fileText);
    const textSha256 = sha256(text);
    const { id } = await tx.riskFile.create({
      data: {
        ...{ partnershipId: partnership.id, number, text, textSha256 },
        ...{ criteria: content.criteria.length, sealedAt: at },
      },
    });
    await put(tx, partnership, { file: { id, number, textSha256 }, member, actor, at, kind: "risk-file.sealed" });
    return done({ number, textSha256 });
  });
}

/**
 * Another member stands by a sealed file, whose text it read, before the outcome. Refuses: PASSWORD_WRONG; TOO_MANY;
 * ABSENT; NOT_RUNNING; NOT_A_REPRESENTATIVE; NO_SUCH_FILE; ALREADY_SEALED; TEXT_CHANGED; OUTCOME_KNOWN.
 */
export async function joinSeal(
  actor: Actor,
  code: string,
  { file: number, textSha256, password }: JoinSealInput,
  at = new Date(),
): Promise<Outcome<null>> {
  const confirmed = await confirmPassword(actor, password);
  if (!confirmed.ok) return confirmed;
  return inRunning<null>(code, async (tx, partnership) => {
    if (!sealer(actor, partnership.members)) return refuse("NOT_A_REPRESENTATIVE");
    const file = await tx.riskFile.findUnique({
      where: { partnershipId_number: { partnershipId: partnership.id, number } },
      include: { seals: true },
    });
    if (!file) return refuse("NO_SUCH_FILE");
    const sealed = new Set(file.seals.map(({ memberId }) => memberId));
    const member = sealer(
      actor,
      partnership.members.filter(({ id }) => !sealed.has(id)),
    );
    if (!member) return refuse("ALREADY_SEALED");
    if (file.textSha256 !== textSha256) return refuse("TEXT_CHANGED");
    if (await outcomeKnown(tx, partnership, dayInVietnam(at))) return refuse("OUTCOME_KNOWN");
    await put(tx, partnership, { file, member, actor, at, kind: "risk-file.joined" });
    return done(null);
  });
}

type Put = {
  file: { id: string; number: number; textSha256: string };
  member: LockedMember;
  actor: Actor;
  at: Date;
  kind: string;
};

async function put(tx: Tx, partnership: LockedPartnership, { file, member, actor, at, kind }: Put): Promise<void> {
  const by = { actor, organisationId: member.organisationId };
  await tx.riskSeal.create({
    data: { fileId: file.id, memberId: member.id, personId: actor.personId, post: postOf(by), sealedAt: at },
  });
  const payload = { number: file.number, textSha256: file.textSha256, ...partyOnRecord(member) };
  await writeStep(tx, partnership, { kind, by, payload, at });
}

/** Whether a loss was calculated for a period that reaches behind a day. */
async function outcomeKnown(tx: Tx, { id }: LockedPartnership, sealedOn: string): Promise<boolean> {
  const found = await tx.distributionRun.findFirst({
    where: {
      ...{ kind: "LOSS", state: { not: "WITHDRAWN" }, agreement: { partnershipId: id } },
      periodTo: { gt: new Date(`${sealedOn}T00:00:00Z`) },
    },
    select: { id: true },
  });
  return found !== null;
}
