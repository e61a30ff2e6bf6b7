import { beforeAll, expect, test } from "vitest";
import { decideAs, evaluateAs, must, screenAs, writeDraft } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerAuthorship } from "#app/domain/initiatives/authors/answer-authorship.server.ts";
import { inviteAuthor } from "#app/domain/initiatives/authors/invite-author.server.ts";
import { findAuthorship } from "#app/domain/initiatives/authors/queries.server.ts";
import { removeAuthor, saveAuthors } from "#app/domain/initiatives/authors/save-authors.server.ts";
import { findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { findDraft, listMine } from "#app/domain/initiatives/drafts/queries.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { findInitiative } from "#app/domain/initiatives/queries.server.ts";
import { findReaders } from "#app/domain/initiatives/readers/queries.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  cast = await aCast();
});

async function authorsOf(proposer: Actor, code: string) {
  return (await findDraft(proposer, code))?.authors ?? [];
}

/** The link of the newest mail to an address. */
async function linkTo(email: string | null): Promise<string> {
  const { rows } = await pool().query<{ text: string }>(
    "SELECT payload ->> 'text' AS text FROM outbox WHERE topic = 'mail' AND payload ->> 'to' = $1 ORDER BY id DESC LIMIT 1",
    [email],
  );
  return /\/authorship\/([\w-]{43})/.exec(rows[0]?.text ?? "")?.[1] ?? "";
}

/** A draft of a fresh proposer with one invited co-author, who has 30 %. */
async function invited() {
  const proposer = await anActor("Người nộp");
  const coauthor = await anActor("Đồng tác giả");
  const code = await writeDraft(proposer);
  const [own] = await authorsOf(proposer, code);
  must(await saveAuthors(proposer, code, [{ id: own?.id ?? "", name: "Người nộp", part: "thiết kế", share: 700_000 }]));
  const asked = { name: "Đồng tác giả", email: coauthor.email ?? "", part: "chế tạo", contributionPpm: 300_000 };
  const { id } = must(await inviteAuthor(proposer, code, asked));
  return { proposer, coauthor, code, id, ownId: own?.id ?? "", secret: await linkTo(coauthor.email) };
}

const SHARE = { accept: true, contributionPpm: 300_000 };

test("nothing is submitted before every author has confirmed the very share, and the shares make the whole", async () => {
  const { proposer, coauthor, code, id, ownId, secret } = await invited();
  const keys = async () => (await findDraft(proposer, code))?.lacks.map((lack) => lack.key);
  expect(await keys()).toEqual(["errors:authors_waiting"]);
  expect(await submit(proposer, code, { revision: 1 })).toMatchObject({ code: "INCOMPLETE" });
  must(await answerAuthorship(coauthor, secret, SHARE));
  expect(await keys()).toEqual([]);
  const row = (share: number, own: number) => [
    { id: ownId, name: "Người nộp", part: "thiết kế", share: own },
    { id, name: "Đồng tác giả", part: "chế tạo", share },
  ];
  must(await saveAuthors(proposer, code, row(300_000, 699_999)));
  expect(await keys()).toEqual(["errors:shares_not_100"]);
  must(await saveAuthors(proposer, code, row(400_000, 600_000)));
  expect(await keys()).toEqual(["errors:authors_waiting"]);
  const again = await linkTo(coauthor.email);
  expect(again).not.toBe(secret);
  expect(await answerAuthorship(coauthor, again, SHARE)).toMatchObject({ code: "SHARE_CHANGED" });
  must(await answerAuthorship(coauthor, again, { accept: true, contributionPpm: 400_000 }));
  must(await submit(proposer, code, { revision: 1 }));
  const { versions } = await db().initiative.findUniqueOrThrow({ where: { code }, select: { versions: true } });
  expect(JSON.parse(versions[0]?.content ?? "").team).toEqual([
    { name: "Người nộp", part: "thiết kế", contributionPpm: 600_000 },
    { name: "Đồng tác giả", part: "chế tạo", contributionPpm: 400_000 },
  ]);
});

test("a link is for the invited address, works once, and reading it changes nothing", async () => {
  const { coauthor, code, secret } = await invited();
  expect(await findAuthorship(secret)).toMatchObject({ code, contributionPpm: 300_000, proposer: "Người nộp" });
  expect(await findAuthorship(secret)).not.toBeNull();
  const stranger = await anActor("Người lạ");
  expect(await answerAuthorship(stranger, secret, SHARE)).toMatchObject({ code: "INVITATION_OF_OTHERS" });
  must(await answerAuthorship(coauthor, secret, SHARE));
  expect(await answerAuthorship(coauthor, secret, SHARE)).toMatchObject({ code: "INVITATION_VOID" });
  for (const bad of [undefined, "", "x".repeat(43), `${secret}'`]) {
    expect(await findAuthorship(bad)).toBeNull();
    expect(await answerAuthorship(coauthor, bad, SHARE)).toMatchObject({ code: "INVITATION_VOID" });
  }
  const { rows } = await pool().query<{ held: string }>(
    "SELECT token_hash AS held FROM initiative_author WHERE token_hash IS NOT NULL",
  );
  expect(rows.some(({ held }) => held === secret)).toBe(false);
});

test("whoever declines is told to the proposer and stands in the way until taken off", async () => {
  const { proposer, coauthor, code, id, ownId, secret } = await invited();
  must(await answerAuthorship(coauthor, secret, { accept: false, contributionPpm: null }));
  expect((await findDraft(proposer, code))?.lacks.map(({ key }) => key)).toEqual(["errors:authors_declined"]);
  expect(await findInitiative(coauthor, code)).toBeNull();
  expect(await removeAuthor(proposer, code, ownId)).toMatchObject({ code: "NO_SUCH_AUTHOR" });
  must(await removeAuthor(proposer, code, id));
  must(await saveAuthors(proposer, code, [{ id: ownId, name: "Người nộp", part: "", share: 1_000_000 }]));
  must(await submit(proposer, code, { revision: 1 }));
});

test("a co-author reads the draft, its clock and its access log, and writes nothing", async () => {
  const { proposer, coauthor, code, secret } = await invited();
  expect(await findInitiative(coauthor, code)).toBeNull();
  must(await answerAuthorship(coauthor, secret, SHARE));
  expect(await findInitiative(coauthor, code)).toMatchObject({ isMine: false, isAuthor: true, state: "DRAFT" });
  expect((await listMine(coauthor)).map((one) => [one.code, one.isMine])).toEqual([[code, false]]);
  expect(await findReaders(coauthor, code)).toMatchObject({ mayOpen: false });
  expect(await findDraft(coauthor, code)).toBeNull();
  expect(await saveDraft(coauthor, code, { revision: 1, steps: [] })).toMatchObject({ code: "NOT_FOUND" });
  expect(await saveAuthors(coauthor, code, [])).toMatchObject({ code: "NOT_FOUND" });
  expect(await submit(coauthor, code, { revision: 1 })).toMatchObject({ code: "NOT_FOUND" });
  expect(await findInitiative(await anActor("Người lạ"), code)).toBeNull();
  must(await submit(proposer, code, { revision: 1 }));
  await findCase(cast.intake, code);
  expect((await findReaders(coauthor, code))?.readings).toHaveLength(1);
});

test("invitations are refused to others, twice to one address, to oneself, and past twenty an hour", async () => {
  const { proposer, coauthor, code } = await invited();
  const to = (email: string | null) => ({ name: "Ai đó", email: email ?? "", part: "", contributionPpm: 0 });
  expect(await inviteAuthor(coauthor, code, to("ai-do@vi-du.test"))).toMatchObject({ code: "NOT_FOUND" });
  expect(await inviteAuthor(proposer, code, to(coauthor.email))).toMatchObject({ code: "ALREADY_AUTHOR" });
  expect(await inviteAuthor(proposer, code, to(proposer.email))).toMatchObject({ code: "ALREADY_AUTHOR" });
  const refusals = [];
  for (let number = 0; number < 20; number += 1) {
    const asked = await inviteAuthor(proposer, code, to(`ban-${number}@vi-du.test`));
    if (!asked.ok) refusals.push(asked.code);
  }
  expect(new Set(refusals)).toEqual(new Set(["TOO_MANY"]));
});

test("addresses of authors are in no public answer", async () => {
  const { proposer, coauthor, code, secret } = await invited();
  must(await answerAuthorship(coauthor, secret, SHARE));
  must(await submit(proposer, code, { revision: 1 }));
  await screenAs(cast, code);
  await evaluateAs({ ...cast, proposer }, code);
  await decideAs(cast, code);
  const page = JSON.stringify(await findInitiative(null, code), (_key, value) =>
    typeof value === "bigint" ? `${value}` : value,
  );
  expect(page).toContain("Đồng tác giả");
  for (const hidden of [coauthor.email, proposer.email, coauthor.personId]) expect(page).not.toContain(hidden);
});

test("the database holds sum, confirmations, freezing, and keeps authors from judging", async () => {
  const { proposer, coauthor, code, secret } = await invited();
  const move = "UPDATE initiative SET state = 'SUBMITTED' WHERE code = $1";
  await expect(pool().query(move, [code])).rejects.toThrow("AUTHOR_UNCONFIRMED");
  must(await answerAuthorship(coauthor, secret, SHARE));
  await pool().query(
    "UPDATE initiative_author a SET contribution_ppm = 1 FROM initiative i WHERE i.id = a.initiative_id AND i.code = $1 AND a.position = 1",
    [code],
  );
  await expect(pool().query(move, [code])).rejects.toThrow("SUM_NOT_100");
  const [own] = await authorsOf(proposer, code);
  must(await saveAuthors(proposer, code, [{ id: own?.id ?? "", name: "Người nộp", part: "", share: 700_000 }]));
  await expect(pool().query("DELETE FROM initiative_author WHERE id = $1", [own?.id])).rejects.toThrow(
    "PROPOSER_IS_FIRST",
  );
  must(await submit(proposer, code, { revision: 1 }));
  await expect(pool().query("UPDATE initiative_author SET part = 'khác' WHERE id = $1", [own?.id])).rejects.toThrow(
    "FROZEN",
  );
  const reading = `INSERT INTO file_reading (initiative_id, person_id, role, part)
    SELECT id, $2, 'X', 'file' FROM initiative WHERE code = $1`;
  await expect(pool().query(reading, [code, coauthor.personId])).rejects.toThrow("OWN_READING");
});
