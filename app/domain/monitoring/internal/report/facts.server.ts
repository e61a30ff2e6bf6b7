import type { Tx } from "#prisma/client.server.ts";
import type { ReportFacts } from "../../report/report.ts";
import { CHECK_FACTS, FIELD_FACTS, ROUND_FACTS, SIGNAL_FACTS } from "./annex-sql.server.ts";

/** Gathers what the report of a campaign is written from: what is published, or will be. Null where there is no campaign. One statement. */
export async function readReportFacts(on: Pick<Tx, "$queryRaw">, code: string): Promise<ReportFacts | null> {
  const rows = await on.$queryRaw<{ facts: ReportFacts }[]>`
    SELECT json_build_object('code', c.code, 'state', c.state, 'ownerOrganisationId', c.owner_organisation_id,
      'partnerIds', to_json(front_of(c.id)), 'title', c.title,
      'question', c.question, 'scope', c.scope, 'owner', json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr),
      'legalBasis', c.legal_basis, 'subjectTypes', to_json(c.subject_types), 'method', c.method,
      'template', (SELECT json_build_object('name', v.name, 'number', v.number, 'language', v.content->>'language',
          'questions', v.content->'questions')
        FROM template_version v WHERE v.template_id = c.template_id AND v.number = c.template_number), 'startsOn', c.starts_on,
      'endsOn', c.ends_on, 'approvalNumber', c.approval_number, 'approvedOn', c.approved_on, 'publishedAt', c.published_at,
      'field', ${FIELD_FACTS}, 'signals', ${SIGNAL_FACTS}, 'round', ${ROUND_FACTS},
      'team', coalesce((SELECT json_agg(json_build_object('post', m.post, 'declaration', m.declaration,
          'declaredAt', m.declared_at) ORDER BY m.declared_at, m.person_id)
        FROM campaign_member m WHERE m.campaign_id = c.id AND m.left_at IS NULL), '[]'),
      'samples', coalesce((SELECT json_agg(json_build_object('number', s.number, 'subjectType', s.subject_type,
          'filter', s.filter, 'populationSize', s.population_size, 'populationSha256', s.population_sha256,
          'frozenAt', s.frozen_at, 'method', s.method, 'stratumBy', s.stratum_by, 'size', s.size, 'seed', s.seed,
          'drawnAt', s.drawn_at) ORDER BY s.number)
        FROM campaign_sample s WHERE s.campaign_id = c.id), '[]'),
      'assessments', coalesce((SELECT json_agg(json_build_object('key', u.key, 'drawn', u.drawn, 'body', o.name_vi,
          'selfCompletion', a.self_completion, 'completion', a.completion, 'verifiable', a.verifiable,
          'wasSettled', a.resolution IS NOT NULL,
          'answers', coalesce((SELECT json_agg(jsonb_path_query_array(r.answers, '$[*].answer') ORDER BY r.place)
            FROM assessment_reading r WHERE r.unit_id = u.id), '[]'),
          'explanation', (SELECT json_build_object('text', e.text, 'language', e.language, 'post', e.post, 'at', e.at)
            FROM gap_explanation e WHERE e.unit_id = u.id)) ORDER BY s.number, u.drawn)
        FROM assessment a JOIN sample_unit u ON u.id = a.unit_id JOIN campaign_sample s ON s.id = u.sample_id
          LEFT JOIN organisation o ON o.id = u.body_ids[1]
        WHERE s.campaign_id = c.id AND a.settled_at IS NOT NULL), '[]'),
      'findings', coalesce((SELECT json_agg(json_build_object('code', f.code, 'title', f.title, 'language', f.language,
          'severity', f.severity, 'subjectCode', u.subject_code, 'criteria', f.criteria, 'condition', f.condition,
          'cause', f.cause, 'effect', f.effect, 'evidence', f.evidence, 'checks', ${CHECK_FACTS},
          'errata', coalesce((SELECT json_agg(json_build_object('text', e.text, 'language', e.language, 'post', e.post,
              'at', e.at) ORDER BY e.id) FROM finding_erratum e WHERE e.finding_id = f.id), '[]'))
          ORDER BY f.severity DESC, f.code)
        FROM finding f LEFT JOIN sample_unit u ON u.id = f.unit_id
        WHERE f.campaign_id = c.id AND f.state IN ('CONFIRMED', 'PUBLISHED')), '[]'),
      'recommendations', coalesce((SELECT json_agg(json_build_object('code', r.code, 'finding', f.code, 'text', r.text,
          'language', r.language, 'addressee', o.name_vi, 'criticality', r.criticality, 'priority', r.priority,
          'dueOn', r.due_on, 'status', r.status, 'progress', r.progress,
          'responses', coalesce((SELECT json_agg(json_build_object('acceptance', w.acceptance, 'reason', w.reason,
              'plan', w.plan, 'targetOn', w.target_on, 'language', w.language, 'post', w.post, 'at', w.at) ORDER BY w.id)
            FROM recommendation_response w WHERE w.recommendation_id = r.id), '[]'),
          'followUps', coalesce((SELECT json_agg(json_build_object('onDay', v.on_day, 'note', v.note, 'verdict', v.verdict,
              'language', v.language, 'post', v.post, 'at', v.at) ORDER BY v.id)
            FROM follow_up v WHERE v.recommendation_id = r.id), '[]')) ORDER BY r.code)
        FROM recommendation r JOIN finding f ON f.id = r.finding_id JOIN organisation o ON o.id = r.addressee_id
        WHERE f.campaign_id = c.id AND f.state IN ('CONFIRMED', 'PUBLISHED')), '[]')) AS facts
    FROM monitoring_campaign c JOIN organisation g ON g.id = c.owner_organisation_id WHERE c.code = ${code}`;
  return rows[0]?.facts ?? null;
}
