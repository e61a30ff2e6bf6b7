import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { chromiumPath, expectAccessible, launchBrowser, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

const QUESTION = "Khi mất điện lưới ba ngày liền thì số liệu cũ có mất không, và ai đến lấy?";
const REPLY = "Số liệu nằm trong bộ nhớ tại chỗ nên không mất; trạm khuyến nông lấy mỗi tuần.";

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", LIMITS: "sign-in=1000/60,sign-up=1000/60,comment=1000/60" });
}, 240_000);
afterAll(() => portal?.stop());

describe.runIf(chromiumPath())("the public voice of an initiative (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function as(name: string, javaScript: boolean): Promise<{ page: Page; context: BrowserContext }> {
    const context = await visitor(browser, { javaScript });
    const page = await context.newPage();
    await page.goto(`${portal.url}/vi/sign-in`);
    await page.fill("main [name=email]", `${name}@ba-nha.example`);
    await page.fill("main [name=password]", DEMO_PASSWORD);
    await page.click("main button[type=submit]");
    return { page, context };
  }

  /** The newest accepted initiative of the printed scientist, who answers for it. */
  async function anInitiative(page: Page): Promise<string> {
    await page.goto(`${portal.url}/vi/me/initiatives`);
    const row = page.locator("main tr, main li", { hasText: "Chấp nhận" }).first();
    return /SK-\d{4}-\d{4,}/.exec((await row.textContent()) ?? "")?.[0] ?? "";
  }

  test.each([true, false])(
    "is given, asked, answered and taken back, with JavaScript: %s",
    { timeout: 240_000 },
    async (javaScript) => {
      const proposer = await as("nha-khoa-hoc", javaScript);
      const code = await anInitiative(proposer.page);
      expect(code).not.toBe("");
      const voice = `${portal.url}/vi/initiatives/${code}/voice`;
      const { page, context } = await as("kiem-toan", javaScript);
      const check = async (shown: Page) => (javaScript ? expectAccessible(shown) : undefined);

      await page.goto(voice);
      await check(page);
      await page.click("button[value=support]");
      expect(await page.textContent("main aside")).toContain("Bạn ủng hộ bản");
      await page.click("button[value=unsupport]");
      expect(await page.textContent("main aside")).not.toContain("Bạn ủng hộ bản");

      await page.click("button[value=comment]");
      expect(await page.title()).toMatch(/^Lỗi: /);
      await check(page);
      await page.check("[name=stance][value=QUESTION]");
      await page.fill("[name=text]", "ngắn");
      await page.click("button[value=comment]");
      expect(await page.inputValue("[name=text]")).toBe("ngắn");
      await page.check("[name=stance][value=QUESTION]");
      await page.check("[name=addressee][value=PROPOSER]");
      await page.fill("[name=text]", QUESTION);
      await page.click("button[value=comment]");
      const asked = page.locator(".talk", { hasText: QUESTION }).first();
      expect(await asked.textContent()).toContain("Chờ trả lời");
      const comment = (await asked.getAttribute("id")) ?? "";

      await proposer.page.goto(`${portal.url}/vi/comments/${comment}`);
      await check(proposer.page);
      await proposer.page.fill("[name=text]", REPLY);
      await proposer.page.click("button[value=answer]");
      expect(await proposer.page.textContent("main")).toContain(REPLY);

      const anybody = await visitor(browser, { javaScript });
      const reader = await anybody.newPage();
      await reader.goto(`${portal.url}/en/initiatives/${code}`);
      expect(await reader.textContent("#voice")).toContain(REPLY);
      await check(reader);
      await reader.goto(`${portal.url}/fr/initiatives/${code}/voice?stance=QUESTION`);
      expect(await reader.textContent("main")).toContain(QUESTION);
      await check(reader);

      await page.goto(`${portal.url}/vi/comments/${comment}`);
      await page.check("[name=sure]");
      await page.click("button[value=withdraw]");
      expect(page.url()).toBe(voice);
      await reader.reload();
      expect(await reader.textContent("main")).not.toContain(QUESTION);
      for (const one of [proposer.context, context, anybody]) await one.close();
    },
  );
});
