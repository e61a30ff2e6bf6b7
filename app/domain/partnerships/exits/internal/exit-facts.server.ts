import type { Tx } from "#prisma/client.server.ts";
import { type AgreementState, standsInNegotiation } from "../../partnership.ts";
import { EXIT_RULES, type ExitRule } from "../../terms/terms.ts";
import type { SettlementText } from "../exit.ts";

/** What one agreement's ledger says of a party that leaves. Days are half-open; đồng. */
export type ExitFacts = {
  agreementId: string;
  productCode: string;
  state: AgreementState;
  from: string;
  rule: ExitRule;
  /** confirmed, with what it still takes over from another that has left */
  paidInVnd: bigint;
  reservesVnd: bigint;
  lossCarriedForwardVnd: bigint;
  /** on the last day before it leaves */
  profitPpm: number;
  riskPpm: number;
  capitalPpm: number;
  /** its movements of capital that nobody confirmed or declined yet */
  pending: number;
  /** the first day after the last distribution, locked or waiting; null before the first */
  distributedUntil: string | null;
};

type Row = Omit<ExitFacts, "rule" | "paidInVnd" | "reservesVnd" | "lossCarriedForwardVnd"> & {
  rule: string | null;
  paidInVnd: string;
  reservesVnd: string;
  lossCarriedForwardVnd: string;
};

/** The agreements in which a member stands on a day or later, refused ones left out, by product. One statement. */
export async function exitFacts(
  reader: Pick<Tx, "$queryRaw">,
  { memberId, effectiveOn }: { memberId: string; effectiveOn: string },
): Promise<ExitFacts[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT a.id::text AS "agreementId", a.product_code AS "productCode", a.state::text AS state,
      a.valid_from::text AS "from", governing_text(a.id)::jsonb #>> '{terms,exitRule}' AS rule,
      capital_to_leave(a.id, m.id)::text AS "paidInVnd",
      (SELECT count(*)::int FROM capital_event e JOIN capital_line l ON l.event_id = e.id
        WHERE e.agreement_id = a.id AND l.member_id = m.id AND e.confirmed_at IS NULL AND e.declined_at IS NULL) AS pending,
      (SELECT coalesce(sum(l.amount_vnd), 0)::text FROM distribution_run r JOIN distribution_line l ON l.run_id = r.id
        WHERE r.agreement_id = a.id AND r.state = 'LOCKED' AND l.tier = 'RESERVE') AS "reservesVnd",
      coalesce((SELECT r.loss_carried_vnd::text FROM distribution_run r
        WHERE r.agreement_id = a.id AND r.state = 'LOCKED' ORDER BY r.number DESC LIMIT 1), '0') AS "lossCarriedForwardVnd",
      (SELECT max(r.period_to)::text FROM distribution_run r
        WHERE r.agreement_id = a.id AND r.state <> 'WITHDRAWN') AS "distributedUntil",
      coalesce(max(l.ppm) FILTER (WHERE s.dimension = 'PROFIT' AND s.on_day), 0) AS "profitPpm",
      coalesce(max(l.ppm) FILTER (WHERE s.dimension = 'RISK' AND s.on_day), 0) AS "riskPpm",
      coalesce(max(l.ppm) FILTER (WHERE s.dimension = 'CAPITAL' AND s.on_day), 0) AS "capitalPpm"
    FROM partnership_member m JOIN agreement a ON a.partnership_id = m.partnership_id
      CROSS JOIN LATERAL (
        SELECT one.*, daterange(one.valid_from, one.valid_to)
          @> greatest(${effectiveOn}::date - 1, a.valid_from) AS on_day
        FROM share_schedule one WHERE one.agreement_id = a.id AND one.superseded_at IS NULL
      ) AS s JOIN share_line l ON l.schedule_id = s.id AND l.member_id = m.id
    WHERE m.id = ${memberId}::uuid AND a.state <> 'REFUSED'
    GROUP BY a.id, m.id HAVING bool_or(s.valid_to IS NULL OR s.valid_to > ${effectiveOn}::date)
    ORDER BY a.product_code`;
  return rows.map(({ rule, paidInVnd, reservesVnd, lossCarriedForwardVnd, ...row }) => ({
    ...row,
    rule: EXIT_RULES.find((one) => one === rule) ?? "AGREED_THEN",
    paidInVnd: BigInt(paidInVnd),
    reservesVnd: BigInt(reservesVnd),
    lossCarriedForwardVnd: BigInt(lossCarriedForwardVnd),
  }));
}

/** The first thing in the agreements that keeps a party from leaving on a day, with what a sentence needs. */
export function whatKeeps(
  facts: readonly ExitFacts[],
  effectiveOn: string,
): {
  code: "DRAFT_NAMES_LEAVER" | "BEFORE_LOCKED_DISTRIBUTION" | "OUTSIDE_THE_AGREEMENT";
  day: string;
  product: string;
} | null {
  for (const { state, productCode: product, from, distributedUntil } of facts) {
    const day = distributedUntil ?? from;
    if (standsInNegotiation(state)) return { code: "DRAFT_NAMES_LEAVER", day, product };
    if (effectiveOn <= from) return { code: "OUTSIDE_THE_AGREEMENT", day: from, product };
    if (distributedUntil !== null && effectiveOn < distributedUntil)
      return { code: "BEFORE_LOCKED_DISTRIBUTION", day, product };
  }
  return null;
}

/** The first product whose ledger says something else by now than the text of a settlement, or is about to. */
export function whatMoved(
  facts: readonly ExitFacts[],
  { agreements }: Pick<SettlementText, "agreements">,
): string | null {
  const moved = agreements.find((said) => {
    const now = facts.find(({ productCode }) => productCode === said.productCode);
    if (!now || now.pending > 0 || String(now.paidInVnd) !== said.paidInVnd) return true;
    return (
      now.rule === "PRICE_RULE" &&
      (String(now.reservesVnd) !== said.reservesVnd || String(now.lossCarriedForwardVnd) !== said.lossCarriedForwardVnd)
    );
  });
  const added = facts.find(
    ({ state, productCode }) =>
      !standsInNegotiation(state) && !agreements.some((said) => said.productCode === productCode),
  );
  return (moved ?? added)?.productCode ?? null;
}
