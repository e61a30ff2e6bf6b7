import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { noteRefusedTry } from "../internal/refused-try.server.ts";
import { sharedTemplate } from "../internal/together/shared-template.server.ts";
import { mayLead, mayMonitor, monitoringBodies } from "../monitoring.policy.ts";
import type { TemplateInput } from "./template.schema.ts";

type SaveRefusal = "NOT_FOUND" | "NOT_A_MONITOR" | "NOT_THE_MONITORING_LEAD" | "TEMPLATE_NOT_SHARED";

/**
 * A lead makes a template of their body, or a new version of one (`id`); what stands stays, and campaigns keep the version
 * that they were planned with. A copy names the version that it was made from. Gives id and number. Refuses NOT_FOUND;
 * NOT_THE_MONITORING_LEAD; TEMPLATE_NOT_SHARED where what is copied is none that the body reads; NOT_A_MONITOR, which
 * leaves a security event. Source: docs/domain.md, "Templates".
 */
export async function saveTemplate(
  actor: Actor,
  id: string | null,
  input: TemplateInput,
  at = new Date(),
): Promise<Outcome<{ id: string; number: number }, SaveRefusal>> {
  const outcome = mayMonitor(actor)
    ? await inTransaction<{ id: string; number: number }, SaveRefusal>((tx) => save(tx, actor, { id, input, at }))
    : refuse("NOT_A_MONITOR");
  if (!outcome.ok) await noteRefusedTry(actor, { act: "template.save", code: "" }, outcome.code);
  return outcome;
}

type Saved = { id: string | null; input: TemplateInput; at: Date };

async function save(
  tx: Tx,
  actor: Actor,
  { id, input, at }: Saved,
): Promise<Outcome<{ id: string; number: number }, SaveRefusal>> {
  const { ownerId, reach, name, content } = input;
  const by = { madeById: actor.personId, madeAt: at };
  if (id === null) {
    if (!mayLead(actor, { ownerOrganisationId: ownerId })) return refuse("NOT_THE_MONITORING_LEAD");
    const from = await sharedTemplate(tx, actor, input.copiedFrom);
    if (from === "NOT_SHARED") return refuse("TEMPLATE_NOT_SHARED");
    const copied = { copiedFromId: from.templateId, copiedFromNumber: from.templateNumber };
    const made = await tx.methodTemplate.create({
      data: { ownerOrganisationId: ownerId, reach, createdById: actor.personId, createdAt: at, ...copied },
      select: { id: true },
    });
    await tx.templateVersion.create({
      data: { templateId: made.id, number: 1, name, content: { ...content, language: actor.language }, ...by },
    });
    return done({ id: made.id, number: 1 });
  }
  const rows = await tx.$queryRaw<{ owner: string; number: number }[]>`
    SELECT t.owner_organisation_id::text AS owner, (SELECT max(v.number) FROM template_version v WHERE v.template_id = t.id) AS number
    FROM method_template t WHERE t.id = ${id}::uuid FOR UPDATE`;
  const [found] = rows;
  if (!found || !monitoringBodies(actor).includes(found.owner)) return refuse("NOT_FOUND");
  if (!mayLead(actor, { ownerOrganisationId: found.owner })) return refuse("NOT_THE_MONITORING_LEAD");
  const number = found.number + 1;
  await tx.methodTemplate.update({ where: { id }, data: { reach } });
  await tx.templateVersion.create({
    data: { templateId: id, number, name, content: { ...content, language: actor.language }, ...by },
  });
  return done({ id, number });
}
