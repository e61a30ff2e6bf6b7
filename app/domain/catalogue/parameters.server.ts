import { db, type Tx } from "#prisma/client.server.ts";

/**
 * The value of a legal parameter in force on a day ('YYYY-MM-DD'). Throws when none is: that is a fault of the data.
 * Inside a transaction give it, so that no second connection is waited for while the first holds its locks.
 */
export async function parameterOn(key: string, on: string, tx: Tx = db()): Promise<bigint> {
  const day = new Date(`${on}T00:00:00Z`);
  const found = await tx.legalParameter.findFirst({
    where: { key, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
    select: { value: true },
  });
  if (!found) throw new Error(`No legal parameter ${key} is in force on ${on}`);
  return found.value;
}
