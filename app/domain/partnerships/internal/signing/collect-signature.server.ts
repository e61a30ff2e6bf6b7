import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedAgreement, LockedMember } from "../locked.server.ts";

/** For which party, on the text of which hash. */
export type SignatureInput = { memberId: string; textSha256: string };

/**
 * Puts one party's signature under a text of a locked agreement, ends its clock, and says whether it was the last of
 * `parties`. Refuses: what `expected` refuses; TEXT_CHANGED; NOT_A_PARTY; ALREADY_SIGNED.
 */
export async function collectSignature(
  tx: Tx,
  input: Pick<SignatureInput, "textSha256"> & {
    /** who signs, and in which post */
    personId: string;
    post: string;
    /** the party for which that person may sign */
    member: LockedMember;
    agreement: LockedAgreement;
    /** the hash of what is to be signed now, or why nothing is */
    expected: Outcome<string | null>;
    parties: ReadonlySet<string>;
    at: Date;
  },
): Promise<Outcome<{ isLast: boolean }>> {
  const { personId, post, member, agreement, textSha256, parties, at } = input;
  const memberId = member.id;
  if (!input.expected.ok) return input.expected;
  if (input.expected.value !== textSha256) return refuse("TEXT_CHANGED");
  if (!parties.has(memberId)) return refuse("NOT_A_PARTY");
  const before = await tx.signature.findMany({
    where: { agreementId: agreement.id, textSha256 },
    select: { memberId: true },
  });
  const signers = new Set(before.map((signature) => signature.memberId));
  if (signers.has(memberId)) return refuse("ALREADY_SIGNED");

  await tx.signature.create({
    data: { agreementId: agreement.id, memberId, personId, post, textSha256, signedAt: at },
  });
  await closeObligation(tx, agreement.id, "SIGNATURE", "SIGNED", at, member.organisationId);
  signers.add(memberId);
  return done({ isLast: [...parties].every((party) => signers.has(party)) });
}
