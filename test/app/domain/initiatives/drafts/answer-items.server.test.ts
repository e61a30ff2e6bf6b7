import { beforeAll, expect, test } from "vitest";
import { AN_INITIATIVE, must, submitInitiative } from "#app/demo/initiatives.server.ts";
import { findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { answerItems } from "#app/domain/initiatives/drafts/answer-items.server.ts";
import { findDraft } from "#app/domain/initiatives/drafts/queries.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

const ITEMS = [
  { field: "novelty" as const, message: "Nêu giải pháp tương tự đã có và chỗ khác." },
  { field: "solution" as const, message: "Thêm bản vẽ mặt cắt của bộ đo." },
];
const NEW_NOVELTY =
  "So với phao đo có pin mặt trời đang bán, bộ đo này lấy điện từ chính cái cống, tự rửa đầu dò, và chạy được cả mùa mà không ai phải đến.";
let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  cast = await aCast();
});

async function returned() {
  const code = await submitInitiative(cast.proposer);
  must(await returnForCompletion(cast.intake, code, { items: ITEMS }));
  const draft = await findDraft(cast.proposer, code);
  const [first, second] = draft?.asked ?? [];
  if (!draft || !first || !second) throw new Error("two items");
  return { code, revision: draft.revision, first, second };
}

test("a file goes back only when every item has an answer or another text at its field", async () => {
  const { proposer, intake } = cast;
  const { code, revision, first, second } = await returned();
  const open = (count: number) => ({ ok: false, code: "ITEMS_UNANSWERED", params: { count } });
  expect(await submit(proposer, code, { revision })).toEqual(open(2));
  const drawing = second.field === "solution" ? second : first;
  must(await answerItems(proposer, code, [{ id: drawing.id, text: "Bản vẽ nằm ở trang 4 của thuyết minh." }]));
  expect(await submit(proposer, code, { revision })).toEqual(open(1));
  const values = { solution: AN_INITIATIVE.solution, novelty: NEW_NOVELTY };
  must(await saveDraft(proposer, code, { revision, steps: [{ step: "solution", values }] }));
  expect((await findDraft(proposer, code))?.asked.map(({ field, isEdited }) => [field, isEdited])).toContainEqual([
    "novelty",
    true,
  ]);
  expect((await findCase(intake, code))?.completions).toMatchObject([{ after: null }]);
  must(await submit(proposer, code, { revision: revision + 1 }));
  const [completion] = (await findCase(intake, code))?.completions ?? [];
  expect(completion?.items.map(({ field, answer, isChanged }) => ({ field, answer, isChanged }))).toEqual(
    expect.arrayContaining([
      { field: "novelty", answer: null, isChanged: true },
      { field: "solution", answer: "Bản vẽ nằm ở trang 4 của thuyết minh.", isChanged: false },
    ]),
  );
  expect([completion?.before.content.novelty, completion?.after?.content.novelty]).toEqual([
    AN_INITIATIVE.novelty,
    NEW_NOVELTY,
  ]);
  expect(await answerItems(proposer, code, [{ id: first.id, text: "Muộn rồi." }])).toMatchObject({
    code: "NOT_EDITABLE",
  });
});

test("an answer can be taken back while nothing is sent, and is nobody else's to give", async () => {
  const { proposer, intake } = cast;
  const { code, revision, first, second } = await returned();
  for (const other of [intake, await anActor("Người khác")])
    expect(await answerItems(other, code, [{ id: first.id, text: "x" }])).toMatchObject({ code: "NOT_FOUND" });
  const elsewhere = await returned();
  expect(await answerItems(proposer, code, [{ id: elsewhere.first.id, text: "x" }])).toMatchObject({
    code: "NO_SUCH_ITEM",
  });
  must(
    await answerItems(
      proposer,
      code,
      [first, second].map(({ id }) => ({ id, text: "Đã có ở trang 4." })),
    ),
  );
  must(await answerItems(proposer, code, [{ id: first.id, text: "" }]));
  expect(await submit(proposer, code, { revision })).toMatchObject({ params: { count: 1 } });
});

test("a sealed part stays closed to intake in both texts of a completion", async () => {
  const { proposer, intake } = cast;
  const { code, revision, first, second } = await returned();
  const parts = [{ part: "novelty" as const, level: "SEALED" as const, untilOn: "2031-01-01" }];
  const values = { solution: AN_INITIATIVE.solution, novelty: NEW_NOVELTY, parts };
  must(await saveDraft(proposer, code, { revision, steps: [{ step: "solution", values }] }));
  must(
    await answerItems(
      proposer,
      code,
      [first, second].map(({ id }) => ({ id, text: "Đã sửa." })),
    ),
  );
  must(await submit(proposer, code, { revision: revision + 1 }));
  const [completion] = (await findCase(intake, code))?.completions ?? [];
  expect([completion?.before.content.novelty, completion?.after?.content.novelty]).toEqual(["", ""]);
});

test("the database lets nothing go back unanswered, and keeps answers as they were sent", async () => {
  const { code, first, second } = await returned();
  const move = "UPDATE initiative SET state = 'SUBMITTED' WHERE code = $1";
  await expect(pool().query(move, [code])).rejects.toThrow("ITEMS_UNANSWERED");
  await expect(
    pool().query("UPDATE missing_item SET answer = ' ', answered_at = now() WHERE id = $1", [first.id]),
  ).rejects.toThrow("check");
  must(
    await answerItems(
      cast.proposer,
      code,
      [first, second].map(({ id }) => ({ id, text: "Đã có ở trang 4." })),
    ),
  );
  must(await submit(cast.proposer, code, { revision: (await findDraft(cast.proposer, code))?.revision ?? 0 }));
  await expect(pool().query("UPDATE missing_item SET answer = 'khác' WHERE id = $1", [first.id])).rejects.toThrow(
    "FROZEN",
  );
});

test("the items of a return are read in the order in which intake set them", async () => {
  const code = await submitInitiative(cast.proposer);
  const fields = ["title", "novelty", "solution", "problem", "abstract", "requestedFunding", "durationMonths"] as const;
  const items = fields.map((field) => ({ field, message: "Nêu rõ hơn điều này, kèm một con số." }));
  must(await returnForCompletion(cast.intake, code, { items }));
  expect((await findDraft(cast.proposer, code))?.asked.map(({ field }) => field)).toEqual(fields);
});
