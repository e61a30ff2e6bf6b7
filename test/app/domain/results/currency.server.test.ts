import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { answerComplaint } from "#app/domain/results/complaints/answer.server.ts";
import { complain } from "#app/domain/results/complaints/complain.server.ts";
import { confirmResult } from "#app/domain/results/currency/confirm.server.ts";
import { currencyOf } from "#app/domain/results/currency/currency.ts";
import { watchStaleResults } from "#app/domain/results/currency/watch.server.ts";
import { findResult } from "#app/domain/results/queries.server.ts";
import { publish } from "#app/domain/results/verification/publish.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { currentDocuments, subjectsByClock } from "#search/documents/current.server.ts";
import { drainSearch, syncByClock } from "#search/sync.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, gather, published, verified } from "./cast.ts";

withTestDatabase();

const DAY_MS = 86_400_000;
const TODAY = dayInVietnam(new Date());

let cast: Cast;
let old: string;
let fresh: string;

async function idOf(code: string): Promise<string> {
  return (await db().result.findUniqueOrThrow({ where: { code }, select: { id: true } })).id;
}

/** A result that was published so many days ago. */
async function publishedBefore(days: number): Promise<string> {
  const code = await verified(cast);
  const outcome = await publish(cast.officer, code, new Date(Date.now() - days * DAY_MS));
  if (!outcome.ok) throw new Error(outcome.code);
  return code;
}

beforeAll(async () => {
  cast = await gather();
  old = await publishedBefore(366);
  fresh = await published(cast);
});

describe("how up to date a result is", () => {
  test("follows from its publication or its host's last word", () => {
    const result = { publishedAt: "2026-01-01T18:00:00Z", confirmedAt: null, staleFrom: "2027-01-02" };
    expect(currencyOf(result, "2026-01-12")).toEqual({
      ...{ updatedOn: "2026-01-02", days: 10, staleFrom: "2027-01-02", isStale: false },
    });
    expect(currencyOf(result, "2027-01-02")?.isStale).toBe(true);
    expect(currencyOf({ ...result, publishedAt: null, staleFrom: null }, TODAY)).toBeNull();
  });

  test("makes the host owe its word once the policy's days have passed, once", async () => {
    expect((await findResult(old))?.staleFrom).toBe(addDays(TODAY, -1));
    expect(await watchStaleResults()).toEqual([old]);
    expect(await watchStaleResults()).toEqual([]);
    expect(await obligationsOf(fresh)).toSatisfy((all: { kind: string }[]) =>
      all.every(({ kind }) => kind !== "RESULT_CONFIRMATION"),
    );
    const owed = (await obligationsOf(old)).find(({ kind }) => kind === "RESULT_CONFIRMATION");
    expect(owed).toMatchObject({ endedOn: null, debtor: { role: "PARTY_REP" } });
    const told = await db().notice.findMany({ where: { subjectCode: old, event: "result.stale" } });
    expect(told.map((one) => one.personId).toSorted()).toEqual(
      [cast.author.personId, cast.representative.personId].toSorted(),
    );
    const entries = await db().recordEntry.findMany({ where: { subjectCode: old, kind: "result.stale" } });
    expect(entries).toHaveLength(1);
  });

  test("reaches the index on its day without anybody's act", async () => {
    while ((await drainSearch(null)).taken > 0);
    const other = await publishedBefore(365);
    const id = await idOf(other);
    while ((await drainSearch(null)).taken > 0);
    expect((await currentDocuments(pool(), [{ type: "result", id }]))[0]?.stale).toBe(true);
    // as it was written the day before
    await pool().query(
      "UPDATE search_document SET document = jsonb_set(document, '{stale}', 'false'), version = 'x' WHERE id = $1",
      [id],
    );
    expect(await subjectsByClock(pool())).toContainEqual({ type: "result", id });
    await syncByClock(null);
    const { rows } = await pool().query<{ stale: boolean }>(
      "SELECT (document ->> 'stale')::boolean AS stale FROM search_document WHERE id = $1",
      [id],
    );
    expect(rows).toEqual([{ stale: true }]);
    expect(await subjectsByClock(pool())).not.toContainEqual({ type: "result", id });
  });

  test("is made good by the host alone, once a day; what was owed is met and the index follows", async () => {
    expect(await confirmResult(cast.stranger, old)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await confirmResult(cast.officer, old)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await confirmResult(cast.representative, fresh)).toMatchObject({ code: "CONFIRMED_TODAY" });
    expect((await confirmResult(cast.representative, old)).ok).toBe(true);
    expect(await confirmResult(cast.representative, old)).toMatchObject({ code: "CONFIRMED_TODAY" });
    const owed = (await obligationsOf(old)).find(({ kind }) => kind === "RESULT_CONFIRMATION");
    expect(owed?.endedOn).toBe(TODAY);
    expect((await findResult(old))?.staleFrom).toBe(addDays(TODAY, 365));
    while ((await drainSearch(null)).taken > 0);
    expect((await currentDocuments(pool(), [{ type: "result", id: await idOf(old) }]))[0]?.stale).toBe(false);
  });

  test("is not asked for while a complaint is being answered, and asked for anew after it", async () => {
    const code = await publishedBefore(370);
    expect(await watchStaleResults()).toContain(code);
    const text = "Số đo sau sáu tháng không khớp với biên bản mà xã đang giữ.";
    expect((await complain(cast.stranger, code, { ground: "WRONG_FACTS", text })).ok).toBe(true);
    const open = async () =>
      (await obligationsOf(code)).filter(({ kind, endedOn }) => kind === "RESULT_CONFIRMATION" && endedOn === null);
    expect(await open()).toEqual([]);
    expect(await watchStaleResults()).not.toContain(code);
    const answer = { outcome: "DISMISSED", answer: "Đã đo lại tại ba giếng; số liệu của hồ sơ là đúng." } as const;
    expect((await answerComplaint(cast.officer, code, answer)).ok).toBe(true);
    expect(await watchStaleResults()).toContain(code);
    expect(await open()).toHaveLength(1);
  });

  test("is never said back in time, nor of what is not published", async () => {
    const back = db().result.update({ where: { code: old }, data: { confirmedAt: new Date("2026-01-01T00:00:00Z") } });
    await expect(back).rejects.toThrow("NOT_CONFIRMED");
    const none = db().result.update({ where: { code: old }, data: { confirmedAt: null } });
    await expect(none).rejects.toThrow("NOT_CONFIRMED");
    const waiting = await verified(cast);
    const early = db().result.update({ where: { code: waiting }, data: { confirmedAt: new Date() } });
    await expect(early).rejects.toThrow("NOT_CONFIRMED");
  });
});
