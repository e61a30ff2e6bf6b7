import { takeInterview } from "#app/domain/monitoring/field-work/interview.server.ts";
import { writeVisit } from "#app/domain/monitoring/field-work/visit.server.ts";
import { releaseSignal } from "#app/domain/monitoring/opinion/release.server.ts";
import { writeSignal } from "#app/domain/monitoring/opinion/write.server.ts";
import { commentOnDraft } from "#app/domain/monitoring/public-comment/comment.server.ts";
import { db } from "#prisma/client.server.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { anInterview, aVisit } from "#test/support/monitoring/field.ts";
import {
  confirmed,
  type Front,
  inField,
  laidOpen,
  move,
  must,
  planned,
  publishedCampaign,
  readAll,
} from "#test/support/monitoring/front.ts";
import { aSignal } from "#test/support/monitoring/opinion.ts";
import type { Cast } from "../../app/domain/results/cast.ts";
import { codes, TEXT } from "./tries.ts";

/** Makes every object that the matrix tries to touch, each in the state in which the Front could still touch it. */
export async function fillCodes(front: Front, cast: Cast): Promise<void> {
  codes.plan = await planned(front);
  codes.field = await inField(front, 1);
  codes.unit = (await db().sampleUnit.findFirstOrThrow({ where: { drawn: 1 } })).id;
  codes.visit = must(await writeVisit(front.monitor, codes.field, aVisit(front, codes.unit))).code;
  codes.interview = must(await takeInterview(front.monitor, codes.field, anInterview(codes.unit))).code;
  codes.signal = must(await writeSignal(front.monitor, aSignal(front.body))).code;
  codes.shown = must(await writeSignal(front.monitor, aSignal(front.body))).code;
  must(await releaseSignal(front.lead, codes.shown));
  codes.draft = (await confirmed(front, codes.field, cast.school)).finding;
  const done = await publishedCampaign(front, cast.school);
  Object.assign(codes, { finding: done.finding, recommendation: done.recommendation, published: done.code });
  codes.assessed = done.unitId;
  const owed = { subjectCode: done.recommendation, kind: "RECOMMENDATION" };
  codes.clock = (await db().obligation.findFirstOrThrow({ where: owed })).id;
  codes.round = await inField(front, 1);
  await readAll(front, codes.round);
  codes.checked = (await confirmed(front, codes.round, cast.school)).finding;
  for (const to of ["DRAFT_REPORT", "FACTUAL_CHECK"] as const) must(await move(front.lead, codes.round, to));
  codes.laid = await inField(front, 1);
  await readAll(front, codes.laid);
  await laidOpen(front, codes.laid, [], 1);
  const citizen = await anActor("Bà Lê Thị Mẫu");
  codes.comment = must(await commentOnDraft(citizen, codes.laid, { about: "", text: TEXT, language: "vi" })).code;
}
