import { beforeAll, expect, test } from "vitest";
import { decideAs, evaluateAs, must, screenAs, writeDraft } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { attach } from "#app/domain/initiatives/drafts/attach.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { findReadableAttachment } from "#app/domain/initiatives/files/queries.server.ts";
import type { PartRule, SealablePart } from "#app/domain/initiatives/part.ts";
import { findInitiative } from "#app/domain/initiatives/queries.server.ts";
import { openPart } from "#app/domain/initiatives/readers/open-part.server.ts";
import { findReaders } from "#app/domain/initiatives/readers/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { subjectsByClock } from "#search/documents/current.server.ts";
import { initiativeDocuments } from "#search/documents/initiative.server.ts";
import { drainSearch, syncByClock } from "#search/sync.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";

withTestDatabase();

const SOLUTION =
  "BÍ-QUYẾT-KÍN: đầu dò tự rửa bằng dòng nước mỗi khi cống mở, tua-bin nhỏ đặt trong cửa phụ, chênh lệch tám xăng-ti-mét là đủ.";
const NOVELTY =
  "RIÊNG-NGƯỜI-XEM-XÉT: phao có pin mặt trời phải lau đầu dò mỗi tuần, bộ đo này thì không cần pin và không cần lau.";
const SEALED = { part: "solution", level: "SEALED", untilOn: "2031-05-01" } as const;
const REVIEWERS = { part: "novelty", level: "REVIEWERS", untilOn: null } as const;
const NAME = "bản vẽ kín.pdf";
const PDF = { sizeBytes: 9, mediaType: "application/pdf", name: NAME, sha256: sha256(NAME) } as const;
let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  cast = await aCast();
});

/** Submitted with a sealed solution, a novelty for reviewers alone and a sealed file. */
async function closedFile(): Promise<{ code: string; id: string; fileId: string }> {
  const { proposer } = cast;
  const code = await writeDraft(proposer, { solution: SOLUTION, novelty: NOVELTY });
  const parts: (PartRule & { part: SealablePart })[] = [SEALED, REVIEWERS];
  const steps = [{ step: "solution" as const, values: { solution: SOLUTION, novelty: NOVELTY, parts } }];
  must(await saveDraft(proposer, code, { revision: 1, steps }));
  const rule = { level: "SEALED", untilOn: "2031-05-01" } as const;
  const { id: fileId } = must(await attach(proposer, code, { upload: PDF, rule }));
  must(await submit(proposer, code, { revision: 3 }));
  const { id } = await db().initiative.findUniqueOrThrow({ where: { code }, select: { id: true } });
  return { code, id, fileId };
}

async function words(actor: Actor | null, code: string, at?: Date) {
  const page = await findInitiative(actor, code, at);
  return [page?.content?.solution !== "", page?.content?.novelty !== ""];
}

test("a sealed part is for evaluators without a conflict and the decider, and never for intake, chair or auditor", async () => {
  const { code, fileId } = await closedFile();
  const { intake, intakeHead, chair, proposer, evaluators } = cast;
  const auditor = await anActor("Kiểm toán", ["AUDITOR"]);
  const posts = ["INTAKE", "INTAKE_HEAD", "STEERING", "CHAIR"] as const;
  const elsewhere = await anActor("Cán bộ nơi khác", posts, await anOrganisation("STATE", "Sở khác"));
  for (const stranger of [chair, elsewhere]) {
    expect((await findInitiative(stranger, code))?.content).toBeNull();
    expect(await findCase(stranger, code)).toBeNull();
  }
  for (const officer of [intake, auditor]) expect(await words(officer, code)).toEqual([false, true]);
  expect(await words(intakeHead, code)).toEqual([true, true]);
  expect(await words(proposer, code)).toEqual([true, true]);
  const asked = await findCase(intake, code);
  expect([asked?.content?.solution, asked?.lacks, asked?.attachments]).toEqual(["", [], []]);
  expect(JSON.stringify(asked, (_key, value) => (typeof value === "bigint" ? `${value}` : value))).not.toContain(NAME);
  await screenAs(cast, code);
  expect(await words(chair, code)).toEqual([false, true]);
  must(await openEvaluation(chair, code, { evaluatorIds: evaluators.map((one) => one.personId) }));
  const [first] = evaluators;
  if (!first) throw new Error("an evaluator");
  expect((await findCase(first, code))?.content).toBeNull();
  must(await declareNoConflict(first, code));
  expect((await findCase(first, code))?.content?.solution).toBe(SOLUTION);
  expect(await findReadableAttachment(first, fileId)).toMatchObject({ name: NAME });
  expect(await findReadableAttachment(auditor, fileId)).toBeNull();
});

test("whoever opens what is not public is logged once an hour; the author reads it, and of an evaluator neither name nor body", async () => {
  const { code, fileId } = await closedFile();
  const { intake, chair, evaluators, proposer } = cast;
  const at = new Date();
  await findCase(intake, code, at);
  await findCase(intake, code, new Date(at.getTime() + 60_000));
  await screenAs(cast, code);
  const [first] = evaluators;
  if (!first) throw new Error("an evaluator");
  must(await openEvaluation(chair, code, { evaluatorIds: evaluators.map(({ personId }) => personId) }));
  must(await declareNoConflict(first, code));
  await findCase(first, code, at);
  await findReadableAttachment(first, fileId, at);
  await findCase(intake, code, new Date(at.getTime() + 3_700_000));
  const log = await findReaders(proposer, code);
  const told = (log?.readings ?? []).map(({ role, part, body }) => `${role} ${part} ${body?.vi ?? "-"}`);
  for (const line of [`EVALUATOR attachment:${fileId} -`, "EVALUATOR solution -", "EVALUATOR file -"])
    expect(told.filter((one) => one === line)).toHaveLength(1);
  expect(told.filter((one) => one.startsWith("INTAKE file Bộ phận tiếp nhận"))).toHaveLength(2);
  expect(JSON.stringify(log)).not.toContain("Người đánh giá");
  expect(await findReaders(intake, code)).toBeNull();
  expect(await findReaders(await anActor("Người khác"), code)).toBeNull();
});

test("the author opens a part early, on the record, for good", async () => {
  const { code, fileId } = await closedFile();
  const { proposer, intake } = cast;
  expect(await openPart(intake, code, "solution")).toMatchObject({ code: "NOT_FOUND" });
  expect(await openPart(proposer, code, "title")).toMatchObject({ code: "NO_SUCH_PART" });
  expect(await openPart(proposer, code, "attachment:x")).toMatchObject({ code: "NO_SUCH_PART" });
  expect(await openPart(proposer, code, "problem")).toMatchObject({ code: "ALREADY_OPEN" });
  must(await openPart(proposer, code, "solution"));
  must(await openPart(proposer, code, `attachment:${fileId}`));
  expect(await openPart(proposer, code, "solution")).toMatchObject({ code: "ALREADY_OPEN" });
  expect(await words(intake, code)).toEqual([true, true]);
  const entries = await db().recordEntry.findMany({
    where: { kind: "initiative.part-opened", subjectCode: code },
    orderBy: { id: "asc" },
  });
  expect(entries.map(({ payload }) => payload).join()).toContain('"part":"solution"');
  expect(entries.map(({ payload }) => payload).join()).not.toContain(NAME);
  const draft = await writeDraft(proposer);
  expect(await openPart(proposer, draft, "solution")).toMatchObject({ code: "NOT_EDITABLE" });
});

test("a part that is not public is in no page, no search document, until its day; on that day the calendar brings it in", async () => {
  const { code, id, fileId } = await closedFile();
  await screenAs(cast, code);
  await evaluateAs(cast, code);
  await decideAs(cast, code);
  expect(await words(null, code)).toEqual([false, false]);
  expect((await findInitiative(null, code))?.closed).toEqual([
    { part: "solution", level: "SEALED", untilOn: "2031-05-01", mine: false },
    { part: "novelty", level: "REVIEWERS", untilOn: null, mine: false },
  ]);
  expect(await findReadableAttachment(null, fileId)).toBeNull();
  const [closed] = await initiativeDocuments(pool(), [id]);
  expect(closed?.body).toContain("Trong mùa khô");
  expect(closed?.body).not.toContain("KÍN");
  expect(closed?.body).not.toContain("RIÊNG");
  const later = new Date("2031-05-01T01:00:00+07:00");
  expect(await words(null, code, later)).toEqual([true, false]);
  expect(await findReadableAttachment(null, fileId, later)).toMatchObject({ id: fileId });
});

test("on the day on which a seal ends the calendar brings the part into the index", async () => {
  const { proposer } = cast;
  const before = new Date(Date.now() - 40 * 86_400_000);
  const today = dayInVietnam(new Date());
  const code = await writeDraft(proposer, {}, before);
  const parts: (PartRule & { part: SealablePart })[] = [{ ...SEALED, untilOn: today }];
  const steps = [{ step: "solution" as const, values: { solution: SOLUTION, novelty: NOVELTY, parts } }];
  must(await saveDraft(proposer, code, { revision: 1, steps }, before));
  must(await submit(proposer, code, { revision: 2 }, before));
  await screenAs(cast, code);
  await evaluateAs(cast, code);
  await decideAs(cast, code);
  await drainSearch(null);
  const { id } = await db().initiative.findUniqueOrThrow({ where: { code }, select: { id: true } });
  // as the index stood the day before
  await pool().query(
    "UPDATE search_document SET document = jsonb_set(document, '{body}', '\"\"'), version = 'before' WHERE id = $1",
    [id],
  );
  expect(await subjectsByClock(pool())).toContainEqual({ type: "initiative", id });
  await syncByClock(null);
  const { rows } = await pool().query<{ body: string }>(
    "SELECT document ->> 'body' AS body FROM search_document WHERE id = $1",
    [id],
  );
  expect(rows[0]?.body).toContain("BÍ-QUYẾT-KÍN");
});

test("the database freezes levels with the content, and lets them only be opened later", async () => {
  const { id, fileId } = await closedFile();
  const tried = (sql: string, values: unknown[]) =>
    pool()
      .query(sql, values)
      .then(
        () => "done",
        (error: Error) => /FROZEN/.exec(error.message)?.[0] ?? error.message,
      );
  const part = "UPDATE part_visibility SET level = $2, until_on = $3 WHERE initiative_id = $1 AND field = 'solution'";
  const file = "UPDATE attachment SET level = $2, until_on = $3 WHERE id = $1";
  expect(await tried(part, [id, "SEALED", "2033-01-01"])).toBe("FROZEN");
  expect(await tried(part, [id, "REVIEWERS", null])).toBe("FROZEN");
  expect(await tried("DELETE FROM part_visibility WHERE initiative_id = $1", [id])).toBe("FROZEN");
  expect(await tried("INSERT INTO part_visibility VALUES ($1, 'problem', 'REVIEWERS')", [id])).toBe("FROZEN");
  expect(await tried(file, [fileId, "REVIEWERS", null])).toBe("FROZEN");
  expect(
    await tried("UPDATE attachment SET level = 'PUBLIC', until_on = NULL, removed_at = now() WHERE id = $1", [fileId]),
  ).toBe("FROZEN");
  expect(await tried(part, [id, "PUBLIC", null])).toBe("done");
  expect(await tried(file, [fileId, "PUBLIC", null])).toBe("done");
  expect(await tried("UPDATE file_reading SET role = 'X' WHERE initiative_id = $1", [id])).toContain(
    "permission denied",
  );
  expect(
    await tried("INSERT INTO file_reading (initiative_id, person_id, role, part) VALUES ($1, $2, 'X', 'file')", [
      id,
      cast.proposer.personId,
    ]),
  ).toContain("OWN_READING");
});
