import { beforeAll, expect, test } from "vitest";
import { decideAs, evaluateAs, must, screenAs, submitInitiative, writeDraft } from "#app/demo/initiatives.server.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import { attach } from "#app/domain/initiatives/drafts/attach.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { withdraw } from "#app/domain/initiatives/drafts/withdraw.server.ts";
import { findReadableAttachment } from "#app/domain/initiatives/files/queries.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { countFacets, findInitiative, listInitiatives, listPublic } from "#app/domain/initiatives/queries.server.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

const CANARY = "CHIM-HOANG-YEN-7741";
const CANARY_WORDS = {
  title: { vi: `Bộ đo độ mặn ${CANARY}` },
  problem: `${CANARY} mùa khô vừa qua người vận hành mở cống theo kinh nghiệm vì không có số liệu mặn tại chỗ, mở sớm thì mặn vào.`,
  team: [{ name: CANARY, part: CANARY }],
  provinceCode: "96",
  fordCode: "6.4",
};
const NO_FILTER = { states: [], tracks: [], fields: [], provinces: [], products: [] };
let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  cast = await aCast();
});

/** Everything that a visitor can be shown of initiatives. */
async function everythingPublic(codes: readonly string[]): Promise<string> {
  const shown = [
    await listInitiatives(NO_FILTER, { limit: 100 }),
    await listPublic(100),
    await countFacets(NO_FILTER),
    ...(await Promise.all(codes.map((code) => findInitiative(null, code)))),
    ...(await Promise.all(codes.map((code) => obligationsOf(code)))),
    await db().recordEntry.findMany(),
    await db().searchDocument.findMany({ select: { document: true } }),
  ];
  return JSON.stringify(shown, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
}

async function inEveryUndecidedState(): Promise<string[]> {
  const { proposer, intake, chair, intakeHead } = cast;
  const draft = await writeDraft(proposer, CANARY_WORDS);
  const submitted = await submitInitiative(proposer, CANARY_WORDS);
  const returned = await submitInitiative(proposer, CANARY_WORDS);
  const items = [{ field: "solution" as const, message: `Thêm bản vẽ của ${CANARY}.` }];
  must(await returnForCompletion(intake, returned, { items }));
  const withdrawn = await submitInitiative(proposer, CANARY_WORDS);
  must(await withdraw(proposer, withdrawn));
  const screened = await submitInitiative(proposer, CANARY_WORDS);
  await screenAs(cast, screened, CANARY_WORDS);
  const running = await submitInitiative(proposer, CANARY_WORDS);
  await screenAs(cast, running, CANARY_WORDS);
  must(await openEvaluation(chair, running, { evaluatorIds: cast.evaluators.map((one) => one.personId) }));
  const evaluated = await submitInitiative(proposer, CANARY_WORDS);
  await screenAs(cast, evaluated, CANARY_WORDS);
  await evaluateAs(cast, evaluated, { comment: `${CANARY} lập luận rõ, số liệu đủ.` });
  const again = await submitInitiative(proposer, CANARY_WORDS);
  await screenAs(cast, again, CANARY_WORDS);
  await evaluateAs(cast, again);
  const reason = `${CANARY}: cần đánh giá lại phần so sánh với giải pháp đang có trước khi quyết định.`;
  must(await decide(intakeHead, again, { kind: "RETURNED", reason, language: "vi", legalRef: "" }));
  return [draft, submitted, returned, withdrawn, screened, running, evaluated, again];
}

test("nothing of an undecided initiative reaches the public: no word, no name, no place, no field", async () => {
  const codes = await inEveryUndecidedState();
  const everything = await everythingPublic(codes);
  expect(everything).not.toContain(CANARY);
  expect(await findInitiative(null, codes[0] ?? "")).toBeNull();
  for (const narrow of [{ provinces: ["96"] }, { fields: ["6"] }, { fields: ["6.4"] }])
    expect((await listInitiatives({ ...NO_FILTER, ...narrow }, { limit: 100 })).items).toEqual([]);
  expect((await countFacets(NO_FILTER)).province["96"]).toBeUndefined();
  const trace = await findInitiative(null, codes[3] ?? "");
  expect(trace).toMatchObject({ state: "WITHDRAWN", content: null, versions: [], obligations: [] });
  expect(trace?.steps.map((step) => step.toState)).toEqual(["WITHDRAWN"]);
});

test("what its proposer opens early is public from the completeness check on, without scores and reasons, until withdrawn", async () => {
  const words = { title: { vi: "Lò sấy cói bằng khí thải lò gạch" }, opensEarly: true, provinceCode: "14" };
  const code = await submitInitiative(cast.proposer, words);
  const others = [null, await anActor("Bạn đọc"), await anActor("Quản trị", ["ADMIN"]), cast.evaluators[0] ?? null];
  const titles = () =>
    Promise.all(others.map(async (actor) => (await findInitiative(actor, code))?.content?.title.vi ?? null));
  const listed = async () =>
    (await listInitiatives({ ...NO_FILTER, provinces: ["14"] }, { limit: 100 })).items.map((item) => item.title?.vi);
  expect(await titles()).toEqual([null, null, null, null]);
  expect(await listed()).toEqual([]);
  await screenAs(cast, code, words);
  expect(await titles()).toEqual(others.map(() => words.title.vi));
  expect(await listed()).toEqual([words.title.vi]);
  expect((await listPublic(100)).map((item) => item.code)).toContain(code);
  expect((await countFacets(NO_FILTER)).province["14"]).toBe(1);
  const there = await countFacets({ ...NO_FILTER, provinces: ["14"] });
  expect(there).toMatchObject({ province: { 14: 1 }, track: { ORDINARY: 1 }, state: { SCREENED: 1 } });
  const elsewhere = await countFacets({ ...NO_FILTER, tracks: ["BREAKTHROUGH"] });
  expect(elsewhere.province["14"]).toBeUndefined();
  expect(elsewhere.track["ORDINARY"]).toBeGreaterThan(1);
  await evaluateAs(cast, code, { comment: `${CANARY} nhận xét riêng của người chấm.` });
  const page = await findInitiative(null, code);
  expect(page).toMatchObject({ state: "EVALUATED", decidedOn: null, scores: [], decisions: [], missing: [] });
  expect(page?.publicOn).not.toBeNull();
  const text = JSON.stringify(page, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  for (const secret of [CANARY, "Người đánh giá", cast.proposer.personId]) expect(text).not.toContain(secret);
  must(await withdraw(cast.proposer, code));
  expect(await titles()).toEqual([null, null, null, null]);
  expect(await listed()).toEqual([]);
});

test("no row is made public without the choice or a published decision, whoever writes it", async () => {
  const code = await submitInitiative(cast.proposer);
  await screenAs(cast, code);
  await expect(db().initiative.update({ where: { code }, data: { publicAt: new Date() } })).rejects.toThrow(
    "NOT_OPENED",
  );
});

test("a decision makes words, reason and scores public, without names of evaluators and without their comments", async () => {
  const code = await submitInitiative(cast.proposer, { title: { vi: "Máy tách hạt sen bằng khí nén" } });
  await screenAs(cast, code);
  await evaluateAs(cast, code, { comment: `${CANARY} nhận xét riêng của người chấm.` });
  await decideAs(cast, code, { reason: "Giải pháp đã chạy thử một vụ và số liệu được đo lại độc lập." });
  const page = await findInitiative(null, code);
  expect(page?.content?.title.vi).toBe("Máy tách hạt sen bằng khí nén");
  expect(page?.decisions.map((one) => one.reason)).toEqual([
    "Giải pháp đã chạy thử một vụ và số liệu được đo lại độc lập.",
  ]);
  expect(page?.scores.map((one) => one.values.length)).toEqual([3, 3, 3, 3]);
  const text = JSON.stringify(page, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  for (const secret of [CANARY, "Người đánh giá", cast.proposer.personId, cast.intakeHead.personId])
    expect(text).not.toContain(secret);
});

test("an evaluator reads the file only after declaring no conflict, others without a part never", async () => {
  const [first] = cast.evaluators;
  const outside = await anActor("Chuyên gia khác", ["EVALUATOR"], cast.council);
  if (!first) throw new Error("an evaluator");
  const code = await submitInitiative(cast.proposer, CANARY_WORDS);
  await screenAs(cast, code, CANARY_WORDS);
  must(await openEvaluation(cast.chair, code, { evaluatorIds: cast.evaluators.map((one) => one.personId) }));
  expect((await findInitiative(first, code))?.content).toBeNull();
  must(await declareNoConflict(first, code));
  expect((await findInitiative(first, code))?.content).not.toBeNull();
  expect((await findInitiative(outside, code))?.content).toBeNull();
  const admin = await anActor("Quản trị", ["ADMIN"]);
  const auditor = await anActor("Kiểm toán", ["AUDITOR"]);
  expect((await findInitiative(admin, code))?.content).toBeNull();
  expect((await findInitiative(auditor, code))?.content).not.toBeNull();
});

test("a file is read by whom it concerns, and by everybody once it is public and decided", async () => {
  const { proposer, intake } = cast;
  const code = await writeDraft(proposer);
  const pdf = { sizeBytes: 9, mediaType: "application/pdf", name: "a.pdf" } as const;
  const open = must(
    await attach(proposer, code, {
      upload: { ...pdf, sha256: sha256("mở") },
      rule: { level: "PUBLIC", untilOn: null },
    }),
  );
  const closed = must(
    await attach(proposer, code, {
      upload: { ...pdf, sha256: sha256("kín") },
      rule: { level: "REVIEWERS", untilOn: null },
    }),
  );
  const reads = async (actor: typeof proposer | null, id: string) => (await findReadableAttachment(actor, id)) !== null;
  expect([await reads(proposer, open.id), await reads(intake, open.id), await reads(null, open.id)]).toEqual([
    true,
    false,
    false,
  ]);
  must(await submit(proposer, code, { revision: 3 }));
  expect([await reads(intake, closed.id), await reads(null, open.id)]).toEqual([true, false]);
  await screenAs(cast, code);
  await evaluateAs(cast, code);
  await decideAs(cast, code);
  expect([await reads(null, open.id), await reads(null, closed.id)]).toEqual([true, false]);
  for (const id of ["", "x", "../etc/passwd", "00000000-0000-0000-0000-000000000000"])
    expect(await reads(null, id)).toBe(false);
});

test("the list goes on where it stopped, and a cursor that nobody gave out starts it anew", async () => {
  const first = await listInitiatives(NO_FILTER, { limit: 3 });
  const second = await listInitiatives(NO_FILTER, { limit: 3, after: first.next });
  const both = await listInitiatives(NO_FILTER, { limit: 6 });
  expect([...first.items, ...second.items].map((item) => item.code)).toEqual(both.items.map((item) => item.code));
  const hostile = [
    "x",
    Buffer.from('["2026-01-01T00:00:00Z","\\u0000"]').toString("base64url"),
    Buffer.from('["+275760-09-13T00:00:00.000Z","SK-2026-0001"]').toString("base64url"),
    Buffer.from('["2026-13-99T99:99:99Z","SK-2026-0001"]').toString("base64url"),
  ];
  for (const after of hostile) expect((await listInitiatives(NO_FILTER, { limit: 3, after })).items).toHaveLength(3);
});

test("the proposer hears of a return with every item, and of nothing that was entered long after", async () => {
  const proposer = await anActor("Người nghe tin");
  const code = await submitInitiative(proposer);
  const items = [
    { field: "solution" as const, message: "Thêm bản vẽ mặt cắt của bộ đo." },
    { field: "team" as const, message: "Ghi phần việc của từng tác giả." },
  ];
  must(await returnForCompletion(cast.intake, code, { items }));
  await submitInitiative(proposer, {}, new Date("2026-02-02T03:00:00Z"));
  const mails = await db().outbox.findMany({
    where: { topic: "mail", payload: { path: ["to"], equals: proposer.email } },
    orderBy: { id: "asc" },
  });
  const subjects = mails.map(({ payload }) => JSON.parse(JSON.stringify(payload)).subject);
  expect(subjects).toHaveLength(2);
  expect(subjects[0]).toContain(`Đã nhận hồ sơ ${code}`);
  expect(subjects[1]).toContain(`Đến lượt bạn: bổ sung hồ sơ ${code}`);
  const text = JSON.parse(JSON.stringify(mails[1]?.payload)).text;
  for (const { message } of items) expect(text).toContain(message);
});
