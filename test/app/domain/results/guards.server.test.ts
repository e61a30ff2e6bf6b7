import { beforeAll, describe, expect, test } from "vitest";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, draft, gather, person, published, submitted, verified } from "./cast.ts";

// Whatever the code above would do, the database refuses it to the application's own role.

withTestDatabase();

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});

const note = "Đã xem hợp đồng, hóa đơn và mẫu thử.";

function markVerified(code: string, officerId: string, organisationId: string, words = note) {
  return pool().query(
    `UPDATE result SET state = 'VERIFIED', verified_at = now(), verified_by_id = $2, verifier_organisation_id = $3,
       verification_note = $4 WHERE code = $1`,
    [code, officerId, organisationId, words],
  );
}

describe("the database refuses", () => {
  test("a verification in the name of the host body", async () => {
    const code = await submitted(cast);
    await expect(markVerified(code, cast.ownOfficer.personId, cast.school)).rejects.toThrow();
  });

  test("a verification by whoever recorded the result", async () => {
    const code = await submitted(cast);
    await expect(markVerified(code, cast.author.personId, cast.agency)).rejects.toThrow();
  });

  test("a verification by somebody of the host with an office elsewhere", async () => {
    const code = await submitted(cast);
    const doubled = await person("Hai vai", cast.school, ["PARTY_REP"]);
    await db().roleGrant.create({
      data: { personId: doubled.personId, role: "RESULT_OFFICER", organisationId: cast.agency },
    });
    await expect(markVerified(code, doubled.personId, cast.agency)).rejects.toThrow(/NOT_INDEPENDENT/);
  });

  test("a verification by somebody without the role, or without a note", async () => {
    const code = await submitted(cast);
    await expect(markVerified(code, cast.stranger.personId, cast.agency)).rejects.toThrow(/NOT_INDEPENDENT/);
    await expect(markVerified(code, cast.officer.personId, cast.agency, "Được.")).rejects.toThrow(/NOTE/);
  });

  test("a note that is changed afterwards, and a publication that is dated anew", async () => {
    const code = await published(cast);
    const change = pool().query("UPDATE result SET verification_note = 'Một lời khác hẳn.' WHERE code = $1", [code]);
    await expect(change).rejects.toThrow(/FROZEN/);
    const redate = pool().query("UPDATE result SET published_at = now() + interval '1 day' WHERE code = $1", [code]);
    await expect(redate).rejects.toThrow(/ONCE/);
  });

  test("text, readiness, authors, rights, acts and funding that change after submission", async () => {
    const code = await submitted(cast);
    const { id } = await db().result.findUniqueOrThrow({ where: { code } });
    const attempts = [
      ["UPDATE result SET description = 'khác' WHERE id = $1", [id]],
      ["UPDATE result SET embargo_until = '2030-01-01', embargo_reason = 'x' WHERE id = $1", [id]],
      ["DELETE FROM readiness_observation WHERE result_id = $1", [id]],
      ["UPDATE result_author SET name = 'Người khác' WHERE result_id = $1", [id]],
      ["INSERT INTO result_funding (result_id, source, amount_vnd) VALUES ($1, 'LOAN', 1)", [id]],
      ["UPDATE exploitation_act SET revenue_vnd = 1 WHERE result_id = $1", [id]],
      ["DELETE FROM exploitation_act WHERE result_id = $1", [id]],
    ] as const;
    for (const [sql, values] of attempts) await expect(pool().query(sql, [...values])).rejects.toThrow(/FROZEN/);
  });

  test("contributions one ppm off at submission", async () => {
    const code = await draft(cast, [
      { part: "authors", values: { authors: [{ name: "Một Người", affiliation: "", contribution: 999_999 }] } },
    ]);
    const submission = pool().query("UPDATE result SET state = 'SUBMITTED', submitted_at = now() WHERE code = $1", [
      code,
    ]);
    await expect(submission).rejects.toThrow(/CONTRIBUTIONS_NOT_100/);
  });

  test("a publication before the embargo ends, or without a verification", async () => {
    const code = await verified(cast, [
      { part: "publication", values: { embargoUntil: "2099-01-01", embargoReason: "Chờ nộp đơn." } },
    ]);
    const early = pool().query("UPDATE result SET state = 'PUBLISHED', published_at = now() WHERE code = $1", [code]);
    await expect(early).rejects.toThrow(/EMBARGO/);
    const bare = await submitted(cast);
    const jump = pool().query("UPDATE result SET state = 'PUBLISHED', published_at = now() WHERE code = $1", [bare]);
    await expect(jump).rejects.toThrow(/NO_TRANSITION/);
  });

  test("a result that is born verified or published", async () => {
    const sql = `INSERT INTO result (code, state, host_organisation_id, created_by_id, result_type, title, teaser, catalogue_version)
      VALUES ($1, $2::"ResultState", $3, $4, 'DATA', '{}', '{}', '21-2026')`;
    for (const state of ["SUBMITTED", "VERIFIED", "PUBLISHED"]) {
      const born = pool().query(sql, [`KQ-2026-88${state.length}`, state, cast.school, cast.author.personId]);
      await expect(born).rejects.toThrow(/NO_TRANSITION/);
    }
  });

  test("an act that marks itself verified, or is marked by the wrong hand or after the verification", async () => {
    const code = await submitted(cast);
    const mark = `UPDATE exploitation_act SET verified_at = now(), verified_by_id = $2
      WHERE result_id = (SELECT id FROM result WHERE code = $1)`;
    await expect(pool().query(mark, [code, cast.author.personId])).rejects.toThrow(/NOT_INDEPENDENT/);
    await expect(pool().query(mark, [code, cast.ownOfficer.personId])).rejects.toThrow(/NOT_INDEPENDENT/);
    const late = await published(cast, [], false);
    await expect(pool().query(mark, [late, cast.officer.personId])).rejects.toThrow(/NOT_INDEPENDENT/);
    const fresh = await draft(cast);
    const born = pool().query(
      `INSERT INTO exploitation_act (result_id, kind, on_date, evidence, verified_at, verified_by_id)
       SELECT id, 'DEPLOYMENT', '2026-10-01', 'Biên bản', now(), $2 FROM result WHERE code = $1`,
      [fresh, cast.officer.personId],
    );
    await expect(born).rejects.toThrow(/NOT_VERIFIED_YET/);
  });

  test("steps of its way that are changed or erased", async () => {
    await published(cast);
    await expect(pool().query("UPDATE result_step SET reason = 'khác'")).rejects.toThrow(/permission denied/);
    await expect(pool().query("DELETE FROM result_step")).rejects.toThrow(/permission denied/);
    await expect(pool().query("DELETE FROM result")).rejects.toThrow(/permission denied/);
  });

  test("two readiness levels on one day, and rights or funding of a kind that no list has", async () => {
    const code = await draft(cast);
    const insert = (sql: string) =>
      pool().query(sql.replace("RESULT", `(SELECT id FROM result WHERE code = '${code}')`));
    const level =
      "INSERT INTO readiness_observation (result_id, level, on_date, evidence) VALUES (RESULT, 5, '2026-09-01', 'x')";
    await expect(insert(level)).rejects.toThrow(/unique/);
    const right =
      "INSERT INTO ip_right (result_id, kind, status, office, application_no) VALUES (RESULT, 'NONE', 'FILED', '', '')";
    await expect(insert(right)).rejects.toThrow(/check/);
    const money = "INSERT INTO result_funding (result_id, source, amount_vnd) VALUES (RESULT, 'PIGGY_BANK', 1)";
    await expect(insert(money)).rejects.toThrow(/check/);
  });
});
