import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import { decideAs, evaluateAs, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { SubjectMonitoring } from "#app/domain/monitoring/assessments/subject-assessment.ts";
import { correctSignal, releaseSignal } from "#app/domain/monitoring/opinion/release.server.ts";
import { writeSignal } from "#app/domain/monitoring/opinion/write.server.ts";
import { loader as initiative } from "#app/routes/initiatives/detail.tsx";
import { loader as partnership } from "#app/routes/partnerships/detail.tsx";
import { loader as result } from "#app/routes/results/page.tsx";
import { rootLoader } from "#app/web/root.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast } from "#test/support/initiative-cast.ts";
import { aFront, type Front, must } from "#test/support/monitoring/front.ts";
import { aSignal } from "#test/support/monitoring/opinion.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { readPage } from "#test/support/page-call.ts";
import { agreed, signBy } from "../../domain/partnerships/people.ts";
import { gather, published } from "../../domain/results/cast.ts";

withTestDatabase();

const MOST_QUERIES = 6;
const ERRATUM = { text: "Câu “Không” là 9 người; một phiếu đếm sót lúc nhập." };
const codes = { initiatives: "", partnerships: "", results: "" };
let front: Front;

beforeAll(async () => {
  front = await aFront();
  const cast = await aCast();
  codes.initiatives = await submitInitiative(cast.proposer);
  await screenAs(cast, codes.initiatives);
  await evaluateAs(cast, codes.initiatives);
  await decideAs(cast, codes.initiatives);
  const facts = await agreed();
  await signBy(facts);
  codes.partnerships = facts.code;
  codes.results = await published(await gather());
}, 60_000);

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;
const PAGES: [keyof typeof codes, Loader][] = [
  ["initiatives", initiative],
  ["partnerships", partnership],
  ["results", result],
];

test.each(PAGES)(
  "the page of one of the %s tells what people say of it once that is public, within its six statements",
  async (kind, loader) => {
    const code = codes[kind];
    const path = `/vi/${kind}/${code}`;
    const told = async () => {
      const { data } = await readPage(loader, path, { params: { code } });
      const { page, monitoring } = data as { page?: { monitoring: SubjectMonitoring }; monitoring?: SubjectMonitoring };
      return (page?.monitoring ?? monitoring)?.signals;
    };
    const signal = aSignal(front.body, { about: code });
    const one = must(await writeSignal(front.monitor, signal)).code;
    expect(await told()).toEqual([]);
    must(await releaseSignal(front.lead, one));
    must(await correctSignal(front.lead, one, ERRATUM));
    const { method, question, n, figures, source } = signal;
    expect(await told()).toMatchObject([{ code: one, method, question, n, figures, source, errata: 1 }]);
    for (let more = 0; more < 3; more += 1)
      must(await releaseSignal(front.lead, must(await writeSignal(front.monitor, signal)).code));
    expect(await told()).toHaveLength(3);
    const read = () =>
      Promise.all([loader(pageArgs(path, null, { code })), rootLoader(pageArgs(path, null, { code }))]);
    await read();
    const { queries } = await countQueries(read);
    expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(MOST_QUERIES);
  },
);
