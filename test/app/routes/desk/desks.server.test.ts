import { beforeAll, describe, expect, test } from "vitest";
import { AN_INITIATIVE, evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { loader as chairCase } from "#app/routes/desk/chair/case.tsx";
import { loader as chairDesk } from "#app/routes/desk/chair/list.tsx";
import { loader as decisionCase } from "#app/routes/desk/decisions/case.tsx";
import { loader as decidePage } from "#app/routes/desk/decisions/decide.tsx";
import { loader as decisionDesk } from "#app/routes/desk/decisions/list.tsx";
import { loader as donePage } from "#app/routes/desk/done.tsx";
import { loader as evaluatorCase } from "#app/routes/desk/evaluator/case.tsx";
import { loader as evaluatorDesk } from "#app/routes/desk/evaluator/list.tsx";
import { loader as home } from "#app/routes/desk/home.tsx";
import { loader as inbox } from "#app/routes/desk/inbox/list.tsx";
import { loader as intakeCase } from "#app/routes/desk/intake/case.tsx";
import { loader as intakeDesk } from "#app/routes/desk/intake/list.tsx";
import { loader as screenPage } from "#app/routes/desk/intake/screen.tsx";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import { pageArgs, statusOf } from "#test/support/page-args.ts";

withTestDatabase();

type Cast = Awaited<ReturnType<typeof aCast>>;

let cast: Cast;
let auditor: Actor;
let admin: Actor;
/** one initiative each: new, open in a round, evaluated */
let codes: { fresh: string; running: string; evaluated: string };

beforeAll(async () => {
  cast = await aCast();
  auditor = await anActor("Kiểm toán", ["AUDITOR"]);
  admin = await anActor("Quản trị", ["ADMIN"]);
  const fresh = await submitInitiative(cast.proposer);
  const running = await submitInitiative(cast.proposer);
  await screenAs(cast, running);
  const evaluatorIds = cast.evaluators.map(({ personId }) => personId);
  must(await openEvaluation(cast.chair, running, { evaluatorIds }));
  const evaluated = await submitInitiative(cast.proposer);
  await screenAs(cast, evaluated);
  await evaluateAs(cast, evaluated, { comment: "Nhận xét chỉ người quyết định đọc được, không kèm tên." });
  codes = { fresh, running, evaluated };
});

const PAGES = [
  {
    name: "home",
    loader: home,
    path: "",
    open: ["intake", "head", "chair", "evaluator", "steering", "auditor", "admin"],
  },
  {
    name: "inbox",
    loader: inbox,
    path: "/inbox",
    open: ["intake", "head", "chair", "evaluator", "steering", "auditor", "admin"],
  },
  { name: "intake", loader: intakeDesk, path: "/intake", open: ["intake", "auditor"] },
  { name: "intake case", loader: intakeCase, path: "/intake/fresh", open: ["intake", "auditor"] },
  { name: "screen", loader: screenPage, path: "/intake/fresh/screen", open: ["intake"] },
  { name: "chair", loader: chairDesk, path: "/chair", open: ["chair", "auditor"] },
  { name: "chair case", loader: chairCase, path: "/chair/running", open: ["chair", "auditor"] },
  { name: "evaluator", loader: evaluatorDesk, path: "/evaluator", open: ["evaluator"] },
  { name: "evaluator case", loader: evaluatorCase, path: "/evaluator/running", open: ["evaluator"] },
  { name: "decisions", loader: decisionDesk, path: "/decisions", open: ["intake", "head", "steering", "auditor"] },
  {
    name: "decision case",
    loader: decisionCase,
    path: "/decisions/evaluated",
    open: ["intake", "head", "auditor"],
    absent: ["steering"],
  },
  { name: "decide", loader: decidePage, path: "/decisions/evaluated/decide", open: ["head"], absent: ["steering"] },
];

function people(): Record<string, Actor | undefined> {
  const { proposer, intake, intakeHead: head, chair, steering, evaluators } = cast;
  return { proposer, intake, head, chair, steering, evaluator: evaluators[0], auditor, admin };
}

function argsAt(path: string, actor: Actor | null) {
  const name = path.split("/")[2];
  const code = name === "fresh" || name === "running" || name === "evaluated" ? codes[name] : undefined;
  return pageArgs(`/vi/desk${path}`, actor, code ? { code } : {});
}

describe("who opens what", () => {
  test.each(PAGES)(
    "$name: its roles, where their body works on it; others get a 403, whoever is signed out goes to the sign-in page",
    async (page) => {
      for (const [name, actor] of Object.entries(people())) {
        const status = await statusOf(() => page.loader(argsAt(page.path, actor ?? null)));
        const isAbsent = "absent" in page && page.absent?.includes(name);
        expect([name, status]).toEqual([name, page.open.includes(name) ? 200 : isAbsent ? 404 : 403]);
      }
      const away = await page.loader(argsAt(page.path, null)).catch((thrown: unknown) => thrown);
      expect(away).toBeInstanceOf(Response);
      expect(away instanceof Response && away.headers.get("Location")).toContain("/vi/sign-in?next=");
    },
  );

  test("a code that is none, and one that nobody has, are a 404", async () => {
    for (const code of ["SK-2026-9999", "SK-2026-0001'--", "\u0000", "KQ-2026-0001"]) {
      const args = pageArgs("/vi/desk/intake/x", cast.intake, { code });
      expect([code, await statusOf(() => intakeCase(args))]).toEqual([code, 404]);
    }
  });

  test("a proposer who is an officer, too, does not find their own file on a desk", async () => {
    const both = await anActor("Cán bộ nộp sáng kiến", ["INTAKE"], cast.intakeBody);
    const own = await submitInitiative(both);
    expect(await statusOf(() => intakeCase(pageArgs("/vi/desk/intake/x", both, { code: own })))).toBe(404);
    const { items } = await intakeDesk(pageArgs("/vi/desk/intake", both));
    expect(items.map(({ code }) => code)).not.toContain(own);
  });
});

describe("what waits", () => {
  test("is one's own body's; the auditor sees everybody's and acts on nothing", async () => {
    const elsewhere = await anActor("Cán bộ nơi khác", ["INTAKE"], await anOrganisation("STATE", "Sở khác"));
    expect((await intakeDesk(pageArgs("/vi/desk/intake", elsewhere))).items).toEqual([]);
    expect((await intakeDesk(pageArgs("/vi/desk/intake", cast.intake))).items.map(({ code }) => code)).toContain(
      codes.fresh,
    );
    expect((await intakeDesk(pageArgs("/vi/desk/intake", auditor))).items.map(({ code }) => code)).toContain(
      codes.fresh,
    );
    const page = await intakeCase(argsAt("/intake/fresh", auditor));
    expect(page).toMatchObject({ mayAct: false, head: { content: { problem: AN_INITIATIVE.problem } } });
    expect(await statusOf(() => intakeCase(argsAt("/intake/fresh", elsewhere)))).toBe(404);
    expect((await intakeCase(argsAt("/intake/fresh", cast.intake))).mayAct).toBe(true);
  });

  test("stands on the first page with how many and where", async () => {
    const page = await home(pageArgs("/vi/desk", cast.chair));
    expect(page).toMatchObject({ acts: true, desks: [{ desk: "chair", count: 1, over: 0 }] });
    expect(page.duties.map(({ code, desk }) => ({ code, desk }))).toEqual([{ code: codes.running, desk: "chair" }]);
    expect((await home(pageArgs("/vi/desk", auditor))).acts).toBe(false);
    expect((await home(pageArgs("/vi/desk", admin))).desks).toEqual([]);
  });
});

describe("what stays sealed", () => {
  test("the file, to an evaluator who has not declared; it opens with the declaration", async () => {
    const [first] = cast.evaluators;
    if (!first) throw new Error("The cast has no evaluator.");
    const closed = await evaluatorCase(argsAt("/evaluator/running", first));
    expect(closed.stage).toBe("declare");
    expect(closed.head.content).toBeNull();
    expect(JSON.stringify(closed)).not.toContain(AN_INITIATIVE.solution.slice(0, 40));
    must(await declareNoConflict(first, codes.running));
    const open = await evaluatorCase(argsAt("/evaluator/running", first));
    expect(open).toMatchObject({ stage: "score", head: { content: { solution: AN_INITIATIVE.solution } } });
  });

  test("the names of evaluators, to whoever decides: they read points and comments", async () => {
    const page = await decisionCase(argsAt("/decisions/evaluated", cast.intakeHead));
    expect(page.summary.rows).toHaveLength(4);
    expect(page.comments.length).toBe(12);
    const sent = JSON.stringify(page);
    for (const { name, personId } of cast.evaluators) {
      expect(sent).not.toContain(name);
      expect(sent).not.toContain(personId);
    }
  });

  test("the points of an open round, to its chair and the auditor", async () => {
    for (const reader of [cast.chair, auditor]) {
      const page = await chairCase(argsAt("/chair/running", reader));
      expect(Object.keys(page.seats[0] ?? {}).sort()).toEqual(
        [
          ...["bodyNames", "declared", "id", "isOpen", "kind", "name", "recusalGround", "recusalReason", "recused"],
          ...["replacesSeatId", "round", "scored"],
        ].sort(),
      );
    }
  });

  test("what a proposer writes while completing: officers read what was submitted", async () => {
    const code = await submitInitiative(cast.proposer);
    must(await returnForCompletion(cast.intake, code, { items: [{ field: "novelty", message: "Nêu rõ điểm mới." }] }));
    const { revision } = await db().initiative.findUniqueOrThrow({ where: { code } });
    const written = "Bản đang viết dở, chưa ai được đọc, cho đến khi người nộp gửi lại hồ sơ lần hai.";
    const values = { solution: AN_INITIATIVE.solution, novelty: written };
    must(await saveDraft(cast.proposer, code, { revision, steps: [{ step: "solution", values }] }));
    const page = await intakeCase(pageArgs("/vi/desk/intake/x", cast.intake, { code }));
    expect(page.head.content).toMatchObject({ novelty: AN_INITIATIVE.novelty, requestedFundingVnd: "1420000000" });
    expect(JSON.stringify(page)).not.toContain(written);
    expect(page.completions).toMatchObject([
      {
        round: 1,
        items: [{ field: "novelty", message: "Nêu rõ điểm mới.", answer: null, isChanged: false }],
        after: null,
      },
    ]);
  });
});

describe("a confirmation", () => {
  test("says what is so and whose clock runs, and nothing that is not so", async () => {
    const code = await submitInitiative(cast.proposer);
    await screenAs(cast, code);
    const page = await donePage(pageArgs("/vi/desk/done/x?act=screened", cast.intake, { code }));
    expect(page).toMatchObject({ act: "screened", code, open: { kind: "COUNCIL_SET_UP" } });
    const untrue = pageArgs("/vi/desk/done/x?act=accepted", cast.intake, { code });
    expect(await statusOf(() => donePage(untrue))).toBe(302);
  });
});
