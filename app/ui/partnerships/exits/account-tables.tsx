import type { Lapse, OpenKind } from "#app/domain/partnerships/closing/reconciliation.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";

type Named = { productCode: string | null; product: string };
type ShownOpen = Named & { kind: OpenKind; count: number; amountVnd: string | null };
type ShownLapse = Named & { kind: Lapse["kind"]; amountVnd: string };

/** What keeps a partnership from being closed, with how many and how much. */
export function OpenItems({ items }: { items: readonly ShownOpen[] }) {
  const { t, format } = useLanguage();
  if (items.length === 0)
    return <EmptyState title={t("closing:nothingOpen")}>{t("closing:nothingOpenText")}</EmptyState>;
  return (
    <StackTable
      caption={t("closing:openTitle")}
      columns={[
        { label: t("closing:what"), heads: true },
        { label: t("closing:product") },
        { label: t("closing:count"), numeric: true },
        { label: t("closing:amount"), numeric: true },
      ]}
      rows={items.map(({ kind, productCode, product, count, amountVnd }) => ({
        key: `${kind} ${productCode}`,
        cells: [
          t(`closing:kind.${kind}`),
          product,
          format.number(count),
          amountVnd ? format.money(BigInt(amountVnd)) : "",
        ],
      }))}
    />
  );
}

/** What nobody pays any more once it is closed. */
export function LapseItems({ items }: { items: readonly ShownLapse[] }) {
  const { t, format } = useLanguage();
  return (
    <StackTable
      caption={t("closing:lapseTitle")}
      columns={[
        { label: t("closing:what"), heads: true },
        { label: t("closing:product") },
        { label: t("closing:amount"), numeric: true },
      ]}
      rows={items.map(({ kind, productCode, product, amountVnd }) => ({
        key: `${kind} ${productCode}`,
        cells: [t(`closing:lapse.${kind}`), product, format.money(BigInt(amountVnd))],
      }))}
    />
  );
}

export type FigureName =
  | "committed"
  | "paid"
  | "unpaid"
  | "takenOut"
  | "balance"
  | "allocated"
  | "disbursed"
  | "refunded"
  | "unspent"
  | "distributed"
  | "loss"
  | "unallocated"
  | "reserve"
  | "lossCarried";

type ShownAccount = {
  productCode: string;
  product: string;
  figures: readonly { term: FigureName; amountVnd: string }[];
};

/** Every figure of one agreement's account, to the đồng; the agreement shows each event that it adds up. */
export function AccountFigures({ account, base }: { account: ShownAccount; base: string }) {
  const { t, format } = useLanguage();
  return (
    <div className="flow">
      <h3>
        <a href={`${base}?product=${account.productCode}#capital`}>
          {account.product} ({account.productCode})
        </a>
      </h3>
      <StackTable
        caption={account.product}
        columns={[
          { label: t("closing:figure"), heads: true },
          { label: t("closing:amount"), numeric: true },
        ]}
        rows={account.figures.map(({ term, amountVnd }) => ({
          key: term,
          cells: [t(`closing:${term}`), format.money(BigInt(amountVnd))],
        }))}
      />
    </div>
  );
}
