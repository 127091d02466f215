import { createElement } from 'lwc';
import load from '@salesforce/apex/ScheduledJobsController.load';
import turn from '@salesforce/apex/ScheduledJobsController.turn';
import ScheduledJobs from 'c/scheduledJobs';

jest.mock('@salesforce/apex/ScheduledJobsController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduledJobsController.turn', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = load as unknown as jest.Mock;
const turnMock = turn as unknown as jest.Mock;

const off = { name: 'Reminders', label: 'Reminders', purpose: 'Reminds.', times: 'Mondays at 7:00', isOn: false };
const on = { ...off, name: 'Measures', label: 'Measures', isOn: true, nextRun: '2026-06-01T07:00:00Z', runsAs: 'Ada' };

async function settle(): Promise<void> {
  for (let turns = 0; turns < 5; turns++) await Promise.resolve();
}

async function show(): Promise<ShadowRoot> {
  const element = createElement('c-scheduled-jobs', { is: ScheduledJobs });
  document.body.appendChild(element);
  await settle();
  return element.shadowRoot!;
}

function press(root: ShadowRoot, selector: string): void {
  root.querySelector<HTMLElement>(selector)!.click();
}

describe('c-scheduled-jobs', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('turns one on, one off, and all on that are off, and is accessible', async () => {
    loadMock.mockResolvedValue([on, off]);
    turnMock.mockResolvedValue([on, { ...off, isOn: true }]);
    const root = await show();
    expect(root.textContent).toMatch(/1 of 2 jobs are on/);
    await expect(root.host).toBeAccessible();
    press(root, '[data-action="all"]');
    await settle();
    expect(turnMock).toHaveBeenLastCalledWith({ names: ['Reminders'], isOn: true });
    expect(root.querySelector<HTMLElement & { disabled: boolean }>('[data-action="all"]')!.disabled).toBe(true);
    press(root, '[data-name="Measures"]');
    await settle();
    expect(turnMock).toHaveBeenLastCalledWith({ names: ['Measures'], isOn: false });
  });

  it('says what was refused, and offers to load again', async () => {
    loadMock.mockRejectedValueOnce({ body: { message: 'Only administrators' } });
    const root = await show();
    loadMock.mockResolvedValue([off]);
    root.querySelector('c-error-panel')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    turnMock.mockRejectedValue({ body: { message: 'No such class' } });
    press(root, '[data-name="Reminders"]');
    await settle();
    expect(root.querySelector('c-error-panel')).not.toBeNull();
    expect(root.textContent).toMatch(/0 of 1 jobs are on/);
  });
});
