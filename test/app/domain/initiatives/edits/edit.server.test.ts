import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { AN_INITIATIVE, decideAs, evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { differenceOf } from "#app/domain/initiatives/edits/difference.ts";
import type { EditInput } from "#app/domain/initiatives/edits/edit.schema.ts";
import { editPublicText } from "#app/domain/initiatives/edits/edit-public-text.server.ts";
import { findDifference } from "#app/domain/initiatives/edits/queries.server.ts";
import { findInitiative } from "#app/domain/initiatives/queries.server.ts";
import { findVoice } from "#app/domain/initiatives/voice/queries.server.ts";
import { support } from "#app/domain/initiatives/voice/support.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let reader: Actor;
beforeAll(async () => {
  cast = await aCast();
  reader = await anActor("Lê Thị Bạn Đọc");
});

const NOTE = "Thêm số liệu đo của mùa khô vừa qua.";
const ADDED = " Số đo tháng tư xác nhận điều đó.";

async function edited(code: string, words: Partial<EditInput> = {}): Promise<EditInput> {
  const { revision } = await db().initiative.findUniqueOrThrow({ where: { code }, select: { revision: true } });
  const { title, abstract, problem, publicBenefit, solution, novelty } = AN_INITIATIVE;
  return {
    ...{ title_vi: title.vi ?? "", title_en: "", title_fr: "", abstract_vi: abstract.vi ?? "" },
    ...{ abstract_en: "", abstract_fr: "", problem, publicBenefit, solution: `${solution}${ADDED}`, novelty },
    ...{ note: NOTE, revision },
    ...words,
  };
}

async function open(): Promise<string> {
  const code = await submitInitiative(cast.proposer, { opensEarly: true });
  await screenAs(cast, code);
  return code;
}

test("an edit is a new version with a visible difference, told to supporters, whose support stays with theirs", async () => {
  const code = await open();
  must(await support(reader, code));
  expect(must(await editPublicText(cast.proposer, code, await edited(code)))).toEqual({ version: 2 });
  const page = await findInitiative(null, code);
  expect(page?.content?.solution).toContain(ADDED.trim());
  expect(page?.versions.map((one) => one.number)).toEqual([2, 1]);
  const difference = await findDifference(null, code, { number: 2, from: null });
  expect(difference).toMatchObject({ to: { number: 2, kind: "EDIT", note: NOTE }, from: { number: 1 } });
  const solution = difference?.parts.find((one) => one.part === "solution");
  expect(solution?.changes).toEqual([
    { kind: "same", text: AN_INITIATIVE.solution },
    { kind: "added", text: ADDED },
  ]);
  expect(await findVoice(reader, code, { stance: null, after: null, limit: 1 })).toMatchObject({
    ...{ supports: 1, mySupport: 1, version: 2 },
  });
  const told = await db().notice.findMany({ where: { personId: reader.personId, event: "initiative.edited" } });
  expect(told).toHaveLength(1);
  must(await support(reader, code));
  expect((await findVoice(reader, code, { stance: null, after: null, limit: 1 }))?.mySupport).toBe(2);
});

test("refused: another's, unchanged, too short, stale, and while somebody evaluates or decides", async () => {
  const code = await open();
  const input = await edited(code);
  for (const other of [reader, cast.intake, cast.chair])
    expect(await editPublicText(other, code, input)).toMatchObject({ ok: false, code: "NOT_FOUND" });
  const same = await edited(code, { solution: AN_INITIATIVE.solution });
  expect(await editPublicText(cast.proposer, code, same)).toMatchObject({ ok: false, code: "NOTHING_CHANGED" });
  const short = await edited(code, { solution: "ngắn" });
  expect(await editPublicText(cast.proposer, code, short)).toMatchObject({ code: "TEXT_TOO_SHORT", field: "solution" });
  const stale = { ...input, revision: 0 };
  expect(await editPublicText(cast.proposer, code, stale)).toMatchObject({ ok: false, code: "STALE" });
  const evaluatorIds = cast.evaluators.map((one) => one.personId);
  must(await openEvaluation(cast.chair, code, { evaluatorIds }));
  const late = await edited(code);
  expect(await editPublicText(cast.proposer, code, late)).toMatchObject({ ok: false, code: "NOT_EDITABLE_NOW" });
  const closed = await submitInitiative(cast.proposer);
  await screenAs(cast, closed);
  expect(await editPublicText(cast.proposer, closed, await edited(closed))).toMatchObject({ code: "NOT_EDITABLE_NOW" });
});

test("what is accepted can be edited, what is rejected not", async () => {
  for (const kind of ["ACCEPTED", "REJECTED"] as const) {
    const code = await submitInitiative(cast.proposer);
    await screenAs(cast, code);
    await evaluateAs(cast, code);
    await decideAs(cast, code, { kind });
    expect((await editPublicText(cast.proposer, code, await edited(code))).ok).toBe(kind === "ACCEPTED");
  }
});

test("no text changes in the database without the version that says it, and nothing else of it changes", async () => {
  const code = await open();
  const write = (data: object) => db().initiative.update({ where: { code }, data, select: { id: true } });
  await expect(write({ solution: "Lời khác" })).rejects.toThrow("TEXT_WITHOUT_VERSION");
  await expect(write({ ipOwnership: "Của tôi" })).rejects.toThrow("FROZEN");
  const closed = await submitInitiative(cast.proposer);
  await expect(
    db().initiative.update({ where: { code: closed }, data: { solution: "Lời khác" }, select: { id: true } }),
  ).rejects.toThrow("FROZEN");
});

test("a version that nobody may read does not exist; the public reads from the opened one on", async () => {
  const code = await open();
  must(await editPublicText(cast.proposer, code, await edited(code)));
  expect((await findDifference(null, code, { number: 1, from: null }))?.from).toBeNull();
  for (const asked of [
    { number: 3, from: null },
    { number: 2, from: 9 },
    { number: 0, from: null },
  ])
    expect(await findDifference(null, code, asked)).toBeNull();
  const closed = await submitInitiative(cast.proposer);
  expect(await findDifference(null, closed, { number: 1, from: null })).toBeNull();
  expect(await findDifference(cast.intake, closed, { number: 1, from: null })).toBeNull();
  expect(await findDifference(cast.proposer, closed, { number: 1, from: null })).not.toBeNull();
});

test("a difference puts both texts together again", () => {
  const words = fc.array(fc.constantFrom("độ mặn", "cống", "\n", "12,5 %", "ơ", "a b", "—"), { maxLength: 12 });
  const text = words.map((parts) => parts.join(" "));
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const changes = differenceOf(older, newer);
      const without = (kind: string) =>
        changes
          .filter((one) => one.kind !== kind)
          .map((one) => one.text)
          .join("");
      expect([without("added"), without("removed")]).toEqual([older, newer]);
    }),
  );
});
