import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listLetters, mailFolder } from "#app/platform/mail/mail-folder.server.ts";
import { chromiumPath, expectAccessible, launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

const password = "lúa chín vàng ba sào";
const newPassword = "mưa dầm tháng sáu ta";
const noLimits = { LIMITS: "sign-in=1000/60,sign-up=1000/60,one-time-link=1000/60" };

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ ...noLimits, DEMO: "off" });
});
afterAll(() => portal?.stop());

/** The newest mailed link of a kind, as a path of this portal. */
async function mailedPath(to: string, kind: string): Promise<string> {
  for (let turn = 0; turn < 100; turn += 1) {
    const letters = await listLetters(mailFolder(portal.dataFolder));
    const texts = letters.filter((letter) => letter.to === to).map((letter) => letter.text);
    const found = texts.map((text) => new RegExp(`/(?:vi|en|fr)/${kind}/[\\w-]+`).exec(text)?.[0]).find(Boolean);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail with a ${kind} link came to ${to}`);
}

describe.runIf(chromiumPath())("an account, from opening it to a new password (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function send(page: Page, fields: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await page.fill(`main [name=${name}]`, value);
    await press(page, "main button[type=submit]");
  }

  test.each([true, false])("with JavaScript: %s", async (javaScript) => {
    const context = await visitor(browser, { javaScript });
    const page = await context.newPage();
    const check = async () => (javaScript ? expectAccessible(page) : undefined);
    const email = `lan-${javaScript}@truong.example`;

    await page.goto(`${portal.url}/vi/sign-up`);
    await check();
    await send(page, { email: "lan@", password: "password1234" });
    expect(await page.title()).toMatch(/^Lỗi: /);
    expect(await page.inputValue("[name=email]")).toBe("lan@");
    expect(await page.inputValue("[name=password]")).toBe("");
    await check();
    await send(page, { email, password });
    expect(page.url()).toBe(`${portal.url}/vi/sign-up/sent`);
    await check();

    const confirm = await mailedPath(email, "confirm");
    await page.goto(portal.url + confirm);
    await page.goto(portal.url + confirm);
    await check();
    await send(page, { password: newPassword });
    expect(await page.textContent(".sum")).toContain("không khớp");
    await send(page, { password });
    expect(page.url()).toBe(`${portal.url}/vi/me/profile`);
    await check();
    await send(page, { name: "Lan", orcid: "0000-0002-1825-0098" });
    expect(await page.textContent(".sum")).toContain("ORCID");
    await page.click("summary:has-text('Khoa học tự nhiên')");
    await page.check("input[value='1.1']");
    await send(page, { orcid: "https://orcid.org/0000-0002-1825-0097" });
    expect(page.url()).toBe(`${portal.url}/vi/me`);
    expect(await page.textContent("main")).toContain("Toán học");
    await check();

    await page.goto(portal.url + confirm);
    expect(await page.textContent("h1")).toBe("Đường dẫn không dùng được");
    await press(page, "header form[action$='sign-out'] button");
    await page.goto(`${portal.url}/vi/me/profile`);
    expect(page.url()).toContain("/vi/sign-in?next=%2Fvi%2Fme%2Fprofile");
    await check();
    await send(page, { email, password: newPassword });
    expect(await page.title()).toMatch(/^Lỗi: /);
    await send(page, { email, password });
    expect(page.url()).toBe(`${portal.url}/vi/me/profile`);
    expect(await page.inputValue("[name=name]")).toBe("Lan");
    await press(page, "header form[action$='sign-out'] button");

    await page.goto(`${portal.url}/fr/forgot`);
    await check();
    await send(page, { email });
    await page.goto(portal.url + (await mailedPath(email, "reset")));
    await check();
    await send(page, { password: newPassword });
    expect(page.url()).toBe(`${portal.url}/vi/sign-in?reset`);
    await send(page, { email, password: newPassword });
    expect(page.url()).toBe(`${portal.url}/vi/me`);
    await context.close();
  });

  test("the pages of an account answer in every language, accessibly, on a phone", async () => {
    const context = await visitor(browser, { javaScript: true, width: 320 });
    const page = await context.newPage();
    for (const lang of ["vi", "en", "fr"]) {
      for (const path of [
        "sign-up",
        "sign-in",
        "forgot",
        "sign-up/sent",
        "forgot/sent",
        "confirm/x",
        "reset/x",
        "dev/mail",
      ]) {
        const answer = await page.goto(`${portal.url}/${lang}/${path}`);
        expect([answer?.status(), path]).toEqual([200, path]);
        await expectAccessible(page);
        const wide = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        expect([path, wide]).toEqual([path, false]);
      }
    }
    await context.close();
  });
});

describe("the forms of an account", () => {
  const headers = () => ({ Origin: portal.url, "Content-Type": "application/x-www-form-urlencoded" });

  function post(path: string, body: Record<string, string>, cookie = ""): Promise<Response> {
    const init = { method: "POST", body: new URLSearchParams(body).toString(), redirect: "manual" as const };
    return fetch(portal.url + path, { ...init, headers: { ...headers(), ...(cookie ? { Cookie: cookie } : {}) } });
  }

  /** What a reader could compare: all but the moment and the e-mail address that they typed themselves. */
  async function comparable(
    answer: Response,
    email: string,
  ): Promise<{ status: number; to: string | null; body: string }> {
    const body = (await answer.text()).replaceAll(email, "…").replaceAll(/\d{2}:\d{2}(:\d{2}(\.\d{3})?)?/g, "…");
    return { status: answer.status, to: answer.headers.get("Location"), body };
  }

  async function signUp(email: string): Promise<string> {
    await post("/vi/sign-up", { email, password });
    const answer = await post(await mailedPath(email, "confirm"), { password });
    expect(answer.status).toBe(302);
    return (answer.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
  }

  test("do not tell whether an address has an account", async () => {
    const known = "known@truong.example";
    await signUp(known);
    const unknown = "nobody@truong.example";
    for (const [path, fields] of [
      ["/vi/sign-up", { password }],
      ["/vi/forgot", {}],
      ["/vi/sign-in", { password: newPassword }],
    ] as const) {
      const answers = [];
      for (const email of [known, unknown])
        answers.push(await comparable(await post(path, { email, ...fields }), email));
      expect(answers[0]).toEqual(answers[1]);
    }
  });

  test("opening a confirmation link confirms nothing", async () => {
    const email = "scanned@truong.example";
    await post("/vi/sign-up", { email, password });
    const path = await mailedPath(email, "confirm");
    for (const method of ["GET", "HEAD"]) await fetch(portal.url + path, { method });
    expect((await post("/vi/sign-in", { email, password })).status).toBe(422);
    expect((await post(path, { password })).status).toBe(302);
  });

  test("give a new session at every sign-in, whatever cookie came along, and end it for good", async () => {
    const email = "session@truong.example";
    const first = await signUp(email);
    const fixed = "__Host-session=abcdefghijabcdefghijabcdefghijabcdefghij";
    const answer = await post("/vi/sign-in", { email, password }, `${fixed}; ${first}`);
    const second = (answer.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
    expect(second).toMatch(/^__Host-session=\w{40}$/);
    expect([fixed, first]).not.toContain(second);
    const me = (cookie: string) => fetch(`${portal.url}/vi/me`, { headers: { Cookie: cookie }, redirect: "manual" });
    expect((await me(second)).status).toBe(200);
    expect((await me(fixed)).status).toBe(302);
    expect((await post("/vi/sign-out", {}, second)).status).toBe(302);
    expect((await me(second)).status).toBe(302);
    expect((await fetch(`${portal.url}/vi/sign-out`, { headers: { Cookie: first }, redirect: "manual" })).status).toBe(
      302,
    );
  });

  test("lead back to pages of the portal alone", async () => {
    const email = "way@truong.example";
    const cookie = await signUp(email);
    await post("/vi/me/profile", { name: "Lan" }, cookie);
    for (const [next, to] of [
      ["/en/obligations?view=over", "/en/obligations?view=over"],
      ["//evil.example", "/vi/me"],
      ["/vi/..//evil.example", "/vi/me"],
      ["javascript:alert(1)", "/vi/me"],
    ] as const) {
      const answer = await post(`/vi/sign-in?${new URLSearchParams({ next })}`, { email, password });
      expect(answer.headers.get("Location")).toBe(to);
    }
  });

  test("answer hostile bodies with 4xx at their fields", async () => {
    const cookie = await signUp("hostile@truong.example");
    const hostile = [
      "\u0000",
      "\ud800",
      "a".repeat(200_000),
      "<script>alert(1)</script>",
      "' OR 1=1 --",
      "\u202egro.elpmaxe@a",
    ];
    for (const path of [
      "/vi/sign-up",
      "/vi/sign-in",
      "/vi/forgot",
      "/vi/confirm/x",
      "/vi/reset/x",
      "/vi/me/profile",
      "/vi/me",
    ]) {
      for (const text of hostile) {
        const fields = {
          email: text,
          password: text,
          name: text,
          orcid: text,
          fordCodes: text,
          language: text,
          intent: text,
          post: text,
        };
        const { status } = await post(path, fields, cookie);
        expect([path, text.slice(0, 20), status < 500], String(status)).toEqual([path, text.slice(0, 20), true]);
      }
    }
  });

  test("stop at their limits with 429 and say how long to wait", async () => {
    const strict = await startTestPortal({ DEMO: "off" });
    try {
      const body = new URLSearchParams({ email: "a@b.example", password }).toString();
      const ask = (path: string, from: string) =>
        fetch(strict.url + path, {
          method: "POST",
          body,
          redirect: "manual",
          headers: { Origin: strict.url, "Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": from },
        });
      const statuses: number[] = [];
      for (let turn = 0; turn < 11; turn += 1) statuses.push((await ask("/vi/sign-in", `198.51.100.${turn}`)).status);
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
      const over = await ask("/vi/sign-in", "203.0.113.1");
      expect(Number(over.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(await over.text()).toContain("Đã thử quá nhiều lần");
    } finally {
      await strict.stop();
    }
  });
});
