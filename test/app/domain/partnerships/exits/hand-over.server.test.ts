import { describe, expect, test } from "vitest";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { commitSchema, contributeSchema, moveSchema } from "#app/domain/partnerships/capital/capital.schema.ts";
import { commitCapital } from "#app/domain/partnerships/capital/commit.server.ts";
import { confirmCapital } from "#app/domain/partnerships/capital/confirm.server.ts";
import { contribute } from "#app/domain/partnerships/capital/contribute.server.ts";
import { declineCapital } from "#app/domain/partnerships/capital/decline.server.ts";
import { moveCapital } from "#app/domain/partnerships/capital/move.server.ts";
import { findClosing } from "#app/domain/partnerships/closing/queries.server.ts";
import { handOver } from "#app/domain/partnerships/exits/hand-over.server.ts";
import { giveNotice, withdrawNotice } from "#app/domain/partnerships/exits/notice.server.ts";
import { declineSettlement, proposeSettlement } from "#app/domain/partnerships/exits/settle.server.ts";
import { actOnExit } from "#app/web/partnerships/exits/exit-act.server.ts";
import { exitView } from "#app/web/partnerships/exits/exit-view.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { must } from "../people.ts";
import {
  type Facts,
  gone,
  LEAVER,
  notice,
  openKinds,
  payIn,
  proposed,
  running,
  settled,
  sign,
  terminate,
  terms,
} from "./leaving.ts";

withTestDatabase();

const WHY = "Chứng từ không đúng số tiền đã trả.";

/** The school has left; a State body takes over its 30 billion. */
async function left() {
  const facts = await running();
  await payIn(facts, LEAVER, "30 tỷ");
  await settled(facts, { takeover: facts.idAt(1) });
  await gone(facts);
  const { id } = await db().exitHandover.findFirstOrThrow({ where: { memberId: facts.idAt(1) } });
  return { ...facts, handoverId: id };
}

/** Gives the number of the transfer that records it. */
async function handed(facts: Awaited<ReturnType<typeof left>>) {
  const { handoverId } = facts;
  must(await handOver(facts.actorAt(LEAVER), facts.code, { handoverId, reference: "UNC 88/2026" }));
  const transfer = { kind: "TRANSFER", agreement: { partnership: { code: facts.code } } } as const;
  const event = await db().capitalEvent.findFirstOrThrow({ where: transfer, orderBy: { number: "desc" } });
  return event.number;
}

function again(facts: Facts, commitment: number, amountVnd: string) {
  const paid = { commitment: String(commitment), amountVnd, onDay: dayInVietnam(new Date()), reference: "UNC 13/2026" };
  return contribute(facts.actorAt(LEAVER), facts, contributeSchema.parse(paid));
}

describe("what is handed over", () => {
  test("is owed again where its taker declines it or the leaver takes it back, and handed over anew", async () => {
    const facts = await left();
    const event = await handed(facts);
    expect(await openKinds(facts.code, undefined)).toEqual(["CAPITAL_CONFIRMATION"]);
    must(await declineCapital(facts.actorAt(1), facts, { event, reason: WHY }));
    expect(await openKinds(facts.code, facts.bodies[1]?.organisationId)).toEqual(["EXIT_PAYMENT"]);
    expect((await findClosing(facts.code))?.account.openHandovers).toBe(1);
    const second = await handed(facts);
    must(await declineCapital(facts.actorAt(LEAVER), facts, { event: second, reason: WHY }));
    must(await confirmCapital(facts.actorAt(1), facts, await handed(facts)));
    expect(await openKinds(facts.code, undefined)).toEqual([]);
    expect((await findClosing(facts.code))?.account.openHandovers).toBe(0);
    expect(
      await handOver(facts.actorAt(LEAVER), facts.code, { handoverId: facts.handoverId, reference: "UNC" }),
    ).toMatchObject({
      code: "ALREADY_HANDED_OVER",
    });
  });

  test("is confirmed by a taker that has left too, on the page of exits", async () => {
    const facts = await left();
    const event = await handed(facts);
    await gone(facts, 1);
    const shown = async (place: number) =>
      (await exitView(facts.actorAt(place), facts.code, "vi"))?.past[0]?.settlements[0]?.handovers[0];
    const transfer = `${facts.productCode}.${event}`;
    expect(await shown(1)).toMatchObject({ transfer, mayConfirm: true, mayDecline: true });
    expect(await shown(0)).toMatchObject({ mayConfirm: false, mayDecline: false });
    expect(JSON.stringify(await shown(0))).not.toContain(facts.actorAt(LEAVER).personId);
    const send = (intent: string, typed: string) => {
      const form = new FormData();
      form.set("transfer", typed);
      form.set("why", "");
      return actOnExit(facts.actorAt(1), facts.code, { intent, form, lang: "vi" });
    };
    expect(await send("confirmTransfer", "khác")).toMatchObject({ ok: false });
    expect(await send("declineTransfer", transfer)).toMatchObject({
      outcome: { code: "REASON_MISSING", field: "why" },
    });
    expect(await send("confirmTransfer", transfer)).toMatchObject({ outcome: { ok: true } });
    expect(await shown(1)).toMatchObject({ transfer: null, mayConfirm: false });
  });

  test("counts with what a party has paid in that leaves in its turn, and comes first", async () => {
    const facts = await running();
    await payIn(facts, LEAVER, "30 tỷ");
    await payIn(facts, 1, "20 tỷ");
    await settled(facts, { takeover: facts.idAt(1) });
    const { code, actorAt } = facts;
    must(await giveNotice(actorAt(1), code, notice(facts, { memberId: facts.idAt(1), effectiveOn: "2028-03-01" })));
    const { textSha256 } = must(
      await proposeSettlement(actorAt(0), code, { ...terms({ takeover: facts.idAt(0) }), number: 2 }),
    );
    for (const place of [0, 1, LEAVER]) must(await sign(facts, place, textSha256));
    const given = await db().exitHandover.findFirstOrThrow({ where: { memberId: facts.idAt(0) } });
    expect(given.paidInVnd).toBe(50_000_000_000n);
    await gone(facts);
    await gone(facts, 1);
    const next = { handoverId: given.id, reference: "UNC 90/2026" };
    expect(await handOver(actorAt(1), code, next)).toMatchObject({ code: "TAKES_OVER_FIRST" });
    const { id: handoverId } = await db().exitHandover.findFirstOrThrow({ where: { memberId: facts.idAt(1) } });
    must(await confirmCapital(actorAt(1), facts, await handed({ ...facts, handoverId })));
    must(await handOver(actorAt(1), code, next));
  });
});

describe("capital of a party that leaves", () => {
  test("that moved after the settlement was proposed keeps it from being signed, and it is proposed anew", async () => {
    const facts = await running();
    await payIn(facts, LEAVER, "30 tỷ");
    const { textSha256 } = await proposed(facts);
    must(await sign(facts, 0, textSha256));
    const event = must(await again(facts, 1, "5 tỷ"));
    expect(await sign(facts, 1, textSha256)).toMatchObject({
      code: "LEDGER_MOVED",
      params: { product: facts.productCode },
    });
    must(await confirmCapital(facts.actorAt(0), facts, event.number));
    expect(await sign(facts, 1, textSha256)).toMatchObject({ code: "LEDGER_MOVED" });
    must(await declineSettlement(facts.actorAt(1), facts.code, { number: 1, reason: WHY }));
    const anew = must(await proposeSettlement(facts.actorAt(1), facts.code, terms()));
    for (const place of [0, 1, LEAVER]) must(await sign(facts, place, anew.textSha256));
  });

  test("moves by what is handed over alone once that is signed, whoever writes", async () => {
    const facts = await running();
    await payIn(facts, LEAVER, "30 tỷ");
    await settled(facts);
    const { actorAt, idAt } = facts;
    expect(await again(facts, 1, "5 tỷ")).toMatchObject({ code: "PARTY_LEAVES", field: "commitment" });
    const promise = { memberId: idAt(LEAVER), kind: "CASH", description: "Tiền mặt", committedVnd: "1 tỷ" };
    const dueOn = "2027-06-30";
    expect(await commitCapital(actorAt(LEAVER), facts, commitSchema.parse({ ...promise, dueOn }))).toMatchObject({
      code: "PARTY_LEAVES",
      field: "memberId",
    });
    const moved = moveSchema.parse({
      ...{ kind: "CANCEL", fromMemberId: idAt(LEAVER), toMemberId: "", amountVnd: "1 tỷ", priceVnd: "" },
      ...{ onDay: dayInVietnam(new Date()), reference: "BB 1/2026", evidenceSha256: "" },
    });
    expect(await moveCapital(actorAt(LEAVER), facts, moved)).toMatchObject({
      code: "PARTY_LEAVES",
      field: "fromMemberId",
    });
    const { id } = await db().agreement.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
    const client = await pool().connect();
    try {
      await client.query("BEGIN");
      await client.query(
        `INSERT INTO capital_event (id, agreement_id, number, kind, on_day, reference, recorded_by_member_id, recorded_by_id)
         VALUES (gen_random_uuid(), $1, 99, 'CANCEL', '2026-11-01', 'x', $2, $3)`,
        [id, idAt(LEAVER), actorAt(LEAVER).personId],
      );
      await client.query(
        "INSERT INTO capital_line (event_id, member_id, amount_vnd) SELECT id, $1, -1 FROM capital_event WHERE number = 99",
        [idAt(LEAVER)],
      );
      await expect(client.query("COMMIT")).rejects.toThrow("PARTY_LEAVES");
    } finally {
      client.release();
    }
  });

  test("is said to be handed over by nothing but its transfer, in the database too", async () => {
    const facts = await left();
    const say = (event: string | null) =>
      pool().query("UPDATE exit_handover SET done_at = now(), reference = 'x', event_id = $2 WHERE id = $1", [
        facts.handoverId,
        event,
      ]);
    await expect(say(null)).rejects.toThrow("check constraint");
    const other = await db().capitalEvent.findFirstOrThrow({
      where: { agreement: { partnership: { code: facts.code } } },
    });
    await expect(say(other.id)).rejects.toThrow("HANDOVER_EVENT");
    const number = await handed(facts);
    const open = "UPDATE exit_handover SET done_at = NULL, reference = NULL, event_id = NULL WHERE id = $1";
    await expect(pool().query(open, [facts.handoverId])).rejects.toThrow("FROZEN exit_handover");
    await expect(
      pool().query(
        `UPDATE capital_event SET declined_at = now(), decline_reason = 'x', declined_by_member_id = $2
         WHERE number = $1 AND agreement_id = $3`,
        [number, facts.idAt(1), other.agreementId],
      ),
    ).rejects.toThrow("HANDOVER_DECLINED");
  });
});

test("a notice that is open when the partnership ends is taken off by any party, so that it can be closed", async () => {
  const facts = await running();
  await proposed(facts);
  await terminate(facts);
  const back = { number: 1, reason: "Dự án đã chấm dứt." };
  expect(await exitView(facts.actorAt(0), facts.code, "vi")).toMatchObject({
    hasEnded: true,
    mayWithdraw: true,
    signFor: [],
  });
  must(await withdrawNotice(facts.actorAt(0), facts.code, back));
  const account = (await findClosing(facts.code))?.account;
  expect([account?.openExits, account?.agreements[0]?.state]).toEqual([0, "ACTIVE"]);
});
