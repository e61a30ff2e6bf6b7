import { legally } from "#app/demo/accounts.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerAuthorship } from "#app/domain/initiatives/authors/answer-authorship.server.ts";
import { WHOLE_PPM } from "#app/domain/initiatives/authors/author.ts";
import { inviteAuthor } from "#app/domain/initiatives/authors/invite-author.server.ts";
import { saveAuthors } from "#app/domain/initiatives/authors/save-authors.server.ts";
import type { ProposalContent } from "#app/domain/initiatives/completeness.ts";
import { findDraft } from "#app/domain/initiatives/drafts/queries.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { pool } from "#prisma/client.server.ts";

const OTHERS = [
  { name: "Tổ Thử nghiệm Bãi Bồi", part: "thử tại hiện trường, ghi số liệu", contributionPpm: 250_000 },
  { name: "Xưởng Cơ khí Đầu Cầu", part: "chế tạo bản mẫu", contributionPpm: 150_000 },
] as const;

/** Two others are named as authors with their shares; `confirming` of them confirm, the rest have not answered yet. */
export async function nameOthers(
  proposer: Actor,
  code: string,
  { others, confirming }: { others: readonly Actor[]; confirming: number },
  at: Date,
): Promise<void> {
  const own = (await findDraft(proposer, code))?.authors[0];
  if (!own) throw new Error("The demonstration has an initiative without an author.");
  const rest = OTHERS.reduce((left, { contributionPpm }) => left - contributionPpm, WHOLE_PPM);
  legally(await saveAuthors(proposer, code, [{ id: own.id, name: own.name, part: own.part, share: rest }], at));
  for (const [place, named] of OTHERS.entries()) {
    const person = others[place];
    if (!person?.email) throw new Error("The demonstration has nobody to write with.");
    legally(await inviteAuthor(proposer, code, { ...named, email: person.email }, at));
    if (place >= confirming) continue;
    const answer = { accept: true, contributionPpm: named.contributionPpm };
    legally(await answerAuthorship(person, await newestInvitation(person.email), answer, at));
  }
}

/** What the invited person finds in their mail. */
async function newestInvitation(email: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ text: string }>(
    "SELECT payload ->> 'text' AS text FROM outbox WHERE topic = 'mail' AND payload ->> 'to' = $1 ORDER BY id DESC LIMIT 1",
    [email],
  );
  return /\/authorship\/([\w-]+)/.exec(rows[0]?.text ?? "")?.[1];
}

/** What is new stays with the reviewers, and how it is done is sealed until a day. Returns the new revision. */
export async function sealParts(
  proposer: Actor,
  code: string,
  { content, revision, until }: { content: Partial<ProposalContent>; revision: number; until: Date },
  at: Date,
): Promise<number> {
  const { solution = "", novelty = "" } = content;
  const values = {
    ...{ solution, novelty },
    parts: [
      { part: "solution" as const, level: "SEALED" as const, untilOn: dayInVietnam(until) },
      { part: "novelty" as const, level: "REVIEWERS" as const, untilOn: null },
    ],
  };
  return legally(await saveDraft(proposer, code, { revision, steps: [{ step: "solution", values }] }, at)).revision;
}
