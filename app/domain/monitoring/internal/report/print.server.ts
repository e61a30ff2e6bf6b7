import { setImmediate } from "node:timers/promises";
import { sha256 } from "#app/platform/hash.server.ts";
import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import type { Paper } from "#app/platform/paper/paper.ts";
import { pdfOf } from "#app/platform/paper/pdf.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { EditionNumber } from "../../report/report.ts";
import { reportPaper } from "../../report/report-paper.server.ts";
import type { LockedCampaign } from "../as-monitor.server.ts";
import { type FrontHand, writeFrontStep } from "../front-step.server.ts";
import { readReportFacts } from "./facts.server.ts";

/**
 * Prints an edition of the report in each language, in the caller's transaction, and puts the SHA-256 of every PDF on the
 * record: whoever has the file can hold it against the entry.
 */
export async function printReport(
  tx: Tx,
  campaign: LockedCampaign,
  { edition, by }: { edition: EditionNumber; by: FrontHand },
  at: Date,
): Promise<void> {
  const facts = await readReportFacts(tx, campaign.code);
  if (!facts) return;
  const printed: { language: Language; pdf: Buffer<ArrayBuffer>; sha256: string }[] = [];
  for (const language of LANGUAGES) {
    const pdf = await drawn(reportPaper(facts, language, at));
    printed.push({ language, pdf, sha256: sha256(pdf) });
  }
  const subject = { type: "CAMPAIGN", code: campaign.code } as const;
  const hashes = Object.fromEntries(printed.map((one) => [one.language, one.sha256]));
  const payload = { edition, sha256: hashes };
  const entryId = await writeFrontStep(tx, { kind: "campaign.report", subject, by, payload }, at);
  await tx.campaignReport.createMany({
    data: printed.map((one) => ({ campaignId: campaign.id, edition, madeAt: at, entryId, ...one })),
  });
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
