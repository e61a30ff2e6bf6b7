import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { assignCase } from "#app/domain/initiatives/assignment/assign-case.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { listDesk } from "#app/domain/initiatives/desk/queries.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { filterQuery, type InboxFilter, readFilter } from "#app/domain/initiatives/inbox/inbox.ts";
import { countInbox, listInbox } from "#app/domain/initiatives/inbox/queries.server.ts";
import { MOST_FILTERS } from "#app/domain/initiatives/inbox/saved-filter.schema.ts";
import {
  deleteFilter,
  listFilters,
  renameFilter,
  saveFilter,
} from "#app/domain/initiatives/inbox/saved-filters.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let codes: { fresh: string; returned: string; running: string; evaluated: string };

beforeAll(async () => {
  cast = await aCast();
  const fresh = await submitInitiative(cast.proposer);
  const returned = await submitInitiative(cast.proposer);
  must(
    await returnForCompletion(cast.intake, returned, { items: [{ field: "novelty", message: "Nêu rõ điểm mới." }] }),
  );
  const running = await submitInitiative(cast.proposer);
  await screenAs(cast, running);
  must(await openEvaluation(cast.chair, running, { evaluatorIds: cast.evaluators.map(({ personId }) => personId) }));
  const evaluated = await submitInitiative(cast.proposer);
  await screenAs(cast, evaluated);
  await evaluateAs(cast, evaluated);
  codes = { fresh, returned, running, evaluated };
});

async function inbox(actor: Actor, query = ""): Promise<string[]> {
  const { items } = await listInbox(actor, readFilter(new URLSearchParams(query)));
  return items.map(({ kind, code }) => `${kind} ${code}`);
}

describe("an inbox", () => {
  test("holds what waits in every post and seat, what stands last", async () => {
    expect(await inbox(cast.intake)).toEqual([`INTAKE_CHECK ${codes.fresh}`, `INTAKE_CHECK ${codes.returned}`]);
    expect(await inbox(cast.chair)).toEqual([`EVALUATION ${codes.running}`]);
    expect(await inbox(cast.intakeHead)).toEqual([`DECISION ${codes.evaluated}`]);
    const [evaluator] = cast.evaluators;
    expect(evaluator && (await inbox(evaluator))).toEqual([`SEAT_DECLARATION ${codes.running}`]);
    expect(await inbox(cast.proposer)).toEqual([]);
    const auditor = await anActor("Kiểm toán", ["AUDITOR"]);
    expect((await inbox(auditor)).length).toBe(4);
  });

  test("holds nothing of another body's and nothing of one's own", async () => {
    const elsewhere = await anActor("Cán bộ nơi khác", ["INTAKE"], await anOrganisation("STATE", "Sở khác"));
    expect(await inbox(elsewhere)).toEqual([]);
    const both = await anActor("Cán bộ nộp sáng kiến", ["INTAKE"], cast.intakeBody);
    const own = await submitInitiative(both);
    expect(await inbox(both)).not.toContain(`INTAKE_CHECK ${own}`);
    expect(await inbox(cast.intake)).toContain(`INTAKE_CHECK ${own}`);
  });

  test.each<[string, (fresh: string) => string, boolean]>([
    ["its kind", () => "kind=INTAKE_CHECK", true],
    ["another kind", () => "kind=DECISION", false],
    ["its track", () => "track=ORDINARY", true],
    ["another track", () => "track=BREAKTHROUGH", false],
    ["its clock", () => "clock=soon", true],
    ["another clock", () => "clock=over", false],
    ["its code", (code) => `q=${code}`, true],
    ["words of its title without tones", () => "q=bo do do man", true],
    ["a wildcard that is none in it", () => "q=%25_", false],
    ["nobody", () => "assigned=nobody", true],
    ["oneself", () => "assigned=me", false],
    ["a body that is not in charge", () => "body=00000000-0000-4000-8000-000000000000", false],
    ["what no inbox knows", () => "kind=NOPE&track=x&clock=%00&assigned='--&body=1&after=zz", true],
  ])("is filtered by %s", async (_name, query, isFound) => {
    expect((await inbox(cast.intake, query(codes.fresh))).includes(`INTAKE_CHECK ${codes.fresh}`)).toBe(isFound);
  });

  test("calls what is being completed by the title that was sent, and finds it by no other", async () => {
    const { revision, title } = await db().initiative.findUniqueOrThrow({ where: { code: codes.returned } });
    const values = {
      ...{ title_vi: "Tên gọi chưa gửi cho ai đọc, viết lại trong lúc bổ sung", title_en: "", title_fr: "" },
      ...{ abstract_vi: "", abstract_en: "", abstract_fr: "" },
    };
    must(await saveDraft(cast.proposer, codes.returned, { revision, steps: [{ step: "summary", values }] }));
    const { items } = await listInbox(cast.intake, readFilter(new URLSearchParams()));
    expect(items.find(({ code }) => code === codes.returned)?.title).toEqual(title);
    expect(await inbox(cast.intake, "q=viet lai trong luc")).toEqual([]);
    const desk = await listDesk(cast.intake, ["INTAKE_CHECK"]);
    expect(desk.find(({ code }) => code === codes.returned)?.title).toEqual(title);
  });

  test("tells who was given what, and finds it by them", async () => {
    must(await assignCase(cast.intakeHead, codes.fresh, cast.intake.personId));
    expect(await inbox(cast.intake, "assigned=me")).toEqual([`INTAKE_CHECK ${codes.fresh}`]);
    expect(await inbox(cast.intake, "assigned=nobody")).not.toContain(`INTAKE_CHECK ${codes.fresh}`);
    const other = await anActor("Cán bộ thứ ba", ["INTAKE"], cast.intakeBody);
    expect(await inbox(other, `assigned=${cast.intake.personId}`)).toEqual([`INTAKE_CHECK ${codes.fresh}`]);
    must(await assignCase(cast.intakeHead, codes.fresh, null));
  });

  test("counts by clock what the other filters leave, and by kind everything", async () => {
    const filter = readFilter(new URLSearchParams("kind=INTAKE_CHECK&clock=over"));
    const counts = await countInbox(cast.intake, filter);
    expect(counts).toMatchObject({ clocks: { over: 0, wait: 1 }, all: counts.kinds.INTAKE_CHECK });
  });

  test("goes on where a page ends, each row once", async () => {
    const body = await anOrganisation("STATE", "Cơ quan nhiều việc");
    const busy = await anActor("Cán bộ bận rộn", ["INTAKE"], body);
    await fill(body, 120);
    const filter = readFilter(new URLSearchParams("q=SK-2099"));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listInbox>> = await listInbox(busy, filter, after);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });
});

test("a filter in an address says the same however it was written", () => {
  const filter: InboxFilter = readFilter(new URLSearchParams("q=+A++b&clock=over&kind=DECISION&x=1&after=zz&tick=all"));
  expect(filterQuery(filter)).toBe("kind=DECISION&clock=over&q=A+b");
  expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
});

describe("saved filters", () => {
  test("are one's own, by name; renamed and deleted by nobody else", async () => {
    must(await saveFilter(cast.intake, { name: "Quá hạn", query: "clock=over" }));
    expect(await saveFilter(cast.intake, { name: "Quá hạn", query: "" })).toMatchObject({ code: "FILTER_NAME_TAKEN" });
    must(await saveFilter(cast.chair, { name: "Quá hạn", query: "" }));
    const [mine] = await listFilters(cast.intake);
    if (!mine) throw new Error("The filter was not kept.");
    expect(mine).toMatchObject({ name: "Quá hạn", query: "clock=over" });
    expect(await renameFilter(cast.chair, { id: mine.id, name: "Của tôi" })).toMatchObject({ code: "NOT_FOUND" });
    await deleteFilter(cast.chair, mine.id);
    must(await renameFilter(cast.intake, { id: mine.id, name: "Gấp" }));
    expect((await listFilters(cast.intake)).map(({ name }) => name)).toEqual(["Gấp"]);
    await deleteFilter(cast.intake, mine.id);
    expect(await listFilters(cast.intake)).toEqual([]);
    expect(await saveFilter(cast.proposer, { name: "Không có bàn", query: "" })).toMatchObject({ code: "NOT_FOUND" });
  });

  test("are twenty at most, however many are kept at once", async () => {
    const names = Array.from({ length: MOST_FILTERS + 5 }, (_, at) => `Bộ lọc ${at + 1}`);
    const kept = await Promise.all(names.map((name) => saveFilter(cast.steering, { name, query: "" })));
    expect(kept.filter(({ ok }) => ok)).toHaveLength(MOST_FILTERS);
    expect(kept.find(({ ok }) => !ok)).toMatchObject({ code: "TOO_MANY_FILTERS", params: { max: MOST_FILTERS } });
  });
});

/** So many checks that wait for a body, of files that are not there: the inbox shows them by their code. */
async function fill(debtorOrganisationId: string, count: number): Promise<void> {
  await db().obligation.createMany({
    data: Array.from({ length: count }, (_, made) => {
      const dueOn = new Date(Date.UTC(2026, 10, 20 + (made % 7)));
      const subject = {
        subjectType: "INITIATIVE",
        subjectId: randomUUID(),
        subjectCode: `SK-2099-${1_000 + made}`,
      } as const;
      const debtor = { debtorRole: "INTAKE", debtorOrganisationId };
      return { ...subject, ...debtor, kind: "INTAKE_CHECK", basis: "SK-2099-0001", originalDueOn: dueOn, dueOn };
    }),
  });
}
