import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { save } from "#app/domain/results/drafts/save.server.ts";
import { RESULT_COLUMNS } from "#app/domain/results/exports/result-table.ts";
import { importResults } from "#app/domain/results/imports/import.server.ts";
import { readTable } from "#app/domain/results/imports/table.ts";
import { findResult, listResults } from "#app/domain/results/queries.server.ts";
import { csvLine } from "#app/web/http/csv.server.ts";
import { published as told } from "#app/web/results/public-answer.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, gather, published } from "../cast.ts";
import { HEAD, row } from "./rows.ts";

withTestDatabase();

let cast: Cast;
let host: Actor;

async function run(text: string, { apply = false, actor = host, organisationId = cast.school } = {}) {
  const outcome = await importResults(actor, { organisationId, text, apply });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function counted(): Promise<number> {
  return db().result.count();
}

beforeAll(async () => {
  cast = await gather();
  host = cast.representative;
});

describe("an import of results", () => {
  test("is looked through and changes nothing, then makes the drafts that the rows say", async () => {
    const text = `${HEAD}\r\n${row("a-1")}\r\n${row("a-2", { title: '"Bộ đo, có dấu phẩy\nhai dòng"' })}\r\n`;
    const before = await counted();
    const plan = await run(text);
    expect(plan).toMatchObject({ applied: false, counts: { NEW: 2, CHANGED: 0, SAME: 0, WRONG: 0 } });
    expect(plan.rows.map(({ line, key }) => [line, key])).toEqual([
      [2, "a-1"],
      [3, "a-2"],
    ]);
    expect(await counted()).toBe(before);
    const done = await run(text, { apply: true });
    expect(done.applied).toBe(true);
    const code = done.rows[0]?.code ?? "";
    expect(await findResult(code)).toMatchObject({
      ...{ state: "DRAFT", hostOrganisationId: cast.school, createdById: host.personId },
      content: {
        ...{ title: { vi: "Bộ đo độ mặn số a-1" }, productCodes: ["21-S13"], keywords: ["mặn", "cảm biến"] },
        teaser: { vi: 'Đo mặn, tự rửa; "bền" trong nước lợ.' },
        readiness: [{ level: 6, onDate: "2026-03-01", evidence: "Biên bản thử tại ba ao" }],
      },
    });
  });

  test("does nothing with what it said before, changes a draft of its own, and never what was changed by hand", async () => {
    await run(`${HEAD}\n${row("b-1")}\n${row("b-2")}`, { apply: true });
    const before = await counted();
    const again = await run(`${HEAD}\n${row("b-1")}\n${row("b-2", { title: "Bộ đo độ mặn đã đổi tên" })}`, {
      apply: true,
    });
    expect(again.counts).toEqual({ NEW: 0, CHANGED: 1, SAME: 1, WRONG: 0 });
    expect(await counted()).toBe(before);
    const code = again.rows[1]?.code ?? "";
    const draft = await findResult(code);
    expect(draft?.content.title).toEqual({ vi: "Bộ đo độ mặn đã đổi tên" });
    const parts = [{ part: "publication" as const, values: { embargoUntil: null, embargoReason: "" } }];
    expect((await save(host, code, { parts, revision: draft?.revision ?? 0 })).ok).toBe(true);
    const late = await run(`${HEAD}\n${row("b-2", { title: "Lại một tên nữa cho bộ đo" })}`, { apply: true });
    expect(late).toMatchObject({
      applied: false,
      rows: [{ fate: "WRONG", faults: [{ say: "results:import.fault.BY_HAND" }] }],
    });
  });

  test("says of a language that is none that it is none, and names no column that there is not", async () => {
    const { rows } = await run(`${HEAD},language\n${row("x-1")},xx`);
    expect(rows).toMatchObject([{ fate: "WRONG", title: "Bộ đo độ mặn số x-1", faults: [{ column: "language" }] }]);
  });

  test("imports nothing where one row is wrong, and says of each what and in which column", async () => {
    const before = await counted();
    const bad = [
      row("c-1"),
      row("c-2", { type: "GADGET" }),
      row("c-3", { products: "99-S99" }),
      row("c-4", { on: "31/02/2026" }),
      row("c-5", { title: "Ngắn" }),
      row("c-1"),
      `${row("c-6")},thừa`,
      row(""),
    ];
    const plan = await run(`${HEAD}\n${bad.join("\n")}`, { apply: true });
    expect(plan.applied).toBe(false);
    expect(plan.counts).toMatchObject({ NEW: 1, WRONG: 7 });
    expect(plan.rows.map(({ faults }) => faults.map(({ column, say }) => `${column} ${say}`))).toEqual([
      [],
      ["type errors:one_of"],
      ["product_codes refusals:UNKNOWN_PRODUCT"],
      ["trl_on errors:date"],
      ["title_vi errors:too_short"],
      ["key results:import.fault.KEY_TWICE"],
      [" results:import.fault.RAGGED"],
      ["key errors:required"],
    ]);
    expect(await counted()).toBe(before);
  });

  test("says at the column that a key or code holds what no text may hold, where JSON escapes it", async () => {
    for (const sign of ["\\u0000", "\\ud800"])
      for (const name of ["key", "code"]) {
        const text = `[{"key":"k","${name}":"x${sign}y","title":{"vi":"Bộ đo độ mặn có khóa lạ"}}]`;
        const plan = await run(text, { apply: true });
        expect(plan.applied).toBe(false);
        expect(plan.rows[0]?.faults.map(({ column }) => column)).toContain(name);
      }
    const titled = await run(`[{"key":"k","title":{"vi":"Bộ đo độ mặn \\ud800 lạ"}}]`, { apply: true });
    expect(titled.rows[0]?.faults.map(({ column }) => column)).toContain("title_vi");
  });

  test("lets one draft be named by one row alone, by its key or by its code", async () => {
    const made = await run(`${HEAD}\n${row("d-1")}`, { apply: true });
    const code = made.rows[0]?.code ?? "";
    const again = (key: string) => `${code},${row(key, { title: `Bộ đo độ mặn nói lại ${key}` })}`;
    const plan = await run(`code,${HEAD}\n${again("d-1")}\n${again("d-9")}`, { apply: true });
    expect(plan.applied).toBe(false);
    expect(plan.rows[1]?.faults).toMatchObject([{ column: "code", say: "results:import.fault.RESULT_TWICE" }]);
  });

  test("keeps of a table no more than its cells, however wide its head", async () => {
    const head = Array.from({ length: 200_000 }, (_, index) => index.toString(36)).join(",");
    const table = readTable(`${head}\n${"x\n".repeat(1_000)}`);
    expect(table.ok && table.value.rows.map(({ values }) => Object.keys(values).length)).toEqual(Array(1_000).fill(1));
  });

  test("names the line on which each record of a file begins", () => {
    const table = readTable('key;a\r\nx;"l1\r\nl2"\r\n\r\ny;"said ""2"""\r\n');
    expect(table.ok && table.value.rows.map(({ line, values }) => [line, values])).toEqual([
      [2, { key: "x", a: "l1\r\nl2" }],
      [5, { key: "y", a: 'said "2"' }],
    ]);
  });

  test("takes a whole result as the API tells it, exact to the millionth", async () => {
    const other = await gather();
    const right = {
      ...({ kind: "PATENT", office: "Cơ quan thử", applicationNo: "1-2025-7", disclosedOn: "2024-12-01" } as const),
      expiresOn: "2045-01-02",
      owners: [333_334, 333_333, 333_333].map((ppm, index) => ({ name: `Chủ sở hữu ${index + 1}`, ppm })),
      events: [{ kind: "FILED" as const, onDate: "2025-01-02", reference: "1-2025-7" }],
    };
    const recognition = [{ award: "Giải Nhì", body: "Hội thi thử", onDate: "2025-10-10", reference: "" }];
    const code = await published(other, [
      { part: "rights", values: { rights: [right] } },
      { part: "recognition", values: { recognition } },
    ]);
    const found = await findResult(code);
    const object = JSON.parse(JSON.stringify(found && told(found, "https://ba-nha.example")));
    expect(object).toMatchObject({ code });
    const text = JSON.stringify([{ ...object, host: undefined, code: undefined, key: "json-1" }]);
    const done = await run(text, { apply: true });
    expect(done).toMatchObject({ applied: true, counts: { NEW: 1 } });
    const made = await findResult(done.rows[0]?.code ?? "");
    for (const name of [
      "authors",
      "readiness",
      "funding",
      "rights",
      "recognition",
      "audiences",
      "needs",
      "marketSegment",
      "title",
      "teaser",
      "keywords",
      "fordCode",
    ] as const)
      expect(made?.content[name], name).toEqual(found?.content[name]);
    expect(made?.content.acts.map(({ id: _id, verified: _v, ...act }) => act)).toEqual(
      found?.content.acts.map(({ id: _id, verified: _v, ...act }) => act),
    );
    expect((await run(text, { apply: true })).counts).toMatchObject({ SAME: 1, NEW: 0 });
  });

  test("takes the portal's own export again: nothing here, drafts in another house", async () => {
    await published(cast);
    const { items } = await listResults(await loadCatalogue(), {}, { limit: 50 });
    const lines = items.map((item) => csvLine(RESULT_COLUMNS.map(({ cell }) => cell(item, "https://ba-nha.example"))));
    const text = `\ufeff${csvLine(RESULT_COLUMNS.map(({ name }) => name))}${lines.join("")}`;
    const plan = await run(text);
    expect(plan.counts).toEqual({ NEW: 0, CHANGED: 0, SAME: items.length, WRONG: 0 });
    expect(plan.untaken).toEqual(["url", "house", "commercialised", "stage", "revenue_band", "published_at"]);
    const changed = await run(text.replaceAll("giếng nhiễm asen", "giếng nhiễm sắt"));
    expect(changed.counts.SAME).toBe(0);
    expect(new Set(changed.rows.flatMap(({ faults }) => faults.map(({ say }) => say)))).toEqual(
      new Set(["results:import.fault.STANDS", "results:import.fault.OTHER_HOST"]),
    );
    const elsewhere = text.replaceAll(/KQ-\d{4}/g, "KQ-1999");
    const own = elsewhere
      .split("\r\n")
      .filter((one, index) => index === 0 || one.includes("KQ-1999"))
      .slice(0, 2);
    expect((await run(own.join("\r\n"))).counts).toMatchObject({ NEW: 1 });
  });

  test("is for those who act for the body, and refuses what is no table", async () => {
    const input = { organisationId: cast.school, text: `${HEAD}\n${row("d-1")}`, apply: true };
    for (const actor of [cast.author, cast.stranger, cast.officer])
      expect(await importResults(actor, input)).toMatchObject({ code: "NOT_YOUR_ORGANISATION" });
    expect(await importResults(cast.ownOfficer, { ...input, apply: false })).toMatchObject({ ok: true });
    const many = [HEAD, ...Array.from({ length: 1_001 }, (_, index) => row(`m-${index}`))].join("\n");
    for (const [text, refused] of [
      ["  \n ", "IMPORT_EMPTY"],
      [HEAD, "IMPORT_EMPTY"],
      ["[{]", "IMPORT_NOT_JSON"],
      ["[1]", "IMPORT_NOT_JSON"],
      ['key,title_vi\n"a,b', "IMPORT_QUOTES"],
      ['key,title_vi\na,"b"c', "IMPORT_QUOTES"],
      ["key,key\na,b", "IMPORT_COLUMN_TWICE"],
      [`${HEAD}\n\ufffd`, "IMPORT_NOT_UTF8"],
      [`key\n${"x".repeat(2_000_001)}`, "IMPORT_TOO_LARGE"],
      [many, "IMPORT_TOO_MANY_ROWS"],
    ] as const)
      expect(await importResults(host, { ...input, text }), refused).toMatchObject({ code: refused, field: "text" });
  });

  test("of the same file twice at once makes each draft once", async () => {
    const text = `${HEAD}\n${row("e-1")}\n${row("e-2")}`;
    const before = await counted();
    const both = await Promise.all([run(text, { apply: true }), run(text, { apply: true })]);
    expect(both.map(({ counts }) => counts.NEW).toSorted()).toEqual([0, 2]);
    expect(await counted()).toBe(before + 2);
  });

  test("of a thousand rows makes a thousand drafts with the codes that follow", async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => row(`f-${index}`));
    const done = await run(`${HEAD}\n${rows.join("\n")}`, { apply: true });
    expect(done.counts).toMatchObject({ NEW: 1_000, WRONG: 0 });
    expect(new Set(done.rows.map(({ code }) => code)).size).toBe(1_000);
    const renamed = rows.map((one) => one.replace("Bộ đo độ mặn", "Bộ đo độ mặn mới"));
    const again = await run(`${HEAD}\n${renamed.join("\n")}`, { apply: true });
    expect(again).toMatchObject({ applied: true, counts: { NEW: 0, CHANGED: 1_000, SAME: 0, WRONG: 0 } });
    expect((await run(`${HEAD}\n${renamed.join("\n")}`)).counts).toMatchObject({ SAME: 1_000 });
  });

  test("keeps a key for one draft of its host, whoever writes", async () => {
    const [first] = await db().resultImport.findMany({ where: { key: "a-1" } });
    const second = await db().resultImport.findFirstOrThrow({ where: { key: "a-2" } });
    const write = (data: { key: string; byPersonId: string }) =>
      db().resultImport.create({
        data: {
          ...data,
          resultId: second.resultId,
          hostOrganisationId: cast.school,
          sha256: "0".repeat(64),
          revision: 0,
        },
      });
    await expect(write({ key: "z", byPersonId: cast.stranger.personId })).rejects.toThrow();
    await expect(
      db().resultImport.update({
        where: { resultId: first?.resultId ?? "" },
        data: { byPersonId: cast.stranger.personId },
      }),
    ).rejects.toThrow("NOT_THE_HOST");
  });
});
