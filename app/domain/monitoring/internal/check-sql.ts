/** One row `k` of factual_check as JSON: the body, its last day, what it said and what was answered. */
export const CHECK = `json_build_object(
  'body', (SELECT json_build_object('id', o.id, 'name', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr))
    FROM organisation o WHERE o.id = k.organisation_id),
  'dueOn', k.due_on,
  'comment', (SELECT json_build_object('correct', m.correct, 'text', m.text, 'language', m.language, 'post', m.post, 'at', m.at)
    FROM factual_comment m WHERE m.finding_id = k.finding_id AND m.organisation_id = k.organisation_id),
  'answer', (SELECT json_build_object('accepted', a.accepted, 'reason', a.reason, 'former', a.former, 'language', a.language,
      'post', a.post, 'at', a.at)
    FROM factual_answer a WHERE a.finding_id = k.finding_id AND a.organisation_id = k.organisation_id))`;
