import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemoAccount } from "#app/demo/accounts.server.ts";
import { screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { sendDigests } from "#app/domain/notices/digest/send.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { listLetters, mailFolder } from "#app/platform/mail/mail-folder.server.ts";
import { closeDatabase, db, openDatabase } from "#prisma/client.server.ts";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";
import { aCast } from "#test/support/initiative-cast.ts";

let portal: TestPortal;
let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "off", LIMITS: "sign-in=1000/60" });
  setEnvironment(readEnvironment({ NODE_ENV: "test", BASE_URL: portal.url }));
  openDatabase(portal.database.appUrl);
  cast = await aCast();
});
afterAll(async () => {
  await closeDatabase();
  await portal?.stop();
});

/** Eight in the morning in Vietnam, tomorrow or the days after. */
function morning(days: number): Date {
  const at = new Date(Date.now() + days * 86_400_000);
  at.setUTCHours(1, 0, 0, 0);
  return at;
}

async function digestLink(to: string): Promise<string> {
  for (let turn = 0; turn < 100; turn += 1) {
    const letters = await listLetters(mailFolder(portal.dataFolder));
    const texts = letters.filter((letter) => letter.to === to).map((letter) => letter.text);
    const found = texts.map((text) => /\/vi\/unsubscribe\/[\w-]{43}/.exec(text)?.[0]).find(Boolean);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no digest came to ${to}`);
}

async function frequencyOf(personId: string): Promise<string | undefined> {
  return (await db().digestChoice.findUnique({ where: { personId } }))?.frequency;
}

function post(path: string, headers: Record<string, string>): Promise<Response> {
  const body = "List-Unsubscribe=One-Click";
  const type = { "Content-Type": "application/x-www-form-urlencoded" };
  return fetch(portal.url + path, { method: "POST", body, headers: { ...type, ...headers }, redirect: "manual" });
}

const FOREIGN: Record<string, string>[] = [
  {},
  { Origin: "null", "Sec-Fetch-Site": "cross-site" },
  { Origin: "https://mail.example", Cookie: "a=b" },
];

describe.runIf(chromiumPath())("following and being told (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function signIn(page: Page, email: string): Promise<void> {
    await page.fill("main [name=email]", email);
    await page.fill("main [name=password]", DEMO_PASSWORD);
    await press(page, "main button[type=submit]");
  }

  test.each([true, false])("with JavaScript: %s", { timeout: 90_000 }, async (javaScript) => {
    const reader = await openDemoAccount({ email: `ban-doc-${javaScript}@vi-du.test`, name: "Bạn đọc" });
    const code = await submitInitiative(cast.proposer);
    const context = await visitor(browser, { javaScript });
    const page = await context.newPage();
    const here = `${portal.url}/vi/initiatives/${code}`;
    const unread = () => page.locator("header .unread").allTextContents();

    await page.goto(here);
    await press(page, "text=Đăng nhập để theo dõi");
    await signIn(page, reader.email);
    expect(page.url()).toBe(here);
    await press(page, "#follow button");
    expect(page.url()).toBe(`${here}#follow`);
    expect(await page.textContent("#follow")).toContain("Bạn đang theo dõi");
    expect(await page.textContent("footer")).not.toContain("Đăng nhập");
    await expectAccessible(page);
    const feed = await fetch(`${here}.atom`);
    expect([feed.status, feed.headers.get("Content-Type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);

    await screenAs(cast, code);
    await page.goto(`${portal.url}/vi/me`);
    expect(await unread()).toEqual(["1"]);
    expect(await page.textContent("#news")).toContain("Hồ sơ hợp lệ");
    await expectAccessible(page);
    await press(page, "header >> text=Thông báo");
    await expectAccessible(page);
    await press(page, "text=Đánh dấu đã đọc tất cả");
    expect(await unread()).toEqual([]);
    expect(await page.textContent("#news")).toContain("Bạn đã đọc hết");

    await press(page, "main >> text=Chọn cách nhận thông báo");
    await page.uncheck("[name=byMail][value=voice]");
    await page.check("[name=frequency][value=WEEKLY]");
    await press(page, "main button[type=submit]");
    expect(await page.textContent("main")).toContain("Đã lưu lựa chọn");
    expect(await page.isChecked("[name=byMail][value=voice]")).toBe(false);
    await expectAccessible(page);
    expect(await frequencyOf(reader.personId)).toBe("WEEKLY");

    await page.goto(`${portal.url}/vi/me/follows`);
    await expectAccessible(page);
    await press(page, `button:has-text("${code}")`);
    expect(page.url()).toBe(`${portal.url}/vi/me/follows`);
    expect(await page.textContent("main")).toContain("Bạn chưa theo dõi mục nào");
    await context.close();
  });

  test("a digest is ended from its own link, on a page that changes nothing until its button is pressed", async () => {
    const reader = await openDemoAccount({ email: "nhan-thu@vi-du.test", name: "Bạn đọc" });
    const code = await submitInitiative(reader);
    await db().notice.create({
      data: {
        ...{ personId: reader.personId, event: "comment.posted", eventGroup: "voice" },
        ...{ subjectType: "INITIATIVE", subjectCode: code },
      },
    });
    expect(await sendDigests(morning(1))).toBeGreaterThan(0);
    const link = await digestLink(reader.email);
    const page = await (await visitor(browser, { javaScript: false, width: 320 })).newPage();
    await page.goto(portal.url + link);
    await page.goto(portal.url + link);
    expect(await frequencyOf(reader.personId)).toBeUndefined();
    await expectAccessible(page);
    await press(page, "text=Thôi nhận thư");
    expect(await frequencyOf(reader.personId)).toBe("NEVER");
    expect(await page.textContent(".lede")).toContain("không gửi đến nh…@vi-du.test nữa");
    await expectAccessible(page);
    await page.check("[value=WEEKLY]");
    await press(page, "main button[type=submit]");
    expect(await frequencyOf(reader.personId)).toBe("WEEKLY");

    const oneClick = link.replace("/vi/", "/");
    const shown = await fetch(portal.url + oneClick, { redirect: "manual" });
    expect([shown.status, shown.headers.get("Location")]).toEqual([302, link]);
    for (const headers of FOREIGN) {
      expect((await post(oneClick, headers)).status).toBe(200);
      expect(await frequencyOf(reader.personId)).toBe("NEVER");
    }
    expect((await post(`/unsubscribe/${"x".repeat(43)}`, {})).status).toBe(404);
    for (const path of [link, "/unsubscribe/x", `${oneClick}/x`, "/vi/me/follows"])
      expect((await post(path, { Origin: "https://mail.example" })).status).toBe(403);
  });
});
