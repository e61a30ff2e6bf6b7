import { beforeAll, describe, expect, test } from "vitest";
import { recordDraft } from "#app/domain/results/drafts/record-draft.server.ts";
import { save } from "#app/domain/results/drafts/save.server.ts";
import { submit } from "#app/domain/results/drafts/submit.server.ts";
import { withdraw } from "#app/domain/results/drafts/withdraw.server.ts";
import { publish, publishAfterEmbargo } from "#app/domain/results/verification/publish.server.ts";
import { returnForCompletion } from "#app/domain/results/verification/return-for-completion.server.ts";
import { verify } from "#app/domain/results/verification/verify.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, draft, gather, person, published, revisionOf, submitted, verified, WHOLE } from "./cast.ts";

withTestDatabase();

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});

const note = "Đã xem hợp đồng, hóa đơn và mẫu thử.";

async function stateOf(code: string) {
  return (await db().result.findUniqueOrThrow({ where: { code } })).state;
}

async function clocksOf(code: string) {
  const rows = await db().obligation.findMany({
    where: { subjectCode: code },
    orderBy: { openedAt: "asc" },
    include: { pauses: true },
  });
  return rows.map((it) => ({
    kind: it.kind,
    open: it.doneAt === null && it.voidedAt === null,
    paused: it.pauses.some((pause) => pause.toAt === null),
    outcome: it.outcome,
    debtor: it.debtorOrganisationId,
  }));
}

async function entriesOf(code: string) {
  const rows = await db().recordEntry.findMany({ where: { subjectCode: code }, orderBy: { id: "asc" } });
  return rows.map((it) => it.kind);
}

describe("the way of a result", () => {
  test("from draft to publication each step leaves state, clock, record entry and search message", async () => {
    const code = await draft(cast);
    expect(code).toMatch(/^KQ-\d{4}-\d{4}$/);
    expect(await entriesOf(code)).toEqual([]);
    const sent = await submit(cast.author, code, { revision: await revisionOf(code) });
    expect(sent.ok && sent.value.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await clocksOf(code)).toEqual([
      { kind: "RESULT_VERIFICATION", open: true, paused: false, outcome: null, debtor: cast.agency },
    ]);
    const checked = await verify(cast.officer, code, { revision: await revisionOf(code), note, actIds: [] });
    expect(checked.ok).toBe(true);
    expect(await clocksOf(code)).toMatchObject([{ open: false, outcome: "VERIFIED" }]);
    expect((await publish(cast.officer, code)).ok).toBe(true);
    expect(await stateOf(code)).toBe("PUBLISHED");
    expect(await entriesOf(code)).toEqual(["result.submitted", "result.verified", "result.published", "result.stage"]);
    const { id } = await db().result.findUniqueOrThrow({ where: { code } });
    const messages = await db().outbox.findMany({ where: { topic: "search" } });
    expect(messages.filter((it) => JSON.stringify(it.payload).includes(id))).toHaveLength(3);
    expect(await db().resultStep.count({ where: { resultId: id } })).toBe(4);
  });

  test("a return asks for everything at once, pauses the officer's clock and starts the host's", async () => {
    const code = await submitted(cast);
    const missing = [
      { part: "readiness", message: "Cần biên bản thử nghiệm có dấu." },
      { part: "rights", message: "Cần số đơn sáng chế." },
    ] as const;
    const returned = await returnForCompletion(cast.officer, code, { revision: await revisionOf(code), missing });
    expect(returned.ok && returned.value.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await clocksOf(code)).toEqual([
      { kind: "RESULT_VERIFICATION", open: true, paused: true, outcome: null, debtor: cast.agency },
      { kind: "RESULT_COMPLETION", open: true, paused: false, outcome: null, debtor: cast.school },
    ]);
    const step = await db().resultStep.findFirstOrThrow({ where: { result: { code }, toState: "RETURNED" } });
    expect(step.missing).toEqual(missing);
    const [rights] = WHOLE.filter((it) => it.part === "funding");
    if (!rights) throw new Error("no part");
    const saved = await save(cast.representative, code, { parts: [rights], revision: await revisionOf(code) });
    expect(saved.ok).toBe(true);
    expect((await submit(cast.representative, code, { revision: await revisionOf(code) })).ok).toBe(true);
    expect(await clocksOf(code)).toMatchObject([
      { kind: "RESULT_VERIFICATION", open: true, paused: false },
      { kind: "RESULT_COMPLETION", open: false, outcome: "SUBMITTED" },
    ]);
  });

  test("an embargo keeps a verified result back until its day; the clock publishes it then, and not before", async () => {
    const embargo = {
      part: "publication",
      values: { embargoUntil: "2027-03-01", embargoReason: "Chờ nộp đơn sáng chế." },
    } as const;
    const code = await verified(cast, [embargo]);
    expect(await publish(cast.officer, code)).toMatchObject({ ok: false, code: "EMBARGO" });
    expect(await publishAfterEmbargo(new Date("2027-02-28T16:59:59Z"))).toEqual([]);
    expect(await publishAfterEmbargo(new Date("2027-02-28T17:00:00Z"))).toEqual([code]);
    expect(await stateOf(code)).toBe("PUBLISHED");
    const entry = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: code, kind: "result.published" } });
    expect(entry).toMatchObject({ actorPost: "CLOCK", actorOrganisationId: null });
  });

  test("of fifty submissions of the same draft at once one is made", async () => {
    const code = await draft(cast);
    const revision = await revisionOf(code);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => submit(cast.author, code, { revision })));
    expect(outcomes.filter((it) => it.ok)).toHaveLength(1);
    expect(outcomes.filter((it) => !it.ok && it.code === "ALREADY_SUBMITTED")).toHaveLength(49);
    expect(await entriesOf(code)).toEqual(["result.submitted"]);
  });

  test("a withdrawn draft ends quietly, a published result leaves a tombstone with its reason", async () => {
    const quiet = await draft(cast);
    expect((await withdraw(cast.author, quiet, { reason: "" })).ok).toBe(true);
    const open = await submitted(cast);
    expect((await withdraw(cast.author, open, { reason: "" })).ok).toBe(true);
    expect(await clocksOf(open)).toMatchObject([{ open: false, outcome: null }]);
    const code = await published(cast);
    expect(await withdraw(cast.author, code, { reason: "Sai" })).toMatchObject({ code: "NOT_ALLOWED_FOR_ROLE" });
    expect(await withdraw(cast.representative, code, { reason: " " })).toMatchObject({ code: "REASON_MISSING" });
    expect((await withdraw(cast.representative, code, { reason: "Số liệu thử nghiệm sai." })).ok).toBe(true);
    const row = await db().result.findUniqueOrThrow({ where: { code } });
    expect(row).toMatchObject({ state: "WITHDRAWN", withdrawalReason: "Số liệu thử nghiệm sai." });
  });
});

describe("what is refused", () => {
  test("a result of a body that one does not belong to", async () => {
    const input = { organisationId: cast.agency, resultType: "DATA", title: "Bộ dữ liệu thử", language: "vi" } as const;
    expect(await recordDraft(cast.author, input)).toMatchObject({ code: "NOT_YOUR_ORGANISATION" });
  });

  test("a draft before the first edition of the catalogue", async () => {
    const input = { organisationId: cast.school, resultType: "DATA", title: "Bộ dữ liệu thử", language: "vi" } as const;
    const outcome = await recordDraft(cast.author, input, new Date("2025-01-01T00:00:00Z"));
    expect(outcome).toMatchObject({ code: "NO_CATALOGUE" });
  });

  test("a form made from an older revision overwrites nothing", async () => {
    const code = await draft(cast);
    const [part] = WHOLE;
    if (!part) throw new Error("no part");
    expect(await save(cast.author, code, { parts: [part], revision: 0 })).toMatchObject({ code: "STALE" });
    expect(await submit(cast.author, code, { revision: 0 })).toMatchObject({ code: "STALE" });
  });

  test("saving and submitting by strangers, officers, and for an unknown code look alike: not found", async () => {
    const code = await draft(cast);
    const [part] = WHOLE;
    if (!part) throw new Error("no part");
    for (const actor of [cast.stranger, cast.officer, cast.ownOfficer]) {
      expect(await save(actor, code, { parts: [part], revision: 1 })).toMatchObject({ code: "NOT_FOUND" });
      expect(await submit(actor, code, { revision: 1 })).toMatchObject({ code: "NOT_FOUND" });
      expect(await withdraw(actor, code, { reason: "" })).toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await submit(cast.author, "KQ-2026-9999", { revision: 1 })).toMatchObject({ code: "NOT_FOUND" });
    expect(await verify(cast.officer, code, { revision: 1, note, actIds: [] })).toMatchObject({ code: "NOT_FOUND" });
  });

  test("what was submitted stands still", async () => {
    const code = await submitted(cast);
    const [part] = WHOLE;
    if (!part) throw new Error("no part");
    const revision = await revisionOf(code);
    expect(await save(cast.author, code, { parts: [part], revision })).toMatchObject({ code: "NOT_EDITABLE" });
    expect(await submit(cast.author, code, { revision })).toMatchObject({ code: "ALREADY_SUBMITTED" });
  });

  test("contributions one ppm short or over are refused and nothing moves", async () => {
    for (const contribution of [999_999, 1_000_000 - 2]) {
      const code = await draft(cast, [
        { part: "authors", values: { authors: [{ name: "Một Người", affiliation: "", contribution }] } },
      ]);
      const outcome = await submit(cast.author, code, { revision: await revisionOf(code) });
      expect(outcome).toMatchObject({ code: "CONTRIBUTIONS_NOT_100", params: { sumPpm: contribution } });
      expect(await stateOf(code)).toBe("DRAFT");
    }
    const over = await draft(cast, [
      {
        part: "authors",
        values: {
          authors: [
            { name: "Người Một", affiliation: "", contribution: 1_000_000 },
            { name: "Người Hai", affiliation: "", contribution: 1 },
          ],
        },
      },
    ]);
    const outcome = await submit(cast.author, over, { revision: await revisionOf(over) });
    expect(outcome).toMatchObject({ code: "CONTRIBUTIONS_NOT_100", params: { sumPpm: 1_000_001 } });
  });

  test("a result without readiness, and readiness 9 without any act", async () => {
    const bare = await draft(cast, [{ part: "readiness", values: { readiness: [] } }]);
    const outcome = await submit(cast.author, bare, { revision: await revisionOf(bare) });
    expect(outcome).toMatchObject({ code: "INCOMPLETE", params: { count: 1 } });
    const proven = await draft(cast, [
      {
        part: "readiness",
        values: { readiness: [{ level: 9, onDate: "2026-10-10", evidence: "Chưa có chứng cứ" }] },
      },
      { part: "exploitation", values: { acts: [] } },
    ]);
    expect(await submit(cast.author, proven, { revision: await revisionOf(proven) })).toMatchObject({
      code: "INCOMPLETE",
    });
  });

  test("products of another edition, unknown codes, and origins that are not public", async () => {
    const code = await draft(cast);
    const classification = WHOLE.find((it) => it.part === "classification");
    if (classification?.part !== "classification") throw new Error("no part");
    const attempt = async (values: Partial<typeof classification.values>) =>
      save(cast.author, code, {
        parts: [{ part: "classification", values: { ...classification.values, ...values } }],
        revision: await revisionOf(code),
      });
    expect(await attempt({ productCodes: ["1131-06-01"] })).toMatchObject({ code: "UNKNOWN_PRODUCT" });
    expect(await attempt({ fordCode: "9.9" })).toMatchObject({ code: "UNKNOWN_FIELD_OF_SCIENCE" });
    expect(await attempt({ provinceCode: "99" })).toMatchObject({ code: "UNKNOWN_PROVINCE" });
    expect(await attempt({ originInitiative: ["SK-2026-0001"] })).toMatchObject({ code: "UNKNOWN_ORIGIN" });
    expect(await attempt({ originPartnership: ["DA-2026-0001"] })).toMatchObject({ code: "UNKNOWN_ORIGIN" });
  });

  test("half an embargo", async () => {
    const code = await draft(cast);
    const attempt = async (embargoUntil: string | null, embargoReason: string) =>
      save(cast.author, code, {
        parts: [{ part: "publication", values: { embargoUntil, embargoReason } }],
        revision: await revisionOf(code),
      });
    expect(await attempt("2027-01-01", "")).toMatchObject({ code: "EMBARGO_WITHOUT_REASON" });
    expect(await attempt(null, "Chờ hợp đồng")).toMatchObject({ code: "EMBARGO_WITHOUT_END" });
  });

  test("an officer of the host body, the author, and people without the role verify nothing", async () => {
    const code = await submitted(cast);
    const input = { revision: await revisionOf(code), note, actIds: [] };
    expect(await verify(cast.ownOfficer, code, input)).toMatchObject({ code: "VERIFIER_OF_HOST" });
    expect(await verify(cast.stranger, code, input)).toMatchObject({ code: "NOT_AN_OFFICER" });
    const missing = [{ part: "summary", message: "Cần thêm" }] as const;
    expect(await returnForCompletion(cast.ownOfficer, code, { ...input, missing })).toMatchObject({
      code: "VERIFIER_OF_HOST",
    });
    const both = await person("Vừa viết vừa duyệt", cast.school, ["PARTY_REP"]);
    const doubled = {
      ...both,
      roles: [...both.roles, { role: "RESULT_OFFICER" as const, organisationId: cast.agency, organisationNames: null }],
    };
    expect(await verify(doubled, code, input)).toMatchObject({ code: "VERIFIER_OF_HOST" });
    const authorsOwn = await draft(cast, [], doubled);
    await submit(doubled, authorsOwn, { revision: await revisionOf(authorsOwn) });
    const own = { ...input, revision: await revisionOf(authorsOwn) };
    expect(await verify(doubled, authorsOwn, own)).toMatchObject({ code: "VERIFIER_IS_AUTHOR" });
    expect(await stateOf(code)).toBe("SUBMITTED");
  });

  test("a verification without a note, of an older text, or of an act of another result", async () => {
    const code = await submitted(cast);
    const other = await submitted(cast);
    const foreign = await db().exploitationAct.findFirstOrThrow({ where: { result: { code: other } } });
    const revision = await revisionOf(code);
    const blank = await verify(cast.officer, code, { revision, note: "Được.", actIds: [] });
    expect(blank).toMatchObject({ code: "NOTE_MISSING", field: "note" });
    const stale = await verify(cast.officer, code, { revision: revision - 1, note, actIds: [] });
    expect(stale).toMatchObject({ code: "STALE" });
    const stranger = await verify(cast.officer, code, { revision, note, actIds: [foreign.id] });
    expect(stranger).toMatchObject({ code: "UNKNOWN_ACT" });
  });

  test("a return that asks for nothing", async () => {
    const code = await submitted(cast);
    const input = { revision: await revisionOf(code), missing: [] };
    expect(await returnForCompletion(cast.officer, code, input)).toMatchObject({ code: "NOTHING_MISSING" });
  });

  test("steps that the table does not have, or that somebody else takes", async () => {
    const code = await submitted(cast);
    expect(await publish(cast.officer, code)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    const done = await published(cast);
    expect(await publish(cast.officer, done)).toMatchObject({ ok: false });
    const again = await verify(cast.officer, done, { revision: await revisionOf(done), note, actIds: [] });
    expect(again).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  });

  test("the submission of a body that nobody has verified", async () => {
    await db().organisation.update({ where: { id: cast.school }, data: { verifiedAt: null } });
    const code = await draft(cast);
    const outcome = await submit(cast.author, code, { revision: await revisionOf(code) });
    expect(outcome).toMatchObject({ code: "HOST_NOT_VERIFIED" });
    await db().organisation.update({ where: { id: cast.school }, data: { verifiedAt: new Date() } });
  });
});
