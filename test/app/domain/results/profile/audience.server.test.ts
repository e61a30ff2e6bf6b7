import { beforeAll, describe, expect, test } from "vitest";
import { save } from "#app/domain/results/drafts/save.server.ts";
import { submit } from "#app/domain/results/drafts/submit.server.ts";
import { dataciteOf } from "#app/domain/results/exports/datacite.ts";
import { schemaOrgOf } from "#app/domain/results/exports/schema-org.ts";
import { findPublicResults, findResult } from "#app/domain/results/queries.server.ts";
import type { PartInput } from "#app/domain/results/result.schema.ts";
import * as item from "#app/routes/api/results/item.ts";
import { readResult } from "#app/web/api/results.ts";
import { db, pool } from "#prisma/client.server.ts";
import { syncAll } from "#search/sync.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get } from "#test/support/api-call.ts";
import { type Cast, draft, gather, published, revisionOf, submitted } from "../cast.ts";

withTestDatabase();

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});

const AUDIENCE = {
  part: "audience",
  values: {
    audiences: ["COOPERATIVE", "STATE_BODY"],
    needs: ["LICENCE", "PILOT"],
    marketAreas: ["VIETNAM", "ASEAN"],
    competitiveAdvantage: "Rửa ngược bằng nước sạch, không có bùn hóa chất kanarihon.",
    marketSegment: "Tổ cấp nước thôn dùng giếng khoan.",
  },
} satisfies PartInput;
const RECOGNITION = {
  part: "recognition",
  values: { recognition: [{ award: "Giải Nhì", body: "Hội thi thử", onDate: "2025-10-10", reference: "QĐ 17" }] },
} satisfies PartInput;

function rights(shares: number[], more: { onDate?: string } = {}): PartInput {
  const names = ["Trường Đại học Kỹ thuật Lam Giang", "Công ty ngoài cổng"];
  const right = {
    ...({
      kind: "PATENT",
      office: "Cơ quan thử",
      applicationNo: "1-2025-1",
      disclosedOn: null,
      expiresOn: null,
    } as const),
    owners: shares.map((ppm, index) => ({ name: names[index] ?? "Bên khác", ppm })),
    events: [
      { kind: "FILED" as const, onDate: "2025-01-02", reference: "1-2025-1" },
      { kind: "PUBLISHED" as const, onDate: "2025-03-02", reference: "Công báo 3" },
      { kind: "EXAMINATION" as const, onDate: more.onDate ?? "2025-04-02", reference: "" },
    ],
  };
  return { part: "rights", values: { rights: [right] } };
}

describe("the profile of a result", () => {
  test("whom it is for, what it was given and its rights come out of the API as they went in", async () => {
    const code = await published(cast, [AUDIENCE, RECOGNITION, rights([600_000, 400_000])]);
    const { response, body } = await get(item, `/results/${code}`, { params: { code } });
    expect(response.status).toBe(200);
    expectDeclared(readResult, body);
    expect(body).toMatchObject({
      ...AUDIENCE.values,
      ...RECOGNITION.values,
      rights: [
        {
          ...{ status: "UNDER_EXAMINATION", filedOn: "2025-01-02", publishedOn: "2025-03-02", grantedOn: null },
          owners: [
            { name: "Trường Đại học Kỹ thuật Lam Giang", ppm: 600_000, organisationId: cast.school },
            { name: "Công ty ngoài cổng", ppm: 400_000, organisationId: null },
          ],
        },
      ],
    });
    const [result] = await findPublicResults([code]);
    const told = result && schemaOrgOf(result, "vi", "https://x.example");
    expect(told).toMatchObject({
      audience: [{ "@type": "Audience" }, { "@type": "Audience" }],
      award: ["Giải Nhì, Hội thi thử, 2025-10-10"],
      funding: [{ "@type": "Grant", funder: { name: "Enterprise" } }, { "@type": "Grant" }],
    });
    expect(result && dataciteOf(result, "https://x.example")).toMatchObject({
      fundingReferences: [{ funderName: "Enterprise" }, { funderName: "State budget, central" }],
    });
  });

  test("is found by its words and by what its owners look for", async () => {
    const code = await published(cast, [AUDIENCE]);
    await syncAll();
    const { rows } = await pool().query("SELECT document, facets FROM search_document WHERE code = $1", [code]);
    expect(rows[0]?.document).toMatchObject({ needs: ["LICENCE", "PILOT"] });
    expect(JSON.stringify(rows[0]?.document)).toContain("kanarihon");
  });

  test("owners who do not own the whole are kept in a draft, and no submission goes out with them", async () => {
    const code = await draft(cast, [rights([600_000, 399_999])]);
    const sent = await submit(cast.author, code, { revision: await revisionOf(code) });
    expect(sent).toMatchObject({ ok: false, code: "INCOMPLETE" });
    const fixed = await save(cast.author, code, {
      parts: [rights([600_000, 400_000])],
      revision: await revisionOf(code),
    });
    expect(fixed.ok).toBe(true);
    expect(await submit(cast.author, code, { revision: await revisionOf(code) })).toMatchObject({ ok: true });
  });

  test("an act of an office or a prize on a day to come waits for that day", async () => {
    for (const part of [rights([], { onDate: "2099-01-01" }), recognisedOn("2099-01-01")]) {
      const code = await draft(cast, [part]);
      const sent = await submit(cast.author, code, { revision: await revisionOf(code) });
      expect(sent).toMatchObject({ ok: false, code: "INCOMPLETE", params: { count: 1 } });
    }
  });

  test("stands still once it was sent, and the database holds to it and to its lists", async () => {
    const code = await submitted(cast, [AUDIENCE, RECOGNITION, rights([600_000, 400_000])]);
    const where = { result: { code } };
    await expect(db().resultRecognition.updateMany({ where, data: { award: "Giải Nhất" } })).rejects.toThrow("FROZEN");
    await expect(db().result.update({ where: { code }, data: { needs: [] } })).rejects.toThrow("FROZEN");
    await expect(db().ipRight.updateMany({ where, data: { owners: [] } })).rejects.toThrow("FROZEN");
    const other = await draft(cast, [rights([600_000, 400_000])]);
    const { id } = await db().result.findUniqueOrThrow({ where: { code: other } });
    const refused = (sql: string) => expect(pool().query(sql, [id])).rejects.toThrow(/check/);
    await refused("UPDATE result SET needs = '{GOLD}' WHERE id = $1");
    await refused("UPDATE result SET audiences = '{NOBODY}' WHERE id = $1");
    await refused(`UPDATE ip_right SET owners = '[{"name": " ", "ppm": 1}]' WHERE result_id = $1`);
    await refused(`UPDATE ip_right SET events = '[{"kind": "LOST", "onDate": "2025-01-01"}]' WHERE result_id = $1`);
    await refused(
      `UPDATE ip_right SET events = '[{"kind": "FILED", "onDate": "2025-01-01"}, {"kind": "GRANTED", "onDate": "2024-01-01"}]' WHERE result_id = $1`,
    );
    await pool().query(`UPDATE ip_right SET owners = '[{"name": "A", "ppm": 999999}]' WHERE result_id = $1`, [id]);
    await expect(
      pool().query("UPDATE result SET state = 'SUBMITTED', submitted_at = now() WHERE id = $1", [id]),
    ).rejects.toThrow("OWNERS_NOT_100");
  });

  test("nothing of it is needed", async () => {
    const code = await submitted(cast);
    expect((await findResult(code))?.content).toMatchObject({ audiences: [], recognition: [], rights: [], files: [] });
  });
});

function recognisedOn(onDate: string): PartInput {
  return { part: "recognition", values: { recognition: [{ ...prize, onDate }] } };
}

const prize = { award: "Giải Nhì", body: "Hội thi thử", reference: "" };
