import { Facts } from "#app/ui/blocks/facts.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type PriceFacts = {
  rule: "PRICE_RULE" | "PAID_IN" | "AGREED_THEN";
  paidInVnd: string;
  profitPpm: number;
  reservesVnd: string;
  reserveShareVnd: string;
  riskPpm: number;
  lossCarriedForwardVnd: string;
  lossCarriedForwardShareVnd: string;
  earlyExitPenaltyPpm: number;
  penaltyVnd: string;
  /** null while it is to be agreed */
  priceVnd: string | null;
};

/** How the price of a leaver is made, term by term. */
export function PriceTable({ price }: { price: PriceFacts }) {
  const { t, format } = useLanguage();
  const money = (vnd: string) => format.money(BigInt(vnd));
  const isByRule = price.rule === "PRICE_RULE";
  return (
    <Facts
      facts={[
        { term: t("exits:rule"), value: t(`terms:exit.${price.rule}`) },
        { term: t("exits:paidIn"), value: money(price.paidInVnd) },
        {
          term: t("exits:reserves", { percent: format.percent(price.profitPpm), amount: money(price.reservesVnd) }),
          value: isByRule ? `+ ${money(price.reserveShareVnd)}` : null,
        },
        {
          term: t("exits:loss", { percent: format.percent(price.riskPpm), amount: money(price.lossCarriedForwardVnd) }),
          value: isByRule ? `− ${money(price.lossCarriedForwardShareVnd)}` : null,
        },
        {
          term: t("exits:penaltyOf", { percent: format.percent(price.earlyExitPenaltyPpm) }),
          value: price.penaltyVnd === "0" ? null : `− ${money(price.penaltyVnd)}`,
        },
        {
          term: t("exits:price"),
          value: price.priceVnd === null ? t("exits:toAgree") : <strong>{money(price.priceVnd)}</strong>,
        },
      ]}
    />
  );
}
