import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { sharesBy, sumVnd } from "../calculations/parties.ts";
import { PROFIT_WITHHELD } from "../internal/distribution-sql.ts";

/** A party's share, in the order of parties. `party` is the identifier of its organisation, `memberId` its place here. */
export type PartyShare = { memberId: string; party: string; names: Texts; house: House; ppm: number };

/** Why a dimension is not shown, and until when; null while that is open. */
export type Withheld = { field: "profit"; reason: "AGREED_CONFIDENTIAL"; until: string | null };

/** The shares of one agreement in force on a day, as they were known at an instant. Each list sums to 1 000 000 ppm. */
export type SharesAsOf = {
  product: string;
  asOf: string;
  knownAt: string;
  agreementVersion: number;
  signedAt: string;
  /** the days on which these very shares hold: the schedules' own period, half-open */
  since: string;
  until: string | null;
  capital: { contractual: PartyShare[]; paidIn: PartyShare[] | null };
  risk: PartyShare[];
  profit: PartyShare[] | null;
  withheld: Withheld[];
};

type Row = {
  product: string;
  version: number;
  signedAt: Date;
  knownAt: Date;
  confidential: boolean;
  inForce: boolean;
  schedules: Record<"CAPITAL" | "RISK" | "PROFIT", { from: string; to: string | null; lines: PartyShare[] }> | null;
  /** of whoever paid in or took out, in the order of parties; đồng */
  balances: Balance[] | null;
};

type Balance = Omit<PartyShare, "ppm"> & { balanceVnd: string };

const SHARES_AS_OF = `
  WITH asked AS (SELECT $2::date AS as_of, coalesce($3::timestamptz, now()) AS known_at)
  SELECT a.product_code AS product, a.version, a.signed_at AS "signedAt", asked.known_at AS "knownAt",
    ${PROFIT_WITHHELD} AS confidential, daterange(a.valid_from, a.valid_to) @> asked.as_of AS "inForce",
    (SELECT json_object_agg(s.dimension, json_build_object('from', s.valid_from, 'to', s.valid_to, 'lines', (
        SELECT json_agg(json_build_object('memberId', m.id, 'party', o.scheme || '-' || o.identifier, 'house', o.house,
          'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr), 'ppm', l.ppm) ORDER BY m.position)
        FROM share_line l JOIN partnership_member m ON m.id = l.member_id JOIN organisation o ON o.id = m.organisation_id
        WHERE l.schedule_id = s.id)))
      FROM share_schedule s
      WHERE s.agreement_id = a.id AND daterange(s.valid_from, s.valid_to) @> asked.as_of
        AND s.recorded_at <= asked.known_at AND (s.superseded_at IS NULL OR asked.known_at < s.superseded_at)
    ) AS schedules,
    (SELECT json_agg(json_build_object('memberId', m.id, 'party', o.scheme || '-' || o.identifier, 'house', o.house,
        'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr), 'balanceVnd', paid.balance::text)
        ORDER BY m.position)
      FROM (
        SELECT l.member_id, sum(l.amount_vnd) AS balance FROM capital_event e JOIN capital_line l ON l.event_id = e.id
        WHERE e.agreement_id = a.id AND e.on_day <= asked.as_of AND e.confirmed_at <= asked.known_at GROUP BY l.member_id
      ) AS paid JOIN partnership_member m ON m.id = paid.member_id JOIN organisation o ON o.id = m.organisation_id
    ) AS balances
  FROM asked, partnership p JOIN agreement a ON a.partnership_id = p.id
  WHERE p.code = $1 AND p.published_at IS NOT NULL AND a.signed_at <= asked.known_at
  ORDER BY a.signed_at, a.product_code`;

/**
 * The shares of a public partnership's agreement on a product on a day ('YYYY-MM-DD'), as they were known at an instant
 * (now where it is null). The product may be left out where there is one agreement. Paid-in capital counts what another
 * party had confirmed by then, and is null while nothing is paid in. One statement.
 * Refuses: PRODUCT_NEEDED where several agreements were known; NO_AGREEMENT_IN_FORCE that day.
 * Source: docs/domain.md, I12; docs/api.md (`shares`).
 */
export async function sharesAsOf(asked: {
  code: string;
  product?: string | null;
  asOf: string;
  knownAt: Date | null;
}): Promise<Outcome<SharesAsOf, "PRODUCT_NEEDED" | "NO_AGREEMENT_IN_FORCE">> {
  const { rows } = await pool().query<Row>(SHARES_AS_OF, [asked.code, asked.asOf, asked.knownAt]);
  if (!asked.product && rows.length > 1) return refuse("PRODUCT_NEEDED", { field: "product" });
  const row = rows.find(({ product }) => !asked.product || product === asked.product);
  const schedules = row?.schedules;
  if (!row?.inForce || !schedules?.CAPITAL || !schedules.RISK || !schedules.PROFIT)
    return refuse("NO_AGREEMENT_IN_FORCE");
  const all = [schedules.CAPITAL, schedules.RISK, schedules.PROFIT];
  const ends = all.flatMap(({ to }) => (to === null ? [] : [to])).sort();
  return done({
    product: row.product,
    asOf: asked.asOf,
    knownAt: row.knownAt.toISOString(),
    agreementVersion: row.version,
    signedAt: row.signedAt.toISOString(),
    since:
      all
        .map(({ from }) => from)
        .sort()
        .at(-1) ?? asked.asOf,
    until: ends[0] ?? null,
    capital: {
      contractual: schedules.CAPITAL.lines,
      paidIn: paidInShares(schedules.CAPITAL.lines, row.balances ?? []),
    },
    risk: schedules.RISK.lines,
    profit: row.confidential ? null : schedules.PROFIT.lines,
    withheld: row.confidential ? [{ field: "profit", reason: "AGREED_CONFIDENTIAL", until: null }] : [],
  });
}

/** Every party with a share or a balance; null while nothing is paid in. Source: docs/domain.md, I4. */
function paidInShares(contractual: readonly PartyShare[], balances: readonly Balance[]): PartyShare[] | null {
  const inKnownOrder = [
    ...contractual.map((share) => ({ ...share, balanceVnd: balanceOf(balances, share.memberId) })),
    ...balances.filter(({ memberId }) => !contractual.some((share) => share.memberId === memberId)),
  ];
  const amounts = inKnownOrder.map(({ memberId, balanceVnd }) => ({ party: memberId, amountVnd: BigInt(balanceVnd) }));
  if (sumVnd(amounts) <= 0n) return null;
  const shares = sharesBy(amounts);
  return inKnownOrder
    .map(({ memberId, party, names, house }, place) => ({
      memberId,
      party,
      names,
      house,
      ppm: shares[place]?.ppm ?? 0,
    }))
    .filter(({ memberId, ppm }) => ppm > 0 || contractual.some((share) => share.memberId === memberId));
}

function balanceOf(balances: readonly Balance[], memberId: string): string {
  return balances.find((balance) => balance.memberId === memberId)?.balanceVnd ?? "0";
}
