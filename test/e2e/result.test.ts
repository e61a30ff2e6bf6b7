import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

const DESCRIPTION =
  "Thiết bị gồm cảm biến quang, quạt hút và bộ tự hiệu chuẩn theo độ ẩm; giá thành bằng một phần mười trạm nhập khẩu.";
const PICTURED = "Máy đo bụi treo trên tường lớp học";
const NOTE = "Đã xem hợp đồng bán và đo lại hai máy tại trường.";

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", LIMITS: "sign-in=1000/60,sign-up=1000/60" });
}, 240_000);
afterAll(() => portal?.stop());

describe.runIf(chromiumPath())("a result, from its name to the market (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  /** A page of somebody of the demonstration, signed in through the form. */
  async function as(name: string, javaScript: boolean): Promise<Page> {
    const context = await visitor(browser, { javaScript });
    const page = await context.newPage();
    await page.goto(`${portal.url}/vi/sign-in`);
    await page.fill("main [name=email]", `${name}@ba-nha.example`);
    await page.fill("main [name=password]", DEMO_PASSWORD);
    await press(page, "main button[type=submit]");
    expect(page.url()).not.toContain("sign-in");
    return page;
  }

  /** Fills and chooses, sends with the button of that value, and checks where that leads. */
  async function send(page: Page, button: string, fields: Record<string, string>, chosen: Record<string, string> = {}) {
    for (const [name, value] of Object.entries(chosen)) await page.selectOption(`main [name="${name}"]`, value);
    for (const [name, value] of Object.entries(fields)) await page.fill(`main [name="${name}"]`, value);
    await press(page, `main button[value="${button}"]`);
  }

  async function start(page: Page, title: string, check: () => Promise<void>): Promise<string> {
    await page.goto(`${portal.url}/vi/results/new`);
    await check();
    await press(page, "main .actions button");
    expect(await page.title()).toMatch(/^Lỗi: /);
    await check();
    await page.fill("main [name=title]", title);
    await page.check("main [name=resultType][value=PRODUCT]");
    await press(page, "main .actions button");
    return /KQ-\d{4}-\d{4,}/.exec(page.url())?.[0] ?? "";
  }

  /** Writes every part, refused three times on the way with the typed text kept, and submits. Gives the code. */
  async function write(page: Page, title: string, check: () => Promise<void>): Promise<string> {
    const code = await start(page, title, check);
    const at = (path: string) => `${portal.url}/vi/results/${code}/${path}`;
    await check();
    await send(page, "next", { teaser_vi: "Đo bụi mịn, sai số dưới 8 % so với trạm chuẩn.", description: DESCRIPTION });
    expect(page.url()).toBe(at("edit/classification"));
    await check();
    await page.check("main [name=productCodes][value='21-S13']");
    await send(page, "next", { originInitiative: "SK-2026-9999" }, { fordCode: "2.7" });
    expect(await page.textContent(".sum")).toContain("Không tìm thấy mã này");
    await send(page, "next", { originInitiative: "" });
    expect(page.url()).toBe(at("edit/audience"));
    await page.check("main [name=needs][value=LICENCE]");
    await check();
    await send(page, "next", { competitiveAdvantage: "Giá bằng một phần mười trạm nhập khẩu." });
    const level = { "readiness[1].level": "6" };
    await send(
      page,
      "next",
      { "readiness[1].onDate": "31/02/2026", "readiness[1].evidence": "Biên bản tại ba trường" },
      level,
    );
    expect(await page.getAttribute(".sum a", "href")).toBe("#f-readiness-1-onDate");
    expect(await page.inputValue("main [name='readiness[1].onDate']")).toBe("31/02/2026");
    await check();
    await send(page, "next", { "readiness[1].onDate": "30/09/2026" });
    const author = { "authors[1].name": "Nhóm cảm biến", "authors[1].contribution": "33,3333" };
    await send(page, "save", { "authors[0].contribution": "66.6666", ...author });
    expect(await page.textContent("main")).toContain("99,9999");
    await check();
    await page.goto(at("check"));
    await press(page, "main form .actions button");
    expect(await page.textContent(".sum")).toContain("đúng 100");
    await page.goto(at("edit/authors"));
    await send(page, "save", { "authors[1].contribution": "33,3334" });
    await page.goto(at("edit/exploitation"));
    const act = { "acts[0].onDate": "01/11/2026", "acts[0].evidence": "Hợp đồng bán 200 máy" };
    await send(page, "next", { ...act, "acts[0].revenue": "1,5 tỷ" }, { "acts[0].kind": "SALE" });
    await showRightAndPicture(page, at, check);
    await page.goto(at("check"));
    await check();
    await press(page, "main form .actions button");
    expect(page.url()).toBe(at("receipt"));
    expect(await page.textContent(".clock")).toContain("Trung tâm Xác minh kết quả Mái Lá");
    await check();
    return code;
  }

  /** A right with its owner and its filing, and a photograph with the words for those who do not see it. */
  async function showRightAndPicture(page: Page, at: (path: string) => string, check: () => Promise<void>) {
    await page.goto(at("edit/rights"));
    const right = { "rights[0].owner1": "Trường Đại học Sông Mây", "rights[0].share1": "100" };
    const kinds = { "rights[0].kind": "PATENT", "rights[0].event1": "FILED" };
    await send(page, "save", { ...right, "rights[0].eventOn1": "02/01/2026" }, kinds);
    await page.goto(at("edit/files"));
    const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#385e4a" } })
      .jpeg()
      .toBuffer();
    await page.setInputFiles("main input[name=file]", { name: "IMG_1.jpg", mimeType: "image/jpeg", buffer });
    await press(page, "main button[value=save]");
    await check();
    await send(page, "next", { "files[0].title": PICTURED });
    expect(page.url()).toBe(at("edit/publication"));
  }

  test.each([true, false])("with JavaScript: %s", { timeout: 240_000 }, async (javaScript) => {
    const title = `Thiết bị đo bụi mịn cho trường học ${javaScript ? "một" : "hai"}`;
    const host = await as("dai-dien.song-may", javaScript);
    const code = await write(host, title, () => (javaScript ? expectAccessible(host) : Promise.resolve()));
    const reader = await (await visitor(browser, { javaScript })).newPage();
    expect((await reader.goto(`${portal.url}/vi/results/${code}`))?.status()).toBe(404);

    const officer = await as("xac-minh", javaScript);
    const check = () => (javaScript ? expectAccessible(officer) : Promise.resolve());
    await officer.goto(`${portal.url}/vi/desk/results`);
    expect(await officer.textContent("main")).toContain(title);
    await check();
    await officer.goto(`${portal.url}/vi/desk/results/${code}`);
    await check();
    await officer.fill("main [name='missing[3].message']", "Gửi thêm biên bản có dấu của ba trường.");
    await press(officer, "main button[value=return]");
    await host.goto(`${portal.url}/vi/results/${code}/edit`);
    expect(await host.textContent(".note")).toContain("Gửi thêm biên bản có dấu");
    await host.goto(`${portal.url}/vi/results/${code}/check`);
    await press(host, "main form .actions button");

    await officer.goto(`${portal.url}/vi/desk/results/${code}`);
    await officer.fill("main [name=note]", "Được.");
    await press(officer, "main button[value=verify-publish]");
    expect(await officer.title()).toMatch(/^Lỗi: /);
    expect(await officer.inputValue("main [name=note]")).toBe("Được.");
    await check();
    await officer.check("main [name=actIds]");
    await officer.fill("main [name=note]", NOTE);
    await press(officer, "main button[value=verify-publish]");
    expect(officer.url()).toBe(`${portal.url}/vi/results/${code}`);

    await reader.goto(`${portal.url}/en/results/${code}`);
    const page = (await reader.textContent("main")) ?? "";
    for (const words of [title, NOTE, "On the market", "66.6666%", "1,500,000,000", "Nhóm cảm biến", "Licence"])
      expect(page).toContain(words);
    const picture = reader.locator(".gallery img");
    expect(await picture.getAttribute("alt")).toBe(PICTURED);
    const source = await picture.getAttribute("src");
    expect((await reader.request.get(`${portal.url}${source}`)).headers()["content-type"]).toBe("image/webp");
    if (javaScript) await expectAccessible(reader);
    await reader.goto(`${portal.url}/vi/results?commercialised=true&product=21-S13`);
    expect(await reader.textContent("main")).toContain(title);
    for (const one of [host, officer, reader]) await one.context().close();
  });

  test("catalogue, product, parameters and list read well in three languages, at 320 px too", async () => {
    for (const width of [1280, 320]) {
      const page = await (await visitor(browser, { javaScript: true, width })).newPage();
      for (const lang of ["vi", "en", "fr"]) {
        for (const path of [
          "/results",
          "/catalogue",
          "/catalogue?edition=1131-2025",
          "/catalogue/21-S18",
          "/catalogue/parameters",
        ]) {
          expect((await page.goto(`${portal.url}/${lang}${path}`))?.status()).toBe(200);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
          expect([wide, `${lang}${path} at ${width}`]).toEqual([false, `${lang}${path} at ${width}`]);
          if (lang === "vi") await expectAccessible(page);
        }
      }
      await page.context().close();
    }
  }, 180_000);
});
