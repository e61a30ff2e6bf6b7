import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { closingFund, mayAuditClosing } from "#app/domain/partnerships/closing/closing.policy.ts";
import { findClosing } from "#app/domain/partnerships/closing/queries.server.ts";
import { type AgreementAccount, lapses, stillOpen } from "#app/domain/partnerships/closing/reconciliation.ts";
import { partnershipTransition } from "#app/domain/partnerships/partnership.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { FigureName } from "#app/ui/partnerships/exits/account-tables.tsx";
import { entryIndex } from "../entry-index.server.ts";

/** The page of the final account: what is open, every figure, the account on the table, and what this reader may do. */
export async function closingView(actor: Actor | null, code: string, lang: Language) {
  const found = await findClosing(code);
  if (!found) return null;
  const { account, closing, members, payers, state } = found;
  const [catalogue, entries] = await Promise.all([loadCatalogue(), entriesOf("PARTNERSHIP", found.code)]);
  const entryOf = entryIndex(entries);
  const names = new Map(catalogue.products.map((product) => [product.code, product.names[lang]]));
  const nameOf = (productCode: string | null) => (productCode ? (names.get(productCode) ?? productCode) : "");
  const named = <Item extends { productCode: string | null }>(item: Item) => ({
    ...item,
    product: nameOf(item.productCode),
  });
  const hasEnded = partnershipTransition(state, "CLOSED", ["FUND"]).ok;
  const open = hasEnded ? stillOpen(state, account) : [];
  const isFund = hasEnded && closingFund(actor, members, payers) !== null;
  const isAuditor = hasEnded && mayAuditClosing(actor, members);
  const said: { account?: unknown } = closing ? JSON.parse(closing.text) : {};
  const hasChanged = closing?.state === "DRAWN" && canonicalJson(said.account) !== canonicalJson(account);
  const stands = closing?.state === "DRAWN" && !hasChanged;
  return {
    partnership: { code: found.code, title: found.title, state },
    hasEnded,
    open: open.map(named),
    lapses: hasEnded ? lapses(state, account).map(named) : [],
    accounts: account.agreements.map((one) => ({ ...named(one), figures: figuresOf(one) })),
    closing: closing && {
      ...closing,
      drawnNo: entryOf(["partnership.account"], { closing: closing.number }),
      closedNo: entryOf(["partnership.closed"], { closing: closing.number }),
    },
    hasChanged,
    mayDraw: isFund && open.length === 0,
    maySee: isAuditor && stands && closing.seenAt === null,
    mayClose: isFund && stands && open.length === 0 && closing.seenAt !== null,
  };
}

const FIGURES = [
  ["committed", "committedVnd"],
  ["paid", "paidVnd"],
  ["unpaid", "unpaidVnd"],
  ["takenOut", "takenOutVnd"],
  ["balance", "balanceVnd"],
  ["allocated", "allocatedVnd"],
  ["disbursed", "disbursedVnd"],
  ["refunded", "refundedVnd"],
  ["distributed", "distributedVnd"],
  ["loss", "lossVnd"],
  ["unallocated", "unallocatedVnd"],
  ["reserve", "reserveVnd"],
  ["lossCarried", "lossCarriedVnd"],
] as const;

function figuresOf(account: AgreementAccount) {
  const unspent = BigInt(account.allocatedVnd) - BigInt(account.disbursedVnd) + BigInt(account.refundedVnd);
  const figures = FIGURES.map(([term, name]): { term: FigureName; amountVnd: string } => ({
    term,
    amountVnd: account[name],
  }));
  figures.splice(8, 0, { term: "unspent", amountVnd: String(unspent) });
  return figures;
}
