/** SQL: the title of the initiative `i` as it was sent. What is written while something is completed stays unread until then. */
export const SENT_TITLE = `CASE WHEN i.state IN ('NEEDS_COMPLETION', 'LAPSED') THEN coalesce((
  SELECT v.content::jsonb->'title' FROM initiative_version v WHERE v.initiative_id = i.id ORDER BY v.number DESC LIMIT 1
), i.title) ELSE i.title END`;
