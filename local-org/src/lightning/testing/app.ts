/** The app of a fixture org, served, and a browser to use it with. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createServer } from '../../api/server.ts';
import { registerLightning } from '../register.ts';
import { launchChromium } from './chromium.ts';
import { ADMIN, openFixtureOrg, PASSWORD, type FixtureOrg } from './fixture-org.ts';

/** Milliseconds in which a page comes up on a machine that is busy with other tests. */
const PATIENCE = 30_000;

export interface RunningApp extends FixtureOrg {
  readonly url: string;
  readonly browser: Browser;
  /** A new page that shows the path to a logged-in user. */
  open(path: string, options?: { username?: string; width?: number }): Promise<Page>;
  close(): Promise<void>;
}

/** `roots` replaces the fixture project, for tests that change its files. */
export async function startApp(roots?: readonly string[]): Promise<RunningApp> {
  const fixture = openFixtureOrg(roots);
  const server = createServer(fixture.org);
  await registerLightning(server, fixture.org);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchChromium();
  const contexts = new Map<string, Promise<BrowserContext>>();
  const loggedIn = async (username: string): Promise<BrowserContext> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await logIn(page, url, username, PASSWORD);
    await page.waitForURL('**/lightning/**');
    await page.close();
    return context;
  };
  return {
    ...fixture,
    url,
    browser,
    async open(path, { username = ADMIN, width = 1280 } = {}) {
      const context = contexts.get(username) ?? loggedIn(username);
      contexts.set(username, context);
      const page = await (await context).newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.setViewportSize({ width, height: 900 });
      await page.goto(url + path);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      fixture.org.close();
    },
  };
}

/** Goes to a url of the app by way of the log-in page. */
export async function logIn(page: Page, url: string, username: string, password: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log In' }).click();
}

/** Nothing loads, fades or moves, and the page has been the same three times in a row. */
const IS_SETTLED = `(() => {
  const moves = document.getAnimations().some(
    ({ playState, effect }) => playState === 'running' && effect.getComputedTiming().endTime !== Infinity,
  );
  const isBusy = moves || document.querySelector('.slds-spinner') !== null || document.fonts.status !== 'loaded';
  const { scrollWidth, scrollHeight } = document.documentElement;
  const shape = [scrollWidth, scrollHeight, document.getElementsByTagName('*').length].join();
  const before = window.settling;
  const count = isBusy || before?.shape !== shape ? 0 : before.count + 1;
  window.settling = { shape, count };
  return count >= 3;
})()`;

/** Waits until the page is what a user sees; what never comes to rest is left to the check that follows. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(IS_SETTLED, undefined, { polling: 100, timeout: PATIENCE }).catch(() => undefined);
}

/** What axe finds wrong with the page, by WCAG 2.1 A and AA; nothing when it is accessible. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 200)}`),
  );
}

/** Whether the page stays wider than the window, once it has had time to fold what does not fit into menus. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  await settled(page);
  return page.waitForFunction('document.documentElement.scrollWidth <= innerWidth', undefined, { timeout: 5000 }).then(
    () => false,
    () => true,
  );
}
