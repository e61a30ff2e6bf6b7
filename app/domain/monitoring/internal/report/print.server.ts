import { setImmediate } from "node:timers/promises";
import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Paper } from "#app/platform/paper/paper.ts";
import { pdfOf } from "#app/platform/paper/pdf.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { EditionNumber, ReportFacts } from "../../report/report.ts";
import { reportPaper } from "../../report/report-paper.server.ts";
import type { LockedCampaign } from "../as-monitor.server.ts";
import { type FrontHand, writeFrontStep } from "../front-step.server.ts";
import { readReportFacts } from "./facts.server.ts";

/** An edition that is drawn and not kept yet: its PDFs, and the hash of the facts that they tell. */
export type DrawnReport = {
  edition: EditionNumber;
  factsSha256: string;
  at: Date;
  printed: { language: Language; pdf: Buffer<ArrayBuffer>; sha256: string }[];
};

/** The hash of everything that a report tells but the step that it is drawn for, which comes with it. */
export function factsHash({ state: _state, publishedAt: _publishedAt, ...facts }: ReportFacts): string {
  return sha256(canonicalJson(facts));
}

/** Draws an edition in each language from facts read before, as they stand once the campaign has taken its step. Outside any transaction: a long report takes minutes. */
export async function drawReport(facts: ReportFacts, edition: EditionNumber, at: Date): Promise<DrawnReport> {
  const isFirst = edition === 1;
  const told: ReportFacts = {
    ...facts,
    state: isFirst ? "PUBLISHED" : "CLOSED",
    publishedAt: isFirst ? at.toISOString() : facts.publishedAt,
  };
  const printed: DrawnReport["printed"] = [];
  for (const language of LANGUAGES) {
    const pdf = await drawn(reportPaper(told, language, at));
    printed.push({ language, pdf, sha256: sha256(pdf) });
  }
  return { edition, factsSha256: factsHash(facts), at, printed };
}

/**
 * Keeps a drawn edition in the caller's transaction, and puts the SHA-256 of every PDF and of the facts on the record: whoever has
 * the file can hold it against the entry. Refuses REPORT_CHANGED where the facts are no longer those that were drawn.
 */
export async function keepReport(
  tx: Tx,
  campaign: LockedCampaign,
  { report, by }: { report: DrawnReport; by: FrontHand },
): Promise<Refusal<"REPORT_CHANGED"> | null> {
  const { edition, factsSha256, printed, at } = report;
  const now = await readReportFacts(tx, campaign.code);
  if (!now || factsHash(now) !== factsSha256) return refuse("REPORT_CHANGED");
  const subject = { type: "CAMPAIGN", code: campaign.code } as const;
  const hashes = Object.fromEntries(printed.map((one) => [one.language, one.sha256]));
  const payload = { edition, sha256: hashes, factsSha256 };
  const entryId = await writeFrontStep(tx, { kind: "campaign.report", subject, by, payload }, at);
  await tx.campaignReport.createMany({
    data: printed.map((one) => ({ campaignId: campaign.id, edition, madeAt: at, entryId, ...one })),
  });
  return null;
}

/** Draws piece by piece and lets others in between: a long report takes seconds. */
async function drawn(paper: Paper): Promise<Buffer<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for (const piece of pdfOf(paper)) {
    pieces.push(piece);
    await setImmediate();
  }
  return Buffer.concat(pieces);
}
