import { actorNow, type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import { assignCase } from "#app/domain/initiatives/assignment/assign-case.server.ts";
import { readFilter } from "#app/domain/initiatives/inbox/inbox.ts";
import { listInbox } from "#app/domain/initiatives/inbox/queries.server.ts";
import { saveFilter } from "#app/domain/initiatives/inbox/saved-filters.server.ts";

/** The head of intake shares out two checks of three among the two officers, and the first keeps two filters. */
export async function shareOutIntake({ actors }: Pick<DemoPeople, "actors">, at = new Date()): Promise<void> {
  const { intake, secondIntake, intakeHead } = actors;
  const { items } = await listInbox(
    await actorNow(intake.personId),
    readFilter(new URLSearchParams("kind=INTAKE_CHECK")),
  );
  for (const [index, { code }] of items.entries()) {
    if (index % 3 === 2) continue;
    legally(await assignCase(intakeHead, code, (index % 3 === 0 ? intake : secondIntake).personId, at));
  }
  legally(await saveFilter(intake, { name: "Việc của tôi sắp đến hạn", query: "clock=soon&assigned=me" }));
  legally(await saveFilter(intake, { name: "Chưa giao cho ai", query: "assigned=nobody" }));
}
