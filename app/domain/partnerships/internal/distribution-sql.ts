/** Whether the profit shares of the agreement `a` are kept from the public: until its first locked distribution (docs/api.md). */
export const PROFIT_WITHHELD = `(a.profit_confidential AND NOT EXISTS (
  SELECT 1 FROM distribution_run w WHERE w.agreement_id = a.id AND w.state = 'LOCKED' AND w.kind = 'DISTRIBUTION'))`;

/** The distribution runs of the agreement `a` as JSON, by number: `ReadRun` of distributions/read-run.ts. */
export function runsOf(condition: string): string {
  return `coalesce((SELECT json_agg(json_build_object('number', r.number, 'kind', r.kind, 'state', r.state,
      'from', r.period_from, 'to', r.period_to, 'inputsSha256', r.inputs_sha256, 'engineVersion', r.engine_version,
      'totalVnd', r.total_vnd::text, 'authorsVnd', r.authors_vnd::text, 'authorsMinimumVnd', r.authors_minimum_vnd::text,
      'lossCarriedVnd', r.loss_carried_vnd::text, 'preferredUnpaidVnd', r.preferred_unpaid_vnd::text,
      'unallocatedTo', r.unallocated_to, 'inputs', r.inputs,
      'compensates', (SELECT c.number FROM distribution_run c WHERE c.id = r.compensates_id),
      'proposedBy', r.proposed_by_member_id, 'proposedAt', r.proposed_at, 'endedAt', r.ended_at,
      'lines', (SELECT json_agg(json_build_object('tier', l.tier, 'memberId', l.member_id, 'author', l.author,
          'amountVnd', l.amount_vnd::text) ORDER BY l.position) FROM distribution_line l WHERE l.run_id = r.id),
      'approvals', coalesce((SELECT json_agg(json_build_object('memberId', v.member_id, 'post', v.post,
          'approvedAt', v.approved_at) ORDER BY v.approved_at) FROM distribution_approval v WHERE v.run_id = r.id), '[]')
    ) ORDER BY r.number) FROM distribution_run r WHERE r.agreement_id = a.id AND ${condition}), '[]')`;
}
