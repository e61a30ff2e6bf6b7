import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { answerRelease } from "#app/domain/partnerships/capital/answer-release.server.ts";
import { askRelease } from "#app/domain/partnerships/capital/ask-release.server.ts";
import { commitSchema, contributeSchema } from "#app/domain/partnerships/capital/capital.schema.ts";
import { commitCapital } from "#app/domain/partnerships/capital/commit.server.ts";
import { contribute } from "#app/domain/partnerships/capital/contribute.server.ts";
import { declineCapital } from "#app/domain/partnerships/capital/decline.server.ts";
import { findMoney } from "#app/domain/partnerships/money/queries.server.ts";
import { moneyMoves } from "#app/domain/partnerships/money/timeline.ts";
import { AnswerForms } from "#app/ui/partnerships/capital/answer-forms.tsx";
import { ReleaseForms } from "#app/ui/partnerships/capital/release-forms.tsx";
import { actOnCapital } from "#app/web/partnerships/capital-act.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { draw } from "#test/app/ui/draw.tsx";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, must, signBy } from "../people.ts";

withTestDatabase();

const REASON = "Ghi nhầm 100 tỷ, đúng là 10 tỷ.";

/** Three parties; the second typed a commitment of 100 billion. */
async function committed() {
  const facts = await agreed();
  await signBy(facts);
  const [lead, other, third] = facts.bodies;
  if (!lead || !other || !third) throw new Error("nobody there");
  const typed = { kind: "CASH", description: "Tiền mặt", committedVnd: "100 tỷ", dueOn: "2027-03-31" };
  const input = commitSchema.parse({ ...typed, memberId: facts.memberIds[1] });
  must(await commitCapital(other.actor, facts, input));
  return { ...facts, lead: lead.actor, other: other.actor, third: third.actor };
}
type Facts = Awaited<ReturnType<typeof committed>>;

const asked = { release: 1, reason: REASON };

function payment() {
  const typed = { commitment: "1", amountVnd: "1 tỷ", onDay: dayInVietnam(new Date()), reference: "UNC 12/2026" };
  return contributeSchema.parse(typed);
}

function clocks({ code }: Facts) {
  return db().obligation.findMany({
    where: { subjectCode: code, doneAt: null, voidedAt: null, kind: { in: ["CAPITAL_CALL", "COMMITMENT_RELEASE"] } },
    select: { kind: true, debtorOrganisationId: true },
  });
}

async function read({ code }: Facts) {
  const money = await findMoney(code, "2026-12-01");
  const [first] = money?.agreements ?? [];
  if (!first) throw new Error("no money");
  return first;
}

describe("the page of an agreement's capital", () => {
  function act(facts: Facts, actor: Actor, fields: Record<string, string>) {
    const form = new FormData();
    for (const [name, text] of Object.entries(fields)) form.set(name, text);
    return actOnCapital({ actor, address: facts, form, lang: "vi" });
  }

  test("does nothing that it does not know, and keeps what was typed", async () => {
    const facts = await committed();
    const { number } = must(await contribute(facts.other, facts, payment()));
    for (const intent of ["", "confrim"])
      expect(await act(facts, facts.lead, { intent, event: String(number), reason: "chưa rõ" })).toMatchObject({
        ...{ ok: false, status: 422 },
        form: { values: { event: String(number), reason: "chưa rõ" }, errors: { "": [expect.any(String)] } },
      });
    expect((await read(facts)).events).toMatchObject([{ confirmedAt: null }]);
    expect(await act(facts, facts.lead, { intent: "confirm", event: String(number) })).toEqual({ ok: true });
  });

  test("has one element of an id, and shows a refusal at the form that was sent alone", () => {
    const one = { number: 1, what: "1. Tiền mặt" };
    const releases = {
      own: [{ ...one, number: 2 }],
      open: [one],
      asked: [{ ...one, why: REASON, mayAgree: true }],
    };
    const waiting = [{ number: 1, mayConfirm: true, isOwn: false }];
    const form = {
      values: { release: "1", intent: "release-withdraw", reason: "ngắn", event: "1" },
      errors: { reason: ["Viết thêm."] },
    };
    const html = draw(
      <>
        <AnswerForms waiting={waiting} form={form} />
        <ReleaseForms releases={releases} form={form} />
      </>,
    );
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("f-reason");
    expect(html.match(/Viết thêm\./g)).toHaveLength(1);
    expect(html.match(/<details[^>]* open/g)).toHaveLength(1);
  });
});

describe("a commitment typed by mistake", () => {
  test("is owed no more once the lead agrees, and stays on the page and on the record with the reason", async () => {
    const facts = await committed();
    must(await askRelease(facts.other, facts, asked));
    expect(await clocks(facts)).toEqual(
      expect.arrayContaining([
        { kind: "COMMITMENT_RELEASE", debtorOrganisationId: facts.bodies[0]?.organisationId },
        { kind: "CAPITAL_CALL", debtorOrganisationId: facts.bodies[1]?.organisationId },
      ]),
    );
    must(await answerRelease(facts.lead, facts, { release: 1, reason: null }));
    expect(await clocks(facts)).toEqual([]);
    const money = await read(facts);
    expect(money.commitments[0]?.release).toMatchObject({
      reason: REASON,
      agrees: true,
      answeredBy: facts.memberIds[0],
    });
    expect(moneyMoves(money)).toEqual([]);
    const kinds = await db().recordEntry.findMany({ where: { subjectCode: facts.code }, select: { kind: true } });
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["capital.release-asked", "capital.released"]),
    );
    expect(await contribute(facts.other, facts, payment())).toMatchObject({ code: "COMMITMENT_RELEASED" });
    expect(await askRelease(facts.other, facts, asked)).toMatchObject({ code: "COMMITMENT_RELEASED" });
  });

  test("stays owed where another party does not agree, and may be asked for again", async () => {
    const facts = await committed();
    must(await askRelease(facts.other, facts, asked));
    expect(await askRelease(facts.other, facts, asked)).toMatchObject({ code: "RELEASE_OPEN" });
    must(await answerRelease(facts.third, facts, { release: 1, reason: "Biên bản họp ghi đúng 100 tỷ." }));
    expect((await clocks(facts)).map(({ kind }) => kind)).toEqual(["CAPITAL_CALL"]);
    expect((await read(facts)).commitments[0]?.release).toMatchObject({ agrees: false });
    must(await askRelease(facts.other, facts, asked));
  });

  test("takes no payment while its party asks, which may take the request back", async () => {
    const facts = await committed();
    must(await askRelease(facts.other, facts, asked));
    expect(await contribute(facts.other, facts, payment())).toMatchObject({
      ...{ code: "RELEASE_OPEN", field: "commitment" },
    });
    must(await answerRelease(facts.other, facts, { release: 1, reason: "Số đã ghi là đúng." }));
    expect((await clocks(facts)).map(({ kind }) => kind)).toEqual(["CAPITAL_CALL"]);
    expect((await read(facts)).commitments[0]?.release).toMatchObject({
      ...{ agrees: false, answeredBy: facts.memberIds[1] },
    });
    const kinds = await db().recordEntry.findMany({ where: { subjectCode: facts.code }, select: { kind: true } });
    expect(kinds.map(({ kind }) => kind)).toContain("capital.release-withdrawn");
    must(await contribute(facts.other, facts, payment()));
  });

  test("is released by nobody of the party itself, and not after something was paid in, unless that was declined", async () => {
    const facts = await committed();
    expect(await askRelease(facts.lead, facts, asked)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await answerRelease(facts.lead, facts, { release: 1, reason: null })).toMatchObject({
      code: "NO_OPEN_RELEASE",
    });
    const { number } = must(await contribute(facts.other, facts, payment()));
    expect(await askRelease(facts.other, facts, asked)).toMatchObject({ code: "COMMITMENT_PAID" });
    must(await declineCapital(facts.lead, facts, { event: number, reason: "Tiền chưa về tài khoản." }));
    must(await askRelease(facts.other, facts, asked));
    expect(await answerRelease(facts.other, facts, { release: 1, reason: null })).toMatchObject({
      code: "ANOTHER_CONFIRMS",
    });
  });

  test("is guarded by the database, whoever writes", async () => {
    const facts = await committed();
    const { id } = await db().capitalCommitment.findFirstOrThrow({ where: { memberId: facts.memberIds[1] ?? "" } });
    const ask = (personId: string, number = 1) =>
      pool().query<{ id: string }>(
        "INSERT INTO commitment_release (commitment_id, number, reason, asked_by_id) VALUES ($1, $2, 'x', $3) RETURNING id",
        [id, number, personId],
      );
    await expect(ask(facts.lead.personId)).rejects.toThrow("MONEY_REPRESENTATIVE");
    const { rows } = await ask(facts.other.personId);
    await expect(ask(facts.other.personId, 2)).rejects.toThrow("RELEASE_OPEN");
    const answer = (place: number, personId: string) =>
      pool().query(
        "INSERT INTO commitment_release_answer (release_id, member_id, agrees, answered_by_id) VALUES ($1, $2, true, $3)",
        [rows[0]?.id, facts.memberIds[place], personId],
      );
    await expect(answer(1, facts.other.personId)).rejects.toThrow("RELEASE_APART");
    const pay = () =>
      pool().query(
        `INSERT INTO capital_event (agreement_id, number, kind, on_day, commitment_id, reference, recorded_by_member_id, recorded_by_id)
         SELECT agreement_id, 1, 'ISSUE', current_date, id, 'UNC 1', member_id, recorded_by_id FROM capital_commitment WHERE id = $1`,
        [id],
      );
    await expect(pay()).rejects.toThrow("RELEASE_OPEN");
    await answer(0, facts.lead.personId);
    await expect(ask(facts.other.personId, 2)).rejects.toThrow("COMMITMENT_RELEASED");
    await expect(pay()).rejects.toThrow("COMMITMENT_RELEASED");
    await expect(pool().query("DELETE FROM commitment_release_answer")).rejects.toThrow("permission denied");
  });
});
