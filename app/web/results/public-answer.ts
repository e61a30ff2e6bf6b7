import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { budgetFundedPpm } from "#app/domain/results/exploitation.ts";
import { filePath, type ResultFile } from "#app/domain/results/profile/file.ts";
import { statusOn } from "#app/domain/results/profile/right.ts";
import type { Party, ResultRecord } from "#app/domain/results/queries.server.ts";
import { stageOf } from "#app/domain/results/reports/report.ts";
import { isCommercialised } from "#app/domain/results/stage.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { Answer } from "#app/web/api/operation.ts";
import type { readResult } from "#app/web/api/results.ts";
import { progressAnswer } from "#app/web/results/progress-answer.ts";

/** A published result as the API and its exports tell it; null where it is not public. `origin` is where the portal answers. */
export function published(result: ResultRecord, origin: string): Answer<typeof readResult> | null {
  const { code, state, publishedAt, verification, host, catalogueVersion, content } = result;
  if ((state !== "PUBLISHED" && state !== "UNDER_REVIEW") || !publishedAt || !verification) return null;
  const { embargoUntil, embargoReason, acts, funding, files, ...told } = content;
  const facts = acts.map(({ id, ...act }) => act);
  return {
    ...told,
    code,
    state,
    publishedAt: inUtc(publishedAt),
    host: bodyOf(host),
    catalogueVersion,
    acts: facts.map((act) => ({ ...act, revenueVnd: act.revenueVnd?.toString() ?? null })),
    funding: funding.map((one) => ({ ...one, amountVnd: one.amountVnd.toString() })),
    rights: told.rights.map((right) => ({ ...right, status: statusOn(right, dayInVietnam(new Date())) })),
    files: files.map((file) => fileOf(file, origin)),
    budgetFundedPpm: budgetFundedPpm(funding),
    commercialised: isCommercialised(facts),
    stage: stageOf(content, result.progress) ?? "RESEARCH",
    ...progressAnswer(result.progress, origin),
    verification: { at: inUtc(verification.at), note: verification.note, by: bodyOf(verification.by) },
  };
}

/** What the API tells of a published result that was withdrawn; null of every other. */
export function withdrawn({ code, state, publishedAt, withdrawnAt, withdrawalReason }: ResultRecord) {
  if (state !== "WITHDRAWN" || !publishedAt || !withdrawnAt) return null;
  const times = { publishedAt: inUtc(publishedAt), withdrawnAt: inUtc(withdrawnAt) };
  return { code, state, ...times, reason: withdrawalReason ?? "" };
}

function fileOf(file: ResultFile, origin: string) {
  const { kind, title, name, mediaType, sizeBytes, sha256, width, height } = file;
  const url = `${origin}${filePath(file)}`;
  return { kind, title, name, mediaType, sizeBytes, sha256, url, width, height };
}

function bodyOf({ code, names, house }: Party) {
  return { id: code, names, house };
}
