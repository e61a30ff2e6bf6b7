import { describe, expect, test } from "vitest";
import { decideAppraisal } from "#app/domain/partnerships/appraisals/decide.server.ts";
import { submitForAppraisal } from "#app/domain/partnerships/appraisals/submit.server.ts";
import { giveNotice, withdrawNotice } from "#app/domain/partnerships/exits/notice.server.ts";
import { declineSettlement, proposeSettlement } from "#app/domain/partnerships/exits/settle.server.ts";
import { exitView } from "#app/web/partnerships/exits/exit-view.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { alsoOn, stateless } from "../appraisals/stateless.ts";
import { appraiser, must, PRODUCT } from "../people.ts";
import { confirming, type Facts, idOf, LEAVER, notice, openKinds, REASON, sign } from "./leaving.ts";

withTestDatabase();

const OTHER = "21-S19";
const ends = { number: 1, reason: "Giá chưa hợp lý." };

/** The school leaves, and a State body without capital takes its shares over: that is appraised. */
async function taken(...others: string[]) {
  const facts = await confirming(await stateless());
  for (const productCode of others) await alsoOn(facts, productCode);
  must(await giveNotice(facts.actorAt(LEAVER), facts.code, notice(facts)));
  return { facts, ...(await settlement(facts, others)) };
}

async function settlement(facts: Facts, others: readonly string[] = []) {
  const takeover = facts.idAt(1);
  const terms = [PRODUCT, ...others].map((productCode) => ({ productCode, takeover, penalty: 0, agreed: null }));
  return must(await proposeSettlement(facts.actorAt(0), facts.code, { number: 1, successor: "", terms }));
}

/** Gives how the authority that was asked decides. */
async function submitted(facts: Facts, productCode = PRODUCT) {
  const authority = await appraiser();
  const address = { code: facts.code, productCode };
  must(await submitForAppraisal(facts.actorAt(0), address, { authorityId: authority.organisationId }));
  const { textSha256 } = await db().amendment.findFirstOrThrow({
    where: { state: "PROPOSED", agreement: { productCode, partnership: { code: facts.code } } },
  });
  return (outcome: "APPROVED" | "RETURNED" | "REFUSED") =>
    decideAppraisal(authority.actor, address, { outcome, reason: REASON, items: ["Quyết định"], textSha256 });
}

function pauses({ code }: Facts) {
  return db().obligationPause.findMany({
    where: { obligation: { subjectCode: code, kind: "EXIT_SETTLEMENT" } },
    select: { reason: true, toAt: true },
  });
}

async function standing({ code }: Facts) {
  const of = { agreement: { partnership: { code } } };
  const amendments = await db().amendment.findMany({ where: of, orderBy: { proposedAt: "asc" } });
  const settlements = await db().exitSettlement.findMany({
    where: { exit: { partnershipId: await idOf(code) } },
    orderBy: { number: "asc" },
  });
  return [...settlements, ...amendments].map(({ state }) => state);
}

describe("a settlement of which an authority appraises an amendment", () => {
  test("is signed, declined and withdrawn by nobody meanwhile, and the time for signing stands still", async () => {
    const { facts, textSha256 } = await taken();
    expect(await sign(facts, 0, textSha256)).toMatchObject({ code: "APPRAISAL_NEEDED" });
    const decide = await submitted(facts);
    expect(await declineSettlement(facts.actorAt(1), facts.code, ends)).toMatchObject({ code: "APPRAISAL_OPEN" });
    expect(await withdrawNotice(facts.actorAt(LEAVER), facts.code, ends)).toMatchObject({ code: "APPRAISAL_OPEN" });
    expect(await sign(facts, 0, textSha256)).toMatchObject({ code: "APPRAISAL_NEEDED" });
    expect(await pauses(facts)).toEqual(Array(3).fill({ reason: "APPRAISAL", toAt: null }));
    const page = await exitView(facts.actorAt(LEAVER), facts.code, "vi");
    expect(page).toMatchObject({ mayWithdraw: false, mayDecline: false, signFor: [] });
    must(await decide("APPROVED"));
    expect((await pauses(facts)).some(({ toAt }) => toAt === null)).toBe(false);
    for (const place of [0, 1, LEAVER]) must(await sign(facts, place, textSha256));
    expect(await standing(facts)).toEqual(["SIGNED", "SIGNED"]);
  });

  test.each(["RETURNED", "REFUSED"] as const)(
    "falls as a whole where that is %s, and another is proposed",
    async (outcome) => {
      const { facts } = await taken();
      must(await (await submitted(facts))(outcome));
      expect(await standing(facts)).toEqual(["DECLINED", "DECLINED"]);
      const [fallen] = await db().exitSettlement.findMany({
        where: { exit: { partnershipId: await idOf(facts.code) } },
      });
      expect(fallen?.endReason).toBe(REASON);
      const kinds = await db().recordEntry.findMany({ where: { subjectCode: facts.code, kind: "exit.declined" } });
      expect(kinds).toHaveLength(1);
      expect((await pauses(facts)).some(({ toAt }) => toAt === null)).toBe(false);
      await settlement(facts);
      expect(await openKinds(facts.code, undefined)).toEqual(["EXIT_SETTLEMENT", "EXIT_SETTLEMENT", "EXIT_SETTLEMENT"]);
    },
  );

  test("waits for every appraisal, and falls where one of them was not approved", async () => {
    const { facts } = await taken(OTHER);
    const [first, second] = [await submitted(facts), await submitted(facts, OTHER)];
    must(await first("RETURNED"));
    expect(await standing(facts)).toEqual(["PROPOSED", "PROPOSED", "PROPOSED"]);
    expect(await declineSettlement(facts.actorAt(1), facts.code, ends)).toMatchObject({ code: "APPRAISAL_OPEN" });
    must(await second("APPROVED"));
    expect(await standing(facts)).toEqual(["DECLINED", "DECLINED", "DECLINED"]);
  });
});
