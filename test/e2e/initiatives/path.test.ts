import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import {
  councilOf,
  decideAs,
  evaluateAs,
  must,
  scoresOf,
  screenAs,
  submitInitiative,
} from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { voteOnAppeal } from "#app/domain/initiatives/appeal/vote.server.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { publishDecisions } from "#app/domain/initiatives/decision/publish.server.ts";
import { chromiumPath, expectAccessible, press } from "#test/setup/browser.ts";
import { anActor, anOrganisation, evaluatorsOf } from "#test/support/initiative-cast.ts";
import { mainOf, pressInVain, withWalk } from "#test/support/walk.ts";

const DAY_MS = 86_400_000;
const REASON = "Giải pháp giải được một khó khăn có thật và kiểm chứng được bằng số liệu kèm theo hồ sơ.";
const CORRECTED = "Giải pháp giải được một khó khăn có thật; bản sửa này ghi đúng số trang của phần số liệu.";
const APPEAL = "Lý do từ chối nói hồ sơ thiếu số liệu mùa khô, nhưng số liệu ấy nằm ở trang 12.";
const REPLY = "Nhóm cảm ơn hội đồng; số liệu mùa khô có ở trang 12.";

describe.runIf(chromiumPath())("an initiative on its way (needs Chromium)", () => {
  const walk = withWalk();
  let otherChair: Actor;
  let panel: Actor[];

  beforeAll(async () => {
    const council = await anOrganisation("OTHER", "Hội đồng thẩm định số 7");
    otherChair = await anActor("Chủ tịch hội đồng khác", ["CHAIR"], council);
    panel = await evaluatorsOf(council, 3);
  });

  async function goTo(page: Page, path: string): Promise<void> {
    await page.goto(walk().portal.url + path);
  }

  test("a council that is far apart scores those criteria again, and the author answers what it wrote", async () => {
    const { cast, as } = walk();
    const code = await submitInitiative(cast.proposer);
    await screenAs(cast, code);
    const council = councilOf(cast);
    must(await openEvaluation(cast.chair, code, { evaluatorIds: council.map(({ personId }) => personId) }));
    for (const [place, one] of council.entries()) {
      must(await declareNoConflict(one, code));
      const points = scoresOf().map((given) => ({
        ...given,
        value: given.criterion === "NOVELTY" && place === 0 ? 93 : 31,
        comment: `Nhận xét thứ ${place + 1} của hội đồng về tiêu chí này.`,
      }));
      must(await score(one, code, points));
    }
    const chair = await as(cast.chair);
    await goTo(chair, `/vi/desk/chair/${code}`);
    expect(await mainOf(chair)).not.toMatch(/\b93\b|Nhận xét thứ/);
    await expectAccessible(chair);
    await press(chair, "main form:has([value=second-round]) button");
    expect(chair.url()).toContain("act=second-round");

    const [first] = council;
    if (!first) throw new Error("a council has a member");
    const member = await as(first);
    await goTo(member, `/vi/desk/evaluator/${code}`);
    expect(await member.locator("[name^=value_]").count()).toBe(1);
    await member.fill("[name=value_NOVELTY]", "101");
    await pressInVain(member, "main form:has([name=value_NOVELTY]) .actions button >> nth=0");
    await expectAccessible(member);
    await member.fill("[name=value_NOVELTY]", "64");
    await member.fill("[name=comment_NOVELTY]", "Đọc lại nhận xét của hội đồng: điểm mới có, nhưng hẹp hơn.");
    await press(member, "main form:has([name=value_NOVELTY]) .actions button >> nth=0");
    for (const one of council.slice(1))
      must(await score(one, code, [{ criterion: "NOVELTY", value: 58, comment: "Đồng ý: có điểm mới, nhưng hẹp." }]));
    must(await closeEvaluation(cast.chair, code));

    const author = await as(cast.proposer);
    await goTo(author, `/vi/submit/${code}/comments`);
    const shown = await mainOf(author);
    expect(shown).toContain("có điểm mới, nhưng hẹp");
    for (const one of council) expect(shown).not.toContain(one.name);
    await pressInVain(author, "main button[value=reply]");
    await author.fill("main [name=text]", REPLY);
    await press(author, "main button[value=reply]");
    const head = await as(cast.intakeHead);
    await goTo(head, `/vi/desk/decisions/${code}`);
    expect(await mainOf(head)).toContain(REPLY);
    for (const page of [chair, member, author, head]) await page.context().close();
  });

  test("a decision under embargo is nobody's to read before its moment, and only a new one corrects it", async () => {
    const { cast, as } = walk();
    const code = await evaluated();
    const head = await as(cast.intakeHead);
    await goTo(head, `/vi/desk/decisions/${code}/decide`);
    await head.check("[name=kind][value=ACCEPTED]");
    await head.fill("[name=reason]", REASON);
    await head.fill("[name=publishOn]", dayAfter(-3));
    await pressInVain(head, "main form .actions button >> nth=0");
    await expectAccessible(head);
    expect(await head.inputValue("[name=reason]")).toBe(REASON);
    await head.fill("[name=publishOn]", dayAfter(3));
    await press(head, "main form .actions button >> nth=0");
    await goTo(head, `/vi/desk/decisions/${code}`);
    expect(await head.locator(`a[href$="/decide"]`).count()).toBe(0);

    const reader = await as(null);
    const author = await as(cast.proposer);
    for (const [page, path] of [
      [reader, `/vi/initiatives/${code}`],
      [reader, `/vi/initiatives/${code}/journey`],
      [reader, "/vi/record"],
      [author, `/vi/initiatives/${code}`],
      [author, `/vi/me/notices`],
    ] as const) {
      await goTo(page, path);
      expect(await page.content()).not.toContain(REASON);
      expect(await mainOf(page)).not.toContain("Chấp nhận");
    }
    expect(await publishDecisions(new Date(Date.now() + 5 * DAY_MS))).toBe(1);
    await goTo(reader, `/en/initiatives/${code}`);
    expect(await mainOf(reader)).toContain(REASON);

    await goTo(head, `/vi/desk/decisions/${code}/correct`);
    await head.fill("[name=reason]", "Sửa.");
    await pressInVain(head, "main form .actions button >> nth=0");
    await head.fill("[name=reason]", CORRECTED);
    await press(head, "main form .actions button >> nth=0");
    await goTo(reader, `/vi/initiatives/${code}`);
    for (const words of [REASON, CORRECTED]) expect(await mainOf(reader)).toContain(words);
    await expectAccessible(reader);
    for (const page of [head, reader, author]) await page.context().close();
  });

  test("a rejection is appealed once, to a panel without anybody who sat before", async () => {
    const { cast, as } = walk();
    const code = await evaluated();
    await decideAs(cast, code, { kind: "REJECTED" });
    const author = await as(cast.proposer);
    await goTo(author, `/vi/initiatives/${code}`);
    await press(author, `a[href="/vi/submit/${code}/appeal"]`);
    await author.fill("[name=text]", "Không đồng ý.");
    await pressInVain(author, "main form .actions button");
    await author.fill("[name=text]", APPEAL);
    await press(author, "main form .actions button");
    expect(await mainOf(author)).toContain(APPEAL);
    expect(await author.locator("main form [name=text]").count()).toBe(0);

    const former = await as(cast.chair);
    await goTo(former, `/vi/desk/chair/${code}`);
    expect(await former.locator("main form").count()).toBe(0);
    const chair = await as(otherChair);
    await goTo(chair, `/vi/desk/chair/${code}`);
    const picked = (one: Actor | undefined) => `[name=evaluatorIds][value="${one?.personId}"]`;
    for (const one of councilOf(cast)) expect(await chair.locator(picked(one)).count()).toBe(0);
    await chair.check(picked(panel[0]));
    await pressInVain(chair, "main button[value=panel]");
    await expectAccessible(chair);
    expect(await chair.isChecked(picked(panel[0]))).toBe(true);
    for (const one of panel.slice(1)) await chair.check(picked(one));
    await press(chair, "main button[value=panel]");
    for (const [place, one] of panel.entries()) {
      must(await declareNoConflict(one, code));
      const vote = place === 0 ? "UPHOLD" : "REOPEN";
      must(await voteOnAppeal(one, code, { vote, voteReason: "Đã đọc lại hồ sơ và lý do từ chối, từng trang." }));
    }
    await goTo(chair, `/vi/desk/chair/${code}`);
    await pressInVain(chair, "main form:has([value=close-appeal]) button");
    await chair.fill(
      "[name=reason]",
      "Số liệu mùa khô có trong hồ sơ; hội đồng trước không nhắc đến nên đánh giá lại.",
    );
    await press(chair, "main form:has([value=close-appeal]) button");
    const reader = await as(null);
    await goTo(reader, `/vi/initiatives/${code}`);
    expect(await mainOf(reader)).toContain("hội đồng trước không nhắc đến");
    await expectAccessible(reader);
    await goTo(author, `/vi/submit/${code}/appeal`);
    expect(await author.locator("main form [name=text]").count()).toBe(0);
    for (const page of [author, former, chair, reader]) await page.context().close();
  });

  test("a body poses a challenge, an initiative is written for it, and the page shows the answer", async () => {
    const { cast, as } = walk();
    const body = await anOrganisation("ENTERPRISE", "Công ty Thủy nông Bến Sậy");
    const representative = await anActor("Người đại diện Bến Sậy", ["PARTY_REP"], body);
    const owner = await as(representative);
    await goTo(owner, "/vi/challenges/new");
    await owner.fill("[name=title]", "Đo độ mặn ở cống không có điện lưới");
    await press(owner, "main form .actions button");
    const code = /\/challenges\/([A-Z]+-\d{4}-\d+)/.exec(owner.url())?.[1] ?? "";
    const page = `/vi/challenges/${code}`;
    const reader = await as(null);
    await goTo(reader, page);
    expect(await mainOf(reader)).not.toContain("Đo độ mặn");
    await pressInVain(owner, "button[value=publish]");
    await expectAccessible(owner);
    await goTo(owner, `${page}/edit`);
    await owner.fill("[name=problem]", "Công ty có 40 cống ở vùng cửa sông, không cống nào có điện lưới. ".repeat(3));
    await owner.fill("[name=criteria]", "Chạy trọn một mùa khô không phải thay pin; sai số dưới 0,2 phần nghìn.");
    await owner.fill("[name=budgetCeiling]", "2 tỷ");
    await owner.fill("[name=opensOn]", dayAfter(0));
    await owner.fill("[name=closesOn]", dayAfter(60));
    await press(owner, "main form .actions button");
    await press(owner, "button[value=publish]");

    const proposer = await as(cast.proposer);
    await goTo(proposer, page);
    await press(proposer, `main a[href*="/vi/submit"]`);
    await proposer.check("main input[value=ORDINARY]");
    await press(proposer, "main form .actions button");
    expect(await mainOf(proposer)).toContain(code);
    await goTo(reader, page);
    expect(await mainOf(reader)).toContain("Đo độ mặn");
    await expectAccessible(reader);
    for (const one of [owner, reader, proposer]) await one.context().close();
  });

  test("what was accepted is assigned, reported and verified, and the journey tells all of it", async () => {
    const { cast, as } = walk();
    const code = await evaluated();
    await decideAs(cast, code);
    const name = "Công ty Máy bơm Cửa Sông";
    const body = await anOrganisation("ENTERPRISE", name);
    const representative = await anActor("Người đại diện Cửa Sông", ["PARTY_REP"], body);
    const elsewhere = await anOrganisation("STATE", "Trung tâm Kiểm chứng");
    const verifier = await anActor("Người kiểm chứng", ["VERIFIER"], elsewhere);
    const work = `/vi/desk/work/${code}`;

    const steering = await as(cast.steering);
    await goTo(steering, work);
    await steering.fill("[name=owner]", "Một công ty không có");
    await steering.fill("[name=expectedProduct]", "Mười hai bộ thiết bị chạy ổn định sáu tháng tại hiện trường.");
    await pressInVain(steering, "button[value=assign]");
    await expectAccessible(steering);
    await steering.fill("[name=owner]", name);
    await steering.fill("[name=chiefPost]", "Trưởng phòng Kỹ thuật");
    await steering.fill("[name=funding]", "Dòng 371, dự toán 2026");
    await steering.fill("[name=dueOn]", dayAfter(200));
    await press(steering, "button[value=assign]");

    const owner = await as(representative);
    await goTo(owner, work);
    await press(owner, "button[value=begin]");
    await press(owner, `main a[href="${work}"]`);
    await owner.fill("[name=percent]", "100");
    await owner.fill("[name=note]", "Đã lắp đủ mười hai bộ; số liệu ổn định sáu tháng liền.");
    await pressInVain(owner, "button[value=report]");
    await owner.fill("[name=evidence]", "Biên bản nghiệm thu số 14.");
    await press(owner, "button[value=report]");
    await goTo(owner, work);
    expect(await owner.locator("[name=closing]").count()).toBe(0);

    const seer = await as(verifier);
    await goTo(seer, work);
    await seer.check("[name=closing][value=CLOSED_APPLIED]");
    await pressInVain(seer, "button[value=close]");
    await seer.fill("[name=evidence]", "Đã xem thiết bị chạy tại hiện trường và đối chiếu nhật ký vận hành.");
    await press(seer, "button[value=close]");

    const reader = await as(null);
    await goTo(reader, `/vi/initiatives/${code}/journey`);
    const told = await mainOf(reader);
    for (const words of [name, "100", "Trung tâm Kiểm chứng"]) expect(told).toContain(words);
    await expectAccessible(reader);
    await goTo(reader, `/fr/initiatives/${code}`);
    expect(await reader.textContent("#work")).toContain("đối chiếu nhật ký vận hành");
    await expectAccessible(reader);
    for (const page of [steering, owner, seer, reader]) await page.context().close();
  });

  /** Evaluated, and the author has answered. */
  async function evaluated(): Promise<string> {
    const { cast } = walk();
    const code = await submitInitiative(cast.proposer);
    await screenAs(cast, code);
    await evaluateAs(cast, code);
    return code;
  }

  /** A day so many days from now as people in Vietnam type it. */
  function dayAfter(days: number): string {
    const at = new Date(Date.now() + days * DAY_MS);
    return at.toLocaleDateString("vi-VN", {
      timeZone: "Asia/Ho_Chi_Minh",
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
    });
  }
});
