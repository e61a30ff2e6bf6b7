import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

const LEAD = "dai-dien.den-dom";
const VERIFIER = "kiem-chung";
const SEND = "main form .actions button";

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", LIMITS: "sign-in=1000/60" });
}, 240_000);
afterAll(() => portal?.stop());

describe.runIf(chromiumPath())("a milestone (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function signedIn(account: string, javaScript: boolean): Promise<Page> {
    const page = await (await visitor(browser, { javaScript })).newPage();
    await page.goto(`${portal.url}/vi/sign-in`);
    await page.fill("main [name=email]", `${account}@ba-nha.example`);
    await page.fill("main [name=password]", DEMO_PASSWORD);
    await press(page, "main button[type=submit]");
    return page;
  }

  /** The milestones of the demonstration's partnership on new materials, found as a reader finds them. */
  async function milestones(page: Page): Promise<string> {
    await page.goto(`${portal.url}/vi/partnerships?product=21-S18`);
    await press(page, "main .hit h3 a");
    await press(page, "main a[href$='/milestones']");
    await expectAccessible(page);
    return page.url();
  }

  // both ways leave it as they found it: reported, waiting for the verifier
  test.each([true, false])(
    "is returned by somebody who is no party and reported anew, everything typed kept; with JavaScript: %s",
    { timeout: 180_000 },
    async (javaScript) => {
      const verifier = await signedIn(VERIFIER, javaScript);
      const here = await milestones(verifier);
      await press(verifier, "main a[href$='/milestones/judge']");
      await verifier.check("main [name=judgement][value=RETURNED]");
      await verifier.fill("main [name=note]", "Thiếu.");
      await press(verifier, SEND);
      expect(await verifier.title()).toMatch(/^Lỗi: /);
      expect(await verifier.inputValue("main [name=note]")).toBe("Thiếu.");
      await expectAccessible(verifier);
      const reason = `Biên bản thiếu chữ ký của đơn vị đo (${javaScript ? "lần một" : "lần hai"}).`;
      await verifier.fill("main [name=note]", reason);
      await press(verifier, SEND);
      expect(await verifier.textContent("#milestones")).toContain(reason);

      const lead = await signedIn(LEAD, javaScript);
      await lead.goto(here);
      expect(await lead.locator("main a[href$='/milestones/judge']").count()).toBe(0);
      await press(lead, "main a[href$='/milestones/complete']");
      await lead.fill("main [name=statement]", "Các bên đã làm xong mọi việc nêu trong thỏa thuận và đã bàn giao.");
      await press(lead, SEND);
      expect(await lead.textContent(".sum")).toMatch(/chưa đạt và chưa được miễn: 2, 3/);
      await lead.goto(`${here}/report`);
      await lead.fill("main [name=note]", "Đã bổ sung chữ ký của đơn vị đo vào biên bản chạy thử.");
      await press(lead, SEND);
      expect(await lead.textContent("#milestones")).toContain("Đã bổ sung chữ ký");

      const reader = await (await visitor(browser, { javaScript })).newPage();
      await reader.goto(here);
      expect(await reader.textContent("#milestones")).toContain(reason);
      expect(await reader.locator("main a[href*='/milestones/']").count()).toBe(0);
      for (const page of [verifier, lead, reader]) await page.context().close();
    },
  );
});
