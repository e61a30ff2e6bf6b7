import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ LIMITS: "sign-in=1000/60" });
}, 240_000);
afterAll(() => portal?.stop());

const RISK = `main [name="variants[0].risk-school"]`;
const WORST_OF_SCHOOL = "main .entry tbody tr:nth-child(2) td:last-child";

describe.runIf(chromiumPath())("the workbench for anybody (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function opened(javaScript: boolean): Promise<Page> {
    const page = await (await visitor(browser, { javaScript })).newPage();
    await page.goto(`${portal.url}/vi/partnerships/workbench`);
    expect(await page.textContent("h1")).toBe("Bàn thử phương án");
    // case H: the school bears a sixth of what the State's cap leaves
    expect(await page.locator(WORST_OF_SCHOOL).first().textContent()).toContain("−6,667");
    await expectAccessible(page);
    return page;
  }

  test("follows each key where scripts run, without asking the server", { timeout: 120_000 }, async () => {
    const page = await opened(true);
    let posts = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") posts += 1;
    });
    await page.fill(RISK, "11");
    await page.getByText("vượt quá 1 điểm").or(page.getByText("101")).first().waitFor();
    await page.locator("#figures .note[role=status]").waitFor();
    await page.fill(`main [name="variants[0].risk-state"]`, "39");
    await page.locator("#figures figure.measure").first().waitFor();
    expect(await page.locator(WORST_OF_SCHOOL).first().textContent()).not.toContain("−6,667");
    expect(posts).toBe(0);
    await page.context().close();
  });

  test.each([true, false])(
    "compares variants and names wrong fields, everything kept; with JavaScript: %s",
    { timeout: 120_000 },
    async (javaScript) => {
      const page = await opened(javaScript);
      await press(page, "main .actions button[value=add]");
      expect(await page.locator("details.variant").count()).toBe(2);
      expect(await page.inputValue(`main [name="variants[1].risk-school"]`)).toBe("10");
      await page.fill(`main [name="variants[1].capital-state"]`, "30,0001");
      await press(page, "main .actions button[value=weigh]");
      expect(await page.title()).toMatch(/^Lỗi: /);
      expect(await page.textContent(".sum")).toMatch(/Vốn, Phương án B: .*100,0001/);
      expect(await page.inputValue(`main [name="variants[1].capital-state"]`)).toBe("30,0001");
      await expectAccessible(page);
      await page.fill(`main [name="variants[1].capital-state"]`, "30");
      await press(page, "main .actions button[value=weigh]");
      expect(await page.locator(".sum").count()).toBe(0);
      const heads = page.locator("figure.measure").first().locator("thead th");
      expect(await heads.allTextContents()).toEqual(["Bên", "A: Ví dụ", "B: Ví dụ (sửa)", "Hình so sánh"]);
      expect(await page.locator("figure.measure").count()).toBe(9);
      await press(page, "main button[value=remove-0]");
      expect(await page.inputValue(`main [name="variants[0].name"]`)).toBe("Ví dụ (sửa)");
      await page.context().close();
    },
  );
});
