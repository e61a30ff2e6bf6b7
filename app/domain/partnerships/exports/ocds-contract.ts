import type { ReadAmendment } from "../amendments/amendment.ts";
import type { ReadRun } from "../distributions/read-run.ts";
import type { PublicAgreement, PublicMember, PublicPartnership, PublicSchedule } from "../queries.server.ts";
import { WHOLE_PPM } from "../share-schedule.ts";
import { runExtension, scheduleExtension, signatureExtension } from "./ocds-extension.ts";
import { suppliers } from "./ocds-parties.ts";
import { dayBegins, instant, type OcdsContext, ocdsPeriod, reference, some, value } from "./ocds-words.ts";

const ENDED: readonly string[] = ["COMPLETED", "FAILED", "TERMINATED", "CLOSED"];

/** The award that an OCDS contract must name: nothing was tendered, so it says that the parties agreed. */
export function ocdsAward(agreement: PublicAgreement, { members }: PublicPartnership, context: OcdsContext) {
  return {
    id: awardId(agreement),
    title: context.t("exports:award"),
    status: "active",
    date: instant(agreement.signedAt),
    suppliers: suppliers(partiesOf(agreement, members), context),
    items: [item(agreement, context)],
  };
}

/** A signed agreement as an OCDS contract. Source: docs/domain.md, "Exports"; OCDS for PPPs 1.0. */
export function ocdsContract(agreement: PublicAgreement, partnership: PublicPartnership, context: OcdsContext) {
  const { members } = partnership;
  const { productCode, schedules, signatures, amendments, runs } = agreement;
  const risks = schedules.filter(({ dimension }) => dimension === "RISK");
  const only = partnership.agreements.length === 1 ? partnership.totalValueVnd : null;
  return {
    ...{ id: productCode, awardID: awardId(agreement), title: context.t("exports:contract", { product: productCode }) },
    status: statusOf(agreement, partnership, context),
    period: ocdsPeriod(agreement),
    value: only === null ? undefined : value(only),
    items: [item(agreement, context)],
    dateSigned: instant(agreement.signedAt),
    signatories: some(signatures.flatMap(({ memberId }) => refer(memberId, members, context))),
    documents: documentsOf(agreement, partnership, context),
    amendments: some(amendments.map((amendment) => ocdsAmendment(amendment, context))),
    riskAllocation: some(risks.map((schedule) => ocdsRisk(schedule, members, context))),
    implementation: runs.length > 0 ? implementationOf(agreement, partnership, context) : undefined,
    x_form: agreement.formFacts ? { form: partnership.form, facts: agreement.formFacts } : undefined,
    x_shareSchedules: schedules.map((schedule) => scheduleExtension(schedule, members, context)),
    x_signatures: some(signatureExtension(signatures, members, context)),
    x_distributionRuns: some(runs.map((run) => runExtension(run, members, context))),
  };
}

function awardId({ productCode }: PublicAgreement): string {
  return `${productCode}-award`;
}

/** 'pending' until its first day, as OCDS understands a contract that is not yet in force. */
function statusOf(agreement: PublicAgreement, { state }: PublicPartnership, { today }: OcdsContext) {
  if (ENDED.includes(state) || (agreement.to !== null && agreement.to <= today)) return "terminated";
  return today < agreement.from ? "pending" : "active";
}

function item({ productCode }: PublicAgreement, { products, lang }: OcdsContext) {
  const name = products.get(productCode)?.[lang] ?? productCode;
  const classification = { scheme: "VN-STRATEGIC-PRODUCT", id: productCode, description: name };
  return { id: productCode, description: name, classification };
}

function ocdsAmendment(amendment: ReadAmendment, { t }: OcdsContext) {
  return {
    id: String(amendment.number),
    date: amendment.endedAt ? instant(amendment.endedAt) : undefined,
    rationale: amendment.rationale,
    description: t("exports:amendment", { from: amendment.effectiveFrom, hash: amendment.textSha256 }),
    x_effectiveFrom: amendment.effectiveFrom,
    x_textSha256: amendment.textSha256,
  };
}

/**
 * Risk shares in the three words that OCDS has: whoever has more than half, public bodies together (a public university
 * is one) or the others; the exact split is in the notes.
 */
export function ocdsRisk(schedule: PublicSchedule, members: readonly PublicMember[], { t }: OcdsContext) {
  const held = schedule.lines.flatMap(({ memberId, ppm }) => {
    const member = members.find(({ id }) => id === memberId);
    return member ? [{ member, ppm }] : [];
  });
  const publicPpm = held.reduce((sum, { member, ppm }) => (member.isPublicBody ? sum + ppm : sum), 0);
  return {
    id: `risk-${schedule.from}`,
    description: t("exports:risk", { from: schedule.from }),
    allocation: allocationOf(publicPpm),
    notes: held.map(({ member, ppm }) => `${member.identifier}: ${ppm} ppm`).join("; "),
  };
}

function allocationOf(publicPpm: number): "publicAuthority" | "privateParty" | "undefined" {
  if (publicPpm * 2 === WHOLE_PPM) return "undefined";
  return publicPpm * 2 > WHOLE_PPM ? "publicAuthority" : "privateParty";
}

function documentsOf(agreement: PublicAgreement, { code }: PublicPartnership, { origin, lang, t }: OcdsContext) {
  const page = `${origin}/${lang}/partnerships/${code}?product=${agreement.productCode}`;
  const common = { format: "text/html", language: lang };
  return [
    {
      ...{ id: agreement.textSha256, documentType: "contractSigned", url: `${page}#signatures`, ...common },
      title: t("exports:signedText", { hash: agreement.textSha256 }),
      datePublished: instant(agreement.signedAt),
    },
    ...agreement.amendments.map((amendment) => ({
      ...{ id: amendment.textSha256, documentType: "contractAnnexe", url: `${page}#amendments`, ...common },
      title: t("exports:signedText", { hash: amendment.textSha256 }),
      datePublished: amendment.endedAt ? instant(amendment.endedAt) : undefined,
    })),
  ];
}

function implementationOf(agreement: PublicAgreement, partnership: PublicPartnership, context: OcdsContext) {
  const { runs, productCode } = agreement;
  const { origin, lang, t } = context;
  return {
    transactions: some(runs.flatMap((run) => transactionsOf(run, productCode, partnership.members, context))),
    documents: [
      {
        ...{ id: `${productCode}-distributions`, documentType: "revenueShare", format: "text/csv", language: lang },
        title: t("exports:distributions"),
        url: `${origin}/${lang}/partnerships/${partnership.code}/distributions.csv`,
      },
    ],
  };
}

/** What parties got in a locked distribution, less where a run takes back; losses are no payment and stand in the extension. */
function transactionsOf(run: ReadRun, product: string, members: readonly PublicMember[], context: OcdsContext) {
  if (run.kind !== "DISTRIBUTION") return [];
  return run.lines.flatMap((line, place) => {
    const payee = line.memberId ? refer(line.memberId, members, context)[0] : undefined;
    if (!payee || line.amountVnd === "0") return [];
    return {
      id: `${product}-${run.number}-${place + 1}`,
      date: run.endedAt ? instant(run.endedAt) : dayBegins(run.to),
      value: value(line.amountVnd),
      payee,
    };
  });
}

function refer(memberId: string, members: readonly PublicMember[], { lang }: OcdsContext) {
  const member = members.find(({ id }) => id === memberId);
  return member ? [reference(member, lang)] : [];
}

function partiesOf({ schedules }: PublicAgreement, members: readonly PublicMember[]): PublicMember[] {
  const named = new Set(schedules.flatMap(({ lines }) => lines.map(({ memberId }) => memberId)));
  return members.filter(({ id }) => named.has(id));
}
