import { createElement } from 'lwc';
import loadRebuild from '@salesforce/apex/MeasuresController.loadRebuild';
import rebuild from '@salesforce/apex/MeasuresController.rebuild';
import MeasureRebuild from 'c/measureRebuild';

jest.mock('@salesforce/apex/MeasuresController.loadRebuild', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MeasuresController.rebuild', () => ({ default: jest.fn() }), { virtual: true });

const rebuildMock = rebuild as unknown as jest.Mock;
const loadMock = loadRebuild as unknown as jest.Mock;

const scope = { kind: 'Firm', recordId: null, fromDay: '2026-01-01', toDay: '2026-03-31' };

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

async function start(): Promise<HTMLElement> {
  const element = createElement('c-measure-rebuild', { is: MeasureRebuild });
  Object.assign(element, { scope });
  document.body.appendChild(element);
  button(element).click();
  await settle();
  return element;
}

const button = (element: HTMLElement) =>
  element.shadowRoot!.querySelector<HTMLElement & { disabled: boolean }>('lightning-button')!;
const status = (element: HTMLElement) => element.shadowRoot!.querySelector('[role="status"]')!.textContent;

describe('c-measure-rebuild', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    rebuildMock.mockResolvedValue('run1');
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.resetAllMocks();
  });

  it('follows the rebuild and tells when the numbers are new', async () => {
    loadMock.mockResolvedValueOnce({ Status__c: 'Running', Phase__c: 'Projects', RowsWritten__c: 12 });
    loadMock.mockResolvedValueOnce({ Status__c: 'Completed', Phase__c: 'Firm', RowsWritten__c: 1 });
    const element = await start();
    const done = jest.fn();
    element.addEventListener('done', done);
    expect(rebuildMock).toHaveBeenCalledWith({ fromDay: '2026-01-01', toDay: '2026-03-31' });
    expect(status(element)).toBe('Rebuilding: projects, 12 rows written …');
    expect(button(element).disabled).toBe(true);
    jest.runOnlyPendingTimers();
    await settle();
    expect(loadMock).toHaveBeenLastCalledWith({ runId: 'run1' });
    expect(status(element)).toBe('Rebuilt, 1 row written.');
    expect(button(element).disabled).toBe(false);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('says what could not be rebuilt, and that it can go on', async () => {
    loadMock.mockResolvedValue({
      Status__c: 'Interrupted',
      Phase__c: 'Projects',
      RowsWritten__c: 0,
      Problems__c: 'Atlas: no calendar',
    });
    const element = await start();
    expect(status(element)).toContain('was interrupted');
    expect(element.shadowRoot!.querySelector('.problems')!.textContent).toBe('Atlas: no calendar');
    expect(button(element).disabled).toBe(false);
  });

  it('says why it was refused', async () => {
    const refusal = { body: { message: 'Rebuild at most 120 months at once.' } };
    rebuildMock.mockRejectedValue(refusal);
    const element = await start();
    expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({ errors: refusal });
    expect(status(element)).toBe('');
  });

  it('leaves the run alone when the page is left, and is accessible', async () => {
    loadMock.mockResolvedValue({ Status__c: 'Running', Phase__c: 'Resources', RowsWritten__c: 0 });
    const element = await start();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
    jest.useFakeTimers();
    element.remove();
    jest.runAllTimers();
    expect(loadMock).toHaveBeenCalledTimes(1);
  });
});
