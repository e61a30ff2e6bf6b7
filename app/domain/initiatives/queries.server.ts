import type { Actor, House } from "#app/domain/accounts/actor.ts";
import type { PublicHand } from "#app/domain/obligations/board.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam, type WorkingCalendar } from "#app/domain/obligations/calendar.ts";
import { type Clock, readClock } from "#app/domain/obligations/obligation.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { allOf, heldBackBy } from "#prisma/conditions.ts";
import { keptForASecond } from "#prisma/kept.server.ts";
import { visibleTo } from "./file-view.ts";
import { existsForOfficers, isAuthor, isProposer, isPublic } from "./initiative.policy.ts";
import type { InitiativeState, Track } from "./initiative.ts";
import { type AppealTaken, readWholeFile } from "./internal/whole-file.server.ts";
import { closedBy, timeByHolder, usedDays } from "./journey.ts";
import { noteReading } from "./readers/internal/note.server.ts";

export type InitiativeFilter = {
  states: readonly string[];
  tracks: readonly string[];
  fields: readonly string[];
  provinces: readonly string[];
  products: readonly string[];
};

/** What everybody sees of an initiative in a list. Title and summary are null until they are public. */
export type InitiativeItem = {
  code: string;
  state: InitiativeState;
  track: Track;
  title: Texts | null;
  abstract: Texts | null;
  trl: number | null;
  fordCode: string | null;
  provinceCode: string | null;
  productCodes: string[];
  submittedOn: string;
  decidedOn: string | null;
  publicOn: string | null;
  /** how many support it; null until it is public */
  supports: number | null;
  turn: (PublicHand & { kind: string; house: House; dueOn: string; clock: Clock }) | null;
};

type Row = Omit<InitiativeItem, "turn" | "submittedOn" | "decidedOn" | "publicOn"> & {
  submittedAt: Date;
  decidedAt: Date | null;
  publicAt: Date | null;
  turn: (PublicHand & { kind: string; house: House | null; dueOn: string; openedOn: string }) | null;
};

// The same rule as the policy's `isPublic`.
const PUBLIC = "i.public_at IS NOT NULL AND i.state <> 'WITHDRAWN'";

/** What lets an initiative through each filter. Content counts only once it is public. */
const CONDITIONS = {
  state: 'cardinality($1::"InitiativeState"[]) = 0 OR i.state = ANY($1)',
  track: 'cardinality($2::"Track"[]) = 0 OR i.track = ANY($2)',
  field: `cardinality($3::text[]) = 0
    OR (${PUBLIC} AND (i.ford_code = ANY($3) OR split_part(i.ford_code, '.', 1) = ANY($3)))`,
  province: `cardinality($4::text[]) = 0 OR (${PUBLIC} AND i.province_code = ANY($4))`,
  product: `cardinality($5::text[]) = 0 OR (${PUBLIC} AND i.product_codes && $5)`,
};
const IS_LISTED = "i.state <> 'DRAFT' AND i.submitted_at IS NOT NULL";

const LIST = `
  SELECT i.code, i.state, i.track, i.submitted_at AS "submittedAt", i.decided_at AS "decidedAt",
    CASE WHEN ${PUBLIC} THEN i.public_at END AS "publicAt",
    CASE WHEN ${PUBLIC} THEN i.title END AS title,
    CASE WHEN ${PUBLIC} THEN i.abstract END AS abstract,
    CASE WHEN ${PUBLIC} THEN i.maturity_trl END AS trl,
    CASE WHEN ${PUBLIC} THEN i.ford_code END AS "fordCode",
    CASE WHEN ${PUBLIC} THEN i.province_code END AS "provinceCode",
    CASE WHEN ${PUBLIC} THEN i.product_codes ELSE '{}' END AS "productCodes",
    CASE WHEN ${PUBLIC} THEN (SELECT count(*)::int FROM support s
      WHERE s.initiative_id = i.id AND s.withdrawn_at IS NULL) END AS supports,
    (SELECT json_build_object('kind', o.kind, 'role', o.debtor_role, 'house', g.house,
        'names', CASE WHEN g.id IS NOT NULL THEN json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) END,
        'dueOn', o.due_on, 'openedOn', (o.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
      FROM obligation o LEFT JOIN organisation g ON g.id = o.debtor_organisation_id
      WHERE o.subject_id = i.id AND o.done_at IS NULL AND o.voided_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM obligation_pause p WHERE p.obligation_id = o.id AND p.to_at IS NULL)
      ORDER BY o.opened_at DESC LIMIT 1) AS turn
  FROM initiative i
  WHERE ${allOf([IS_LISTED, ...Object.values(CONDITIONS)])}
    AND ($6::timestamptz IS NULL OR (i.submitted_at, i.code) < ($6, $7::text))
  ORDER BY i.submitted_at DESC, i.code DESC LIMIT $8`;

/** One page of the public list, newest submission first; `next` is where the following page starts. One statement. */
export async function listInitiatives(
  filter: InitiativeFilter,
  options: { limit: number; after?: string | null; at?: Date },
): Promise<{ items: InitiativeItem[]; next: string | null }> {
  const at = options.at ?? new Date();
  const [submittedAt, code] = placeOf(options.after ?? null);
  const values = [...valuesOf(filter), submittedAt, code, options.limit + 1];
  const { rows } = await pool().query<Row>(LIST, values);
  const shown = rows.slice(0, options.limit);
  const calendar = await loadCalendar();
  const last = shown.at(-1);
  return {
    items: shown.map((row) => itemOf(row, at, calendar)),
    next: rows.length > options.limit && last ? encodeCursor([last.submittedAt.toISOString(), last.code]) : null,
  };
}

/** The newest public ones, by their decision or else by when they were opened, for the feed. One statement. */
export async function listPublic(limit: number): Promise<InitiativeItem[]> {
  const { rows } = await pool().query<Row>(
    `SELECT * FROM (${LIST}) AS listed WHERE "publicAt" IS NOT NULL
     ORDER BY coalesce("decidedAt", "publicAt") DESC LIMIT $9`,
    [[], [], [], [], [], null, null, 1_000, limit],
  );
  const calendar = await loadCalendar();
  return rows.map((row) => itemOf(row, new Date(), calendar));
}

export type FacetCounts = Record<"state" | "track" | "field" | "province" | "product", Record<string, number>>;

function valuesOf({ states, tracks, fields, provinces, products }: InitiativeFilter) {
  return [states, tracks, fields, provinces, products];
}

/**
 * How many initiatives each value of each filter has under all other filters; by content only where it is public. Asked
 * once a second at most.
 */
export const countFacets = keptForASecond(async (filter: InitiativeFilter): Promise<FacetCounts> => {
  const { rows } = await pool().query<{ facet: keyof FacetCounts; value: string; count: bigint }>(
    `
    WITH shown AS (
      SELECT i.state, i.track, ${PUBLIC} AS open, i.ford_code, i.province_code, i.product_codes,
        ${heldBackBy(CONDITIONS)} AS held
      FROM initiative i WHERE ${IS_LISTED}
    )
    SELECT 'state' AS facet, state::text AS value, count(*) FROM shown WHERE held <@ '{state}' GROUP BY 2
    UNION ALL SELECT 'track', track::text, count(*) FROM shown WHERE held <@ '{track}' GROUP BY 2
    UNION ALL SELECT 'field', split_part(ford_code, '.', 1), count(*) FROM shown
      WHERE held <@ '{field}' AND open AND ford_code IS NOT NULL GROUP BY 2
    UNION ALL SELECT 'province', province_code, count(*) FROM shown
      WHERE held <@ '{province}' AND open AND province_code IS NOT NULL GROUP BY 2
    UNION ALL SELECT 'product', code, count(*) FROM shown, unnest(product_codes) AS code
      WHERE held <@ '{product}' AND open GROUP BY 2`,
    valuesOf(filter),
  );
  const counts: FacetCounts = { state: {}, track: {}, field: {}, province: {}, product: {} };
  for (const { facet, value, count } of rows) counts[facet][value] = Number(count);
  return counts;
});

/**
 * One initiative as this reader may see it, with its clocks and the way it went; null where it does not exist for them.
 * What is not for everybody goes into the access log. Two statements, three for whoever works on it.
 */
export async function findInitiative(actor: Actor | null, code: string, at = new Date()) {
  const file = await readWholeFile(code);
  if (!file || (!existsForOfficers(file) && !isAuthor(actor, file))) return null;
  const obligations = await obligationsOf(code, at);
  const calendar = await loadCalendar();
  const view = visibleTo(actor, file, dayInVietnam(at));
  if (actor) await noteReading(file, { ...view, personId: actor.personId, parts: view.opened }, at);
  const isTrace = file.state === "WITHDRAWN" && !view.content;
  const steps = view.steps.map((step) => {
    const on = dayInVietnam(new Date(step.at));
    const closed = closedBy({ ...step, on }, file.track, obligations);
    const { fromState, toState, role, body, reason, entryNo, entryHash } = step;
    return {
      ...{ fromState, toState, role, body, reason, entryNo, entryHash, on },
      at: step.at,
      reasonCode: reasonCodeOf(step.payload),
      used: closed ? usedDays(closed, calendar) : null,
    };
  });
  return {
    code: file.code,
    state: file.state,
    track: file.track,
    language: file.content.language,
    isMine: isProposer(actor, file),
    isAuthor: isAuthor(actor, file),
    revision: file.revision,
    submittedOn: file.submittedAt ? dayInVietnam(file.submittedAt) : null,
    decidedOn: file.decidedAt ? dayInVietnam(file.decidedAt) : null,
    publicOn: file.publicAt && isPublic(file) ? dayInVietnam(file.publicAt) : null,
    organisation: view.content ? file.organisation : null,
    content: view.content,
    closed: view.closed,
    attachments: view.attachments,
    decisions: view.decisions,
    missing: view.missing,
    scores: view.scores,
    appeal:
      file.appeal && !isTrace
        ? appealFor(file.appeal, { isConcerned: view.reader.kind !== "PUBLIC", isOpen: isPublic(file) })
        : null,
    // A withdrawn initiative shows code and date, nothing else.
    steps: isTrace ? steps.filter((step) => step.toState === "WITHDRAWN") : steps,
    versions: isTrace ? [] : file.versions,
    obligations: isTrace ? [] : obligations,
    holders: isTrace ? [] : timeByHolder(obligations, calendar),
    today: dayInVietnam(at),
  };
}

export type InitiativePage = NonNullable<Awaited<ReturnType<typeof findInitiative>>>;

function itemOf(row: Row, at: Date, calendar: WorkingCalendar): InitiativeItem {
  const { submittedAt, decidedAt, publicAt, turn, ...item } = row;
  return {
    ...item,
    submittedOn: dayInVietnam(submittedAt),
    decidedOn: decidedAt ? dayInVietnam(decidedAt) : null,
    publicOn: publicAt ? dayInVietnam(publicAt) : null,
    turn: turn && {
      ...{ kind: turn.kind, role: turn.role, names: turn.names, dueOn: turn.dueOn, house: turn.house ?? "OTHER" },
      clock: readClock({ openedOn: turn.openedOn, originalDueOn: turn.dueOn, pauses: [] }, at, calendar),
    },
  };
}

/** What everybody reads of an appeal: that there is one, and how it ended; the words where the initiative is public. */
function appealFor(appeal: AppealTaken, reader: { isConcerned: boolean; isOpen: boolean }) {
  const { isConcerned, isOpen } = reader;
  return {
    ...appeal,
    text: isConcerned ? appeal.text : null,
    reason: isConcerned || isOpen ? appeal.reason : null,
  };
}

function placeOf(cursor: string | null): [string | null, string | null] {
  const [submittedAt, code] = (cursor && decodeCursor(cursor, 2)) || [];
  // What a cursor says is anybody's word: only an instant and a code of ours reach the database.
  if (typeof submittedAt !== "string" || !/^2\d{3}-\d\d-\d\dT[\d:.]+Z$/.test(submittedAt)) return [null, null];
  const isPlace = !Number.isNaN(Date.parse(submittedAt)) && typeof code === "string" && isCode("SK", code);
  return isPlace ? [submittedAt, code] : [null, null];
}

function reasonCodeOf(payload: string | null): string | null {
  const parsed: unknown = payload ? JSON.parse(payload) : null;
  if (typeof parsed !== "object" || parsed === null || !("reasonCode" in parsed)) return null;
  return typeof parsed.reasonCode === "string" ? parsed.reasonCode : null;
}
