import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

const SCHOOL = "song-may";
const STATE = "quy-mai-ngoi";

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", LIMITS: "sign-in=1000/60" });
}, 240_000);
afterAll(() => portal?.stop());

describe.runIf(chromiumPath())("a call, from its draft to what its answer leads to (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function representative(key: string, javaScript: boolean): Promise<Page> {
    const page = await (await visitor(browser, { javaScript })).newPage();
    await page.goto(`${portal.url}/vi/sign-in`);
    await page.fill("main [name=email]", `dai-dien.${key}@ba-nha.example`);
    await page.fill("main [name=password]", DEMO_PASSWORD);
    await press(page, "main button[type=submit]");
    return page;
  }

  /** The school writes a call, is told what is amiss with everything kept, and publishes it. Gives its address. */
  async function publish(page: Page, title: string): Promise<string> {
    await page.goto(`${portal.url}/vi/partnerships/calls/new`);
    await page.fill("main [name=title_vi]", title);
    await page.fill(
      "main [name=text_vi]",
      "Trường có mô hình tiếng Việt đã chấm theo bộ đề công khai và cần vốn cùng nơi chạy thử ở mười xã trong một năm.",
    );
    await page.fill("main [name=amount]", "3 tỷ");
    await page.fill("main [name=closesOn]", "31/12/2099");
    await press(page, "main form .actions button");
    expect(await page.title()).toMatch(/^Lỗi: /);
    expect(await page.getAttribute(".sum a", "href")).toBe("#f-amount");
    expect(await page.inputValue("main [name=title_vi]")).toBe(title);
    await expectAccessible(page);
    await page.check("main [name=needs][value=CAPITAL]");
    await press(page, "main form .actions button");
    expect(page.url()).toMatch(/\/calls\/HT-\d{4}-\d{4,}$/);
    await press(page, "main button[value=publish]");
    expect(await page.textContent("main .eyebrow")).toContain("Đang mở");
    return page.url();
  }

  /** The fund finds it in the list and says what it would bring. Gives the address of its interest. */
  async function express(page: Page, title: string): Promise<string> {
    await page.goto(`${portal.url}/vi/partnerships/calls`);
    await page.fill("main [name=q]", title);
    await press(page, "main form.find button");
    await press(page, "main .hit h3 a");
    await page.fill("main [name=message]", "Góp được.");
    await press(page, "main button[value=interest]");
    expect(await page.inputValue("main [name=message]")).toBe("Góp được.");
    const message = "Quỹ góp được một nửa số vốn này, giải ngân theo ba mốc đã kiểm chứng.";
    await page.fill("main [name=message]", message);
    await press(page, "main button[value=interest]");
    await expectAccessible(page);
    await press(page, "#interests a[href*='/interests/']");
    expect(await page.textContent("#message")).toContain(message);
    return page.url();
  }

  /** The school reads it and accepts; both are led on. */
  async function accept(page: Page, interest: string): Promise<void> {
    await page.goto(interest);
    await press(page, "main button[value=answer]");
    expect(await page.title()).toMatch(/^Lỗi: /);
    await expectAccessible(page);
    await page.check("main [name=outcome][value=ACCEPTED]");
    await page.fill("main [name=answer]", "Mời Quỹ lập dự án cùng Trường.");
    await press(page, "main button[value=answer]");
    expect(await page.textContent("main .eyebrow")).toContain("Đã nhận lời");
    await expectAccessible(page);
  }

  test.each([
    ["with JavaScript", true],
    ["without JavaScript", false],
  ])(
    "goes all the way %s",
    async (_how, javaScript) => {
      const title = `Tìm vốn cho trợ lý tiếng Việt ${javaScript ? "một" : "hai"}`;
      const school = await representative(SCHOOL, javaScript);
      const call = await publish(school, title);
      const fund = await representative(STATE, javaScript);
      const interest = await express(fund, title);

      const stranger = await (await visitor(browser, { javaScript })).newPage();
      await stranger.goto(call);
      const seen = await stranger.textContent("main");
      expect(seen).toContain("1 tổ chức quan tâm");
      expect(seen).not.toContain("giải ngân theo ba mốc");
      expect(await stranger.locator("#interests").count()).toBe(0);
      await expectAccessible(stranger);

      await accept(school, interest);
      await press(school, "#next a.btn");
      expect(await school.inputValue("main [name=title_vi]")).toBe(title);
      await school.selectOption("main [name=form]", "CONTRACT_CONSORTIUM");
      await press(school, "main form .actions button");
      expect(school.url()).toMatch(/\/manage\?organisation=[\da-f-]{36}#invite$/);
      expect(await school.inputValue("main [name=organisationId]")).toMatch(/^[\da-f-]{36}$/);
      await press(school, "main button[value=invite]");
      expect(await school.textContent("#members")).toContain("đã mời, chưa trả lời");

      await fund.goto(`${portal.url}/vi/me/calls`);
      expect(await fund.textContent("#interests")).toContain("Đã nhận lời");
      await expectAccessible(fund);
      for (const page of [school, fund, stranger]) await page.context().close();
    },
    180_000,
  );
});
