/** The main job in the browser: a seller wins an opportunity, and the others find a planned and staffed project. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import type { Locator, Page } from 'playwright-core';
import { queryAll } from '../seed/records.ts';
import { Workplace } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn, type Persona } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const PHONE = 390;
const MATRIX = '/lightning/n/Rate_Card_Matrix';

interface Deal {
  readonly Id: string;
  readonly Name: string;
  readonly Project__c: string | null;
}

interface Bar {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly isCritical: boolean;
}

/** What the bar of a task or milestone is called: its name, its days, and what else there is to say. */
const BAR = /^(?:Task|Milestone) (.+?), (\w{3} \d+, \d{4}) to (\w{3} \d+, \d{4})(?:,|$)(.*)/;

/** "Jan 5, 2026" as 2026-01-05. */
function isoDate(shown: string): string {
  return new Date(`${shown} UTC`).toISOString().slice(0, 10);
}

describe('hand-off', () => {
  const data = temporaryFolder('handoff');
  let org: ServedOrg;
  let admin: Connection;
  let workplace: Workplace;
  let deal: Deal;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: true });
    admin = await logIn(org.url, 'admin');
    workplace = await Workplace.open(org.url);
    deal = await readDeal("StageName = 'Negotiation/Review' AND Name LIKE '%CRM Quick Start'");
  });
  after(async () => {
    await workplace.close();
    await org.stop();
    removeFolder(data);
  });

  async function readDeal(where: string): Promise<Deal> {
    const [found] = await queryAll<Deal>(
      admin,
      `SELECT Id, Name, Project__c FROM Opportunity WHERE ${where} ORDER BY CreatedDate, Id LIMIT 1`,
    );
    assert.ok(found);
    return found;
  }

  const dealPath = (): string => workplace.recordPath('Opportunity', deal.Id);
  const projectPath = (): string => workplace.recordPath('Project__c', deal.Project__c ?? '');

  async function openDeal(persona: Persona, width?: number): Promise<Page> {
    const page = await workplace.logIn(persona, dealPath(), { width });
    await page.getByRole('heading', { name: 'Services', exact: true }).waitFor();
    await page.locator('c-estimate-lines').getByText('Project Manager').first().waitFor();
    return page;
  }

  async function openProject(persona: Persona, width?: number): Promise<Page> {
    const page = await workplace.logIn(persona, projectPath(), { width });
    await page.getByRole('group', { name: 'Time line' }).getByRole('button').first().waitFor();
    return page;
  }

  async function openStaffing(persona: Persona, width?: number): Promise<Page> {
    const page = await openProject(persona, width);
    await page.getByRole('tab', { name: 'Staffing' }).click();
    await page
      .locator('c-project-staffing')
      .getByText(/\d+ requests: /)
      .waitFor();
    return page;
  }

  async function barsOf(page: Page): Promise<Bar[]> {
    const bars = page.getByRole('group', { name: 'Time line' }).getByRole('button');
    const labels = await Promise.all((await bars.all()).map((bar) => bar.getAttribute('aria-label')));
    return labels.flatMap((label) => {
      const parts = BAR.exec(label ?? '');
      if (parts === null) return [];
      const [, name = '', start = '', end = '', rest = ''] = parts;
      return [{ name, start: isoDate(start), end: isoDate(end), isCritical: rest.includes('on the critical path') }];
    });
  }

  const barNamed = async (page: Page, name: string): Promise<Bar | undefined> =>
    (await barsOf(page)).find((bar) => bar.name === name);

  function requestOf(page: Page, role: string): Locator {
    return page.locator('c-project-staffing li.request').filter({ has: page.getByRole('heading', { name: role }) });
  }

  it('shows a seller what the services cost and what winning would make, but no margin', () =>
    workplace.step(async () => {
      const page = await openDeal('sales');
      const panel = page.locator('c-opportunity-handoff');
      await panel.getByRole('heading', { name: 'What winning makes' }).waitFor();
      const text = await panel.innerText();
      assert.match(text, /\$16,800\.00/, 'Project Manager, 80 h at 210.00');
      assert.match(text, /3 phases, 9 tasks and 2 milestones/);
      assert.match(text, /would be (?:booked|held) for \d+/);
      assert.doesNotMatch(text, /Margin/);
      await page.locator('shell-related-list').getByRole('link', { name: 'Estimate Lines (4)' }).first().waitFor();
      await assertAccessible(page);
    }));

  it('shows finance the margin of the same opportunity', () =>
    workplace.step(async () => {
      const page = await openDeal('finance');
      await page.locator('c-opportunity-handoff').getByText('Margin', { exact: true }).first().waitFor();
    }));

  it('is done by moving the path to Closed Won, and leads to the project', () =>
    workplace.step(async () => {
      const page = await openDeal('sales');
      const path = page.locator('shell-record-path-bar');
      await path.getByRole('option', { name: 'Closed' }).click();
      await path.getByRole('button', { name: 'Select Closed Stage' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox').click();
      await dialog.getByRole('option', { name: 'Closed Won' }).click();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Open project' }).click();
      await page.getByRole('heading', { name: 'Plan', exact: true }).waitFor();
      deal = await readDeal(`Id = '${deal.Id}'`);
      assert.equal(new URL(page.url()).pathname, projectPath());
    }));

  it('gives the project manager a plan with dates, links and the critical path', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('pm', '/lightning/o/Project__c/list?filterName=All');
      await page.getByRole('link', { name: deal.Name }).first().click();
      await page.getByRole('group', { name: 'Time line' }).getByRole('button').first().waitFor();
      const bars = await barsOf(page);
      assert.equal(bars.length, 11);
      for (const bar of bars) assert.ok(bar.start <= bar.end, bar.name);
      assert.ok(bars.some((bar) => bar.isCritical) && bars.some((bar) => !bar.isCritical));
      // A line and its head for each of the template's thirteen links.
      assert.equal(await page.getByRole('group', { name: 'Time line' }).locator('path').count(), 26);
      await assertAccessible(page);
    }));

  it('lets the keyboard move a task with what depends on it, and take that back', () =>
    workplace.step(async () => {
      const page = await openProject('pm');
      const [before, successor] = [
        await barNamed(page, 'Kick-off and goals'),
        await barNamed(page, 'Process workshops'),
      ];
      const bar = page.getByRole('group', { name: 'Time line' }).getByRole('button', { name: /^Task Kick-off/ });
      await bar.focus();
      await bar.press('ArrowRight');
      const moved = await eventually('the task to move', async () => {
        const now = await barNamed(page, 'Kick-off and goals');
        return now?.start === before?.start ? undefined : now;
      });
      assert.ok(moved.start > (before?.start ?? ''));
      assert.ok(((await barNamed(page, 'Process workshops'))?.start ?? '') > (successor?.start ?? ''));
      await page.keyboard.press('Control+z');
      await eventually('the move to be taken back', async () =>
        (await barNamed(page, 'Kick-off and goals'))?.start === before?.start ? true : undefined,
      );
      assert.deepEqual(await barNamed(page, 'Process workshops'), successor);
    }));

  it('lets the mouse drag a task to another week', () =>
    workplace.step(async () => {
      const page = await openProject('pm');
      const before = await barNamed(page, 'Kick-off and goals');
      const bar = page.getByRole('group', { name: 'Time line' }).getByRole('button', { name: /^Task Kick-off/ });
      await bar.scrollIntoViewIfNeeded();
      const box = await bar.boundingBox();
      assert.ok(box !== null && before !== undefined);
      // By its left end: the name beside a bar belongs to it too, and the right end changes the duration.
      const [x, y] = [box.x + 4, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 60, y, { steps: 4 });
      await page.mouse.up();
      await eventually('the task to move', async () =>
        ((await barNamed(page, 'Kick-off and goals'))?.start ?? before.start) > before.start ? true : undefined,
      );
      const [task] = await queryAll<{ StartDate__c: string }>(
        admin,
        `SELECT StartDate__c FROM ProjectTask__c WHERE Project__c = '${deal.Project__c}' AND Name = 'Kick-off and goals'`,
      );
      assert.equal(task?.StartDate__c, (await barNamed(page, 'Kick-off and goals'))?.start);
    }));

  it('shows the resource manager which requests are open, and who could do them', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('resourcing', '/lightning/page/home');
      await page.getByRole('link', { name: /View All.*Open Requests/ }).waitFor();
      await assertAccessible(page);
      await page
        .getByRole('navigation', { name: 'Keelson' })
        .getByRole('link', { name: 'Resources', exact: true })
        .click();
      await page.getByRole('button', { name: /list view/i }).waitFor();
      await assertAccessible(page);
      await workplace.visit(page, projectPath());
      await page.getByRole('tab', { name: 'Staffing' }).click();
      await requestOf(page, 'Solution Architect').getByText('Filled').or(page.getByText('Open')).first().waitFor();
    }));

  it('staffs the project: candidates with reasons, who can be released, held and booked', () =>
    workplace.step(async () => {
      const page = await openStaffing('pm');
      const request = requestOf(page, 'Project Manager');
      await request.getByText('Filled').waitFor();
      await request.getByRole('button', { name: 'Release' }).click();
      await request.getByText('Open', { exact: true }).waitFor();

      await request.getByRole('button', { name: 'Find candidates' }).click();
      const candidates = request.locator('c-candidate-list');
      await candidates
        .getByText(/hours free/)
        .first()
        .waitFor();
      await assertAccessible(page);
      await candidates.getByRole('button', { name: 'Hold' }).first().click();
      await request.getByText('Held', { exact: true }).waitFor();
      await request.getByRole('button', { name: 'Release' }).click();
      await request.getByText('Open', { exact: true }).waitFor();

      await request.getByRole('button', { name: 'Find candidates' }).click();
      await candidates.getByRole('button', { name: 'Book' }).first().click();
      await request.getByText('Filled', { exact: true }).waitFor();
      const bookings = await queryAll<{ BookingType__c: string }>(
        admin,
        `SELECT BookingType__c FROM Assignment__c WHERE Project__c = '${deal.Project__c}' AND Role__r.Name = 'Project Manager' AND Status__c = 'Planned'`,
      );
      assert.deepEqual(
        bookings.map((booking) => booking.BookingType__c),
        ['Hard'],
      );
    }));

  it('lets the administrator change a rate in the matrix', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('admin', '/lightning/setup/Tabs/home');
      await page.getByRole('link', { name: 'Rate Card Matrix' }).waitFor();
      await assertAccessible(page);
      await page.getByRole('link', { name: 'Rate Card Matrix' }).first().click();
      const cell = page.getByRole('textbox', { name: /Engagement Director.*Standard rates/ });
      await cell.fill('301.50');
      await cell.press('Tab');
      await assertAccessible(page);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('1 rate was saved.').waitFor();
      const [line] = await queryAll<{ BillRate__c: number }>(
        admin,
        "SELECT BillRate__c FROM RateCardLine__c WHERE Role__r.Name = 'Engagement Director' AND RateCard__r.Name = 'Standard rates' AND RateType__c = 'Standard'",
      );
      assert.equal(line?.BillRate__c, 301.5);
    }));

  it('shows a consultant their project without money that is not theirs to see, and no other project', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', '/lightning/o/Project__c/list?filterName=All');
      const [booked] = await queryAll<{ Project__r: { Name: string } }>(
        admin,
        "SELECT Project__r.Name FROM Assignment__c WHERE Resource__r.User__r.Username LIKE 'consultant@%'",
      );
      const name = booked?.Project__r.Name ?? '';
      await page.getByRole('link', { name }).first().waitFor();
      assert.equal(await page.getByRole('link', { name: deal.Name }).count(), 0);
      await page.getByRole('link', { name }).first().click();
      await page.getByRole('group', { name: 'Time line' }).waitFor();
      await page.getByText('Budget Hours').first().waitFor();
      assert.doesNotMatch(await page.locator('body').innerText(), /Budget Cost|Budget Margin/);
      assert.equal(await page.getByRole('button', { name: 'Take baseline' }).count(), 0);
      await workplace.visit(page, projectPath());
      await page.getByRole('heading', { name: 'Insufficient privileges' }).waitFor();
      assert.doesNotMatch(await page.locator('body').innerText(), new RegExp(deal.Name));
    }));

  it('shows an executive the project with its margin, to read only', () =>
    workplace.step(async () => {
      const page = await openProject('leader');
      await page.getByText('Budget Cost').first().waitFor();
      assert.equal(await page.getByRole('button', { name: 'Edit', exact: true }).count(), 0);
      assert.equal(await page.getByRole('button', { name: 'Take baseline' }).count(), 0);
    }));

  it('fits on a phone, and is accessible there', () =>
    workplace.step(async () => {
      const pages = [
        await openDeal('sales', PHONE),
        await openProject('pm', PHONE),
        await openStaffing('pm', PHONE),
        await workplace.logIn('admin', MATRIX, { width: PHONE }),
      ];
      await pages[3]?.getByRole('textbox').nth(1).waitFor();
      for (const page of pages) {
        await assertFits(page);
        await assertAccessible(page);
      }
    }));
});
