import { describe, expect, test } from "vitest";
import { activateDue } from "#app/domain/partnerships/agreements/activate-due.server.ts";
import { endAmendment } from "#app/domain/partnerships/amendments/end.server.ts";
import { proposeAmendment } from "#app/domain/partnerships/amendments/propose.server.ts";
import { decideAppraisal } from "#app/domain/partnerships/appraisals/decide.server.ts";
import { submitForAppraisal } from "#app/domain/partnerships/appraisals/submit.server.ts";
import { putAmendmentSignature } from "#app/domain/partnerships/internal/signing/put-amendment-signature.server.ts";
import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, appraiser, must, type Negotiated, signBy } from "../people.ts";
import { actorAt, periods, stateless } from "./stateless.ts";

withTestDatabase();

const REASON = "Cơ quan nhà nước góp thêm vốn bằng thiết bị thử nghiệm.";

async function proposed(facts: Negotiated, capital: readonly number[] = [500_000, 250_000, 250_000]) {
  const input = {
    effectiveFrom: "2028-01-01",
    rationale: REASON,
    periods: periods(facts.memberIds, capital, "2028-01-01"),
  };
  return must(await proposeAmendment(actorAt(facts, 0), facts, input));
}

function signatureOf(facts: Negotiated, place: number, textSha256: string) {
  const signature = { memberId: facts.memberIds[place] ?? "", textSha256 };
  return putAmendmentSignature(actorAt(facts, place), facts, signature);
}

async function submitted(facts: Negotiated) {
  const { textSha256 } = await proposed(facts);
  const authority = await appraiser();
  must(await submitForAppraisal(actorAt(facts, 0), facts, { authorityId: authority.organisationId }));
  const decide = (outcome: "APPROVED" | "RETURNED") =>
    decideAppraisal(authority.actor, facts, { outcome, reason: REASON, items: ["Quyết định giao vốn"], textSha256 });
  return { textSha256, decide };
}

async function standing({ code }: Negotiated) {
  const { state, amendments } = await db().agreement.findFirstOrThrow({
    where: { partnership: { code } },
    include: { amendments: true },
  });
  return [state, ...amendments.map((one) => one.state)];
}

describe("an amendment that first gives a State body capital", () => {
  test("is signed by nobody before an authority that is no party approved its very text, then comes into force", async () => {
    const facts = await stateless();
    const { textSha256, decide } = await submitted(facts);
    expect(await signatureOf(facts, 0, textSha256)).toMatchObject({ code: "APPRAISAL_NEEDED" });
    const again = submitForAppraisal(actorAt(facts, 0), facts, { authorityId: (await appraiser()).organisationId });
    expect(await again).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    expect(await endAmendment(actorAt(facts, 1), facts, REASON)).toMatchObject({ code: "APPRAISAL_OPEN" });
    must(await decide("APPROVED"));
    for (const place of [0, 1, 2]) must(await signatureOf(facts, place, textSha256));
    expect(await standing(facts)).toEqual(["ACTIVE", "SIGNED"]);
    const page = await findPublicPartnership(facts.code);
    expect(page?.agreements[0]?.appraisals).toMatchObject([{ amendment: 1, outcome: "APPROVED", textSha256 }]);
    // what was appraised once is amended without a further appraisal
    const next = await proposed(facts, [400_000, 350_000, 250_000]);
    must(await signatureOf(facts, 0, next.textSha256));
  });

  test("ends with the authority's reason where it is returned, and the text before it stays in force", async () => {
    const facts = await stateless();
    const { decide } = await submitted(facts);
    must(await decide("RETURNED"));
    expect(await standing(facts)).toEqual(["ACTIVE", "DECLINED"]);
    const owed = await db().obligation.count({
      where: { subjectCode: facts.code, kind: { in: ["APPRAISAL", "SIGNATURE"] }, doneAt: null, voidedAt: null },
    });
    expect(owed).toBe(0);
    const mended = await proposed(facts, [600_000, 150_000, 250_000]);
    must(await submitForAppraisal(actorAt(facts, 0), facts, { authorityId: (await appraiser()).organisationId }));
    expect(await signatureOf(facts, 0, mended.textSha256)).toMatchObject({ code: "APPRAISAL_NEEDED" });
  });

  test("is neither signed nor put in force nor taken back past the commands", async () => {
    const facts = await stateless();
    const { textSha256 } = await proposed(facts);
    const { id } = await db().agreement.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
    const sign = pool().query(
      "INSERT INTO signature (agreement_id, member_id, person_id, post, text_sha256) VALUES ($1, $2, $3, 'x', $4)",
      [id, facts.memberIds[0], actorAt(facts, 0).personId, textSha256],
    );
    await expect(sign).rejects.toThrow("APPRAISAL_NEEDED");
    const end = (state: string) =>
      pool().query(
        "UPDATE amendment SET state = $2::\"AmendmentState\", ended_at = now(), end_reason = 'x' WHERE agreement_id = $1",
        [id, state],
      );
    await expect(end("SIGNED")).rejects.toThrow("APPRAISAL_NEEDED");
    must(await submitForAppraisal(actorAt(facts, 0), facts, { authorityId: (await appraiser()).organisationId }));
    await expect(end("WITHDRAWN")).rejects.toThrow("APPRAISAL_OPEN");
  });
});

test("an amendment of an agreement that was appraised, or that brings nothing of the State's, needs no appraisal", async () => {
  const free = await stateless();
  const { textSha256 } = await proposed(free, [700_000, 0, 300_000]);
  const authorityId = (await appraiser()).organisationId;
  expect(await submitForAppraisal(actorAt(free, 0), free, { authorityId })).toMatchObject({
    code: "APPRAISAL_NOT_NEEDED",
  });
  must(await signatureOf(free, 0, textSha256));
  const appraised = await agreed();
  await signBy(appraised);
  await activateDue(new Date("2027-01-01T03:00:00Z"));
  const next = await proposed(appraised);
  must(await signatureOf(appraised, 0, next.textSha256));
});
