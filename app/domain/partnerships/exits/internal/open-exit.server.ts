import type { Tx } from "#prisma/client.server.ts";

/** The exit of a locked partnership that is not settled yet, with the settlement on the table; null when there is none. */
export async function openExit(tx: Tx, partnershipId: string) {
  const found = await tx.partyExit.findFirst({
    where: { partnershipId, state: "OPEN" },
    include: {
      settlements: { where: { state: "PROPOSED" }, include: { signatures: { select: { memberId: true } } } },
    },
  });
  if (!found) return null;
  const { settlements, effectiveOn, ...exit } = found;
  return { ...exit, effectiveOn: effectiveOn.toISOString().slice(0, 10), settlement: settlements[0] ?? null };
}
export type OpenExit = NonNullable<Awaited<ReturnType<typeof openExit>>>;
