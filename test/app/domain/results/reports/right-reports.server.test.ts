import { beforeAll, describe, expect, test } from "vitest";
import { FACT_TABLES } from "#app/domain/results/exports/fact-tables.ts";
import { OFFICE_EVENTS, standingOf } from "#app/domain/results/profile/right.ts";
import { findResult } from "#app/domain/results/queries.server.ts";
import { answerReport } from "#app/domain/results/reports/answer-report.server.ts";
import { listRights } from "#app/domain/results/reports/queries.server.ts";
import type { ReportInput } from "#app/domain/results/reports/report.schema.ts";
import { reportProgress } from "#app/domain/results/reports/report-progress.server.ts";
import type { PartInput } from "#app/domain/results/result.schema.ts";
import { published as answerOf } from "#app/web/results/public-answer.ts";
import { db, pool } from "#prisma/client.server.ts";
import { currentDocuments } from "#search/documents/current.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, gather, published } from "../cast.ts";

withTestDatabase();

const NOTE = "Đã tra số đơn và số bằng trên công báo của cơ quan.";
const EVIDENCE = "Quyết định cấp bằng ngày 12/10/2026";
const OWN: PartInput = {
  part: "rights",
  values: {
    rights: [
      {
        ...{ kind: "PATENT", office: "IP VIETNAM", applicationNo: "1-2025-00077", disclosedOn: null, expiresOn: null },
        owners: [],
        events: [{ kind: "FILED", onDate: "2025-03-04", reference: "" }],
      },
      {
        ...{ kind: "TRADEMARK", office: "IP VIETNAM", applicationNo: "", disclosedOn: null, expiresOn: null },
        ...{ owners: [], events: [] },
      },
    ],
  },
};

let cast: Cast;
beforeAll(async () => {
  cast = await gather();
});

type Event = Extract<ReportInput["said"], { kind: "RIGHT_EVENT" }>;
type Filed = Extract<ReportInput["said"], { kind: "RIGHT" }>;

const DESIGN: Filed = {
  ...{ kind: "RIGHT", right: "INDUSTRIAL_DESIGN", office: "IP VIETNAM", applicationNo: "3-2026-00012" },
  ...{ onDate: "2026-09-01", disclosedOn: "2026-07-01", expiresOn: null },
  owners: [
    { name: "Trường Đại học Kỹ thuật Lam Giang", ppm: 700_000 },
    { name: "Người Có Tên", ppm: 300_000 },
  ],
};

async function event(code: string, of: Partial<Event>, place = 0): Promise<Event> {
  const right = (await listRights(code))[place];
  const plain = {
    kind: "RIGHT_EVENT",
    event: "GRANTED",
    onDate: "2026-10-12",
    reference: "",
    expiresOn: null,
  } as const;
  return { ...plain, rightId: right?.id ?? "", ...of };
}

function report(code: string, said: ReportInput["said"]) {
  return reportProgress(cast.representative, code, { said, evidence: EVIDENCE, reason: null, interestId: null });
}

async function verified(code: string, said: ReportInput["said"], verdict: "VERIFIED" | "RETURNED" = "VERIFIED") {
  const sent = await report(code, said);
  if (!sent.ok) throw new Error(sent.code);
  const answer = await answerReport(cast.officer, code, { number: sent.value.number, verdict, note: NOTE });
  if (!answer.ok) throw new Error(answer.code);
  return sent.value.number;
}

async function read(code: string) {
  const result = await findResult(code);
  if (!result) throw new Error(code);
  const [document] = await currentDocuments(pool(), [{ type: "result", id: result.id }]);
  return { ...result, rights: result.content.rights, document };
}

describe("what an office did with a right after the publication", () => {
  test("waits as the host's word, then stands among the events of the right, in search, in the API and in the tables", async () => {
    const code = await published(cast, [OWN]);
    const said = await event(code, { reference: "Bằng 41236", expiresOn: "2045-03-04" });
    const sent = await report(code, said);
    expect(sent).toMatchObject({ ok: true, value: { number: 1 } });
    expect((await read(code)).rights[0]).toMatchObject({ status: "FILED", grantedOn: null });
    expect((await read(code)).document).toMatchObject({ ipStatuses: ["FILED", "NOT_FILED"] });
    await answerReport(cast.officer, code, { number: 1, verdict: "VERIFIED", note: NOTE });
    const result = await read(code);
    expect(result.rights[0]).toMatchObject({ status: "GRANTED", grantedOn: "2026-10-12", expiresOn: "2045-03-04" });
    expect(result.document?.ipStatuses).toEqual(["GRANTED", "NOT_FILED"]);
    expect(result.document?.numbers).toEqual(expect.arrayContaining(["1-2025-00077", "Bằng 41236"]));
    expect(answerOf(result, "https://x.example")).toMatchObject({
      rights: [{ status: "GRANTED", events: [{ kind: "FILED" }, { kind: "GRANTED", reference: "Bằng 41236" }] }, {}],
      reports: [{ said: { kind: "RIGHT_EVENT", right: "PATENT", applicationNo: "1-2025-00077", event: "GRANTED" } }],
    });
    const tables = Object.fromEntries(FACT_TABLES.map(({ name, rows }) => [name, rows(result)]));
    expect(tables["rights"]?.[0]).toEqual(expect.arrayContaining(["PATENT", "GRANTED", "1-2025-00077", "2045-03-04"]));
    expect(tables["right-events"]).toContainEqual([
      ...[code, "IP VIETNAM", "1-2025-00077", "GRANTED", "2026-10-12", "Bằng 41236"],
    ]);
    const [entry] = await db().recordEntry.findMany({ where: { subjectCode: code, kind: "result.reported" } });
    expect(JSON.stringify(entry?.payload)).toContain("1-2025-00077");
    expect(JSON.stringify(entry?.payload)).not.toContain(said.rightId);
  });

  test("an opposition leaves the status where it is; what was returned changes nothing and can be reported again", async () => {
    const code = await published(cast, [OWN]);
    await verified(code, await event(code, { event: "OPPOSED", onDate: "2026-05-05" }));
    expect((await read(code)).rights[0]).toMatchObject({ status: "FILED", events: [{}, { kind: "OPPOSED" }] });
    const lapsed = await event(code, { event: "LAPSED", onDate: "2026-06-06" });
    await verified(code, lapsed, "RETURNED");
    expect((await read(code)).rights[0]?.status).toBe("FILED");
    await verified(code, lapsed);
    expect((await read(code)).rights[0]?.status).toBe("LAPSED");
  });

  test("a first filing gives the right its number", async () => {
    const code = await published(cast, [OWN]);
    await verified(code, await event(code, { event: "FILED", onDate: "2026-09-30", reference: "4-2026-03131" }, 1));
    expect((await read(code)).rights.map(({ applicationNo, status }) => [applicationNo, status])).toEqual([
      ["1-2025-00077", "FILED"],
      ["4-2026-03131", "FILED"],
    ]);
  });

  test("is refused of another result's right, twice, before the filing, and with an end before it", async () => {
    const code = await published(cast, [OWN]);
    const other = await published(cast, [OWN]);
    expect(await report(code, await event(other, {}))).toMatchObject({ code: "NO_SUCH_RIGHT", field: "right" });
    const of = async (said: Partial<Event>, place = 0) => report(code, await event(code, said, place));
    expect(await of({ onDate: "2099-01-01" })).toMatchObject({ code: "IN_THE_FUTURE", field: "onDate" });
    expect(await of({ event: "FILED", onDate: "2026-01-01" })).toMatchObject({ code: "EVENT_KNOWN" });
    expect(await of({ onDate: "2024-12-31" })).toMatchObject({ code: "EVENT_BEFORE_FILED" });
    expect(await of({ expiresOn: "2025-03-04" })).toMatchObject({ code: "EXPIRES_BEFORE_FILED", field: "expiresOn" });
    expect(await of({})).toMatchObject({ ok: true });
    expect(await of({})).toMatchObject({ code: "EVENT_KNOWN", field: "event" });
    expect(await of({ event: "GRANTED", onDate: "2026-08-01" }, 1)).toMatchObject({ ok: true });
    expect(await of({ event: "FILED", onDate: "2026-09-01" }, 1)).toMatchObject({ code: "EVENT_BEFORE_FILED" });
  });
});

describe("a right that was filed after the publication", () => {
  test("is one of the profile once verified, its owners tied to their bodies and kept out of the record", async () => {
    const code = await published(cast, [OWN]);
    await verified(code, DESIGN);
    const { rights, document } = await read(code);
    const added = rights.find(({ kind }) => kind === "INDUSTRIAL_DESIGN");
    expect(added).toMatchObject({
      ...{ status: "FILED", filedOn: "2026-09-01", disclosedOn: "2026-07-01", applicationNo: "3-2026-00012" },
      owners: [{ organisationId: cast.school, ppm: 700_000 }, { organisationId: null }],
    });
    expect(document?.numbers).toContain("3-2026-00012");
    const entries = await db().recordEntry.findMany({ where: { subjectCode: code } });
    expect(JSON.stringify(entries.map(({ payload }) => payload))).not.toContain("Người Có Tên");
    await verified(code, await event(code, { event: "PUBLISHED", onDate: "2026-11-01" }, 1));
    expect((await read(code)).rights[1]).toMatchObject({ status: "PUBLISHED", publishedOn: "2026-11-01" });
  });

  test("is refused twice and with a disclosure to come", async () => {
    const code = await published(cast, [OWN]);
    const late = { ...DESIGN, disclosedOn: "2099-01-01" };
    expect(await report(code, late)).toMatchObject({ code: "IN_THE_FUTURE", field: "disclosedOn" });
    expect(await report(code, DESIGN)).toMatchObject({ ok: true });
    expect(await report(code, { ...DESIGN, office: "ip Vietnam" })).toMatchObject({ code: "RIGHT_KNOWN" });
    const own = { ...DESIGN, right: "PATENT", applicationNo: "1-2025-00077" } as const;
    expect(await report(code, own)).toMatchObject({ code: "RIGHT_KNOWN", field: "applicationNo" });
  });
});

describe("the database refuses, whoever writes", () => {
  test("an event without its verified report, a verified report without its event, and owners of less than all", async () => {
    const code = await published(cast, [OWN]);
    const change = (events: object[], status = "GRANTED", granted = "2026-10-12") =>
      pool().query(
        `UPDATE ip_right SET events = $2, status = $3, granted_on = $4::date
         WHERE application_no = '1-2025-00077' AND result_id = (SELECT id FROM result WHERE code = $1)`,
        [code, JSON.stringify(events), status, granted],
      );
    const filed = { kind: "FILED", onDate: "2025-03-04", reference: "" };
    const granted = { kind: "GRANTED", onDate: "2026-10-12", reference: "", report: 1 };
    await expect(change([filed, granted])).rejects.toThrow(/FROZEN/);
    await report(code, await event(code, {}));
    await expect(change([filed, granted])).rejects.toThrow(/FROZEN/);
    const verify = pool().query(
      `UPDATE result_report SET verdict = 'VERIFIED', note = $2, answered_at = now(), answered_by_id = $3, answered_by_body = $4
       WHERE result_id = (SELECT id FROM result WHERE code = $1)`,
      [code, NOTE, cast.officer.personId, cast.agency],
    );
    await expect(verify).rejects.toThrow(/NO_FACT/);
    await answerReport(cast.officer, code, { number: 1, verdict: "VERIFIED", note: NOTE });
    await expect(change([filed, granted])).rejects.toThrow(/FROZEN/);
    await expect(change([filed])).rejects.toThrow(/FROZEN/);
    const filing = (owners: string) =>
      pool().query(
        `INSERT INTO result_report (result_id, number, evidence, reported_by_id, kind, right_kind, office, application_no, on_date, owners)
         SELECT id, 99, 'Báo cáo kiểm toán', $2, 'RIGHT', 'PATENT', 'x', '1', '2026-01-01', $3 FROM result WHERE code = $1`,
        [code, cast.representative.personId, owners],
      );
    await expect(filing('[{"name":"a","ppm":1}]')).rejects.toThrow(/OWNERS_NOT_100/);
    await expect(filing('[{"name":"","ppm":1000000}]')).rejects.toThrow(/result_report_right/);
  });

  test("and derives the same standing as the portal, event by event", async () => {
    const days = ["2026-01-01", "2026-01-02", "2026-01-02"];
    for (const first of OFFICE_EVENTS)
      for (const second of OFFICE_EVENTS) {
        const events = [first, second, "OPPOSED" as const].map((kind, index) => ({
          ...{ kind, onDate: days[index] ?? "", reference: "" },
        }));
        const { rows } = await pool().query("SELECT right_status($1) AS status", [JSON.stringify(events)]);
        expect([first, second, rows[0].status]).toEqual([first, second, standingOf(events).status]);
      }
  });
});
