import { beforeAll, describe, expect, test } from "vitest";
import { closeObligation, openObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { loader as feed } from "#app/routes/feed.ts";
import { loader } from "#app/routes/home.tsx";
import { rootLoader } from "#app/web/root.server.ts";
import { db } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

const DAY_MS = 86_400_000;

function args(path: string, headers: Record<string, string> = {}) {
  const request = new Request(`https://ba-nha.example${path}`, { headers });
  const context = { requestId: "r", clientAddress: "", nonce: "", actor: Promise.resolve(null) };
  return { request, params: { lang: path.slice(1, 3) }, context };
}

describe("the first page", () => {
  test("stands on an empty portal: nothing is open, and nothing is counted out of nothing", async () => {
    const page = await loader(args("/vi"));
    expect(page).toMatchObject({
      feed: "/vi/feed.atom",
      open: { over: 0, soon: 0, run: 0, wait: 0 },
      urgent: [],
      intakeDays: 10,
      figures: {
        past: { answered: 0, inTime: 0 },
        waiting: { medianDays: null, decided: 0 },
        agreements: { signed: 0, all: 0, parties: 0, products: 0, partnerships: 0 },
        market: { published: 0, commercialised: 0 },
      },
      newest: [],
    });
  });

  test("asks the database at most six times, its frame included", async () => {
    await loader(args("/vi"));
    await rootLoader(args("/vi"));
    const { queries } = await countQueries(() => Promise.all([loader(args("/vi")), rootLoader(args("/vi"))]));
    expect(queries.length).toBeLessThanOrEqual(6);
  });
});

describe("with duties", () => {
  beforeAll(async () => {
    const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
    // opened so many days ago, done so many days ago; ten working days are due
    const duties = [
      { opened: 40, done: 39 },
      { opened: 40, done: 5 },
      { opened: 500, done: 499 },
      { opened: 60, done: null },
      { opened: 1, done: null },
    ];
    for (const [place, { opened, done }] of duties.entries()) {
      const subject = { type: "INITIATIVE", id: crypto.randomUUID(), code: `SK-2026-000${place}` } as const;
      const duty = {
        subject,
        kind: "INTAKE_CHECK",
        debtor: { organisationId: null, role: "INTAKE" },
        parameter: "initiative.intake-check.working-days",
      } as const;
      await db().$transaction(async (tx) => {
        await openObligation(tx, duty, ago(opened));
        if (done !== null) await closeObligation(tx, subject.id, "INTAKE_CHECK", "SCREENED", ago(done));
      });
    }
  });

  test("what was done within its first date is counted out of all that was done in twelve months", async () => {
    const page = await loader(args("/vi"));
    expect(page.figures.past).toEqual({ answered: 2, inTime: 1 });
    const { over, soon, run, wait } = page.open;
    expect({ over, within: soon + run, wait }).toEqual({ over: 1, within: 1, wait: 0 });
    expect(page.urgent.map((it) => it.subjectCode)).toEqual(["SK-2026-0003", "SK-2026-0004"]);
  });
});

test("the feed tells the newest entries of the record, and is not sent twice", async () => {
  await db().$transaction((tx) =>
    appendEntry(tx, {
      kind: "INITIATIVE_SUBMITTED",
      subject: { type: "INITIATIVE", code: "SK-2026-0148" },
      actor: { organisationId: null, post: "PROPOSER" },
      payload: { title: "<b>&" },
    }),
  );
  const answer = await feed(args("/en/feed.atom"));
  const text = await answer.text();
  expect(answer.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
  expect(text).toContain('href="https://ba-nha.example/en/record/1"');
  expect(text).toContain("SK-2026-0148");
  expect(text).not.toContain("<b>");
  const again = await feed(args("/en/feed.atom", { "If-None-Match": answer.headers.get("ETag") ?? "" }));
  expect([again.status, await again.text()]).toEqual([304, ""]);
});
