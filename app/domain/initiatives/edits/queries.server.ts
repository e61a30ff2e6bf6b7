import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { ProposalContent } from "../completeness.ts";
import { visibleTo } from "../file-view.ts";
import { isProposer, isPublic } from "../initiative.policy.ts";
import { frozenOf } from "../internal/content.server.ts";
import { readWholeFile } from "../internal/whole-file.server.ts";
import { withoutParts } from "../part.ts";
import { type Change, differenceOf } from "./difference.ts";
import { EDITED_PARTS, type EditedPart, editableParts, mayEditPublic } from "./edit.policy.ts";

/** What the form of an edit starts from; null for everybody but the proposer of something public. Two statements. */
export async function findEdit(actor: Actor, code: string, at = new Date()) {
  const file = await readWholeFile(code);
  if (!file || !isProposer(actor, file) || file.publicAt === null) return null;
  const evaluations = new Set(file.seats.map((seat) => seat.round)).size;
  return {
    code: file.code,
    revision: file.revision,
    content: file.content,
    rules: file.parts,
    parts: editableParts(file.parts, dayInVietnam(at)),
    isOpen: mayEditPublic(actor, { ...file, evaluations }),
  };
}

export type VersionFacts = { number: number; kind: "SUBMISSION" | "EDIT"; note: string | null; submittedAt: string };
export type ComparedPart = "title" | "abstract" | EditedPart;
export type Difference = {
  code: string;
  title: Texts;
  language: "vi" | "en" | "fr";
  to: VersionFacts;
  /** the version it is compared with; null where this reader may read one alone */
  from: VersionFacts | null;
  /** every version that this reader may read, the newest first */
  versions: VersionFacts[];
  parts: { part: ComparedPart; language: "vi" | "en" | "fr"; changes: Change[] }[];
};

type Row = Omit<VersionFacts, "submittedAt"> & { content: string; submittedAt: Date };

/**
 * The difference between two versions of an initiative, part by part, without what is closed to the reader. The public
 * reads the version that was opened and those after it; the proposer all. Without `from`, the version before. Null where
 * a version does not exist for this reader. Two statements.
 */
export async function findDifference(
  actor: Actor | null,
  code: string,
  asked: { number: number; from: number | null },
  at = new Date(),
): Promise<Difference | null> {
  const file = await readWholeFile(code);
  if (!file) return null;
  const isMine = isProposer(actor, file);
  if (!isMine && !isPublic(file)) return null;
  const { rows } = await pool().query<Row>(
    `SELECT v.number, v.kind, v.note, v.content, v.submitted_at AS "submittedAt" FROM initiative_version v
     WHERE v.initiative_id = $1 ORDER BY v.number DESC`,
    [file.id],
  );
  const readable = isProposer(actor, file)
    ? rows
    : rows.filter((row) => row.number >= firstPublic(rows, file.publicAt));
  const to = readable.find((row) => row.number === asked.number);
  const from = readable.find((row) => row.number === (asked.from ?? asked.number - 1)) ?? null;
  if (!to || (asked.from !== null && !from)) return null;
  // Whoever works on the file reads its closed parts on its own page, where that is noted.
  const closed = isMine ? [] : visibleTo(null, file, dayInVietnam(at)).closed.map((one) => one.part);
  const [newer, older] = [to, from ?? to].map((row) => withoutParts(frozenOf(row.content).content, closed));
  return {
    code: file.code,
    title: file.content.title,
    language: file.content.language,
    to: factsOf(to),
    from: from && factsOf(from),
    versions: readable.map(factsOf),
    parts: newer && older ? compare(older, newer) : [],
  };
}

/** The version that stood when it was opened. */
function firstPublic(rows: readonly Row[], publicAt: Date | null): number {
  if (publicAt === null) return rows[0]?.number ?? 0;
  return rows.find((row) => row.submittedAt.getTime() <= publicAt.getTime())?.number ?? 0;
}

function factsOf({ number, kind, note, submittedAt }: Row): VersionFacts {
  return { number, kind, note, submittedAt: submittedAt.toISOString() };
}

function compare(older: ProposalContent, newer: ProposalContent): Difference["parts"] {
  const texts = (["title", "abstract"] as const).flatMap((part) =>
    (["vi", "en", "fr"] as const)
      .filter((language) => older[part][language] || newer[part][language])
      .map((language) => ({
        part,
        language,
        changes: differenceOf(older[part][language] ?? "", newer[part][language] ?? ""),
      })),
  );
  const parts = EDITED_PARTS.filter((part) => older[part] !== "" || newer[part] !== "").map((part) => ({
    part,
    language: newer.language,
    changes: differenceOf(older[part], newer[part]),
  }));
  return [...texts, ...parts];
}
