import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", LIMITS: "sign-in=1000/60,sign-up=1000/60" });
}, 240_000);
afterAll(() => portal?.stop());

describe.runIf(chromiumPath())("whose turn it is, and more time for it (needs Chromium)", () => {
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
    await press(page, "main button[type=submit]");
    return { page, context };
  }

  test("the board, its filter, the calendar and a clock are accessible in three languages", async () => {
    const context = await visitor(browser, { javaScript: true });
    const page = await context.newPage();
    for (const lang of ["vi", "en", "fr"]) {
      await page.goto(`${portal.url}/${lang}/obligations?view=over`);
      await expectAccessible(page);
    }
    await page.goto(`${portal.url}/vi/catalogue/working-days`);
    expect(await page.textContent("#y2027")).toContain("tạm tính");
    await expectAccessible(page);
    await page.goto(`${portal.url}/vi/obligations`);
    await page.selectOption("main [name=kind]", "INTAKE_CHECK");
    await press(page, "main .bar-f button");
    expect(new URL(page.url()).searchParams.get("kind")).toBe("INTAKE_CHECK");
    await press(page, "#each table .what >> nth=0");
    expect(await page.textContent("h1")).toBe("Kiểm tra hồ sơ hợp lệ");
    await expectAccessible(page);
    await context.close();
  });

  test.each([
    [true, "-1"],
    [false, "-2"],
  ] as const)("intake asks, its head grants, the date moves in public (scripts: %s)", async (scripts, which) => {
    const asking = await as("tiep-nhan", scripts);
    await asking.page.goto(`${portal.url}/vi/obligations`);
    await press(asking.page, `#yours .board .what:has-text('Kiểm tra hồ sơ hợp lệ') >> nth=${which}`);
    const address = asking.page.url();
    await asking.page.fill("main [name=reason]", "quá ngắn");
    await press(asking.page, "#extension button[type=submit]");
    expect(await asking.page.title()).toMatch(/^Lỗi: /);
    expect(await asking.page.inputValue("main [name=reason]")).toBe("quá ngắn");
    await expectAccessible(asking.page);
    const due = await asking.page.getAttribute(".ticks li:has-text('hạn gốc') time", "datetime");
    const later = new Date(Date.parse(`${due}T00:00:00Z`) + 20 * 86_400_000).toISOString().slice(0, 10);
    await asking.page.fill("main [name=untilOn]", later);
    await asking.page.fill("main [name=reason]", "Hồ sơ dày, hai cán bộ đi công tác nên cần thêm thời gian.");
    await press(asking.page, "#extension button[type=submit]");
    expect(await asking.page.textContent("#history")).toContain("xin gia hạn đến");
    await asking.context.close();

    const answering = await as("truong-tiep-nhan", scripts);
    await answering.page.goto(address);
    await expectAccessible(answering.page);
    await answering.page.check("main [name=answer][value=granted]");
    await answering.page.fill("main [name=reason]", "Lý do rõ ràng; báo tiến độ mỗi tuần một lần.");
    await press(answering.page, "#extension button[type=submit]");
    expect(await answering.page.textContent("#history")).toContain("cho gia hạn đến");
    expect(await answering.page.locator("#extension").count()).toBe(0);
    await answering.context.close();
  });
});
