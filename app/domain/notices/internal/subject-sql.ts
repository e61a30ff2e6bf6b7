/**
 * SQL that gives, for a subject named by two expressions, one row with its title ({ vi?, en?, fr? }) where this reader
 * may know it (`open`: everybody may), and none where there is nothing of that code for anybody. `person` is an
 * expression for the reader's id; authors know their own titles before everybody else. No table in it is called `f` or `n`, as callers call theirs.
 */
export function subjectRow(type: string, code: string, person: string): string {
  return `(
    SELECT i.public_at <= now() AND i.state <> 'WITHDRAWN' AS open, i.state <> 'DRAFT' AS known,
      CASE WHEN (i.public_at <= now() AND i.state <> 'WITHDRAWN') OR i.proposer_id = ${person} OR EXISTS (
        SELECT 1 FROM initiative_author a WHERE a.initiative_id = i.id AND a.person_id = ${person} AND a.confirmed_at IS NOT NULL
      ) THEN i.title END AS title
    FROM initiative i WHERE ${type} = 'INITIATIVE' AND i.code = ${code}
    UNION ALL
    SELECT p.published_at IS NOT NULL, true, CASE WHEN p.published_at IS NOT NULL OR p.created_by_id = ${person} THEN p.title END
    FROM partnership p WHERE ${type} = 'PARTNERSHIP' AND p.code = ${code}
    UNION ALL
    SELECT r.state IN ('PUBLISHED', 'UNDER_REVIEW'), r.state IN ('PUBLISHED', 'UNDER_REVIEW'),
      CASE WHEN r.state IN ('PUBLISHED', 'UNDER_REVIEW') OR r.created_by_id = ${person} THEN r.title END
    FROM result r WHERE ${type} = 'RESULT' AND r.code = ${code}
    UNION ALL
    SELECT o.verified_at IS NOT NULL, true,
      CASE WHEN o.verified_at IS NOT NULL THEN jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) END
    FROM organisation o WHERE ${type} = 'ORGANISATION'
      AND o.scheme = substring(${code} FROM '^VN-[A-Z]+') AND o.identifier = substring(${code} FROM '^VN-[A-Z]+-(.*)$')
    UNION ALL
    SELECT c.published_at IS NOT NULL, c.published_at IS NOT NULL, CASE WHEN c.published_at IS NOT NULL THEN c.title END
    FROM challenge c WHERE ${type} = 'CHALLENGE' AND c.code = ${code}
    UNION ALL
    SELECT c.published_at IS NOT NULL, c.published_at IS NOT NULL, CASE WHEN c.published_at IS NOT NULL THEN c.title END
    FROM partnership_call c WHERE ${type} = 'CALL' AND c.code = ${code}
    UNION ALL
    SELECT finding.state = 'PUBLISHED', finding.state = 'PUBLISHED', CASE WHEN finding.state = 'PUBLISHED' THEN jsonb_build_object(finding.language, finding.title) END
    FROM finding WHERE ${type} = 'FINDING' AND finding.code = ${code}
    UNION ALL
    SELECT true, true, jsonb_build_object(r.language, CASE WHEN length(r.text) <= 120 THEN r.text
      ELSE regexp_replace(left(r.text, 120), '\\s+\\S*$', '') || '…' END)
    FROM recommendation r JOIN finding ON finding.id = r.finding_id
    WHERE ${type} = 'RECOMMENDATION' AND r.code = ${code} AND finding.state = 'PUBLISHED'
    UNION ALL
    SELECT c.state <> 'PLANNED', c.state <> 'PLANNED', CASE WHEN c.state <> 'PLANNED' THEN c.title END
    FROM monitoring_campaign c WHERE ${type} = 'CAMPAIGN' AND c.code = ${code}
  )`;
}
