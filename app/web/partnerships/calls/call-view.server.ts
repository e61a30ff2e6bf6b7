import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { mayCall, mayExpressInterest } from "#app/domain/partnerships/calls/call.policy.ts";
import type { FoundCall } from "#app/domain/partnerships/calls/call.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";

type Choice = { value: string; label: string };

/** The verified organisations for which the actor may publish calls and offers. */
export function ownersOf(actor: Actor | null, lang: Language): Choice[] {
  return (actor?.affiliations ?? [])
    .filter(({ organisationId, verified }) => verified && mayCall(actor, organisationId))
    .map(({ organisationId, names }) => ({
      value: organisationId,
      label: pickText(names, lang)?.text ?? organisationId,
    }));
}

/** Those of the actor's organisations that may express interest and have not done so yet. */
export function interestedBodies(actor: Actor | null, call: FoundCall, lang: Language): Choice[] {
  const living = call.concerned.filter(({ state }) => state !== "WITHDRAWN").map((one) => one.organisationId);
  return ownersOf(actor, lang).filter(({ value }) => !living.includes(value) && mayExpressInterest(actor, call, value));
}

/** Names of the products of both catalogues, of the provinces and the fields of science, in one language, by their code; only those named. */
export function namesOf(
  catalogue: Catalogue,
  lang: Language,
  codes: { products: readonly string[]; provinces: readonly string[]; fields: readonly (string | null)[] },
) {
  const named = (
    all: readonly { code: string; names: Record<Language, string> }[],
    wanted: readonly (string | null)[],
  ) =>
    Object.fromEntries(all.filter(({ code }) => wanted.includes(code)).map(({ code, names }) => [code, names[lang]]));
  return {
    products: named(catalogue.products, codes.products),
    provinces: named(catalogue.provinces, codes.provinces),
    fields: named(catalogue.fieldsOfScience, codes.fields),
  };
}
