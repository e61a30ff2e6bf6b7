import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { agreeDraft } from "#app/domain/partnerships/agreements/agree-draft.server.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import { PARTNERSHIP_FORMS, type PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { FORM_BASIS, missingFormFacts } from "#app/domain/partnerships/terms/form-facts.ts";
import { recordTerms } from "#app/domain/partnerships/terms/record-terms.server.ts";
import { termsSchemaFor } from "#app/domain/partnerships/terms/terms.schema.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, must, type Negotiated, negotiated, signBy, terms, wholePeriods } from "../people.ts";

withTestDatabase();

/** Everything that a form asks for, as people type it. */
const TYPED: Record<PartnershipForm, Record<string, string>> = {
  CONTRACT_CONSORTIUM: { contractNumber: "1/2026", leadPowers: "Lập báo cáo chung.", liability: "JOINT" },
  JV_COMPANY: { companyName: "Công ty Nhịp Cầu", charterCapital: "20 tỷ", companySeat: "12 phố Huế, Hà Nội" },
  PPP: {
    ...{ pppProject: "Hạ tầng thử nghiệm, nhóm B", pppContract: "BOT", termMonths: "240" },
    ...{ competentAuthority: "Ủy ban nhân dân thành phố", revenueFloor: "75", revenueCeiling: "125" },
  },
  PUBLIC_ASSET_ASSOCIATION: {
    ...{ assetList: "Nhà kho K2", approvalNumber: "118/QĐ", approvedBy: "Ban quản lý", approvedOn: "02/07/2026" },
    ...{ assetValue: "8,9 tỷ", assetValuer: "Công ty thẩm định giá", assetValuedOn: "18/06/2026", termMonths: "36" },
  },
  TASK_ORDER: { orderingBody: "Trung tâm hạ tầng số", taskCode: "ĐH-37", acceptance: "Đúng từ 92 %." },
};

async function tabled(form: PartnershipForm): Promise<Negotiated> {
  const facts = await negotiated();
  await pool().query('UPDATE partnership SET form = $2::"PartnershipForm" WHERE code = $1', [facts.code, form]);
  must(await recordShares(leadOf(facts), facts.code, facts.productCode, wholePeriods(facts.memberIds)));
  return facts;
}

function leadOf({ bodies: [lead] }: Negotiated) {
  if (!lead) throw new Error("nobody leads");
  return lead.actor;
}

function errorsOf(form: PartnershipForm, typed: Record<string, string>): string[] {
  const base = { ipModel: "JOINT", exitRule: "PAID_IN", rewardPoint: "R2_HOST", caps: [] };
  const hostId = "00000000-0000-4000-8000-000000000000";
  const parsed = termsSchemaFor(form).safeParse({ ...base, hostId, ...typed });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

describe.each(PARTNERSHIP_FORMS)("a draft of the form %s", (form) => {
  test("is agreed with all that it needs, and never without one of it, whoever writes", async () => {
    const facts = await tabled(form);
    const address = { code: facts.code, productCode: facts.productCode };
    const agree = () => agreeDraft(leadOf(facts), facts.code, facts.productCode);
    for (const key of Object.keys(TYPED[form])) {
      must(await recordTerms(leadOf(facts), address, terms(facts, { form, ...TYPED[form], [key]: "" })));
      expect(await agree()).toMatchObject({ ok: false, code: "FORM_FACTS_MISSING", field: key });
    }
    must(await recordTerms(leadOf(facts), address, terms(facts, { form, ...TYPED[form] })));
    const { id } = await db().agreement.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
    for (const key of Object.keys(TYPED[form])) {
      const unsaid = pool().query(
        `UPDATE agreement SET terms = terms #- ARRAY['form', $2], state = 'AGREED_DRAFT',
           text = jsonb_build_object('terms', terms #- ARRAY['form', $2])::text WHERE id = $1`,
        [id, key],
      );
      await expect(unsaid).rejects.toThrow("FORM_FACTS_MISSING");
    }
    must(await agree());
    const { terms: stored } = await db().agreement.findUniqueOrThrow({ where: { id } });
    expect(missingFormFacts(form, termsForm(stored))).toEqual([]);
  });

  test("rests on instruments that the reference data know", () => {
    const { items } = z
      .object({ items: z.array(z.object({ number: z.string() })) })
      .parse(JSON.parse(readFileSync("prisma/reference/legal-instruments.json", "utf8")));
    const known = items.map(({ number }) => number);
    for (const number of FORM_BASIS[form]) expect(known).toContain(number);
  });
});

function termsForm(stored: unknown) {
  return z.object({ form: z.record(z.string(), z.string()) }).parse(stored).form;
}

describe("what a form asks for", () => {
  test("is refused at its field where it says something impossible", () => {
    expect(errorsOf("JV_COMPANY", { charterCapital: "0" })).toEqual(["charterCapital"]);
    expect(errorsOf("JV_COMPANY", { registrationNumber: "0402198771" })).toEqual(["registeredOn"]);
    expect(errorsOf("JV_COMPANY", { registeredOn: "21/07/2026" })).toEqual(["registrationNumber"]);
    expect(errorsOf("PPP", { revenueFloor: "74", revenueCeiling: "126", pppContract: "BXT" }).sort()).toEqual([
      "pppContract",
      "revenueCeiling",
      "revenueFloor",
    ]);
    expect(errorsOf("PUBLIC_ASSET_ASSOCIATION", { approvedOn: "31/02/2026", termMonths: "1.5" }).sort()).toEqual([
      "approvedOn",
      "termMonths",
    ]);
  });

  test("makes an association with public assets one that has a public asset in it", async () => {
    const form = "PUBLIC_ASSET_ASSOCIATION";
    const facts = await tabled(form);
    const stored = must(await recordTerms(leadOf(facts), facts, terms(facts, { form, ...TYPED[form] })));
    expect(stored.publicAsset).toBe(true);
  });

  test("is public with the signed agreement, in the text that every party signed", async () => {
    const facts = await agreed();
    await signBy(facts);
    const page = await findPublicPartnership(facts.code);
    expect(page?.agreements[0]?.formFacts).toMatchObject({ contractNumber: "12/2026/HĐLD", liability: "OWN_PART" });
    const { text } = await db().agreement.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
    expect(JSON.parse(text ?? "{}").terms.form.contractNumber).toBe("12/2026/HĐLD");
  });
});
