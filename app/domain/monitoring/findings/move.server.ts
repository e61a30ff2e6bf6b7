import type { Actor } from "#app/domain/accounts/actor.ts";
import { findStep } from "#app/domain/obligations/step.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfFinding } from "../internal/finding-place.server.ts";
import { frontPost, writeFrontStep } from "../internal/front-step.server.ts";
import { mayLead } from "../monitoring.policy.ts";
import { FINDING_STEPS, READING_STATES } from "./finding.ts";

type MoveRefusal = MonitorRefusal | "WRITTEN_BY_YOU";

/**
 * Somebody else of the team reads a finding and stands by it. Refuses WRITTEN_BY_YOU, NOT_ALLOWED_FROM_STATE, and what
 * `asMonitor` refuses. Source: docs/domain.md, "Monitoring".
 */
export async function secondFinding(
  actor: Actor,
  code: string,
  { secondNote }: { secondNote: string },
): Promise<Outcome<null, MoveRefusal>> {
  const place = await campaignOfFinding(code);
  const tried = { act: "finding.second", code: place, team: true, from: READING_STATES } as const;
  return asMonitor<null, MoveRefusal>(actor, tried, async (tx) => {
    const finding = await tx.finding.findUniqueOrThrow({ where: { code } });
    if (!findStep(FINDING_STEPS, finding.state, "SECOND_READ", ["SECOND_READER"]).ok)
      return refuse("NOT_ALLOWED_FROM_STATE");
    if (finding.authorId === actor.personId) return refuse("WRITTEN_BY_YOU");
    const data = { state: "SECOND_READ", secondReaderId: actor.personId, secondNote } as const;
    await tx.finding.update({ where: { id: finding.id }, data });
    return done(null);
  });
}

/**
 * A lead confirms a finding that two have read; it becomes public with its campaign. Refuses WRITTEN_BY_YOU,
 * NOT_ALLOWED_FROM_STATE, and what `asMonitor` refuses. Source: docs/domain.md, "Monitoring".
 */
export async function confirmFinding(actor: Actor, code: string): Promise<Outcome<null, MoveRefusal>> {
  const place = await campaignOfFinding(code);
  const tried = { act: "finding.confirm", code: place, leads: true, from: READING_STATES } as const;
  return asMonitor<null, MoveRefusal>(actor, tried, async (tx, campaign) => {
    const finding = await tx.finding.findUniqueOrThrow({ where: { code } });
    const hands = mayLead(actor, campaign) ? (["MONITOR_LEAD"] as const) : [];
    if (!findStep(FINDING_STEPS, finding.state, "CONFIRMED", hands).ok) return refuse("NOT_ALLOWED_FROM_STATE");
    if (finding.authorId === actor.personId) return refuse("WRITTEN_BY_YOU");
    const data = { state: "CONFIRMED", confirmedById: actor.personId } as const;
    await tx.finding.update({ where: { id: finding.id }, data });
    return done(null);
  });
}

/**
 * A lead corrects a published finding by an erratum with its date: the text stays as it was published. Refuses
 * NOT_ALLOWED_FROM_STATE before the publication, and what `asMonitor` refuses. Source: docs/domain.md, "Monitoring".
 */
export async function addErratum(
  actor: Actor,
  code: string,
  { erratum }: { erratum: string },
  at = new Date(),
): Promise<Outcome<null, MonitorRefusal>> {
  const place = await campaignOfFinding(code);
  return asMonitor<null, MonitorRefusal>(
    actor,
    { act: "finding.erratum", code: place, leads: true },
    async (tx, campaign) => {
      const { ownerOrganisationId } = campaign;
      const finding = await tx.finding.findUniqueOrThrow({ where: { code } });
      if (finding.state !== "PUBLISHED") return refuse("NOT_ALLOWED_FROM_STATE");
      const signed = {
        byId: actor.personId,
        post: frontPost(actor, ownerOrganisationId),
        language: actor.language,
        at,
      };
      await tx.findingErratum.create({ data: { findingId: finding.id, text: erratum, ...signed } });
      const subject = { type: "FINDING", code } as const;
      const by = { actor, ownerOrganisationId };
      await writeFrontStep(tx, { kind: "finding.erratum", subject, by, payload: { text: erratum } }, at);
      await enqueue(tx, { topic: "search", payload: { type: "finding", id: finding.id } });
      return done(null);
    },
  );
}
