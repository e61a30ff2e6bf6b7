import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { findMoney } from "#app/domain/partnerships/money/queries.server.ts";
import { maySign } from "#app/domain/partnerships/partnership.policy.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { notFound } from "#app/web/guard.server.ts";
import { findDraft } from "./agreements/agreement-view.server.ts";
import { moneyOf } from "./money-view.server.ts";
import { partiesView } from "./partnership-view.server.ts";

type Params = Record<string, string | undefined>;

/** The agreement of an address with its money, for those inside; throws what shows that there is none. */
export async function capitalPage(actor: Actor, params: Params, lang: Language) {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const { partnership, agreement } = draft;
  const today = dayInVietnam(new Date());
  const [money, catalogue] = await Promise.all([findMoney(partnership.code, today), loadCatalogue()]);
  const product = catalogue.products.find(({ code }) => code === agreement.productCode)?.names[lang];
  const base = `/${lang}/partnerships/${partnership.code}`;
  return {
    ...{ partnership, agreement, today },
    product: product ?? agreement.productCode,
    address: { code: partnership.code, productCode: agreement.productCode },
    money: moneyOf(money, agreement.productCode),
    tolerancePpm: money?.tolerancePpm ?? 0,
    parties: partiesView(
      partnership.members.filter(({ joined }) => joined),
      partnership.from,
    ),
    manage: { label: partnership.code, href: `${base}/manage` },
    here: `${base}/agreements/${agreement.productCode}/capital`,
    isSigned: agreement.signedAt !== null,
    /** the members for which the actor speaks */
    own: partnership.members.filter((member) => maySign(actor, member)),
  };
}
type CapitalPage = Awaited<ReturnType<typeof capitalPage>>;

/** What a page with a form of an agreement's capital needs besides its choices. */
export function formPage({ product, here }: CapitalPage, label: string) {
  return { product, back: { label, href: here } };
}

/** Parties as choices of a form. */
export function partyOptions(members: CapitalPage["own"], lang: Language) {
  return members.map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id }));
}
