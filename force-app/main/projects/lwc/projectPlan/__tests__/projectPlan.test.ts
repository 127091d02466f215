import { createElement } from 'lwc';
import apply from '@salesforce/apex/ProjectPlanController.apply';
import load from '@salesforce/apex/ProjectPlanController.load';
import ProjectPlan from 'c/projectPlan';
import type { Plan, PlanView } from 'c/planModel';

jest.mock('@salesforce/apex/ProjectPlanController.apply', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProjectPlanController.load', () => ({ default: jest.fn() }), { virtual: true });

const applyMock = apply as unknown as jest.Mock;
const loadMock = load as unknown as jest.Mock;

const view: PlanView = {
  project: { StartDate__c: '2026-11-23', EndDate__c: '2026-11-27' },
  isEditable: true,
  weekdayHours: [8, 8, 8, 8, 8, 0, 0],
  exceptionHours: {},
  tasks: [
    {
      Id: 't1',
      Name: 'Design',
      Type__c: 'Task',
      Sequence__c: 10,
      WbsCode__c: '1',
      StartDate__c: '2026-11-23',
      EndDate__c: '2026-11-27',
      DurationDays__c: 5,
      Status__c: 'Not Started',
      IsCritical__c: true,
    },
  ],
  links: [],
};

async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-project-plan', { is: ProjectPlan });
  Object.assign(element, { recordId: 'p1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

function child(element: HTMLElement, selector: string): HTMLElement & { plan: Plan } {
  return element.shadowRoot!.querySelector(selector)!;
}

function fire(element: HTMLElement, selector: string, name: string, detail: object): Promise<void> {
  child(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
  return settle();
}

describe('c-project-plan', () => {
  beforeEach(() => loadMock.mockResolvedValue(view));

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('waits, then shows the plan', async () => {
    loadMock.mockReturnValue(new Promise(() => undefined));
    expect(child(await show(), 'lightning-spinner')).not.toBeNull();
    loadMock.mockResolvedValue(view);
    const element = await show();
    expect(child(element, 'c-plan-rows').plan.tasks).toHaveLength(1);
    expect(element.shadowRoot!.textContent).toContain('1 on the critical path');
    await expect(element).toBeAccessible();
  });

  it('says so when there are no tasks, and when loading failed', async () => {
    loadMock.mockResolvedValue({ ...view, tasks: [] });
    expect((await show()).shadowRoot!.textContent).toContain('no tasks yet');
    loadMock.mockRejectedValue({ body: { message: 'No access' } });
    expect(child(await show(), 'c-error-panel')).not.toBeNull();
  });

  it('moves a task and takes it back with what the server said undoes it', async () => {
    const element = await show();
    const undo = { tasks: [{ Id: 't1', ConstraintDate__c: null }] };
    applyMock.mockResolvedValue({ ...view, undo });
    await fire(element, 'c-plan-timeline', 'taskmove', { taskId: 't1', startDate: '2026-11-30' });
    expect(applyMock).toHaveBeenCalledWith({
      projectId: 'p1',
      change: { tasks: [{ Id: 't1', StartDate__c: '2026-11-30' }] },
    });
    const card = element.shadowRoot!.querySelector('article')!;
    card.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    await settle();
    expect(applyMock).toHaveBeenLastCalledWith({ projectId: 'p1', change: undo });
    card.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    await settle();
    expect(applyMock).toHaveBeenCalledTimes(2);
  });

  it('adds a task after the selected one', async () => {
    const element = await show();
    applyMock.mockResolvedValue(view);
    await fire(element, 'c-plan-rows', 'taskselect', { taskId: 't1' });
    await fire(element, 'lightning-button-menu', 'select', { value: 'Task' });
    expect(applyMock.mock.calls[0][0].change.newTasks[0]).toMatchObject({
      Project__c: 'p1',
      Type__c: 'Task',
      Sequence__c: 20,
      DurationDays__c: 1,
    });
  });

  it('keeps the plan and shows why when a change is refused', async () => {
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail));
    applyMock.mockRejectedValue({ body: { message: 'Design would wait for itself.' } });
    await fire(element, 'c-plan-rows', 'taskedit', { taskId: 't1', field: 'durationDays', value: 9 });
    expect(toast.mock.calls[0][0]).toMatchObject({ message: 'Design would wait for itself.', variant: 'error' });
    expect(child(element, 'c-plan-rows').plan.tasks[0]?.durationDays).toBe(5);
  });

  it('offers no tools to who may not edit', async () => {
    loadMock.mockResolvedValue({ ...view, isEditable: false });
    expect(child(await show(), 'lightning-button-group')).toBeNull();
  });
});
