// npm run bench, its second part: the pages over many initiatives beside a bare server that asks the same SQL, in one run.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openSession, readActor } from "#app/domain/accounts/sessions/sessions.server.ts";
import { loader as desk } from "#app/routes/desk/home.tsx";
import { loader as inbox } from "#app/routes/desk/inbox/list.tsx";
import { loader as list } from "#app/routes/initiatives/list.tsx";
import { loader as board } from "#app/routes/obligations/board.tsx";
import { rootLoader } from "#app/web/root.server.ts";
import { type Bench, besideBare, PORTAL_URL, rate, statementsOf } from "#test/bench/beside-bare.ts";
import { fillInitiatives } from "#test/bench/fill-initiatives.ts";

const SIZES = (process.env["BENCH_SIZES"] ?? "100,10000").split(",").map(Number);

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;
// The filters leave a page of initiatives and most of a page of duties at the smaller size too, so that as much is drawn.
const PAGES: [name: string, loader: Loader, address: string][] = [
  ["list", list, "/vi/initiatives"],
  ["filtered list", list, "/vi/initiatives?state=ACCEPTED&state=SCREENED&track=ORDINARY"],
  ["board", board, "/vi/obligations"],
  ["desk", desk, "/vi/desk"],
  ["inbox", inbox, "/vi/desk/inbox"],
  ["filtered inbox", inbox, "/vi/desk/inbox?assigned=nobody&track=ORDINARY"],
];

await besideBare(async (bench) => {
  const rows = [];
  for (const size of SIZES) rows.push(...(await measure(bench, size)));
  console.table(rows);
});

async function measure({ adminUrl, bareRate }: Bench, size: number) {
  const officer = await fillInitiatives(adminUrl, size);
  const cookie = (await openSession(officer)).split(";")[0] ?? "";
  const rows = [];
  for (const [name, loader, address] of PAGES) {
    const statements = await statementsOf(() => load(loader, address, cookie));
    const bare = await bareRate(statements);
    const drawn = await rate(`${PORTAL_URL}${address}`, { Cookie: cookie });
    const kept = address.startsWith("/vi/desk") ? null : await rate(`${PORTAL_URL}${address}`);
    rows.push({
      size,
      page: name,
      kB: await kilobytes(address, cookie),
      statements: statements.length,
      bare,
      drawn,
      "drawn / bare": (drawn / bare).toFixed(2),
      kept,
      "kept / bare": kept === null ? "" : (kept / bare).toFixed(2),
    });
  }
  return rows;
}

/** How much there is to draw. */
async function kilobytes(address: string, cookie: string): Promise<number> {
  const answer = await fetch(`${PORTAL_URL}${address}`, { headers: { Cookie: cookie } });
  return Math.round((await answer.text()).length / 1000);
}

/** A page as somebody who signed in asks for it, its frame included. */
async function load(loader: Loader, address: string, cookie: string): Promise<void> {
  const request = new Request(`${PORTAL_URL}${address}`, { headers: { Cookie: cookie } });
  const context = { requestId: "bench", clientAddress: "127.0.0.1", nonce: "", actor: readActor(request) };
  const args = { request, params: { lang: "vi" }, context };
  await Promise.all([rootLoader(args), loader(args)]);
}
