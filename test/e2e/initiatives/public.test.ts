import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { postComment } from "#app/domain/initiatives/voice/post-comment.server.ts";
import { support } from "#app/domain/initiatives/voice/support.server.ts";
import { chromiumPath, expectAccessible, press } from "#test/setup/browser.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { mainOf, pressInVain, signIn, withWalk } from "#test/support/walk.ts";

const QUESTION = "Khi mất điện lưới ba ngày liền thì số liệu cũ có mất không, và ai đến lấy?";
const REPLY = "Số liệu nằm trong bộ nhớ tại chỗ nên không mất; trạm khuyến nông lấy mỗi tuần.";
const INSULT = "Ông ấy ở số 12 đường Bờ Kè, điện thoại 0900 000 000, ai cũng biết là nói dối.";
const REASON = "Ý kiến nêu địa chỉ và số điện thoại của một người.";

describe.runIf(chromiumPath())("an initiative in public (needs Chromium)", () => {
  const walk = withWalk({ LIMITS: "comment=1000/60" });

  /** Public from the completeness check on. */
  async function open(): Promise<string> {
    const { cast } = walk();
    const code = await submitInitiative(cast.proposer, { opensEarly: true });
    await screenAs(cast, code);
    return code;
  }

  async function goTo(page: Page, path: string): Promise<void> {
    await page.goto(walk().portal.url + path);
  }

  test.each([true, false])(
    "a member supports, speaks and asks; the proposer answers and the clock ends; JavaScript: %s",
    async (javaScript) => {
      const { cast, as } = walk();
      const code = await open();
      const voice = `/vi/initiatives/${code}/voice`;
      const member = await as(await anActor("Nguyễn Thị Thành Viên"), { javaScript });
      await goTo(member, voice);
      await press(member, "button[value=support]");
      expect(await member.textContent("main aside")).toContain("Bạn ủng hộ bản 1");
      await press(member, "button[value=unsupport]");
      expect(await member.textContent("main aside")).not.toContain("Bạn ủng hộ bản");

      await pressInVain(member, "button[value=comment]");
      await member.check("[name=stance][value=FOR]");
      await member.fill("[name=text]", "ngắn");
      await press(member, "button[value=comment]");
      expect(await member.inputValue("[name=text]")).toBe("ngắn");
      if (javaScript) await expectAccessible(member);
      await member.fill("[name=text]", "Nơi tôi làm ruộng cần đúng thứ này.");
      await press(member, "button[value=comment]");
      await member.check("[name=stance][value=AGAINST]");
      await member.fill("[name=text]", "Tôi nghĩ lại: giá vẫn còn cao với một hợp tác xã nhỏ.");
      await press(member, "button[value=comment]");
      expect(await mainOf(member)).toContain("giá vẫn còn cao");
      expect(await member.title()).toMatch(/^Lỗi: /);
      await member.check("[name=stance][value=QUESTION]");
      await member.check("[name=addressee][value=PROPOSER]");
      await member.fill("[name=text]", QUESTION);
      await press(member, "button[value=comment]");
      const asked = member.locator(".talk", { hasText: QUESTION });
      expect(await asked.textContent()).toContain("Chờ trả lời");
      const comment = (await asked.getAttribute("id")) ?? "";

      const reader = await as(null, { javaScript });
      await goTo(reader, "/vi/obligations?kind=QUESTION_ANSWER");
      expect(await mainOf(reader)).toContain(code);
      const proposer = await as(cast.proposer, { javaScript });
      await goTo(proposer, "/vi/obligations");
      expect(await mainOf(proposer)).toContain(code);
      await goTo(proposer, `/vi/comments/${comment}`);
      await proposer.fill("[name=text]", REPLY);
      await press(proposer, "button[value=answer]");
      expect(await mainOf(proposer)).toContain(REPLY);
      await goTo(reader, `/vi/initiatives/${code}`);
      expect(await reader.textContent("#voice")).toContain(REPLY);
      await goTo(reader, `/fr/initiatives/${code}/voice?stance=QUESTION`);
      expect(await mainOf(reader)).toContain(REPLY);
      expect(await mainOf(reader)).not.toContain("Réponse attendue");
      if (javaScript) await expectAccessible(reader);
      await goTo(reader, "/vi/obligations?kind=QUESTION_ANSWER");
      expect(await mainOf(reader)).not.toContain(code);
      for (const page of [member, reader, proposer]) await page.context().close();
    },
  );

  test("a stranger is sent to sign in, and whoever signed out while writing loses no word", async () => {
    const { portal, as } = walk();
    const code = await open();
    const voice = `/vi/initiatives/${code}/voice`;
    const stranger = await as(null);
    await goTo(stranger, voice);
    expect(await stranger.locator("main form[method=post]").count()).toBe(0);
    await press(stranger, `#write a[href^="/vi/sign-in"]`);
    expect(stranger.url()).toBe(`${portal.url}/vi/sign-in?next=${encodeURIComponent(voice)}`);

    const person = await anActor("Người viết lâu");
    const member = await as(person);
    await goTo(member, voice);
    await member.check("[name=stance][value=QUESTION]");
    await member.check("[name=addressee][value=BODY]");
    await member.fill("[name=text]", `${QUESTION}\n\nXin cảm ơn.`);
    await member.context().clearCookies();
    await press(member, "button[value=comment]");
    expect(await mainOf(member)).toContain(QUESTION);
    expect(await mainOf(member)).toContain("Đăng nhập");
    await expectAccessible(member);
    const tab = await member.context().newPage();
    await signIn(tab, person, portal.url);
    await press(member, "main form button");
    const asked = member.locator(".talk", { hasText: QUESTION });
    expect(await asked.textContent()).toContain("Xin cảm ơn.");
    expect(await asked.textContent()).toContain("Chờ trả lời");
    for (const page of [stranger, member]) await page.context().close();
  });

  test("an edit makes a new version whose difference everybody sees, and tells who supported the old one", async () => {
    const { cast, as } = walk();
    const code = await open();
    const supporter = await anActor("Người ủng hộ bản đầu");
    must(await support(supporter, code));
    const proposer = await as(cast.proposer);
    await goTo(proposer, `/vi/initiatives/${code}`);
    await press(proposer, `a[href="/vi/initiatives/${code}/edit"]`);
    const problem = await proposer.inputValue("[name=problem]");
    await proposer.fill("[name=problem]", `${problem} Mùa khô vừa qua có 41 ngày như vậy.`);
    await pressInVain(proposer, "main form .actions button");
    expect(await proposer.inputValue("[name=problem]")).toContain("41 ngày");
    await expectAccessible(proposer);
    await proposer.fill("[name=note]", "Thêm số ngày đo được trong mùa khô.");
    await press(proposer, "main form .actions button");
    expect(proposer.url()).toContain(`/vi/initiatives/${code}/versions/2`);

    const reader = await as(null);
    await goTo(reader, `/en/initiatives/${code}/versions/2`);
    expect(await reader.textContent("main ins")).toContain("41 ngày");
    expect(await mainOf(reader)).toContain("Thêm số ngày đo được");
    await expectAccessible(reader);
    const told = await as(supporter);
    await goTo(told, "/vi/me/notices");
    expect(await mainOf(told)).toContain(code);
    await goTo(told, `/vi/initiatives/${code}/voice`);
    await press(told, "button[value=support]");
    expect(await told.textContent("main aside")).toContain("Bạn ủng hộ bản 2");
    for (const page of [proposer, reader, told]) await page.context().close();
  });

  test("a reported comment is hidden with a ground, leaves a tombstone, and the appeal goes to another officer", async () => {
    const { cast, as } = walk();
    const code = await open();
    const [writer, reporter] = [await anActor("Người viết"), await anActor("Người báo cáo")];
    const said = { stance: "AGAINST", addressee: null, text: INSULT, language: "vi" } as const;
    const { code: comment } = must(await postComment(writer, code, said));
    const page = `/vi/comments/${comment}`;
    const reporting = await as(reporter);
    await goTo(reporting, page);
    await reporting.click("main details summary");
    await pressInVain(reporting, "button[value=report]");
    expect(await reporting.isVisible("[name=reason]")).toBe(true);
    await reporting.selectOption("[name=ground]", "PERSONAL_DATA");
    await reporting.fill("[name=reason]", "Có địa chỉ và số điện thoại riêng.");
    await press(reporting, "button[value=report]");

    const officer = await judged(cast.intake, comment, { verdict: "HIDE", ground: "PERSONAL_DATA" });
    const reader = await as(null);
    for (const path of [page, `/vi/initiatives/${code}/voice`]) {
      await goTo(reader, path);
      expect(await mainOf(reader)).toContain(REASON);
      expect(await reader.content()).not.toContain("0900 000 000");
      expect(await reader.content()).not.toContain("Người viết");
    }
    await expectAccessible(reader);

    const writing = await as(writer);
    await goTo(writing, page);
    await writing.fill("#appeal [name=reason]", "Địa chỉ ấy là của cơ quan, đã công bố.");
    await press(writing, "button[value=appeal]");
    expect(await writing.locator("button[value=appeal]").count()).toBe(0);
    await officer.reload();
    expect(await officer.locator("[name=verdict]").count()).toBe(0);
    const second = await anActor("Cán bộ thứ hai", ["INTAKE"], cast.intakeBody);
    const other = await judged(second, comment, { verdict: "RESTORE" });
    await goTo(reader, page);
    expect(await mainOf(reader)).toContain("0900 000 000");
    for (const one of [reporting, officer, reader, writing, other]) await one.context().close();
  });

  /** An officer finds the comment on the desk and decides with a reason. */
  async function judged(officer: Actor, comment: string, choice: { verdict: string; ground?: string }): Promise<Page> {
    const page = await walk().as(officer);
    await goTo(page, "/vi/desk/moderation");
    await press(page, `a[href="/vi/desk/moderation/${comment}"]`);
    await page.check(`[name=verdict][value=${choice.verdict}]`);
    await pressInVain(page, "main form .actions button");
    await expectAccessible(page);
    if (choice.ground) await page.selectOption("[name=ground]", choice.ground);
    await page.fill("[name=reason]", REASON);
    await press(page, "main form .actions button");
    expect(await page.locator("[name=verdict]").count()).toBe(0);
    return page;
  }
});
