import type { Actor } from "#app/domain/accounts/actor.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { frontPost } from "../internal/front-step.server.ts";
import { noteRefusedTry } from "../internal/refused-try.server.ts";
import { sharedTemplate } from "../internal/together/shared-template.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { CampaignInput } from "./campaign.schema.ts";

/**
 * A monitor plans a campaign of their body of the Front; until it is approved it exists for that body alone. Gives its
 * code. Refuses TEMPLATE_NOT_SHARED at `template`; NOT_A_MONITOR, which leaves a security event. Source: docs/domain.md, "Monitoring".
 */
export async function planCampaign(
  actor: Actor,
  input: CampaignInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, "NOT_A_MONITOR" | "TEMPLATE_NOT_SHARED">> {
  const { ownerId } = input;
  if (!mayWork(actor, { ownerOrganisationId: ownerId })) {
    await noteRefusedTry(actor, { act: "campaign.plan", code: "" }, "NOT_A_MONITOR", at);
    return refuse("NOT_A_MONITOR");
  }
  return inTransaction<{ code: string }, "TEMPLATE_NOT_SHARED">(async (tx) => {
    const template = await sharedTemplate(tx, actor, input.template);
    if (template === "NOT_SHARED") return refuse("TEMPLATE_NOT_SHARED", { field: "template" });
    const code = await nextCode(tx, "DG", at.getFullYear());
    const { id } = await tx.monitoringCampaign.create({
      data: {
        ...{ code, ownerOrganisationId: ownerId, createdById: actor.personId, createdAt: at, updatedAt: at },
        ...{ ...planOf(input), ...template },
      },
      select: { id: true },
    });
    await tx.campaignStep.create({
      data: { campaignId: id, toState: "PLANNED", byId: actor.personId, post: frontPost(actor, ownerId), at },
    });
    return done({ code });
  });
}

/**
 * Changes a plan that was not approved yet. What is already frozen of a population keeps its kind of subject in the plan:
 * refuses POPULATION_FROZEN at `subjectTypes` otherwise, TEMPLATE_NOT_SHARED at `template`, and what `asMonitor` refuses.
 */
export async function changePlan(
  actor: Actor,
  code: string,
  input: CampaignInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, MonitorRefusal | "POPULATION_FROZEN" | "TEMPLATE_NOT_SHARED">> {
  return asMonitor(actor, { act: "campaign.change", code, from: ["PLANNED"] }, async (tx, { id }) => {
    const frozen = await tx.campaignSample.findMany({ where: { campaignId: id }, select: { subjectType: true } });
    if (frozen.some(({ subjectType }) => !input.subjectTypes.includes(subjectType)))
      return refuse("POPULATION_FROZEN", { field: "subjectTypes" });
    const template = await sharedTemplate(tx, actor, input.template);
    if (template === "NOT_SHARED") return refuse("TEMPLATE_NOT_SHARED", { field: "template" });
    await tx.monitoringCampaign.update({ where: { id }, data: { ...planOf(input), ...template, updatedAt: at } });
    return done({ code });
  });
}

function planOf({ title, question, scope, legalBasis, subjectTypes, method, startsOn, endsOn }: CampaignInput) {
  return {
    ...{ title, question, scope, legalBasis, subjectTypes, method },
    startsOn: new Date(`${startsOn}T00:00:00Z`),
    endsOn: new Date(`${endsOn}T00:00:00Z`),
  };
}
