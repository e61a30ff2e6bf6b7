import { beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { countByFilter, countResults } from "#app/domain/results/counts.server.ts";
import { listResults } from "#app/domain/results/queries.server.ts";
import { answerReport } from "#app/domain/results/reports/answer-report.server.ts";
import { reportProgress } from "#app/domain/results/reports/report-progress.server.ts";
import { revenueBand } from "#app/domain/results/reports/revenue.ts";
import { pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, gather, published } from "../cast.ts";

withTestDatabase();

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});

async function reported(code: string, from: string, to: string, grossVnd: bigint): Promise<number> {
  const said = { kind: "REVENUE", from, to, grossVnd, costVnd: 1n, profitAfterTaxVnd: -5n, sumsPublic: false } as const;
  const input = { said, evidence: "Báo cáo kiểm toán số 12/2026", reason: null, interestId: null };
  const outcome = await reportProgress(cast.representative, code, input);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.number;
}

async function verifiedRevenue(...period: Parameters<typeof reported>): Promise<void> {
  const number = await reported(...period);
  const note = "Đã đối chiếu hóa đơn, sổ kế toán và biên bản nghiệm thu.";
  const outcome = await answerReport(cast.officer, period[0], { number, verdict: "VERIFIED", note });
  if (!outcome.ok) throw new Error(outcome.code);
}

describe("the list of results", () => {
  test("is narrowed by the stage that the facts show and by the band of verified revenue, and counts both", async () => {
    const catalogue = await loadCatalogue();
    const found = async (filter: Parameters<typeof listResults>[1]) =>
      (await listResults(catalogue, filter, { limit: 100 })).items;
    const code = await published(cast);
    await verifiedRevenue(code, "2025-01-01", "2025-07-01", 9_999_999_999n);
    const before = await countByFilter(catalogue);
    await verifiedRevenue(code, "2025-07-01", "2026-01-01", 1n);
    await reported(code, "2026-01-01", "2026-07-01", 90_000_000_000n);
    const [listed] = (await found({ revenueBand: ["FROM_10_BN"] })).filter((one) => one.code === code);
    expect(listed).toMatchObject({ stage: "ON_MARKET", revenueBand: "FROM_10_BN", picture: null });
    expect((await found({ revenueBand: ["FROM_1_BN", "FROM_100_BN"] })).map((one) => one.code)).not.toContain(code);
    expect((await found({ stage: ["ON_MARKET"] })).map((one) => one.code)).toContain(code);
    expect((await found({ stage: ["SCALING", "RESEARCH"] })).map((one) => one.code)).not.toContain(code);
    expect(await found({ stage: ["NOWHERE"] })).toEqual([]);
    const counts = await countByFilter(catalogue);
    expect((counts.revenueBand["FROM_10_BN"] ?? 0) - (before.revenueBand["FROM_10_BN"] ?? 0)).toBe(1);
    for (const [stage, count] of Object.entries(counts.stage))
      expect([stage, await countResults(catalogue, { stage: [stage] })]).toEqual([stage, count]);
  });

  test("has its bands from the database as the portal derives them, at every bound", async () => {
    for (const bound of [0n, 1_000_000_000n, 10_000_000_000n, 100_000_000_000n])
      for (const gross of [bound - 1n, bound, bound + 1n]) {
        const { rows } = await pool().query("SELECT revenue_band($1::numeric) AS band", [gross.toString()]);
        expect([gross, rows[0].band]).toEqual([gross, revenueBand(gross)]);
      }
  });
});
