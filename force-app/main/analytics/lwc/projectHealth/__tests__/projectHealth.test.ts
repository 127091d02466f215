import { createElement } from 'lwc';
import load from '@salesforce/apex/ProjectHealthController.load';
import recompute from '@salesforce/apex/ProjectHealthController.recompute';
import ProjectHealth from 'c/projectHealth';

jest.mock('@salesforce/apex/ProjectHealthController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProjectHealthController.recompute', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = load as unknown as jest.Mock;
const recomputeMock = recompute as unknown as jest.Mock;

const now = {
  Date__c: '2026-06-30',
  CurrencyCode__c: 'USD',
  Score__c: 63,
  Rating__c: 'Amber',
  Reasons__c: 'Budget: 82 % of hours used at 61 % complete (−17)',
  CostReasons__c: 'Cost: each 1.00 spent has earned 0.80 (−20)',
  Missing__c: '12 hours not approved yet and in no figure.',
  CostMissing__c: null,
  BudgetAtCompletion__c: 1000,
  PlannedValue__c: 700,
  EarnedValue__c: 610,
  ActualCost__c: 762.5,
  CPI__c: 0.8,
  SPI__c: 0.8714,
  EAC__c: 1250,
  VarianceAtCompletion__c: -250,
  MarginToDate__c: 31,
  PercentComplete__c: 61,
  PlannedPercent__c: 70,
  ScheduleVarianceDays__c: -6.4,
  SPITime__c: 0.87,
  ScheduleAdherence__c: 50,
  TasksDue__c: 4,
  TasksDone__c: 2,
  BudgetHours__c: 100,
  ActualHours__c: 82,
  RemainingHours__c: 40,
  BudgetHoursUsed__c: 82,
};

const view = {
  snapshots: [{ Date__c: '2026-06-23', EarnedValue__c: 500, ActualCost__c: 600, PercentComplete__c: 50 }, now],
  showsCost: true,
  canRecompute: true,
  plan: [
    { day: '2026-06-01', percent: 0, amount: 0 },
    { day: '2026-07-31', percent: 100, amount: 1000 },
  ],
  phases: [
    { name: 'Build', taskId: 't1', plannedPercent: 100, donePercent: 80, budget: 600, planned: 600, earned: 480 },
    { name: 'Outside of phases', plannedPercent: null, donePercent: 20, budget: 400, planned: 100, earned: 130 },
  ],
  plannedEnd: '2026-07-31',
  forecastEnd: '2026-08-20',
  issues: [
    { Id: 'i1', Name: 'No access', Type__c: 'Blocker', Severity__c: 'High', DueDate__c: '2026-06-20' },
    { Id: 'i2', Name: 'Slow', Type__c: 'Issue', Severity__c: 'Low', Owner__r: { Name: 'Ann' } },
  ],
};

/** What a person without rights to costs is given. */
const withoutCost = {
  ...view,
  showsCost: false,
  canRecompute: false,
  snapshots: [
    { Date__c: '2026-06-23', PercentComplete__c: 50 },
    {
      Date__c: '2026-06-30',
      Score__c: 63,
      Rating__c: 'Amber',
      Reasons__c: now.Reasons__c,
      PercentComplete__c: 61,
      BudgetHoursUsed__c: 82,
      ActualHours__c: 82,
      BudgetHours__c: 100,
    },
  ],
  plan: view.plan.map(({ day, percent }) => ({ day, percent })),
  phases: [{ name: 'Build', taskId: 't1', plannedPercent: 100, donePercent: 80 }],
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-project-health', { is: ProjectHealth });
  Object.assign(element, { recordId: 'p1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

/** Pieces of text that stand apart, with a blank between them. */
function textOf(node: Node): string {
  return node.nodeType === Node.TEXT_NODE
    ? (node.textContent ?? '')
    : [...node.childNodes].map((child) => textOf(child)).join(' ');
}

/** The component that shows the figures. */
function figureList(element: HTMLElement): HTMLElement {
  return element.shadowRoot!.querySelector<HTMLElement>('c-figure-list')!;
}

function texts(element: HTMLElement, selector: string): string[] {
  return [...element.shadowRoot!.querySelectorAll(selector)].map((found) => textOf(found).replace(/\s+/g, ' ').trim());
}

describe('c-project-health', () => {
  beforeEach(() => loadMock.mockResolvedValue(view));

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows score, drags and figures, and is accessible', async () => {
    const element = await show();
    expect(texts(element, '.rating_amber')[0]).toBe('63 of 100 Amber');
    expect(texts(element, '.drag')).toEqual([
      'Cost each 1.00 spent has earned 0.80 −20',
      'Budget 82 % of hours used at 61 % complete −17',
    ]);
    expect(texts(element, '.missing li')).toEqual(['12 hours not approved yet and in no figure.']);
    const figures = texts(figureList(element), '.figure');
    expect(figures).toContain('CPI 0.80 250 USD over budget at the end');
    expect(figures).toContain('SPI (time) 0.87 6 working days late');
    expect(figures).toContain('Margin at completion – of the contract value');
    expect(figures).toContain('Schedule adherence 50 % 2 of 4 due are done');
    expect(figures).toContain('Forecast end Aug 20, 2026 Baseline Jul 31, 2026');
    expect(texts(element, '.burn')).toEqual([
      'Hours 82 % used at 61 % complete 82 h of 100 h, 40 h left to do',
      'Cost budget 76 % used at 61 % complete 763 USD of 1,000 USD',
    ]);
    expect(texts(element, '[aria-label="Estimates at completion"] tbody tr')[1]).toContain('1,250 USD');
    expect(texts(element, '[aria-label="Phases"] tbody tr')).toEqual([
      'Build 100 % 80 % 600 USD 600 USD 480 USD',
      'Outside of phases – 20 % 400 USD 100 USD 130 USD',
    ]);
    expect(texts(element, '.issue')).toEqual(['Blocker No access High · due Jun 20, 2026', 'Issue Slow Low · Ann']);
    expect(element.shadowRoot!.querySelector('.issue a')!.getAttribute('href')).toBe('/i1');
    await expect(element).toBeAccessible();
  });

  it('shows no amount to those who may not see costs', async () => {
    loadMock.mockResolvedValue(withoutCost);
    const element = await show();
    expect(element.shadowRoot!.textContent).not.toMatch(/USD|CPI|Margin|EAC/);
    expect(texts(element, '.drag')).toEqual(['Budget 82 % of hours used at 61 % complete −17']);
    expect(texts(element, '[aria-label="Phases"] tbody tr')).toEqual(['Build 100 % 80 %']);
    expect(element.shadowRoot!.querySelector('lightning-button')).toBeNull();
    const chart = element.shadowRoot!.querySelector('c-earned-value-chart') as HTMLElement & { unit: string };
    expect(chart.unit).toBe('%');
  });

  it('says that the project cannot be rated, and why there is nothing to draw', async () => {
    loadMock.mockResolvedValue({
      ...withoutCost,
      snapshots: [{ Date__c: '2026-06-30', Rating__c: 'Unknown', Reasons__c: 'Blockers: 1 open' }],
      plan: [],
      phases: [],
      issues: [],
      plannedEnd: null,
      forecastEnd: null,
    });
    const element = await show();
    expect(texts(element, '.rating_unknown')[0]).toBe('Unknown: too little is known to rate the project.');
    expect(texts(element, '.drag')).toEqual(['Blockers 1 open']);
    expect(texts(element, '[aria-label="Burn"] p')).toEqual(['There is no budget that could be used.']);
    expect(texts(element, '[aria-label="Work due and done"] p')[0]).toContain('There is nothing to draw yet');
    expect(texts(figureList(element), '.figure')).toContain('SPI (time) – no baseline');
  });

  it('works the health out anew, and says when that is refused', async () => {
    const element = await show();
    recomputeMock.mockRejectedValueOnce({ body: { message: 'Not yours.' } });
    const button = element.shadowRoot!.querySelector('lightning-button') as HTMLElement;
    button.click();
    await settle();
    const panel = element.shadowRoot!.querySelector('c-error-panel') as HTMLElement & { errors: unknown };
    expect(panel.errors).toEqual({ body: { message: 'Not yours.' } });
    recomputeMock.mockResolvedValueOnce({ ...view, snapshots: [{ ...now, Rating__c: 'Green', Score__c: 91 }] });
    button.click();
    await settle();
    expect(recomputeMock).toHaveBeenCalledWith({ projectId: 'p1' });
    expect(texts(element, '.rating_green')[0]).toBe('91 of 100 Green');
    expect(texts(element, '[aria-live]')[0]).toBe('The health of the project is worked out anew.');
    expect(element.shadowRoot!.querySelector('c-error-panel')).toBeNull();
  });

  it('says when there is no snapshot, and offers to try again when loading fails', async () => {
    loadMock
      .mockRejectedValueOnce({ body: { message: 'No access' } })
      .mockResolvedValue({ ...view, snapshots: [], plan: [], phases: [], issues: [] });
    const element = await show();
    element.shadowRoot!.querySelector('c-error-panel')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(texts(element, '.empty')[0]).toContain('Nothing is known of the health of this project yet.');
    expect(element.shadowRoot!.querySelector('lightning-button')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
