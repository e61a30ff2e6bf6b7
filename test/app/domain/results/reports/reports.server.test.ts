import { beforeAll, describe, expect, test } from "vitest";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { withdraw } from "#app/domain/results/drafts/withdraw.server.ts";
import { findResult } from "#app/domain/results/queries.server.ts";
import { answerReport } from "#app/domain/results/reports/answer-report.server.ts";
import { discontinue } from "#app/domain/results/reports/discontinue.server.ts";
import { listLocalisation, listWaitingReports } from "#app/domain/results/reports/queries.server.ts";
import type { ReportInput } from "#app/domain/results/reports/report.schema.ts";
import { type Said, stageOf } from "#app/domain/results/reports/report.ts";
import { reportProgress } from "#app/domain/results/reports/report-progress.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { currentDocuments } from "#search/documents/current.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, gather, published } from "../cast.ts";

withTestDatabase();

const NOTE = "Đã đối chiếu hóa đơn, sổ kế toán và biên bản nghiệm thu.";
const EVIDENCE = "Báo cáo kiểm toán số 12/2026";

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});

function input(said: Said, reason: string | null = null): ReportInput {
  return { said, evidence: EVIDENCE, reason, interestId: null };
}

function level(value: number, onDate: string): Said {
  return { kind: "READINESS", level: value, onDate };
}

function revenue(from: string, to: string, grossVnd: bigint, sumsPublic = false): Said {
  return { kind: "REVENUE", from, to, grossVnd, costVnd: 1n, profitAfterTaxVnd: -5n, sumsPublic };
}

async function reported(code: string, said: Said, reason: string | null = null): Promise<number> {
  const outcome = await reportProgress(cast.representative, code, input(said, reason));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.number;
}

async function answered(code: string, number: number, verdict: "VERIFIED" | "RETURNED" = "VERIFIED"): Promise<void> {
  const outcome = await answerReport(cast.officer, code, { number, verdict, note: NOTE });
  if (!outcome.ok) throw new Error(outcome.code);
}

async function read(code: string) {
  const result = await findResult(code);
  if (!result) throw new Error(code);
  const [document] = await currentDocuments(pool(), [{ type: "result", id: result.id }]);
  return { ...result, stage: stageOf(result.content, result.progress), searched: document?.stage };
}

function way(result: Awaited<ReturnType<typeof read>>) {
  return result.progress.stages.map(({ to }) => to);
}

describe("a report on a published result", () => {
  test("is the host's word alone until an officer of another body has verified it within a clock of its own", async () => {
    const code = await published(cast, [], false);
    const number = await reported(code, level(8, "2026-10-20"));
    expect((await read(code)).stage).toBe("PILOT");
    const [waiting] = (await listWaitingReports(cast.officer)).filter((one) => one.code === code);
    expect(waiting).toMatchObject({ number, kind: "READINESS", mine: true });
    expect(await listWaitingReports(cast.ownOfficer)).toEqual([]);
    await answered(code, number);
    const result = await read(code);
    expect([result.stage, result.searched]).toEqual(["MARKET_READY", "MARKET_READY"]);
    expect(way(result)).toEqual(["LAB_VALIDATED", "PILOT", "MARKET_READY"]);
    expect(result.content.readiness.at(-1)).toMatchObject({ level: 8, evidence: EVIDENCE });
    const clocks = (await obligationsOf(code)).filter(({ kind }) => kind === "RESULT_REPORT_CHECK");
    expect(clocks).toMatchObject([{ debtor: { role: "RESULT_OFFICER" } }]);
    expect(clocks[0]?.endedOn).not.toBeNull();
    const kinds = await db().recordEntry.findMany({ where: { subjectCode: code }, select: { kind: true } });
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["result.reported", "result.report-verified", "result.stage"]),
    );
    expect(await answerReport(cast.officer, code, { number, verdict: "RETURNED", note: NOTE })).toMatchObject({
      code: "REPORT_ANSWERED",
    });
  });

  test("an act makes it commercialised once verified; one that was returned stays in sight and counts for nothing", async () => {
    const code = await published(cast, [], false);
    const act = { kind: "ACT", act: "LICENCE", onDate: "2026-10-05", counterparty: "", territory: "" } as const;
    const first = await reported(code, { ...act, revenueVnd: 7n });
    await answered(code, first, "RETURNED");
    expect((await read(code)).stage).toBe("PILOT");
    expect((await read(code)).progress.reports).toMatchObject([{ number: 1, verdict: { outcome: "RETURNED" } }]);
    await answered(code, await reported(code, { ...act, revenueVnd: 7n }));
    const result = await read(code);
    expect(result.stage).toBe("ON_MARKET");
    expect(result.content.acts.filter(({ verified }) => verified)).toMatchObject([{ kind: "LICENCE", revenueVnd: 7n }]);
  });

  test("two growing periods make it SCALING, a lower one needs a reason and takes it back", async () => {
    const code = await published(cast);
    for (const [from, to, gross] of [
      ["2025-01-01", "2025-07-01", 100n],
      ["2025-07-01", "2026-01-01", 200n],
      ["2026-01-01", "2026-07-01", 300n],
    ] as const)
      await answered(code, await reported(code, revenue(from, to, gross)));
    const grown = await read(code);
    expect([grown.stage, grown.searched]).toEqual(["SCALING", "SCALING"]);
    const less = revenue("2026-07-01", "2026-11-01", 10n);
    expect(await reportProgress(cast.representative, code, input(less))).toMatchObject({
      ...{ code: "REASON_MISSING", field: "reason" },
    });
    await answered(code, await reported(code, less, "Mất một hợp đồng lớn."));
    const fallen = await read(code);
    expect([fallen.stage, fallen.searched]).toEqual(["ON_MARKET", "ON_MARKET"]);
    expect(fallen.progress.stages.at(-1)).toMatchObject({ from: "SCALING", reason: "Mất một hợp đồng lớn." });
  });

  test("tells the record a band, and to the đồng nothing that the host keeps", async () => {
    const code = await published(cast);
    await reported(code, revenue("2026-01-01", "2026-02-01", 1_234_567_891n));
    const [entry] = await db().recordEntry.findMany({ where: { subjectCode: code, kind: "result.reported" } });
    expect(JSON.stringify(entry?.payload)).toContain("FROM_1_BN");
    expect(JSON.stringify(entry?.payload)).not.toContain("1234567891");
  });

  test("is refused in the future, twice for a day or a period, from the wrong hand, and of what is not published", async () => {
    const code = await published(cast);
    const of = (said: Said, actor = cast.representative) => reportProgress(actor, code, input(said));
    expect(await of(level(8, "2099-01-01"))).toMatchObject({ code: "IN_THE_FUTURE", field: "onDate" });
    expect(await of(revenue("2099-01-01", "2099-02-01", 1n))).toMatchObject({ code: "IN_THE_FUTURE", field: "last" });
    expect(await of(level(8, "2026-09-01"))).toMatchObject({ code: "LEVEL_ON_DAY" });
    await reported(code, revenue("2026-01-01", "2026-04-01", 1n));
    expect(await of(revenue("2026-03-01", "2026-05-01", 1n))).toMatchObject({
      ...{ code: "PERIOD_OVERLAPS", params: { from: "2026-01-01", last: "2026-03-31" } },
    });
    expect(await of(level(8, "2026-10-20"), cast.author)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    const answer = { number: 1, verdict: "VERIFIED", note: NOTE } as const;
    expect(await answerReport(cast.ownOfficer, code, answer)).toMatchObject({ code: "VERIFIER_OF_HOST" });
    expect(await answerReport(cast.stranger, code, answer)).toMatchObject({ code: "NOT_AN_OFFICER" });
    expect(await answerReport(cast.officer, code, { ...answer, number: 9 })).toMatchObject({ code: "NOT_FOUND" });
  });

  test("also says that the rest of the profile still holds, and what waits is void once the result is withdrawn", async () => {
    const code = await published(cast);
    await reported(code, level(8, "2026-10-20"));
    expect((await read(code)).confirmedAt).not.toBeNull();
    expect(await withdraw(cast.representative, code, { reason: "Sai số liệu gốc." })).toMatchObject({ ok: true });
    const [clock] = (await obligationsOf(code)).filter(({ kind }) => kind === "RESULT_REPORT_CHECK");
    expect(clock?.clock.state).toBe("void");
  });
});

describe("a result that goes no further", () => {
  test("is discontinued by its host with a reason, for good, and found so", async () => {
    const code = await published(cast);
    const reason = "Nhà cung cấp vật liệu chính đã ngừng sản xuất.";
    expect(await discontinue(cast.author, code, { reason, evidence: "" })).toMatchObject({
      code: "NOT_A_REPRESENTATIVE",
    });
    expect(await discontinue(cast.representative, code, { reason: "", evidence: "" })).toMatchObject({
      code: "REASON_MISSING",
    });
    expect(await discontinue(cast.representative, code, { reason, evidence: "" })).toMatchObject({ ok: true });
    const result = await read(code);
    expect([result.stage, result.searched]).toEqual(["DISCONTINUED", "DISCONTINUED"]);
    expect(result.progress.stages.at(-1)).toMatchObject({ from: "ON_MARKET", role: "HOST", reason });
    const again = { code: "RESULT_DISCONTINUED" };
    expect(await discontinue(cast.representative, code, { reason, evidence: "" })).toMatchObject(again);
    expect(await reportProgress(cast.representative, code, input(level(8, "2026-10-20")))).toMatchObject(again);
  });
});

describe("localisation of a product", () => {
  test("is listed from verified observations, the newest of each result", async () => {
    const seen = (from: string, to: string, coreTechPpm: number): Said => ({
      ...{ kind: "LOCALISATION", from, to, sumsPublic: false, coreTechPpm, domesticDemandPpm: null },
      ...{ priceVnd: 100_000_000n, domesticValueAddedVnd: 62_000_000n, costVnd: null, domesticCostVnd: null },
    });
    const code = await published(cast);
    await answered(code, await reported(code, seen("2025-01-01", "2026-01-01", 700_000)));
    await answered(code, await reported(code, seen("2026-01-01", "2026-07-01", 800_000)));
    await reported(code, seen("2026-07-01", "2026-10-01", 900_000));
    const { results, total, thresholds } = await listLocalisation(["21-S17"]);
    expect(total).toBe(1);
    expect(results).toMatchObject([
      { code, observations: 2, newest: { coreTechPpm: 800_000, priceVnd: 100_000_000n } },
    ]);
    expect(thresholds["localisation.value-added.minimum"]).toMatchObject({ ppm: 600_000, basis: "2815/QĐ-TTg" });
    expect((await listLocalisation(["21-S01"])).results).toEqual([]);
  });
});

describe("the database refuses, whoever writes", () => {
  const insert = (code: string, columns: string, values: string, by = cast.representative.personId) =>
    pool().query(
      `INSERT INTO result_report (result_id, number, evidence, reported_by_id, ${columns})
       SELECT id, 99, 'Báo cáo kiểm toán', $2, ${values} FROM result WHERE code = $1`,
      [code, by],
    );

  test("a report of another's hand, periods that overlap or are no months, sums that cannot be", async () => {
    const code = await published(cast);
    await reported(code, revenue("2026-01-01", "2026-04-01", 1n));
    const columns = "kind, period_from, period_to, gross_vnd, cost_vnd, profit_after_tax_vnd";
    const period = (from: string, to: string, sums = "5, 1, 1") => `'REVENUE', '${from}', '${to}', ${sums}`;
    await expect(insert(code, columns, period("2026-02-01", "2026-05-01"))).rejects.toThrow(/periods_apart/);
    await expect(insert(code, columns, period("2026-05-02", "2026-06-01"))).rejects.toThrow(/result_report_period/);
    await expect(insert(code, columns, period("2024-05-01", "2025-06-01"))).rejects.toThrow(/result_report_period/);
    await expect(insert(code, columns, period("2026-05-01", "2026-06-01", "5, 1, 5"))).rejects.toThrow(/_kind/);
    await expect(insert(code, columns, period("2026-05-01", "2026-06-01"), cast.author.personId)).rejects.toThrow(
      /NOT_THE_HOST/,
    );
    await expect(insert(code, columns, period("2098-05-01", "2098-06-01"))).rejects.toThrow(/IN_THE_FUTURE/);
    await expect(insert(code, "kind, level, on_date, price_vnd", "'READINESS', 8, '2026-10-20', 4")).rejects.toThrow(
      /_kind/,
    );
  });

  test("an answer of the host's own officer, a second one, and a report that is changed", async () => {
    const code = await published(cast);
    const number = await reported(code, level(8, "2026-10-20"));
    const answer = (officer: string, body: string) =>
      pool().query(
        `UPDATE result_report SET verdict = 'RETURNED', note = $4, answered_at = now(), answered_by_id = $2, answered_by_body = $3
         WHERE result_id = (SELECT id FROM result WHERE code = $1)`,
        [code, officer, body, NOTE],
      );
    await expect(answer(cast.ownOfficer.personId, cast.school)).rejects.toThrow(/NOT_INDEPENDENT/);
    await answered(code, number, "RETURNED");
    await expect(answer(cast.officer.personId, cast.agency)).rejects.toThrow(/ONCE/);
    await expect(pool().query("UPDATE result_report SET level = 9")).rejects.toThrow(/permission denied/);
    await expect(pool().query("DELETE FROM result_report")).rejects.toThrow(/permission denied/);
  });

  test("a fact without its verified report, and a verified report without its fact", async () => {
    const code = await published(cast, [], false);
    const number = await reported(code, level(8, "2026-10-20"));
    const { id } = await db().resultReport.findFirstOrThrow({ where: { result: { code }, number } });
    const fact = (shown: number) =>
      pool().query(
        `INSERT INTO readiness_observation (result_id, level, on_date, evidence, report_id)
         SELECT id, $2, '2026-10-20', $3, $4 FROM result WHERE code = $1`,
        [code, shown, EVIDENCE, id],
      );
    await expect(fact(8)).rejects.toThrow(/NO_VERIFIED_REPORT/);
    const verify = pool().query(
      `UPDATE result_report SET verdict = 'VERIFIED', note = $2, answered_at = now(), answered_by_id = $3, answered_by_body = $4
       WHERE id = $1`,
      [id, NOTE, cast.officer.personId, cast.agency],
    );
    await expect(verify).rejects.toThrow(/NO_FACT/);
    await answered(code, number);
    await expect(fact(9)).rejects.toThrow(/NO_VERIFIED_REPORT/);
  });

  test("a stage that the facts do not show, or a history that is changed", async () => {
    const code = await published(cast);
    const step = pool().query(
      `INSERT INTO result_stage_step (result_id, from_stage, to_stage, on_date, evidence, actor_role, record_entry_id)
       SELECT r.id, 'ON_MARKET', 'SCALING', '2026-10-20', 'x', 'HOST', (SELECT max(id) FROM record_entry)
       FROM result r WHERE code = $1`,
      [code],
    );
    await expect(step).rejects.toThrow(/STAGE_NOT_TOLD/);
    await expect(pool().query("UPDATE result_stage_step SET reason = 'x'")).rejects.toThrow(/permission denied/);
    await expect(pool().query("DELETE FROM result_stage_step")).rejects.toThrow(/permission denied/);
  });
});
