import { describe, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import {
  agree,
  agreementRows,
  commit,
  DIMENSIONS,
  recordWhole,
  schedule,
  setSigned,
  sign,
  signedRows,
  TERMS,
  wholeLines,
} from "#test/prisma/shares/agreement-rows.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

const OTHER_HASH = "0".repeat(64);

describe("an agreement is signed", () => {
  test("by all three houses on what is recorded", async () => {
    const rows = await signedRows();
    const found = await pool().query("SELECT state FROM agreement WHERE id = $1", [rows.agreementId]);
    expect(found.rows[0].state).toBe("SIGNED");
  });

  test("not from the beginning, and not without shares", async () => {
    const rows = await agreementRows();
    const born = pool().query(
      `INSERT INTO agreement (partnership_id, product_code, valid_from, state, text, text_sha256, agreed_at, signed_at)
       SELECT $1, max(code), '2026-01-01', 'SIGNED', '{}', encode(sha256('{}'), 'hex'), now(), now() FROM strategic_product`,
      [rows.partnershipId],
    );
    await expect(born).rejects.toThrow("NO_TRANSITION");
    await expect(agree(rows)).rejects.toThrow("GAP");
  });

  test("not while a party's signature is missing", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    const hash = await agree(rows);
    const early = commit(async (sql) => {
      await sign(sql, rows, hash, rows.members.slice(0, 2));
      await setSigned(sql, rows);
    });
    await expect(early).rejects.toThrow(`NOT_SIGNED_BY ${rows.members[2]?.id}`);
  });

  test("not without one of the houses, and a fourth kind does not stand in for it", async () => {
    for (const houses of [
      ["STATE", "SCHOOL"],
      ["STATE", "SCHOOL", "OTHER"],
      ["ENTERPRISE", "ENTERPRISE", "ENTERPRISE"],
    ]) {
      const rows = await agreementRows(houses);
      const lines = rows.members.map(({ id }, place) => ({ memberId: id, ppm: place === 0 ? 1_000_000 : 0 }));
      await commit(async (sql) => {
        for (const dimension of DIMENSIONS) await schedule(sql, rows.agreementId, dimension, lines);
      });
      await expect(agree(rows)).rejects.toThrow("HOUSE_MISSING");
      const negotiate = "UPDATE partnership SET state = 'NEGOTIATION' WHERE id = $1";
      await expect(pool().query(negotiate, [rows.partnershipId])).rejects.toThrow("HOUSE_MISSING");
    }
  });

  test("not on another text, not by a stranger, not by a person who does not represent the party", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    const hash = await agree(rows);
    await expect(sign(pool(), rows, OTHER_HASH)).rejects.toThrow("SIGNATURE_TEXT");
    const strangers = (await agreementRows()).members;
    await expect(sign(pool(), rows, hash, strangers)).rejects.toThrow("SIGNATURE_PARTY");
    const [first, second] = rows.members;
    const crossed = first && second ? [{ ...first, personId: second.personId }] : [];
    await expect(sign(pool(), rows, hash, crossed)).rejects.toThrow("SIGNATURE_REPRESENTATIVE");
  });

  test("not on a text that says other shares, another version or other days than are recorded", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    const texts = [
      { version: 1, validity: { from: "2026-01-01", to: "2028-01-01" }, schedules: [] },
      { version: 1 },
      {},
    ];
    for (const text of texts) {
      const agreed = pool().query(
        `UPDATE agreement SET state = 'AGREED_DRAFT', text = $2, text_sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex'),
           agreed_at = now(), terms = $3 WHERE id = $1`,
        [rows.agreementId, JSON.stringify({ ...text, terms: TERMS }), JSON.stringify(TERMS)],
      );
      await expect(agreed).rejects.toThrow("TEXT_NOT_SHARES");
    }
  });
});

describe("once agreed,", () => {
  test("shares, days and text stand still", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    await agree(rows);
    const add = schedule(pool(), rows.agreementId, "RISK", wholeLines(rows), ["2028-01-01", null]);
    await expect(add).rejects.toThrow("FROZEN shares");
    for (const statement of [
      "DELETE FROM share_line WHERE schedule_id IN (SELECT id FROM share_schedule WHERE agreement_id = $1)",
      "UPDATE agreement SET valid_to = '2027-01-01' WHERE id = $1",
      "UPDATE agreement SET text = '{}', text_sha256 = encode(sha256('{}'), 'hex') WHERE id = $1",
      "UPDATE agreement SET version = 2 WHERE id = $1",
    ])
      await expect(pool().query(statement, [rows.agreementId])).rejects.toThrow("FROZEN");
    const supersede = pool().query("UPDATE share_schedule SET superseded_at = now() WHERE agreement_id = $1", [
      rows.agreementId,
    ]);
    await expect(supersede).rejects.toThrow("GAP");
  });

  test("reopening takes the text away and counts the version on, so that earlier signatures are worth nothing", async () => {
    const rows = await agreementRows();
    await recordWhole(rows);
    const first = await agree(rows);
    await sign(pool(), rows, first);
    const reopen = (version: number) =>
      pool().query(
        "UPDATE agreement SET state = 'NEGOTIATION', text = NULL, text_sha256 = NULL, agreed_at = NULL, version = $2 WHERE id = $1",
        [rows.agreementId, version],
      );
    await expect(reopen(1)).rejects.toThrow("FROZEN agreement.version");
    await reopen(2);
    const second = await agree(rows);
    expect(second).not.toBe(first);
    await expect(commit((sql) => setSigned(sql, rows))).rejects.toThrow("NOT_SIGNED_BY");
  });
});

describe("once signed,", () => {
  test("nothing is added, superseded, deleted or rewritten", async () => {
    const rows = await signedRows();
    const add = schedule(pool(), rows.agreementId, "RISK", wholeLines(rows), ["2028-01-01", null]);
    await expect(add).rejects.toThrow("FROZEN shares, agreement is SIGNED");
    const replaced = commit(async (sql) => {
      await sql.query("UPDATE share_schedule SET superseded_at = now() WHERE agreement_id = $1", [rows.agreementId]);
      for (const dimension of DIMENSIONS) await schedule(sql, rows.agreementId, dimension, wholeLines(rows));
    });
    await expect(replaced).rejects.toThrow("FROZEN shares");
    for (const statement of [
      "DELETE FROM share_line WHERE schedule_id IN (SELECT id FROM share_schedule WHERE agreement_id = $1)",
      "UPDATE agreement SET valid_to = NULL WHERE id = $1",
      "UPDATE agreement SET signed_at = '2020-01-01' WHERE id = $1",
      "UPDATE agreement SET state = 'NEGOTIATION' WHERE id = $1",
      "UPDATE partnership_member SET role = 'INVESTOR' WHERE partnership_id = (SELECT partnership_id FROM agreement WHERE id = $1)",
      "UPDATE partnership_member SET joined_at = NULL WHERE partnership_id = (SELECT partnership_id FROM agreement WHERE id = $1)",
    ])
      await expect(pool().query(statement, [rows.agreementId])).rejects.toThrow(/FROZEN|NO_TRANSITION|ONCE/);
    for (const statement of [
      "UPDATE signature SET post = 'x'",
      "DELETE FROM signature",
      "DELETE FROM agreement",
      "DELETE FROM partnership",
    ])
      await expect(pool().query(statement)).rejects.toThrow("permission denied");
  });

  test("a body that signed keeps its house, even when its verification is taken back", async () => {
    const rows = await signedRows();
    const id = rows.members[2]?.organisationId;
    await expect(pool().query("UPDATE organisation SET house = 'SCHOOL' WHERE id = $1", [id])).rejects.toThrow(
      "IMMUTABLE",
    );
    await pool().query("UPDATE organisation SET verified_at = NULL WHERE id = $1", [id]);
    await expect(pool().query("UPDATE organisation SET house = 'SCHOOL' WHERE id = $1", [id])).rejects.toThrow(
      "IMMUTABLE",
    );
  });

  test("the partnership may be published, not before, and then keeps its words", async () => {
    const early = await agreementRows();
    const publish = "UPDATE partnership SET published_at = now() WHERE id = $1";
    await expect(pool().query(publish, [early.partnershipId])).rejects.toThrow("NOTHING_SIGNED");
    const rows = await signedRows();
    await pool().query(publish, [rows.partnershipId]);
    for (const change of [`title = '{"vi":"Khác"}'`, "total_value_vnd = 1", "valid_from = '2020-01-01'"]) {
      const rewritten = pool().query(`UPDATE partnership SET ${change} WHERE id = $1`, [rows.partnershipId]);
      await expect(rewritten).rejects.toThrow("FROZEN partnership");
    }
  });
});
