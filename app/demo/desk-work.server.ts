import { actorNow, type DemoPeople, legally, openDemoAccount } from "#app/demo/accounts.server.ts";
import { grantRole } from "#app/domain/accounts/roles/grant-role.server.ts";
import { assignCase } from "#app/domain/initiatives/assignment/assign-case.server.ts";
import { readFilter } from "#app/domain/initiatives/inbox/inbox.ts";
import { listInbox } from "#app/domain/initiatives/inbox/queries.server.ts";
import { saveFilter } from "#app/domain/initiatives/inbox/saved-filters.server.ts";

/** A second officer of intake joins; the head shares out two checks of three, and the first officer keeps two filters. */
export async function shareOutIntake({ actors, organisations }: DemoPeople, at = new Date()): Promise<void> {
  const { admin, intake, intakeHead } = actors;
  const email = "tiep-nhan-hai@ba-nha.example";
  const second = await openDemoAccount({ email, name: "Tài khoản mẫu: cán bộ tiếp nhận (2)" });
  const organisationId = organisations.find(({ key }) => key === "tiep-nhan")?.id ?? "";
  legally(await grantRole(admin, { email, role: "INTAKE", organisationId }, at));
  const { items } = await listInbox(
    await actorNow(intake.personId),
    readFilter(new URLSearchParams("kind=INTAKE_CHECK")),
  );
  for (const [index, { code }] of items.entries()) {
    if (index % 3 === 2) continue;
    legally(await assignCase(intakeHead, code, index % 3 === 0 ? intake.personId : second.personId, at));
  }
  legally(await saveFilter(intake, { name: "Việc của tôi sắp đến hạn", query: "clock=soon&assigned=me" }));
  legally(await saveFilter(intake, { name: "Chưa giao cho ai", query: "assigned=nobody" }));
}
