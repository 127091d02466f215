import { createElement } from 'lwc';
import getPlan from '@salesforce/apex/ProjectPlanController.getPlan';
import saveTasks from '@salesforce/apex/ProjectPlanController.saveTasks';
import ProjectPlan from 'c/projectPlan';
import type { Plan } from 'c/planModel';

jest.mock(
  '@salesforce/apex/ProjectPlanController.getPlan',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/ProjectPlanController.saveTasks', () => ({ default: jest.fn() }), { virtual: true });

interface TestAdapter {
  emit(data: unknown): void;
  error(body: unknown): void;
}

const adapter = getPlan as unknown as TestAdapter;
const saveMock = saveTasks as unknown as jest.Mock;

const plan: Plan = {
  projectId: 'p1',
  projectName: 'Plan',
  startDate: '2026-11-23',
  endDate: '2026-11-27',
  canEdit: true,
  weekdayHours: [0, 8, 8, 8, 8, 8, 0],
  exceptions: {},
  tasks: [
    {
      id: 't1',
      name: 'Design',
      type: 'Task',
      sequence: 1,
      wbsCode: '1',
      startDate: '2026-11-23',
      endDate: '2026-11-27',
      durationDays: 5,
      status: 'Not Started',
      isConstraintViolated: false,
      isCritical: true,
    },
  ],
  links: [],
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-project-plan', { is: ProjectPlan });
  Object.assign(element, { recordId: 'p1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function child(element: HTMLElement, selector: string): HTMLElement & { plan: Plan; disabled: boolean; title: string } {
  return element.shadowRoot!.querySelector(selector)!;
}

describe('c-project-plan', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('waits, then shows the plan', async () => {
    const element = await show();
    expect(child(element, 'lightning-spinner')).not.toBeNull();
    adapter.emit(plan);
    await settle();
    expect(child(element, 'c-plan-rows').plan.tasks).toHaveLength(1);
    expect(element.shadowRoot!.textContent).toContain('1 on the critical path');
    await expect(element).toBeAccessible();
  });

  it('says so when there are no tasks, and when loading failed', async () => {
    const element = await show();
    adapter.emit({ ...plan, tasks: [] });
    await settle();
    expect(element.shadowRoot!.textContent).toContain('no tasks yet');
    const failed = await show();
    adapter.error({ message: 'No access' });
    await settle();
    expect(child(failed, 'c-error-panel')).not.toBeNull();
  });

  it('moves a task by a constraint and takes it back', async () => {
    const element = await show();
    adapter.emit(plan);
    await settle();
    saveMock.mockResolvedValue({ ...plan, endDate: '2026-12-04' });
    child(element, 'c-plan-timeline').dispatchEvent(
      new CustomEvent('taskmove', { detail: { taskId: 't1', startDate: '2026-11-30' } }),
    );
    await settle();
    expect(saveMock).toHaveBeenCalledWith({
      projectId: 'p1',
      changes: [{ id: 't1', constraintType: 'Start No Earlier Than', constraintDate: '2026-11-30' }],
    });
    element
      .shadowRoot!.querySelector('article')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    await settle();
    expect(saveMock).toHaveBeenLastCalledWith({
      projectId: 'p1',
      changes: [{ id: 't1', constraintType: null, constraintDate: null }],
    });
  });

  it('keeps the plan and shows why when a change is refused', async () => {
    const element = await show();
    adapter.emit(plan);
    await settle();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail));
    saveMock.mockRejectedValue({ body: { message: 'Design would wait for itself.' } });
    child(element, 'c-plan-rows').dispatchEvent(
      new CustomEvent('taskedit', { detail: { taskId: 't1', field: 'durationDays', value: 9 } }),
    );
    await settle();
    expect(toast.mock.calls[0][0]).toMatchObject({ message: 'Design would wait for itself.', variant: 'error' });
    expect(child(element, 'c-plan-rows').plan).toEqual(plan);
  });

  it('offers no tools to who may not edit', async () => {
    const element = await show();
    adapter.emit({ ...plan, canEdit: false });
    await settle();
    expect(child(element, 'lightning-button-group')).toBeNull();
  });
});
