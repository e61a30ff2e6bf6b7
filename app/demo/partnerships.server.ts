import { type DemoOrganisation, type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import { DIGITAL } from "#app/demo/partnerships/digital.ts";
import { ENERGY_AND_MATERIALS } from "#app/demo/partnerships/energy-and-materials.ts";
import { MACHINES_AND_LIFE } from "#app/demo/partnerships/machines-and-life.ts";
import type { DemoAgreement, DemoPartnership, DemoPeriod } from "#app/demo/partnerships/plan.ts";
import { FAILED } from "#app/demo/partnerships/risks/failed.ts";
import { tellFailure, tellSeals } from "#app/demo/partnerships/risks/tell-failure.server.ts";
import { tellMoney } from "#app/demo/partnerships/tell-money.server.ts";
import { tellVariants } from "#app/demo/partnerships/tell-variants.server.ts";
import { formFactsOf } from "#app/demo/partnerships/terms/form-facts.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { activateDue } from "#app/domain/partnerships/agreements/activate-due.server.ts";
import { agreeDraft } from "#app/domain/partnerships/agreements/agree-draft.server.ts";
import { openAgreement } from "#app/domain/partnerships/agreements/open-agreement.server.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import { sign } from "#app/domain/partnerships/agreements/sign.server.ts";
import { endAmendment } from "#app/domain/partnerships/amendments/end.server.ts";
import { proposeAmendment } from "#app/domain/partnerships/amendments/propose.server.ts";
import { signAmendment } from "#app/domain/partnerships/amendments/sign.server.ts";
import { decideAppraisal } from "#app/domain/partnerships/appraisals/decide.server.ts";
import { submitForAppraisal } from "#app/domain/partnerships/appraisals/submit.server.ts";
import { approveRun } from "#app/domain/partnerships/distributions/approve.server.ts";
import { runSchema } from "#app/domain/partnerships/distributions/distribution.schema.ts";
import { proposeRun } from "#app/domain/partnerships/distributions/propose.server.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { joinPartnership } from "#app/domain/partnerships/members/join.server.ts";
import { findInsidePartnership } from "#app/domain/partnerships/members/queries.server.ts";
import { move } from "#app/domain/partnerships/motions/move.server.ts";
import { vote } from "#app/domain/partnerships/motions/vote.server.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import { recordTerms } from "#app/domain/partnerships/terms/record-terms.server.ts";
import { termsSchemaFor } from "#app/domain/partnerships/terms/terms.schema.ts";

const DAY_MS = 86_400_000;

/** The partnerships of the demonstration as stories for `tellTogether`, each built by the commands that people use. */
export function partnershipStories(people: DemoPeople): ((until: Until) => Promise<void>)[] {
  return [...ENERGY_AND_MATERIALS, ...MACHINES_AND_LIFE, ...DIGITAL, ...FAILED].map((plan) => async (until) => {
    await tell(plan, people, until);
  });
}

/** One party at the table: its organisation and the id of its membership. */
type Party = { organisation: DemoOrganisation; memberId: string };

async function tell(plan: DemoPartnership, people: DemoPeople, until: Until): Promise<void> {
  const proposedAt = morningOf(plan.proposedOn);
  await until(proposedAt);
  const lead = bodyOf(people, plan.lead);
  const code = await proposeAs(lead, plan, proposedAt);
  for (const [place, { key, role, from }] of plan.others.entries()) {
    const organisation = bodyOf(people, key);
    const at = later(proposedAt, 3 + 4 * place);
    await until(at);
    const asked = { organisationId: organisation.id, role, from: from ?? null };
    const { memberId } = legally(await inviteMember(lead.representative, code, asked, at));
    const answeredAt = later(at, 3);
    await until(answeredAt);
    legally(await joinPartnership(organisation.representative, code, memberId, answeredAt));
  }
  for (const agreement of plan.agreements) await negotiate(plan, agreement, { code, people, until });
  const parties = await partiesOf(plan, { code, people, until });
  for (const { product } of plan.agreements) await tellMoney({ code, people, until, productCode: product, parties });
  if (plan.suspension) await suspend(plan.suspension, { code, people, until, parties });
}

/** A party moves to suspend, and others vote for it, one a day. */
async function suspend(
  { by, on, votes, ...facts }: NonNullable<DemoPartnership["suspension"]>,
  { code, until, parties }: Table & { parties: readonly Party[] },
): Promise<void> {
  const speaker = (place: number) => {
    const party = parties[place];
    if (!party) throw new Error(`No party ${place} in ${code}.`);
    return party.organisation.representative;
  };
  const movedAt = morningOf(on);
  await until(movedAt);
  const motion = { kind: "SUSPEND", ...facts, password: DEMO_PASSWORD } as const;
  const { number } = legally(await move(speaker(by), code, motion, movedAt));
  for (const [day, place] of votes.entries()) {
    const at = later(movedAt, day + 1);
    await until(at);
    legally(await vote(speaker(place), code, { number, inFavour: true, password: DEMO_PASSWORD }, at));
  }
}

async function proposeAs(lead: DemoOrganisation, plan: DemoPartnership, at: Date): Promise<string> {
  const { title, description, trl, from, to } = plan;
  const proposal = {
    leadId: lead.id,
    form: plan.form,
    title_vi: title.vi ?? "",
    title_en: title.en ?? "",
    title_fr: title.fr ?? "",
    description_vi: description.vi ?? "",
    description_en: description.en ?? "",
    description_fr: description.fr ?? "",
    totalValue: plan.totalValueVnd,
    trlStart: trl[0],
    trlTarget: trl[1],
    provinceCodes: plan.provinces,
    validFrom: from,
    validTo: to,
  };
  return legally(await propose(lead.representative, proposal, at)).code;
}

type Table = { code: string; people: DemoPeople; until: Until };

async function negotiate(plan: DemoPartnership, agreement: DemoAgreement, table: Table): Promise<void> {
  const { code, people, until } = table;
  const lead = bodyOf(people, plan.lead).representative;
  // a product is agreed on under the catalogue in force, which came in July
  const agreedAt = agreement.agreedOn ? morningOf(agreement.agreedOn) : null;
  const openedAt = agreedAt ? later(agreedAt, -6) : morningOf("2026-11-02");
  await until(openedAt);
  const terms = {
    productCode: agreement.product,
    validFrom: agreement.from,
    validTo: agreement.to,
    hasStateMoney: agreement.hasStateMoney ?? false,
    profitConfidential: agreement.profitConfidential ?? false,
  };
  legally(await openAgreement(lead, code, terms, openedAt));
  const parties = await partiesOf(plan, table);
  const address = { code, productCode: agreement.product };
  if (agreement.periods.length === 0) {
    await tellVariants(address, parties);
    return;
  }
  const periods = agreement.periods.map((period) => sharesOf(period, parties));
  legally(await recordShares(lead, code, agreement.product, periods));
  legally(await recordTerms(lead, address, termsOf(plan, agreement, parties)));
  if (!agreedAt) {
    await tellVariants(address, parties);
    return;
  }
  await until(agreedAt);
  const { textSha256 } = legally(await agreeDraft(lead, code, agreement.product, agreedAt));
  const isState = parties.map(({ organisation }) => organisation.house === "STATE");
  const hasCapital = agreement.periods.some(({ capital }) => capital.some((ppm, place) => ppm > 0 && isState[place]));
  if (hasCapital || agreement.hasStateMoney)
    if (!(await appraise(agreement, { ...table, lead, textSha256, agreedAt }))) return;
  for (const [place, { organisation, memberId }] of parties.slice(0, agreement.signatures).entries()) {
    const at = later(agreedAt, 1 + 2 * place);
    await until(at);
    legally(await sign(organisation.representative, address, { memberId, textSha256, password: DEMO_PASSWORD }, at));
  }
  if (agreement.signatures < parties.length || morningOf(agreement.from) > new Date()) return;
  await until(morningOf(agreement.from));
  await activateDue(morningOf(agreement.from));
  await tellVariants(address, parties);
  await amend(agreement, { ...table, parties });
  await tellSeals(agreement.product, { ...table, parties });
  await distribute(agreement, { ...table, parties });
  await tellFailure(agreement.product, { ...table, parties });
}

/** The lead submits what was agreed, and the authority approves it the same day; says whether it did. */
async function appraise(
  { product, appraisal }: DemoAgreement,
  { code, people, until, lead, textSha256, agreedAt }: Table & { lead: Actor; textSha256: string; agreedAt: Date },
): Promise<boolean> {
  const address = { code, productCode: product };
  const authority = bodyOf(people, "thuong-truc");
  const submittedAt = new Date(agreedAt.getTime() + DAY_MS / 24);
  await until(submittedAt);
  legally(await submitForAppraisal(lead, address, { authorityId: authority.id }, submittedAt));
  if (appraisal === "WAITS") return false;
  const decidedAt = new Date(agreedAt.getTime() + DAY_MS / 3);
  await until(decidedAt);
  const outcome = appraisal ?? { outcome: "APPROVED" as const, reason: APPROVAL, items: [] };
  legally(await decideAppraisal(people.actors.steering, address, { ...outcome, textSha256 }, decidedAt));
  return outcome.outcome === "APPROVED";
}

const APPROVAL =
  "Phần vốn của Nhà nước đúng quyết định giao vốn; mức chịu lỗ của bên Nhà nước có giới hạn và phương pháp tính phần ngân sách được ghi rõ.";

/** Terms as most agree on them: caps by capital where the value is known, authors where the State's money is in it. */
function termsOf(plan: DemoPartnership, agreement: DemoAgreement, parties: readonly Party[]) {
  const { periods, hasStateMoney } = agreement;
  const capital = periods[0]?.capital ?? [];
  const places = [null, ...plan.others.map(({ role }) => role)];
  const host = parties[Math.max(1, places.indexOf("HOST"))] ?? parties[0];
  return termsSchemaFor(plan.form).parse({
    ...formFactsOf(plan, agreement.agreedOn),
    caps: parties.map(({ memberId }, place) => ({
      id: memberId,
      cap:
        place === 0 || plan.totalValueVnd === null
          ? ""
          : String((plan.totalValueVnd * BigInt(capital[place] ?? 0)) / 1_000_000n),
    })),
    reserve: "5",
    preferred: "",
    hasAuthors: hasStateMoney ? "on" : "",
    rewardPoint: "R2_HOST",
    hostId: host?.memberId ?? "",
    budgetFunded: hasStateMoney ? "40" : "",
    budgetMethod: hasStateMoney
      ? "Tiền ngân sách đã chi chia cho tổng tiền tạo ra kết quả, theo quyết toán đến ngày ký."
      : "",
    authorReward: "30",
    intermediary: "10",
    ipModel: plan.form === "JV_COMPANY" ? "HOST_OWNS_EXCLUSIVE_LICENCE" : "JOINT",
    exitRule: "PRICE_RULE",
  });
}

async function amend(agreement: DemoAgreement, table: Table & { parties: readonly Party[] }): Promise<void> {
  const { code, parties, until } = table;
  const address = { code, productCode: agreement.product };
  const speaker = (place: number) => {
    const party = parties[place];
    if (!party) throw new Error(`No party ${place} in ${code}.`);
    return party.organisation.representative;
  };
  for (const amendment of agreement.amendments ?? []) {
    const proposedAt = morningOf(amendment.proposedOn);
    await until(proposedAt);
    const { effectiveFrom, rationale, declined } = amendment;
    const periods = amendment.periods.map((period) => sharesOf(period, parties));
    const asked = { effectiveFrom, rationale, periods };
    const { textSha256 } = legally(await proposeAmendment(speaker(amendment.by), address, asked, proposedAt));
    for (const [place, { memberId }] of parties.slice(0, amendment.signatures).entries()) {
      const at = later(proposedAt, 1 + 2 * place);
      await until(at);
      const signature = { memberId, textSha256, password: DEMO_PASSWORD };
      legally(await signAmendment(speaker(place), address, signature, at));
    }
    if (!declined) continue;
    const declinedAt = later(proposedAt, 9);
    await until(declinedAt);
    legally(await endAmendment(speaker(declined.by), address, declined.reason, declinedAt));
  }
}

async function distribute(agreement: DemoAgreement, table: Table & { parties: readonly Party[] }): Promise<void> {
  const { code, parties, until } = table;
  const address = { code, productCode: agreement.product };
  for (const { proposedOn, approvals, ...typed } of agreement.runs ?? []) {
    const proposedAt = morningOf(proposedOn);
    await until(proposedAt);
    const [lead] = parties;
    if (!lead) return;
    const form = runSchema.parse({ ...EMPTY_RUN, ...typed });
    legally(await proposeRun(lead.organisation.representative, address, form, proposedAt));
    for (const [place, { organisation, memberId }] of parties.slice(0, approvals).entries()) {
      const at = later(proposedAt, 1 + place);
      await until(at);
      const inside = await findInsidePartnership(organisation.representative, code);
      const runs = inside?.agreements.find(({ productCode }) => productCode === agreement.product)?.runs;
      const inputsSha256 = runs?.at(-1)?.inputsSha256 ?? "";
      const approval = { memberId, inputsSha256, password: DEMO_PASSWORD };
      legally(await approveRun(organisation.representative, address, approval, at));
    }
  }
}

const EMPTY_RUN = {
  intent: "propose",
  kind: "DISTRIBUTION",
  ...{ revenue: "", opex: "", depreciation: "", ipRemuneration: "", ipFactor: "" },
  ...{ authors: "", loss: "", unallocatedTo: "", compensates: "" },
};

async function partiesOf(plan: DemoPartnership, { code, people }: Table): Promise<Party[]> {
  const found = await findInsidePartnership(bodyOf(people, plan.lead).representative, code);
  return [plan.lead, ...plan.others.map(({ key }) => key)].map((key) => {
    const organisation = bodyOf(people, key);
    const member = found?.members.find(({ organisationId }) => organisationId === organisation.id);
    if (!member) throw new Error(`${key} is no member of ${code}.`);
    return { organisation, memberId: member.id };
  });
}

function sharesOf({ from, capital, risk, profit }: DemoPeriod, parties: readonly Party[]) {
  const lines = (ppm: readonly number[]) =>
    parties.map(({ memberId }, place) => ({ party: memberId, ppm: ppm[place] ?? 0 }));
  return { from, shares: { CAPITAL: lines(capital), RISK: lines(risk), PROFIT: lines(profit) } };
}

function bodyOf(people: DemoPeople, key: string): DemoOrganisation {
  const found = people.organisations.find((organisation) => organisation.key === key);
  if (!found) throw new Error(`No organisation ${key} in the demonstration.`);
  return found;
}

/** Nine in the morning in Vietnam. */
function morningOf(day: string): Date {
  return new Date(`${day}T02:00:00Z`);
}

function later(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
