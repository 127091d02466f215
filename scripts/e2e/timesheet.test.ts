/** A consultant's week in the browser, from the first keystroke to the manager's approval. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import type { Locator, Page } from 'playwright-core';
import { addDays, mondayOf } from '../seed/dates.ts';
import { queryAll, updateAll } from '../seed/records.ts';
import { Workplace } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn, type Persona, usernameFor } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const PHONE = 390;
const TIMESHEET = '/lightning/n/Timesheet';
const APPROVALS = '/lightning/n/Approvals';
const OF_CONSULTANT = "Resource__r.User__r.Username LIKE 'consultant@%'";
const MONDAY = mondayOf(new Date().toISOString().slice(0, 10));
const THIS_WEEK = `WeekStart__c = ${MONDAY}`;
const NEXT_WEEK = `WeekStart__c = ${addDays(MONDAY, 7)}`;

interface Entry {
  readonly Date__c: string;
  readonly Minutes__c: number;
  readonly Notes__c: string | null;
  readonly IsBillable__c: boolean;
  readonly BillableMinutes__c: number | null;
  readonly AdjustmentReason__c: string | null;
}

interface Sheet {
  readonly Id: string;
  readonly Status__c: string;
}

describe('timesheet', () => {
  const data = temporaryFolder('timesheet');
  let org: ServedOrg;
  let admin: Connection;
  let workplace: Workplace;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: true });
    admin = await logIn(org.url, 'admin');
    workplace = await Workplace.open(org.url);
  });
  after(async () => {
    await workplace.close();
    await org.stop();
    removeFolder(data);
  });

  /** The cell of the first row on a day. */
  function cell(page: Page, day: string, row = 0): Locator {
    return page.getByRole('gridcell', { name: new RegExp(`^${day}, `) }).nth(row);
  }

  async function enter(page: Page, day: string, text: string, row = 0): Promise<void> {
    await cell(page, day, row).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }

  async function shows(page: Page, state: string): Promise<void> {
    await page.locator('.save', { hasText: state }).waitFor();
  }

  async function openWeek(page: Page): Promise<void> {
    await cell(page, 'Monday').waitFor();
  }

  async function openNextWeek(page: Page): Promise<void> {
    await openWeek(page);
    const shown = await page.locator('.week-name').innerText();
    await page.getByRole('button', { name: 'Week after' }).click();
    await page.locator('.week-name').filter({ hasNotText: shown }).waitFor();
  }

  /** A key by its name, or text. */
  async function press(page: Page, key: string): Promise<void> {
    if (/^[A-Z]/.test(key)) await page.keyboard.press(key);
    else await page.keyboard.type(key);
  }

  /** Submits a week that is short of its hours, which is worth a question. */
  async function submit(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText(/Submit (it|the week nevertheless)\?/).waitFor();
    await page.locator('.notice').getByRole('button', { name: 'Submit' }).click();
    await page.locator('.status', { hasText: 'Submitted' }).waitFor();
  }

  const entries = (week = THIS_WEEK): Promise<Entry[]> =>
    queryAll<Entry>(
      admin,
      'SELECT Date__c, Minutes__c, Notes__c, IsBillable__c, BillableMinutes__c, AdjustmentReason__c FROM TimeEntry__c ' +
        `WHERE Timesheet__r.${OF_CONSULTANT} AND Timesheet__r.${week} ORDER BY Date__c, Minutes__c`,
    );

  /** The name of a project. */
  async function bookedNextWeek(): Promise<string> {
    const [booking] = await queryAll<{ Project__r: { Name: string } }>(
      admin,
      `SELECT Project__r.Name FROM Assignment__c WHERE ${OF_CONSULTANT} AND BookingType__c = 'Hard' ` +
        `AND Status__c != 'Cancelled' AND StartDate__c <= ${addDays(MONDAY, 13)} AND EndDate__c >= ${addDays(MONDAY, 7)}`,
    );
    assert.ok(booking);
    return booking.Project__r.Name;
  }

  const minutes = async (): Promise<number[]> => (await entries()).map((entry) => entry.Minutes__c);

  async function sheet(): Promise<Sheet> {
    const [found] = await queryAll<Sheet>(
      admin,
      `SELECT Id, Status__c FROM Timesheet__c WHERE ${OF_CONSULTANT} AND ${THIS_WEEK}`,
    );
    assert.ok(found);
    return found;
  }

  it('opens on the home page of a consultant, with the work booked this week', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', '/lightning/page/home');
      await openWeek(page);
      await page
        .getByText(/\d+:\d\d booked/)
        .first()
        .waitFor();
      await assertAccessible(page);
    }));

  it('saves what is typed, in any notation, and adds it up', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openWeek(page);
      await enter(page, 'Monday', '7,5');
      await enter(page, 'Tuesday', '450m');
      await shows(page, 'Saved');
      assert.deepEqual(await minutes(), [450, 450]);
      await page.locator('.sum-total', { hasText: '15:00' }).waitFor();
      await enter(page, 'Wednesday', '25');
      await page.getByText('A day has 24 hours. If you mean minutes, type 25m.').waitFor();
      await shows(page, '1 cell needs you');
      await assertAccessible(page);
      await page.keyboard.press('Control+z');
      await shows(page, 'Saved');
    }));

  it('loses nothing when the connection goes and the tab is closed, and saves it once', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openWeek(page);
      const device = page.context();
      await device.setOffline(true);
      await enter(page, 'Wednesday', '8:00');
      await shows(page, 'Offline – kept on this device');
      // Left in the middle of a number.
      await cell(page, 'Thursday').click();
      await page.keyboard.type('6:45');
      await page.close();
      assert.deepEqual(await minutes(), [450, 450]);

      await device.setOffline(false);
      const next = await device.newPage();
      await workplace.visit(next, TIMESHEET);
      await openWeek(next);
      await shows(next, 'Saved');
      assert.deepEqual(await minutes(), [450, 450, 480, 405]);
      await next.reload();
      await openWeek(next);
      await next.locator('.sum-total', { hasText: '29:45' }).waitFor();
      assert.deepEqual(await minutes(), [450, 450, 480, 405]);
    }));

  it('comes back by itself when the connection does', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openWeek(page);
      await page.context().setOffline(true);
      await enter(page, 'Thursday', '7:30');
      await shows(page, 'Offline');
      await page.context().setOffline(false);
      await shows(page, 'Saved');
      assert.deepEqual(await minutes(), [450, 450, 480, 450]);
    }));

  it('shows what another session has changed, and overwrites nothing unasked', () =>
    workplace.step(async () => {
      const [mine, other] = [
        await workplace.logIn('consultant', TIMESHEET),
        await workplace.logIn('consultant', TIMESHEET),
      ];
      await openWeek(mine);
      await openWeek(other);
      await enter(other, 'Monday', '4');
      await shows(other, 'Saved');
      await enter(mine, 'Monday', '5');
      await mine.getByRole('heading', { name: 'One cell was changed elsewhere too' }).waitFor();
      assert.equal((await minutes())[0], 240);
      await assertAccessible(mine);
      await mine.getByRole('button', { name: /^Keep mine/ }).click();
      await shows(mine, 'Saved');
      assert.equal((await minutes())[0], 300);
    }));

  it('pastes a block from a spreadsheet and fills to the right', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openWeek(page);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate("navigator.clipboard.writeText('7:30\\t7.5')");
      await cell(page, 'Monday').click();
      await page.keyboard.press('Control+v');
      await cell(page, 'Tuesday').click();
      await page.keyboard.press('Control+r');
      await shows(page, 'Saved');
      assert.deepEqual(await minutes(), [450, 450, 450, 450, 450]);
    }));

  it('is a day at a time on a phone, where notes can be added too', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET, { width: PHONE });
      await page.getByRole('button', { name: /^Monday/ }).click();
      await page
        .getByRole('button', { name: /^A quarter of an hour more/ })
        .first()
        .click();
      await page
        .getByRole('button', { name: /^Add a note/ })
        .first()
        .click();
      await page.getByLabel('Note', { exact: true }).fill('Workshop with the sales team');
      await page.getByRole('button', { name: 'Close the details' }).click();
      await shows(page, 'Saved');
      await assertFits(page);
      await assertAccessible(page);
      const [monday] = await entries();
      assert.deepEqual([monday?.Minutes__c, monday?.Notes__c], [465, 'Workshop with the sales team']);
    }));

  it('counts with a clock that outlives the page', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openWeek(page);
      await page
        .getByRole('button', { name: /^Start the clock for / })
        .first()
        .click();
      const stop = page.getByRole('button', { name: 'Stop the clock', exact: true });
      await stop.waitFor();
      await page.reload();
      await stop.waitFor();
      await assertAccessible(page);
      await stop.click();
      await stop.waitFor({ state: 'detached' });
    }));

  it('is worked by keyboard alone: notations, arrows, Tab, note and billing', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openNextWeek(page);
      await cell(page, 'Monday').click();
      for (const key of ['1:30', 'Tab', '1.5', 'ArrowDown', '90m', 'Enter']) await press(page, key);
      await shows(page, 'Saved');
      assert.deepEqual(
        (await entries(NEXT_WEEK)).map((entry) => entry.Minutes__c),
        [90, 90, 90],
      );
      for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft', 'Shift+Enter', 'a call']) await press(page, key);
      await page.getByLabel('Bill only').focus();
      await page.keyboard.type('1:00');
      await page.keyboard.press('Escape');
      await shows(page, 'Saved');
      await eventually('what is billed', async () => {
        const [first] = await entries(NEXT_WEEK);
        return first?.BillableMinutes__c === 60 && first.Notes__c === 'a call' ? first : undefined;
      });
      // The switch of the row stands left of its first day.
      for (const key of ['ArrowLeft', 'Enter']) await press(page, key);
      await eventually('a row that is not billed', async () => {
        const [first] = await entries(NEXT_WEEK);
        return first === undefined || first.IsBillable__c ? undefined : first;
      });
    }));

  it('is filled from last week and from bookings, which is taken back in one step', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openNextWeek(page);
      for (const source of ['Copy last week', 'Fill from bookings']) {
        const before = (await entries(NEXT_WEEK)).length;
        await page.getByRole('button', { name: source }).click();
        await eventually(`cells of "${source}"`, async () =>
          (await entries(NEXT_WEEK)).length > before ? true : undefined,
        );
        await page.getByRole('button', { name: 'Undo' }).click();
        await eventually('the week as it was', async () =>
          (await entries(NEXT_WEEK)).length === before ? true : undefined,
        );
      }
    }));

  it('finds work to add, and says when there is none', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openNextWeek(page);
      const search = page.getByRole('combobox', { name: 'Add work to this week' });
      await search.fill('no such work');
      await page.getByText('No open work matches “no such work”.').waitFor();
      const project = await bookedNextWeek();
      await search.fill(project);
      await page.getByRole('option').first().waitFor();
      await assertAccessible(page);
      await search.press('ArrowDown');
      await search.press('Enter');
      await page.getByRole('rowheader').filter({ hasText: project }).first().waitFor();
    }));

  it('corrects approved time by an adjustment that says why, and the correction can be corrected', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openWeek(page);
      const approved = page.locator('.status', { hasText: 'Approved' });
      await page.getByRole('button', { name: 'Week before' }).click();
      await approved.waitFor();
      const correct = async (time: string, reason: string): Promise<void> => {
        await page
          .getByRole('gridcell', { name: /day, .*\d:\d\d/ })
          .first()
          .click();
        await page.keyboard.press('Shift+Enter');
        await page.getByRole('button', { name: 'Correct this time' }).click();
        await page.getByLabel('Should have been').fill(time);
        await page.getByRole('button', { name: 'Save the correction' }).click();
        await page.getByText('Say why').waitFor();
        await page.getByLabel('Because').fill(reason);
        await assertAccessible(page);
        await page.getByRole('button', { name: 'Save the correction' }).click();
        await page.getByText('The correction was saved').first().waitFor();
      };
      await correct('0:30', 'Counted twice');
      await correct('1:00', 'Half of that was right');
      const corrections = (await entries()).filter((entry) => entry.AdjustmentReason__c !== null);
      assert.deepEqual(corrections.map((entry) => entry.AdjustmentReason__c).sort(), [
        'Counted twice',
        'Half of that was right',
      ]);
      assert.ok(
        corrections.some((entry) => entry.Minutes__c === 30),
        'the second counts from the first',
      );
      assert.ok(corrections.some((entry) => entry.Minutes__c < 0));
      await page.getByRole('button', { name: 'This week' }).click();
      await openWeek(page);
    }));

  it('is submitted, recalled and submitted again, and closed from then on', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', TIMESHEET);
      await openWeek(page);
      await submit(page);
      await page.getByRole('button', { name: 'Recall' }).click();
      await page.locator('.status', { hasText: 'Draft' }).waitFor();
      await submit(page);
      assert.equal((await sheet()).Status__c, 'Submitted');
      await cell(page, 'Monday').click();
      await page.keyboard.type('1');
      await page.getByRole('dialog').getByText('Recall it to change it.').waitFor();
    }));

  it('is sent back with a reason for an entry, put right and submitted again', () =>
    workplace.step(async () => {
      const manager = await workplace.logIn('pm', APPROVALS, { width: PHONE });
      await manager.getByRole('button', { name: /^Entries of Carlos Moreno/ }).click();
      const opened = manager.locator('c-approval-sheet');
      await opened.getByRole('button', { name: 'Send back' }).click();
      await opened.getByRole('button', { name: 'Send back' }).click();
      await manager.getByText('Say what has to be corrected').waitFor();
      await manager
        .getByLabel(/^Why send back/)
        .first()
        .fill('Which workshop?');
      await assertFits(manager);
      await assertAccessible(manager);
      await opened.getByRole('button', { name: 'Send back' }).click();
      await manager.getByText('The timesheet was sent back.').waitFor();

      const page = await workplace.logIn('consultant', TIMESHEET);
      await page.getByText('Cells with a red corner say why.').waitFor();
      await cell(page, 'Monday').click();
      await page.keyboard.press('Shift+Enter');
      await page.getByRole('dialog').getByText('Which workshop?').waitFor();
      await page.keyboard.press('Escape');
      await submit(page);
      assert.equal((await sheet()).Status__c, 'Submitted');
    }));

  it('is approved by the project manager, who opens it first', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('pm', APPROVALS);
      await page.getByRole('button', { name: /^Entries of Carlos Moreno/ }).click();
      await page.getByText('Workshop with the sales team').waitFor();
      await assertAccessible(page);
      await page.locator('c-approval-sheet').getByRole('button', { name: 'Approve' }).click();
      await page.getByText('1 timesheet was approved.').waitFor();
      assert.equal((await sheet()).Status__c, 'Submitted', 'the manager of the person has to approve too');
    }));

  it('waits for the delegate of the manager too, who sees for whom', () =>
    workplace.step(async () => {
      const users = await queryAll<{ Id: string; Username: string }>(admin, 'SELECT Id, Username FROM User');
      const idOf = (persona: Persona) => users.find(({ Username }) => Username === usernameFor(persona))?.Id ?? '';
      await updateAll(admin, 'User', [{ Id: idOf('resourcing'), DelegatedApproverId: idOf('pm') }]);
      const page = await workplace.logIn('pm', APPROVALS);
      await page.getByRole('row', { name: /Carlos Moreno for / }).waitFor();
      await assertAccessible(page);
    }));

  it('is approved by the manager together with all others that wait', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('resourcing', APPROVALS);
      await page.getByRole('row', { name: /Carlos Moreno/ }).waitFor();
      await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
      await page.getByRole('button', { name: /^Approve \d+$/ }).click();
      await page.getByText(/timesheets? (was|were) approved\.$/).waitFor();
      await page.getByText('Nothing waits for you').waitFor();
      assert.equal(await page.getByRole('button', { name: /^Approve/ }).count(), 0);
      assert.equal((await sheet()).Status__c, 'Approved');
      await assertFits(page);
    }));
});
