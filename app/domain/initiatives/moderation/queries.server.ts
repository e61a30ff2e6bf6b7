import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { type Clock, readClock } from "#app/domain/obligations/obligation.ts";
import { pool } from "#prisma/client.server.ts";
import type { Stance } from "../voice/comment.ts";
import { MODERATING_ROLES, mayJudge } from "./moderation.policy.ts";

type Language = "vi" | "en" | "fr";

/** A comment that waits for a verdict. */
export type QueuedComment = {
  code: string;
  initiative: string;
  title: { vi?: string; en?: string; fr?: string };
  stance: Stance;
  kind: "MODERATION_REVIEW" | "MODERATION_APPEAL";
  reports: number;
  dueOn: string;
  clock: Clock;
};

/** What waits for the bodies in which the actor judges, the most urgent first; an auditor sees all. 200 at most, one statement. */
export async function listQueue(actor: Actor, at = new Date()): Promise<QueuedComment[]> {
  const held = actor.roles.filter(({ role }) => MODERATING_ROLES.some((one) => one === role));
  const { rows } = await pool().query<Omit<QueuedComment, "clock"> & { openedOn: string }>(
    `SELECT c.code, i.code AS initiative, i.title, c.stance, o.kind, o.due_on AS "dueOn",
      (o.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "openedOn",
      (SELECT count(*)::int FROM moderation m WHERE m.comment_id = c.id AND m.kind = 'REPORT') AS reports
    FROM obligation o JOIN comment c ON c.id = o.subject_id JOIN initiative i ON i.id = c.initiative_id
    WHERE o.kind IN ('MODERATION_REVIEW', 'MODERATION_APPEAL') AND o.done_at IS NULL AND o.voided_at IS NULL
      AND ($1 OR EXISTS (SELECT 1 FROM unnest($2::text[], $3::uuid[]) AS held (role, body)
        WHERE held.role = o.debtor_role AND held.body = o.debtor_organisation_id))
    ORDER BY o.due_on, c.code LIMIT 200`,
    [holds(actor, "AUDITOR"), held.map(({ role }) => role), held.map(({ organisationId }) => organisationId)],
  );
  const calendar = await loadCalendar();
  return rows.map(({ openedOn, ...row }) => ({
    ...row,
    clock: readClock({ openedOn, originalDueOn: row.dueOn, pauses: [] }, at, calendar),
  }));
}

export type JudgedCase = {
  code: string;
  initiative: string;
  title: { vi?: string; en?: string; fr?: string };
  stance: Stance;
  text: string;
  language: Language;
  name: string | null;
  at: string;
  /** which verdicts are open: on a report, on an appeal, or none */
  open: "MODERATION_REVIEW" | "MODERATION_APPEAL" | null;
  mayJudge: boolean;
  acts: {
    kind: "REPORT" | "HIDE" | "APPEAL" | "RESTORE" | "UPHOLD";
    ground: string | null;
    reason: string;
    language: Language;
    at: string;
  }[];
};

type CaseRow = Omit<JudgedCase, "mayJudge" | "open" | "acts" | "at"> & {
  at: Date;
  writtenById: string;
  isAuthor: boolean;
  isHidden: boolean;
  withdrawn: boolean;
  clock: { kind: "MODERATION_REVIEW" | "MODERATION_APPEAL"; role: string; body: string | null } | null;
  acts: (JudgedCase["acts"][number] & { personId: string })[];
};

/**
 * One comment on the desk: its words, every report and act without who did it, and whether this actor may decide. Null
 * where nothing was ever reported, where it was taken back, and for whoever judges in another body. One statement.
 */
export async function findCase(actor: Actor, code: string): Promise<JudgedCase | null> {
  const { rows } = await pool().query<CaseRow>(
    `SELECT c.code, i.code AS initiative, i.title, c.stance, c.text, c.language, p.name, c.at,
      c.person_id AS "writtenById", is_author(i.id, $2) AS "isAuthor", comment_is_hidden(c.id) AS "isHidden",
      c.withdrawn_at IS NOT NULL AS withdrawn,
      (SELECT json_build_object('kind', o.kind, 'role', o.debtor_role, 'body', o.debtor_organisation_id) FROM obligation o
        WHERE o.subject_id = c.id AND o.kind IN ('MODERATION_REVIEW', 'MODERATION_APPEAL') AND o.voided_at IS NULL
        ORDER BY o.done_at DESC NULLS FIRST, o.opened_at DESC LIMIT 1) AS clock,
      EXISTS (SELECT 1 FROM obligation o WHERE o.subject_id = c.id AND o.done_at IS NULL AND o.voided_at IS NULL
        AND o.kind IN ('MODERATION_REVIEW', 'MODERATION_APPEAL')) AS waits,
      coalesce((SELECT json_agg(json_build_object('kind', m.kind, 'ground', m.ground, 'reason', m.reason,
        'language', m.language, 'at', m.at, 'personId', m.person_id) ORDER BY m.id)
        FROM moderation m WHERE m.comment_id = c.id), '[]') AS acts
    FROM comment c JOIN initiative i ON i.id = c.initiative_id JOIN person p ON p.id = c.person_id
    WHERE c.code = $1`,
    [code, actor.personId],
  );
  const row: (CaseRow & { waits?: boolean }) | undefined = rows[0];
  if (!row?.clock || row.withdrawn) return null;
  const { clock, writtenById, isAuthor, isHidden, waits } = row;
  const isDebtor = actor.roles.some(({ role, organisationId }) => role === clock.role && organisationId === clock.body);
  if (!isDebtor && !holds(actor, "AUDITOR")) return null;
  const facts = {
    ...{ writtenById, isAuthor, debtorRole: clock.role, debtorOrganisationId: clock.body },
    reporterIds: row.acts.filter(({ kind }) => kind === "REPORT").map(({ personId }) => personId),
    hiddenById: isHidden ? (row.acts.findLast(({ kind }) => kind === "HIDE")?.personId ?? null) : null,
  };
  const { initiative, title, stance, text, language, name } = row;
  return {
    ...{ code: row.code, initiative, title, stance, text, language, name, at: row.at.toISOString() },
    open: waits ? clock.kind : null,
    mayJudge: waits === true && mayJudge(actor, facts),
    acts: row.acts.map(({ personId: _, ...act }) => ({ ...act, at: new Date(act.at).toISOString() })),
  };
}
