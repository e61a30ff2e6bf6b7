import { pool } from "#prisma/client.server.ts";
import type { ProposalContent } from "../completeness.ts";
import { mayReadPart, type Reader } from "../initiative.policy.ts";
import { frozenOf } from "../internal/content.server.ts";
import { type SealablePart, withoutParts } from "../part.ts";
import { isChanged } from "./changes.ts";

type Asked = { id: string; round: number; field: string; message: string; answer: string | null; at: string };

/** A submitted text as a reader may see it: content and names of files. */
export type ShownText = { content: ProposalContent; files: { name: string }[] };

/** One return: each item with its answer and whether its field changed, and the text before and after; no after yet, null. */
export type Completion = {
  round: number;
  items: { id: string; field: string; message: string; answer: string | null; isChanged: boolean }[];
  before: ShownText;
  after: ShownText | null;
};

/**
 * The returns of a file, the newest first, as the reader may see them: closed parts and files stay closed in every
 * version. One statement, none without a return.
 */
export async function listCompletions(
  file: { id: string; missing: readonly Asked[] },
  reading: { reader: Reader; closed: readonly SealablePart[]; today: string },
): Promise<Completion[]> {
  if (file.missing.length === 0) return [];
  const { rows } = await pool().query<{ submittedAt: Date; content: string }>(
    `SELECT submitted_at AS "submittedAt", content FROM initiative_version
    WHERE initiative_id = $1 AND kind = 'SUBMISSION' ORDER BY number`,
    [file.id],
  );
  const versions = rows.map(({ submittedAt, content }) => ({ at: submittedAt.getTime(), ...frozenOf(content) }));
  const rounds = [...new Set(file.missing.map(({ round }) => round))].sort((a, b) => b - a);
  return rounds.flatMap((round): Completion[] => {
    const items = file.missing.filter((item) => item.round === round);
    const askedAt = Math.min(...items.map(({ at }) => Date.parse(at)));
    const before = versions.findLast((version) => version.at <= askedAt);
    const after = versions.find((version) => version.at > askedAt) ?? null;
    if (!before) return [];
    return [
      {
        round,
        items: items.map(({ id, field, message, answer }) => ({
          ...{ id, field, message, answer },
          isChanged: after !== null && isChanged(field, before, after),
        })),
        before: shown(before),
        after: after && shown(after),
      },
    ];
  });

  function shown(version: (typeof versions)[number]): ShownText {
    const { reader, closed, today } = reading;
    return {
      content: withoutParts(version.content, closed),
      files: version.files
        .filter((one) => mayReadPart(reader, one, { isPublic: false, today }))
        .map(({ name }) => ({ name })),
    };
  }
}
