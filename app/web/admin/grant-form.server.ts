import type { Actor } from "#app/domain/accounts/actor.ts";
import { ROLES_WITHOUT_ORGANISATION } from "#app/domain/accounts/actor.ts";
import { grantRole } from "#app/domain/accounts/roles/grant-role.server.ts";
import { grantSchema } from "#app/domain/accounts/roles/role.schema.ts";
import { isCalled, type OrganisationMatch } from "#app/domain/organisations/organisation.ts";
import { findOrganisationsByName } from "#app/domain/organisations/queries.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { done, type Outcome, type Refusal, refuse } from "#app/platform/outcome.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";

export type GrantAnswer = { ok: true } | { ok: false; form: FormState; matches: OrganisationMatch[] };

/** Gives the role that a form asks for; where its text names several organisations, it comes back with them to choose. */
export async function grantByForm(actor: Actor, email: string, typed: FormData, lang: Language): Promise<GrantAnswer> {
  const parsed = parseForm(typed, grantSchema, lang);
  if (!parsed.ok) return { ok: false, form: parsed.form, matches: [] };
  const { role, organisation, organisationId, searched } = parsed.value;
  const alone = ROLES_WITHOUT_ORGANISATION.includes(role);
  const matches = alone || organisation === "" ? [] : await findOrganisationsByName(organisation);
  const chosen = alone ? done("") : choose(organisation, searched === organisation ? organisationId : "", matches);
  const outcome = chosen.ok ? await grantRole(actor, { email, role, organisationId: chosen.value }) : chosen;
  if (outcome.ok) return outcome;
  const shown = matches.length > 0 && outcome.field === "organisationId" ? matches : [];
  return { ok: false, form: withRefusal(parsed.form, atShownField(outcome, shown.length > 0), lang), matches: shown };
}

function choose(text: string, id: string, matches: OrganisationMatch[]): Outcome<string> {
  if (id !== "") return done(id);
  if (text === "") return refuse("ORGANISATION_NEEDED", { field: "organisation" });
  const exact = matches.filter((one) => isCalled(one, text));
  const [match] = exact;
  if (match && exact.length === 1) return done(match.id);
  if (matches.length === 0) return refuse("ORGANISATION_UNKNOWN", { field: "organisation" });
  return refuse("ORGANISATION_AMBIGUOUS", { field: "organisationId", params: { count: matches.length } });
}

// The page has no field of the grant for the address, and the list of matches only while there are some.
function atShownField(refusal: Refusal, listShown: boolean): Refusal {
  const { field, ...rest } = refusal;
  if (field === "email" || field === undefined) return rest;
  return { ...rest, field: field === "organisationId" && !listShown ? "organisation" : field };
}
