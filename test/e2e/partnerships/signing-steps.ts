import type { Page } from "playwright-core";
import { expect } from "vitest";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";

/** Presses what posts the form, and waits for the page that answers. Gives the status of the post. */
export async function send(page: Page, button: string): Promise<number> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await Promise.all([page.waitForEvent("domcontentloaded"), page.click(`main ${button}`)]);
  return (await answered).status();
}

/** On the page of an appraisal: an approval without its reason is refused at its field, with one it is recorded. */
export async function approve(officer: Page, check: (page: Page) => Promise<void>): Promise<void> {
  await officer.check("main [name=outcome][value=APPROVED]");
  expect(await send(officer, "#decide button[type=submit]")).toBe(422);
  await officer.fill("main [name=reason]", "Phần vốn của Nhà nước đúng quyết định giao vốn.");
  await check(officer);
  expect(await send(officer, "#decide button[type=submit]")).toBe(302);
  await check(officer);
}

/** On the page of a signature: nobody signs with a wrong password, and what was ticked stays. */
export async function refuseWrongPassword(page: Page, check: (page: Page) => Promise<void>): Promise<void> {
  await page.check("main [name=agreed]");
  await page.fill("main [name=password]", `${DEMO_PASSWORD}8`);
  expect(await send(page, "#sign button[type=submit]")).toBe(409);
  expect(await page.title()).toMatch(/^Lỗi: /);
  expect(await page.textContent(".sum")).toContain("Mật khẩu chưa đúng, nên chưa ký.");
  expect(await page.inputValue("main [name=password]")).toBe("");
  expect(await page.isChecked("main [name=agreed]")).toBe(true);
  await check(page);
}
