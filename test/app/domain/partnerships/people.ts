import { randomUUID } from "node:crypto";
import type { Actor, House } from "#app/domain/accounts/actor.ts";
import { agreeDraft } from "#app/domain/partnerships/agreements/agree-draft.server.ts";
import { openAgreement } from "#app/domain/partnerships/agreements/open-agreement.server.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import type { SharePeriod } from "#app/domain/partnerships/agreements/share-table.ts";
import { decideAppraisal } from "#app/domain/partnerships/appraisals/decide.server.ts";
import { submitForAppraisal } from "#app/domain/partnerships/appraisals/submit.server.ts";
import { putSignature } from "#app/domain/partnerships/internal/signing/put-signature.server.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { joinPartnership } from "#app/domain/partnerships/members/join.server.ts";
import { type PartnershipForm, proposeSchema } from "#app/domain/partnerships/partnership.schema.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import { recordTerms } from "#app/domain/partnerships/terms/record-terms.server.ts";
import { termsSchemaFor } from "#app/domain/partnerships/terms/terms.schema.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";

/** An organisation and somebody who represents it. */
export type Body = { organisationId: string; name: string; actor: Actor };

export const PRODUCT = "21-S18";

/** Something went on that the test takes for granted. */
export function must<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${outcome.field ?? ""}`);
  return outcome.value;
}

export async function body(house: House, name = `Tổ chức ${house}`, verified = true): Promise<Body> {
  const organisation = await db().organisation.create({
    data: {
      scheme: "VN-PORTAL",
      identifier: randomUUID(),
      nameVi: name,
      house,
      provinceCode: "01",
      verifiedAt: verified ? new Date() : null,
    },
  });
  const person = await db().person.create({ data: { email: `${randomUUID()}@example.vn`, name: "Người đại diện" } });
  await db().roleGrant.create({
    data: { personId: person.id, role: "PARTY_REP", organisationId: organisation.id },
  });
  const held = { organisationId: organisation.id, organisationNames: { vi: name } };
  const actor: Actor = {
    personId: person.id,
    email: person.email,
    name: person.name,
    language: "vi",
    roles: [{ role: "PARTY_REP", ...held }],
    affiliations: [{ organisationId: organisation.id, names: { vi: name }, house, verified, post: "Giám đốc" }],
  };
  return { organisationId: organisation.id, name, actor };
}

/** What a representative types to propose. */
export function proposal(leadId: string, more: Record<string, unknown> = {}) {
  return proposeSchema.parse({
    leadId,
    form: "CONTRACT_CONSORTIUM",
    title_vi: "Hệ thống tích trữ điện cho trạm bơm",
    description_vi: "Bốn bên cùng làm bộ pin chịu mặn và bộ điều khiển để trạm bơm chạy bằng điện mặt trời.",
    provinceCodes: ["01"],
    validFrom: "2026-01-01",
    lastOn: "2028-12-31",
    ...more,
  });
}

export type Negotiated = { code: string; bodies: Body[]; memberIds: string[]; productCode: string };

/** Three houses at the table, the first leading, with one agreement open over 2027 and 2028. */
export async function negotiated(houses: readonly House[] = ["ENTERPRISE", "STATE", "SCHOOL"]): Promise<Negotiated> {
  const bodies: Body[] = [];
  for (const house of houses) bodies.push(await body(house));
  const [lead, ...others] = bodies;
  if (!lead) throw new Error("nobody leads");
  const { code } = must(await propose(lead.actor, proposal(lead.organisationId)));
  for (const other of others) {
    const asked = { organisationId: other.organisationId, role: "PARTNER", from: null } as const;
    const { memberId } = must(await inviteMember(lead.actor, code, asked));
    must(await joinPartnership(other.actor, code, memberId));
  }
  must(
    await openAgreement(lead.actor, code, {
      productCode: PRODUCT,
      validFrom: "2027-01-01",
      validTo: "2029-01-01",
      hasStateMoney: false,
      profitConfidential: false,
    }),
  );
  const members = await db().partnershipMember.findMany({
    where: { partnership: { code } },
    orderBy: { position: "asc" },
  });
  return { code, bodies, memberIds: members.map(({ id }) => id), productCode: PRODUCT };
}

/** A column of shares in the order of parties. */
export function column(memberIds: readonly string[], ppm: readonly number[]) {
  return memberIds.map((party, place) => ({ party, ppm: ppm[place] ?? 0 }));
}

export function wholePeriods(memberIds: readonly string[]): SharePeriod[] {
  return [
    {
      from: "2027-01-01",
      shares: {
        CAPITAL: column(memberIds, [400_000, 350_000, 250_000]),
        RISK: column(memberIds, [333_334, 333_333, 333_333]),
        PROFIT: column(memberIds, [512_345, 187_655, 300_000]),
      },
    },
  ];
}

export type MoreTerms = { caps?: readonly string[]; form?: PartnershipForm } & Record<string, unknown>;

/** What the lead types: the third party, a school, hosts the result. `caps` in the order of parties. */
export function terms({ memberIds }: Pick<Negotiated, "memberIds">, more: MoreTerms = {}) {
  const { caps = [], form = "CONTRACT_CONSORTIUM", ...typed } = more;
  return termsSchemaFor(form).parse({
    contractNumber: "12/2026/HĐLD",
    leadPowers: "Nhận và chuyển tiền theo đợt, lập báo cáo chung.",
    liability: "OWN_PART",
    reserve: "5",
    preferred: "",
    hasAuthors: "on",
    rewardPoint: "R2_HOST",
    hostId: memberIds[2],
    budgetFunded: "30",
    budgetMethod: "Tính theo tiền ngân sách trên tổng tiền tạo ra kết quả.",
    authorReward: "30",
    intermediary: "10",
    ipModel: "JOINT",
    exitRule: "PRICE_RULE",
    caps: memberIds.map((id, place) => ({ id, cap: caps[place] ?? "" })),
    ...typed,
  });
}

/** A State authority outside every partnership, and somebody who appraises in it. */
export async function appraiser(): Promise<Body> {
  const authority = await body("STATE", "Cơ quan thẩm định");
  const { organisationId, name, actor } = authority;
  await db().roleGrant.create({ data: { personId: actor.personId, role: "STEERING", organisationId } });
  const role = { role: "STEERING", organisationId, organisationNames: { vi: name } } as const;
  return { ...authority, actor: { ...actor, roles: [...actor.roles, role] } };
}

/** The lead submits what was agreed, and an authority approves it. */
export async function approve(facts: Negotiated & { textSha256: string }): Promise<void> {
  const { actor, organisationId } = await appraiser();
  const [lead] = facts.bodies;
  if (!lead) throw new Error("nobody leads");
  must(await submitForAppraisal(lead.actor, facts, { authorityId: organisationId }));
  const reason = "Phần vốn và tài sản của Nhà nước đúng quy định.";
  must(await decideAppraisal(actor, facts, { outcome: "APPROVED", reason, items: [], textSha256: facts.textSha256 }));
}

/** Negotiated, recorded, agreed and, as a State body has capital in it, approved; the text is ready to be signed. */
export async function agreed(more: MoreTerms = {}, houses?: readonly House[]) {
  const facts = await drafted(more, houses);
  await approve(facts);
  return facts;
}

/** Negotiated, recorded and agreed. */
export async function drafted(
  more: MoreTerms = {},
  houses?: readonly House[],
): Promise<Negotiated & { textSha256: string }> {
  const facts = await negotiated(houses);
  const [lead] = facts.bodies;
  if (!lead) throw new Error("nobody leads");
  must(await recordShares(lead.actor, facts.code, facts.productCode, wholePeriods(facts.memberIds)));
  must(await recordTerms(lead.actor, facts, terms(facts, more)));
  const { textSha256 } = must(await agreeDraft(lead.actor, facts.code, facts.productCode));
  return { ...facts, textSha256 };
}

/** One party after the other signs; without `count`, all of them. */
export async function signBy(facts: Awaited<ReturnType<typeof agreed>>, count = facts.bodies.length) {
  for (const [place, { actor }] of facts.bodies.slice(0, count).entries())
    must(await putSignature(actor, facts, { memberId: facts.memberIds[place] ?? "", textSha256: facts.textSha256 }));
}
