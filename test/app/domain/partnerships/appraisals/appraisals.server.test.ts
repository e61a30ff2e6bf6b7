import { describe, expect, test } from "vitest";
import { reopenDraft } from "#app/domain/partnerships/agreements/reopen-draft.server.ts";
import { decideAppraisal } from "#app/domain/partnerships/appraisals/decide.server.ts";
import { listAuthorities, listWaitingAppraisals } from "#app/domain/partnerships/appraisals/queries.server.ts";
import { submitForAppraisal } from "#app/domain/partnerships/appraisals/submit.server.ts";
import { putSignature } from "#app/domain/partnerships/internal/signing/put-signature.server.ts";
import { findInsidePartnership } from "#app/domain/partnerships/members/queries.server.ts";
import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, appraiser, type Body, drafted, must, signBy } from "../people.ts";

withTestDatabase();

const REASON = "Phần tài sản công chưa có quyết định giao cho đơn vị góp.";
type Facts = Awaited<ReturnType<typeof drafted>>;

function bodyAt({ bodies }: Facts, place: number): Body {
  const found = bodies[place];
  if (!found) throw new Error("nobody there");
  return found;
}

async function underAppraisal() {
  const facts = await drafted();
  const authority = await appraiser();
  must(await submitForAppraisal(bodyAt(facts, 0).actor, facts, { authorityId: authority.organisationId }));
  return { facts, authority };
}

function agreementOf(code: string) {
  return db().agreement.findFirstOrThrow({ where: { partnership: { code } }, include: { appraisals: true } });
}

function clocks(code: string, kind: string) {
  return db().obligation.findMany({ where: { subjectCode: code, kind }, include: { pauses: true } });
}

function decided(outcome: "APPROVED" | "RETURNED" | "REFUSED", { textSha256 }: Facts) {
  return { outcome, reason: REASON, items: outcome === "RETURNED" ? ["Quyết định giao tài sản"] : [], textSha256 };
}

describe("an agreement with capital of a State body", () => {
  test("is signed by nobody before it is approved", async () => {
    const facts = await drafted();
    const signature = { memberId: facts.memberIds[0] ?? "", textSha256: facts.textSha256 };
    expect(await putSignature(bodyAt(facts, 0).actor, facts, signature)).toMatchObject({ code: "APPRAISAL_NEEDED" });
    expect(await db().signature.count({ where: { agreement: { partnership: { code: facts.code } } } })).toBe(0);
  });

  test("goes to an authority that owes its appraisal in so many days, while the signatures' clocks stand", async () => {
    const { facts, authority } = await underAppraisal();
    expect((await agreementOf(facts.code)).state).toBe("UNDER_APPRAISAL");
    const [owed] = await clocks(facts.code, "APPRAISAL");
    expect(owed).toMatchObject({
      debtorOrganisationId: authority.organisationId,
      basis: "partnership.appraisal.working-days",
      workingDays: 20,
    });
    const signatures = await clocks(facts.code, "SIGNATURE");
    expect(signatures.map(({ pauses }) => pauses.map(({ reason, toAt }) => [reason, toAt]))).toEqual(
      facts.bodies.map(() => [["APPRAISAL", null]]),
    );
    const waiting = await listWaitingAppraisals(authority.actor);
    expect(waiting.map(({ code }) => code)).toEqual([facts.code]);
    expect(await findInsidePartnership(authority.actor, facts.code)).toMatchObject({ code: facts.code });
    expect(await findInsidePartnership((await appraiser()).actor, facts.code)).toBeNull();
  });

  test("once approved is signed on the very hash that was appraised, and its page shows the appraisal", async () => {
    const { facts, authority } = await underAppraisal();
    must(await decideAppraisal(authority.actor, facts, decided("APPROVED", facts)));
    const [signature] = await clocks(facts.code, "SIGNATURE");
    expect(signature?.pauses[0]?.toAt).not.toBeNull();
    await signBy(facts);
    const page = await findPublicPartnership(facts.code);
    expect(page?.agreements[0]).toMatchObject({
      textSha256: facts.textSha256,
      appraisals: [{ outcome: "APPROVED", textSha256: facts.textSha256, reason: REASON }],
    });
    const entries = await db().recordEntry.findMany({ where: { subjectCode: facts.code, kind: "agreement.approved" } });
    expect(entries).toHaveLength(1);
    expect(JSON.parse(entries[0]?.payload ?? "{}")).toMatchObject({ textSha256: facts.textSha256 });
  });

  test("returned with its items goes back to the table, and its next text is appraised anew", async () => {
    const { facts, authority } = await underAppraisal();
    must(await decideAppraisal(authority.actor, facts, decided("RETURNED", facts)));
    expect((await clocks(facts.code, "SIGNATURE")).every(({ voidedAt }) => voidedAt !== null)).toBe(true);
    expect((await agreementOf(facts.code)).appraisals[0]).toMatchObject({ items: ["Quyết định giao tài sản"] });
    expect(must(await reopenDraft(bodyAt(facts, 0).actor, facts.code, facts.productCode, ""))).toEqual({ version: 2 });
    expect((await agreementOf(facts.code)).state).toBe("NEGOTIATION");
  });

  test("refused stays refused", async () => {
    const { facts, authority } = await underAppraisal();
    must(await decideAppraisal(authority.actor, facts, decided("REFUSED", facts)));
    expect(await reopenDraft(bodyAt(facts, 0).actor, facts.code, facts.productCode, REASON)).toMatchObject({
      code: "NOT_ALLOWED_FROM_STATE",
    });
    const again = await decideAppraisal(authority.actor, facts, decided("APPROVED", facts));
    expect(again).toMatchObject({ code: "NO_OPEN_APPRAISAL" });
  });
});

describe("nobody appraises what is their own", () => {
  test("a member State body is no authority for it, nor a person with a post in any member organisation", async () => {
    const facts = await drafted();
    const state = bodyAt(facts, 1);
    await db().roleGrant.create({
      data: { personId: state.actor.personId, role: "STEERING", organisationId: state.organisationId },
    });
    const own = { authorityId: state.organisationId };
    expect(await submitForAppraisal(bodyAt(facts, 0).actor, facts, own)).toMatchObject({ code: "AUTHORITY_UNFIT" });
    const authority = await appraiser();
    must(await submitForAppraisal(bodyAt(facts, 0).actor, facts, { authorityId: authority.organisationId }));
    const school = {
      organisationId: bodyAt(facts, 2).organisationId,
      names: { vi: "Trường" },
      house: "SCHOOL" as const,
    };
    const teacher = { ...authority.actor, affiliations: [{ ...school, verified: true, post: null }] };
    const outcome = await decideAppraisal(teacher, facts, decided("APPROVED", facts));
    expect(outcome).toMatchObject({ code: "NOT_THE_APPRAISER" });
    expect(await decideAppraisal(state.actor, facts, decided("APPROVED", facts))).toMatchObject({
      code: "NOT_THE_APPRAISER",
    });
    const members = facts.bodies.map(({ organisationId }) => organisationId);
    expect((await listAuthorities(members)).map(({ id }) => id)).not.toContain(state.organisationId);
  });

  test("the lead alone submits, and another text than the one that was read is not decided", async () => {
    const facts = await drafted();
    const authority = await appraiser();
    const asked = { authorityId: authority.organisationId };
    expect(await submitForAppraisal(bodyAt(facts, 2).actor, facts, asked)).toMatchObject({ code: "NOT_THE_LEAD" });
    must(await submitForAppraisal(bodyAt(facts, 0).actor, facts, asked));
    const other = { ...decided("APPROVED", facts), textSha256: "0".repeat(64) };
    expect(await decideAppraisal(authority.actor, facts, other)).toMatchObject({ code: "TEXT_CHANGED" });
  });
});

describe("the database keeps appraisal and parties apart, whoever writes", () => {
  const SIGN = `INSERT INTO signature (agreement_id, member_id, person_id, post, text_sha256) VALUES ($1, $2, $3, 'Giám đốc', $4)`;
  const DECIDE = `UPDATE appraisal SET outcome = 'APPROVED', reason = 'Được', post = 'Chuyên viên', decided_by_id = $2, decided_at = now()
    WHERE agreement_id = $1`;

  test("a signature before the approval, and a state without its appraisal", async () => {
    const facts = await drafted();
    const { id } = await agreementOf(facts.code);
    const signer = [id, facts.memberIds[0], bodyAt(facts, 0).actor.personId, facts.textSha256];
    await expect(pool().query(SIGN, signer)).rejects.toThrow("APPRAISAL_NEEDED");
    const set = (state: string) =>
      pool().query('UPDATE agreement SET state = $2::"AgreementState" WHERE id = $1', [id, state]);
    await expect(set("UNDER_APPRAISAL")).rejects.toThrow("APPRAISAL_MISSING");
    await expect(
      pool().query("UPDATE agreement SET state = 'SIGNED', signed_at = now() WHERE id = $1", [id]),
    ).rejects.toThrow("APPRAISAL_NEEDED");
  });

  test("an appraiser who speaks for a party, works in one, or holds no such role", async () => {
    const { facts, authority } = await underAppraisal();
    const { id } = await agreementOf(facts.code);
    await expect(pool().query(DECIDE, [id, bodyAt(facts, 1).actor.personId])).rejects.toThrow("APPRAISAL_AUTHORITY");
    await db().affiliation.create({
      data: { personId: authority.actor.personId, organisationId: bodyAt(facts, 2).organisationId },
    });
    await expect(pool().query(DECIDE, [id, authority.actor.personId])).rejects.toThrow("APPRAISAL_APART");
  });

  test("a second outcome", async () => {
    const facts = await agreed();
    const { id, appraisals } = await agreementOf(facts.code);
    const by = appraisals[0]?.decidedById;
    await expect(pool().query(DECIDE, [id, by])).rejects.toThrow("FROZEN appraisal");
    await expect(pool().query("DELETE FROM appraisal WHERE agreement_id = $1", [id])).rejects.toThrow(
      "permission denied",
    );
  });
});
