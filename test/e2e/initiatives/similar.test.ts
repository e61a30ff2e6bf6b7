import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", LIMITS: "sign-in=1000/60,sign-up=1000/60" });
}, 240_000);
afterAll(() => portal?.stop());

describe.runIf(chromiumPath())("what is similar, in a browser (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test("it follows the typing where scripts run, and stands on the check page where none do", async () => {
    const writing = await signedIn(true);
    const title = await aPublicTitle(writing);
    const code = await aDraft(writing);
    await writing.goto(`${portal.url}/vi/submit/${code}/summary`);
    await writing.fill("[name=title_vi]", title);
    await writing.waitForSelector("[data-similar] li a[href*='/initiatives/SK-']");
    expect(await writing.textContent("[data-similar]")).toContain(title);
    await expectAccessible(writing);
    await writing.fill("[name=title_vi]", "Công thức nấu phở gia truyền");
    await writing.waitForSelector("[data-similar] ul[hidden]", { state: "attached" });
    await writing.fill("[name=title_vi]", title);
    await writing.waitForSelector("[data-similar] li");

    const scriptless = await signedIn(false);
    for (const page of ["summary", "check"]) {
      await scriptless.goto(`${portal.url}/vi/submit/${code}/${page}`);
      expect(await scriptless.textContent("#similar li")).toContain(title);
      await expectAccessible(scriptless);
    }
  }, 120_000);

  async function signedIn(javaScript: boolean): Promise<Page> {
    const page = await (await visitor(browser, { javaScript })).newPage();
    await page.goto(`${portal.url}/vi/sign-in`);
    await page.fill("main [name=email]", "nha-khoa-hoc@ba-nha.example");
    await page.fill("main [name=password]", DEMO_PASSWORD);
    await press(page, "main button[type=submit]");
    await page.waitForURL((url) => !url.pathname.includes("sign-in"));
    return page;
  }

  /** A decided initiative of the demonstration, by the index that has it. */
  async function aPublicTitle(page: Page): Promise<string> {
    await page.goto(`${portal.url}/vi/search?type=initiative`);
    return (await page.textContent("main .hit h3 a >> nth=0"))?.trim() ?? "";
  }

  async function aDraft(page: Page): Promise<string> {
    await page.goto(`${portal.url}/vi/submit`);
    await page.check("main input[value=ORDINARY]");
    await press(page, "main form .actions button");
    await page.waitForURL(/SK-\d{4}-\d{4,}/);
    return /SK-\d{4}-\d{4,}/.exec(page.url())?.[0] ?? "";
  }
});
