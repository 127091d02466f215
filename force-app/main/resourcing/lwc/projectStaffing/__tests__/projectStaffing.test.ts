import { createElement } from 'lwc';
import book from '@salesforce/apex/ProjectStaffingController.book';
import findCandidates from '@salesforce/apex/ProjectStaffingController.findCandidates';
import getStaffing from '@salesforce/apex/ProjectStaffingController.getStaffing';
import release from '@salesforce/apex/ProjectStaffingController.release';
import ProjectStaffing from 'c/projectStaffing';

jest.mock(
  '@salesforce/apex/ProjectStaffingController.getStaffing',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/ProjectStaffingController.book', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProjectStaffingController.findCandidates', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ProjectStaffingController.release', () => ({ default: jest.fn() }), { virtual: true });

const adapter = getStaffing as unknown as { emit(data: unknown): void; error(body: unknown): void };

const staffing = {
  projectId: 'p1',
  canStaff: true,
  requests: [
    {
      id: 'r1',
      name: 'RR-00001',
      roleName: 'Consultant',
      startDate: '2026-11-23',
      endDate: '2026-12-18',
      requestedHours: 80,
      bookedHours: 0,
      heldHours: 40,
      status: 'Held',
      skills: [{ name: 'Sales Cloud', minimumLevel: 3, importance: 'Essential' }],
      assignments: [
        {
          id: 'a1',
          resourceId: 'x',
          resourceName: 'Grace Lin',
          bookingType: 'Soft',
          startDate: '2026-11-23',
          endDate: '2026-12-18',
          plannedHours: 40,
        },
      ],
    },
    {
      id: 'r2',
      name: 'RR-00002',
      roleName: 'Developer',
      startDate: '2026-11-23',
      endDate: '2026-12-18',
      requestedHours: 80,
      status: 'Filled',
      skills: [],
      assignments: [],
    },
  ],
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

async function show(data: unknown = staffing): Promise<HTMLElement> {
  const element = createElement('c-project-staffing', { is: ProjectStaffing });
  Object.assign(element, { recordId: 'p1' });
  document.body.appendChild(element);
  await settle();
  adapter.emit(data);
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
    (findCandidates as unknown as jest.Mock).mockResolvedValue({
      requestId: 'r1',
      candidates: [],
      qualifiedCount: 0,
      shownCount: 0,
      isCut: false,
      nearestMisses: [],
    });
    buttons(element, 'Find candidates')[0]!.click();
    await settle();
    const list = element.shadowRoot!.querySelector('c-candidate-list')!;
    (book as unknown as jest.Mock).mockResolvedValue({ ...staffing, requests: [] });
    list.dispatchEvent(new CustomEvent('book', { detail: { resourceId: 'x' } }));
    await settle();
    expect(book).toHaveBeenCalledWith({ requestId: 'r1', resourceId: 'x' });
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
    expect((await show({ ...staffing, requests: [] })).shadowRoot!.textContent).toContain('asks for nobody yet');
    const element = await show();
    adapter.error({ message: 'No access' });
    await settle();
    expect(element.shadowRoot!.querySelector('c-error-panel')).not.toBeNull();
  });
});
