import type { Actor } from "#app/domain/accounts/actor.ts";
import { followFor } from "#app/domain/notices/follows/follow.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isPublic } from "../initiative.policy.ts";
import { holdVoiced } from "./internal/voiced.server.ts";
import { maySpeak } from "./voice.policy.ts";

export type SupportRefusal = "NOT_FOUND" | "OWN_INITIATIVE";

/**
 * Supports the newest version, or renews a support of an older one; however often it is pressed, each person counts
 * once. Who supports is never public, and stands on no record; they follow it from then on. Refuses NOT_FOUND where it is not public, OWN_INITIATIVE
 * to its authors. Source: docs/domain.md, "Public voice".
 */
export async function support(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<{ version: number }, SupportRefusal>> {
  return inTransaction<{ version: number }, SupportRefusal>(async (tx) => {
    const initiative = await holdVoiced(tx, actor, code);
    if (!initiative || !isPublic(initiative)) return refuse("NOT_FOUND");
    if (!maySpeak(actor, initiative)) return refuse("OWN_INITIATIVE");
    const { id, version } = initiative;
    const row = { initiativeId: id, personId: actor.personId, versionNumber: version, at };
    const { count } = await tx.support.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) await renew(tx, row);
    await followFor(tx, actor.personId, { type: "INITIATIVE", code }, at);
    return done({ version });
  });
}

/** What stands already is left alone and waits for nobody: a hundred presses do not queue for one row. */
async function renew(tx: Tx, row: { initiativeId: string; personId: string; versionNumber: number; at: Date }) {
  const { initiativeId, personId, versionNumber, at } = row;
  const isOld = [{ withdrawnAt: { not: null } }, { versionNumber: { not: versionNumber } }];
  await tx.support.updateMany({
    where: { initiativeId, personId, OR: isOld },
    data: { versionNumber, at, withdrawnAt: null },
  });
}

/** Takes the support back; where there is none, nothing happens. Refuses NOT_FOUND. */
export async function withdrawSupport(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<null, SupportRefusal>> {
  return inTransaction<null, SupportRefusal>(async (tx) => {
    const initiative = await holdVoiced(tx, actor, code);
    if (!initiative || !isPublic(initiative)) return refuse("NOT_FOUND");
    const mine = { initiativeId: initiative.id, personId: actor.personId, withdrawnAt: null };
    await tx.support.updateMany({ where: mine, data: { withdrawnAt: at } });
    return done(null);
  });
}
