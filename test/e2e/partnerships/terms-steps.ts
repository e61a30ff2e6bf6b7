import type { Page } from "playwright-core";
import { expect } from "vitest";
import { send } from "#test/e2e/partnerships/signing-steps.ts";

/** Caps, reserve and the authors' part: what the law gives stands there already; less is refused at its field. */
export async function recordTerms(page: Page, check: (page: Page) => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.click("main a[href$='/terms']")]);
  await check(page);
  await page.fill("main [name=leadPowers]", "Nhận và chuyển tiền theo đợt, lập báo cáo chung.");
  await page.selectOption("main [name=liability]", "OWN_PART");
  await page.fill("main [name='caps[0].cap']", "20 tỷ");
  await page.fill("main [name=reserve]", "5");
  await page.check("main [name=hasAuthors]");
  await page.fill("main [name=budgetFunded]", "30");
  await page.fill("main [name=budgetMethod]", "Tiền ngân sách chia cho tổng tiền tạo ra kết quả.");
  await page.fill("main [name=authorReward]", "25");
  expect(await send(page, ".formpage button[type=submit]")).toBe(409);
  await check(page);
  expect(await page.inputValue("main [name=reserve]")).toBe("5");
  await page.fill("main [name=authorReward]", "30");
  expect(await send(page, ".formpage button[type=submit]")).toBe(302);
  await check(page);
}

/** A draft without what its form needs is not agreed; the lead is led to the field that is missing. */
export async function fillInWhatIsMissing(lead: Page, check: (page: Page) => Promise<void>): Promise<void> {
  expect(await send(lead, "button[value=agree]")).toBe(302);
  expect(new URL(lead.url()).pathname).toMatch(/\/terms$/);
  expect(await lead.locator("main [role=alert] li").count()).toBe(1);
  expect(await lead.getAttribute("main [name=contractNumber]", "aria-invalid")).toBe("true");
  await check(lead);
  await lead.fill("main [name=contractNumber]", "12/2026/HĐLD");
  expect(await send(lead, ".formpage button[type=submit]")).toBe(302);
  await check(lead);
}
