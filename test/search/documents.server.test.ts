import { beforeAll, describe, expect, test } from "vitest";
import { poseChallenge } from "#app/demo/initiatives/challenges.server.ts";
import {
  AN_INITIATIVE,
  decideAs,
  evaluateAs,
  must,
  screenAs,
  submitInitiative,
  writeDraft,
} from "#app/demo/initiatives.server.ts";
import { putCall, showInterest } from "#app/demo/partnerships/calls.server.ts";
import { closeDueChallenges } from "#app/domain/initiatives/challenges/close-due.server.ts";
import { withdrawChallenge } from "#app/domain/initiatives/challenges/finish.server.ts";
import { publishChallenge } from "#app/domain/initiatives/challenges/publish.server.ts";
import { withdrawCall } from "#app/domain/partnerships/calls/finish.server.ts";
import { publishCall } from "#app/domain/partnerships/calls/publish.server.ts";
import { commercialStage, isCommercialised } from "#app/domain/results/stage.ts";
import { db, pool } from "#prisma/client.server.ts";
import type { SearchDocument } from "#search/document.ts";
import { currentDocuments, type Subject } from "#search/documents/current.server.ts";
import { drainSearch, syncAll, syncByClock } from "#search/sync.server.ts";
import { aResult, moveResult, withoutGuards } from "#test/search/records.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import { body } from "../app/domain/partnerships/people.ts";

withTestDatabase();

async function documentOf(type: Subject["type"], id: string): Promise<SearchDocument | null> {
  return (await currentDocuments(pool(), [{ type, id }]))[0] ?? null;
}

async function idOfInitiative(code: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM initiative WHERE code = $1", [code]);
  return rows[0]?.id ?? "";
}

async function drained() {
  while ((await drainSearch(null)).taken > 0);
}

async function indexText(): Promise<string> {
  const { rows } = await pool().query<{ all: string }>(
    `SELECT coalesce((SELECT string_agg(d::text, ' ') FROM search_document d), '') || coalesce((SELECT string_agg(w::text, ' ') FROM search_word w), '') AS all`,
  );
  return rows[0]?.all ?? "";
}

describe("an initiative", () => {
  let cast: Awaited<ReturnType<typeof aCast>>;
  beforeAll(async () => {
    cast = await aCast();
  });

  test("enters the index by its decision, and not before", async () => {
    const words = { title: { vi: "Trạm đo mặn bí mật kanarisk" }, team: [{ name: "Nhóm kanarisk", part: "tất cả" }] };
    const draft = await writeDraft(cast.proposer, { ...words, title: { vi: "Bản nháp kanarinhap" } });
    const code = await submitInitiative(cast.proposer, words);
    await screenAs(cast, code, AN_INITIATIVE);
    await evaluateAs(cast, code);
    await drained();
    await syncAll();
    expect(await indexText()).not.toContain("kanari");
    await decideAs(cast, code);
    await drained();
    expect(await indexText()).toContain("kanarisk");
    expect(await indexText()).not.toContain("kanarinhap");
    expect(await documentOf("initiative", await idOfInitiative(draft))).toBeNull();
    expect(await documentOf("initiative", await idOfInitiative(code))).toMatchObject({
      path: `/initiatives/${code}`,
      stage: "ACCEPTED",
      trl: 6,
      provinceCodes: ["86"],
      names: ["Nhóm kanarisk"],
    });
  });

  test("a rejected one is public with its summary, and one without consent is not", async () => {
    const code = await submitInitiative(cast.proposer, { title: { vi: "Máy gặt kanaribac" } });
    await screenAs(cast, code);
    await evaluateAs(cast, code);
    await decideAs(cast, code, { kind: "REJECTED" });
    const id = await idOfInitiative(code);
    expect(await documentOf("initiative", id)).toMatchObject({ stage: "REJECTED" });
    await withoutGuards(["initiative"], async (client) => {
      await client.query("UPDATE initiative SET consent_publish = false WHERE id = $1", [id]);
    });
    expect(await documentOf("initiative", id)).toBeNull();
  });
});

describe("a challenge", () => {
  test("is found from its publication until it is taken back, as its owner left it; a draft never", async () => {
    const body = await anOrganisation("STATE", "Chi cục Thủy lợi Kanari", "86");
    const owner = await anActor("Người đại diện", ["PARTY_REP"], body);
    const words = { title: "Đo độ mặn kanaridraft tại cống" };
    const draft = await poseChallenge(owner, body, { ...words, publish: false });
    await syncAll();
    expect(await indexText()).not.toContain("kanaridraft");
    must(await publishChallenge(owner, draft));
    await drained();
    const { id } = await db().challenge.findUniqueOrThrow({ where: { code: draft } });
    expect(await documentOf("challenge", id)).toMatchObject({
      path: `/challenges/${draft}`,
      stage: "OPEN",
      houses: ["STATE"],
      provinceCodes: ["86"],
      names: ["Chi cục Thủy lợi Kanari"],
    });
    expect(await indexText()).toContain("kanaridraft");
    await closeDueChallenges(new Date(Date.now() + 90 * 86_400_000));
    await drained();
    expect(await indexText()).toContain("stage:CLOSED");
    must(await withdrawChallenge(owner, draft, { reason: "Đơn vị đã tự giải quyết xong việc này." }));
    await drained();
    expect(await indexText()).not.toContain("kanaridraft");
  });
});

describe("a call", () => {
  test("is found from its publication until it is taken back, without a word of who is interested", async () => {
    const caller = await body("ENTERPRISE", "Công ty Lam Giang");
    const school = await body("SCHOOL", "Trường kanariquantam");
    const words = { title_vi: "Tìm bể sóng kanaricall", productCodes: "21-S17", trlFrom: "4", words: "bể sóng" };
    const code = await putCall(caller.actor, caller.organisationId, { ...words, publish: false });
    await drained();
    expect(await indexText()).not.toContain("kanaricall");
    must(await publishCall(caller.actor, code));
    await showInterest(school.actor, school.organisationId, { code, message: `${"kanariloi ".repeat(4)}` });
    await drained();
    const { id } = await db().partnershipCall.findUniqueOrThrow({ where: { code } });
    expect(await documentOf("need", id)).toMatchObject({
      ...{ type: "need", path: `/partnerships/calls/${code}`, title: { vi: "Tìm bể sóng kanaricall" }, trl: 4 },
      ...{ houses: ["ENTERPRISE"], keywords: ["bể sóng"], provinceCodes: ["01"], bodyLang: "vi", stage: "OPEN" },
    });
    expect(await indexText()).toContain("kanaricall");
    expect(await indexText()).not.toMatch(/kanariquantam|kanariloi/);
    must(await withdrawCall(caller.actor, code, { reason: "Nhu cầu này không còn nữa." }));
    await drained();
    expect(await indexText()).not.toContain("kanaricall");
  });
});

describe("a result", () => {
  test("is found from its publication until its withdrawal, under review too", async () => {
    const id = await aResult("VERIFIED", { code: "KQ-2026-9001", title: { vi: "Thuốc thử kanariket" } });
    const publish = async (state: string) => {
      await moveResult(id, state);
      await pool().query("INSERT INTO outbox (topic, payload) VALUES ('search', $1)", [{ type: "result", id }]);
      await drained();
      return (await indexText()).includes("kanariket");
    };
    expect(await documentOf("result", id)).toBeNull();
    expect(await publish("PUBLISHED")).toBe(true);
    expect(await publish("UNDER_REVIEW")).toBe(true);
    expect(await publish("WITHDRAWN")).toBe(false);
  });

  test("an embargo holds it back until its day", async () => {
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const id = await aResult("PUBLISHED", { code: "KQ-2026-9002" });
    const until = (on: string) =>
      withoutGuards(["result"], async (client) => {
        await client.query("UPDATE result SET embargo_until = $2, embargo_reason = 'Chờ đơn' WHERE id = $1", [id, on]);
      });
    await until(day(3));
    expect(await documentOf("result", id)).toBeNull();
    await until(day(-2));
    expect(await documentOf("result", id)).not.toBeNull();
    await syncByClock(null);
    expect(await indexText()).toContain("KQ-2026-9002");
  });

  test("is found by its products under both catalogues, its authors and the numbers of its rights", async () => {
    const id = await aResult("PUBLISHED", {
      code: "KQ-2026-9004",
      productCodes: ["1131-01-05"],
      authors: ["Trần Thị Lụa", "Lê Văn Đậm"],
      application: "1-2025-04417",
    });
    const document = await documentOf("result", id);
    expect(document?.productCodes).toEqual(["1131-01-05", "21-S03"]);
    expect(document?.groupCodes).toEqual(["21-01"]);
    expect(document?.productNames).toEqual(
      expect.arrayContaining(["Bản sao số (Digital Twin)", "Nền tảng bản sao số"]),
    );
    expect(document?.names).toEqual(["Lê Văn Đậm", "Trần Thị Lụa", "Viện Vật liệu Cửa Vịnh"]);
    expect(document?.numbers).toEqual(["1-2025-04417"]);
    expect(document).toMatchObject({ houses: ["SCHOOL"], provinceCodes: ["48"] });
  });

  test("has the stage and the commercialisation that the domain derives", async () => {
    const acts = [
      { kind: "SALE", revenueVnd: 5_000_000, verified: true },
      { kind: "SALE", revenueVnd: 5_000_000, verified: false },
      { kind: "SALE", revenueVnd: 0, verified: true },
      { kind: "DEPLOYMENT", revenueVnd: null, verified: true },
      { kind: "LICENCE", revenueVnd: null, verified: true },
    ];
    let number = 9_100;
    for (const act of [undefined, ...acts]) {
      for (const level of [3, 5, 6, 7, 9]) {
        number += 1;
        const id = await aResult("PUBLISHED", { code: `KQ-2026-${number}`, level, ...(act ? { act } : {}) });
        const facts = act ? [{ ...act, revenueVnd: act.revenueVnd === null ? null : BigInt(act.revenueVnd) }] : [];
        const { stage, commercialised } = (await documentOf("result", id)) ?? {};
        expect({ stage, commercialised }).toEqual({
          stage: commercialStage({ level, acts: facts }),
          commercialised: isCommercialised(facts),
        });
      }
    }
  });
});

test("a partnership shows members that joined and products that are signed for, and nothing else", async () => {
  const [school, state, invited] = [
    await anOrganisation("SCHOOL", "Trường Đại học Lam Giang", "12"),
    await anOrganisation("STATE", "Sở Công Thương Lam Giang", "12"),
    await anOrganisation("ENTERPRISE", "Công ty kanarimoi", "31"),
  ];
  const person = await anActor("Đại diện");
  const id = crypto.randomUUID();
  await withoutGuards(["partnership", "partnership_member", "agreement"], async (client) => {
    await client.query(
      `INSERT INTO partnership (id, code, state, form, title, description, valid_from, created_by_id, trl_start)
       VALUES ($1, 'DA-2026-9001', 'SIGNED', 'CONTRACT_CONSORTIUM', '{"vi":"Nam châm thiêu kết"}', '{"vi":"Ba bên"}', '2026-01-01', $2, 4)`,
      [id, person.personId],
    );
    for (const [position, [organisation, joined]] of (
      [
        [school, true],
        [state, true],
        [invited, false],
      ] as const
    ).entries()) {
      await client.query(
        `INSERT INTO partnership_member (partnership_id, organisation_id, role, position, valid_from, joined_at)
         VALUES ($1, $2, 'PARTNER', $3, '2026-01-01', $4)`,
        [id, organisation, position, joined ? new Date() : null],
      );
    }
    await client.query(
      `INSERT INTO agreement (partnership_id, product_code, state, valid_from, agreed_at, signed_at, text, text_sha256)
       VALUES ($1, '21-S25', 'SIGNED', '2026-01-01', now(), now(), 'x', encode(sha256('x'), 'hex')), ($1, '21-S17', 'NEGOTIATION', '2026-01-01', NULL, NULL, NULL, NULL)`,
      [id],
    );
  });
  expect(await documentOf("partnership", id)).toBeNull();
  await withoutGuards(["partnership"], async (client) => {
    await client.query("UPDATE partnership SET published_at = now() WHERE id = $1", [id]);
  });
  const document = await documentOf("partnership", id);
  expect(document).toMatchObject({ houses: ["SCHOOL", "STATE"], provinceCodes: ["12"], trl: 4, stage: "SIGNED" });
  expect(document?.parties.map((party) => party.name.vi)).toEqual([
    "Trường Đại học Lam Giang",
    "Sở Công Thương Lam Giang",
  ]);
  expect(document?.productCodes).toContain("21-S25");
  expect(document?.productCodes).not.toContain("21-S17");
  expect(JSON.stringify(document)).not.toContain("kanarimoi");
});
