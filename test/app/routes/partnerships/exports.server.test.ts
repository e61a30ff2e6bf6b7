import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { nationalTotals } from "#app/domain/partnerships/exports/queries.server.ts";
import { loader as allOcds } from "#app/routes/partnerships/exports/all-ocds.ts";
import { loader as distributionsCsv } from "#app/routes/partnerships/exports/distributions-csv.ts";
import { loader as dossier } from "#app/routes/partnerships/exports/dossier.ts";
import { loader as ocds } from "#app/routes/partnerships/exports/ocds.ts";
import { loader as sharesCsv } from "#app/routes/partnerships/exports/shares-csv.ts";
import { loader as totalsCsv } from "#app/routes/partnerships/exports/totals-csv.ts";
import { loader as capitalCsv } from "#app/routes/partnerships/pictures/capital-csv.ts";
import { loader as moneyCsv } from "#app/routes/partnerships/pictures/money-csv.ts";
import { loader as totals } from "#app/routes/partnerships/totals.tsx";
import { dossierFacts } from "#app/web/partnerships/papers/dossier-facts.server.ts";
import { dossierPaper } from "#app/web/partnerships/papers/dossier-paper.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, negotiated, signBy } from "../../domain/partnerships/people.ts";

withTestDatabase();

const MOST_QUERIES = 6;
const codes: string[] = [];
let unsigned = "";
let lead: Actor | null = null;

beforeAll(async () => {
  for (let made = 0; made < 3; made += 1) {
    const facts = await agreed();
    await signBy(facts);
    codes.push(facts.code);
    if (made === 0) lead = facts.bodies[0]?.actor ?? null;
  }
  unsigned = (await negotiated()).code;
}, 60_000);

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

async function read(loader: Loader, code = ""): Promise<string> {
  const answer = await loader(args(code));
  if (!(answer instanceof Response)) throw new Error("no file");
  return answer.text();
}

function args(code: string): LoaderFunctionArgs {
  const request = new Request(`https://ba-nha.example/vi/partnerships/${code}`);
  const context = { requestId: "r", clientAddress: "", nonce: "", actor: Promise.resolve(null) };
  return { request, params: { lang: "vi", code }, context };
}

async function dossierFor(actor: Actor | null, tag = "") {
  const asked = args(codes[0] ?? "");
  if (tag) asked.request.headers.set("If-None-Match", tag);
  return dossier({ ...asked, context: { ...asked.context, actor: Promise.resolve(actor) } });
}

test("a public partnership leaves as an OCDS package whose hash anybody can check", async () => {
  const text = await read(ocds, codes[0]);
  const { releases, x_package, uri, publishedDate } = JSON.parse(text);
  expect(uri).toMatch(/\/vi\/partnerships\/DA-/);
  expect(releases).toHaveLength(1);
  expect(releases[0].contracts[0].x_shareSchedules).toHaveLength(3);
  expect(publishedDate).toBe(releases[0].date);
  const from = text.indexOf('"releases":') + '"releases":'.length;
  const own = text.slice(from, text.indexOf(',"publishedDate"', from));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(own));
  expect(Buffer.from(digest).toString("hex")).toBe(x_package.sha256);
});

test("all public partnerships leave in one package, in the order of their codes, and no other", async () => {
  const { releases } = JSON.parse(await read(allOcds));
  expect(releases.map(({ ocid }: { ocid: string }) => ocid)).toEqual(
    [...codes].sort().map((code) => `local-banha-${code}`),
  );
});

test.each([
  ["OCDS", ocds],
  ["shares", sharesCsv],
  ["distributions", distributionsCsv],
  ["dossier", dossier],
])("before its first signature a partnership has no %s to take away", async (_name, loader) => {
  await expect(loader(args(unsigned))).rejects.toMatchObject({ status: 404 });
  await expect(loader(args("DA-2001-0001"))).rejects.toMatchObject({ status: 404 });
  await expect(loader(args("no code"))).rejects.toMatchObject({ status: 404 });
});

test("the file of shares has a row for each party, dimension and period, in ppm and per cent", async () => {
  const lines = (await read(sharesCsv, codes[0])).trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + 9);
  expect(lines[0]).toContain("Phần triệu,Phần trăm");
  expect(lines.filter((line) => line.includes(",RISK,2027-01-01,2029-01-01,VN-PORTAL-"))).toHaveLength(3);
  expect(lines.some((line) => line.includes(",333334,33.3334,"))).toBe(true);
});

test("the dossier is a PDF of public facts; its parties get the fuller one, and nobody keeps theirs", async () => {
  const open = await dossierFor(null);
  expect(open.headers.get("Content-Type")).toBe("application/pdf");
  expect(open.headers.get("Cache-Control")).toBe("public, max-age=30");
  expect(await open.text()).toContain("/StructTreeRoot");
  const inside = await dossierFor(lead);
  expect(inside.headers.get("Cache-Control")).toBe("private, no-cache");
  const tag = open.headers.get("ETag") ?? "";
  expect(inside.headers.get("ETag")).not.toBe(tag);
  expect((await dossierFor(null, tag)).status).toBe(304);
});

test("the dossier tells the public the shares of the day, signatures and record, and its parties the terms too", async () => {
  const facts = (actor: Actor | null) => dossierFacts(actor, codes[0], { lang: "en", asked: "2027-06-01" });
  const [open, inside, before] = await Promise.all([
    facts(null),
    facts(lead),
    dossierFacts(null, codes[0], { lang: "en", asked: "2026-06-01" }),
  ]);
  if (!open || !inside || !before) throw new Error("no dossier");
  const said = [open, inside, before].map((one) => JSON.stringify(dossierPaper(one, "en")));
  for (const text of said) for (const word of ["Signatures", "SHA-256 of the text"]) expect(text).toContain(word);
  expect(said[0]).toContain("33.3334%");
  expect(said[2]).toContain("On 1\u00a0Jun\u00a02026 the agreement is not in force");
  expect(said[0]).not.toContain("Who owns the common results");
  expect(said[1]).toContain("Who owns the common results");
});

test("capital as agreed stands beside capital paid in, which is not told while nothing is", async () => {
  const asked = args(codes[0] ?? "");
  const request = new Request(`${asked.request.url}/capital.csv?product=21-S18&asOf=2027-06-01`);
  const lines = (await (await capitalCsv({ ...asked, request })).text()).trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + 3);
  expect(lines.some((line) => line.endsWith(",400000,40.0000,,"))).toBe(true);
  await expect(capitalCsv(args(codes[0] ?? ""))).rejects.toMatchObject({ status: 404 });
});

test("CSV files and OCDS packages say by their ETag that nothing changed", async () => {
  for (const loader of [sharesCsv, distributionsCsv, totalsCsv, moneyCsv, ocds, allOcds]) {
    const first = await loader(args(codes[0] ?? ""));
    await first.text();
    const again = args(codes[0] ?? "");
    again.request.headers.set("If-None-Match", first.headers.get("ETag") ?? "");
    expect((await loader(again)).status).toBe(304);
  }
});

test("national totals split the whole among the houses to the đồng, and every agreement counts once a year", async () => {
  const rows = await nationalTotals("2027-06-01");
  const all = rows.find(({ facet }) => facet === "all");
  expect(all).toMatchObject({ agreements: 3, partnerships: 3 });
  for (const { totalVnd, byHouse } of rows)
    expect(byHouse.reduce((sum, { amountVnd }) => sum + BigInt(amountVnd), 0n)).toBe(BigInt(totalVnd));
  const years = rows.filter(({ facet }) => facet === "year");
  expect(years.reduce((sum, { agreements }) => sum + agreements, 0)).toBe(3);
  expect((await read(totalsCsv)).split("\r\n").length).toBe(rows.length + 2);
});

const READ: [string, () => Promise<unknown>][] = [
  ["the page of totals", () => totals(args(""))],
  ["the package of all", () => read(allOcds)],
  ["the file of shares", () => read(sharesCsv, codes[0])],
  ["the file of distributions", () => read(distributionsCsv, codes[0])],
  ["the dossier", () => read(dossier, codes[0])],
];

test.each(READ)("%s asks the database at most six times, however many partnerships there are", async (_name, work) => {
  await work();
  const { queries } = await countQueries(work);
  expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(MOST_QUERIES);
});
