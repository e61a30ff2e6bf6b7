import { Prisma } from "#prisma/generated/client.ts";

/** What the report tells of the field work of campaign `c`, public from its publication on; nothing of what people said to the team. */
export const FIELD_FACTS = Prisma.sql`json_build_object(
  'visits', coalesce((SELECT json_agg(json_build_object('code', v.code, 'onDay', v.on_day, 'subject', u.key, 'place', v.place,
      'language', v.language, 'photographs', (SELECT count(*) FROM photograph h WHERE h.visit_id = v.id AND h.is_public)) ORDER BY v.code)
    FROM field_visit v JOIN sample_unit u ON u.id = v.unit_id WHERE v.campaign_id = c.id AND v.is_public), '[]'),
  'inside', (SELECT count(*) FROM field_visit v WHERE v.campaign_id = c.id AND NOT v.is_public),
  'interviews', (SELECT count(*) FROM interview i WHERE i.campaign_id = c.id))`;

/** The signals of public opinion of campaign `c` that a lead let go. */
export const SIGNAL_FACTS = Prisma.sql`coalesce((SELECT json_agg(json_build_object('code', o.code, 'title', o.title, 'language', o.language,
    'channel', o.channel, 'method', o.method, 'question', o.question, 'n', o.n, 'several', o.several, 'figures', o.figures,
    'fromOn', o.from_on, 'toOn', o.to_on, 'source', o.source) ORDER BY o.code)
  FROM opinion_signal o WHERE o.campaign_id = c.id AND o.released_at IS NOT NULL), '[]')`;

/** The public comment of campaign `c`: what is kept with its answers, and tombstones; nobody is named. Null where there was none. */
export const ROUND_FACTS = Prisma.sql`(SELECT json_build_object('dueOn', r.due_on,
    'comments', coalesce((SELECT json_agg(json_build_object('code', m.code,
        'finding', (SELECT f.code FROM finding f WHERE f.id = m.finding_id), 'ofMonitored', m.of_monitored, 'language', m.language,
        'at', m.at, 'text', CASE WHEN l.keeps THEN m.text END, 'ground', l.ground, 'reason', CASE WHEN NOT l.keeps THEN l.reason END,
        'answer', (SELECT json_build_object('outcome', w.outcome, 'text', w.text, 'language', w.language, 'post', w.post, 'at', w.at)
          FROM public_comment_answer a JOIN public_answer w ON w.id = a.answer_id WHERE a.comment_id = m.id)) ORDER BY m.code)
      FROM public_comment m JOIN LATERAL (SELECT * FROM public_comment_ruling x WHERE x.comment_id = m.id ORDER BY x.id DESC LIMIT 1) l ON true
      WHERE m.campaign_id = c.id), '[]'))
  FROM public_round r WHERE r.campaign_id = c.id AND r.opened_at IS NOT NULL)`;

/** What the bodies asked said of the facts of finding `f`, and what was answered. */
export const CHECK_FACTS = Prisma.sql`coalesce((SELECT json_agg(json_build_object(
    'body', (SELECT o.name_vi FROM organisation o WHERE o.id = k.organisation_id), 'dueOn', k.due_on,
    'comment', (SELECT json_build_object('correct', m.correct, 'text', m.text, 'language', m.language, 'post', m.post, 'at', m.at)
      FROM factual_comment m WHERE m.finding_id = k.finding_id AND m.organisation_id = k.organisation_id),
    'answer', (SELECT json_build_object('accepted', a.accepted, 'reason', a.reason, 'language', a.language, 'post', a.post, 'at', a.at)
      FROM factual_answer a WHERE a.finding_id = k.finding_id AND a.organisation_id = k.organisation_id)) ORDER BY k.organisation_id)
  FROM factual_check k WHERE k.finding_id = f.id), '[]')`;
