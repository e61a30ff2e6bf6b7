import type { Actor } from "#app/domain/accounts/actor.ts";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import type { PublicHand } from "#app/domain/obligations/board.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { type Clock, firstDueOn, readClock } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { lacksOfAuthors } from "../authors/author.ts";
import { listAuthors } from "../authors/queries.server.ts";
import { type Lack, lacksOf } from "../completeness.ts";
import { isProposer, mayEdit } from "../initiative.policy.ts";
import type { InitiativeState, Track } from "../initiative.ts";
import { isChanged } from "../intake/changes.ts";
import { type AttachedFile, readWholeFile } from "../internal/whole-file.server.ts";

/** `isEdited`: the field says something else than what was returned. */
export type MissingItem = { id: string; field: string; message: string; answer: string | null; isEdited: boolean };

/** What a proposer's own form needs: the content, what still lacks, what intake asked for, the files. */
export async function findDraft(actor: Actor, code: string) {
  const file = await readWholeFile(code);
  if (!file || !isProposer(actor, file)) return null;
  const lastRound = Math.max(0, ...file.missing.map((item) => item.round));
  const now = { content: file.content, fileHashes: file.attachments.map(({ sha256 }) => sha256) };
  const asked: MissingItem[] =
    file.state === "NEEDS_COMPLETION"
      ? file.missing
          .filter((item) => item.round === lastRound)
          .map((item) => ({ ...item, isEdited: file.frozen !== null && isChanged(item.field, file.frozen, now) }))
      : [];
  const authors = await listAuthors(file.id);
  const lacks: Lack[] = [...lacksOf(file.content), ...lacksOfAuthors(authors)];
  const attachments: AttachedFile[] = file.attachments;
  return {
    code: file.code,
    state: file.state,
    revision: file.revision,
    challenge: file.challenge,
    content: file.content,
    authors,
    parts: file.parts,
    updatedAt: file.updatedAt,
    isEditable: mayEdit(actor, file),
    versions: file.versions,
    attachments,
    lacks,
    asked,
  };
}

export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** The day by which intake would have to answer a submission made now ('YYYY-MM-DD'). */
export async function answerDueIfSubmitted(at = new Date()): Promise<string> {
  const today = dayInVietnam(at);
  const days = Number(await parameterOn("initiative.intake-check.working-days", today));
  return firstDueOn(today, days, await loadCalendar());
}

export type MyInitiative = {
  code: string;
  state: InitiativeState;
  track: Track;
  title: Texts;
  updatedAt: string;
  /** proposed by the actor, who alone writes; else they are a co-author */
  isMine: boolean;
  turn: (PublicHand & { kind: string; mine: boolean; dueOn: string; clock: Clock }) | null;
};

type Row = Omit<MyInitiative, "turn" | "updatedAt"> & {
  updatedAt: Date;
  turn: (PublicHand & { kind: string; dueOn: string; openedOn: string }) | null;
};

/** Everything that the actor proposed or confirmed to be an author of, drafts among it, the last touched first; 200 at most. One statement. */
export async function listMine(actor: Actor, at = new Date()): Promise<MyInitiative[]> {
  const { rows } = await pool().query<Row>(
    `SELECT i.code, i.state, i.track, i.title, i.updated_at AS "updatedAt", i.proposer_id = $1 AS "isMine",
      (SELECT json_build_object('kind', o.kind, 'role', o.debtor_role, 'dueOn', o.due_on,
          'names', CASE WHEN g.id IS NOT NULL THEN json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) END,
          'openedOn', (o.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
        FROM obligation o LEFT JOIN organisation g ON g.id = o.debtor_organisation_id
        WHERE o.subject_id = i.id AND o.done_at IS NULL AND o.voided_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM obligation_pause p WHERE p.obligation_id = o.id AND p.to_at IS NULL)
        ORDER BY o.opened_at DESC LIMIT 1) AS turn
    FROM initiative i WHERE i.proposer_id = $1 OR i.id IN (
      SELECT a.initiative_id FROM initiative_author a WHERE a.person_id = $1 AND a.confirmed_at IS NOT NULL)
    ORDER BY i.updated_at DESC, i.code DESC LIMIT 200`,
    [actor.personId],
  );
  const calendar = await loadCalendar();
  return rows.map(({ updatedAt, turn, ...row }) => ({
    ...row,
    updatedAt: updatedAt.toISOString(),
    turn: turn && {
      ...{
        kind: turn.kind,
        role: turn.role,
        names: turn.names,
        dueOn: turn.dueOn,
        mine: turn.role === "PROPOSER" && row.isMine,
      },
      clock: readClock({ openedOn: turn.openedOn, originalDueOn: turn.dueOn, pauses: [] }, at, calendar),
    },
  }));
}
