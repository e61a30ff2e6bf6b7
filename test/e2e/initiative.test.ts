import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { briefPdf } from "#app/demo/pdf.ts";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

const PROBLEM =
  "Mùa khô, người vận hành mở cống theo kinh nghiệm vì không có số liệu mặn tại chỗ; mở sớm thì mặn vào ruộng, mở muộn thì thiếu nước.";
const SOLUTION =
  "Một tua-bin nhỏ trong cửa phụ của cống nạp cho pin, đầu dò tự rửa bằng dòng nước mỗi lần cống mở, số liệu gửi năm phút một lần.";
const NOVELTY =
  "Phao đo hiện nay cần pin mặt trời và lau đầu dò mỗi tuần. Bộ đo này lấy điện từ chính cái cống và không ai phải đến lau.";
const REASON = "Giải pháp giải được khó khăn có thật và kiểm chứng được bằng số liệu kèm theo hồ sơ.";

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", LIMITS: "sign-in=1000/60,sign-up=1000/60" });
}, 240_000);
afterAll(() => portal?.stop());

describe.runIf(chromiumPath())("an initiative, from the first word to the public reason (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  /** A page of somebody of the demonstration, signed in through the form. */
  async function as(name: string, javaScript: boolean): Promise<{ page: Page; context: BrowserContext }> {
    const context = await visitor(browser, { javaScript });
    const page = await context.newPage();
    await page.goto(`${portal.url}/vi/sign-in`);
    await page.fill("main [name=email]", `${name}@ba-nha.example`);
    await page.fill("main [name=password]", DEMO_PASSWORD);
    await press(page, "main button[type=submit]");
    await page.waitForURL((url) => !url.pathname.includes("sign-in"));
    return { page, context };
  }

  async function save(page: Page, fields: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await page.fill(`main [name="${name}"]`, value);
    await press(page, "main form .actions button >> nth=0");
  }

  /** Writes a whole draft, refused once on its way, and submits it. Gives its code. */
  async function write(page: Page, title: string, check: () => Promise<void>): Promise<string> {
    await page.goto(`${portal.url}/vi/submit`);
    await check();
    await press(page, "main form .actions button");
    expect(await page.title()).toMatch(/^Lỗi: /);
    await page.check("main input[value=ORDINARY]");
    await press(page, "main form .actions button");
    await page.waitForURL(/SK-\d{4}-\d{4,}/);
    const code = /SK-\d{4}-\d{4,}/.exec(page.url())?.[0] ?? "";
    await check();
    await save(page, {});
    await page.waitForURL(/\/authors$/);
    await save(page, { "authors[0].name": "Nhóm Cửa Sông", "authors[0].part": "thiết kế", "authors[0].share": "99,9" });
    expect(await page.textContent("main")).toContain("99,9");
    await check();
    await save(page, { "authors[0].share": "100" });
    await page.goto(`${portal.url}/vi/submit/${code}/summary`);
    await check();
    await save(page, { title_vi: title, abstract_vi: `${title}: ${PROBLEM}` });
    await save(page, { problem: PROBLEM, publicBenefit: "Người trồng lúa biết độ mặn trước khi lấy nước vào ruộng." });
    await save(page, { solution: SOLUTION, novelty: "Không cần lau đầu dò" });
    expect(await page.title()).toMatch(/^Lỗi: /);
    expect(await page.textContent(".sum")).toContain("hiện mới có 20 ký tự, cần ít nhất 100");
    expect(await page.inputValue("[name=novelty]")).toBe("Không cần lau đầu dò");
    await check();
    await save(page, { novelty: NOVELTY });
    await page.check("[name=maturityTrl][value='6']");
    await page.selectOption("[name=fordCode]", "2.7");
    await page.selectOption("[name=provinceCode]", "86");
    await check();
    await save(page, {});
    await save(page, { requestedFunding: "1,42 tỷ rưỡi", durationMonths: "18" });
    expect(await page.textContent(".sum")).toContain("không đọc được số tiền");
    expect(await page.inputValue("[name=requestedFunding]")).toBe("1,42 tỷ rưỡi");
    await save(page, { requestedFunding: "1,42 tỷ" });
    await check();
    await page.check("[name=filedBeforePublication][value=YES]");
    await page.check("[name=secrecyDeclared]");
    await page.check("[name=consentPublish]");
    await save(page, { ipOwnership: "Nhóm tác giả giữ quyền, cơ quan tài trợ dùng không trả tiền." });
    await attach(page, check);
    await page.goto(`${portal.url}/vi/submit/${code}/check`);
    expect(await page.textContent("main")).toContain("1.420.000.000");
    await check();
    await press(page, "main form .actions button");
    await page.waitForURL(`${portal.url}/vi/submit/${code}/receipt`);
    expect(await page.textContent("main")).toContain(code);
    expect(await page.textContent(".clock")).toContain("Văn phòng Tiếp nhận sáng kiến Ba Gian");
    await check();
    return code;
  }

  async function attach(page: Page, check: () => Promise<void>): Promise<void> {
    await page.waitForURL(/\/files$/);
    await page.setInputFiles("[name=file]", {
      name: "trang.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("<!doctype html><script>alert(1)</script>"),
    });
    await press(page, "main form .actions button");
    expect(await page.textContent(".sum")).toContain("trang.pdf");
    await page.setInputFiles("[name=file]", {
      name: "../bản vẽ.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(briefPdf(crypto.randomUUID())),
    });
    await page.check("[name=level][value=PUBLIC]");
    await press(page, "main form .actions button");
    expect(await page.textContent(".files")).toContain("bản vẽ.pdf");
    await check();
  }

  test.each([true, false])("with JavaScript: %s", { timeout: 240_000 }, async (javaScript) => {
    const title = `Bộ đo độ mặn tự cấp nguồn ${javaScript ? "một" : "hai"}`;
    const proposer = await as("nha-khoa-hoc", javaScript);
    const check = async () => (javaScript ? expectAccessible(proposer.page) : undefined);
    const code = await write(proposer.page, title, check);

    const anybody = await visitor(browser, { javaScript });
    const reader = await anybody.newPage();
    await reader.goto(`${portal.url}/vi/initiatives/${code}`);
    expect(await reader.content()).not.toContain("tự cấp nguồn");
    expect(await reader.textContent(".clock")).toContain("Đang đến lượt");

    await intake(code, javaScript);
    await proposer.page.goto(`${portal.url}/vi/submit/${code}`);
    expect(await proposer.page.textContent("main")).toContain("Thêm bản vẽ mặt cắt");
    await check();
    await answer(proposer.page, code);
    await check();

    await review(code, javaScript);
    await reader.goto(`${portal.url}/en/initiatives/${code}`);
    const page = (await reader.textContent("main")) ?? "";
    for (const words of [title, REASON, SOLUTION, "bản vẽ.pdf", "Version 2", "Accepted"]) expect(page).toContain(words);
    if (javaScript) await expectAccessible(reader);
    const file = await reader.request.get(portal.url + (await reader.getAttribute(".ev a", "href")));
    expect([file.status(), file.headers()["content-disposition"]]).toEqual([
      200,
      "attachment; filename=\"ban ve.pdf\"; filename*=UTF-8''b%E1%BA%A3n%20v%E1%BA%BD.pdf",
    ]);
    for (const { context } of [proposer]) await context.close();
    await anybody.close();
  });

  /** Every item of the return gets an answer or another text before the file goes back, and not earlier. */
  async function answer(page: Page, code: string): Promise<void> {
    await press(page, "main form .actions button:not([name])");
    expect(await page.title()).toMatch(/^Lỗi: /);
    expect(await page.textContent(".sum")).toContain("2 mục");
    await page.fill("[name='answers[0].text']", "Bản vẽ nằm ở trang 4 của thuyết minh.");
    await press(page, "main form button[value=answer]");
    expect(await page.inputValue("[name='answers[0].text']")).toBe("Bản vẽ nằm ở trang 4 của thuyết minh.");
    await page.goto(`${portal.url}/vi/submit/${code}/funding`);
    await save(page, { requestedFunding: "1,43 tỷ" });
    await page.waitForSelector("[name=ipOwnership]");
    await page.goto(`${portal.url}/vi/submit/${code}/check`);
    expect(await page.textContent("#answers")).toContain("Đã sửa nội dung");
    await press(page, "main form .actions button:not([name])");
    await page.waitForURL(/\/receipt$/);
  }

  /** Intake refuses to send an empty list, returns the file with two items, and later finds it valid. */
  async function intake(code: string, javaScript: boolean): Promise<void> {
    const { page, context } = await as("tiep-nhan", javaScript);
    await page.goto(`${portal.url}/vi/desk/intake`);
    expect(await page.textContent("main")).toContain(code);
    await page.goto(`${portal.url}/vi/desk/intake/${code}/return`);
    await press(page, "main form .actions button >> nth=0");
    expect(await page.title()).toMatch(/^Lỗi: /);
    for (const [field, message] of [
      ["solution", "Thêm bản vẽ mặt cắt của bộ đo."],
      ["requestedFunding", "Tách phần mua sắm và phần nhân công."],
    ] as const) {
      const row = await page.locator(`input[name^="items"][value="${field}"]`).first().getAttribute("name");
      await page.check(`[name="${row}"][value="${field}"]`);
      await page.fill(`[name="${row?.replace(".field", ".message")}"]`, message);
    }
    if (javaScript) await expectAccessible(page);
    await press(page, "main form .actions button >> nth=0");
    await page.waitForURL(/act=returned/);
    await context.close();
  }

  /** Screened, scored by three evaluators who first declare, closed by the chair, accepted with a reason. */
  async function review(code: string, javaScript: boolean): Promise<void> {
    const check = (page: Page) => (javaScript ? expectAccessible(page) : Promise.resolve());
    const officer = await as("tiep-nhan", javaScript);
    await officer.page.goto(`${portal.url}/vi/desk/intake/${code}/screen`);
    await check(officer.page);
    await press(officer.page, "main form .actions button >> nth=0");
    expect(officer.page.url()).toContain("act=screened");
    const chair = await as("chu-tich", javaScript);
    await chair.page.goto(`${portal.url}/vi/desk/chair/${code}`);
    await check(chair.page);
    const named = chair.page.locator("label.pick:has([name=evaluatorIds])", { hasText: "chuyên gia đánh giá" });
    await named.filter({ hasNotText: "(" }).click();
    for (const number of [2, 3]) await named.filter({ hasText: `(${number})` }).click();
    await press(chair.page, "main form:has([name=evaluatorIds]) button[value=open]");
    expect(chair.page.url()).toContain("act=opened");
    for (const expert of ["chuyen-gia", "chuyen-gia-hai", "chuyen-gia-ba"]) await evaluate(expert, code, javaScript);
    await chair.page.goto(`${portal.url}/vi/desk/chair/${code}`);
    await press(chair.page, "main button[value=close], main form:has([value=close]) button");
    expect(chair.page.url()).toContain("act=closed");
    const author = await as("nha-khoa-hoc", javaScript);
    await author.page.goto(`${portal.url}/vi/submit/${code}/comments`);
    expect(await author.page.textContent("main")).toContain("Lập luận rõ, số liệu đủ để kiểm tra lại.");
    await check(author.page);
    await press(author.page, "main button[value=reply]");
    expect(await author.page.title()).toMatch(/^Lỗi: /);
    await author.page.fill("main [name=text]", "Nhóm cảm ơn hội đồng; số liệu mùa khô có ở trang 12.");
    await press(author.page, "main button[value=reply]");
    expect(await author.page.textContent("main")).toContain("số liệu mùa khô có ở trang 12");
    const head = await as("truong-tiep-nhan", javaScript);
    await head.page.goto(`${portal.url}/vi/desk/decisions/${code}`);
    expect(await head.page.textContent("main")).toContain("số liệu mùa khô có ở trang 12");
    await head.page.goto(`${portal.url}/vi/desk/decisions/${code}/decide`);
    await head.page.check("[name=kind][value=ACCEPTED]");
    await save(head.page, { reason: "Được." });
    expect(await head.page.title()).toMatch(/^Lỗi: /);
    expect(await head.page.inputValue("[name=reason]")).toBe("Được.");
    await check(head.page);
    await save(head.page, { reason: REASON });
    expect(head.page.url()).toContain("act=accepted");
    for (const { context } of [officer, chair, author, head]) await context.close();
  }

  async function evaluate(expert: string, code: string, javaScript: boolean): Promise<void> {
    const { page, context } = await as(expert, javaScript);
    await page.goto(`${portal.url}/vi/desk/evaluator/${code}`);
    expect(await page.textContent("main")).not.toContain("tua-bin nhỏ");
    await page.check("[name=conflict][value=NONE]");
    await press(page, "main form:has([name=conflict]) .actions button >> nth=0");
    await page.goto(`${portal.url}/vi/desk/evaluator/${code}`);
    expect(await page.textContent("main")).toContain("tua-bin nhỏ");
    if (javaScript) await expectAccessible(page);
    for (const criterion of ["NOVELTY", "CREATIVITY", "APPLICABILITY", "SOCIO_ECONOMIC_EFFECT"]) {
      await page.fill(`[name=value_${criterion}]`, "80");
      await page.fill(`[name=comment_${criterion}]`, "Lập luận rõ, số liệu đủ để kiểm tra lại.");
    }
    await press(page, "main form:has([name=value_NOVELTY]) .actions button >> nth=0");
    await context.close();
  }

  test("a withdrawn initiative leaves its code and date to the public", { timeout: 120_000 }, async () => {
    const { page, context } = await as("nha-khoa-hoc-hai", true);
    const title = "Bộ đo độ mặn sẽ được rút lại";
    const code = await write(page, title, async () => undefined);
    await page.goto(`${portal.url}/vi/submit/${code}/withdraw`);
    await press(page, "main form .actions button");
    expect(await page.title()).toMatch(/^Lỗi: /);
    await page.check("[name=sure]");
    await press(page, "main form .actions button");
    await page.waitForURL(`${portal.url}/vi/me/initiatives`);
    const anybody = await visitor(browser, { javaScript: false });
    const reader = await anybody.newPage();
    await reader.goto(`${portal.url}/fr/initiatives/${code}`);
    const main = (await reader.textContent("main")) ?? "";
    expect(main).toContain(code);
    expect(main).not.toContain("Filière");
    expect(await reader.content()).not.toContain("rút lại");
    await expectAccessible(reader);
    for (const one of [context, anybody]) await one.close();
  });
});
