import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { conflictOf } from "../internal/as-monitor.server.ts";
import { asFront, type FrontRefusal, lockSignal } from "../internal/opinion/signal.server.ts";
import { noteRefusedTry } from "../internal/refused-try.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { SignalInput } from "./opinion.schema.ts";

type Wrong = "NO_SUCH_SUBJECT" | "ASKED_LATER" | "CAMPAIGN_PUBLISHED";
type WriteRefusal = FrontRefusal | "MONITOR_NOT_INDEPENDENT" | Wrong;
type ChangeRefusal = WriteRefusal | "SIGNAL_RELEASED";

/**
 * A monitor writes down a signal of public opinion for their body of the Front: of a campaign of it, of one subject, or of
 * neither. It exists for that body alone until a lead lets it go. Gives its code. Refuses NOT_A_MONITOR, NO_SUCH_SUBJECT and
 * CAMPAIGN_PUBLISHED at `about`, MONITOR_NOT_INDEPENDENT (of that campaign), ASKED_LATER at `toOn`. Source: docs/domain.md, "Public opinion".
 */
export async function writeSignal(
  actor: Actor,
  input: SignalInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, WriteRefusal>> {
  const { ownerId, about, ...content } = input;
  if (!mayWork(actor, { ownerOrganisationId: ownerId })) {
    await noteRefusedTry(actor, { act: "opinion.write", code: about }, "NOT_A_MONITOR", at);
    return refuse("NOT_A_MONITOR");
  }
  return inTransaction<{ code: string }, WriteRefusal>(async (tx) => {
    const place = await placeOf(tx, actor, { ownerId, about });
    if ("code" in place) return place;
    if (content.toOn > dayInVietnam(at)) return refuse("ASKED_LATER", { field: "toOn" });
    const code = await nextCode(tx, "DL", at.getFullYear());
    const created = { ownerOrganisationId: ownerId, createdById: actor.personId, createdAt: at };
    await tx.opinionSignal.create({ data: { code, ...created, ...place, ...dated(content) } });
    return done({ code });
  });
}

/**
 * Changes a signal that no lead has let go; its campaign stays. Refuses SIGNAL_RELEASED, NOT_FOUND, and what `writeSignal` refuses.
 */
export async function changeSignal(
  actor: Actor,
  code: string,
  { ownerId: _owner, about, ...content }: SignalInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, ChangeRefusal>> {
  return asFront<{ code: string }, ChangeRefusal>(actor, { act: "opinion.change", code }, async (tx) => {
    const signal = await lockSignal(tx, code);
    if (!signal) return refuse("NOT_FOUND");
    if (!mayWork(actor, signal)) return refuse("NOT_A_MONITOR");
    if (signal.releasedAt) return refuse("SIGNAL_RELEASED");
    if (content.toOn > dayInVietnam(at)) return refuse("ASKED_LATER", { field: "toOn" });
    const place = signal.campaignId
      ? {}
      : await placeOf(tx, actor, { ownerId: signal.ownerOrganisationId, about: about.startsWith("DG-") ? "?" : about });
    if ("code" in place) return place;
    const subject = "subjectCode" in place ? { subjectCode: place.subjectCode } : {};
    await tx.opinionSignal.update({ where: { code }, data: { ...subject, ...dated(content) } });
    return done({ code });
  });
}

type Content = Omit<SignalInput, "ownerId" | "about">;

function dated({ fromOn, toOn, ...content }: Content) {
  return { ...content, fromOn: new Date(`${fromOn}T00:00:00Z`), toOn: new Date(`${toOn}T00:00:00Z`) };
}

/** What a signal belongs to: a campaign of its own body that is not published yet, a subject that everybody reads, or nothing. */
async function placeOf(
  tx: Tx,
  actor: Actor,
  { ownerId, about }: { ownerId: string; about: string },
): Promise<{ campaignId?: string; subjectCode?: string | null } | Refusal<WriteRefusal>> {
  if (about === "") return { subjectCode: null };
  const campaign = await tx.monitoringCampaign.findFirst({
    where: { code: about, ownerOrganisationId: ownerId },
    select: { id: true, publishedAt: true },
  });
  if (campaign?.publishedAt) return refuse("CAMPAIGN_PUBLISHED", { field: "about" });
  if (campaign) {
    const body = await conflictOf(tx, actor.personId, campaign.id);
    return body ? refuse("MONITOR_NOT_INDEPENDENT", { params: { body } }) : { campaignId: campaign.id };
  }
  const [known] = await tx.$queryRaw<{ code: string }[]>`
    SELECT code FROM initiative WHERE code = ${about} AND public_at IS NOT NULL AND state <> 'WITHDRAWN'
    UNION ALL SELECT code FROM partnership WHERE code = ${about} AND published_at IS NOT NULL
    UNION ALL SELECT code FROM result WHERE code = ${about} AND state IN ('PUBLISHED', 'UNDER_REVIEW')`;
  return known ? { subjectCode: known.code } : refuse("NO_SUCH_SUBJECT", { field: "about" });
}
