import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { LIBRARY } from "#test/search/library.ts";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

const MOST_BYTES = 60_000;

describe.runIf(chromiumPath())("the search in a browser (needs Chromium)", () => {
  let portal: TestPortal;
  let browser: Browser;

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
    openDatabase(portal.database.appUrl);
    await postgresEngine().upsert(LIBRARY.map(versioned));
    await closeDatabase();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  test.each([true, false])("typed, narrowed, sorted and taken back, scripts: %s", async (javaScript) => {
    const context = await visitor(browser, { javaScript });
    const page = await context.newPage();
    await page.goto(`${portal.url}/vi/search`);
    await expectAccessible(page);
    await page.fill("#q", "dat hiem nam cham");
    await page.press("#q", "Enter");
    await page.waitForURL(/q=dat/);
    expect(await page.textContent("#found")).toContain("2");
    expect(await page.locator(".hit mark").allTextContents()).toContain("nam châm đất hiếm");
    await expectAccessible(page);
    await page.check('input[name=type][value="partnership"]');
    await press(page, "text=Áp dụng bộ lọc");
    await page.waitForURL(/type=partnership/);
    expect(await page.locator(".hit").count()).toBe(1);
    await page.selectOption("#sort", "newest");
    await press(page, 'button:text-is("Xếp")');
    await page.waitForURL(/sort=newest/);
    expect(page.url()).toContain("type=partnership");
    await press(page, ".applied a");
    await page.waitForURL((url) => !url.searchParams.has("type"));
    expect(await page.locator(".hit").count()).toBe(2);
    await press(page, "a[hreflang=en]");
    expect(page.url()).toContain("/en/search?q=dat");
    expect(await page.textContent("#found")).toContain("2 results");
    await context.close();
  });

  test("a slip is put right, nothing found says what to do, and both are accessible on a phone", async () => {
    const context = await visitor(browser, { javaScript: true, width: 320 });
    const page = await context.newPage();
    for (const lang of ["vi", "en", "fr"]) {
      await page.goto(`${portal.url}/${lang}/search?q=semikondutktor`);
      expect(await page.textContent(".mean")).toContain("semiconductor");
      await expectAccessible(page);
      await page.goto(`${portal.url}/${lang}/search?q=zzzzzz&type=result`);
      expect(await page.locator(".empty").count()).toBe(1);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
    }
    await context.close();
  });

  test("while it is typed, titles are offered that lead to their things, by keyboard too", async () => {
    const context = await visitor(browser, { javaScript: true, width: 360 });
    const page = await context.newPage();
    await page.goto(`${portal.url}/vi/search`);
    await page.locator("#q").pressSequentially("nam cham");
    await page.waitForSelector(".titles a");
    await expectAccessible(page);
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toMatch(
      /^\/vi\/\w+\/(KQ|DA)-2026-\d+$/,
    );
    await page.keyboard.press("Escape");
    expect(await page.locator(".titles").isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
    await context.close();
  });

  test("the page is light, and a marked match is text whatever was typed", async () => {
    const answer = await fetch(
      `${portal.url}/vi/search?q=${encodeURIComponent('<img src=x onerror="alert(1)"> pin')}`,
      {
        headers: { "Accept-Encoding": "gzip" },
      },
    );
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).not.toContain("<img src=x");
    expect(html.length).toBeLessThan(MOST_BYTES);
  });
});
