import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import { decideAs, evaluateAs, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import { loader as catalogue } from "#app/routes/catalogue/list.tsx";
import { loader as product } from "#app/routes/catalogue/product.tsx";
import { loader as challenges } from "#app/routes/challenges/list.tsx";
import { loader as home } from "#app/routes/home.tsx";
import { loader as initiative } from "#app/routes/initiatives/detail.tsx";
import { loader as journey } from "#app/routes/initiatives/journey.tsx";
import { loader as initiatives } from "#app/routes/initiatives/list.tsx";
import { loader as voice } from "#app/routes/initiatives/voice.tsx";
import { loader as obligations } from "#app/routes/obligations/board.tsx";
import { loader as partnership } from "#app/routes/partnerships/detail.tsx";
import { loader as partnerships } from "#app/routes/partnerships/list.tsx";
import { loader as risks } from "#app/routes/partnerships/risks/register.tsx";
import { loader as recordList } from "#app/routes/record/list.tsx";
import { loader as results } from "#app/routes/results/list.tsx";
import { loader as result } from "#app/routes/results/page.tsx";
import { loader as search } from "#app/routes/search.tsx";
import { rootLoader } from "#app/web/root.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast } from "#test/support/initiative-cast.ts";
import { agreed, signBy } from "../domain/partnerships/people.ts";
import { gather, published } from "../domain/results/cast.ts";

withTestDatabase();

const MOST_QUERIES = 6;
const codes = { initiative: "", waiting: "", partnership: "", result: "" };

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

// Several of each, so that a statement for every row would show.
beforeAll(async () => {
  const cast = await aCast();
  for (let made = 0; made < 3; made += 1) {
    codes.initiative = await submitInitiative(cast.proposer);
    await screenAs(cast, codes.initiative);
    await evaluateAs(cast, codes.initiative);
    await decideAs(cast, codes.initiative);
    codes.waiting = await submitInitiative(cast.proposer);
    const facts = await agreed();
    await signBy(facts);
    codes.partnership = facts.code;
  }
  const own = await gather();
  for (let made = 0; made < 4; made += 1) codes.result = await published(own);
}, 60_000);

const PAGES: [string, Loader, () => string][] = [
  ["home", home, () => ""],
  ["initiatives", initiatives, () => "/initiatives"],
  ["initiatives, filtered", initiatives, () => "/initiatives?state=ACCEPTED&track=ORDINARY"],
  ["an initiative decided", initiative, () => `/initiatives/${codes.initiative}`],
  ["the journey of an initiative", journey, () => `/initiatives/${codes.initiative}/journey`],
  ["what is said of an initiative", voice, () => `/initiatives/${codes.initiative}/voice`],
  ["challenges", challenges, () => "/challenges?view=open&q=man"],
  ["an initiative waiting", initiative, () => `/initiatives/${codes.waiting}`],
  ["partnerships", partnerships, () => "/partnerships"],
  ["a partnership", partnership, () => `/partnerships/${codes.partnership}`],
  ["the risks of a partnership", risks, () => `/partnerships/${codes.partnership}/risks`],
  ["results", results, () => "/results"],
  ["results, filtered", results, () => "/results?type=MATERIAL&commercialised=true"],
  ["a result", result, () => `/results/${codes.result}`],
  ["the catalogue", catalogue, () => "/catalogue"],
  ["a product", product, () => "/catalogue/21-S17"],
  ["obligations", obligations, () => "/obligations"],
  ["the record", recordList, () => "/record"],
  ["search", search, () => "/search?q=pin"],
];

test.each(PAGES)(
  "%s asks the database at most six times, its frame included, whoever reads it",
  async (_name, loader, at) => {
    const read = () => Promise.all([loader(args(at())), rootLoader(args(at()))]);
    // What is looked up a few times an hour (catalogue, calendar, settings) is not counted.
    await read();
    const { queries } = await countQueries(read);
    expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(MOST_QUERIES);
  },
);

function args(path: string): LoaderFunctionArgs {
  const request = new Request(`https://ba-nha.example/vi${path}`);
  const context = { requestId: "r", clientAddress: "", nonce: "", actor: Promise.resolve(null) };
  return { request, params: { lang: "vi", code: path.split(/[/?]/)[2] }, context };
}
