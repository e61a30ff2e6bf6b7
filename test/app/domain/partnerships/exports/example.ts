import type { ReadRun } from "#app/domain/partnerships/distributions/read-run.ts";
import type { OcdsContext } from "#app/domain/partnerships/exports/ocds-words.ts";
import type { PublicAgreement, PublicMember, PublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import type { ShareDimension } from "#app/domain/partnerships/share-schedule.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";

const HASH = "a".repeat(64);

/** Four parties: a State fund, a public university, two companies. */
export const MEMBERS: PublicMember[] = [
  member("n1", "STATE", "LEAD", true),
  member("t1", "SCHOOL", "HOST", true),
  member("d1", "ENTERPRISE", "PARTNER", false),
  member("d2", "ENTERPRISE", "INVESTOR", false),
];

function member(
  id: string,
  house: PublicMember["house"],
  role: PublicMember["role"],
  isPublicBody: boolean,
): PublicMember {
  return {
    ...{ id, organisationId: id, identifier: `VN-TIN-01${id}`, isPublicBody, position: 1, house, role },
    names: { vi: `Bên "${id}"`, en: id === "n1" ? "State fund" : null },
    ...{ from: "2025-01-15", to: null },
  };
}

export function schedule(dimension: ShareDimension, from: string, to: string | null, ppm: readonly number[]) {
  const lines = MEMBERS.map(({ id }, place) => ({ memberId: id, ppm: ppm[place] ?? 0 }));
  return { dimension, from, to, lines };
}

export function run(more: Partial<ReadRun> = {}): ReadRun {
  return {
    ...{ number: 1, kind: "DISTRIBUTION", state: "LOCKED", from: "2025-01-01", to: "2026-01-01" },
    ...{ inputsSha256: HASH, engineVersion: "ba-nha/distribution/1", totalVnd: "1000", authorsVnd: "100" },
    ...{ authorsMinimumVnd: "100", lossCarriedVnd: "0", preferredUnpaidVnd: "0", unallocatedTo: null, inputs: "" },
    ...{ compensates: null, proposedBy: "n1", proposedAt: "2026-02-01T00:00:00+00:00" },
    endedAt: "2026-03-20T02:00:00.000+00:00",
    lines: [
      { tier: "TAX", memberId: null, author: null, amountVnd: "200" },
      { tier: "AUTHORS", memberId: null, author: null, amountVnd: "100" },
      { tier: "PARTY", memberId: "n1", author: null, amountVnd: "300" },
      { tier: "PARTY", memberId: "d1", author: null, amountVnd: "400" },
    ],
    approvals: [{ memberId: "n1", post: "Giám đốc", approvedAt: "2026-03-19T02:00:00+00:00" }],
    ...more,
  };
}

export function agreement(more: Partial<PublicAgreement> = {}): PublicAgreement {
  return {
    ...{ productCode: "21-S18", state: "ACTIVE", version: 1, from: "2025-01-15", to: "2029-01-01" },
    ...{ hasStateMoney: true, profitConfidential: false, textSha256: HASH, signedAt: "2025-01-12T03:00:00+00:00" },
    signatures: MEMBERS.map(({ id }) => ({ memberId: id, post: "Giám đốc", signedAt: "2025-01-12T03:00:00+00:00" })),
    schedules: [
      schedule("CAPITAL", "2025-01-15", "2026-01-01", [300_000, 200_000, 500_000]),
      schedule("CAPITAL", "2026-01-01", "2029-01-01", [240_000, 160_000, 400_000, 200_000]),
      schedule("RISK", "2025-01-15", "2026-01-01", [400_000, 100_000, 500_000]),
      schedule("RISK", "2026-01-01", "2029-01-01", [300_000, 100_000, 400_000, 200_000]),
      schedule("PROFIT", "2025-01-15", "2029-01-01", [200_000, 350_001, 449_999]),
    ],
    amendments: [
      {
        ...{ number: 1, state: "SIGNED", effectiveFrom: "2026-01-01", rationale: "Một bên mới vào." },
        ...{ textSha256: "b".repeat(64), text: "", proposedAt: "2025-12-01T00:00:00+00:00", proposedBy: "n1" },
        ...{
          endedAt: "2025-12-18T00:00:00+00:00",
          endReason: null,
          parties: [],
          before: [],
          after: [],
          signatures: [],
        },
      },
    ],
    appraisals: [],
    formFacts: { contractNumber: "12/2026/HĐLD", leadPowers: "Nhận tiền.", liability: "JOINT" },
    runs: [run()],
    ...more,
  };
}

export function partnership(more: Partial<PublicPartnership> = {}): PublicPartnership {
  return {
    ...{ code: "DA-2026-0042", state: "ACTIVE", form: "CONTRACT_CONSORTIUM", published: true },
    title: { vi: 'Trạm bơm "amount":"5"', fr: "Stations de pompage" },
    description: { vi: "Bộ pin chịu mặn." },
    ...{ totalValueVnd: "9999999999999999", trlStart: 4, trlTarget: 8, provinceCodes: ["01", "91"] },
    ...{ from: "2025-01-15", to: "2029-01-01", publishedAt: "2025-01-12T03:00:00.000Z" },
    ...{ members: MEMBERS, agreements: [agreement()] },
    ...more,
  };
}

export function context(lang: Language = "vi"): OcdsContext {
  return {
    ...{ origin: "https://ba-nha.example", lang, t: translator(lang), today: "2026-11-21" },
    products: new Map([["21-S18", { vi: "Pin", en: "Batteries", fr: "Batteries" }]]),
    provinces: new Map([["01", { vi: "Hà Nội", en: "Hanoi", fr: "Hanoï" }]]),
  };
}
