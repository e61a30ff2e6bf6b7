/**
 * Every public moment of one initiative ($1) but its own steps, as one JSON list; what
 * somebody wrote of it only where its content is the reader's ($2). An edit before its day, a sealed score, a person: never.
 */
export const LIFE_SQL = `
  WITH RECURSIVE own AS (
    SELECT * FROM initiative WHERE code = $1
  ), tied AS (
    SELECT * FROM own WHERE $2
  ), older (code, depth) AS (
    SELECT l.code, 1 FROM tied JOIN initiative_link l ON l.initiative_id = tied.id AND l.kind = 'BUILDS_ON' AND l.ended_at IS NULL
    UNION
    SELECT l.code, o.depth + 1 FROM older o JOIN initiative i ON i.code = o.code AND i.public_at IS NOT NULL
      JOIN initiative_link l ON l.initiative_id = i.id AND l.kind = 'BUILDS_ON' AND l.ended_at IS NULL
    WHERE o.depth < 8
  ), younger (code, depth) AS (
    SELECT i.code, 1 FROM initiative_link l JOIN initiative i ON i.id = l.initiative_id
    WHERE l.code = $1 AND l.kind = 'BUILDS_ON' AND l.ended_at IS NULL AND i.public_at IS NOT NULL AND i.state <> 'WITHDRAWN'
    UNION
    SELECT i.code, y.depth + 1 FROM younger y
      JOIN initiative_link l ON l.code = y.code AND l.kind = 'BUILDS_ON' AND l.ended_at IS NULL
      JOIN initiative i ON i.id = l.initiative_id AND i.public_at IS NOT NULL
    WHERE y.depth < 8
  ), partnerships AS (
    SELECT DISTINCT d.* FROM tied, partnership d
    WHERE d.published_at IS NOT NULL AND (d.origin_initiative_id = tied.id OR d.code IN (
      SELECT code FROM initiative_link WHERE initiative_id = tied.id AND kind = 'PARTNERSHIP' AND ended_at IS NULL))
  ), results AS (
    SELECT q.id, q.code, q.title, q.published_at, q.host_organisation_id FROM tied, result q
    WHERE q.state IN ('PUBLISHED', 'UNDER_REVIEW') AND (
      q.origin_initiative_ids @> ARRAY[tied.id] OR q.origin_partnership_ids && ARRAY(SELECT id FROM partnerships) OR q.code IN (
        SELECT code FROM initiative_link WHERE initiative_id = tied.id AND kind = 'RESULT' AND ended_at IS NULL))
  ), bodies AS (
    SELECT id, jsonb_build_object('names', jsonb_build_object('vi', name_vi, 'en', name_en, 'fr', name_fr), 'house', house) AS body
    FROM organisation
  ), moments (moment) AS (
    SELECT jsonb_build_object('kind', 'version', 'at', v.submitted_at, 'text', CASE WHEN $2 THEN v.note END, 'language', own.language,
      'state', v.kind, 'figures', jsonb_build_object('number', v.number))
    FROM own JOIN initiative_version v ON v.initiative_id = own.id
    UNION ALL
    SELECT jsonb_build_object('kind', 'council', 'at', e.closed_at, 'state', e.kind, 'figures', jsonb_build_object(
      'round', e.round, 'count', (SELECT count(*) FROM evaluation_seat s WHERE s.evaluation_id = e.id AND s.recused_at IS NULL),
      'recused', (SELECT count(*) FROM evaluation_seat s WHERE s.evaluation_id = e.id AND s.recused_at IS NOT NULL)))
    FROM own JOIN evaluation e ON e.initiative_id = own.id WHERE e.closed_at IS NOT NULL
    UNION ALL
    SELECT jsonb_build_object('kind', 'correction', 'at', d.published_at, 'text', d.reason, 'language', d.language,
      'state', d.kind, 'body', b.body, 'figures', jsonb_build_object('number', d.number))
    FROM own JOIN decision d ON d.initiative_id = own.id AND d.published_at IS NOT NULL LEFT JOIN bodies b ON b.id = d.organisation_id
    WHERE $2 AND d.corrects_id IS NOT NULL AND d.published_at IS NOT NULL
    UNION ALL
    SELECT jsonb_build_object('kind', 'assignment', 'at', m.assigned_at, 'body', b.body, 'post', m.chief_post,
      'text', m.expected_product, 'language', m.language, 'path', '/initiatives/' || own.code || '#work',
      'figures', jsonb_build_object('dueOn', m.due_on, 'funding', m.funding))
    FROM own JOIN implementation m ON m.initiative_id = own.id JOIN bodies b ON b.id = m.owner_id
    UNION ALL
    SELECT jsonb_build_object('kind', 'closing', 'at', s.at, 'text', r.payload::jsonb ->> 'evidence',
      'language', r.payload::jsonb ->> 'language')
    FROM own JOIN initiative_step s ON s.initiative_id = own.id AND s.to_state::text LIKE 'CLOSED_%'
      JOIN record_entry r ON r.id = s.record_entry_id
    UNION ALL
    SELECT jsonb_build_object('kind', 'report', 'at', r.at, 'body', b.body, 'text', r.note, 'language', r.language,
      'path', '/initiatives/' || own.code || '#work', 'figures', jsonb_build_object('percent', r.percent))
    FROM own JOIN implementation_report r ON r.initiative_id = own.id JOIN bodies b ON b.id = r.organisation_id
    UNION ALL
    SELECT jsonb_build_object('kind', 'link', 'at', l.added_at, 'body', b.body, 'code', l.code, 'link', l.kind,
      'path', CASE l.kind WHEN 'BUILDS_ON' THEN '/initiatives/' || l.code WHEN 'PARTNERSHIP' THEN '/partnerships/' || l.code
        WHEN 'RESULT' THEN '/results/' || l.code END,
      'text', nullif(l.note, ''), 'language', tied.language)
    FROM tied JOIN initiative_link l ON l.initiative_id = tied.id LEFT JOIN bodies b ON b.id = l.organisation_id
    UNION ALL
    SELECT jsonb_build_object('kind', 'unlink', 'at', l.ended_at, 'code', l.code, 'link', l.kind, 'text', l.end_reason,
      'language', tied.language)
    FROM tied JOIN initiative_link l ON l.initiative_id = tied.id WHERE l.ended_at IS NOT NULL
    UNION ALL
    SELECT jsonb_build_object('kind', 'partnership', 'at', d.created_at, 'code', d.code, 'title', d.title,
      'path', '/partnerships/' || d.code) FROM partnerships d
    UNION ALL
    SELECT jsonb_build_object('kind', 'signing', 'at', a.signed_at, 'code', d.code, 'title', p.names,
      'path', '/partnerships/' || d.code)
    FROM partnerships d JOIN agreement a ON a.partnership_id = d.id AND a.signed_at IS NOT NULL
      LEFT JOIN LATERAL (SELECT jsonb_build_object('vi', s.name_vi, 'en', s.name_en, 'fr', s.name_fr) AS names
        FROM strategic_product s WHERE s.code = a.product_code) AS p ON true
    UNION ALL
    SELECT jsonb_build_object('kind', 'result', 'at', q.published_at, 'code', q.code, 'title', q.title, 'body', b.body,
      'path', '/results/' || q.code) FROM results q LEFT JOIN bodies b ON b.id = q.host_organisation_id
    UNION ALL
    SELECT jsonb_build_object('kind', 'act', 'at', x.on_date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', 'code', q.code,
      'title', q.title, 'state', x.kind, 'path', '/results/' || q.code, 'figures', jsonb_strip_nulls(jsonb_build_object(
        'revenueVnd', x.revenue_vnd::text, 'verified', (x.verified_at IS NOT NULL)::int)))
    FROM results q JOIN exploitation_act x ON x.result_id = q.id
    UNION ALL
    SELECT jsonb_build_object('kind', 'ancestor', 'at', coalesce(i.decided_at, i.public_at), 'code', i.code,
      'title', i.title, 'state', i.state, 'path', '/initiatives/' || i.code)
    FROM (SELECT DISTINCT code FROM older) AS o JOIN initiative i ON i.code = o.code AND i.public_at IS NOT NULL AND i.state <> 'WITHDRAWN'
    UNION ALL
    SELECT jsonb_build_object('kind', 'descendant', 'at', coalesce(i.submitted_at, i.public_at), 'code', i.code,
      'title', i.title, 'state', i.state, 'path', '/initiatives/' || i.code)
    FROM (SELECT DISTINCT code FROM younger) AS y JOIN initiative i ON i.code = y.code AND i.public_at IS NOT NULL AND i.state <> 'WITHDRAWN'
  )
  SELECT coalesce(jsonb_agg(moment), '[]') AS life FROM moments WHERE moment ->> 'at' IS NOT NULL`;
