import { beforeAll, describe, expect, test } from "vitest";
import { assignTo } from "#app/demo/initiatives/work.server.ts";
import { decideAs, evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import { postComment } from "#app/domain/initiatives/voice/post-comment.server.ts";
import { db } from "#prisma/client.server.ts";
import { chromiumPath } from "#test/setup/browser.ts";
import { anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import { withWalk } from "#test/support/walk.ts";

const NAMES = {
  intake: [
    "Bộ phận tiếp nhận sáng kiến Lam Giang",
    "Lam Giang Initiative Desk",
    "Guichet des initiatives de Lam Giang",
  ],
  council: ["Hội đồng thẩm định số 3", "Review Council No. 3", "Conseil d’évaluation nº 3"],
  steering: ["Ban Chỉ đạo Lam Giang", "Lam Giang Steering Board", "Comité directeur de Lam Giang"],
  owner: ["Công ty Máy bơm Cửa Sông", "River Mouth Pumps", "Pompes de l’Estuaire"],
} as const;
type Body = keyof typeof NAMES;
const LANGUAGES = ["vi", "en", "fr"] as const;

describe.runIf(chromiumPath())("a body is named in the language of the page", () => {
  const walk = withWalk();
  let code = "";
  let clocks: { id: string; kind: string }[] = [];

  // Accepted and given to a company; a question waits for it.
  beforeAll(async () => {
    const { cast } = walk();
    const ownerId = await anOrganisation("ENTERPRISE", NAMES.owner[0]);
    await anActor("Người đại diện", ["PARTY_REP"], ownerId);
    for (const [nameVi, nameEn, nameFr] of Object.values(NAMES))
      await db().organisation.updateMany({ where: { nameVi }, data: { nameEn, nameFr } });
    code = await submitInitiative(cast.proposer);
    await screenAs(cast, code);
    await evaluateAs(cast, code);
    await decideAs(cast, code);
    await assignTo(cast.steering, code, ownerId);
    const question = { stance: "QUESTION", addressee: "BODY", language: "vi" } as const;
    must(await postComment(await anActor("Thành viên"), code, { ...question, text: "Bao giờ bà con được dùng thử?" }));
    clocks = await db().obligation.findMany({ where: { subjectCode: code }, select: { id: true, kind: true } });
  });

  async function main(path: string): Promise<string> {
    const answer = await fetch(walk().portal.url + path);
    expect([path, answer.status]).toEqual([path, 200]);
    const page = await answer.text();
    return page.slice(page.indexOf("<main"), page.indexOf("</main>"));
  }

  /** Every page names these bodies in its own language, and no body in another. */
  async function expectNamed(path: (lang: string) => string, bodies: readonly Body[]): Promise<void> {
    for (const [place, lang] of LANGUAGES.entries()) {
      const page = await main(path(lang));
      for (const body of bodies)
        expect([path(lang), page]).toEqual([path(lang), expect.stringContaining(NAMES[body][place] ?? "")]);
      const foreign = Object.values(NAMES).flatMap((names) => names.filter((_, other) => other !== place));
      expect([path(lang), foreign.filter((name) => page.includes(name))]).toEqual([path(lang), []]);
    }
  }

  test("on the page of a clock and on the board", async () => {
    const idOf = (kind: string) => clocks.find((clock) => clock.kind === kind)?.id ?? "";
    await expectNamed((lang) => `/${lang}/obligations/${idOf("INTAKE_CHECK")}`, ["intake"]);
    await expectNamed((lang) => `/${lang}/obligations/${idOf("IMPLEMENTATION")}`, ["owner"]);
    await expectNamed((lang) => `/${lang}/obligations`, ["owner", "steering", "intake"]);
    await expectNamed((lang) => `/${lang}/obligations?view=done`, ["intake", "council", "steering"]);
  });

  test("on the page of an initiative, in its life, its voices and the list", async () => {
    await expectNamed((lang) => `/${lang}/initiatives/${code}`, ["owner", "steering", "intake"]);
    await expectNamed((lang) => `/${lang}/initiatives/${code}/journey`, ["owner", "council", "intake"]);
    await expectNamed((lang) => `/${lang}/initiatives/${code}/voice`, ["owner"]);
    await expectNamed((lang) => `/${lang}/initiatives`, ["owner"]);
  });

  test("the API goes on naming it in Vietnamese", async () => {
    const answer = await fetch(`${walk().portal.url}/api/v1/obligations?kind=IMPLEMENTATION`);
    expect(await answer.json()).toMatchObject({ items: [{ debtor: { name: NAMES.owner[0] } }] });
    const initiative: unknown = await (await fetch(`${walk().portal.url}/api/v1/initiatives/${code}`)).json();
    expect(initiative).toMatchObject({
      turn: { debtor: { name: NAMES.owner[0] } },
      decisions: [{ body: { name: NAMES.intake[0] } }],
    });
  });
});
