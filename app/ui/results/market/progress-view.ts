import type { ExploitationKind } from "#app/domain/results/exploitation.ts";
import { type Measured, measureLocalisation, type Thresholds } from "#app/domain/results/reports/localisation.ts";
import { localisationFacts, revenueFacts, showsSums } from "#app/domain/results/reports/public-facts.ts";
import {
  type FiledRight,
  type Report,
  type ReportFile,
  type ResultProgress,
  type RightEvent,
  type StageStep,
  verifiedRevenue,
} from "#app/domain/results/reports/report.ts";
import { bandOf, growingPeriods, hasGrown, type RevenueBand } from "#app/domain/results/reports/revenue.ts";

export type RevenueFacts = ReturnType<typeof revenueFacts>;
export type LocalisationView = ReturnType<typeof localisationFacts> & { measures: Measured[] };

/** What a report says, as its reader may know it: money as decimal text. */
export type SaidView =
  | { kind: "READINESS"; level: number; onDate: string }
  | {
      kind: "ACT";
      act: ExploitationKind;
      onDate: string;
      counterparty: string;
      territory: string;
      revenueVnd: string | null;
    }
  | ({ kind: "REVENUE" } & RevenueFacts)
  | ({ kind: "LOCALISATION" } & LocalisationView)
  | ({ kind: "RIGHT" } & FiledRight)
  | ({ kind: "RIGHT_EVENT" } & RightEvent);

/** A document that this reader may open, or the hash of one that others read. */
export type ReportFileView = ReportFile | Pick<ReportFile, "sha256">;

export type ReportView = Omit<Report, "said" | "files"> & { said: SaidView; files: ReportFileView[] };

export type ProgressView = {
  stages: StageStep[];
  /** the newest first */
  reports: ReportView[];
  /** verified periods, the newest first; null where there is none */
  revenue: {
    band: RevenueBand;
    growing: number;
    periods: (RevenueFacts & { grew: boolean; evidence: string })[];
  } | null;
  /** verified observations, the newest first */
  localisation: (LocalisationView & { evidence: string })[];
  /** the legal text behind the thresholds; null where none is in force */
  basis: string | null;
};

type Known = ResultProgress & { thresholds: Thresholds };

/** What happened to a result since its publication, for a page: exact sums for those alone who read them. */
export function progressView({ reports, stages, thresholds }: Known, mayReadSums: boolean): ProgressView {
  const revenue = verifiedRevenue(reports);
  const band = bandOf(revenue);
  const shown = reports.map((report) => ({
    ...report,
    said: saidOf(report, thresholds, mayReadSums),
    files: report.files.map((file) => (file.isPublic || mayReadSums ? file : { sha256: file.sha256 })),
  }));
  return {
    stages,
    reports: shown.toReversed(),
    revenue: band && {
      band,
      growing: growingPeriods(revenue),
      periods: revenue
        .map((one, index) => ({
          ...revenueFacts(one, mayReadSums || one.sumsPublic),
          ...{ grew: hasGrown(one, revenue[index - 1]), evidence: one.evidence },
        }))
        .toReversed(),
    },
    localisation: shown
      .flatMap(({ said, verdict, evidence }) =>
        said.kind === "LOCALISATION" && verdict?.outcome === "VERIFIED" ? [{ ...said, evidence }] : [],
      )
      .sort((a, b) => (a.from < b.from ? 1 : -1)),
    basis: Object.values(thresholds)[0]?.basis ?? null,
  };
}

function saidOf(report: Report, thresholds: Thresholds, mayReadSums: boolean): SaidView {
  const { said } = report;
  const withSums = showsSums(report, mayReadSums);
  switch (said.kind) {
    case "READINESS":
    case "RIGHT":
    case "RIGHT_EVENT":
      return said;
    case "ACT":
      return { ...said, revenueVnd: said.revenueVnd?.toString() ?? null };
    case "REVENUE":
      return { kind: said.kind, ...revenueFacts(said, withSums) };
    default: {
      const measures = measureLocalisation(said, thresholds);
      return { kind: said.kind, ...localisationFacts(said, withSums), measures };
    }
  }
}
