import { legally } from "#app/demo/accounts.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerComments } from "#app/domain/monitoring/public-comment/answer.server.ts";
import { commentOnDraft } from "#app/domain/monitoring/public-comment/comment.server.ts";
import { prepareRound } from "#app/domain/monitoring/public-comment/prepare.server.ts";
import { ruleOnComment } from "#app/domain/monitoring/public-comment/rule.server.ts";
import { tellOpinion } from "./opinion.server.ts";
import { daysBefore, move, type Stage } from "./stage.server.ts";
import { PUBLIC_ANSWER, PUBLIC_COMMENTS, ROUND, WITHHOLDING_REASON } from "./words.ts";

/** The draft is laid open with its first finding; three people comment, one of the monitored body; one comment is withheld. Meanwhile people are asked. */
export async function tellPublicComment(
  stage: Stage,
  code: string,
  { findings, asked }: { findings: readonly string[]; asked: string },
) {
  const { people, now, until } = stage;
  const { monitor, secondMonitor, monitorLead } = people.actors;
  const [about = ""] = findings;
  const [scientist, passer] = people.scientists;
  const representative = people.organisations.find(({ id }) => id === asked)?.representative;
  if (!scientist || !passer || !representative) throw new Error("The demonstration has nobody who comments.");
  // The factual check runs ten working days, this one fifteen: both are over in time, whatever holidays fall in between.
  const openedAt = daysBefore(now, 73);
  await until(openedAt);
  legally(await prepareRound(monitorLead, code, { ...ROUND, findings: [about] }, openedAt));
  await move(monitorLead, code, "PUBLIC_COMMENT", openedAt);
  const saidAt = daysBefore(now, 67);
  await until(saidAt);
  const say = async (who: Actor, place: 0 | 1 | 2) => {
    const input = { about: place === 1 ? about : "", text: PUBLIC_COMMENTS[place], language: "vi" } as const;
    return legally(await commentOnDraft(who, code, input, saidAt)).code;
  };
  const kept = [await say(scientist, 0), await say(representative, 1)];
  const withheld = await say(passer, 2);
  const readAt = daysBefore(now, 60);
  await until(readAt);
  for (const comment of kept)
    legally(await ruleOnComment(monitor, code, { comment, keeps: true, ground: null, reason: "" }, readAt));
  const ruling = { comment: withheld, keeps: false, ground: "PERSONAL_DATA", reason: WITHHOLDING_REASON } as const;
  legally(await ruleOnComment(secondMonitor, code, ruling, readAt));
  await tellOpinion(stage, code);
  const answeredAt = daysBefore(now, 50);
  await until(answeredAt);
  legally(await answerComments(monitor, code, { ...PUBLIC_ANSWER, comments: kept }, answeredAt));
}
