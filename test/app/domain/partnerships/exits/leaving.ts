import type { Actor } from "#app/domain/accounts/actor.ts";
import { hashPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { activateDue } from "#app/domain/partnerships/agreements/activate-due.server.ts";
import { commitSchema, contributeSchema } from "#app/domain/partnerships/capital/capital.schema.ts";
import { commitCapital } from "#app/domain/partnerships/capital/commit.server.ts";
import { confirmCapital } from "#app/domain/partnerships/capital/confirm.server.ts";
import { contribute } from "#app/domain/partnerships/capital/contribute.server.ts";
import { giveNotice } from "#app/domain/partnerships/exits/notice.server.ts";
import { proposeSettlement } from "#app/domain/partnerships/exits/settle.server.ts";
import { signSettlement } from "#app/domain/partnerships/exits/sign.server.ts";
import { move } from "#app/domain/partnerships/motions/move.server.ts";
import { vote } from "#app/domain/partnerships/motions/vote.server.ts";
import { db } from "#prisma/client.server.ts";
import { withoutGuards } from "#test/search/records.ts";
import { agreed, must, type Negotiated, PRODUCT, signBy } from "../people.ts";

export const PASSWORD = "ba con kiến bò ngang";
export const REASON = "Đơn vị sáp nhập và không còn làm về pin nữa.";

let hashed: Promise<string> | undefined;

export const LEAVER = 2;
export const FROM = "2028-01-01";

/** Active, with 30 billion paid in by the party that leaves. */
export async function running(more = {}) {
  const facts = await agreed(more);
  await signBy(facts);
  await activateDue(new Date("2027-01-01T03:00:00Z"));
  return confirming(facts);
}

/** The same with who acts at a place; everybody can confirm with PASSWORD. */
export async function confirming<Signed extends Negotiated>(facts: Signed) {
  hashed ??= hashPassword(PASSWORD);
  await db().person.updateMany({ data: { passwordHash: await hashed } });
  const actorAt = (place: number): Actor => {
    const found = facts.bodies[place];
    if (!found) throw new Error("nobody there");
    return found.actor;
  };
  const idAt = (place: number) => facts.memberIds[place] ?? "";
  return { ...facts, actorAt, idAt };
}
export type Facts = Awaited<ReturnType<typeof confirming<Negotiated>>>;

export function notice(facts: Facts, more = {}) {
  return { memberId: facts.idAt(LEAVER), effectiveOn: FROM, reason: REASON, password: PASSWORD, ...more };
}

export function terms(more: Record<string, unknown> = {}) {
  return {
    number: 1,
    successor: "",
    terms: [{ productCode: PRODUCT, takeover: "", penalty: 0, agreed: null, ...more }],
  };
}

export async function proposed(facts: Facts, more = {}) {
  must(await giveNotice(facts.actorAt(LEAVER), facts.code, notice(facts)));
  return must(await proposeSettlement(facts.actorAt(0), facts.code, terms(more)));
}

export function sign(facts: Facts, place: number, textSha256: string, password = PASSWORD) {
  return signSettlement(facts.actorAt(place), facts.code, { memberId: facts.idAt(place), textSha256, password });
}

export async function settled(facts: Facts, more = {}) {
  const { textSha256 } = await proposed(facts, more);
  for (const place of [0, 1, 2]) must(await sign(facts, place, textSha256));
}

/** The day of a party's exit has come, and with it the end of its days as a member. */
export async function gone(facts: Facts, place = LEAVER, on = "2026-06-01") {
  await withoutGuards(["party_exit", "partnership_member"], async (client) => {
    await client.query("UPDATE party_exit SET effective_on = $2 WHERE member_id = $1", [facts.idAt(place), on]);
    await client.query("UPDATE partnership_member SET valid_to = $2 WHERE id = $1", [facts.idAt(place), on]);
  });
}

/** Paid in by a party and confirmed by the next one, on a promise of 100 billion. */
export async function payIn(facts: Facts, place: number, amount: string) {
  const typed = { memberId: facts.idAt(place), kind: "CASH", description: "Tiền mặt", dueOn: "2027-03-31" };
  const committed = commitSchema.parse({ ...typed, committedVnd: "100 tỷ" });
  const { number } = must(await commitCapital(facts.actorAt(place), facts, committed));
  const onDay = dayInVietnam(new Date());
  const paid = { commitment: String(number), amountVnd: amount, onDay, reference: "UNC 12/2026" };
  const event = must(await contribute(facts.actorAt(place), facts, contributeSchema.parse(paid)));
  must(await confirmCapital(facts.actorAt((place + 1) % 3), facts, event.number));
}

/** All three agree that the partnership ends. */
export async function terminate(facts: Facts) {
  const motion = { kind: "TERMINATE", reason: REASON, untilOn: null, password: PASSWORD } as const;
  must(await move(facts.actorAt(0), facts.code, motion));
  for (const place of [1, 2])
    must(await vote(facts.actorAt(place), facts.code, { number: 1, inFavour: true, password: PASSWORD }));
}

export async function idOf(code: string): Promise<string> {
  return (await db().partnership.findFirstOrThrow({ where: { code } })).id;
}

/** The kinds of what is owed in a partnership, by one body where it is named. */
export async function openKinds(code: string, place: string | undefined) {
  const open = await db().obligation.findMany({
    where: { subjectCode: code, doneAt: null, voidedAt: null, ...(place ? { debtorOrganisationId: place } : {}) },
    orderBy: { kind: "asc" },
  });
  return open.map(({ kind }) => kind);
}
