import { beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { countByFilter, countResults } from "#app/domain/results/counts.server.ts";
import { listOwnResults } from "#app/domain/results/drafts/queries.server.ts";
import { withdraw } from "#app/domain/results/drafts/withdraw.server.ts";
import { findResult, listResults } from "#app/domain/results/queries.server.ts";
import { mayRead } from "#app/domain/results/result.policy.ts";
import type { PartInput } from "#app/domain/results/result.schema.ts";
import { isCommercialised } from "#app/domain/results/stage.ts";
import { publishAfterEmbargo } from "#app/domain/results/verification/publish.server.ts";
import { listQueue } from "#app/domain/results/verification/queries.server.ts";
import { pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, draft, gather, person, published, submitted, verified, WHOLE } from "./cast.ts";

withTestDatabase();

const CANARY = "Chim hoàng yến 7f3a";

let cast: Cast;
let open: string;
let quiet: string;
let hidden: string[];
beforeAll(async () => {
  cast = await gather();
  open = await published(cast);
  quiet = await published(cast, [...acts([])], false);
  const embargo: PartInput = {
    part: "publication",
    values: { embargoUntil: "2099-01-01", embargoReason: `${CANARY} chờ nộp đơn` },
  };
  hidden = [await draft(cast, canary()), await submitted(cast, canary()), await verified(cast, [...canary(), embargo])];
  const gone = await published(cast, canary());
  await withdraw(cast.representative, gone, { reason: "Thu hồi để sửa số liệu." });
  hidden.push(gone);
}, 30_000);

function canary(): PartInput[] {
  return WHOLE.flatMap((it): PartInput[] => {
    if (it.part === "summary")
      return [{ ...it, values: { ...it.values, title_vi: CANARY.repeat(2), teaser_vi: CANARY.repeat(2) } }];
    return [];
  });
}

function acts(list: Extract<PartInput, { part: "exploitation" }>["values"]["acts"]): PartInput[] {
  return [{ part: "exploitation", values: { acts: list } }];
}

describe("what everybody reads", () => {
  test("no query of the public gives anything of a draft, a submission, an embargo or a withdrawn result", async () => {
    const catalogue = await loadCatalogue();
    const answers = [
      await listResults(catalogue, {}, { limit: 100 }),
      await listResults(catalogue, { product: ["21-S17"] }, { limit: 100 }),
      await countByFilter(catalogue),
    ];
    const text = JSON.stringify(answers);
    expect(text).not.toContain(CANARY);
    for (const code of hidden) expect(text).not.toContain(code);
    expect(await countResults(catalogue, {})).toBe(2);
    const { rows } = await pool().query<{ payload: string }>(
      "SELECT payload FROM record_entry WHERE subject_code = ANY ($1) AND kind <> 'result.published'",
      [hidden],
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toContain(CANARY);
  });

  test("nobody but author, host, independent officer and auditor reads a result that is not public", async () => {
    const auditor = await person("Kiểm toán", null, ["AUDITOR"]);
    const admin = await person("Quản trị", null, ["ADMIN"]);
    const [draftCode, submittedCode, embargoed] = hidden;
    const standing = async (code: string | undefined) => {
      const result = await findResult(code ?? "");
      if (!result) throw new Error("no result");
      return [null, cast.stranger, admin, cast.author, cast.representative, cast.officer, cast.ownOfficer, auditor].map(
        (actor) => mayRead(actor, result),
      );
    };
    expect(await standing(draftCode)).toEqual([false, false, false, true, true, false, false, false]);
    expect(await standing(submittedCode)).toEqual([false, false, false, true, true, true, false, true]);
    expect(await standing(embargoed)).toEqual([false, false, false, true, true, true, false, true]);
    expect(await standing(open)).toEqual(Array.from({ length: 8 }, () => true));
  });

  test("a clock, which everybody reads, leads to its result only where that has a page", async () => {
    const leads = async (code: string | undefined) => (await obligationsOf(code ?? "")).map((one) => one.subjectIsOpen);
    expect(await leads(hidden[1])).toEqual([false]);
    expect(new Set(await leads(open))).toEqual(new Set([true]));
  });

  test("a result is commercialised by a verified act alone, in the list as in the rule", async () => {
    const catalogue = await loadCatalogue();
    const { items } = await listResults(catalogue, {}, { limit: 10 });
    for (const { code, commercialised } of items) {
      const result = await findResult(code);
      expect(commercialised).toBe(isCommercialised(result?.content.acts ?? []));
    }
    const yes = await listResults(catalogue, { commercialised: ["true"] }, { limit: 10 });
    expect(yes.items.map((it) => it.code)).toEqual([open]);
    const no = await listResults(catalogue, { commercialised: ["false"] }, { limit: 10 });
    expect(no.items.map((it) => it.code)).toEqual([quiet]);
  });

  test("filters narrow, unknown values find nothing, a group and a former product find it too", async () => {
    const catalogue = await loadCatalogue();
    const count = (filter: Parameters<typeof listResults>[1]) => countResults(catalogue, filter);
    expect(await count({ type: ["MATERIAL"], level: ["7"], province: ["01"], house: ["SCHOOL"] })).toBe(2);
    expect(await count({ type: ["SOFTWARE"] })).toBe(0);
    expect(await count({ level: ["4"] })).toBe(0);
    expect(await count({ group: ["21-05"] })).toBe(2);
    expect(await count({ group: ["nowhere"] })).toBe(0);
    expect(await count({ product: ["1131-08-03"] })).toBe(2);
    const counts = await countByFilter(catalogue);
    expect(counts).toMatchObject({ level: { 7: 2 }, commercialised: { true: 1, false: 1 }, group: { "21-05": 2 } });
    for (const name of ["product", "group"] as const)
      for (const [value, found] of Object.entries(counts[name]))
        expect([value, await count({ [name]: [value] })], "the filter finds what is counted").toEqual([value, found]);
  });

  test("pages follow each other without gap or repetition; nonsense is the first page", async () => {
    const catalogue = await loadCatalogue();
    const first = await listResults(catalogue, {}, { limit: 1 });
    const second = await listResults(catalogue, {}, { limit: 1, after: first.next });
    expect([first.items[0]?.code, second.items[0]?.code]).toEqual([quiet, open]);
    expect(second.next).toBeNull();
    expect(second.total).toBe(2);
    for (const after of ["x", "a".repeat(900), first.next?.slice(2) ?? "", "WzEsMl0"]) {
      expect((await listResults(catalogue, {}, { limit: 1, after })).items[0]?.code).toBe(quiet);
    }
  });
});

describe("what those concerned read", () => {
  test("the whole record: content, verification, events with their entries", async () => {
    const result = await findResult(open);
    expect(result?.content.acts).toMatchObject([{ revenueVnd: 450_000_000n, verified: true }]);
    expect(result?.content.readiness.map((it) => it.level)).toEqual([4, 7]);
    expect(result?.verification?.by.names.vi).toBe("Sở Khoa học và Công nghệ tỉnh Lam Giang");
    expect(result?.events.map((it) => it.to)).toEqual(["DRAFT", "SUBMITTED", "VERIFIED", "PUBLISHED"]);
    expect(result?.events[0]?.entryNo).toBeNull();
    expect(result?.events[3]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await findResult("KQ-2026-9999")).toBeNull();
  });

  test("an officer's queue holds what waits for them and never what their own body hosts", async () => {
    const [, submittedCode, embargoed] = hidden;
    const queue = await listQueue(cast.officer, "SUBMITTED");
    expect(queue.items.map((it) => it.code)).toEqual([submittedCode]);
    expect(queue.items[0]?.mine).toBe(true);
    expect(queue.counts).toEqual({ SUBMITTED: 1, RETURNED: 0, VERIFIED: 1, UNDER_REVIEW: 0 });
    expect((await listQueue(cast.officer, "VERIFIED")).items[0]?.code).toBe(embargoed);
    expect((await listQueue(cast.ownOfficer, "SUBMITTED")).items).toEqual([]);
  });

  test("the author and the representatives of the host find theirs", async () => {
    expect((await listOwnResults(cast.author)).items.length).toBe(6);
    expect((await listOwnResults(cast.representative)).items.length).toBe(6);
    expect(await listOwnResults(cast.stranger)).toEqual({ items: [], next: null });
  });

  test("the day its embargo ends, a result is public", async () => {
    const [, , embargoed] = hidden;
    expect(await publishAfterEmbargo(new Date("2099-01-01T00:00:00Z"))).toEqual([embargoed]);
    expect(await countResults(await loadCatalogue(), {})).toBe(3);
  });
});
