import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { mayDecideRisk, mayReadFile, sealer } from "#app/domain/partnerships/acceptance/acceptance.policy.ts";
import type { ReadRiskFile } from "#app/domain/partnerships/acceptance/acceptance.ts";
import { findRiskFiles } from "#app/domain/partnerships/acceptance/queries.server.ts";
import { sharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import type { MemberFacts } from "#app/domain/partnerships/partnership.policy.ts";
import { isRunning } from "#app/domain/partnerships/partnership.ts";
import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { findRisks } from "#app/domain/partnerships/risks/queries.server.ts";
import { mayReadRegister, registrar } from "#app/domain/partnerships/risks/risk.policy.ts";
import { contractAgainstRegister, type ReadRisk, riskForThePublic } from "#app/domain/partnerships/risks/risk.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { notFound } from "#app/web/guard.server.ts";
import { type EntryOf, entryIndex } from "../entry-index.server.ts";
import { memberFacts, type PartyView, partiesView } from "../partnership-view.server.ts";

type Asked = { code: string | undefined; product: string | null; lang: Language };

/**
 * The risk register of a public partnership as the reader may see it, the contract of a product against it, and the sealed
 * files. Throws
 * what shows that there is none. Three statements once the partnership is found.
 */
export async function riskPage(actor: Actor | null, { code, product, lang }: Asked) {
  const partnership = isCode("DA", code) ? await findPublicPartnership(code) : null;
  if (!partnership?.published) throw notFound();
  const { agreements, members } = partnership;
  const agreement = agreements.find(({ productCode }) => productCode === product) ?? agreements[0];
  const today = dayInVietnam(new Date());
  const joined = memberFacts(members);
  const [risks, { files, losses }, shares, entries] = await Promise.all([
    findRisks(partnership.code),
    findRiskFiles(partnership.code, (authorityId) => mayReadFile(actor, joined, authorityId)),
    agreement && sharesAsOf({ code: partnership.code, product: agreement.productCode, asOf: today, knownAt: null }),
    entriesOf("PARTNERSHIP", partnership.code),
  ]);
  const entryOf = entryIndex(entries);
  const isReader = mayReadRegister(actor, joined);
  const shown = isReader ? risks : risks.map(riskForThePublic);
  const parties = partiesView(members, partnership.from);
  const base = `/${lang}/partnerships/${partnership.code}`;
  return {
    ...{ code: partnership.code, title: partnership.title, today, base, here: `${base}/risks` },
    productCode: agreement?.productCode ?? null,
    productCodes: agreements.map(({ productCode }) => productCode),
    members,
    parties,
    staying: parties.filter(({ id }) => joined.some((member) => member.id === id && !member.left)),
    mayKeep: isRunning(partnership.state) && registrar(actor, joined) !== null,
    isMember: sealer(actor, joined) !== null,
    losses,
    files: files.map((file) => fileView(file, { actor, members: joined, parties, entryOf })),
    risks: shown.map((risk) => riskView(risk, { parties, entryOf }, today)),
    compared: comparedView(shares?.ok ? shares.value.risk : null, shown, parties),
  };
}

export type RiskPage = Awaited<ReturnType<typeof riskPage>>;

function riskView(risk: ReadRisk, { parties, entryOf }: Pick<Eyes, "parties" | "entryOf">, today: string) {
  const partyOf = (id: string) => parties.find((party) => party.id === id) ?? null;
  const { ownerMemberId, versions, ...facts } = risk;
  return {
    ...facts,
    owner: partyOf(ownerMemberId),
    isLate: risk.closedAt === null && risk.reviewOn < today,
    closedNo: entryOf(["risk.closed"], { number: risk.number }),
    versions: versions.map(({ allocation, ownerMemberId: _owner, ...version }) => ({
      ...version,
      entryNo: entryOf(["risk.added", "risk.reviewed"], { number: risk.number, version: version.version }),
      expectedVnd: String((BigInt(version.impactVnd) * BigInt(version.probabilityPpm)) / 1_000_000n),
      borne: allocation.map(({ party, ppm }) => ({ memberId: party, party: partyOf(party), ppm })),
    })),
  };
}

type Eyes = {
  actor: Actor | null;
  members: readonly MemberFacts[];
  parties: readonly PartyView[];
  entryOf: EntryOf;
};

/** A sealed file with who stands by it, and what the reader may do with it. */
function fileView({ seals, ...file }: ReadRiskFile, { actor, members, parties, entryOf }: Eyes) {
  const { acceptance } = file;
  const waiting = members.filter(({ id }) => !seals.some(({ memberId }) => memberId === id));
  return {
    ...file,
    sealedNo: entryOf(["risk-file.sealed"], { number: file.number }),
    decidedNo: entryOf(["risk-file.accepted", "risk-file.refused"], { number: file.number }),
    seals: seals.map(({ memberId, ...seal }) => ({
      ...seal,
      party: parties.find(({ id }) => id === memberId) ?? null,
    })),
    mayJoin: sealer(actor, waiting) !== null,
    mayDecide:
      acceptance !== null && acceptance.decision === null && mayDecideRisk(actor, acceptance.organisationId, members),
  };
}

/** `why` is there where nothing can be compared: no agreement in force, risks kept among the members, no loss expected. */
function comparedView(
  contract: readonly { memberId: string; ppm: number }[] | null,
  risks: readonly ReadRisk[],
  parties: readonly PartyView[],
) {
  if (!contract) return { why: "NO_AGREEMENT" as const };
  if (risks.some(({ closedAt, versions }) => closedAt === null && versions.length === 0))
    return { why: "WITHHELD" as const };
  const lines: ShareLine[] = contract.map(({ memberId, ppm }) => ({ party: memberId, ppm }));
  const compared = contractAgainstRegister(lines, risks);
  if (!compared) return { why: "NOTHING_EXPECTED" as const };
  const rows = parties.flatMap((party) => {
    const row = compared.rows.find((one) => one.party === party.id);
    if (!row) return [];
    const { contractPpm, registerPpm, expectedLossVnd } = row;
    return [{ party, contractPpm, registerPpm, expectedLossVnd: expectedLossVnd.toString() }];
  });
  return { why: null, rows, distancePpm: compared.distancePpm };
}
