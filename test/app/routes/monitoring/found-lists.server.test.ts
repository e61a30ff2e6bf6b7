import { beforeAll, describe, expect, test } from "vitest";
import { respond } from "#app/domain/monitoring/recommendations/respond.server.ts";
import { loader as findings } from "#app/routes/monitoring/lists/findings.tsx";
import { loader as recommendations } from "#app/routes/monitoring/lists/recommendations.tsx";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aFront, confirmed, type Front, inField, must, publishedCampaign } from "#test/support/monitoring/front.ts";
import { readPage } from "#test/support/page-call.ts";
import { type Cast, gather, published } from "../../domain/results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let open: Awaited<ReturnType<typeof publishedCampaign>>;

beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  await published(cast);
  open = await publishedCampaign(front, cast.school);
  const field = await inField(front, 1);
  await confirmed(front, field, cast.school);
}, 60_000);

type Listed = { items: { code: string }[]; facets: { name: string; options: { value: string; count: number }[] }[] };

async function listed(loader: typeof recommendations | typeof findings, path: string): Promise<Listed> {
  const { status, data } = await readPage(loader, path);
  expect(status).toBe(200);
  return data as Listed;
}

function codesOf({ items }: Listed): string[] {
  return items.map(({ code }) => code);
}

function countsOf({ facets }: Listed, facet: string) {
  return facets.find(({ name }) => name === facet)?.options ?? [];
}

describe("the lists of what the Front published", () => {
  test("hold what is published alone, and count it under every filter", async () => {
    const all = await listed(recommendations, "/vi/monitoring/recommendations");
    expect(codesOf(all)).toEqual([open.recommendation]);
    expect(countsOf(all, "status")).toMatchObject([{ value: "OPEN", count: 1 }]);
    expect(countsOf(all, "view").map(({ value }) => value)).toEqual(["unanswered", "priority"]);
    const found = await listed(findings, "/vi/monitoring/findings");
    expect(codesOf(found)).toEqual([open.finding]);
    expect(countsOf(found, "campaign")).toMatchObject([{ value: open.code, count: 1 }]);
    expect(countsOf(found, "addressee")).toMatchObject([{ count: 1 }]);
  });

  test("are narrowed by every filter, and by several at once", async () => {
    const [{ value: school = "" } = {}] = countsOf(await listed(findings, "/vi/monitoring/findings"), "addressee");
    for (const [query, has] of [
      [`status=OPEN&addressee=${school}&criticality=IMPORTANT&view=unanswered&view=priority`, true],
      ["status=CLOSED_IMPLEMENTED", false],
      ["progress=CLAIMED_DONE", false],
      ["view=overdue", false],
      ["status=nonsense", true],
    ] as const) {
      const list = await listed(recommendations, `/en/monitoring/recommendations?${query}`);
      expect(codesOf(list), query).toEqual(has ? [open.recommendation] : []);
    }
    expect(codesOf(await listed(findings, "/fr/monitoring/findings?severity=MAJOR"))).toEqual([open.finding]);
    expect(codesOf(await listed(findings, "/fr/monitoring/findings?severity=MINOR"))).toEqual([]);
  });

  test("say no more that an answer is missing once it is there", async () => {
    const post = {
      organisationId: cast.school,
      names: {},
      house: "SCHOOL",
      verified: true,
      post: "Hiệu trưởng",
    } as const;
    const director = { ...cast.representative, affiliations: [post] };
    const answer = {
      acceptance: "ACCEPTED",
      reason: "",
      plan: "Ban hành mẫu trả lời.",
      targetOn: "2027-03-31",
    } as const;
    must(await respond(director, open.recommendation, answer));
    const missing = await listed(recommendations, "/vi/monitoring/recommendations?view=unanswered");
    expect(codesOf(missing)).toEqual([]);
  });

  test("run no more statements than a page may", async () => {
    for (const [loader, path] of [
      [recommendations, "/vi/monitoring/recommendations"],
      [findings, "/vi/monitoring/findings"],
    ] as const)
      expect((await countQueries(() => readPage(loader, path))).statements.length, path).toBeLessThanOrEqual(6);
  });
});
