import { beforeAll, describe, expect, test } from "vitest";
import { poseChallenge } from "#app/demo/initiatives/challenges.server.ts";
import { decideAs, evaluateAs, must, screenAs, writeDraft } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeDueChallenges } from "#app/domain/initiatives/challenges/close-due.server.ts";
import {
  answerChallenge,
  stateOnChallenge,
  withdrawChallenge,
} from "#app/domain/initiatives/challenges/finish.server.ts";
import { publishChallenge } from "#app/domain/initiatives/challenges/publish.server.ts";
import { findChallenge, listChallenges } from "#app/domain/initiatives/challenges/queries.server.ts";
import { saveChallenge } from "#app/domain/initiatives/challenges/save.server.ts";
import { tieToChallenge } from "#app/domain/initiatives/challenges/tie.server.ts";
import { startDraft } from "#app/domain/initiatives/drafts/start-draft.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";

withTestDatabase();

const NONE = { views: [], products: [], provinces: [], houses: [], text: "" } as const;
const STATEMENT = { statement: "Giải pháp đạt đủ tiêu chí và được đưa vào kế hoạch năm sau.", language: "vi" } as const;
const IN_A_YEAR = new Date(Date.now() + 365 * 86_400_000);

let cast: Awaited<ReturnType<typeof aCast>>;
let body: string;
let owner: Actor;

beforeAll(async () => {
  cast = await aCast();
  body = await anOrganisation("STATE", "Chi cục Thủy lợi Lam Giang", "86");
  owner = await anActor("Người đại diện", ["PARTY_REP"], body);
});

/** An accepted initiative that was written for a challenge. */
async function acceptedFor(challenge: string): Promise<string> {
  const code = await writeDraft(cast.proposer);
  must(await tieToChallenge(cast.proposer, code, challenge));
  must(await submit(cast.proposer, code, { revision: 1 }));
  await screenAs(cast, code);
  await evaluateAs(cast, code);
  await decideAs(cast, code);
  return code;
}

describe("a challenge", () => {
  test("is a draft of its owner until it is published, and stands from then on", async () => {
    const code = await poseChallenge(owner, body, { publish: false });
    expect(await findChallenge(null, code)).toBeNull();
    expect(await publishChallenge(cast.proposer, code)).toMatchObject({ code: "NOT_FOUND" });
    must(await publishChallenge(owner, code));
    expect((await findChallenge(null, code))?.state).toBe("OPEN");
    expect(await publishChallenge(owner, code)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    await expect(db().challenge.update({ where: { code }, data: { problem: "Khác" } })).rejects.toThrow(/FROZEN/);
    const { items } = await listChallenges(NONE, { limit: 20 });
    expect(items.map((item) => item.code)).toContain(code);
  });

  test("is not published without its words and days, nor for a body that is not verified", async () => {
    const lacking = await poseChallenge(owner, body, { publish: false, problem: "Ngắn." });
    expect(await publishChallenge(owner, lacking)).toMatchObject({ code: "CHALLENGE_INCOMPLETE" });
    const past = await poseChallenge(owner, body, {
      ...{ publish: false, opensOn: "2026-01-05", closesOn: "2026-02-05" },
    });
    expect(await publishChallenge(owner, past)).toMatchObject({ code: "CHALLENGE_DATES" });
    const input = { ...EMPTY, ownerId: cast.intakeBody };
    expect(await saveChallenge(owner, null, input)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    const unknown = { ...EMPTY, ownerId: body, productCodes: ["99-X1"] };
    expect(await saveChallenge(owner, null, unknown)).toMatchObject({ code: "UNKNOWN_PRODUCT" });
  });

  test("is answered by drafts while it is open, and by nothing that was submitted", async () => {
    const code = await poseChallenge(owner, body);
    const { code: begun } = must(await startDraft(cast.proposer, { track: "ORDINARY", challenge: code }));
    must(await tieToChallenge(cast.proposer, begun, null));
    must(await tieToChallenge(cast.proposer, begun, code));
    expect(await tieToChallenge(owner, begun, code)).toMatchObject({ code: "NOT_FOUND" });
    expect(await tieToChallenge(cast.proposer, begun, "BT-2026-9999")).toMatchObject({ code: "CHALLENGE_CLOSED" });
    const answer = await acceptedFor(code);
    expect(await tieToChallenge(cast.proposer, answer, null)).toMatchObject({ code: "NOT_EDITABLE" });
    const page = await findChallenge(null, code);
    expect(page?.answers.map((one) => one.code)).toEqual([answer]);
  });

  test("is answered by naming an accepted initiative that was written for it, once", async () => {
    const code = await poseChallenge(owner, body);
    const other = await acceptedFor(await poseChallenge(owner, body));
    const asked = { ...STATEMENT, initiative: other };
    expect(await answerChallenge(owner, code, asked)).toMatchObject({ code: "NO_ACCEPTED_ANSWER" });
    const answer = await acceptedFor(code);
    expect(await answerChallenge(cast.proposer, code, { ...STATEMENT, initiative: answer })).toMatchObject({
      code: "NOT_A_REPRESENTATIVE",
    });
    must(await answerChallenge(owner, code, { ...STATEMENT, initiative: answer }));
    expect(await findChallenge(null, code)).toMatchObject({ state: "ANSWERED", answeredBy: answer });
    expect(await answerChallenge(owner, code, { ...STATEMENT, initiative: answer })).toMatchObject({
      code: "NOT_ALLOWED_FROM_STATE",
    });
  });

  test("closes by the clock on its day, is shown as unanswered, and its owner owes a statement", async () => {
    const code = await poseChallenge(owner, body);
    expect(await closeDueChallenges()).toEqual([]);
    expect(await closeDueChallenges(IN_A_YEAR)).toContain(code);
    expect(await closeDueChallenges(IN_A_YEAR)).toEqual([]);
    const owed = await db().obligation.findFirstOrThrow({ where: { subjectCode: code, doneAt: null } });
    expect([owed.kind, owed.debtorOrganisationId]).toEqual(["CHALLENGE_ANSWER", body]);
    const { items } = await listChallenges({ ...NONE, views: ["unanswered"] }, { limit: 50 });
    expect(items.map((item) => item.code)).toContain(code);
    expect(await startDraft(cast.proposer, { track: "ORDINARY", challenge: code })).toMatchObject({
      code: "CHALLENGE_CLOSED",
    });
    must(await stateOnChallenge(owner, code, STATEMENT));
    expect(await stateOnChallenge(owner, code, STATEMENT)).toMatchObject({ code: "ALREADY_STATED" });
    expect(await db().obligation.count({ where: { subjectCode: code, doneAt: null } })).toBe(0);
  });

  test("leaves its reason where it was public, and nothing where it was a draft", async () => {
    const code = await poseChallenge(owner, body);
    must(await withdrawChallenge(owner, code, { reason: "Đã được giải quyết bằng dự án khác." }));
    expect(await findChallenge(null, code)).toMatchObject({ state: "WITHDRAWN", endReason: expect.any(String) });
    const draft = await poseChallenge(owner, body, { publish: false });
    must(await withdrawChallenge(owner, draft, { reason: "Viết nhầm." }));
    expect(await findChallenge(null, draft)).toBeNull();
  });

  test("is found by words without tones, by product, house and province, page by page", async () => {
    const { items } = await listChallenges({ ...NONE, text: "xam nhap man" }, { limit: 50 });
    expect(items.length).toBeGreaterThan(0);
    expect((await listChallenges({ ...NONE, text: "100%_" }, { limit: 5 })).items).toEqual([]);
    expect((await listChallenges({ ...NONE, houses: ["SCHOOL"] }, { limit: 5 })).items).toEqual([]);
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page: Awaited<ReturnType<typeof listChallenges>> = await listChallenges(NONE, {
        limit: 2,
        after: after ?? null,
      });
      seen.push(...page.items.map((item) => item.code));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(4);
  });
});

const EMPTY = {
  ...{ language: "vi" as const, title: "", problem: "", criteria: "", productCodes: [], budgetCeiling: null },
  ...{ opensOn: dayInVietnam(new Date()), closesOn: null },
};
