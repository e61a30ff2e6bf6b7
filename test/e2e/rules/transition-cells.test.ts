import { afterAll, beforeAll, expect, test } from "vitest";
import { assignTo, beginAs } from "#app/demo/initiatives/work.server.ts";
import {
  councilOf,
  decideAs,
  evaluateAs,
  must,
  scoresOf,
  screenAs,
  steerAs,
  submitInitiative,
  writeDraft,
} from "#app/demo/initiatives.server.ts";
import { type Actor, ROLES } from "#app/domain/accounts/actor.ts";
import { chooseSessionCookie, openSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { answerItems } from "#app/domain/initiatives/drafts/answer-items.server.ts";
import { withdraw } from "#app/domain/initiatives/drafts/withdraw.server.ts";
import { close } from "#app/domain/initiatives/implementation/close.server.ts";
import { CLOSINGS } from "#app/domain/initiatives/implementation/implementation.ts";
import {
  type InitiativeHand,
  type InitiativeState,
  TRACKS,
  type Track,
  transition,
} from "#app/domain/initiatives/initiative.ts";
import { rejectForm } from "#app/domain/initiatives/intake/reject-form.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, db, openDatabase } from "#prisma/client.server.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";

const REASON = "Giải pháp giải được một khó khăn có thật và kiểm chứng được bằng số liệu kèm theo.";
const EVIDENCE = "Đã xem thiết bị chạy tại hiện trường và đối chiếu nhật ký vận hành với biên bản.";

/** Each waits for the lock of the one file; more at once would wait longer than a transaction may. */
const AT_ONCE = 3;

let portal: TestPortal;
let cast: Awaited<ReturnType<typeof aCast>>;
let ownerBody: string;
let owner: Actor;
let verifier: Actor;
/** by hand, the session of somebody who has that hand where it counts */
const cookies = new Map<InitiativeHand, string>();

beforeAll(async () => {
  portal = await startTestPortal();
  setEnvironment(readEnvironment({ NODE_ENV: "test", BASE_URL: portal.url }));
  openDatabase(portal.database.appUrl);
  chooseSessionCookie(portal.url);
  cast = await aCast();
  ownerBody = await anOrganisation("ENTERPRISE", "Công ty Máy bơm Cửa Sông");
  owner = await anActor("Người đại diện", ["PARTY_REP"], ownerBody);
  const elsewhere = await anOrganisation("STATE", "Trung tâm Kiểm chứng");
  verifier = await anActor("Người kiểm chứng", ["VERIFIER"], elsewhere);
  const { proposer, intake, intakeHead, chair, steering, evaluators } = cast;
  const known: Partial<Record<InitiativeHand, Actor | undefined>> = {
    ...{ PROPOSER: proposer, INTAKE: intake, INTAKE_HEAD: intakeHead, CHAIR: chair, STEERING: steering },
    ...{ EVALUATOR: evaluators[0], PARTY_REP: owner, VERIFIER: verifier },
    TASK_OWNER: await anActor("Chủ nhiệm", ["TASK_OWNER"], ownerBody),
  };
  for (const hand of [...ROLES, "PROPOSER"] as const) {
    const person = known[hand] ?? (await anActor(hand, hand === "PROPOSER" ? [] : [hand], elsewhere));
    cookies.set(hand, (await openSession(person.personId)).split(";")[0] ?? "");
  }
});

afterAll(async () => {
  await closeDatabase();
  await portal?.stop();
});

/** Brings a new initiative into a state, by the commands that people use. */
async function reach(state: InitiativeState, track: Track): Promise<string> {
  if (state === "DRAFT") return writeDraft(cast.proposer, { track });
  const code = await submitInitiative(cast.proposer, { track });
  if (state === "SUBMITTED") return code;
  if (state === "WITHDRAWN") must(await withdraw(cast.proposer, code));
  if (state === "REJECTED_FORM") must(await rejectForm(cast.intake, code, { reasonCode: "DUPLICATE", reason: REASON }));
  const items = [{ field: "team", message: "Ghi rõ phần việc của từng người." }];
  if (state === "NEEDS_COMPLETION") {
    must(await returnForCompletion(cast.intake, code, { items }));
    const asked = await db().missingItem.findMany({ where: { initiative: { code } }, select: { id: true } });
    must(
      await answerItems(
        cast.proposer,
        code,
        asked.map(({ id }) => ({ id, text: "Đã ghi ở phần nhóm tác giả." })),
      ),
    );
  }
  if (["WITHDRAWN", "REJECTED_FORM", "NEEDS_COMPLETION"].includes(state)) return code;
  await screenAs(cast, code, { track });
  if (state === "SCREENED") return code;
  if (state === "UNDER_EVALUATION") {
    await inCouncil(code, track);
    return code;
  }
  await evaluateAs(cast, code, { track });
  if (state === "EVALUATED") return code;
  if (track === "BREAKTHROUGH") await steerAs(cast, code);
  if (state === "SUBMITTED_TO_STEERING") return code;
  const kind = state === "REJECTED" || state === "RETURNED" ? state : "ACCEPTED";
  await decideAs(cast, code, { track, kind });
  if (["ACCEPTED", "REJECTED", "RETURNED"].includes(state)) return code;
  await assignTo(cast.steering, code, ownerBody);
  if (state === "ASSIGNED") return code;
  await beginAs(owner, code);
  const closing = CLOSINGS.find((one) => one === state);
  if (closing) must(await close(verifier, code, { closing, evidence: EVIDENCE, language: "vi" }));
  return code;
}

/** A round whose scores are all in, so that nothing but the table stands between the chair and its close. */
async function inCouncil(code: string, track: Track): Promise<void> {
  const council = councilOf(cast, track);
  must(await openEvaluation(cast.chair, code, { evaluatorIds: council.map(({ personId }) => personId) }));
  for (const [place, evaluator] of council.entries()) {
    must(await declareNoConflict(evaluator, code));
    must(await score(evaluator, code, scoresOf({ track }, place)));
  }
}

type Sent = { path: string; fields: Record<string, string | string[]> };

/** The form behind every step that people take; the other steps are the clock's, or have no page. */
function formOf(to: InitiativeState, track: Track, revision: number): Sent | null {
  switch (to) {
    case "SUBMITTED":
      return { path: "submit/:code/check", fields: { revision: String(revision) } };
    case "WITHDRAWN":
      return { path: "submit/:code/withdraw", fields: { sure: "on" } };
    case "NEEDS_COMPLETION":
      return {
        path: "desk/intake/:code/return",
        fields: { "items[0].field": "team", "items[0].message": "Ghi rõ phần việc của từng người." },
      };
    case "REJECTED_FORM":
      return { path: "desk/intake/:code/reject", fields: { reasonCode: "DUPLICATE", reason: REASON } };
    case "SCREENED":
      return {
        path: "desk/intake/:code/screen",
        fields: { track, fordCode: "2.7", productCodes: track === "BREAKTHROUGH" ? "21-S15" : "" },
      };
    case "UNDER_EVALUATION":
      return {
        path: "desk/chair/:code",
        fields: { intent: "open", evaluatorIds: councilOf(cast, track).map(({ personId }) => personId) },
      };
    case "EVALUATED":
      return { path: "desk/chair/:code", fields: { intent: "close" } };
    case "SUBMITTED_TO_STEERING":
      return { path: "desk/decisions/:code", fields: {} };
    case "ACCEPTED":
    case "REJECTED":
    case "RETURNED":
      return {
        path: "desk/decisions/:code/decide",
        fields: { kind: to, reason: REASON, language: "vi", legalRef: "" },
      };
    case "ASSIGNED":
      return {
        path: "desk/work/:code",
        fields: {
          ...{ intent: "assign", owner: "Công ty Máy bơm Cửa Sông", chiefPost: "Trưởng phòng Kỹ thuật" },
          ...{ expectedProduct: REASON, funding: "Dòng 371", dueOn: "2027-06-30", language: "vi" },
        },
      };
    case "IN_IMPLEMENTATION":
      return { path: "desk/work/:code", fields: { intent: "begin" } };
    case "CLOSED_APPLIED":
    case "CLOSED_NOT_APPLIED":
    case "CLOSED_STOPPED":
      return { path: "desk/work/:code", fields: { intent: "close", closing: to, evidence: EVIDENCE, language: "vi" } };
    default:
      return null;
  }
}

const STEPS = [
  ...["SUBMITTED", "WITHDRAWN", "NEEDS_COMPLETION", "REJECTED_FORM", "SCREENED", "UNDER_EVALUATION", "EVALUATED"],
  ...["SUBMITTED_TO_STEERING", "ACCEPTED", "REJECTED", "RETURNED", "ASSIGNED", "IN_IMPLEMENTATION", ...CLOSINGS],
] as InitiativeState[];
const STATES: readonly InitiativeState[] = ["DRAFT", ...STEPS];

type Cell = { code: string; to: InitiativeState; track: Track; hand: InitiativeHand; revision: number };

async function send({ code, to, track, hand, revision }: Cell): Promise<number> {
  const form = formOf(to, track, revision);
  if (!form) throw new Error(`no form leads to ${to}`);
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form.fields)) for (const one of [value].flat()) body.append(name, one);
  const answer = await fetch(`${portal.url}/vi/${form.path.replace(":code", code)}`, {
    ...{ method: "POST", body, redirect: "manual" },
    headers: { Cookie: cookies.get(hand) ?? "", Origin: portal.url },
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function standing(code: string) {
  return db().initiative.findUniqueOrThrow({ where: { code }, select: { state: true, revision: true } });
}

/** Whether a state exists on a track: the ordinary one does not go before the steering body. */
function isOn(state: InitiativeState, track: Track): boolean {
  return !(track === "ORDINARY" && state === "SUBMITTED_TO_STEERING");
}

test.each(TRACKS)(
  "%s: whatever the state, whoever sends whichever step, the table alone decides",
  {
    timeout: 600_000,
  },
  async (track) => {
    const wrong: string[] = [];
    let cells = 0;
    for (const from of STATES.filter((state) => isOn(state, track))) {
      let code = await reach(from, track);
      for (const to of STEPS) {
        const may = (hand: InitiativeHand) => transition(from, to, { track, hands: [hand] }).ok;
        const hands = [...cookies.keys()];
        cells += hands.length;
        const before = await standing(code);
        const { revision } = before;
        // Whoever may not tries, a few at a time, and moves nothing.
        const others = hands.filter((hand) => !may(hand));
        for (let first = 0; first < others.length; first += AT_ONCE) {
          const few = others.slice(first, first + AT_ONCE);
          const answers = await Promise.all(few.map((hand) => send({ code, to, track, hand, revision })));
          for (const [place, status] of answers.entries())
            if (status >= 500) wrong.push(`${status} ${from} > ${to} by ${few[place]}`);
        }
        const after = await standing(code);
        if (after.state !== from || after.revision !== revision) wrong.push(`${from} > ${to} by none of ${others}`);
        for (const hand of hands.filter(may)) {
          const status = await send({ code, to, track, hand, revision: (await standing(code)).revision });
          const reached = await standing(code);
          if (reached.state !== to) wrong.push(`${from} > ${to} by ${hand} was refused with ${status}`);
          code = await reach(from, track);
        }
        if (after.state !== from) code = await reach(from, track);
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(3_000);
  },
);
