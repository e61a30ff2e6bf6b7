import { beforeAll, describe, expect, test } from "vitest";
import type { SignalInput } from "#app/domain/monitoring/opinion/opinion.schema.ts";
import { findSignal, listSignals } from "#app/domain/monitoring/opinion/queries.server.ts";
import { correctSignal, releaseSignal } from "#app/domain/monitoring/opinion/release.server.ts";
import { changeSignal, writeSignal } from "#app/domain/monitoring/opinion/write.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aFront, type Front, inField, laidOpen, move, must, readAll } from "#test/support/monitoring/front.ts";
import { aSignal } from "#test/support/monitoring/opinion.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let result: string;
function signal(more: Partial<SignalInput> = {}) {
  return aSignal(front.body, more);
}
beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  result = await published(cast);
}, 60_000);

const ERRATUM = { text: "Câu trả lời “Không” là 9 người; một phiếu bị đếm sót." };

describe("a signal of public opinion", () => {
  test("is its own body's until a lead publishes it; then it stands on the record, and errata stand beside it", async () => {
    expect(await writeSignal(cast.representative, signal())).toMatchObject({ code: "NOT_A_MONITOR" });
    expect(await writeSignal(front.monitor, signal({ about: "KQ-2026-9999" }))).toMatchObject({
      code: "NO_SUCH_SUBJECT",
    });
    const { code } = must(await writeSignal(front.monitor, signal({ about: result })));
    must(await changeSignal(front.second, code, signal({ about: result, title: "Ý kiến về trả lời, bản sửa" })));
    expect(await findSignal(null, code)).toBeNull();
    expect(await findSignal(front.lead, code)).toMatchObject({
      title: "Ý kiến về trả lời, bản sửa",
      publishedAt: null,
    });
    expect(await releaseSignal(front.monitor, code)).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    expect(await correctSignal(front.lead, code, ERRATUM)).toMatchObject({ code: "SIGNAL_NOT_PUBLISHED" });
    expect(must(await releaseSignal(front.lead, code))).toEqual({ isPublic: true });
    expect(await releaseSignal(front.lead, code)).toMatchObject({ code: "SIGNAL_RELEASED" });
    expect(await changeSignal(front.monitor, code, signal())).toMatchObject({ code: "SIGNAL_RELEASED" });
    expect((await listSignals(null, result)).map((one) => one.code)).toEqual([code]);
    expect(await correctSignal(front.monitor, code, ERRATUM)).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    must(await correctSignal(front.lead, code, ERRATUM));
    expect(await findSignal(null, code)).toMatchObject({ n: 20, errata: [ERRATUM] });
    const entries = await db().recordEntry.findMany({ where: { subjectCode: code }, orderBy: { id: "asc" } });
    expect(entries.map(({ kind, subjectType }) => [kind, subjectType])).toEqual([
      ["opinion.published", "OPINION"],
      ["opinion.erratum", "OPINION"],
    ]);
  });

  test("of a campaign becomes public with it, once a lead let it go; who is not independent of it writes none", async () => {
    const campaign = await inField(front, 1);
    const { code } = must(await writeSignal(front.monitor, signal({ about: campaign })));
    const left = must(await writeSignal(front.monitor, signal({ about: campaign }))).code;
    expect(must(await releaseSignal(front.lead, code))).toEqual({ isPublic: false });
    expect(await findSignal(null, code)).toBeNull();
    expect(await db().recordEntry.count({ where: { subjectCode: code } })).toBe(0);
    await readAll(front, campaign);
    await laidOpen(front, campaign);
    must(await move(front.lead, campaign, "PUBLISHED"));
    expect(await findSignal(null, code)).toMatchObject({ campaign });
    expect(await findSignal(null, left)).toBeNull();
    expect((await listSignals(null, campaign)).map((one) => one.code)).toEqual([code]);
    expect(await writeSignal(front.monitor, signal({ about: campaign }))).toMatchObject({ code: "CAMPAIGN_PUBLISHED" });
  });

  test("whoever is kept out leaves a security event", async () => {
    const { code } = must(await writeSignal(front.monitor, signal()));
    for (const act of [releaseSignal, (actor: Cast["representative"]) => correctSignal(actor, code, ERRATUM)])
      expect(await act(cast.representative, code)).toMatchObject({ code: "NOT_A_MONITOR" });
    const events = { act: { in: ["opinion.release", "opinion.correct"] }, subjectCode: code };
    expect(await db().securityEvent.count({ where: { ...events, personId: cast.representative.personId } })).toBe(2);
  });
});

describe("the database alone refuses", () => {
  test("figures that make no n, a release by others, and any change or deletion of what is released", async () => {
    const { code } = must(await writeSignal(front.monitor, signal()));
    const where = { code };
    const wrong = { figures: [{ label: "Có", count: 30 }] };
    await expect(db().opinionSignal.update({ where, data: wrong })).rejects.toThrow();
    const by = { releasedById: cast.representative.personId, releasedAt: new Date() };
    await expect(db().opinionSignal.update({ where, data: by })).rejects.toThrow("NOT_THE_MONITORING_LEAD");
    must(await releaseSignal(front.lead, code));
    await expect(db().opinionSignal.update({ where, data: { n: 2000 } })).rejects.toThrow("FROZEN opinion_signal");
    await expect(db().opinionSignal.update({ where, data: { publishedAt: null } })).rejects.toThrow("FROZEN");
    await expect(db().opinionSignal.delete({ where })).rejects.toThrow("permission denied");
    const { id: signalId } = await db().opinionSignal.findUniqueOrThrow({ where });
    const erratum = { signalId, ...ERRATUM, byId: cast.representative.personId, post: "Hiệu trưởng" };
    await expect(db().opinionErratum.create({ data: erratum })).rejects.toThrow("OPINION_ERRATUM");
  });

  test("a signal that is public before its campaign", async () => {
    const campaign = await inField(front, 1);
    const { code } = must(await writeSignal(front.monitor, signal({ about: campaign })));
    must(await releaseSignal(front.lead, code));
    const early = db().opinionSignal.update({ where: { code }, data: { publishedAt: new Date() } });
    await expect(early).rejects.toThrow("EMBARGO");
  });
});
