import { poseChallenge } from "#app/demo/initiatives/challenges.server.ts";
import { decideAs, evaluateAs, must, scoresOf, screenAs } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { fileAppeal } from "#app/domain/initiatives/appeal/file-appeal.server.ts";
import { openPanel } from "#app/domain/initiatives/appeal/open-panel.server.ts";
import { voteOnAppeal } from "#app/domain/initiatives/appeal/vote.server.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { recuse } from "#app/domain/initiatives/council/recuse.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import { judgeComment } from "#app/domain/initiatives/moderation/judge.server.ts";
import { appealHiding, reportComment } from "#app/domain/initiatives/moderation/report.server.ts";
import { postComment } from "#app/domain/initiatives/voice/post-comment.server.ts";
import { support } from "#app/domain/initiatives/voice/support.server.ts";
import { withdrawComment } from "#app/domain/initiatives/voice/withdraw-comment.server.ts";
import { type aCast, anActor, anOrganisation } from "./initiative-cast.ts";

/** Who acts, and what makes a private text that is known again wherever it comes out. */
type Plants = Awaited<ReturnType<typeof aCast>> & { secret: (what: string) => string };

const DAY_MS = 86_400_000;
const GROUND = "Ý kiến nêu số điện thoại riêng của một người.";

/** A decision that waits for its moment. */
export async function plantEmbargo(plants: Plants, code: string): Promise<void> {
  await screenAs(plants, code);
  await evaluateAs(plants, code, { comment: plants.secret("EMBARGOCOMMENT") });
  const publishAt = new Date(Date.now() + DAY_MS);
  const reason = plants.secret("EMBARGOREASON");
  must(await decide(plants.intakeHead, code, { kind: "ACCEPTED", reason, language: "vi", legalRef: "", publishAt }));
}

/** An open round: one has scored, one has stepped aside and said why. */
export async function plantRound(plants: Plants, code: string): Promise<void> {
  await screenAs(plants, code);
  const { evaluators, chair, secret } = plants;
  must(await openEvaluation(chair, code, { evaluatorIds: evaluators.map(({ personId }) => personId) }));
  const [first, second] = evaluators;
  if (!first || !second) throw new Error("a council has members");
  must(await declareNoConflict(first, code));
  must(await score(first, code, scoresOf({ comment: secret("ROUNDCOMMENT") })));
  must(await recuse(second, code, { ground: "OTHER", reason: secret("RECUSAL") }));
}

/** What was hidden, reported, appealed and taken back on a public file, and who supports it. Gives the comments' codes. */
export async function plantVoices(plants: Plants, code: string): Promise<string[]> {
  const { intake, secret } = plants;
  const say = async (person: Actor, what: string) => {
    const said = { stance: "AGAINST", addressee: null, text: secret(what), language: "vi" } as const;
    return must(await postComment(person, code, said)).code;
  };
  const writer = await anActor(secret("HIDDENWRITER"));
  const hidden = await say(writer, "HIDDENTEXT");
  const reporter = await anActor(secret("REPORTER"));
  const report = { ground: "PERSONAL_DATA", reason: secret("REPORTREASON"), language: "vi" } as const;
  must(await reportComment(reporter, hidden, report));
  const verdict = { verdict: "HIDE", ground: "PERSONAL_DATA", reason: GROUND, language: "vi" } as const;
  must(await judgeComment(intake, hidden, verdict));
  must(await appealHiding(writer, hidden, { reason: secret("APPEALREASON"), language: "vi" }));
  const leaver = await anActor(secret("TAKENBACKWRITER"));
  const taken = await say(leaver, "TAKENBACK");
  must(await withdrawComment(leaver, taken));
  must(await support(await anActor(secret("SUPPORTER")), code));
  return [hidden, taken];
}

/** A rejection is appealed, and a panel votes. */
export async function plantAppeal(plants: Plants, code: string): Promise<void> {
  const { secret, proposer } = plants;
  const council = await anOrganisation("OTHER", "Hội đồng khiếu nại");
  const chair = await anActor("Chủ tịch hội đồng khiếu nại", ["CHAIR"], council);
  await screenAs(plants, code);
  await evaluateAs(plants, code, { comment: secret("REJECTEDCOMMENT") });
  await decideAs(plants, code, { kind: "REJECTED" });
  must(await fileAppeal(proposer, code, { text: secret("PLEADING"), language: "vi" }));
  const panel = await Promise.all(
    ["A", "B", "C"].map((place) => anActor(secret(`PANEL${place}`), ["EVALUATOR"], council)),
  );
  must(await openPanel(chair, code, { evaluatorIds: panel.map(({ personId }) => personId) }));
  const [first] = panel;
  if (!first) throw new Error("a panel has members");
  must(await declareNoConflict(first, code));
  must(await voteOnAppeal(first, code, { vote: "UPHOLD", voteReason: secret("VOTE") }));
}

/** A challenge that its body has not published. */
export async function plantChallenge({ secret }: Plants): Promise<string> {
  const body = await anOrganisation("ENTERPRISE", "Công ty chưa công bố bài toán");
  const owner = await anActor("Người đại diện", ["PARTY_REP"], body);
  const words = { title: secret("CHALLENGETITLE"), problem: secret("CHALLENGE"), criteria: secret("CRITERIA") };
  return poseChallenge(owner, body, { ...words, publish: false });
}
