import { randomUUID } from "node:crypto";
import pg from "pg";
import { pool } from "#prisma/client.server.ts";
import { testDatabase } from "#test/setup/database.ts";
import { anActor, anOrganisation } from "#test/support/initiative-cast.ts";

/** Runs SQL as the owner with the guards of the named tables off: for states that take many commands to reach. */
export async function withoutGuards(
  tables: readonly string[],
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await client.connect();
  try {
    for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await work(client);
    for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  } finally {
    await client.end();
  }
}

export type ResultWords = {
  code: string;
  title?: Record<string, string>;
  teaser?: Record<string, string>;
  description?: string;
  productCodes?: string[];
  authors?: string[];
  level?: number;
  application?: string;
  act?: { kind: string; revenueVnd: number | null; verified: boolean };
};

/** A result in a state, written step by step as the database demands. Returns its id. */
export async function aResult(
  state: "DRAFT" | "SUBMITTED" | "VERIFIED" | "PUBLISHED",
  words: ResultWords,
): Promise<string> {
  const host = await anOrganisation("SCHOOL", "Viện Vật liệu Cửa Vịnh", "48");
  const other = await anOrganisation("STATE", "Sở Khoa học Lam Giang");
  const author = await anActor("Trần Thị Lụa");
  const officer = await anActor("Cán bộ kết quả", ["RESULT_OFFICER"], other);
  const { code, title = { vi: "Kết quả" }, teaser = {}, description = "", productCodes = [], level = 5 } = words;
  const id = randomUUID();
  const query = (text: string, values: unknown[] = []) => pool().query(text, values);
  await query(
    `INSERT INTO result (id, code, host_organisation_id, created_by_id, result_type, title, teaser, description, product_codes,
       catalogue_version)
     VALUES ($1, $2, $3, $4, 'PROCESS', $5, $6, $7, $8, '21/2026')`,
    [id, code, host, author.personId, title, teaser, description, productCodes],
  );
  const authors = words.authors ?? ["Trần Thị Lụa"];
  for (const [position, name] of authors.entries()) {
    const ppm = position === 0 ? 1_000_000 : 0;
    await query("INSERT INTO result_author (result_id, position, name, contribution_ppm) VALUES ($1, $2, $3, $4)", [
      id,
      position,
      name,
      ppm,
    ]);
  }
  await query(
    "INSERT INTO readiness_observation (result_id, level, on_date, evidence) VALUES ($1, $2, '2026-03-01', 'Biên bản thử')",
    [id, level],
  );
  if (words.application) {
    await query(
      "INSERT INTO ip_right (result_id, kind, status, office, application_no) VALUES ($1, 'PATENT', 'FILED', 'VN', $2)",
      [id, words.application],
    );
  }
  if (words.act) {
    await query(
      "INSERT INTO exploitation_act (result_id, kind, on_date, revenue_vnd, evidence) VALUES ($1, $2, '2026-04-01', $3, 'Hợp đồng')",
      [id, words.act.kind, words.act.revenueVnd],
    );
  }
  const steps = ["SUBMITTED", "VERIFIED", "PUBLISHED"];
  for (const step of steps.slice(0, steps.indexOf(state) + 1)) {
    await moveResult(id, step, officer.personId, other);
    if (step !== "SUBMITTED" || !words.act?.verified) continue;
    const verified = "UPDATE exploitation_act SET verified_at = now(), verified_by_id = $2 WHERE result_id = $1";
    await query(verified, [id, officer.personId]);
  }
  return id;
}

/** One step of a result's publication, as the database allows it. */
export async function moveResult(id: string, to: string, officer?: string, body?: string): Promise<void> {
  const extra =
    to === "VERIFIED"
      ? ", verified_at = now(), verified_by_id = $3, verifier_organisation_id = $4, verification_note = 'Đã đối chiếu hồ sơ và biên bản thử nghiệm.'"
      : "";
  const more =
    to === "PUBLISHED"
      ? ", published_at = coalesce(published_at, now())"
      : to === "WITHDRAWN"
        ? ", withdrawn_at = now(), withdrawal_reason = 'Rút theo đề nghị của chủ trì.'"
        : "";
  await pool().query(
    `UPDATE result SET state = $2::"ResultState"${extra}${more} WHERE id = $1`,
    extra ? [id, to, officer, body] : [id, to],
  );
}
