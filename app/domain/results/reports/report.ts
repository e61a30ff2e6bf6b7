import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { ResultContent } from "../completeness.ts";
import { currentReadiness, type ExploitationKind, type IpKind } from "../exploitation.ts";
import type { OfficeEventKind, RightOwner } from "../profile/right.ts";
import { commercialStage, RESULT_STAGES, type ResultStage } from "../stage.ts";
import { growingPeriods, type Period } from "./revenue.ts";

export const REPORT_KINDS = ["READINESS", "ACT", "REVENUE", "LOCALISATION", "RIGHT", "RIGHT_EVENT"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_VERDICTS = ["VERIFIED", "RETURNED"] as const;
export type ReportVerdict = (typeof REPORT_VERDICTS)[number];

/** Whole đồng over a period; `profitAfterTaxVnd` may be below nothing. */
export type Revenue = Period & { grossVnd: bigint; costVnd: bigint; profitAfterTaxVnd: bigint };

/** Whole đồng and ppm over a period; what was not measured is null, and a pair is given whole or not at all. */
export type Localisation = Period & {
  priceVnd: bigint | null;
  domesticValueAddedVnd: bigint | null;
  costVnd: bigint | null;
  domesticCostVnd: bigint | null;
  coreTechPpm: number | null;
  domesticDemandPpm: number | null;
};

/** A right as people name it. */
export type RightName = { right: IpKind; office: string; applicationNo: string };

/** A right filed with an office on a day. */
export type FiledRight = RightName & {
  onDate: string;
  disclosedOn: string | null;
  expiresOn: string | null;
  owners: RightOwner[];
};

/** A right of a result that events can be reported of. */
export type ReportableRight = { id: string; kind: IpKind } & Omit<RightName, "right">;

/** What an office did with a right that the profile has; `expiresOn` where its term changed with it. */
export type RightEvent = RightName & {
  rightId: string;
  event: OfficeEventKind;
  onDate: string;
  reference: string;
  expiresOn: string | null;
};

/** What a host says happened to its published result. */
export type Said =
  | { kind: "READINESS"; level: number; onDate: string }
  | {
      kind: "ACT";
      act: ExploitationKind;
      onDate: string;
      counterparty: string;
      territory: string;
      revenueVnd: bigint | null;
    }
  | ({ kind: "REVENUE"; sumsPublic: boolean } & Revenue)
  | ({ kind: "LOCALISATION"; sumsPublic: boolean } & Localisation)
  | ({ kind: "RIGHT" } & FiledRight)
  | ({ kind: "RIGHT_EVENT" } & RightEvent);

export type Verdict = {
  outcome: ReportVerdict;
  note: string;
  /** RFC 3339 */
  at: string;
  by: { code: string; names: Texts; house: House };
};

/** The most documents of one report; the database holds to it too. */
export const MOST_REPORT_FILES = 5;

/** A document that shows what a report says; one that is not public is read by those alone who read exact sums. */
export type ReportFile = {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  isPublic: boolean;
};

/** The address of a document of a report, without the portal's own. */
export function reportFilePath({ id }: Pick<ReportFile, "id">): string {
  return `/files/reports/${id}`;
}

/** One report with the answer of an officer of another body; without one it is the host's word alone. */
export type Report = {
  number: number;
  evidence: string;
  /** why something is lower than before */
  reason: string | null;
  /** RFC 3339 */
  reportedAt: string;
  verdict: Verdict | null;
  said: Said;
  files: ReportFile[];
};

/** A report that waits for an officer. */
export type WaitingReport = {
  code: string;
  number: number;
  kind: ReportKind;
  title: Texts;
  host: { names: Texts; house: House };
  /** RFC 3339 */
  reportedAt: string;
  /** 'YYYY-MM-DD'; null where no clock runs */
  dueOn: string | null;
  /** whether the clock is that of a body in whose name the actor acts */
  mine: boolean;
};

/** One step on the way to the market, as it was told. */
export type StageStep = {
  from: ResultStage | null;
  to: ResultStage;
  /** the day of the fact that moved it, 'YYYY-MM-DD' */
  onDate: string;
  /** when it was told, RFC 3339 */
  at: string;
  evidence: string;
  reason: string | null;
  /** in whose hand: HOST, RESULT_OFFICER, CLOCK */
  role: string;
  organisation: Texts | null;
  entryNo: number;
  /** the report that moved it */
  report: number | null;
};

/** Everything that happened to a result since its publication, oldest first. */
export type ResultProgress = { reports: Report[]; stages: StageStep[] };

export const NO_PROGRESS: ResultProgress = { reports: [], stages: [] };

/** The last day that a report is about, 'YYYY-MM-DD'. */
export function lastDayOf(said: Said): string {
  if (!("to" in said)) return said.onDate;
  const end = new Date(`${said.to}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}

/** Whether two half-open periods share a day. */
export function doOverlap(one: Period, other: Period): boolean {
  return one.from < other.to && other.from < one.to;
}

/** The verified records of revenue in the order of their periods. */
export function verifiedRevenue(reports: readonly Report[]): (Revenue & { sumsPublic: boolean; evidence: string })[] {
  return reports
    .flatMap(({ said, verdict, evidence }) =>
      said.kind === "REVENUE" && verdict?.outcome === "VERIFIED" ? [{ ...said, evidence }] : [],
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

type Facts = Pick<ResultContent, "readiness" | "acts">;

/** The stage that verified facts make a result; null while no readiness is shown. Source: docs/domain.md, "The way to the market". */
export function stageOf({ readiness, acts }: Facts, { reports, stages }: ResultProgress): ResultStage | null {
  const level = currentReadiness(readiness)?.level;
  if (level === undefined) return null;
  return commercialStage({
    level,
    acts,
    growingPeriods: growingPeriods(verifiedRevenue(reports)),
    discontinued: stages.some(({ to }) => to === "DISCONTINUED"),
  });
}

/** The stage that a result would be in if this report were verified. */
export function stageAfter(facts: Facts, progress: ResultProgress, said: Said): ResultStage | null {
  if (said.kind === "READINESS") {
    return stageOf({ ...facts, readiness: [...facts.readiness, { ...said, evidence: "" }] }, progress);
  }
  if (said.kind === "ACT") {
    const act = { ...said, kind: said.act, id: "", evidence: "", verified: true };
    return stageOf({ ...facts, acts: [...facts.acts, act] }, progress);
  }
  const by = { code: "", names: {}, house: "OTHER" as const };
  const verdict = { outcome: "VERIFIED" as const, note: "", at: "", by };
  const report = { number: 0, evidence: "", reason: null, reportedAt: "", verdict, said, files: [] };
  return stageOf(facts, { ...progress, reports: [...progress.reports, report] });
}

type Way = Pick<StageStep, "from" | "to" | "onDate" | "evidence" | "reason">;

/**
 * The steps that a result had gone by its publication, replayed from its dated facts (readiness, and acts that were
 * verified), oldest first; the last is where it stands. Where readiness fell, its evidence is the reason. On one day
 * readiness comes before acts, so that what was exploited that day has the evidence of the act.
 */
export function wayBefore({ readiness, acts }: Facts): Way[] {
  const facts = [
    ...readiness.map((observation) => ({ ...observation, shown: { readiness: [observation], acts: [] } })),
    ...acts.filter((act) => act.verified).map((act) => ({ ...act, shown: { readiness: [], acts: [act] } })),
  ].sort((a, b) => Number(a.onDate > b.onDate) - Number(a.onDate < b.onDate));
  const steps: Way[] = [];
  const seen: Facts = { readiness: [], acts: [] };
  for (const { onDate, evidence, shown } of facts) {
    seen.readiness.push(...shown.readiness);
    seen.acts.push(...shown.acts);
    const to = stageOf(seen, NO_PROGRESS);
    const from = steps.at(-1)?.to ?? null;
    if (to === null || to === from) continue;
    const fell = from !== null && RESULT_STAGES.indexOf(to) < RESULT_STAGES.indexOf(from);
    steps.push({ from, to, onDate, evidence, reason: fell ? evidence : null });
  }
  return steps;
}
