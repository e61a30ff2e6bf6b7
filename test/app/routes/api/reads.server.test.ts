import { beforeAll, describe, expect, test } from "vitest";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import * as products from "#app/routes/api/catalogue-products.ts";
import * as nowhere from "#app/routes/api/nowhere.ts";
import * as obligations from "#app/routes/api/obligations.ts";
import * as openapi from "#app/routes/api/openapi.ts";
import { readProducts } from "#app/web/api/catalogue.ts";
import { listOpenObligations } from "#app/web/api/obligations.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get, post } from "#test/support/api-call.ts";

withTestDatabase();

describe("the catalogue", () => {
  test("both editions by date, each product with what it lacks", async () => {
    const { body: former } = await get(products, "/catalogue/products?asOf=2026-06-30");
    const { body: present } = await get(products, "/catalogue/products?asOf=2026-07-01");
    expectDeclared(readProducts, former);
    expectDeclared(readProducts, present);
    const [old, now] = [readProducts.answer.parse(former), readProducts.answer.parse(present)];
    expect([old.edition.instrument, old.items.length]).toEqual(["1131/QĐ-TTg", 35]);
    expect([now.edition.instrument, now.items.length]).toEqual(["21/2026/QĐ-TTg", 30]);
    const product = now.items.find((it) => it.code === "21-S02");
    expect(product?.guidance.PROGRAMME.map((it) => it.legalRef)).toEqual(["2815/QĐ-TTg"]);
    expect(product?.gaps).toEqual(["CRITERIA", "INSTRUCTION", "FINANCE_MECHANISM"]);
  });

  test("before the first edition none was in force; an impossible day is invalid", async () => {
    const before = await get(products, "/catalogue/products?asOf=2025-06-11");
    expect([before.response.status, before.body]).toMatchObject([404, { code: "NO_CATALOGUE_IN_FORCE" }]);
    for (const wrong of ["asOf=2026-02-30", "asOf=", "asOf=2026-07-01&asOf=2026-07-02", "day=2026-07-01"]) {
      expect((await get(products, `/catalogue/products?${wrong}`)).response.status).toBe(422);
    }
  });
});

describe("whose turn it is", () => {
  beforeAll(async () => {
    const today = Date.now();
    for (let n = 0; n < 5; n += 1) {
      const subject = { type: "INITIATIVE", id: crypto.randomUUID(), code: `SK-2026-000${n}` } as const;
      const debtor = { organisationId: null, role: n === 0 ? "PROPOSER" : "INTAKE" } as const;
      const parameter = "initiative.intake-check.working-days";
      const openedAt = new Date(today - (n < 2 ? 60 : 1) * 86_400_000);
      await db().$transaction((tx) =>
        openObligation(tx, { subject, kind: "INTAKE_CHECK", debtor, parameter }, openedAt),
      );
    }
  });

  test("the most urgent first, page by page, each once", async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const cursor: string = next ? `&cursor=${next}` : "";
      const { body } = await get(obligations, `/obligations?limit=2${cursor}`);
      expectDeclared(listOpenObligations, body);
      const page: { items: { subject: { code: string } }[]; next: string | null } =
        listOpenObligations.answer.parse(body);
      seen.push(...page.items.map((it) => it.subject.code));
      next = page.next;
    } while (next);
    expect(seen.slice(0, 2).sort()).toEqual(["SK-2026-0000", "SK-2026-0001"]);
    expect(new Set(seen).size).toBe(5);
  });

  test("what is overdue, and what one debtor owes", async () => {
    const over = listOpenObligations.answer.parse((await get(obligations, "/obligations?state=overdue")).body);
    expect(over.items.map((it) => it.state)).toEqual(["over", "over"]);
    const own = listOpenObligations.answer.parse((await get(obligations, "/obligations?debtor=PROPOSER")).body);
    expect(own.items.map((it) => it.debtor)).toEqual([
      { role: "PROPOSER", house: "OTHER", organisation: null, name: null },
    ]);
  });

  test.each([
    "limit=0",
    "limit=101",
    "limit=1e1",
    "limit=٣",
    "limit=2&limit=3",
    "offset=10",
    "state=late",
    "debtor=nobody",
    "kind=SLEEP",
    "house=SHED",
    "province=1",
    "age=young",
    "cursor=!",
    "cursor=W10",
    `cursor=${Buffer.from('["2026-11-21","x","y"]').toString("base64url")}`,
    `cursor=${"A".repeat(700)}`,
  ])("%s is invalid", async (query) => {
    const { response, body } = await get(obligations, `/obligations?${query}`);
    expect([response.status, body]).toMatchObject([422, { code: "INVALID_INPUT" }]);
  });
});

test("a read not changed since is not sent again", async () => {
  const first = await get(products, "/catalogue/products?asOf=2026-07-01");
  const etag = first.response.headers.get("ETag") ?? "";
  const again = await get(products, "/catalogue/products?asOf=2026-07-01", { headers: { "If-None-Match": etag } });
  expect([again.response.status, again.body]).toEqual([304, null]);
  expect(again.response.headers.get("Cache-Control")).toBe("public, max-age=300");
  expect(again.response.headers.get("Access-Control-Allow-Origin")).toBe("*");
});

test("what is read cannot be written, and what is not there says so as a problem", async () => {
  for (const route of [products, obligations, openapi]) {
    expect((await post(route, "/", {})).response.status).toBe(405);
  }
  for (const { response, body } of [await get(nowhere, "/tasks"), await post(nowhere, "/tasks", {})]) {
    expect([response.status, body]).toMatchObject([404, { status: 404, requestId: "r-1" }]);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  }
});

test("the description names the portal's own address", async () => {
  const { body } = await get(openapi, "/openapi.json");
  expect(body).toMatchObject({ openapi: "3.1.1", servers: [{ url: "https://ba-nha.example/api/v1" }] });
});
