import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemoAccount } from "#app/demo/accounts.server.ts";
import { submitInitiative } from "#app/demo/initiatives.server.ts";
import { findActor } from "#app/domain/accounts/actor.server.ts";
import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { rejectForm } from "#app/domain/initiatives/intake/reject-form.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, db, openDatabase } from "#prisma/client.server.ts";
import { chromiumPath, expectAccessible, launchBrowser, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";
import { anActor, anOrganisation } from "#test/support/initiative-cast.ts";

const inbox = "/vi/desk/inbox";
let portal: TestPortal;

beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "off", LIMITS: "sign-in=1000/60" });
  setEnvironment(readEnvironment({ NODE_ENV: "test", BASE_URL: portal.url }));
  openDatabase(portal.database.appUrl);
});
afterAll(async () => {
  await closeDatabase();
  await portal?.stop();
});

/** Somebody who signs in, with posts in a body. */
async function officer(name: string, roles: readonly Role[], organisationId: string): Promise<Actor> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, "-")}-${organisationId.slice(0, 8)}@vi-du.test`;
  const { personId } = await openDemoAccount({ email, name });
  for (const role of roles) await db().roleGrant.create({ data: { personId, role, organisationId } });
  const actor = await findActor(personId);
  if (!actor) throw new Error("The officer is gone.");
  return actor;
}

describe.runIf(chromiumPath())("the inbox of an officer (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function signIn(page: Page, email: string, path: string): Promise<void> {
    await page.goto(portal.url + path);
    await page.fill("main [name=email]", email);
    await page.fill("main [name=password]", DEMO_PASSWORD);
    await page.click("main button[type=submit]");
    await page.waitForURL(portal.url + path);
  }

  /** The bodies in charge have their own files in every run. */
  async function aBody() {
    // The clock of intake is given to the body that has held the post longest.
    await db().roleGrant.updateMany({ where: { role: "INTAKE", revokedAt: null }, data: { revokedAt: new Date() } });
    const body = await anOrganisation("STATE", "Bộ phận tiếp nhận sáng kiến Lam Giang");
    const head = await officer("Tran Thi Dung Dau", ["INTAKE", "INTAKE_HEAD"], body);
    const colleague = await officer("Le Van Can Bo", ["INTAKE"], body);
    const proposer = await anActor("Người đề xuất");
    const codes: string[] = [];
    for (let made = 0; made < 3; made += 1) codes.push(await submitInitiative(proposer));
    return { head, colleague, codes };
  }

  async function assignTwo(page: Page, codes: readonly string[], colleague: Actor): Promise<void> {
    for (const code of codes) await page.check(`[name=code][value=${code}]`);
    await page.click("button:has-text('Giao việc')");
    await page.waitForURL(/\/desk\/inbox\/assign\?/);
    await page.click("main form[method=post] button[type=submit]");
    await page.waitForSelector("#error-summary");
    expect(await page.locator("[name=code]:checked").count()).toBe(2);
    await expectAccessible(page);
    await page.selectOption("[name=to]", colleague.personId);
    await page.click("main form[method=post] button[type=submit]");
    await page.waitForURL(/\/desk\/bulk\//);
    expect(await page.textContent("#rows")).toContain("Sẽ giao.");
    await expectAccessible(page);
    await page.click("main form[method=post] button[type=submit]");
    await page.waitForSelector("h1:has-text('Đã giao hồ sơ')");
    await expectAccessible(page);
  }

  /** What was given is found again, and the filter kept under a name. */
  async function keepFilter(page: Page, colleague: Actor): Promise<void> {
    await page.goto(`${portal.url + inbox}?assigned=${colleague.personId}`);
    expect(await page.locator("table.inbox tbody tr").count()).toBe(2);
    await page.click("summary:has-text('Lưu bộ lọc này')");
    await page.fill("main form[method=post] [name=name]", "Của đồng nghiệp");
    await page.click("button:has-text('Lưu bộ lọc')");
    await page.waitForSelector("nav.saved a:has-text('Của đồng nghiệp')");
    await page.goto(portal.url + inbox);
    await page.click("nav.saved a:has-text('Của đồng nghiệp')");
    await page.waitForSelector("nav.saved a[aria-current=true]");
    expect(await page.locator("table.inbox tbody tr").count()).toBe(2);
    await expectAccessible(page);
  }

  /** Returning two, of which one has gone on meanwhile. */
  async function returnTwo(page: Page, head: Actor, first: string, gone: string): Promise<void> {
    await page.goto(`${portal.url + inbox}/return?code=${first}&code=${gone}`);
    const reason = { reasonCode: "OUT_OF_SCOPE", reason: "Nội dung không thuộc phạm vi của cổng sáng kiến." } as const;
    await rejectForm(head, gone, reason);
    await page.check("[name='items[6].field']");
    await page.fill("[name='items[6].message']", "Nêu rõ điểm mới so với cách làm hiện nay.");
    await expectAccessible(page);
    await page.click("main form[method=post] button[type=submit]");
    await page.waitForURL(/\/desk\/bulk\//);
    expect(await page.locator("#rows tbody tr", { hasText: first }).textContent()).toContain("Sẽ trả lại");
    expect(await page.locator("#rows tbody tr", { hasText: gone }).textContent()).toContain("Không làm được.");
    // Nothing typed is lost on the way back.
    await page.click("text=Sửa lại");
    await page.waitForURL(/\/desk\/inbox\/return\?from=/);
    expect(await page.inputValue("[name='items[6].message']")).toBe("Nêu rõ điểm mới so với cách làm hiện nay.");
    await page.goBack();
    await page.waitForURL(/\/desk\/bulk\//);
    await page.click("main form[method=post] button[type=submit]");
    await page.waitForSelector("h1:has-text('Đã trả lại để bổ sung')");
    expect(await page.locator("#rows tbody tr", { hasText: first }).textContent()).toContain("Đã trả lại");
    expect(await page.locator("#rows tbody tr", { hasText: gone }).textContent()).toContain("Chưa làm.");
    await expectAccessible(page);
  }

  test.each([true, false])("with JavaScript: %s", { timeout: 180_000 }, async (javaScript) => {
    const { head, colleague, codes } = await aBody();
    const [first = "", second = "", gone = ""] = codes;
    const page = await (await visitor(browser, { javaScript })).newPage();
    await signIn(page, head.email, inbox);
    expect(await page.locator("table.inbox tbody tr").count()).toBe(3);
    await expectAccessible(page);

    await assignTwo(page, [first, second], colleague);
    await keepFilter(page, colleague);
    await returnTwo(page, head, first, gone);
    const states = await db().initiative.findMany({ where: { code: { in: codes } }, orderBy: { code: "asc" } });
    expect(states.map(({ state }) => state)).toEqual(["NEEDS_COMPLETION", "SUBMITTED", "REJECTED_FORM"]);

    // The colleague sees on the case that it is theirs.
    await page.context().clearCookies();
    await signIn(page, colleague.email, `/vi/desk/intake/${second}`);
    expect(await page.textContent("main")).toContain("Bạn phụ trách hồ sơ này");
    await page.context().close();
  });
});
