import type { Actor } from "#app/domain/accounts/actor.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { monitoringBodies } from "../../monitoring.policy.ts";

/** The version of a template that a text names by its id and number, as a row keeps it; nulls for an empty one, NOT_SHARED where the actor's bodies read none of that name. */
export async function sharedTemplate(
  tx: Tx,
  actor: Actor,
  named: string,
): Promise<{ templateId: string | null; templateNumber: number | null } | "NOT_SHARED"> {
  if (named === "") return { templateId: null, templateNumber: null };
  const [, id, number] = /^(\S{36}) (\d{1,6})$/.exec(named) ?? [];
  if (!isUuid(id)) return "NOT_SHARED";
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.template_id::text AS id FROM template_version v WHERE v.template_id = ${id}::uuid AND v.number = ${Number(number)}
      AND template_reaches(v.template_id, ${monitoringBodies(actor)}::uuid[])`;
  return rows.length > 0 ? { templateId: id, templateNumber: Number(number) } : "NOT_SHARED";
}
