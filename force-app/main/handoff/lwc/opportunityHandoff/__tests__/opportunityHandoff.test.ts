import { createElement } from 'lwc';
import launch from '@salesforce/apex/OpportunityHandoffController.launch';
import load from '@salesforce/apex/OpportunityHandoffController.load';
import { createRecord, getRecord, updateRecord } from 'lightning/uiRecordApi';
import OpportunityHandoff from 'c/opportunityHandoff';

jest.mock('@salesforce/apex/OpportunityHandoffController.launch', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OpportunityHandoffController.load', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = load as unknown as jest.Mock;
const createMock = createRecord as unknown as jest.Mock;
const updateMock = updateRecord as unknown as jest.Mock;

const open = {
  opportunity: { IsWon: false, IsClosed: false, ProjectTemplate__c: 't1' },
  sellsServices: true,
  isEditable: true,
  showsMargin: true,
  roles: [],
  lines: [{ lineId: 'l1', roleName: 'Alchemist', hours: 10, isRateMissing: true }],
  totals: { hours: 10 },
  preview: { templateName: 'CRM Quick Start' },
};

const launched = {
  ...open,
  isEditable: false,
  preview: undefined,
  opportunity: {
    IsWon: true,
    IsClosed: true,
    Project__c: 'p1',
    Project__r: { Name: 'Acme rollout', Status__c: 'Planned', StartDate__c: '2026-12-01', EndDate__c: '2027-01-29' },
    HandoffStatus__c: 'Launched',
  },
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(data: unknown): Promise<HTMLElement> {
  loadMock.mockResolvedValue(data);
  const element = createElement('c-opportunity-handoff', { is: OpportunityHandoff });
  Object.assign(element, { recordId: 'o1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function button(element: HTMLElement, label: string): HTMLElement | undefined {
  const all = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-button')];
  return all.find((candidate) => candidate.label === label);
}

function saveLine(element: HTMLElement, detail: object): Promise<void> {
  element.shadowRoot!.querySelector('c-estimate-lines')!.dispatchEvent(new CustomEvent('linesave', { detail }));
  return settle();
}

describe('c-opportunity-handoff', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows the estimate and the preview, and says what is missing instead of a wrong total', async () => {
    const element = await show(open);
    expect(element.shadowRoot!.textContent).toContain('1 line has no rate, so there is no total.');
    expect(element.shadowRoot!.querySelector('c-handoff-preview')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('keeps the margin from who may not see it', async () => {
    expect((await show({ ...open, showsMargin: false })).shadowRoot!.textContent).not.toContain('Margin');
  });

  it('says why no project could be made', async () => {
    const element = await show({ ...open, preview: undefined, problem: 'Enter the services start date.' });
    expect(element.shadowRoot!.textContent).toContain('Enter the services start date.');
  });

  it('adds and changes lines, then shows what the server makes of them', async () => {
    const element = await show(open);
    createMock.mockResolvedValue({});
    await saveLine(element, { fields: { Role__c: 'r1', Hours__c: 8 } });
    expect(createMock).toHaveBeenCalledWith({
      apiName: 'EstimateLine__c',
      fields: { Role__c: 'r1', Hours__c: 8, Opportunity__c: 'o1' },
    });
    updateMock.mockResolvedValue({});
    await saveLine(element, { lineId: 'l1', fields: { Hours__c: 9 } });
    expect(updateMock).toHaveBeenCalledWith({ fields: { Id: 'l1', Hours__c: 9 } });
    expect(loadMock).toHaveBeenCalledTimes(3);
  });

  it('says why a line was refused', async () => {
    const element = await show(open);
    updateMock.mockRejectedValue({ body: { message: 'Hours must be more than 0.' } });
    await saveLine(element, { lineId: 'l1', fields: { Hours__c: -1 } });
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: string[] };
    expect(panel.errors).toEqual(['Hours must be more than 0.']);
  });

  it('loads again when the opportunity was saved elsewhere on the page', async () => {
    const element = await show(open);
    const record = (value: string) => ({ fields: { LastModifiedDate: { value } } });
    const adapter = getRecord as unknown as { emit(record: object): void };
    adapter.emit(record('2026-11-21T10:00:00Z'));
    loadMock.mockResolvedValue(launched);
    adapter.emit(record('2026-11-21T10:00:05Z'));
    await settle();
    expect(loadMock).toHaveBeenCalledTimes(2);
    expect(element.shadowRoot!.textContent).toContain('Acme rollout');
  });

  it('opens the project once it is there', async () => {
    const element = await show(launched);
    expect(element.shadowRoot!.textContent).toContain('Acme rollout');
    expect(element.shadowRoot!.textContent).toMatch(/Planned, Dec 1, 2026\s–\sJan 29, 2027/);
    expect(button(element, 'Open project')).toBeDefined();
    await expect(element).toBeAccessible();
  });

  it('tells why a project could not be made, and tries again', async () => {
    const failed = {
      IsWon: true,
      IsClosed: true,
      HandoffStatus__c: 'Failed',
      HandoffMessage__c: 'The template has a cycle.',
    };
    const element = await show({ ...open, opportunity: failed, preview: undefined });
    expect(element.shadowRoot!.textContent).toContain('The template has a cycle.');
    (launch as unknown as jest.Mock).mockResolvedValue(launched);
    loadMock.mockResolvedValue(launched);
    button(element, 'Try again')!.click();
    await settle();
    expect(button(element, 'Open project')).toBeDefined();
  });

  it('has an error state that can be retried', async () => {
    loadMock.mockRejectedValue({ body: { message: 'No access' } });
    const element = createElement('c-opportunity-handoff', { is: OpportunityHandoff });
    document.body.appendChild(element);
    await settle();
    expect(element.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
