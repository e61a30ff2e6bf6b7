import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { findInsidePartnership, type InsidePartnership } from "#app/domain/partnerships/members/queries.server.ts";
import { findMoney, type Money } from "#app/domain/partnerships/money/queries.server.ts";
import { mayReadStatement } from "#app/domain/partnerships/partnership.policy.ts";
import { findPublicPartnership, type PublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { entriesOf, type PublicEntry } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { readDate } from "#app/platform/typed.ts";
import { type PartyView, partiesView } from "../partnership-view.server.ts";

/** Everything that the dossier of a partnership tells; `inside` is there for its parties and the auditor alone. */
export type DossierFacts = {
  found: PublicPartnership;
  inside: InsidePartnership | null;
  money: Money | null;
  entries: PublicEntry[];
  parties: PartyView[];
  products: ReadonlyMap<string, string>;
  provinces: string[];
  asOf: string;
  address: string;
};

/** Gathers the dossier of a public partnership as of a day (today where none can be read); null where there is none. */
export async function dossierFacts(
  actor: Actor | null,
  code: string | undefined,
  { lang, asked }: { lang: Language; asked: string | null },
): Promise<DossierFacts | null> {
  const found = isCode("DA", code) ? await findPublicPartnership(code) : null;
  if (!found?.published) return null;
  const asOf = readDate(asked ?? "") ?? dayInVietnam(new Date());
  const [catalogue, money, entries, inside] = await Promise.all([
    loadCatalogue(),
    findMoney(found.code, asOf),
    entriesOf("PARTNERSHIP", found.code),
    actor && findInsidePartnership(actor, found.code),
  ]);
  const provinces = new Map(catalogue.provinces.map((province) => [province.code, province.names[lang]]));
  return {
    found,
    inside: inside && mayReadStatement(actor, inside.members) ? inside : null,
    ...{ money, entries, asOf },
    parties: partiesView(found.members, found.from),
    products: new Map(catalogue.products.map((product) => [product.code, product.names[lang]])),
    provinces: found.provinceCodes.flatMap((province) => provinces.get(province) ?? []),
    address: `${environment().baseUrl}/${lang}/partnerships/${found.code}`,
  };
}
