/** What every page must be, whatever it shows. */
import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const GRAVE = new Set(['serious', 'critical']);

/** The "More" tab of lightning-tabset, a tab with a menu button in it: the base component is Salesforce's, not ours to mend. */
const MORE_TAB = { rule: 'nested-interactive', html: 'data-overflow=""' };

/** Fails when axe finds anything serious or critical. */
export async function assertAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations
    .filter(({ impact }) => GRAVE.has(impact ?? ''))
    .flatMap((violation) =>
      violation.nodes
        .filter(({ html }) => violation.id !== MORE_TAB.rule || !html.includes(MORE_TAB.html))
        .map((node) => `${violation.id} at ${node.target.join(' ')}: ${node.html.slice(0, 200)}`),
    );
  assert.deepEqual(grave, [], `${page.url()} is not accessible.`);
}

/** Fails when the page as a whole is wider than its window. Parts of it, such as a time line, may scroll within. */
export async function assertFits(page: Page): Promise<void> {
  const [content, window] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
  assert.ok(content <= window, `${page.url()} is ${content} pixels wide in a window of ${window}.`);
}
