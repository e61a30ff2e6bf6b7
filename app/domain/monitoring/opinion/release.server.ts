import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { frontPost, writeFrontStep } from "../internal/front-step.server.ts";
import { asFront, type FrontRefusal, lockSignal, publishSignal } from "../internal/opinion/signal.server.ts";
import { mayLead, mayWork } from "../monitoring.policy.ts";

type ReleaseRefusal = FrontRefusal | "SIGNAL_RELEASED";

/**
 * A lead lets a signal go: it is public and on the record at once, or, where it belongs to a campaign, with its campaign. From then
 * on it stands. Refuses NOT_FOUND, NOT_A_MONITOR, NOT_THE_MONITORING_LEAD, SIGNAL_RELEASED. Source: docs/domain.md, "Public opinion".
 */
export async function releaseSignal(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<{ isPublic: boolean }, ReleaseRefusal>> {
  return asFront<{ isPublic: boolean }, ReleaseRefusal>(actor, { act: "opinion.release", code }, async (tx) => {
    const signal = await lockSignal(tx, code);
    if (!signal) return refuse("NOT_FOUND");
    if (!mayWork(actor, signal)) return refuse("NOT_A_MONITOR");
    if (!mayLead(actor, signal)) return refuse("NOT_THE_MONITORING_LEAD");
    if (signal.releasedAt) return refuse("SIGNAL_RELEASED");
    await tx.opinionSignal.update({ where: { code }, data: { releasedAt: at, releasedById: actor.personId } });
    const isPublic = signal.campaignId === null || signal.campaignPublishedAt !== null;
    const by = { actor, ownerOrganisationId: signal.ownerOrganisationId };
    if (isPublic) await publishSignal(tx, signal.id, by, at);
    return done({ isPublic });
  });
}

type ErratumRefusal = FrontRefusal | "SIGNAL_NOT_PUBLISHED";

/**
 * A lead corrects a published signal by a dated erratum; its figures stay as they are. Refuses NOT_FOUND, NOT_A_MONITOR,
 * NOT_THE_MONITORING_LEAD, SIGNAL_NOT_PUBLISHED. Source: docs/domain.md, "Public opinion".
 */
export async function correctSignal(
  actor: Actor,
  code: string,
  { text }: { text: string },
  at = new Date(),
): Promise<Outcome<null, ErratumRefusal>> {
  return asFront<null, ErratumRefusal>(actor, { act: "opinion.correct", code }, async (tx) => {
    const signal = await lockSignal(tx, code);
    if (!signal) return refuse("NOT_FOUND");
    if (!mayWork(actor, signal)) return refuse("NOT_A_MONITOR");
    if (!mayLead(actor, signal)) return refuse("NOT_THE_MONITORING_LEAD");
    if (!signal.publishedAt) return refuse("SIGNAL_NOT_PUBLISHED");
    const { ownerOrganisationId } = signal;
    const signed = { byId: actor.personId, post: frontPost(actor, ownerOrganisationId), language: actor.language, at };
    await tx.opinionErratum.create({ data: { signalId: signal.id, text, ...signed } });
    const by = { actor, ownerOrganisationId };
    await writeFrontStep(
      tx,
      { kind: "opinion.erratum", subject: { type: "OPINION", code }, by, payload: { text } },
      at,
    );
    return done(null);
  });
}
