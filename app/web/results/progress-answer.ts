import type { z } from "zod";
import { measureLocalisation, type Thresholds } from "#app/domain/results/reports/localisation.ts";
import { localisationFacts, revenueFacts } from "#app/domain/results/reports/public-facts.ts";
import {
  type Report,
  type ResultProgress,
  reportFilePath,
  verifiedRevenue,
} from "#app/domain/results/reports/report.ts";
import { bandOf, growingPeriods } from "#app/domain/results/reports/revenue.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { progress } from "#app/web/api/results/progress.ts";

type Answer = z.input<typeof progress>;

/** What everybody reads of how a published result fares: bands and shares where the host keeps the sums. */
export function progressAnswer(known: ResultProgress & { thresholds: Thresholds }, origin: string): Answer {
  const { reports, stages, thresholds } = known;
  const revenue = verifiedRevenue(reports);
  return {
    stages: stages.map(({ at, role, organisation: _body, entryNo, ...step }) => ({
      ...step,
      ...{ at: inUtc(at), post: role, recordEntry: entryNo },
    })),
    revenueBand: bandOf(revenue),
    growingPeriods: growingPeriods(revenue),
    revenue: revenue.map((one) => ({ ...revenueFacts(one, one.sumsPublic), evidence: one.evidence })),
    localisation: reports.flatMap(({ said, verdict, evidence }) =>
      said.kind === "LOCALISATION" && verdict?.outcome === "VERIFIED"
        ? [
            {
              ...localisationFacts(said, said.sumsPublic),
              ...{ evidence, measures: measureLocalisation(said, thresholds) },
            },
          ]
        : [],
    ),
    reports: reports.map((report) => reportAnswer(report, origin)),
  };
}

function reportAnswer(
  { said, reportedAt, verdict, files, ...report }: Report,
  origin: string,
): Answer["reports"][number] {
  return {
    ...report,
    files: files.map((file) => {
      const { sha256, name, mediaType, sizeBytes } = file;
      const url = `${origin}${reportFilePath(file)}`;
      return { sha256, shown: file.isPublic ? { name, mediaType, sizeBytes, url } : null };
    }),
    reportedAt: inUtc(reportedAt),
    verdict: verdict && {
      ...{ outcome: verdict.outcome, note: verdict.note, at: inUtc(verdict.at) },
      by: { id: verdict.by.code, names: verdict.by.names, house: verdict.by.house },
    },
    said: saidAnswer(said),
  };
}

function saidAnswer(said: Report["said"]): Answer["reports"][number]["said"] {
  switch (said.kind) {
    case "READINESS":
    case "RIGHT":
      return said;
    case "RIGHT_EVENT": {
      const { rightId: _id, ...told } = said;
      return told;
    }
    case "ACT":
      return { ...said, revenueVnd: said.revenueVnd?.toString() ?? null };
    case "REVENUE":
      return { kind: said.kind, ...revenueFacts(said, said.sumsPublic) };
    default:
      return { kind: said.kind, ...localisationFacts(said, said.sumsPublic) };
  }
}
