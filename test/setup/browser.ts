import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const CANDIDATES = [
  process.env["CHROMIUM_BIN"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The Chromium of this machine, or null where there is none; with CI=true a missing one is a failure. */
export function chromiumPath(): string | null {
  const found = CANDIDATES.find((candidate) => candidate !== undefined && existsSync(candidate)) ?? null;
  if (found === null && process.env["CI"] === "true") throw new Error("Chromium is missing: set CHROMIUM_BIN.");
  return found;
}

/** Starts a headless Chromium that talks to nobody but the portal. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("Chromium is missing: set CHROMIUM_BIN.");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A fresh visitor, with or without JavaScript. */
export async function visitor(
  browser: Browser,
  options: { javaScript: boolean; width?: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScript,
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: "vi-VN",
  });
  if (!options.javaScript) scriptless.add(context);
  return context;
}

/**
 * Presses what sends a form or leads elsewhere, and waits until the page that answers is there: a click alone returns
 * before the browser has left the page, so that what follows it may read the old one, or cut the request off.
 */
export async function press(page: Page, selector: string): Promise<void> {
  const answered = page.waitForEvent("framenavigated", (frame) => frame === page.mainFrame());
  await page.click(selector);
  await answered;
  await page.waitForLoadState();
}

const scriptless = new WeakSet<BrowserContext>();

/** Fails with what axe finds on the page: WCAG 2.0 to 2.2 A and AA, and best practice. */
export async function expectAccessible(page: Page): Promise<void> {
  if (scriptless.has(page.context())) return expectAccessibleCopy(page);
  // The pages have no frames, for which alone axe would open a page of its own; and only what it finds wrong is read.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Axe is a script itself: for a visitor without scripts it reads the same page where only the page's own are refused. */
async function expectAccessibleCopy(page: Page): Promise<void> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("The page's browser is gone.");
  const body = await page.content();
  const reader = await visitor(browser, { javaScript: true, width: page.viewportSize()?.width ?? 1280 });
  const copy = await reader.newPage();
  await copy.route("**/*", (route) => (route.request().resourceType() === "script" ? route.abort() : route.fallback()));
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await copy.goto(page.url());
  await expectAccessible(copy);
  await reader.close();
}
