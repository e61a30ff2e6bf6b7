import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import { listBoard, listBodies, summariseBoard } from "#app/domain/obligations/board/queries.server.ts";
import { WHOLE_BOARD } from "#app/domain/obligations/board.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { runningDays } from "#app/domain/obligations/obligation.ts";
import { loader as board } from "#app/routes/obligations/board.tsx";
import { loader as csv } from "#app/routes/obligations/csv.ts";
import { loader as feed } from "#app/routes/obligations/feed.ts";
import { csvLine } from "#app/web/http/csv.server.ts";
import { rootLoader } from "#app/web/root.server.ts";
import { pool } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor, anOrganisation } from "#test/support/initiative-cast.ts";

withTestDatabase();

const ROWS = 10_000;
const bodies: string[] = [];

// Ten thousand clocks of forty bodies: half of them done, some late, some standing.
beforeAll(async () => {
  for (let made = 0; made < 40; made += 1)
    bodies.push(await anOrganisation(made % 2 ? "STATE" : "SCHOOL", `Cơ quan số ${made}`, made % 4 ? "01" : "86"));
  await pool().query(
    `INSERT INTO obligation (subject_type, subject_id, subject_code, kind, debtor_organisation_id, debtor_role, basis,
       working_days, opened_at, original_due_on, due_on, done_at, outcome)
     SELECT 'INITIATIVE', gen_random_uuid(), 'SK-2026-' || lpad(n::text, 5, '0'),
       CASE WHEN n % 3 = 0 THEN 'DECISION' ELSE 'INTAKE_CHECK' END, ($1::uuid[])[1 + n % 38],
       CASE WHEN n % 3 = 0 THEN 'STEERING' ELSE 'INTAKE' END, 'initiative.decision.working-days', 10,
       now() - (n % 120) * interval '1 day', current_date - (n % 120) + 14, current_date - (n % 120) + 14,
       CASE WHEN (n / 38) % 2 = 0 THEN now() - (n % 120) * interval '1 day' * 0.5 END, CASE WHEN (n / 38) % 2 = 0 THEN 'SCREENED' END
     FROM generate_series(1, $2::int) AS n`,
    [bodies, ROWS],
  );
  await pool().query(
    `INSERT INTO obligation_pause (obligation_id, from_at, reason)
     SELECT id, opened_at + interval '1 hour', 'NEEDS_COMPLETION' FROM obligation WHERE done_at IS NULL AND subject_code LIKE '%7'`,
  );
  // one body with four answers, one with none
  await pool().query(
    `INSERT INTO obligation (subject_type, subject_id, subject_code, kind, debtor_organisation_id, debtor_role, basis,
       opened_at, original_due_on, due_on, done_at)
     SELECT 'RESULT', gen_random_uuid(), 'KQ-2026-000' || n, 'RESULT_VERIFICATION', $1, 'RESULT_OFFICER', 'x',
       now() - interval '20 days', current_date - 5, current_date - 5, now() - interval '3 days'
     FROM generate_series(1, 4) AS n`,
    [bodies[38]],
  );
  await pool().query("ANALYZE");
}, 60_000);

function args(path: string, actor: unknown = null): LoaderFunctionArgs {
  const context = { requestId: "r", clientAddress: "", nonce: "", actor: Promise.resolve(actor) };
  return Object.assign(
    { request: new Request(`https://ba-nha.example/vi${path}`), params: { lang: "vi" } },
    { context: context as LoaderFunctionArgs["context"] },
  );
}

describe("the board at ten thousand clocks", () => {
  test.each(["", "?view=over&kind=DECISION", "?view=done&house=STATE", "?province=86&age=month", "?view=wait"])(
    "%s answers within six statements, the frame and the reader's own included",
    async (query) => {
      const actor = await anActor("Cán bộ", ["INTAKE"], bodies[1]);
      const read = () =>
        Promise.all([board(args(`/obligations${query}`, actor)), rootLoader(args(`/obligations${query}`, actor))]);
      await read();
      const { queries } = await countQueries(read);
      expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(6);
    },
  );

  test("what is counted is what is listed, page by page, each once", async () => {
    const filter = { ...WHOLE_BOARD, body: bodies[3] ?? null, view: "open" } as const;
    const { states, kinds, ages } = await summariseBoard(filter);
    const seen: { id: string; state: string; kind: string }[] = [];
    let after: Awaited<ReturnType<typeof listBoard>>["next"] = null;
    do {
      const page: Awaited<ReturnType<typeof listBoard>> = await listBoard(filter, { limit: 50, after });
      seen.push(...page.items.map(({ id, kind, clock }) => ({ id, kind, state: clock.state })));
      after = page.next;
    } while (after);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    for (const state of ["over", "soon", "run", "wait"] as const)
      expect(states[state], state).toBe(seen.filter((one) => one.state === state).length);
    for (const { kind, open, over } of kinds) {
      expect(open).toBe(seen.filter((one) => one.kind === kind).length);
      expect(over).toBe(seen.filter((one) => one.kind === kind && one.state === "over").length);
    }
    expect(ages.reduce((sum, { open }) => sum + open, 0)).toBe(seen.length);
  });

  test("what is done comes newest first, page by page", async () => {
    const filter = { ...WHOLE_BOARD, view: "done", kind: "DECISION" } as const;
    const first = await listBoard(filter, { limit: 30 });
    const second = await listBoard(filter, { limit: 30, after: first.next });
    const days = [...first.items, ...second.items].map(({ endedOn }) => endedOn ?? "");
    expect(days).toEqual([...days].sort().reverse());
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(60);
  });
});

describe("the median time to answer", () => {
  test("is that of the working days which the clocks ran, and is not told below five answers", async () => {
    const figures = await listBodies(WHOLE_BOARD);
    const calendar = await loadCalendar();
    const body = figures.find(({ organisationId }) => organisationId === bodies[3]);
    const { items } = await listBoard({ ...WHOLE_BOARD, view: "done", body: bodies[3] ?? null }, { limit: 1_000 });
    const days = items
      .map(({ endedOn, ...facts }) => runningDays(facts, endedOn ?? "", calendar))
      .sort((a, b) => a - b);
    const middle = (days.length - 1) / 2;
    const median = ((days[Math.floor(middle)] ?? 0) + (days[Math.ceil(middle)] ?? 0)) / 2;
    expect(body).toMatchObject({ answered: days.length, medianDays: median });
    const few = figures.find(({ organisationId }) => organisationId === bodies[38]);
    expect(few).toMatchObject({ answered: 4, inTime: 0, medianDays: null });
  });

  test("bodies with fewer than five answers come after all others, by name", async () => {
    const figures = await listBodies(WHOLE_BOARD);
    const firstFew = figures.findIndex(({ answered }) => answered < 5);
    expect(figures.slice(firstFew).every(({ answered }) => answered < 5)).toBe(true);
    const names = figures.slice(firstFew).map(({ names }) => names?.vi ?? "");
    expect(names).toEqual([...names].sort());
  });
});

describe("the board as a file and as a feed", () => {
  test("holds every row of the filter, with a byte order mark, days as ISO and words in the language", async () => {
    const answer = await csv(args(`/obligations.csv?body=${bodies[3]}&view=over`));
    expect(answer.headers.get("Content-Disposition")).toMatch(/obligations-over-\d{4}-\d\d-\d\d\.csv/);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split("\r\n");
    const { states } = await summariseBoard({ ...WHOLE_BOARD, body: bodies[3] ?? null });
    expect(lines).toHaveLength(states.over + 1);
    expect(lines[0]).toMatch(/^Mã việc,Loại việc,/);
    expect(lines[1]).toContain("Cơ quan số 3");
    const whole = (await summariseBoard(WHOLE_BOARD)).states;
    const all = await csv(args("/obligations.csv"));
    const rows = (await all.text()).trim().split("\r\n").length - 1;
    expect(rows).toBe(whole.over + whole.soon + whole.run + whole.wait);
  });

  test("what a spreadsheet would run is text; quotes and line ends are kept", () => {
    expect(csvLine(["=1+1", "+84", "-1", "@x", 'a"b', "c\nd", null, -5, true])).toBe(
      `'=1+1,'+84,'-1,'@x,"a""b","c\nd",,-5,true\r\n`,
    );
  });

  test("is a feed with the same filters, whose entries lead to their clock", async () => {
    const answer = await feed(args(`/obligations.atom?body=${bodies[3]}`));
    const text = await answer.text();
    expect(text.match(/<entry>/g)?.length).toBe(50);
    expect(text).toContain("/vi/obligations/");
    expect(text).toContain("Cơ quan số 3 phải làm");
    expect(text).not.toContain("Cơ quan số 4");
  });

  test.each([
    "?view=x&body=1&kind=%00&house=a&province=AAA&age=0",
    "?after=!",
    "?after=W10",
    "?view=done&after=WzEsMl0",
  ])("what nobody knows in %s is left out", async (query) => {
    expect(await board(args(`/obligations${query}`))).toMatchObject({ isFirst: true });
  });
});
