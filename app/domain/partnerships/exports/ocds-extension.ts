import type { ReadRun } from "../distributions/read-run.ts";
import type { PublicMember, PublicPartnership, PublicSchedule, PublicSignature } from "../queries.server.ts";
import { instant, type OcdsContext, ocdsPeriod, reference, some } from "./ocds-words.ts";

// What the portal adds to OCDS: public/data/ocds-shares/. Its fields begin with x_.

/** One dimension over one period, exact to the millionth. */
export function scheduleExtension(schedule: PublicSchedule, members: readonly PublicMember[], context: OcdsContext) {
  return {
    id: `${schedule.dimension.toLowerCase()}-${schedule.from}`,
    dimension: schedule.dimension.toLowerCase(),
    period: ocdsPeriod(schedule),
    lines: schedule.lines.map(({ memberId, ppm }) => ({ party: partyOf(memberId, members, context), ppm })),
  };
}

export function signatureExtension(
  signatures: readonly PublicSignature[],
  members: readonly PublicMember[],
  context: OcdsContext,
) {
  return signatures.map(({ memberId, post, signedAt }) => ({
    party: partyOf(memberId, members, context),
    post,
    date: instant(signedAt),
  }));
}

/** A locked run with every line; đồng as decimal text. Authors are one amount without a name. */
export function runExtension(run: ReadRun, members: readonly PublicMember[], context: OcdsContext) {
  return {
    id: String(run.number),
    kind: run.kind.toLowerCase(),
    period: ocdsPeriod(run),
    totalVnd: run.totalVnd,
    compensates: run.compensates === null ? undefined : String(run.compensates),
    lockedAt: run.endedAt ? instant(run.endedAt) : undefined,
    engineVersion: run.engineVersion,
    inputsSha256: run.inputsSha256,
    lines: run.lines.map(({ tier, memberId, amountVnd }) => ({
      tier,
      party: memberId ? partyOf(memberId, members, context) : undefined,
      amountVnd,
    })),
    approvals: some(
      run.approvals.map(({ memberId, approvedAt }) => ({
        party: partyOf(memberId, members, context),
        date: instant(approvedAt),
      })),
    ),
  };
}

function partyOf(memberId: string, members: readonly PublicMember[], { lang }: OcdsContext) {
  const member = members.find(({ id }) => id === memberId);
  return member && reference(member, lang);
}

/** What the parties agreed to keep from the public: why, and until when (null: until their first locked distribution). */
export function withheldIn({ agreements }: PublicPartnership, { t }: OcdsContext) {
  return agreements
    .filter(({ profitConfidential }) => profitConfidential)
    .map(({ productCode }) => ({
      field: `contracts[${productCode}].x_shareSchedules[profit]`,
      reason: "AGREED_CONFIDENTIAL",
      until: null,
      description: t("exports:withheld"),
    }));
}

/** What the fields of OCDS do not hold, and where this publication has it instead (null: nowhere); `when` it is there. */
const TOPICS = [
  { topic: "SHARES", carriedIn: "contracts[].x_shareSchedules", when: () => true },
  { topic: "RISK_SPLIT", carriedIn: "contracts[].riskAllocation[].notes", when: () => true },
  { topic: "RISK_REGISTER", carriedIn: "/api/v1/partnerships/{code}/risks", when: () => true },
  { topic: "HOUSES", carriedIn: "parties[].details", when: () => true },
  { topic: "SIGNATURES", carriedIn: "contracts[].x_signatures", when: () => true },
  { topic: "AWARD", carriedIn: null, when: () => true },
  { topic: "TERMS", carriedIn: null, when: () => true },
  { topic: "READINESS", carriedIn: "planning.project.x_readiness", when: hasReadiness },
  { topic: "COMPANY", carriedIn: "contracts[].x_form", when: ({ form }: PublicPartnership) => form === "JV_COMPANY" },
  { topic: "HISTORY", carriedIn: "shares.csv", when: hasAmendments },
  {
    topic: "TIERS",
    carriedIn: "contracts[].x_distributionRuns",
    when: (it: PublicPartnership) => runsIn(it).length > 0,
  },
  { topic: "LOSSES", carriedIn: "contracts[].x_distributionRuns", when: hasLosses },
] as const;

function hasReadiness({ trlStart, trlTarget }: PublicPartnership): boolean {
  return trlStart !== null || trlTarget !== null;
}

function hasAmendments({ agreements }: PublicPartnership): boolean {
  return agreements.some(({ amendments }) => amendments.length > 0);
}

function hasLosses(partnership: PublicPartnership): boolean {
  return runsIn(partnership).some(({ kind }) => kind === "LOSS");
}

function runsIn({ agreements }: PublicPartnership): ReadRun[] {
  return agreements.flatMap(({ runs }) => runs);
}

/** The topics that this partnership has something of, in words. */
export function notCarried(partnership: PublicPartnership, { t }: OcdsContext) {
  return TOPICS.filter(({ when }) => when(partnership)).map(({ topic, carriedIn }) => ({
    topic,
    carriedIn,
    description: t(`exports:notCarried.${topic}`),
  }));
}
