import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { readAuthors } from "#app/domain/partnerships/distributions/authors.ts";
import { proposeRun } from "#app/domain/partnerships/distributions/propose.server.ts";
import { findStatement } from "#app/domain/partnerships/distributions/queries.server.ts";
import { loader as csv } from "#app/routes/partnerships/statements/csv.ts";
import { loader as page } from "#app/routes/partnerships/statements/page.tsx";
import { loader as pdf } from "#app/routes/partnerships/statements/pdf.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { pageArgs, statusOf } from "#test/support/page-args.ts";
import { body, must } from "../people.ts";
import { active, actorAt, approve, type Facts, NEW_YEAR, year } from "./runs.ts";

withTestDatabase();

const AUTHORS = "Trần Thị Bưởi; 60; Buoi@truong.example\nLê Văn Ổi; 40";

async function lockedRun(authors = AUTHORS) {
  const facts = await active();
  must(await proposeRun(actorAt(facts, 0), facts, year({ authors }), NEW_YEAR));
  await approve(facts, [0, 1]);
  return facts;
}

function asked({ code, productCode }: Facts, whose: string, run = "1") {
  return { code, productCode, run, whose };
}

function at(facts: Facts, whose: string, actor: Actor | null, { run = "1", tag = "" } = {}): LoaderFunctionArgs {
  const args = pageArgs(`/vi/partnerships/${facts.code}`, actor, {
    code: facts.code,
    product: facts.productCode,
    run,
    whose,
  });
  if (tag) args.request.headers.set("If-None-Match", tag);
  return args;
}

/** Somebody who is no party and has confirmed this address. */
async function reader(email: string): Promise<Actor> {
  const { actor } = await body("OTHER");
  return { ...actor, email };
}

test("a party's statement tells each of its amounts, how it came about, and that it calculates again to the đồng", async () => {
  const facts = await lockedRun();
  const found = await findStatement(actorAt(facts, 1), asked(facts, "party-3"));
  expect(found?.statement.isSame).toBe(true);
  // the host: 30 % of the residual, less what its authors and the intermediary take
  const residual = 12_996_000_000n;
  expect(found?.statement.own).toMatchObject([
    {
      tier: "PARTY",
      amountVnd: 3_430_944_000n,
      how: { kind: "HOST", ofVnd: residual, ppm: 300_000, authorsVnd: 350_892_000n, intermediaryVnd: 116_964_000n },
    },
  ]);
  expect(found?.statement.ownVnd).toBe(3_430_944_000n);
  const lines = found?.statement.lines ?? [];
  expect(lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0n)).toBe(18_000_000_000n);
  const other = await findStatement(actorAt(facts, 1), asked(facts, "party-1"));
  expect(other?.statement.own[0]?.how).toMatchObject({ kind: "SHARE", ofVnd: residual, ppm: 512_345 });
});

test("a run that compensates another shows what is right, what was given before, and the difference", async () => {
  const facts = await lockedRun();
  const more = { revenue: "49 tỷ", compensates: "1", authors: AUTHORS };
  must(await proposeRun(actorAt(facts, 0), facts, year(more), NEW_YEAR));
  await approve(facts, [0, 1]);
  const first = await findStatement(actorAt(facts, 0), asked(facts, "party-2"));
  const second = await findStatement(actorAt(facts, 0), asked(facts, "party-2", "2"));
  const [before, after] = [first?.statement.own[0], second?.statement.own[0]];
  expect(after?.beforeVnd).toBe(before?.amountVnd);
  expect(after?.wholeVnd).toBe((before?.amountVnd ?? 0n) + (after?.amountVnd ?? 0n));
  expect(after?.amountVnd).toBeGreaterThan(0n);
  expect(JSON.stringify((await page(at(facts, "party-2", actorAt(facts, 0), { run: "2" }))).blocks)).toContain(
    "Đã tính trước đó",
  );
});

test("parties read a party's statement, and nobody else does; a run that waits has none", async () => {
  const facts = await lockedRun();
  const other = (await body("SCHOOL")).actor;
  expect(await findStatement(actorAt(facts, 2), asked(facts, "party-1"))).not.toBeNull();
  expect(await findStatement(other, asked(facts, "party-1"))).toBeNull();
  expect(await findStatement(await reader("buoi@truong.example"), asked(facts, "party-1"))).toBeNull();
  for (const whose of ["party-4", "party-0", "author-3", "nobody", "party-1x"])
    expect(await findStatement(actorAt(facts, 0), asked(facts, whose))).toBeNull();
  for (const loader of [page, pdf, csv]) {
    expect(await statusOf(() => loader(at(facts, "party-1", other)))).toBe(404);
    expect(await statusOf(() => loader(at(facts, "party-1", null)))).toBe(302);
  }
  must(await proposeRun(actorAt(facts, 0), facts, year({ compensates: "1" }), NEW_YEAR));
  expect(await findStatement(actorAt(facts, 0), asked(facts, "party-1", "2"))).toBeNull();
});

test("an author reads the own statement by the address that the run names, and no other author in it", async () => {
  const facts = await lockedRun();
  const author = await reader("buoi@truong.example");
  const found = await findStatement(author, asked(facts, "author-1"));
  expect(found?.statement.own).toMatchObject([{ tier: "AUTHORS", author: "Trần Thị Bưởi", amountVnd: 210_535_200n }]);
  expect(await findStatement(author, asked(facts, "author-2"))).toBeNull();
  const shown = await page(at(facts, "author-1", author));
  expect(JSON.stringify(shown)).not.toContain("Ổi");
  expect(JSON.stringify(shown)).not.toContain("Doanh thu");
  const file = await csv(at(facts, "author-1", author));
  expect(await file.text()).not.toContain("Ổi");
  expect(await findStatement(actorAt(facts, 1), asked(facts, "author-2"))).not.toBeNull();
});

test("the PDF and the CSV are for their reader alone, and are not sent again to whoever has them", async () => {
  const facts = await lockedRun();
  for (const [loader, type] of [
    [pdf, "application/pdf"],
    [csv, "text/csv; charset=utf-8"],
  ] as const) {
    const first = await loader(at(facts, "party-1", actorAt(facts, 0)));
    expect(first.headers.get("Content-Type")).toBe(type);
    expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
    expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(500);
    const tag = first.headers.get("ETag") ?? "";
    const again = await loader(at(facts, "party-1", actorAt(facts, 0), { tag }));
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  }
});

test("a loss tells each party its share, its cap and what it bore before", async () => {
  const facts = await active({ caps: ["1 tỷ", "", ""] });
  const loss = {
    kind: "LOSS",
    loss: "6 tỷ",
    revenue: "",
    opex: "",
    depreciation: "",
    ipRemuneration: "",
    ipFactor: "",
  };
  must(await proposeRun(actorAt(facts, 0), facts, year(loss), NEW_YEAR));
  await approve(facts, [0, 1]);
  const found = await findStatement(actorAt(facts, 0), asked(facts, "party-1"));
  expect(found?.statement.own).toMatchObject([
    { tier: "LOSS", amountVnd: -1_000_000_000n, how: { kind: "LOSS", capVnd: 1_000_000_000n, priorVnd: 0n } },
  ]);
  expect((await page(at(facts, "party-1", actorAt(facts, 0)))).lede).toContain("chịu 1.000.000.000");
});

test("authors are read with or without the address by which they sign in", () => {
  expect(readAuthors(AUTHORS)).toMatchObject({
    ok: true,
    value: [
      { name: "Trần Thị Bưởi", ppm: 600_000, email: "buoi@truong.example" },
      { name: "Lê Văn Ổi", ppm: 400_000 },
    ],
  });
  expect(readAuthors("A; 50; a@b\nB; 50; A@b")).toMatchObject({ code: "TWICE" });
  expect(readAuthors("A; 100; a b@c")).toMatchObject({ code: "UNREADABLE" });
  expect(readAuthors("A; a@b.vn")).toMatchObject({ code: "UNREADABLE" });
});
