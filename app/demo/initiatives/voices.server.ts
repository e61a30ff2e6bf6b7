import { legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { editPublicText } from "#app/domain/initiatives/edits/edit-public-text.server.ts";
import { findEdit } from "#app/domain/initiatives/edits/queries.server.ts";
import { judgeComment } from "#app/domain/initiatives/moderation/judge.server.ts";
import { reportComment } from "#app/domain/initiatives/moderation/report.server.ts";
import { answer } from "#app/domain/initiatives/voice/answer.server.ts";
import { postComment } from "#app/domain/initiatives/voice/post-comment.server.ts";
import { support } from "#app/domain/initiatives/voice/support.server.ts";
import { AGAINST, FOR, HIDING, QUESTIONS, REPORTED, REPORTS } from "./voice-words.ts";

/** An initiative that has become public, and the people who speak of it. */
export type Voiced = {
  code: string;
  index: number;
  proposer: Actor;
  /** a holder of the post that answers for the body in charge */
  officer: Actor;
  /** an officer of intake, who judges what is reported */
  moderator: Actor;
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
  if (index % 10 === 6) await tellModeration(voiced, [at(3), at(4)], when(day), until);
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
  if (index % 4 === 0) await tellEdit(proposer, code, reply, when(day + 2));
  if (index % 8 === 0) legally(await support(at(0), code, when(day + 2)));
}

/** One comment that gives somebody's telephone number away is hidden; another waits for its review. */
async function tellModeration(voiced: Voiced, [writer, reporter]: readonly [Actor, Actor], at: Date, until: Until) {
  const { code, moderator } = voiced;
  for (const [place, text] of REPORTED.entries()) {
    const person = place === 0 ? writer : reporter;
    const said = { stance: "AGAINST", addressee: null, text, language: "vi" } as const;
    const comment = legally(await postComment(person, code, said, at));
    const ground = place === 0 ? "PERSONAL_DATA" : "OFF_TOPIC";
    const other = place === 0 ? reporter : writer;
    legally(await reportComment(other, comment.code, { ground, reason: REPORTS[place] ?? "", language: "vi" }, at));
    if (place > 0) continue;
    await until(at);
    const verdict = { verdict: "HIDE", ground, reason: HIDING, language: "vi" } as const;
    legally(await judgeComment(moderator, comment.code, verdict, at));
  }
}

/** What an answer made clear goes into the text, where it may be edited. */
async function tellEdit(proposer: Actor, code: string, reply: string, at: Date): Promise<void> {
  const edit = await findEdit(proposer, code, at);
  if (!edit?.isOpen || edit.content.language !== "vi" || !edit.parts.includes("solution")) return;
  const { title, abstract, problem, publicBenefit, solution, novelty } = edit.content;
  const input = {
    ...{ title_vi: title.vi ?? "", title_en: title.en ?? "", title_fr: title.fr ?? "" },
    ...{ abstract_vi: abstract.vi ?? "", abstract_en: abstract.en ?? "", abstract_fr: abstract.fr ?? "" },
    ...{ problem, publicBenefit, solution: `${solution}\n${reply}`, novelty, revision: edit.revision },
    note: "Đưa câu trả lời cho câu hỏi của bạn đọc vào phần giải pháp.",
  };
  legally(await editPublicText(proposer, code, input, at));
}
