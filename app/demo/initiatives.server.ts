import { productsAt } from "#app/demo/products.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { WHOLE_PPM } from "#app/domain/initiatives/authors/author.ts";
import { saveAuthors } from "#app/domain/initiatives/authors/save-authors.server.ts";
import type { ProposalContent } from "#app/domain/initiatives/completeness.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import type { CriterionScore } from "#app/domain/initiatives/council/council.schema.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { CRITERIA } from "#app/domain/initiatives/criteria.ts";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import type { DecisionKind } from "#app/domain/initiatives/decision/decision.schema.ts";
import { submitToSteering } from "#app/domain/initiatives/decision/submit-to-steering.server.ts";
import { answerItems } from "#app/domain/initiatives/drafts/answer-items.server.ts";
import { findDraft } from "#app/domain/initiatives/drafts/queries.server.ts";
import { type StepInput, saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { startDraft } from "#app/domain/initiatives/drafts/start-draft.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { screen } from "#app/domain/initiatives/intake/screen.server.ts";
import { replyToReview } from "#app/domain/initiatives/review/reply.server.ts";
import type { Outcome } from "#app/platform/outcome.ts";

/** The people through whose hands an initiative goes. */
export type InitiativeCast = {
  proposer: Actor;
  intake: Actor;
  intakeHead: Actor;
  chair: Actor;
  evaluators: readonly Actor[];
  steering: Actor;
};

export const AN_INITIATIVE: ProposalContent = {
  track: "ORDINARY",
  applicantType: "PERSON",
  organisationId: null,
  language: "vi",
  title: { vi: "Bộ đo độ mặn tự cấp nguồn cho cống lấy nước vùng cửa sông" },
  abstract: {
    vi: "Bộ đo dùng chính chênh lệch mực nước qua cống để tự phát điện, báo độ mặn năm phút một lần, giá bằng một phần tám thiết bị nhập.",
  },
  problem:
    "Trong mùa khô, người vận hành phải mở cống theo kinh nghiệm vì không có số liệu mặn tại chỗ; mở sớm thì mặn vào ruộng, mở muộn thì thiếu nước ngọt.",
  solution:
    "Bộ đo gồm một tua-bin nhỏ đặt trong cửa phụ của cống. Chênh lệch mực nước tám xăng-ti-mét đã đủ quay tua-bin và nạp cho pin; đầu dò tự rửa bằng dòng nước mỗi khi cống mở.",
  novelty:
    "Cách làm hiện nay dùng phao có pin mặt trời, phải lau đầu dò bằng tay mỗi tuần. Bộ đo này không cần pin mặt trời và không cần lau đầu dò.",
  publicBenefit: "Người trồng lúa biết độ mặn trước khi lấy nước, không phải chờ kết quả đo tay mỗi ngày một lần.",
  maturityTrl: 6,
  fordCode: "2.7",
  productCodes: [],
  provinceCode: "86",
  team: [{ name: "Nhóm tác giả Cửa Sông", part: "thiết kế và thử nghiệm" }],
  requestedFundingVnd: 1_420_000_000n,
  coFunding: [],
  durationMonths: 18,
  ipOwnership: "Nhóm tác giả giữ quyền, cơ quan tài trợ được dùng không phải trả tiền.",
  filedBeforePublication: "YES",
  priorRights: "",
  secrecyDeclared: true,
  consentPublish: true,
  opensEarly: false,
};

/** The words with what is not given: a whole, legal proposal of its track. */
function wholeOf(words: Partial<ProposalContent>, at: Date): ProposalContent {
  const productCodes = words.track === "BREAKTHROUGH" ? productsAt(["21-S15"], at) : [];
  return { ...AN_INITIATIVE, productCodes, ...words };
}

/** Writes a draft with these words; what is not given is a whole, legal proposal. Returns its code. */
export async function writeDraft(
  proposer: Actor,
  words: Partial<ProposalContent> = {},
  at = new Date(),
): Promise<string> {
  const content = wholeOf(words, at);
  const { code } = must(await startDraft(proposer, { track: content.track }, at));
  must(await saveDraft(proposer, code, { revision: 0, steps: stepsOf(content) }, at));
  await nameFirstAuthor(proposer, code, content, at);
  return code;
}

/** The first of the team is the proposer; the others are invited by whoever tells a story of them. */
async function nameFirstAuthor(proposer: Actor, code: string, { team }: ProposalContent, at: Date): Promise<void> {
  const [first] = team;
  const own = (await findDraft(proposer, code))?.authors[0];
  if (!first || !own) return;
  must(await saveAuthors(proposer, code, [{ id: own.id, name: first.name, part: first.part, share: WHOLE_PPM }], at));
}

/** Writes and submits. Returns the code. */
export async function submitInitiative(
  proposer: Actor,
  words: Partial<ProposalContent> = {},
  at = new Date(),
): Promise<string> {
  const code = await writeDraft(proposer, words, at);
  must(await submit(proposer, code, { revision: 1 }, at));
  return code;
}

/** The proposer answers every item of the last return, by its field or with one and the same sentence. */
export async function answerAs(
  proposer: Actor,
  code: string,
  words: Record<string, string> = {},
  at = new Date(),
): Promise<void> {
  const draft = await findDraft(proposer, code);
  const other = words["other"] ?? "Nội dung này đã có ở trang 4 của thuyết minh kỹ thuật.";
  const answers = (draft?.asked ?? []).map(({ id, field }) => ({ id, text: words[field] ?? other }));
  must(await answerItems(proposer, code, answers, at));
}

/** Intake finds it valid and keeps its track and codes, unless said otherwise. */
export async function screenAs(
  cast: InitiativeCast,
  code: string,
  words: Partial<ProposalContent> = {},
  at = new Date(),
): Promise<void> {
  const { track, fordCode, productCodes } = wholeOf(words, at);
  must(await screen(cast.intake, code, { track, fordCode: fordCode ?? "2.7", productCodes: [...productCodes] }, at));
}

/** A round of evaluation from its opening to its close; the author waives the reply. `points` of the first evaluator; the others differ a little. */
export async function evaluateAs(
  cast: InitiativeCast,
  code: string,
  input: { track?: "ORDINARY" | "BREAKTHROUGH"; points?: readonly number[]; comment?: string; reply?: string } = {},
  at = new Date(),
): Promise<void> {
  const council = councilOf(cast, input.track);
  must(await openEvaluation(cast.chair, code, { evaluatorIds: council.map(({ personId }) => personId) }, at));
  for (const [index, evaluator] of council.entries()) {
    must(await declareNoConflict(evaluator, code, at));
    must(await score(evaluator, code, scoresOf(input, index), at));
  }
  must(await closeEvaluation(cast.chair, code, at));
  // Where the proposer is somebody else, the author keeps the days to reply.
  await replyToReview(cast.proposer, code, { text: input.reply ?? "", language: "vi" }, at);
}

/** As many of the cast as the track asks for. */
export function councilOf(cast: InitiativeCast, track: "ORDINARY" | "BREAKTHROUGH" = "ORDINARY"): Actor[] {
  return cast.evaluators.slice(0, track === "BREAKTHROUGH" ? 5 : 3);
}

/** Whatever scores the track asks for. */
export function scoresOf(
  input: { track?: "ORDINARY" | "BREAKTHROUGH"; points?: readonly number[]; comment?: string } = {},
  evaluator = 0,
): CriterionScore[] {
  const { track = "ORDINARY", points = [78, 74, 86, 80, 72], comment } = input;
  return CRITERIA[track].map(({ code }, index) => ({
    criterion: code,
    value: Math.max(0, Math.min(100, (points[index] ?? 75) + ((evaluator * 7 + index * 3) % 11) - 5)),
    comment: comment ?? "Lập luận rõ, số liệu kèm theo đủ để kiểm tra lại từng bước.",
  }));
}

/** Intake lays an evaluated breakthrough initiative before the steering body. */
export async function steerAs(cast: InitiativeCast, code: string, at = new Date()): Promise<void> {
  must(await submitToSteering(cast.intake, code, at));
}

type Decided = {
  track?: "ORDINARY" | "BREAKTHROUGH";
  kind?: DecisionKind;
  reason?: string;
  language?: "vi" | "en" | "fr";
};

/** The decision of whoever decides on the track; a breakthrough one lies before the steering body already. */
export async function decideAs(
  cast: InitiativeCast,
  code: string,
  input: Decided = {},
  at = new Date(),
): Promise<void> {
  const { track = "ORDINARY", kind = "ACCEPTED", language = "vi" } = input;
  const reason =
    input.reason ??
    "Giải pháp giải được một khó khăn có thật, cách làm kiểm chứng được, và chi phí hợp lý so với lợi ích mang lại.";
  const decider = track === "BREAKTHROUGH" ? cast.steering : cast.intakeHead;
  must(await decide(decider, code, { kind, reason, language, legalRef: "" }, at));
}

/** The value of what was done; a refusal here is a mistake of whoever builds. */
export function must<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome)}`);
}

function stepsOf(content: ProposalContent): StepInput[] {
  const { language, applicantType, organisationId, title, abstract } = content;
  const { maturityTrl, fordCode, provinceCode, productCodes, durationMonths, requestedFundingVnd } = content;
  const { ipOwnership, filedBeforePublication, priorRights, secrecyDeclared, consentPublish, opensEarly } = content;
  return [
    { step: "applicant", values: { language, applicantType, organisationId } },
    {
      step: "summary",
      values: {
        title_vi: title.vi ?? "",
        title_en: title.en ?? "",
        title_fr: title.fr ?? "",
        abstract_vi: abstract.vi ?? "",
        abstract_en: abstract.en ?? "",
        abstract_fr: abstract.fr ?? "",
      },
    },
    { step: "problem", values: { problem: content.problem, publicBenefit: content.publicBenefit } },
    { step: "solution", values: { solution: content.solution, novelty: content.novelty } },
    { step: "field", values: { maturityTrl, fordCode, provinceCode, productCodes: [...productCodes] } },
    {
      step: "funding",
      values: { requestedFunding: requestedFundingVnd, durationMonths, coFunding: [...content.coFunding] },
    },
    {
      step: "declarations",
      values: { ipOwnership, filedBeforePublication, priorRights, secrecyDeclared, consentPublish, opensEarly },
    },
  ];
}
