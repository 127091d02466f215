/** Demo users at work in Chromium. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../local-org/src/lightning/testing/chromium.ts';
import { DEMO_PASSWORD } from '../../seed/users.ts';
import { usernameFor, type Persona } from './personas.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Elements of a busy org may take this long to appear. */
const TIMEOUT = 30_000;

export interface OpenOptions {
  /** Width of the window in pixels; a desktop's unless given. */
  readonly width?: number;
}

export class Workplace {
  private readonly browser: Browser;
  private readonly url: string;
  private readonly pages: Page[] = [];
  private screenshots: string | undefined;

  private constructor(browser: Browser, url: string) {
    this.browser = browser;
    this.url = url;
  }

  static async open(url: string): Promise<Workplace> {
    return new Workplace(await launchChromium(), url);
  }

  /** A page of a browser of the persona's own that came through the log-in page to `location` (`/lightning/…`). */
  async logIn(persona: Persona, location = '/', { width = 1280 }: OpenOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    this.pages.push(page);
    page.setDefaultTimeout(TIMEOUT);
    await page.goto(this.url + location);
    await page.getByLabel('Username').fill(usernameFor(persona));
    await page.getByLabel('Password').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Log In' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/lightning/'));
    return page;
  }

  /** Goes elsewhere in the app as the same user. */
  async visit(page: Page, location: string): Promise<void> {
    await page.goto(this.url + location);
  }

  recordPath(object: string, id: string): string {
    return `/lightning/r/${object}/${id}/view`;
  }

  /** Runs a step; when it fails, its message says where pictures of all open pages are. */
  async step(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const files = await this.takePictures();
      throw new Error(`${error instanceof Error ? error.message : String(error)}\nPictures: ${files.join(', ')}`, {
        cause: error,
      });
    } finally {
      await this.closePages();
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private async takePictures(): Promise<string[]> {
    this.screenshots ??= temporaryFolder('pictures');
    const folder = this.screenshots;
    const stamp = Date.now();
    const files = this.pages.map((_, index) => path.join(folder, `${stamp}-${index + 1}.png`));
    await Promise.all(
      this.pages.map((page, index) => page.screenshot({ path: files[index], fullPage: true }).catch(() => undefined)),
    );
    return files;
  }

  private async closePages(): Promise<void> {
    await Promise.all(this.pages.splice(0).map((page) => page.context().close()));
  }
}
