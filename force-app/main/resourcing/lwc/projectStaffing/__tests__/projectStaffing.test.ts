import { createElement } from 'lwc';
import book from '@salesforce/apex/ProjectStaffingController.book';
import load from '@salesforce/apex/ProjectStaffingController.load';
import match from '@salesforce/apex/ProjectStaffingController.match';
import release from '@salesforce/apex/ProjectStaffingController.release';
import ProjectStaffing from 'c/projectStaffing';

jest.mock('@salesforce/apex/ProjectStaffingController.book', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProjectStaffingController.load', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProjectStaffingController.match', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProjectStaffingController.release', () => ({ default: jest.fn() }), { virtual: true });

const loadMock = load as unknown as jest.Mock;

const staffing = {
  canBook: true,
  isEditable: true,
  requests: [
    {
      Id: 'r1',
      Name: 'RR-00001',
      Role__r: { Name: 'Consultant' },
      StartDate__c: '2026-11-23',
      EndDate__c: '2026-12-18',
      RequestedHours__c: 80,
      BookedHours__c: 0,
      HeldHours__c: 40,
      Status__c: 'Held',
      Skills__r: [{ Skill__r: { Name: 'Sales Cloud' }, MinimumLevel__c: 3, Importance__c: 'Essential' }],
      Assignments__r: [
        {
          Id: 'a1',
          Resource__r: { Name: 'Grace Lin' },
          BookingType__c: 'Soft',
          StartDate__c: '2026-11-23',
          EndDate__c: '2026-12-18',
          PlannedHours__c: 40,
        },
      ],
    },
    {
      Id: 'r2',
      Name: 'RR-00002',
      Role__r: { Name: 'Developer' },
      StartDate__c: '2026-11-23',
      EndDate__c: '2026-12-18',
      RequestedHours__c: 80,
      Status__c: 'Filled',
    },
  ],
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

async function show(data: unknown = staffing): Promise<HTMLElement> {
  loadMock.mockResolvedValue(data);
  const element = createElement('c-project-staffing', { is: ProjectStaffing });
  Object.assign(element, { recordId: 'p1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function buttons(element: HTMLElement, label: string): HTMLElement[] {
  const all = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-button')];
  return all.filter((button) => button.label === label);
}

describe('c-project-staffing', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('lists requests with who is held, and looks for candidates only where somebody is missing', async () => {
    const element = await show();
    expect(element.shadowRoot!.textContent).toContain('2 requests: 1 filled, 1 held, 0 open');
    expect(element.shadowRoot!.querySelectorAll('.booking_soft')).toHaveLength(1);
    expect(buttons(element, 'Find candidates')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows candidates and books one', async () => {
    const element = await show();
    (match as unknown as jest.Mock).mockResolvedValue({
      requestId: 'r1',
      candidates: [],
      qualifiedCount: 0,
      nearestMisses: [],
      summary: '',
    });
    buttons(element, 'Find candidates')[0]!.click();
    await settle();
    const list = element.shadowRoot!.querySelector('c-candidate-list')!;
    (book as unknown as jest.Mock).mockResolvedValue({ ...staffing, requests: [] });
    list.dispatchEvent(new CustomEvent('book', { detail: { resourceId: 'x' } }));
    await settle();
    expect(book).toHaveBeenCalledWith({ recordId: 'p1', order: { requestId: 'r1', resourceId: 'x' } });
    expect(element.shadowRoot!.querySelector('c-candidate-list')).toBeNull();
  });

  it('keeps everything and says why when a release is refused', async () => {
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.message));
    (release as unknown as jest.Mock).mockRejectedValue({ body: { message: 'Hours are approved on this booking.' } });
    buttons(element, 'Release')[0]!.click();
    await settle();
    expect(toast).toHaveBeenCalledWith('Hours are approved on this booking.');
    expect(element.shadowRoot!.querySelectorAll('.booking')).toHaveLength(1);
  });

  it('has an empty and an error state', async () => {
    expect((await show({ ...staffing, requests: [] })).shadowRoot!.textContent).toContain('Nobody is asked for yet');
    loadMock.mockRejectedValue({ body: { message: 'No access' } });
    const element = createElement('c-project-staffing', { is: ProjectStaffing });
    document.body.appendChild(element);
    await settle();
    expect(element.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
