import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { KEY_KIND, makeKey, readKeys, readPrivateKey } from "./internal/keys.server.ts";
import { endorse, type PublicKey } from "./internal/note.server.ts";

/**
 * Puts a new signing key on the record: heads that cover its entry are signed with it. The former key signs that this is
 * its successor, where the portal still has it. The first key comes by itself, with the first seal. Null where somebody
 * else put one there meanwhile, and where the first is asked for and there is one.
 */
export async function putKey(
  at = new Date(),
  { isFirst = false } = {},
): Promise<(PublicKey & { endorsed: boolean }) | null> {
  const former = isFirst ? undefined : (await readKeys()).at(-1);
  const formerKey = former ? await readPrivateKey(former) : null;
  const key = await makeKey();
  const endorsement = formerKey && endorse(key.vkey, formerKey);
  const put = await inTransaction(async (tx): Promise<Outcome<boolean>> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ba-nha record key'))`;
    const newest = await tx.recordEntry.findFirst({
      where: { subjectType: "RECORD", kind: KEY_KIND },
      orderBy: { id: "desc" },
      select: { id: true },
    });
    if (newest?.id !== former?.entryNo) return done(false);
    const subject = { type: "RECORD", code: key.id } as const;
    const payload = { key: key.vkey, former: former?.id ?? null, endorsement };
    await appendEntry(tx, { kind: KEY_KIND, subject, actor: { organisationId: null, post: "OPERATOR" }, payload }, at);
    return done(true);
  });
  return put.ok && put.value ? { ...key, endorsed: endorsement !== null } : null;
}
