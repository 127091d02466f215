import { createElement } from 'lwc';
import ApprovalSheet from 'c/approvalSheet';
import { entryOf, itemOf } from '../../approvalModel/__tests__/support/inboxes';

const ITEM = itemOf('t1', {
  warnings: [{ kind: 'Missing Days', message: 'No time on Thursday.' }],
  entries: [
    entryOf('e2', { day: '2026-11-17', billableMinutes: 360, notes: 'Workshop' }),
    entryOf('e1'),
    entryOf('e3', { taskName: null, isBillable: false, billAmount: null, rateStatus: null, day: '2026-11-17' }),
    entryOf('e4', { day: '2026-11-18', minutes: -60, billAmount: -200, adjustmentReason: 'Lunch' }),
    entryOf('e5', { day: '2026-11-19', billAmount: null, rateStatus: 'Missing' }),
  ],
});

async function show(): Promise<HTMLElement> {
  const element = createElement('c-approval-sheet', { is: ApprovalSheet });
  Object.assign(element, { item: ITEM, showsAmounts: true });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function heard(element: HTMLElement, name: string): jest.Mock {
  const listener = jest.fn();
  element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
  return listener;
}

async function press(element: HTMLElement, label: string): Promise<void> {
  const buttons = element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-button');
  [...buttons].find((button) => button.label === label)!.click();
  await Promise.resolve();
}

describe('c-approval-sheet', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists the entries by day with what an approver looks at, and is accessible', async () => {
    const element = await show();
    const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['Mon, Nov 16', 'BuildCRM Quick Start', '8:00', 'billable', '$1,600.00', ''],
      ['Tue, Nov 17', 'BuildCRM Quick Start', '8:00', '6:00 billable', '$1,600.00', 'Workshop'],
      ['', 'CRM Quick Start', '8:00', 'not billable', '', ''],
      ['Wed, Nov 18', 'BuildCRM Quick Start', '-1:00', 'billable', '-$200.00', 'Correction: Lunch'],
      ['Thu, Nov 19', 'BuildCRM Quick Start', '8:00', 'billable', 'no rate', ''],
    ]);
    expect(element.shadowRoot!.querySelector('.warnings')?.textContent).toBe('Missing Days: No time on Thursday.');
    await expect(element).toBeAccessible();
  });

  it('is approved', async () => {
    const element = await show();
    const approve = heard(element, 'approve');
    await press(element, 'Approve');
    expect(approve).toHaveBeenCalledWith({ timesheetId: 't1' });
  });

  it('is sent back with a reason for single entries, for the week, or both, but not without any', async () => {
    const element = await show();
    const sendback = heard(element, 'sendback');
    await press(element, 'Send back');
    await expect(element).toBeAccessible();
    await press(element, 'Send back');
    expect(sendback).not.toHaveBeenCalled();
    expect(element.shadowRoot!.querySelector('.problem')?.textContent).toMatch(/what has to be corrected/);
    element.shadowRoot!.querySelector<HTMLInputElement>('[data-entry="e2"]')!.value = ' Too long ';
    element.shadowRoot!.querySelector<HTMLTextAreaElement>('[data-comment]')!.value = 'See Tuesday.';
    await press(element, 'Send back');
    const reasons = [{ entryId: 'e2', reason: 'Too long' }];
    expect(sendback.mock.calls).toEqual([[{ timesheetId: 't1', comment: 'See Tuesday.', reasons }]]);
    await press(element, 'Cancel');
    expect(element.shadowRoot!.querySelector('[data-entry]')).toBeNull();
  });
});
