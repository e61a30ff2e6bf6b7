import { legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { answer } from "#app/domain/initiatives/voice/answer.server.ts";
import { postComment } from "#app/domain/initiatives/voice/post-comment.server.ts";
import { support } from "#app/domain/initiatives/voice/support.server.ts";
import { AGAINST, FOR, QUESTIONS } from "./voice-words.ts";

/** An initiative that has become public, and the people who speak of it. */
export type Voiced = {
  code: string;
  index: number;
  proposer: Actor;
  /** a holder of the post that answers for the body in charge */
  officer: Actor;
  crowd: readonly Actor[];
};

/**
 * Support, comments and questions in the days after an initiative became public. Some questions are answered in time, one
 * in nine never, so that the board has one that is overdue.
 */
export async function tellVoices(
  voiced: Voiced,
  day: number,
  when: (day: number) => Date,
  until: Until,
): Promise<void> {
  const { code, index, proposer, officer } = voiced;
  const crowd = voiced.crowd.filter((one) => one.personId !== proposer.personId && one.personId !== officer.personId);
  const at = (place: number) => crowd[(index + place) % crowd.length] ?? proposer;
  await until(when(day));
  for (let place = 0; place < 1 + (index % 7); place += 1) legally(await support(at(place), code, when(day)));
  if (index % 3 === 1) return;
  const say = (person: Actor, stance: "FOR" | "AGAINST", text: string) =>
    postComment(person, code, { stance, addressee: null, text, language: "vi" }, when(day));
  legally(await say(at(0), "FOR", FOR[index % FOR.length] ?? ""));
  if (index % 2 === 0) legally(await say(at(1), "AGAINST", AGAINST[index % AGAINST.length] ?? ""));
  const asked = QUESTIONS[index % QUESTIONS.length];
  if (!asked) return;
  const { text, reply, addressee } = asked;
  const question = legally(
    await postComment(at(2), code, { stance: "QUESTION", addressee, text, language: "vi" }, when(day)),
  );
  if (index % 9 === 2) return;
  await until(when(day + 2));
  const answering = addressee === "PROPOSER" ? proposer : officer;
  legally(await answer(answering, question.code, { text: reply, language: "vi" }, when(day + 2)));
}
