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

describe.runIf(chromiumPath())("an initiative while it is typed, in a browser (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test("what is similar follows the typing where scripts run, and stands on the check page where none do", async () => {
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

  test("a draft saves itself, and a form from an older window overwrites nothing", { timeout: 120_000 }, async () => {
    const page = await signedIn(true, "nha-khoa-hoc-ba");
    const context = page.context();
    await page.goto(`${portal.url}/vi/submit`);
    await page.check("main input[value=ORDINARY]");
    await press(page, "main form .actions button");
    const address = page.url().replace("/applicant", "/solution");
    const older = await context.newPage();
    await older.goto(address);
    await page.goto(address);
    await page.fill("[name=solution]", "Viết ở cửa sổ thứ nhất");
    await page.locator("[data-autosave-status]", { hasText: "Đã lưu lúc" }).waitFor();
    await page.reload();
    expect(await page.inputValue("[name=solution]")).toBe("Viết ở cửa sổ thứ nhất");
    await older.fill("[name=solution]", "Viết ở cửa sổ thứ hai");
    await press(older, "main form .actions button >> nth=1");
    expect(await older.title()).toMatch(/^Lỗi: /);
    expect(await older.inputValue("[name=solution]")).toBe("Viết ở cửa sổ thứ hai");
    expect(await older.textContent(".note")).toContain("Viết ở cửa sổ thứ nhất");
    await expectAccessible(older);
    await press(older, "main form .actions button >> nth=1");
    expect(older.url()).toBe(`${portal.url}/vi/me/initiatives`);
    await page.goto(address);
    expect(await page.inputValue("[name=solution]")).toBe("Viết ở cửa sổ thứ hai");
    await context.close();
  });

  test("a form sent while it saves itself waits for the version that the saving brings", {
    timeout: 120_000,
  }, async () => {
    const page = await signedIn(true, "nha-khoa-hoc-ba");
    const context = page.context();
    await page.goto(`${portal.url}/vi/submit`);
    await page.check("main input[value=ORDINARY]");
    await press(page, "main form .actions button");
    await page.goto(page.url().replace("/applicant", "/solution"));
    await page.route("**/save", async (route) => {
      const answer = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await route.fulfill({ response: answer });
    });
    const saving = page.waitForRequest(/\/save$/);
    await page.fill("[name=solution]", "Gửi trong lúc đang tự lưu");
    await saving;
    await page.fill("[name=solution]", "Gửi trong lúc đang tự lưu, thêm một câu");
    await press(page, "main form .actions button >> nth=1");
    expect(page.url()).toBe(`${portal.url}/vi/me/initiatives`);
    await page.goBack();
    await page.reload();
    expect(await page.inputValue("[name=solution]")).toBe("Gửi trong lúc đang tự lưu, thêm một câu");
    await context.close();
  });

  async function signedIn(javaScript: boolean, name = "nha-khoa-hoc"): Promise<Page> {
    const page = await (await visitor(browser, { javaScript })).newPage();
    await page.goto(`${portal.url}/vi/sign-in`);
    await page.fill("main [name=email]", `${name}@ba-nha.example`);
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
