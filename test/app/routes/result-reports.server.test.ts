import { beforeAll, describe, expect, test } from "vitest";
import { putCall, showInterest } from "#app/demo/partnerships/calls.server.ts";
import { answerInterest } from "#app/domain/partnerships/calls/interests/answer.server.ts";
import { FACT_TABLES } from "#app/domain/results/exports/fact-tables.ts";
import { listRights } from "#app/domain/results/reports/queries.server.ts";
import { loader as readApi } from "#app/routes/api/results/item.ts";
import { loader as listApi } from "#app/routes/api/results/list.ts";
import * as product from "#app/routes/catalogue/product.tsx";
import * as desk from "#app/routes/desk/result-report.tsx";
import * as queue from "#app/routes/desk/results.tsx";
import { loader as dataPackage } from "#app/routes/results/exports/data-package.ts";
import { loader as factCsv } from "#app/routes/results/exports/fact-csv.ts";
import * as page from "#app/routes/results/page.tsx";
import * as discontinue from "#app/routes/results/report/discontinue.tsx";
import * as fact from "#app/routes/results/report/fact.tsx";
import * as home from "#app/routes/results/report/home.tsx";
import { listResults, readResult } from "#app/web/api/results.ts";
import { db } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { body } from "../domain/partnerships/people.ts";
import { type Cast, gather, published } from "../domain/results/cast.ts";

withTestDatabase();

const NOTE = "Đã đối chiếu hóa đơn và sổ kế toán của kỳ.";
const REVENUE = {
  ...{ first: "01/2026", last: "6/2026", gross: "2.345.678.901", cost: "1,5 tỷ", profitAfterTax: "500.000.000" },
  evidence: "Báo cáo tài chính nửa năm",
};

let cast: Cast;
let code: string;
beforeAll(async () => {
  cast = await gather();
  code = await published(cast);
});

function path(rest: string): string {
  return `/vi/results/${code}${rest}`;
}

async function verify(number: number): Promise<void> {
  const at = { as: cast.officer, params: { code, number: String(number) } };
  const answer = await sendForm(
    desk.action,
    `/vi/desk/results/${code}/reports/${number}`,
    { verdict: "VERIFIED", note: NOTE },
    at,
  );
  expect(answer.status).toBe(303);
}

describe("a host reports of a published result", () => {
  test("on pages that exist for its representatives alone, and returns what was typed wrongly with everything typed", async () => {
    const at = { params: { code, kind: "revenue" } };
    for (const [as, status] of [
      [cast.stranger, 404],
      [cast.author, 404],
      [cast.representative, 200],
    ] as const) {
      expect((await readPage(home.loader, path("/report"), { ...at, as })).status).toBe(status);
      expect((await readPage(fact.loader, path("/report/revenue"), { ...at, as })).status).toBe(status);
      expect((await readPage(discontinue.loader, path("/discontinue"), { ...at, as })).status).toBe(status);
    }
    const as = cast.representative;
    const nonsense = await readPage(fact.loader, path("/report/x"), { as, params: { code, kind: "x" } });
    expect(nonsense.status).toBe(404);
    const wrong = { ...REVENUE, first: "13/2026", profitAfterTax: "nhiều" };
    const back = await sendForm(fact.action, path("/report/revenue"), wrong, { ...at, as });
    expect(back.status).toBe(422);
    expect(Object.keys(back.form.errors).sort()).toEqual(["first", "profitAfterTax"]);
    expect(back.form.values).toMatchObject({ first: "13/2026", gross: "2.345.678.901" });
    const backwards = { ...REVENUE, last: "11/2025" };
    const refused = await sendForm(fact.action, path("/report/revenue"), backwards, { ...at, as });
    expect(Object.keys(refused.form.errors)).toEqual(["last"]);
    const empty = await sendForm(
      fact.action,
      path("/report/localisation"),
      {},
      { as, params: { code, kind: "localisation" } },
    );
    expect(Object.keys(empty.form.errors).sort()).toEqual(["evidence", "first", "last"]);
  });

  test("the public reads a band until the sums are public, and every report beside what an officer found", async () => {
    const at = { as: cast.representative, params: { code, kind: "revenue" } };
    const sent = await sendForm(fact.action, path("/report/revenue"), REVENUE, at);
    expect([sent.status, sent.location]).toEqual([303, `${path("")}#report-1`]);
    const waiting = await readPage(queue.loader, "/vi/desk/results", { as: cast.officer });
    expect(waiting.data).toMatchObject({ reports: [{ code, number: 1, kind: "REVENUE" }] });
    await verify(1);
    const said = { kind: "REVENUE", band: "FROM_1_BN", grossVnd: null };
    const open = await readPage(page.loader, path(""), { params: { code } });
    expect(open.data).toMatchObject({
      page: { progress: { revenue: { band: "FROM_1_BN" }, reports: [{ said, verdict: { note: NOTE } }] } },
    });
    expect(JSON.stringify(open.data)).not.toContain("2345678901");
    const known = await readPage(page.loader, path(""), { params: { code }, as: cast.officer });
    expect(JSON.stringify(known.data)).toContain("2345678901");
  });

  test("the API and the tables tell the same, in the form that they describe", async () => {
    const answer = await readApi(pageArgs(`/api/v1/results/${code}`, null, { code }));
    const told = answer instanceof Response ? await answer.text() : "";
    expect(told).not.toContain("2345678901");
    expect(readResult.answer.parse(JSON.parse(told))).toMatchObject({
      ...{ revenueBand: "FROM_1_BN", stage: "ON_MARKET", growingPeriods: 0 },
      revenue: [{ from: "2026-01-01", to: "2026-07-01", grossVnd: null }],
      reports: [{ number: 1, verdict: { outcome: "VERIFIED" } }],
    });
    const list = await listApi(pageArgs("/api/v1/results", null));
    const listed = list instanceof Response ? await list.text() : "";
    expect(listed).not.toContain("2345678901");
    expect(listResults.answer.parse(JSON.parse(listed)).items[0]).toMatchObject({ revenueBand: "FROM_1_BN" });
    const described = await dataPackage(pageArgs("/vi/results.datapackage.json", null));
    const { resources } = JSON.parse(described instanceof Response ? await described.text() : "");
    for (const [index, table] of FACT_TABLES.entries()) {
      const file = await factCsv(pageArgs(`/vi/results/tables/${table.name}.csv`, null, { table: table.name }));
      const [head] = (await file.text()).replace("\ufeff", "").split("\r\n");
      const { path: address, schema } = resources[index + 1];
      expect(address).toMatch(new RegExp(`/vi/results/tables/${table.name}\\.csv$`));
      expect(schema.fields.map(({ name }: { name: string }) => name).join(",")).toBe(head);
    }
    const stages = await factCsv(pageArgs("/vi/results/tables/stages.csv", null, { table: "stages" }));
    expect(await stages.text()).toContain(`${code},PILOT,ON_MARKET,2026-10-01`);
  });

  test("localisation stands on the page of its product once it is verified, and the pages stay at six statements", async () => {
    const at = { as: cast.representative, params: { code, kind: "localisation" } };
    const typed = {
      ...{ first: "1/2026", last: "10/2026", price: "100.000.000", domesticValueAdded: "62.000.000" },
      ...{
        cost: "80.000.000",
        domesticCost: "31.000.000",
        domesticDemand: "30",
        evidence: "Bảng giá thành mười tháng",
      },
    };
    expect((await sendForm(fact.action, path("/report/localisation"), typed, at)).status).toBe(303);
    await verify(2);
    const address = "/vi/catalogue/21-S17";
    const { value, queries } = await countQueries(() =>
      readPage(product.loader, address, { params: { code: "21-S17" } }),
    );
    expect(value.data).toMatchObject({
      localised: {
        ...{ total: 1, basis: "2815/QĐ-TTg" },
        results: [
          {
            code,
            measures: [{ ppm: 620_000, isMet: true }, { ppm: 387_500, isMet: false }, { ppm: null }, { isMet: true }],
          },
        ],
      },
    });
    expect(JSON.stringify(value.data)).not.toContain("62000000");
    expect(queries.length).toBeLessThanOrEqual(6);
    const result = await countQueries(() => readPage(page.loader, path(""), { params: { code } }));
    expect(result.queries.length).toBeLessThanOrEqual(6);
  });
});

describe("a host reports of the rights in a published result", () => {
  const typed = {
    ...{ right: "PATENT", office: "IP VIETNAM", applicationNo: "1-2026-04444", onDate: "05/10/2026" },
    ...{ owner1: "Trường Đại học Kỹ thuật Lam Giang", share1: "100", evidence: "Tờ khai có dấu nhận đơn" },
  };

  test("what was filed is refused with everything typed, sent, verified, and stands on the page", async () => {
    const at = { as: cast.representative, params: { code, kind: "right" } };
    const first = await readPage(fact.loader, path("/report/right"), at);
    expect(first.data).toMatchObject({
      form: { values: { owner1: "Trường Đại học Kỹ thuật Lam Giang", share1: "100" } },
    });
    const wrong = { ...typed, onDate: "31/02/2026", share1: "60", owner2: "A" };
    const back = await sendForm(fact.action, path("/report/right"), wrong, at);
    expect([back.status, back.form.values["share1"]]).toEqual([422, "60"]);
    expect(Object.keys(back.form.errors).sort()).toEqual(["onDate", "owner2", "share2"]);
    const less = await sendForm(fact.action, path("/report/right"), { ...typed, share1: "60" }, at);
    expect(Object.keys(less.form.errors)).toEqual(["share1"]);
    const sent = await sendForm(fact.action, path("/report/right"), typed, at);
    expect(sent.status).toBe(303);
    const number = Number(/\d+$/.exec(sent.location ?? "")?.[0]);
    const again = await sendForm(fact.action, path("/report/right"), typed, at);
    expect([again.status, Object.keys(again.form.errors)]).toEqual([422, ["applicationNo"]]);
    await verify(number);
    const open = await readPage(page.loader, path(""), { params: { code } });
    expect(open.data).toMatchObject({
      page: { view: { rights: [{ applicationNo: "1-2026-04444", status: "FILED" }] } },
    });
  });

  test("then what its office did is told of it, chosen from those on the page", async () => {
    const at = { as: cast.representative, params: { code, kind: "right-event" } };
    const [known] = await listRights(code);
    const right = known?.id ?? "";
    const first = await readPage(fact.loader, path("/report/right-event"), at);
    expect(first.data).toMatchObject({ rights: [{ id: right, applicationNo: "1-2026-04444" }] });
    const event = { event: "PUBLISHED", onDate: "12/11/2026", reference: "Công báo số 452", expiresOn: "" };
    const told = { ...event, evidence: "Công báo sở hữu công nghiệp số 452" };
    const none = await sendForm(fact.action, path("/report/right-event"), told, at);
    expect([none.status, Object.keys(none.form.errors)]).toEqual([422, ["right"]]);
    const sent = await sendForm(fact.action, path("/report/right-event"), { ...told, right }, at);
    await verify(Number(/\d+$/.exec(sent.location ?? "")?.[0]));
    const open = await readPage(page.loader, path(""), { params: { code } });
    expect(open.data).toMatchObject({
      page: { view: { rights: [{ status: "PUBLISHED", publishedOn: "2026-11-12" }] } },
    });
    const answer = await readApi(pageArgs(`/api/v1/results/${code}`, null, { code }));
    const body = readResult.answer.parse(JSON.parse(answer instanceof Response ? await answer.text() : ""));
    expect(body).toMatchObject({ reports: expect.arrayContaining([expect.objectContaining({ number: 4 })]) });
    expect(JSON.stringify(body)).not.toContain(right);
  });
});

test("an accepted interest in an offer becomes an act, filled in, once", async () => {
  const firm = await body("ENTERPRISE", "Công ty Nước sạch Lam Giang");
  const offer = {
    kind: "RESULT_OFFER",
    origin: code,
    needs: ["LICENCE"],
    title_vi: "Cấp quyền sản xuất màng lọc",
  } as const;
  const call = await putCall(cast.representative, cast.school, { ...offer, needs: [...offer.needs] });
  await showInterest(firm.actor, firm.organisationId, { code: call });
  const { id } = await db().callInterest.findFirstOrThrow({ where: { call: { code: call } } });
  const as = cast.representative;
  const address = path(`/report/act?interest=${id}`);
  const at = { as, params: { code, kind: "act" } };
  const early = await readPage(fact.loader, address, at);
  expect(early.data).toMatchObject({ from: null });
  const accepted = await answerInterest(
    as,
    { code: call, id },
    { outcome: "ACCEPTED", answer: "Mời ký hợp đồng tuần sau.", language: "vi" },
  );
  expect(accepted.ok).toBe(true);
  const { data } = await readPage(fact.loader, address, at);
  expect(data).toMatchObject({
    ...{ from: "Công ty Nước sạch Lam Giang" },
    form: { values: { interest: id, act: "LICENCE", counterparty: "Công ty Nước sạch Lam Giang" } },
  });
  const typed = { interest: id, act: "LICENCE", onDate: "2026-11-01", counterparty: "Công ty Nước sạch Lam Giang" };
  const fields = { ...typed, territory: "", revenue: "300 triệu", evidence: "Hợp đồng chuyển quyền số 3" };
  expect((await sendForm(fact.action, address, fields, at)).status).toBe(303);
  const again = await sendForm(fact.action, address, fields, at);
  expect([again.status, Object.keys(again.form.errors)]).toEqual([422, ["interest"]]);
  const open = await readPage(page.loader, path(""), { params: { code } });
  expect(JSON.stringify(open.data)).not.toContain(id);
});
