import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { fundedBodies, mayFundHere } from "#app/domain/partnerships/funding/funding.policy.ts";
import { findMoney } from "#app/domain/partnerships/money/queries.server.ts";
import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { notFound } from "#app/web/guard.server.ts";
import { entryIndex } from "./entry-index.server.ts";
import { fundingView, moneyOf } from "./money-view.server.ts";
import { partiesView } from "./partnership-view.server.ts";

/**
 * A public partnership with the money of each of its agreements, for those who record money of a State body; `product`
 * of the address chooses one. Throws what shows that there is none.
 */
export async function fundingPage(
  actor: Actor,
  { params, url, lang }: { params: Record<string, string | undefined>; url: URL; lang: Language },
) {
  const { code } = params;
  const partnership = isCode("DA", code) ? await findPublicPartnership(code) : null;
  const members = partnership?.members ?? [];
  if (!partnership?.published || !mayFundHere(actor, members)) throw notFound();
  const today = dayInVietnam(new Date());
  const [money, catalogue, entries] = await Promise.all([
    findMoney(partnership.code, today),
    loadCatalogue(),
    entriesOf("PARTNERSHIP", partnership.code),
  ]);
  const parties = partiesView(members, partnership.from);
  const own = fundedBodies(actor).map(({ organisationId }) => organisationId);
  const agreements = partnership.agreements.map(({ productCode }) => {
    const lines = fundingView(
      moneyOf(money, productCode).lines,
      { parties, entryOf: entryIndex(entries, productCode) },
      today,
    );
    return {
      productCode,
      product: catalogue.products.find((product) => product.code === productCode)?.names[lang] ?? productCode,
      lines,
      /** those whose money the actor records */
      ownLines: lines.filter(({ organisationId }) => own.includes(organisationId)),
    };
  });
  const asked = url.searchParams.get("product");
  return {
    ...{ code: partnership.code, title: partnership.title, members, agreements, today },
    chosen: agreements.find(({ productCode }) => productCode === asked) ?? agreements[0] ?? null,
    here: `/${lang}/partnerships/${partnership.code}/funding`,
    partnershipHref: `/${lang}/partnerships/${partnership.code}`,
  };
}

type FundingPage = Awaited<ReturnType<typeof fundingPage>>;

/** The agreement that a form is about, with its lines that the actor may write on; throws where there is none. */
export function fundingForm(page: FundingPage, { lang, t }: { lang: Language; t: Translate }) {
  const { chosen } = page;
  if (!chosen) throw notFound();
  return {
    ...{ code: page.code, product: chosen.product, productCode: chosen.productCode, here: page.here },
    back: { label: t("money:fund.title"), href: page.here },
    lines: chosen.ownLines.map(({ number, source, budgetLine }) => ({
      value: String(number),
      label: `${number}. ${t(`money:source.${source}`)}, ${budgetLine}`,
    })),
    parties: page.members.map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id })),
    tranches: (of: (tranche: { conditionMetAt: string | null }) => boolean) =>
      [...new Set(chosen.ownLines.flatMap(({ tranches }) => tranches.filter(of).map(({ number }) => number)))]
        .sort((a, b) => a - b)
        .map((number) => ({ value: String(number), label: `${t("money:tranche.no")} ${number}` })),
  };
}
