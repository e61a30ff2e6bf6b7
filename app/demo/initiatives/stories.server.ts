import { type DemoPeople, legally, openDemoAccount } from "#app/demo/accounts.server.ts";
import { calendarOf, type Until, type When } from "#app/demo/chronicle.ts";
import { type PlannedInitiative, plannedInitiatives } from "#app/demo/initiatives/plan.ts";
import {
  answerAs,
  councilOf,
  decideAs,
  type InitiativeCast,
  screenAs,
  steerAs,
  writeDraft,
} from "#app/demo/initiatives.server.ts";
import { briefPdf } from "#app/demo/pdf.ts";
import { clearOfChange, productsAt } from "#app/demo/products.ts";
import { findActor } from "#app/domain/accounts/actor.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { saveProfile } from "#app/domain/accounts/profile/save-profile.server.ts";
import { grantRole } from "#app/domain/accounts/roles/grant-role.server.ts";
import { tieToChallenge } from "#app/domain/initiatives/challenges/tie.server.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { DECISION_KINDS } from "#app/domain/initiatives/decision/decision.schema.ts";
import { attach } from "#app/domain/initiatives/drafts/attach.server.ts";
import { lapseOverdue } from "#app/domain/initiatives/drafts/lapse.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { withdraw } from "#app/domain/initiatives/drafts/withdraw.server.ts";
import { rejectForm } from "#app/domain/initiatives/intake/reject-form.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { screenByDefault } from "#app/domain/initiatives/intake/screen-by-default.server.ts";
import { takeReceipt } from "#app/domain/initiatives/receipts/take-receipt.server.ts";
import { replyToReview } from "#app/domain/initiatives/review/reply.server.ts";
import { storeUpload } from "#app/platform/files/files.server.ts";
import { db } from "#prisma/client.server.ts";
import { ANSWERING_TITLE } from "./challenges.server.ts";
import { type TimeStory, tellTime } from "./clocks.server.ts";
import { correctFirst, sealAcceptance, tellAppeal } from "./council/decision.server.ts";
import { tellScoring } from "./council/evaluation.server.ts";
import { nameOthers, sealParts } from "./drafts.server.ts";
import { tellVoices, type Voiced } from "./voices.server.ts";
import { ANSWERS, FORM_REFUSAL, KNOWLEDGE, MISSING } from "./words.ts";
import { tellWork, type WorkCast, workers } from "./work-stories.server.ts";

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse("2026-01-12T00:00:00Z");
/** Whatever is decided was begun at least this long ago. */
const LONGEST_WAY_DAYS = 75;

type Story = (until: Until) => Promise<void>;

/** Initiatives, each its own story, told through the commands that people use; dated up to `now`. */
export async function initiativeStories(people: DemoPeople, now = new Date()): Promise<Story[]> {
  const evaluators = await moreEvaluators(people);
  const planned = plannedInitiatives();
  const crowd = [...people.scientists, ...people.organisations.map((one) => one.representative)];
  const settled = planned.filter(({ fate }) => fate.begunDaysAgo === undefined);
  const span = Math.max(0, now.getTime() - LONGEST_WAY_DAYS * DAY_MS - FIRST_DAY);
  return planned.map((plan, index) => {
    const place = settled.indexOf(plan) / settled.length;
    const { begunDaysAgo } = plan.fate;
    const begun = clearOfChange(
      begunDaysAgo === undefined ? FIRST_DAY + span * place : now.getTime() - begunDaysAgo * DAY_MS,
    );
    const cast = castOf(people, evaluators, index);
    const work = workers(people, index);
    const others = { crowd, coauthors: people.scientists, secondChair: people.actors.secondChair };
    return (until) => tell({ ...plan, cast, work, begun, index, now, ...others }, until);
  });
}

type Telling = PlannedInitiative & {
  cast: InitiativeCast;
  work: WorkCast;
  begun: number;
  index: number;
  now: Date;
  crowd: readonly Actor[];
  coauthors: readonly Actor[];
  secondChair: Actor;
};

async function tell(telling: Telling, until: Until): Promise<void> {
  const { cast, fate, index } = telling;
  const { proposer, intake } = cast;
  const when = calendarOf(telling);
  await until(when(-3));
  const words = wordsAt(telling, when(-3));
  const code = await writeDraft(proposer, words, when(-3));
  await tieWhereFitting(telling, code, when(-3));
  if (index % 3 === 0) await addPdf(proposer, code, words.title?.vi ?? code, when(-3));
  const drafted = await tellDraft(telling, code, words, when(-2), until);
  if (fate.ends === "DRAFT") return;
  await until(when(0));
  let revision = await submitNow(proposer, code, drafted, when(0));
  if (fate.seals) legally(await takeReceipt(proposer, code, when(0)));
  if (fate.isUnchecked) {
    await until(when(17));
    await screenByDefault(when(17));
  }
  if (fate.ends === "SUBMITTED") return;
  if (fate.ends === "WITHDRAWN") {
    await until(when(4));
    legally(await withdraw(proposer, code, when(4)));
    return;
  }
  if (fate.ends === "REJECTED_FORM") {
    await until(when(6));
    const reasonCode = index % 2 === 0 ? "DUPLICATE" : "OUT_OF_SCOPE";
    legally(await rejectForm(intake, code, { reasonCode, reason: FORM_REFUSAL[reasonCode] }, when(6)));
    return;
  }
  if (fate.wasReturned || fate.ends === "NEEDS_COMPLETION" || fate.ends === "LAPSED") {
    await until(when(3));
    legally(await returnForCompletion(intake, code, { items: [...(MISSING[index % MISSING.length] ?? [])] }, when(3)));
    revision += 1;
    if (fate.ends === "NEEDS_COMPLETION") {
      await tellTime(timeOf(telling, code, "COMPLETION"), when, 10, until);
      return;
    }
    if (fate.ends === "LAPSED") {
      await until(when(45));
      await lapseOverdue(when(45));
      return;
    }
    await until(when(5));
    await answerAs(proposer, code, ANSWERS, when(5));
    await submitNow(proposer, code, revision, when(5));
  }
  await tellReview(telling, code, when, until);
}

/** Who wrote it together, what is closed to the public, and a receipt of it, before it is submitted. Gives the revision. */
async function tellDraft(
  { cast, fate, index, now, coauthors }: Telling,
  code: string,
  content: Partial<PlannedInitiative["content"]>,
  at: Date,
  until: Until,
): Promise<number> {
  const { proposer } = cast;
  const revision = index % 3 === 0 ? 2 : 1;
  if (!fate.confirming && !fate.seals) return revision;
  await until(at);
  const others = coauthors.filter(({ personId }) => personId !== proposer.personId);
  if (fate.confirming) await nameOthers(proposer, code, { others, confirming: fate.confirming }, at);
  if (!fate.seals) return revision;
  legally(await takeReceipt(proposer, code, at));
  return sealParts(proposer, code, { content, revision, until: new Date(now.getTime() + 120 * DAY_MS) }, at);
}

/** One initiative is written for a challenge that waits for it. */
async function tieWhereFitting({ cast, content }: Telling, code: string, at: Date): Promise<void> {
  if (!content.title.vi?.startsWith(ANSWERING_TITLE)) return;
  const open = await db().challenge.findFirst({ where: { state: "OPEN" }, orderBy: { code: "asc" } });
  if (open) legally(await tieToChallenge(cast.proposer, code, open.code, at));
}

/** Who asks whom for more time on a clock, as the plan has it. */
function timeOf({ cast, fate, content }: Telling, code: string, kind: TimeStory["kind"]): TimeStory {
  const decider = content.track === "BREAKTHROUGH" ? cast.steering : cast.intakeHead;
  return {
    ...{ code, kind, moreTime: fate.moreTime ?? null, moreDays: kind === "EVALUATION" ? 14 : 10 },
    asks: kind === "EVALUATION" ? cast.chair : cast.proposer,
    answers: kind === "EVALUATION" ? decider : cast.intake,
  };
}

async function tellReview(telling: Telling, code: string, when: When, until: Until): Promise<void> {
  const { cast, fate, content, index } = telling;
  const { track } = content;
  await until(when(8));
  await screenAs(cast, code, wordsAt(telling, when(8)), when(8));
  if (content.opensEarly) await tellVoices(voicedOf(telling, code, cast.chair), 9, when, until);
  if (fate.ends === "SCREENED") return;
  await until(when(12));
  const council = councilOf(cast, track);
  const evaluatorIds = council.map((one) => one.personId);
  legally(await openEvaluation(cast.chair, code, { evaluatorIds }, when(12)));
  await tellTime(timeOf(telling, code, "EVALUATION"), when, 13, until);
  await tellScoring({ cast, code, track, fate, index }, when, until);
  if (fate.ends === "UNDER_EVALUATION" && !fate.appeal) return;
  await until(when(25));
  legally(await closeEvaluation(cast.chair, code, when(25)));
  if (fate.ends === "EVALUATED" && !fate.embargoDays) return;
  // The author has nothing to add: nobody has to wait for the days to reply, which Tết makes long.
  await until(when(26));
  legally(await replyToReview(cast.proposer, code, { text: "", language: "vi" }, when(26)));
  if (track === "BREAKTHROUGH") {
    await until(when(29));
    await steerAs(cast, code, when(29));
  }
  await tellDecision(telling, code, when, until);
}

/** From the decision to what becomes of it. */
async function tellDecision(telling: Telling, code: string, when: When, until: Until): Promise<void> {
  const { cast, fate, content, reason, index, now } = telling;
  const { track, language } = content;
  const kind = fate.appeal ? "REJECTED" : DECISION_KINDS.find((one) => one === fate.ends);
  const firstDay = fate.isSlow ? 55 : 36;
  const decidedAt = when(firstDay);
  if (!kind && !fate.embargoDays) return;
  await until(decidedAt);
  if (!kind) {
    const opensAt = new Date(now.getTime() + (fate.embargoDays ?? 0) * DAY_MS);
    opensAt.setUTCHours(1, 0, 0, 0);
    await sealAcceptance({ cast, code }, reason, opensAt, decidedAt);
    return;
  }
  await decideAs(cast, code, { track, kind, reason, language }, decidedAt);
  const isVoiced = kind !== "RETURNED" && index % 2 === 0 && !content.opensEarly;
  if (isVoiced) await tellVoices(voicedOf(telling, code, cast.intake), firstDay + 2, when, until);
  const { secondChair } = telling;
  await tellAppeal({ cast, code, secondChair, fate }, firstDay + (fate.begunDaysAgo ? 9 : 20), when, until);
  if (kind !== "ACCEPTED") return;
  if (fate.isCorrected) {
    await until(when(firstDay + 12));
    await correctFirst({ cast, code }, when(firstDay + 12));
  }
  const isPast = (day: number) => telling.begun + day * DAY_MS < now.getTime() - DAY_MS;
  const title = content.title.vi ?? content.title.en ?? code;
  const working = { ...telling.work, code, title, products: content.productCodes, index, firstDay, when, isPast };
  await tellWork(working, until);
}

function voicedOf({ index, cast, crowd }: Telling, code: string, officer: Actor): Voiced {
  return { code, index, proposer: cast.proposer, officer, moderator: cast.intake, crowd };
}

/** The words as they could be written on that day: products of the catalogue in force then. */
function wordsAt({ content, cast, index }: Telling, at: Date): Partial<PlannedInitiative["content"]> {
  const productCodes = productsAt(content.productCodes, at);
  const own = cast.proposer.affiliations[0];
  const asOrganisation =
    index % 5 === 2 && own ? { applicantType: "ORG" as const, organisationId: own.organisationId } : {};
  return { ...content, ...asOrganisation, productCodes };
}

async function submitNow(proposer: Actor, code: string, revision: number, at: Date): Promise<number> {
  legally(await submit(proposer, code, { revision }, at));
  return revision + 1;
}

async function addPdf(proposer: Actor, code: string, title: string, at: Date): Promise<void> {
  const upload = legally(await storeUpload(new File([briefPdf(code)], "Thuyết minh kỹ thuật.pdf")));
  legally(
    await attach(
      proposer,
      code,
      { upload, rule: { level: title.length % 2 === 0 ? "PUBLIC" : "REVIEWERS", untilOn: null } },
      at,
    ),
  );
}

function castOf(people: DemoPeople, evaluators: readonly Actor[], index: number): InitiativeCast {
  const { actors, scientists, organisations } = people;
  const { chair } = actors;
  const representatives = organisations.filter((one) => one.house === "SCHOOL" || one.house === "ENTERPRISE");
  const organisation = representatives[index % representatives.length]?.representative;
  const person = scientists[index % scientists.length] ?? actors.scientist;
  return {
    proposer: index % 5 === 2 && organisation ? organisation : person,
    intake: actors.intake,
    intakeHead: actors.intakeHead,
    chair,
    evaluators: evaluators.map((_, place) => evaluators[(index + place) % evaluators.length] ?? chair),
    steering: actors.steering,
  };
}

/** The evaluator of the printed accounts and five more of the same council. */
async function moreEvaluators(people: DemoPeople): Promise<Actor[]> {
  const { evaluator, admin } = people.actors;
  const organisationId = evaluator.roles.find((held) => held.role === "EVALUATOR")?.organisationId ?? "";
  const all = [evaluator];
  for (const number of ["hai", "ba", "bon", "nam", "sau"]) {
    const email = `chuyen-gia-${number}@ba-nha.example`;
    const name = `Tài khoản mẫu: chuyên gia đánh giá (${all.length + 1})`;
    const { personId } = await openDemoAccount({ email, name });
    legally(await grantRole(admin, { email, role: "EVALUATOR", organisationId }));
    const actor = await findActor(personId);
    if (actor) all.push(actor);
  }
  for (const [place, one] of all.entries()) {
    const { fordCodes, productCodes } = KNOWLEDGE[place] ?? { fordCodes: [], productCodes: [] };
    const said = { name: one.name ?? "", affiliation: null, orcid: null };
    legally(await saveProfile(one, { ...said, fordCodes: [...fordCodes], productCodes: [...productCodes] }));
  }
  return all;
}
