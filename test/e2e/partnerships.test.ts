import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_BODIES } from "#app/demo/organisation-list.ts";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { WHOLE_PPM } from "#app/domain/partnerships/share-schedule.ts";
import { readShares } from "#app/web/api/partnerships.ts";
import { approve, refuseWrongPassword, send } from "#test/e2e/partnerships/signing-steps.ts";
import { fillInWhatIsMissing, recordTerms } from "#test/e2e/partnerships/terms-steps.ts";
import { chromiumPath, expectAccessible, launchBrowser, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

/** The three parties, one of each house: the school leads. */
const [SCHOOL, STATE, ENTERPRISE] = ["song-may", "quy-mai-ngoi", "hat-gao"] as const;
type PartyKey = typeof SCHOOL | typeof STATE | typeof ENTERPRISE;

/** Capital, risk and profit as typed, a comma or a point before the decimals; the capital is 0,0001 short of 100 %. */
const TYPED = {
  [SCHOOL]: ["33.3333", "20,5", "25"],
  [STATE]: ["33,3333", "49.25", "30,0001"],
  [ENTERPRISE]: ["33.3333", "30,25", "44.9999"],
} as const satisfies Record<PartyKey, readonly string[]>;
const SIGNED_PPM = {
  [SCHOOL]: [333_333, 205_000, 250_000],
  [STATE]: [333_333, 492_500, 300_001],
  [ENTERPRISE]: [333_334, 302_500, 449_999],
};
const SHOWN = {
  [SCHOOL]: ["33,3333", "20,5", "25"],
  [STATE]: ["33,3333", "49,25", "30,0001"],
  [ENTERPRISE]: ["33,3334", "30,25", "44,9999"],
};
const PARTIES: readonly PartyKey[] = [SCHOOL, STATE, ENTERPRISE];
const PRODUCT = "21-S02";

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", LIMITS: "sign-in=1000/60,sign-up=1000/60" });
}, 240_000);
afterAll(() => portal?.stop());

/** The Vietnamese name of an organisation of the demonstration. */
function nameOf(key: PartyKey): string {
  return DEMO_BODIES.find((body) => body.key === key)?.vi ?? "";
}

/** One cell of the share form: 0 capital, 1 risk, 2 profit. */
function cell(page: Page, key: PartyKey, column: number) {
  return page
    .locator("table.entry tbody tr", { hasText: nameOf(key) })
    .locator("input")
    .nth(column);
}

async function typeShares(page: Page): Promise<void> {
  for (const key of PARTIES)
    for (const [column, text] of TYPED[key].entries()) await cell(page, key, column).fill(text);
}

async function expectTyped(page: Page): Promise<void> {
  for (const key of PARTIES)
    for (const [column, text] of TYPED[key].entries()) expect(await cell(page, key, column).inputValue()).toBe(text);
}

describe.runIf(chromiumPath())(
  "a Three Houses partnership, from the proposal to its public shares (needs Chromium)",
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());

    /** A page of an organisation's representative, signed in through the form. */
    function representative(key: PartyKey, javaScript: boolean): Promise<Page> {
      return signedIn(`dai-dien.${key}`, javaScript);
    }

    async function signedIn(address: string, javaScript: boolean): Promise<Page> {
      const page = await (await visitor(browser, { javaScript })).newPage();
      await page.goto(`${portal.url}/vi/sign-in`);
      await page.fill("main [name=email]", `${address}@ba-nha.example`);
      await page.fill("main [name=password]", DEMO_PASSWORD);
      await page.click("main button[type=submit]");
      await page.waitForURL((url) => !url.pathname.includes("sign-in"));
      return page;
    }

    /** The school's representative starts it. Gives its code. */
    async function propose(page: Page, title: string, check: (page: Page) => Promise<void>): Promise<string> {
      const [year, month, day] = dayInVietnam(new Date()).split("-");
      await page.goto(`${portal.url}/vi/partnerships/new`);
      await check(page);
      await page.selectOption("main [name=form]", "CONTRACT_CONSORTIUM");
      await page.fill("main [name=title_vi]", title);
      await page.fill("main [name=description_vi]", "Ba nhà cùng làm.");
      await page.fill("main [name=validFrom]", `${day}/${month}/${year}`);
      await page.fill("main [name=totalValue]", "12,5 tỷ");
      expect(await send(page, "form .actions button")).toBe(422);
      expect(await page.title()).toMatch(/^Lỗi: /);
      expect(await page.inputValue("main [name=title_vi]")).toBe(title);
      await check(page);
      const description =
        "Ba nhà cùng làm một mô hình ngôn ngữ tiếng Việt cho trạm y tế xã, thử ở ba tỉnh trong hai năm.";
      await page.fill("main [name=description_vi]", description);
      expect(await send(page, "form .actions button")).toBe(302);
      const code = /DA-\d{4}-\d{4,}/.exec(page.url())?.[0] ?? "";
      expect(page.url()).toBe(`${portal.url}/vi/partnerships/${code}/manage`);
      await check(page);
      return code;
    }

    /** The lead invites one organisation, whose representative joins. */
    async function gather(
      lead: Page,
      invited: Page,
      key: PartyKey,
      check: (page: Page) => Promise<void>,
    ): Promise<void> {
      await lead.selectOption("main [name=organisationId]", { label: nameOf(key) });
      await lead.selectOption("main [name=role]", key === STATE ? "INVESTOR" : "PARTNER");
      expect(await send(lead, "button[value=invite]")).toBe(302);
      expect(await lead.textContent("#members")).toContain("đã mời, chưa trả lời");
      await check(lead);
      await invited.goto(`${portal.url}/vi/me/partnerships`);
      await check(invited);
      await invited.click(`main h3 a[href="${new URL(lead.url()).pathname}"]`);
      await check(invited);
      expect(await send(invited, "button[value=join]")).toBe(302);
      expect(await invited.textContent("#members")).not.toContain("đã mời, chưa trả lời");
      await lead.reload();
    }

    /** The lead opens the agreement on one product and types shares that are short, gives away the rest, records them. */
    async function recordShares(page: Page, javaScript: boolean, check: (page: Page) => Promise<void>): Promise<void> {
      await page.selectOption("main [name=productCode]", PRODUCT);
      expect(await send(page, "button[value=open]")).toBe(302);
      await check(page);
      await page.click("#agreements .meta a");
      expect(page.url()).toContain(`/agreements/${PRODUCT}/shares`);
      await check(page);

      const capital = page.locator(".rest").first();
      const said = (words: string) => capital.getByText(words).waitFor();
      await typeShares(page);
      if (javaScript) await said("Còn thiếu 0,0001 điểm");
      expect(await send(page, ".actions button[value=save]")).toBe(422);
      expect(await page.title()).toMatch(/^Lỗi: /);
      const summary = await page.textContent(".sum");
      expect(summary).toMatch(/Vốn: tỷ lệ cộng lại là 99,9999\s%\. Còn thiếu 0,0001 điểm: giao cho bên nào/);
      expect(summary).not.toMatch(/Rủi ro|Lợi nhuận/);
      expect(await page.getAttribute(".sum a", "href")).toBe(`#${await capital.getAttribute("id")}`);
      await expectTyped(page);
      for (const key of PARTIES) expect(await capital.getByRole("button", { name: nameOf(key) }).count()).toBe(1);
      await check(page);

      await give(page, javaScript);
      expect(await cell(page, ENTERPRISE, 0).inputValue()).toBe("33,3334");
      expect(await cell(page, SCHOOL, 0).inputValue()).toBe(TYPED[SCHOOL][0]);
      await said("đúng 100 %");
      await check(page);
      expect(await send(page, ".actions button[value=save]")).toBe(302);
      expect(page.url()).toContain(`/agreements/${PRODUCT}/check`);
    }

    /** Gives what is left of the capital to the enterprise: on the page where scripts run, else through the server. */
    async function give(page: Page, javaScript: boolean): Promise<void> {
      const capital = page.locator(".rest").first();
      const button = capital.getByRole("button", { name: nameOf(ENTERPRISE) });
      if (!javaScript) {
        await Promise.all([page.waitForEvent("domcontentloaded"), button.click()]);
        return;
      }
      // the sentence follows what is typed as soon as the page is alive
      await cell(page, ENTERPRISE, 0).fill("33.333");
      await capital.getByText("Còn thiếu 0,0004 điểm").waitFor();
      expect(await page.title()).toMatch(/^Lỗi: /);
      await cell(page, ENTERPRISE, 0).fill(TYPED[ENTERPRISE][0]);
      await capital.getByText("Còn thiếu 0,0001 điểm").waitFor();
      let posts = 0;
      page.on("request", (request) => {
        if (request.method() === "POST") posts += 1;
      });
      await button.click();
      expect(posts).toBe(0);
    }

    /** One party reads the text and signs it with its password. */
    /** The State holds capital in it: the lead submits the draft, and an authority that is no party approves it. */
    async function appraise(lead: Page, javaScript: boolean, check: (page: Page) => Promise<void>): Promise<void> {
      await Promise.all([lead.waitForEvent("domcontentloaded"), lead.click("main #appraisal a[href$='/appraisal']")]);
      await check(lead);
      expect(await send(lead, "button[value=submit]")).toBe(302);
      await check(lead);
      const officer = await signedIn("thuong-truc", javaScript);
      await officer.goto(lead.url());
      await approve(officer, check);
      await officer.context().close();
    }

    async function sign(page: Page, code: string, check: (page: Page) => Promise<void>): Promise<void> {
      await page.goto(`${portal.url}/vi/partnerships/${code}/manage`);
      await page.click("#agreements .meta a");
      expect(page.url()).toContain(`/agreements/${PRODUCT}/sign`);
      await check(page);
      await page.check("main [name=agreed]");
      await page.fill("main [name=password]", DEMO_PASSWORD);
      expect(await send(page, "#sign button[type=submit]")).toBe(302);
      await check(page);
    }

    /** What anybody reads: the picture, its figures beneath, every signature, and the same shares for machines. */
    async function readByAnybody(page: Page, code: string, title: string): Promise<void> {
      expect(await page.textContent("h1")).toContain(title);
      expect(await page.textContent("main .tag >> nth=1")).toBe("Đã ký");
      expect(await page.locator("figure.fig .ribbon svg[role=img]").count()).toBe(1);
      expect(await page.textContent("figure.fig .ribbon svg desc")).toContain("33,3334");
      for (const key of PARTIES) {
        const row = page.locator("figure.fig table.shares tbody tr", { hasText: nameOf(key) });
        const figures = (await row.locator("td").allTextContents()).slice(0, 3);
        expect(figures.map((figure) => figure.replace(/\s%$/, ""))).toEqual(SHOWN[key]);
      }
      expect(await page.locator("#signatures tbody time").count()).toBe(PARTIES.length);

      const answer = await fetch(`${portal.url}/api/v1/partnerships/${code}/shares`);
      const { capital, risk, profit } = readShares.answer.parse(await answer.json());
      for (const [column, lines] of [capital.contractual, risk, profit ?? []].entries()) {
        const ppm = new Map(lines.map((line) => [line.names.vi, line.ppm]));
        for (const key of PARTIES) expect(ppm.get(nameOf(key))).toBe(SIGNED_PPM[key][column]);
        expect(lines.reduce((sum, line) => sum + line.ppm, 0)).toBe(WHOLE_PPM);
      }
    }

    test.each([true, false])("with JavaScript: %s", { timeout: 480_000 }, async (javaScript) => {
      const title = `Mô hình ngôn ngữ cho trạm y tế xã ${javaScript ? "một" : "hai"}`;
      const check = async (page: Page) => (javaScript ? expectAccessible(page) : undefined);
      const lead = await representative(SCHOOL, javaScript);
      const state = await representative(STATE, javaScript);
      const enterprise = await representative(ENTERPRISE, javaScript);
      const anybody = await (await visitor(browser, { javaScript })).newPage();
      const contexts: BrowserContext[] = [lead, state, enterprise, anybody].map((page) => page.context());

      const code = await propose(lead, title, check);
      expect(await lead.locator("#open").count()).toBe(0);
      await gather(lead, state, STATE, check);
      expect(await lead.textContent("#members")).toContain("Còn thiếu: Doanh nghiệp");
      await gather(lead, enterprise, ENTERPRISE, check);
      await recordShares(lead, javaScript, check);

      await check(lead);
      await recordTerms(lead, check);
      await fillInWhatIsMissing(lead, check);
      expect(await send(lead, "button[value=agree]")).toBe(302);
      expect(await lead.textContent("#signatures")).toContain("chưa ký");
      await check(lead);
      await appraise(lead, javaScript, check);
      await lead.goto(`${portal.url}/vi/partnerships/${code}/agreements/${PRODUCT}/sign`);
      await refuseWrongPassword(lead, check);
      await sign(lead, code, check);
      await sign(state, code, check);
      expect(await state.textContent("main .tag")).toBe("Đã được duyệt");
      await anybody.goto(`${portal.url}/vi/partnerships/${code}`);
      expect(await anybody.content()).not.toContain("Mô hình ngôn ngữ");
      expect(await anybody.textContent("h1")).toBe("Dự án chưa công bố");
      expect((await fetch(`${portal.url}/api/v1/partnerships/${code}/shares`)).status).toBe(404);
      await check(anybody);

      await sign(enterprise, code, check);
      expect(enterprise.url()).toBe(`${portal.url}/vi/partnerships/${code}?product=${PRODUCT}`);
      await anybody.reload();
      await readByAnybody(anybody, code, title);
      await check(anybody);
      for (const context of contexts) await context.close();
    });
  },
);
