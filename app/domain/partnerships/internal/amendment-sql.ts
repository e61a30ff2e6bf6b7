/**
 * The amendments of the agreement `a` as JSON, by number: `StoredAmendment` of amendments/amendment.ts. What held before
 * one is said by the text that it names as its base.
 */
export function amendmentsOf(condition: string): string {
  return `coalesce((SELECT json_agg(json_build_object('number', e.number, 'state', e.state,
      'effectiveFrom', e.effective_from, 'rationale', e.rationale, 'textSha256', e.text_sha256, 'text', e.text,
      'proposedAt', e.proposed_at, 'proposedBy', e.proposed_by_member_id, 'endedAt', e.ended_at, 'endReason', e.end_reason,
      'parties', (SELECT json_agg(p -> 'position') FROM jsonb_array_elements(e.text::jsonb -> 'parties') AS p),
      'after', e.text::jsonb -> 'schedules',
      'before', coalesce((SELECT b.text FROM amendment b WHERE b.agreement_id = a.id AND b.text_sha256 = e.base_sha256),
        a.text)::jsonb -> 'schedules',
      'signatures', coalesce((SELECT json_agg(json_build_object('memberId', g.member_id, 'post', g.post,
          'signedAt', g.signed_at) ORDER BY g.signed_at)
        FROM signature g WHERE g.agreement_id = a.id AND g.text_sha256 = e.text_sha256), '[]')
    ) ORDER BY e.number) FROM amendment e WHERE e.agreement_id = a.id AND ${condition}), '[]')`;
}
