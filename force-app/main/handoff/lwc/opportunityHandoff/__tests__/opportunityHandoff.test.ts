import { createElement } from 'lwc';
import getHandoff from '@salesforce/apex/OpportunityHandoffController.getHandoff';
import retry from '@salesforce/apex/OpportunityHandoffController.retry';
import saveLine from '@salesforce/apex/OpportunityHandoffController.saveLine';
import OpportunityHandoff from 'c/opportunityHandoff';

jest.mock(
  '@salesforce/apex/OpportunityHandoffController.getHandoff',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/OpportunityHandoffController.retry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OpportunityHandoffController.saveLine', () => ({ default: jest.fn() }), { virtual: true });

const adapter = getHandoff as unknown as { emit(data: unknown): void; error(body: unknown): void };

const open = {
  opportunityId: 'o1',
  status: 'Open',
  isClosed: false,
  canEdit: true,
  canSeeMargin: true,
  currencyCode: 'USD',
  roles: [],
  lines: [],
  totalHours: 80,
  totalAmount: 13200,
  totalCost: 5000,
  marginPercent: 62.1,
  missingRates: 1,
  uncostedHours: 10,
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

async function show(data: unknown): Promise<HTMLElement> {
  const element = createElement('c-opportunity-handoff', { is: OpportunityHandoff });
  Object.assign(element, { recordId: 'o1' });
  document.body.appendChild(element);
  await settle();
  adapter.emit(data);
  await settle();
  return element;
}

function button(element: HTMLElement, label: string): HTMLElement {
  const all = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-button')];
  return all.find((candidate) => candidate.label === label)!;
}

describe('c-opportunity-handoff', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows totals with what is missing beside them', async () => {
    const element = await show(open);
    expect(element.shadowRoot!.textContent).toContain('1 lines have no rate and are not in the amount.');
    expect(element.shadowRoot!.textContent).toContain('10 hours have no cost rate');
    expect(element.shadowRoot!.textContent).toContain('Choose a project template');
    await expect(element).toBeAccessible();
  });

  it('keeps cost and margin from who may not see them', async () => {
    const element = await show({ ...open, canSeeMargin: false, totalCost: null, marginPercent: null });
    expect(element.shadowRoot!.textContent).not.toContain('Margin');
    expect(element.shadowRoot!.textContent).not.toContain('cost rate');
  });

  it('saves lines, and says why when one is refused', async () => {
    const element = await show(open);
    (saveLine as unknown as jest.Mock).mockRejectedValue({ body: { message: 'Hours must be more than 0.' } });
    const line = { roleId: 'r1', hours: 0 };
    element.shadowRoot!.querySelector('c-estimate-lines')!.dispatchEvent(new CustomEvent('linesave', { detail: line }));
    await settle();
    expect(saveLine).toHaveBeenCalledWith({ opportunityId: 'o1', line });
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: string[] };
    expect(panel.errors).toEqual(['Hours must be more than 0.']);
  });

  it('opens the project once it is there', async () => {
    const element = await show({
      ...open,
      status: 'Launched',
      projectId: 'p1',
      projectName: 'Acme rollout',
      isClosed: true,
    });
    expect(element.shadowRoot!.textContent).toContain('Acme rollout');
    expect(button(element, 'Open project')).toBeDefined();
    const estimate = element.shadowRoot!.querySelector('c-estimate-lines') as HTMLElement & { canEdit: boolean };
    expect(estimate.canEdit).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('tells why a project could not be made, and tries again', async () => {
    const element = await show({ ...open, status: 'Failed', message: 'The template has a cycle.', isClosed: true });
    expect(element.shadowRoot!.textContent).toContain('The template has a cycle.');
    (retry as unknown as jest.Mock).mockResolvedValue({
      ...open,
      status: 'Launched',
      projectId: 'p1',
      projectName: 'Acme',
    });
    button(element, 'Try again').click();
    await settle();
    expect(button(element, 'Open project')).toBeDefined();
  });

  it('has an error state that can be retried', async () => {
    const element = await show(open);
    adapter.error({ message: 'No access' });
    await settle();
    expect(element.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
