/** The packaged dashboards of the small firm, looked at in Chromium: what they say, how they are laid out, and how they look. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { registerLightning } from '../../local-org/src/lightning/register.ts';
import { accessibilityProblems, logIn, scrollsSideways } from '../../local-org/src/lightning/testing/app.ts';
import { launchChromium } from '../../local-org/src/lightning/testing/chromium.ts';
import { differenceFromKept } from './pictures.ts';
import { PASSWORD, ServedFirm } from './served-firm.ts';
import { shownOnDashboards } from './shown-on-dashboards.ts';

/** Blocks of a picture that may differ: fonts, and what shades the edges. */
const MAY_DIFFER = 0.04;

describe('the packaged dashboards of a small firm', () => {
  let firm: ServedFirm;
  let browser: Browser;
  let page: Page;
  before(async () => {
    firm = await ServedFirm.start((app, org) => registerLightning(app, org));
    browser = await launchChromium();
    page = await (await browser.newContext({ locale: 'en-US', timezoneId: 'UTC' })).newPage();
    await logIn(page, firm.url, firm.org.administrator.username, PASSWORD);
    await page.waitForURL('**/lightning/**');
  });
  after(async () => {
    await browser.close();
    await firm.close();
  });

  for (const [name, tiles] of Object.entries(shownOnDashboards)) {
    const title = name.replaceAll('_', ' ');
    for (const width of [1280, 390]) {
      test(`${title} at ${width} pixels`, async () => {
        await open(page, `${firm.url}/lightning/r/Dashboard/${await firm.idOf('Dashboard', name)}/view`, width);
        assert.deepEqual(await shownTiles(page), tiles);
        assert.equal(await scrollsSideways(page), false);
        assert.deepEqual(await accessibilityProblems(page), []);
        const columns = new Set((await boxesOfTiles(page)).map(({ x }) => Math.round(x)));
        assert.equal(columns.size > 1, width === 1280, 'tiles stand side by side on wide windows only');
        const difference = differenceFromKept(
          await page.locator('shell-dashboard-page').screenshot(),
          `${name}-${width}`,
        );
        assert.ok(
          difference <= MAY_DIFFER,
          `${(difference * 100).toFixed(1)} % of the picture differ from the kept one`,
        );
      });
    }
  }
});

/** Opens the page in a window as high as the page, so that pictures have all of it. */
async function open(page: Page, url: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const chart of await page.locator('shell-report-chart').all()) await chart.locator('svg').waitFor();
  const bottoms = (await boxesOfTiles(page)).map(({ y, height }) => y + height);
  await page.setViewportSize({ width, height: Math.ceil(Math.max(...bottoms)) + 24 });
}

/** Each tile's title with the number behind what it shows, or the lines of its table; charts have theirs folded away. */
async function shownTiles(page: Page): Promise<string[]> {
  const tiles: string[] = [];
  for (const tile of await page.locator('shell-dashboard-tile').all()) {
    assert.equal(await tile.locator('shell-notice').count(), 0, 'a tile says why it cannot be shown');
    const title = await tile.getByRole('heading').innerText();
    const shown = await tile.locator('.number[title]').all();
    const numbers = await Promise.all(shown.map((number) => number.getAttribute('title')));
    const rows = await tile.locator('table tr').all();
    const cells = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
    const lines = cells.map((row) => row.map((cell) => cell.trim()).join(' | '));
    const kind = (await tile.locator('shell-report-chart').count()) > 0 ? 'chart: ' : '';
    tiles.push(`${title} = ${kind}${[...numbers, ...lines].join(' / ')}`);
  }
  return tiles;
}

async function boxesOfTiles(page: Page): Promise<{ x: number; y: number; height: number }[]> {
  const tiles = await page.locator('shell-dashboard-tile').all();
  const boxes = await Promise.all(tiles.map((tile) => tile.boundingBox()));
  return boxes.filter((box) => box !== null);
}
