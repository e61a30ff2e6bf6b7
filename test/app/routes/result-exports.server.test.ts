import { beforeAll, describe, expect, test } from "vitest";
import { dataciteOf } from "#app/domain/results/exports/datacite.ts";
import { schemaOrgOf } from "#app/domain/results/exports/schema-org.ts";
import { findPublicResults } from "#app/domain/results/queries.server.ts";
import { loader as csv } from "#app/routes/results/exports/csv.ts";
import { loader as dataPackage } from "#app/routes/results/exports/data-package.ts";
import { loader as datacite } from "#app/routes/results/exports/datacite.ts";
import { loader as jsonLines } from "#app/routes/results/exports/json-lines.ts";
import { loader as resultPage } from "#app/routes/results/page.tsx";
import { readResult } from "#app/web/api/results.ts";
import { type Cast, draft, gather, published, submitted } from "#test/app/domain/results/cast.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { pageArgs, statusOf } from "#test/support/page-args.ts";

withTestDatabase();

let cast: Cast;
let codes: string[];
let hidden: string[];
beforeAll(async () => {
  cast = await gather();
  codes = [await published(cast), await published(cast, [], false)];
  hidden = [await draft(cast), await submitted(cast)];
});

type Loader = (args: ReturnType<typeof pageArgs>) => Promise<unknown>;

async function textOf(loader: Loader, path: string, params: Record<string, string> = {}): Promise<string> {
  const answer = await loader(pageArgs(path, null, params));
  if (!(answer instanceof Response)) throw new Error(`${path} gave no response`);
  return answer.text();
}

describe("the published results are given away", () => {
  test("as CSV under the filter of the list, with a data package that names its columns in order", async () => {
    const [head, ...rows] = (await textOf(csv, "/vi/results.csv")).trim().split("\r\n");
    expect(rows.map((row) => row.split(",")[0])).toEqual(codes.toReversed());
    const { resources } = JSON.parse(await textOf(dataPackage, "/vi/results.datapackage.json"));
    expect(resources[0].path).toMatch(/\/vi\/results\.csv$/);
    const fields: { name: string }[] = resources[0].schema.fields;
    expect(fields.map(({ name }) => name).join(",")).toBe(head);
    const sold = await textOf(csv, "/vi/results.csv?commercialised=true");
    expect(sold).toContain(codes[0]);
    expect(sold).not.toContain(codes[1]);
  });

  test("as JSON Lines, each whole as the API tells it", async () => {
    const lines = (await textOf(jsonLines, "/vi/results.jsonl")).trim().split("\n");
    expect(lines.map((line) => readResult.answer.parse(JSON.parse(line)).code)).toEqual(codes.toReversed());
  });

  test("as DataCite metadata with everything that its schema requires, and as schema.org in the page", async () => {
    const [code = ""] = codes;
    const metadata = JSON.parse(await textOf(datacite, `/vi/results/${code}.datacite.json`, { code }));
    expect(metadata).toMatchObject({
      creators: [{ name: "Tác giả Một" }, { name: "Tác giả Hai" }, { name: "Tác giả Ba" }],
      titles: [{ lang: "vi" }, { lang: "en" }],
      publisher: { name: "Ba Nhà" },
      types: { resourceTypeGeneral: "PhysicalObject" },
      schemaVersion: "http://datacite.org/schema/kernel-4",
    });

    const [result] = await findPublicResults([code]);
    const page = await resultPage(pageArgs(`/en/results/${code}`, null, { code }));
    expect(result && page).toMatchObject({ jsonLd: { "@type": "Product", identifier: code } });
    expect(result && JSON.stringify(schemaOrgOf(result, "en", "https://x.example"))).not.toContain("Tác giả");
  });

  test("dated by Vietnam's day: what an embargo ends on is never told a day earlier", async () => {
    const [result] = await findPublicResults(codes.slice(0, 1));
    if (!result) throw new Error("not published");
    const opened = { ...result, publishedAt: "2026-12-31T17:05:00Z" };
    expect(dataciteOf(opened, "https://x.example")).toMatchObject({ publicationYear: 2027 });
    expect(dataciteOf(opened, "https://x.example")?.["dates"]).toContainEqual({
      date: "2027-01-01",
      dateType: "Issued",
    });
    const work = { ...opened, content: { ...opened.content, resultType: "SOFTWARE" as const } };
    expect(schemaOrgOf(work, "en", "https://x.example")["datePublished"]).toBe("2027-01-01");
  });

  test("and nothing of what is not public", async () => {
    const all = (await textOf(csv, "/vi/results.csv")) + (await textOf(jsonLines, "/vi/results.jsonl"));
    for (const code of hidden) {
      expect(all).not.toContain(code);
      expect(await statusOf(() => datacite(pageArgs(`/vi/results/${code}.datacite.json`, null, { code })))).toBe(404);
    }
  });
});
