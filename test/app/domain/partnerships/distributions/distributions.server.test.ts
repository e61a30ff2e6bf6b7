import { describe, expect, test } from "vitest";
import { proposeAmendment } from "#app/domain/partnerships/amendments/propose.server.ts";
import { previewRun, proposeRun } from "#app/domain/partnerships/distributions/propose.server.ts";
import { calculateRun } from "#app/domain/partnerships/distributions/run.ts";
import { withdrawRun } from "#app/domain/partnerships/distributions/withdraw.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { body, column, must } from "../people.ts";
import { active, actorAt, approve, NEW_YEAR, year } from "./runs.ts";

withTestDatabase();

async function runsOf(code: string) {
  return db().distributionRun.findMany({
    where: { agreement: { partnership: { code } } },
    orderBy: { number: "asc" },
    include: { lines: { orderBy: { position: "asc" } } },
  });
}

describe("a distribution", () => {
  test("of case E goes to tax, remuneration, reserve, authors, intermediary and parties to the đồng, and is locked by two parties", async () => {
    const facts = await active({ reserve: "" });
    must(await proposeRun(actorAt(facts, 1), facts, year(), NEW_YEAR));
    const [run] = await runsOf(facts.code);
    expect(run?.totalVnd).toBe(18_000_000_000n);
    expect(run?.lines.reduce((sum, line) => sum + line.amountVnd, 0n)).toBe(18_000_000_000n);
    const amountOf = (tier: string) => run?.lines.find((line) => line.tier === tier)?.amountVnd;
    expect(amountOf("IP_REMUNERATION")).toBe(900_000_000n);
    expect(amountOf("TAX")).toBe(3_420_000_000n);
    // the host's 30 % of 13 680 000 000, of which the budget funded 30 %, of which 30 % and 10 %
    expect(amountOf("AUTHORS")).toBe(369_360_000n);
    expect(amountOf("INTERMEDIARY")).toBe(123_120_000n);
    expect(await approve(facts, [0, 0, 2])).toMatchObject([
      { ok: true, value: { locked: false } },
      { code: "ALREADY_APPROVED" },
      { ok: true, value: { locked: true } },
    ]);
    const [locked] = await runsOf(facts.code);
    expect(locked?.state).toBe("LOCKED");
    const open = { subjectCode: facts.code, kind: "DISTRIBUTION_APPROVAL", doneAt: null, voidedAt: null };
    expect(await db().obligation.count({ where: open })).toBe(0);
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { kind: "distribution.locked", subjectCode: facts.code },
    });
    expect(JSON.parse(entry.payload)).toMatchObject({ number: 1, totalVnd: "18000000000", authorsVnd: "369360000" });
  });

  test("is calculated again from its stored inputs to the same lines", async () => {
    const facts = await active();
    const authors = "Trần Thị Bưởi; 60\nLê Văn Ổi; 40";
    must(await proposeRun(actorAt(facts, 0), facts, year({ authors }), NEW_YEAR));
    const [run] = await runsOf(facts.code);
    const again = must(calculateRun(JSON.parse(run?.inputs ?? "")));
    const places = new Map(facts.memberIds.map((id, place) => [id, place + 1]));
    expect(again.lines).toEqual(
      run?.lines.map(({ tier, memberId, author, amountVnd }) => ({
        tier,
        party: memberId === null ? null : places.get(memberId),
        author,
        amountVnd,
      })),
    );
    const names = run?.lines.filter(({ tier }) => tier === "AUTHORS").map(({ author }) => author);
    expect(names).toEqual(["Trần Thị Bưởi", "Lê Văn Ổi"]);
    await approve(facts, [0, 1]);
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { kind: "distribution.locked", subjectCode: facts.code },
    });
    expect(entry.payload).not.toContain("Bưởi");
  });

  test("makes good an earlier loss first", async () => {
    const facts = await active({ hasAuthors: "" });
    const first = year({ lastOn: "30/06/2027", revenue: "10 tỷ" });
    must(await proposeRun(actorAt(facts, 0), facts, first, NEW_YEAR));
    expect((await runsOf(facts.code))[0]).toMatchObject({
      totalVnd: -20_000_000_000n,
      lossCarriedVnd: 20_000_000_000n,
    });
    await approve(facts, [0, 1]);
    must(await proposeRun(actorAt(facts, 0), facts, year({ from: "01/07/2027" }), NEW_YEAR));
    const [, second] = await runsOf(facts.code);
    expect(second?.lines.find(({ tier }) => tier === "LOSS_OFFSET")?.amountVnd).toBe(13_680_000_000n);
    expect(second?.lossCarriedVnd).toBe(6_320_000_000n);
  });

  test("is refused for days that are distributed, not over, outside, or over which shares change", async () => {
    const facts = await active();
    const ask = (more: Record<string, unknown>, at = NEW_YEAR) => previewRun(actorAt(facts, 0), facts, year(more), at);
    expect(await ask({}, new Date("2027-12-31T03:00:00Z"))).toMatchObject({ code: "PERIOD_NOT_OVER", field: "lastOn" });
    expect(await ask({ from: "31/12/2026" })).toMatchObject({ code: "OUTSIDE_THE_AGREEMENT", field: "from" });
    must(await proposeRun(actorAt(facts, 0), facts, year({ lastOn: "30/06/2027" }), NEW_YEAR));
    expect(await ask({})).toMatchObject({ code: "RUN_OPEN" });
    await approve(facts, [0, 1]);
    expect(await ask({})).toMatchObject({ code: "PERIOD_DISTRIBUTED", field: "from" });
    expect(await ask({ from: "01/07/2027" })).toMatchObject({ ok: true });
    const stranger = await body("ENTERPRISE");
    expect(await previewRun(stranger.actor, facts, year(), NEW_YEAR)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
  });

  test("locks its days: no amendment reaches them, whoever writes", async () => {
    const facts = await active();
    must(await proposeRun(actorAt(facts, 0), facts, year({ lastOn: "30/06/2027" }), NEW_YEAR));
    const half = [500_000, 250_000, 250_000];
    const amend = (effectiveFrom: string) =>
      proposeAmendment(actorAt(facts, 0), facts, {
        effectiveFrom,
        rationale: "Phần vốn đổi từ giữa năm theo phần việc mới.",
        periods: [
          {
            from: effectiveFrom,
            shares: {
              CAPITAL: column(facts.memberIds, half),
              RISK: column(facts.memberIds, half),
              PROFIT: column(facts.memberIds, half),
            },
          },
        ],
      });
    const tooEarly = { code: "BEFORE_LOCKED_DISTRIBUTION", field: "effectiveFrom" };
    // while it waits for approval as well: it was calculated from the shares of those days
    expect(await amend("2027-06-30")).toMatchObject(tooEarly);
    await approve(facts, [0, 1]);
    expect(await amend("2027-06-30")).toMatchObject(tooEarly);
    expect(await amend("2027-07-01")).toMatchObject({ ok: true });
    const next = year({ from: "01/07/2027" });
    expect(await previewRun(actorAt(facts, 0), facts, next, NEW_YEAR)).toMatchObject({ code: "AMENDMENT_OPEN" });
  });

  test("is ended with a reason while it waits, and proposed again", async () => {
    const facts = await active();
    must(await proposeRun(actorAt(facts, 0), facts, year(), NEW_YEAR));
    expect(must(await withdrawRun(actorAt(facts, 1), facts, "Chi phí ghi thiếu một hóa đơn.", NEW_YEAR))).toEqual({
      number: 1,
    });
    expect(must(await proposeRun(actorAt(facts, 0), facts, year(), NEW_YEAR))).toEqual({ number: 2 });
  });

  test("that was wrong is compensated by the difference, not rewritten", async () => {
    const facts = await active();
    must(await proposeRun(actorAt(facts, 0), facts, year(), NEW_YEAR));
    await approve(facts, [0, 1]);
    const right = year({ revenue: "50 tỷ", compensates: "1" });
    must(await proposeRun(actorAt(facts, 0), facts, right, NEW_YEAR));
    const [first, second] = await runsOf(facts.code);
    expect(second?.totalVnd).toBe(2_000_000_000n);
    const sumOf = (memberId: string | undefined) =>
      [...(first?.lines ?? []), ...(second?.lines ?? [])]
        .filter((line) => line.tier === "PARTY" && line.memberId === memberId)
        .reduce((sum, line) => sum + line.amountVnd, 0n);
    const again = must(calculateRun(JSON.parse(second?.inputs ?? "")));
    for (const [place, id] of facts.memberIds.entries())
      expect(sumOf(id)).toBe(again.lines.find((line) => line.tier === "PARTY" && line.party === place + 1)?.amountVnd);
    expect(await approve(facts, [1, 2])).toMatchObject([{ ok: true }, { value: { locked: true } }]);
    expect(await previewRun(actorAt(facts, 0), facts, year({ compensates: "2" }), NEW_YEAR)).toMatchObject({
      code: "COMPENSATES_UNKNOWN",
    });
  });
});

describe("a loss", () => {
  test("is borne by the risk shares within the caps; what nobody can carry needs a decision", async () => {
    const facts = await active({ caps: ["20 tỷ", "8 tỷ", "40 tỷ"] });
    const none = { kind: "LOSS", revenue: "", opex: "", depreciation: "" };
    must(await proposeRun(actorAt(facts, 0), facts, year({ ...none, loss: "60 tỷ" }), NEW_YEAR));
    const [run] = await runsOf(facts.code);
    expect(run?.lines.map(({ amountVnd }) => amountVnd)).toEqual([-20_000_000_000n, -8_000_000_000n, -32_000_000_000n]);
    await approve(facts, [0, 1]);
    // what was borne before counts against the caps
    const more = year({ ...none, loss: "40 tỷ" });
    expect(await proposeRun(actorAt(facts, 0), facts, more, NEW_YEAR)).toMatchObject({
      code: "UNALLOCATED_UNDECIDED",
      field: "unallocatedTo",
    });
    const decided = year({ ...none, loss: "40 tỷ", unallocatedTo: "Bảo hiểm rủi ro công nghệ chịu phần còn lại" });
    must(await proposeRun(actorAt(facts, 0), facts, decided, NEW_YEAR));
    const [, second] = await runsOf(facts.code);
    expect(second?.lines.map(({ tier, amountVnd }) => [tier, amountVnd])).toEqual([
      ["LOSS", 0n],
      ["LOSS", 0n],
      ["LOSS", -8_000_000_000n],
      ["UNALLOCATED", -32_000_000_000n],
    ]);
    expect(await approve(facts, [1, 2])).toMatchObject([{ ok: true }, { value: { locked: true } }]);
  });
});

describe("the database refuses, whoever writes,", () => {
  test("a locked run that changes, lines that come later, an approval alone, and sums that are off", async () => {
    const facts = await active();
    must(await proposeRun(actorAt(facts, 0), facts, year(), NEW_YEAR));
    const [run] = await runsOf(facts.code);
    const id = run?.id;
    await expect(
      pool().query("UPDATE distribution_run SET state = 'LOCKED', ended_at = now() WHERE id = $1", [id]),
    ).rejects.toThrow("APPROVALS_MISSING");
    await expect(
      pool().query("INSERT INTO distribution_line (run_id, position, tier, amount_vnd) VALUES ($1, 99, 'TAX', 0)", [
        id,
      ]),
    ).rejects.toThrow("FROZEN distribution_line");
    await expect(pool().query("UPDATE distribution_line SET amount_vnd = 1 WHERE run_id = $1", [id])).rejects.toThrow(
      "permission denied",
    );
    await expect(pool().query("UPDATE distribution_run SET total_vnd = 1 WHERE id = $1", [id])).rejects.toThrow(
      "permission denied",
    );
    await approve(facts, [0, 1]);
    await expect(pool().query("UPDATE distribution_run SET state = 'WITHDRAWN' WHERE id = $1", [id])).rejects.toThrow(
      "NO_TRANSITION",
    );
    await expect(pool().query("DELETE FROM distribution_approval WHERE run_id = $1", [id])).rejects.toThrow(
      "permission denied",
    );
  });
});
