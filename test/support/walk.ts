import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { chooseSessionCookie, openSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { launchBrowser, press, visitor } from "#test/setup/browser.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";
import { aCast } from "./initiative-cast.ts";

/** A portal, the people of one initiative, and a browser in which each of them walks. */
export type Walk = {
  portal: TestPortal;
  cast: Awaited<ReturnType<typeof aCast>>;
  /** a page of somebody, signed in; of a reader without an account where nobody is named */
  as: (actor: Actor | null, options?: { javaScript?: boolean; width?: number }) => Promise<Page>;
};

/**
 * Gives a test file a portal and opens its database to the commands of this process too: they bring an initiative to
 * where a journey begins, and the browser walks from there.
 */
export function withWalk(env: Record<string, string> = {}): () => Walk {
  let walk: Walk | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    const portal = await startTestPortal(env);
    setEnvironment(readEnvironment({ NODE_ENV: "test", BASE_URL: portal.url }));
    openDatabase(portal.database.appUrl);
    chooseSessionCookie(portal.url);
    const opened = await launchBrowser();
    browser = opened;
    const as: Walk["as"] = async (actor, { javaScript = true, width } = {}) => {
      const context = await visitor(opened, { javaScript, ...(width ? { width } : {}) });
      const page = await context.newPage();
      if (actor) await signIn(page, actor, portal.url);
      return page;
    };
    walk = { portal, cast: await aCast(), as };
  });
  afterAll(async () => {
    await browser?.close();
    await closeDatabase();
    await walk?.portal.stop();
  });
  return () => {
    if (!walk) throw new Error("The walk has not begun.");
    return walk;
  };
}

/** Gives the page's browser a session of this person, as an answer of the portal would. */
export async function signIn(page: Page, actor: Actor, url: string): Promise<void> {
  const cookie = await openSession(actor.personId);
  const door = `${url}/${crypto.randomUUID()}`;
  await page.route(door, (route) => route.fulfill({ headers: { "Set-Cookie": cookie }, body: "" }), { times: 1 });
  await page.goto(door);
}

/** What stands on the page, without the frame. */
export function mainOf(page: Page): Promise<string | null> {
  return page.textContent("main");
}

/** Presses and is refused: the page that comes back says so in its title. */
export async function pressInVain(page: Page, selector: string): Promise<void> {
  await press(page, selector);
  expect(await page.title()).toMatch(/^Lỗi: /);
}
