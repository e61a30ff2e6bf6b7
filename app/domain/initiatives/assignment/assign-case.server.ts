import { type Actor, organisationOf, type Role } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { existsForOfficers } from "../initiative.policy.ts";
import { type LockedInitiative, lockInitiative } from "../internal/locked.server.ts";
import { ASSIGNED_ROLES, couldDo, type Duty, directs, mayAssignCase } from "./assignment.policy.ts";

export type AssignCaseRefusal =
  | "NOT_FOUND"
  | "NO_OPEN_DUTY"
  | "NOT_YOURS_TO_ASSIGN"
  | "ASSIGNED_SO"
  | "ASSIGNEE_LACKS_ROLE"
  | "ASSIGNEE_HAS_PART";

type Change = { initiativeId: string; duty: Duty; openId: string | null; to: string | null };

/**
 * Gives the open case of a body to one of its officers (`to` is a person's id), or to nobody; the old assignment ends,
 * the new one keeps by whom and when, and the officer is told. It orders the work of the body and takes nobody's right
 * to act. Refuses NO_OPEN_DUTY (nothing waits for the actor's body), NOT_YOURS_TO_ASSIGN, ASSIGNED_SO (it is so
 * already), ASSIGNEE_LACKS_ROLE (in that body, or not any more), ASSIGNEE_HAS_PART (proposer, screener or evaluator of
 * it, who could not act). Source: docs/domain.md, "Assignment of cases".
 */
export async function assignCase(
  actor: Actor,
  code: string,
  to: string | null,
  at = new Date(),
  run = inTransaction,
): Promise<Outcome<null, AssignCaseRefusal>> {
  return run(async (tx) => {
    const checked = await check(tx, actor, code, to);
    if (!checked.ok) return checked;
    const { initiativeId, duty, openId } = checked.value;
    if (openId) await tx.caseAssignment.update({ where: { id: openId }, data: { endedAt: at } });
    if (to === null) return done(null);
    const { role, organisationId } = duty;
    await tx.caseAssignment.create({
      data: { initiativeId, role, organisationId, personId: to, assignedById: actor.personId, assignedAt: at },
    });
    const subject = { type: "INITIATIVE", code } as const;
    const params = { duty: duty.kind };
    await tell(tx, { event: "case.assigned", subject, params, to: [to], followers: false, by: actor.personId }, at);
    return done(null);
  });
}

/** What `assignCase` would answer now; nothing is written. */
export async function checkAssignCase(
  actor: Actor,
  code: string,
  to: string | null,
): Promise<Outcome<null, AssignCaseRefusal>> {
  return inTransaction(async (tx) => {
    const checked = await check(tx, actor, code, to);
    return checked.ok ? done(null) : checked;
  });
}

async function check(
  tx: Tx,
  actor: Actor,
  code: string,
  to: string | null,
): Promise<Outcome<Change, AssignCaseRefusal>> {
  const initiative = await lockInitiative(tx, code);
  if (!initiative || !existsForOfficers(initiative)) return refuse("NOT_FOUND");
  const duty = await dutyOf(tx, actor, initiative);
  if (!duty) return refuse("NO_OPEN_DUTY");
  const { role, organisationId } = duty;
  const open = await tx.caseAssignment.findFirst({
    where: { initiativeId: initiative.id, role, endedAt: null },
    select: { id: true, personId: true },
  });
  // Whoever lost the role holds the case no more.
  const from = open && (await holdsRole(tx, open.personId, role, organisationId)) ? open.personId : null;
  if (from === to) return refuse("ASSIGNED_SO");
  if (!mayAssignCase(actor, duty, { from, to })) return refuse("NOT_YOURS_TO_ASSIGN");
  if (to !== null) {
    if (!(await holdsRole(tx, to, role, organisationId))) return refuse("ASSIGNEE_LACKS_ROLE");
    if (!couldDo(to, duty, initiative)) return refuse("ASSIGNEE_HAS_PART");
  }
  return done({ initiativeId: initiative.id, duty, openId: open?.id ?? null, to });
}

/** The open duty of the actor's body, in a post that they direct or hold; what they direct comes first. */
async function dutyOf(tx: Tx, actor: Actor, initiative: LockedInitiative): Promise<Duty | null> {
  const open = await tx.obligation.findMany({
    where: {
      ...{ subjectType: "INITIATIVE", subjectId: initiative.id, doneAt: null, voidedAt: null, debtorPersonId: null },
      debtorRole: { in: [...ASSIGNED_ROLES] },
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { kind: true, debtorRole: true, debtorOrganisationId: true },
  });
  const duties = open.flatMap(({ kind, debtorRole, debtorOrganisationId }): Duty[] => {
    const role = ASSIGNED_ROLES.find((one) => one === debtorRole);
    const organisationId = debtorOrganisationId ?? (role ? bodyOf(actor, role) : null);
    return role && organisationId ? [{ kind, role, organisationId }] : [];
  });
  const held = duties.filter(({ role, organisationId }) =>
    actor.roles.some((one) => one.role === role && one.organisationId === organisationId),
  );
  return duties.find((duty) => directs(actor, duty)) ?? held[0] ?? null;
}

/** The actor's body for a clock that names none. */
function bodyOf(actor: Actor, role: Role): string | null {
  return organisationOf(actor, role) ?? (role === "INTAKE" ? organisationOf(actor, "INTAKE_HEAD") : null);
}

async function holdsRole(tx: Tx, personId: string, role: Role, organisationId: string): Promise<boolean> {
  const where = { personId, role, organisationId, revokedAt: null, person: { disabledAt: null } };
  return (await tx.roleGrant.count({ where })) > 0;
}
