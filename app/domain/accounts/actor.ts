import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

export const HOUSES = ["STATE", "SCHOOL", "ENTERPRISE", "OTHER"] as const;
export type House = (typeof HOUSES)[number];

/** Role codes (docs/domain.md, roles). A MEMBER is everybody who signed up; it is not granted. */
export const ROLES = [
  "PARTY_REP",
  "INTAKE",
  "INTAKE_HEAD",
  "EVALUATOR",
  "CHAIR",
  "STEERING",
  "FUND",
  "TASK_OWNER",
  "VERIFIER",
  "RESULT_OFFICER",
  "MONITOR",
  "MONITOR_LEAD",
  "NA_VIEWER",
  "AUDITOR",
  "ADMIN",
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that an administrator grants now; the others exist as codes and are granted once their work is in the portal. */
export const GRANTED_ROLES = [
  "PARTY_REP",
  "INTAKE",
  "INTAKE_HEAD",
  "EVALUATOR",
  "CHAIR",
  "STEERING",
  "FUND",
  "TASK_OWNER",
  "VERIFIER",
  "RESULT_OFFICER",
  "MONITOR",
  "MONITOR_LEAD",
  "AUDITOR",
  "ADMIN",
] as const satisfies readonly Role[];

/** Roles held without an organisation. */
export const ROLES_WITHOUT_ORGANISATION: readonly Role[] = ["AUDITOR", "ADMIN"];

export type HeldRole = { role: Role; organisationId: string | null; organisationNames: Texts | null };

export type Affiliation = {
  organisationId: string;
  names: Texts;
  house: House;
  verified: boolean;
  post: string | null;
};

/** A signed-in person with a confirmed address, and what they may be asked for. */
export type Actor = {
  personId: string;
  email: string;
  name: string | null;
  language: Language;
  roles: readonly HeldRole[];
  affiliations: readonly Affiliation[];
};

/** Whether the actor holds the role, in the given organisation when one is named. */
export function holds(actor: Actor | null, role: Role, organisationId?: string): boolean {
  if (!actor) return false;
  return actor.roles.some(
    (held) => held.role === role && (organisationId === undefined || held.organisationId === organisationId),
  );
}

/** The organisation in whose name the actor uses a role; null when the role is not held or needs none. */
export function organisationOf(actor: Actor, role: Role): string | null {
  return actor.roles.find((held) => held.role === role)?.organisationId ?? null;
}

/** The ids of the organisations for which somebody speaks. */
export function representedBy(actor: Actor | null): string[] {
  return (actor?.roles ?? []).flatMap(({ role, organisationId }) =>
    role === "PARTY_REP" && organisationId ? [organisationId] : [],
  );
}
