// npm run bench, its third part: the shares of one agreement on a past day, and the totals of the whole country, over a
// ledger of 1 000 partnerships with 20 amendments of 12 parties each, beside a bare server that asks the same SQL.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { nationalTotals } from "#app/domain/partnerships/exports/queries.server.ts";
import { loader as shares } from "#app/routes/api/partnerships/shares.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { besideBare, PORTAL_URL, rate, statementsOf } from "#test/bench/beside-bare.ts";
import { fillLedger } from "#test/bench/fill-ledger.ts";

const SIZE = { partnerships: Number(process.env["BENCH_PARTNERSHIPS"] ?? 1_000), amendments: 20, parties: 12 };

await besideBare(async ({ adminUrl, bareRate }) => {
  const { code, asOf } = await fillLedger(adminUrl, SIZE);
  const address = `/api/v1/partnerships/${code}/shares?asOf=${asOf}`;
  const sharesSql = await statementsOf(() => shares(argsOf(address, { code })));
  const bare = await bareRate(sharesSql);
  const read = await rate(`${PORTAL_URL}${address}`);
  const { statements: totalsSql } = await countQueries(() => nationalTotals("2026-11-28"));
  const total = await bareRate(totalsSql);
  const page = await rate(`${PORTAL_URL}/vi/partnerships/totals`);
  console.table([
    {
      what: "shares on a day",
      statements: sharesSql.length,
      bare,
      portal: read,
      "portal / bare": (read / bare).toFixed(2),
    },
    {
      ...{ what: "national totals", statements: totalsSql.length, bare: total, portal: page },
      ...{ "SQL, in reads": (read / total).toFixed(1), "page, in reads": (read / page).toFixed(2) },
    },
  ]);
});

function argsOf(address: string, params: Record<string, string>): LoaderFunctionArgs {
  const request = new Request(`${PORTAL_URL}${address}`);
  return { request, params, context: { requestId: "bench", clientAddress: "127.0.0.1", nonce: "" } };
}
