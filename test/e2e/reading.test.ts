import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

describe.runIf(chromiumPath())("the portal read in a browser (needs Chromium)", () => {
  let portal: TestPortal;
  let browser: Browser;

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  test("the six areas answer in three languages, accessibly, also with nothing in them", async () => {
    const context = await visitor(browser, { javaScript: true });
    const page = await context.newPage();
    const pages = ["", "/obligations", "/record", "/monitoring"];
    for (const lang of ["vi", "en", "fr"]) {
      for (const path of pages) {
        const answer = await page.goto(`${portal.url}/${lang}${path}`);
        expect([answer?.status(), `${lang}${path}`]).toEqual([200, `${lang}${path}`]);
        expect(await page.getAttribute("html", "lang")).toBe(lang);
        await expectAccessible(page);
      }
    }
    await context.close();
  });

  test("the language switch keeps the place", async () => {
    const context = await visitor(browser, { javaScript: false });
    const page = await context.newPage();
    await page.goto(`${portal.url}/vi/obligations?view=over`);
    await press(page, "a[hreflang=fr]");
    expect(page.url()).toBe(`${portal.url}/fr/obligations?view=over`);
    await context.close();
  });
});
