import type { Actor } from "#app/domain/accounts/actor.ts";
import { followFor } from "#app/domain/notices/follows/follow.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
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
    await tx.$executeRaw`
      INSERT INTO support (initiative_id, person_id, version_number, at)
      VALUES (${id}::uuid, ${actor.personId}::uuid, ${version}, ${at})
      ON CONFLICT (initiative_id, person_id)
      DO UPDATE SET version_number = EXCLUDED.version_number, at = EXCLUDED.at, withdrawn_at = NULL
      WHERE support.withdrawn_at IS NOT NULL OR support.version_number <> EXCLUDED.version_number`;
    await followFor(tx, actor.personId, { type: "INITIATIVE", code }, at);
    return done({ version });
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
