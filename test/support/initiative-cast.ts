import { randomUUID } from "node:crypto";
import type { InitiativeCast } from "#app/demo/initiatives.server.ts";
import type { Actor, House, Role } from "#app/domain/accounts/actor.ts";
import { db } from "#prisma/client.server.ts";

/** An organisation of a house, verified. */
export async function anOrganisation(house: House, nameVi: string, provinceCode = "01"): Promise<string> {
  const made = await db().organisation.create({
    data: { scheme: "VN-PORTAL", identifier: randomUUID(), nameVi, house, provinceCode, verifiedAt: new Date() },
    select: { id: true },
  });
  return made.id;
}

/** A person with a confirmed address who holds these roles in an organisation, as the portal would know them. */
export async function anActor(name: string, roles: readonly Role[] = [], organisationId?: string): Promise<Actor> {
  const email = `${randomUUID()}@vi-du.test`;
  const person = await db().person.create({
    data: { email, name, emailConfirmedAt: new Date() },
    select: { id: true },
  });
  for (const role of roles)
    await db().roleGrant.create({ data: { personId: person.id, role, organisationId: organisationId ?? null } });
  if (organisationId) await db().affiliation.create({ data: { personId: person.id, organisationId } });
  return {
    personId: person.id,
    email,
    name,
    language: "vi",
    roles: roles.map((role) => ({ role, organisationId: organisationId ?? null, organisationNames: null })),
    affiliations: organisationId ? [{ organisationId, names: {}, house: "STATE", verified: true, post: null }] : [],
  };
}

/** So many evaluators of one council. */
export async function evaluatorsOf(council: string, count: number): Promise<Actor[]> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return Promise.all(numbers.map((number) => anActor(`Người đánh giá ${number}`, ["EVALUATOR"], council)));
}

/** Everybody an initiative needs, each in a body of their own, and the bodies' ids. */
export async function aCast(): Promise<InitiativeCast & { intakeBody: string; council: string; steeringBody: string }> {
  const intakeBody = await anOrganisation("STATE", "Bộ phận tiếp nhận sáng kiến Lam Giang");
  const council = await anOrganisation("OTHER", "Hội đồng thẩm định số 3");
  const steeringBody = await anOrganisation("STATE", "Ban Chỉ đạo Lam Giang");
  return {
    intakeBody,
    council,
    steeringBody,
    proposer: await anActor("Người đề xuất"),
    intake: await anActor("Cán bộ tiếp nhận", ["INTAKE"], intakeBody),
    intakeHead: await anActor("Trưởng bộ phận tiếp nhận", ["INTAKE_HEAD"], intakeBody),
    chair: await anActor("Chủ tịch hội đồng", ["CHAIR"], council),
    evaluators: await evaluatorsOf(council, 5),
    steering: await anActor("Ủy viên Ban Chỉ đạo", ["STEERING"], steeringBody),
  };
}
