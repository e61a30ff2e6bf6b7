import type { Tx } from "#prisma/client.server.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Account } from "../reconciliation.ts";

const ACCOUNT = Prisma.sql`
  SELECT coalesce((SELECT json_agg(json_build_object('productCode', a.product_code, 'state', a.state,
      'committedVnd', c.committed::text, 'paidVnd', c.paid::text, 'unpaidCount', c.unpaid_count,
      'unpaidVnd', c.unpaid::text, 'leftUnpaidVnd', c.left_unpaid::text,
      'takenOutVnd', e.taken_out::text, 'balanceVnd', e.balance::text, 'pendingCapital', e.pending,
      'allocatedVnd', f.allocated::text, 'disbursedVnd', f.disbursed::text, 'refundedVnd', f.refunded::text,
      'dueTranches', t.due, 'dueTranchesVnd', t.due_vnd::text,
      'otherTranches', t.other, 'otherTranchesVnd', t.other_vnd::text,
      'distributedVnd', r.distributed::text, 'distributedLinesVnd', r.lines::text, 'lossVnd', r.loss::text,
      'unallocatedVnd', r.unallocated::text, 'reserveVnd', r.reserve::text,
      'lossCarriedVnd', coalesce((SELECT last.loss_carried_vnd::text FROM distribution_run last
        WHERE last.agreement_id = a.id AND last.state = 'LOCKED' ORDER BY last.number DESC LIMIT 1), '0'),
      'pendingRuns', r.pending) ORDER BY a.product_code)
    FROM agreement a
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(one.committed_vnd), 0) AS committed, coalesce(sum(one.paid), 0) AS paid,
          count(*) FILTER (WHERE one.committed_vnd > one.paid AND NOT one.has_left)::int AS unpaid_count,
          coalesce(sum(one.committed_vnd - one.paid) FILTER (WHERE NOT one.has_left), 0) AS unpaid,
          coalesce(sum(one.committed_vnd - one.paid) FILTER (WHERE one.has_left), 0) AS left_unpaid
        FROM (
          SELECT k.committed_vnd, m.valid_to IS NOT NULL AS has_left,
            (SELECT coalesce(sum(l.amount_vnd), 0) FROM capital_event v JOIN capital_line l ON l.event_id = v.id
              WHERE v.commitment_id = k.id AND v.confirmed_at IS NOT NULL) AS paid
          FROM capital_commitment k JOIN partnership_member m ON m.id = k.member_id
          WHERE k.agreement_id = a.id AND NOT is_released(k.id)
        ) AS one
      ) AS c
      CROSS JOIN LATERAL (
        SELECT coalesce(-sum(one.total) FILTER (WHERE one.confirmed AND one.kind IN ('REPURCHASE', 'CANCEL')), 0) AS taken_out,
          coalesce(sum(one.total) FILTER (WHERE one.confirmed), 0) AS balance,
          count(*) FILTER (WHERE NOT one.confirmed AND NOT one.declined)::int AS pending
        FROM (
          SELECT v.kind, v.confirmed_at IS NOT NULL AS confirmed, v.declined_at IS NOT NULL AS declined,
            (SELECT coalesce(sum(l.amount_vnd), 0) FROM capital_line l WHERE l.event_id = v.id) AS total
          FROM capital_event v WHERE v.agreement_id = a.id
        ) AS one
      ) AS e
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(x.allocated_vnd), 0) AS allocated, coalesce(sum(x.disbursed), 0) AS disbursed,
          coalesce(sum(x.refunded), 0) AS refunded
        FROM (
          SELECT line.allocated_vnd,
            (SELECT coalesce(sum(p.amount_vnd) FILTER (WHERE p.amount_vnd > 0), 0) FROM funding_transaction p WHERE p.line_id = line.id) AS disbursed,
            (SELECT coalesce(-sum(p.amount_vnd) FILTER (WHERE p.amount_vnd < 0), 0) FROM funding_transaction p WHERE p.line_id = line.id) AS refunded
          FROM funding_line line WHERE line.agreement_id = a.id
        ) AS x
      ) AS f
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE x.met AND x.rest > 0)::int AS due,
          coalesce(sum(x.rest) FILTER (WHERE x.met AND x.rest > 0), 0) AS due_vnd,
          count(*) FILTER (WHERE NOT x.met AND x.rest > 0)::int AS other,
          coalesce(sum(x.rest) FILTER (WHERE NOT x.met AND x.rest > 0), 0) AS other_vnd
        FROM (
          SELECT g.condition_met_at IS NOT NULL AS met, g.amount_vnd - (SELECT coalesce(sum(p.amount_vnd), 0)
              FROM funding_transaction p WHERE p.tranche_id = g.id AND p.amount_vnd > 0) AS rest
          FROM funding_tranche g JOIN funding_line line ON line.id = g.line_id WHERE line.agreement_id = a.id
        ) AS x
      ) AS t
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(x.total_vnd) FILTER (WHERE x.state = 'LOCKED'), 0) AS distributed,
          coalesce(sum(x.lines) FILTER (WHERE x.state = 'LOCKED'), 0) AS lines,
          coalesce(-sum(x.total_vnd) FILTER (WHERE x.state = 'LOCKED' AND x.kind = 'LOSS'), 0) AS loss,
          coalesce(-sum(x.unallocated) FILTER (WHERE x.state = 'LOCKED'), 0) AS unallocated,
          coalesce(sum(x.reserve) FILTER (WHERE x.state = 'LOCKED'), 0) AS reserve,
          count(*) FILTER (WHERE x.state = 'PROPOSED')::int AS pending
        FROM (
          SELECT run.state, run.kind, run.total_vnd,
            (SELECT coalesce(sum(l.amount_vnd), 0) FROM distribution_line l WHERE l.run_id = run.id) AS lines,
            (SELECT coalesce(sum(l.amount_vnd), 0) FROM distribution_line l WHERE l.run_id = run.id AND l.tier = 'UNALLOCATED') AS unallocated,
            (SELECT coalesce(sum(l.amount_vnd), 0) FROM distribution_line l WHERE l.run_id = run.id AND l.tier = 'RESERVE') AS reserve
          FROM distribution_run run WHERE run.agreement_id = a.id
        ) AS x
      ) AS r
    WHERE a.partnership_id = p.id AND a.signed_at IS NOT NULL), '[]') AS agreements,
    (SELECT count(*)::int FROM party_exit x WHERE x.partnership_id = p.id AND x.state = 'OPEN') AS "openExits",
    h.count AS "openHandovers", h.price::text AS "openHandoversVnd",
    (SELECT count(*)::int FROM partnership_motion n WHERE n.partnership_id = p.id AND n.state = 'OPEN') AS "openMotions"
  FROM partnership p CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, coalesce(sum(o.price_vnd), 0) AS price
    FROM exit_handover o JOIN exit_settlement s ON s.id = o.settlement_id JOIN party_exit x ON x.id = s.exit_id
    WHERE x.partnership_id = p.id AND o.done_at IS NULL
  ) AS h`;

/** Adds a partnership's ledger up, from its single entries. One statement. */
export async function accountOf(reader: Pick<Tx, "$queryRaw">, code: string): Promise<Account> {
  const rows = await reader.$queryRaw<Account[]>`${ACCOUNT} WHERE p.code = ${code}`;
  const [found] = rows;
  if (!found) throw new Error(`no partnership ${code}`);
  return found;
}
