import { describe, expect, test } from "vitest";
import { sealSchema } from "#app/domain/partnerships/acceptance/acceptance.schema.ts";
import { joinSeal, sealFile } from "#app/domain/partnerships/acceptance/seal.server.ts";
import { giveNotice } from "#app/domain/partnerships/exits/notice.server.ts";
import { addRisk } from "#app/domain/partnerships/risks/assess.server.ts";
import { addRiskSchema } from "#app/domain/partnerships/risks/risk.schema.ts";
import { exitView } from "#app/web/partnerships/exits/exit-view.server.ts";
import { performancePage } from "#app/web/partnerships/performance/performance-page.server.ts";
import { riskPage } from "#app/web/partnerships/risks/risk-page.server.ts";
import { pool } from "#prisma/client.server.ts";
import { withoutGuards } from "#test/search/records.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { must } from "../people.ts";
import { type Facts, gone, idOf, LEAVER, notice, PASSWORD, payIn, running, settled } from "./leaving.ts";

withTestDatabase();

/** The school has left, and hands over still. */
async function left() {
  const facts = await running();
  await payIn(facts, LEAVER, "30 tỷ");
  await settled(facts);
  await gone(facts);
  return facts;
}

function risk({ memberIds }: Facts, more: Record<string, unknown> = {}) {
  return addRiskSchema.parse({
    ...{ category: "TECHNOLOGY", title: "Màng lọc không đạt tuổi thọ đã định", isPublic: "", probabilityPpm: "30" },
    ...{ impactVnd: "40 tỷ", mitigation: "Thử nghiệm gia tốc ở hai phòng thí nghiệm độc lập." },
    ...{ ownerMemberId: memberIds[1], reviewOn: "30/06/2027", reason: "Ba mẻ đầu chỉ đạt tám phần mười tuổi thọ." },
    allocation: memberIds.map((id, place) => ({ id, share: ["50", "50", ""][place] })),
    ...more,
  });
}

describe("a party that has left", () => {
  test("reads no register, keeps none, and watches or bears no new risk, whoever writes", async () => {
    const facts = await left();
    const { code, actorAt, idAt } = facts;
    must(await addRisk(actorAt(0), code, risk(facts)));
    const asked = { code, product: null, lang: "vi" } as const;
    expect((await riskPage(actorAt(1), asked)).risks[0]?.versions).toHaveLength(1);
    const page = await riskPage(actorAt(LEAVER), asked);
    expect([page.risks[0]?.versions, page.mayKeep, page.isMember]).toEqual([[], false, false]);
    expect(page.staying.map(({ id }) => id)).not.toContain(idAt(LEAVER));
    expect(await addRisk(actorAt(0), code, risk(facts, { ownerMemberId: idAt(LEAVER) }))).toMatchObject({
      code: "NOT_A_PARTY",
      field: "ownerMemberId",
    });
    const allocation = [
      { id: idAt(0), share: "50" },
      { id: idAt(LEAVER), share: "50" },
    ];
    expect(await addRisk(actorAt(0), code, risk(facts, { allocation }))).toMatchObject({
      code: "NOT_A_PARTY",
      field: "allocation[0].share",
    });
    const version = (owner: number, by: number) =>
      pool().query(
        `INSERT INTO risk_version (risk_id, version, title, is_public, probability_ppm, impact_vnd, mitigation,
           owner_member_id, review_on, reason, recorded_by_id)
         SELECT id, 2, 'x', true, 1, 1, 'x', $2, '2027-06-30', 'x', $3 FROM risk_item WHERE partnership_id = $1`,
        [partnershipId, idAt(owner), actorAt(by).personId],
      );
    const partnershipId = await idOf(code);
    await expect(version(LEAVER, 0)).rejects.toThrow("PARTY_LEFT");
    await expect(version(0, LEAVER)).rejects.toThrow("NOT_A_SPEAKER");
  });

  test("joins no sealed file past the commands", async () => {
    const facts = await left();
    const content = sealSchema.parse({
      ...{ risk: "Vỏ bọc mới chưa từng chạy trong nước mặn quá 600 giờ.", criteria: "Mẫu thử qua 600 giờ" },
      ...{ procedure: "Họp hội đồng kỹ thuật của ba bên, ghi biên bản, giữ nhật ký thử.", password: PASSWORD },
      decision: "Các bên cùng chấp nhận làm tiếp với vỏ bọc mới.",
    });
    const { textSha256 } = must(await sealFile(facts.actorAt(0), facts.code, content));
    const join = { file: 1, textSha256, password: PASSWORD };
    expect(await joinSeal(facts.actorAt(LEAVER), facts.code, join)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    const sealed = pool().query(
      "INSERT INTO risk_seal (file_id, member_id, person_id, post) SELECT id, $2, $3, 'x' FROM risk_file WHERE partnership_id = $1",
      [await idOf(facts.code), facts.idAt(LEAVER), facts.actorAt(LEAVER).personId],
    );
    await expect(sealed).rejects.toThrow("PARTY_LEFT");
  });

  test("has no hands on the milestones, and reads what it signed on the page of exits, but no other's price", async () => {
    const facts = await left();
    const { code, actorAt } = facts;
    expect((await performancePage(actorAt(LEAVER), code, "vi")).hands).toMatchObject({ isMember: false, own: [] });
    const page = await exitView(actorAt(LEAVER), code, "vi");
    expect(page?.past[0]?.settlements).toHaveLength(1);
    expect(page?.priced).toEqual([]);
    must(await giveNotice(actorAt(1), code, notice(facts, { memberId: facts.idAt(1) })));
    await withoutGuards(["exit_settlement"], async (client) => {
      await client.query(
        `INSERT INTO exit_settlement (exit_id, number, text, text_sha256, proposed_by_member_id, proposed_by_id)
         SELECT e.id, 1, s.text, s.text_sha256, s.proposed_by_member_id, s.proposed_by_id
         FROM party_exit e JOIN party_exit f ON f.partnership_id = e.partnership_id JOIN exit_settlement s ON s.exit_id = f.id
         WHERE e.partnership_id = $1 AND e.number = 2`,
        [await idOf(code)],
      );
    });
    const seenBy = async (place: number) => {
      const seen = await exitView(actorAt(place), code, "vi");
      return [seen?.open?.settlements.length, seen?.priced.length];
    };
    expect([await seenBy(0), await seenBy(LEAVER)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });
});
