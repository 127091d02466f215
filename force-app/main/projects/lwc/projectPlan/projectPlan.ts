import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import addLink from '@salesforce/apex/ProjectPlanController.addLink';
import addTask from '@salesforce/apex/ProjectPlanController.addTask';
import getPlan from '@salesforce/apex/ProjectPlanController.getPlan';
import removeLink from '@salesforce/apex/ProjectPlanController.removeLink';
import removeTask from '@salesforce/apex/ProjectPlanController.removeTask';
import saveTasks from '@salesforce/apex/ProjectPlanController.saveTasks';
import LOCALE from '@salesforce/i18n/locale';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { errorMessages } from 'c/errorMessages';
import {
  SCALES,
  visibleRows,
  type LinkType,
  type Plan,
  type PlanLink,
  type PlanRow,
  type PlanTask,
  type Scale,
} from 'c/planModel';

/** Changes of one task: only the fields that are there are saved. */
interface TaskChange {
  id: string;
  name?: string;
  startDate?: string;
  durationDays?: number;
  percentComplete?: number;
  parentId?: string | null;
  sequence?: number;
  constraintType?: string | null;
  constraintDate?: string | null;
}

/** One step that can be taken back: what it was, and how. */
interface UndoStep {
  label: string;
  undo: () => Promise<Plan>;
}

const UNDO_STEPS = 50;

/**
 * Plan of a project: outline and time line side by side, edited in place. The server reschedules after each change and answers
 * with the whole plan, so what is shown is always what is saved.
 */
export default class ProjectPlan extends LightningElement {
  @api recordId!: string;

  wiredPlan?: unknown;
  loadErrors?: unknown;
  plan?: Plan;
  collapsed = new Set<string>();
  selectedId?: string;
  scale: Scale = SCALES[1]!;
  undoSteps: UndoStep[] = [];
  isSaving = false;
  announcement = '';

  readonly locale = LOCALE;
  readonly today = new Intl.DateTimeFormat('en-CA').format(new Date());

  @wire(getPlan, { projectId: '$recordId' })
  receivePlan(result: { data?: Plan; error?: unknown }): void {
    this.wiredPlan = result;
    this.loadErrors = result.error;
    if (result.data !== undefined) this.plan = result.data;
  }

  get isLoading(): boolean {
    return this.plan === undefined && this.loadErrors === undefined;
  }

  get hasTasks(): boolean {
    return this.rows.length > 0;
  }

  get rows(): PlanRow[] {
    return this.plan === undefined ? [] : visibleRows(this.plan, this.collapsed);
  }

  get canEdit(): boolean {
    return this.plan?.canEdit === true;
  }

  get selected(): PlanTask | undefined {
    return this.plan?.tasks.find((task) => task.id === this.selectedId);
  }

  get selectedName(): string | undefined {
    return this.selected?.name;
  }

  get scaleOptions(): { label: string; value: string }[] {
    return [
      { label: 'Days', value: 'day' },
      { label: 'Weeks', value: 'week' },
      { label: 'Months', value: 'month' },
    ];
  }

  get scaleName(): string {
    return this.scale.name;
  }

  get cannotUndo(): boolean {
    return this.undoSteps.length === 0 || this.isSaving;
  }

  get undoTitle(): string {
    const last = this.undoSteps[this.undoSteps.length - 1];
    return last === undefined ? 'Nothing to undo' : `Undo: ${last.label}`;
  }

  get nothingSelected(): boolean {
    return this.selected === undefined || this.isSaving;
  }

  get summary(): string {
    if (this.plan === undefined) return '';
    const critical = this.plan.tasks.filter((task) => task.isCritical && task.type !== 'Phase').length;
    const dates = this.plan.startDate && this.plan.endDate ? `${this.plan.startDate} to ${this.plan.endDate}, ` : '';
    return `${dates}${this.plan.tasks.length} tasks, ${critical} on the critical path`;
  }

  /** Tasks that may be waited for by the selected one: all others, phases of its own apart. */
  get predecessorOptions(): { label: string; value: string }[] {
    return (this.plan?.tasks ?? [])
      .filter((task) => task.id !== this.selectedId)
      .map((task) => ({ label: `${task.wbsCode} ${task.name}`, value: task.id }));
  }

  get selectedLinks(): (PlanLink & { label: string })[] {
    const plan = this.plan;
    if (plan === undefined) return [];
    return plan.links
      .filter((link) => link.successorId === this.selectedId)
      .map((link) => {
        const name = plan.tasks.find((task) => task.id === link.predecessorId)?.name ?? '';
        const lag = link.lagDays === 0 ? '' : ` ${link.lagDays > 0 ? '+' : ''}${link.lagDays} d`;
        return { ...link, label: `${name} (${link.type}${lag})` };
      });
  }

  handleScale(event: CustomEvent<{ value: string }>): void {
    this.scale = SCALES.find((scale) => scale.name === event.detail.value) ?? this.scale;
  }

  handleSelect(event: CustomEvent<{ taskId: string }>): void {
    this.selectedId = event.detail.taskId;
  }

  handleToggle(event: CustomEvent<{ taskId: string }>): void {
    const collapsed = new Set(this.collapsed);
    if (!collapsed.delete(event.detail.taskId)) collapsed.add(event.detail.taskId);
    this.collapsed = collapsed;
  }

  handleEdit(event: CustomEvent<{ taskId: string; field: keyof TaskChange; value: string | number }>): void {
    const { taskId, field, value } = event.detail;
    if (field === 'startDate') this.moveTask(taskId, String(value));
    else this.changeTask({ id: taskId, [field]: value });
  }

  handleMove(event: CustomEvent<{ taskId: string; startDate: string }>): void {
    this.moveTask(event.detail.taskId, event.detail.startDate);
  }

  handleResize(event: CustomEvent<{ taskId: string; durationDays: number }>): void {
    this.changeTask({ id: event.detail.taskId, durationDays: event.detail.durationDays });
  }

  /** A task put on a date starts no earlier than it; what it depends on may still push it later. */
  private moveTask(id: string, startDate: string): void {
    this.changeTask({ id, constraintType: 'Start No Earlier Than', constraintDate: startDate });
  }

  private changeTask(change: TaskChange): void {
    const task = this.plan?.tasks.find((candidate) => candidate.id === change.id);
    if (task === undefined) return;
    const before: TaskChange = { id: task.id };
    for (const field of Object.keys(change) as (keyof TaskChange)[]) {
      if (field !== 'id') Object.assign(before, { [field]: task[field] ?? null });
    }
    const projectId = this.recordId;
    this.run(
      `change of ${task.name}`,
      () => saveTasks<Plan>({ projectId, changes: [change] }),
      () => () => saveTasks<Plan>({ projectId, changes: [before] }),
    );
  }

  handleAdd(event: CustomEvent<{ value: 'Phase' | 'Task' | 'Milestone' }>): void {
    const type = event.detail.value;
    const parent = this.selected?.type === 'Phase' && type !== 'Phase' ? this.selected.id : this.selected?.parentId;
    const known = new Set(this.plan?.tasks.map((task) => task.id));
    this.run(
      `new ${type.toLowerCase()}`,
      () =>
        addTask<Plan>({
          projectId: this.recordId,
          type,
          name: `New ${type.toLowerCase()}`,
          parentId: type === 'Phase' ? null : (parent ?? null),
          afterId: this.selectedId ?? null,
        }),
      (plan) => {
        const added = plan.tasks.find((task) => !known.has(task.id));
        this.selectedId = added?.id ?? this.selectedId;
        return added === undefined ? undefined : () => removeTask<Plan>({ taskId: added.id });
      },
    );
  }

  async handleRemove(): Promise<void> {
    const task = this.selected;
    if (task === undefined) return;
    const confirmed = await LightningConfirm.open({
      label: `Delete ${task.name}?`,
      message: 'The task, the tasks below it and their links are deleted, and the plan is rescheduled.',
      theme: 'warning',
    });
    if (!confirmed) return;
    await this.run(`delete of ${task.name}`, () => removeTask<Plan>({ taskId: task.id }));
    this.selectedId = undefined;
  }

  /** Below the task above it on the same level, when that is a phase. */
  handleIndent(): void {
    const task = this.selected;
    if (task === undefined || this.plan === undefined) return;
    const siblings = this.plan.tasks
      .filter((other) => other.parentId === task.parentId && other.sequence < task.sequence && other.type === 'Phase')
      .sort((a, b) => b.sequence - a.sequence);
    const phase = siblings[0];
    if (phase === undefined) this.announce(`There is no phase above ${task.name} to put it into.`);
    else this.changeTask({ id: task.id, parentId: phase.id });
  }

  handleOutdent(): void {
    const task = this.selected;
    const parent = this.plan?.tasks.find((other) => other.id === task?.parentId);
    if (task === undefined || parent === undefined) return;
    this.changeTask({ id: task.id, parentId: parent.parentId ?? null });
  }

  handleLink(): void {
    const field = (name: string) =>
      this.template!.querySelector<HTMLInputElement>(`[data-link="${name}"]`)?.value ?? '';
    const successorId = this.selectedId;
    const predecessorId = field('predecessor');
    if (successorId === undefined || predecessorId === '') return;
    const type = (field('type') || 'FS') as LinkType;
    const lagDays = Number(field('lag') || 0);
    const known = new Set(this.plan?.links.map((link) => link.id));
    this.run(
      'new link',
      () => addLink<Plan>({ predecessorId, successorId, type, lagDays }),
      (plan) => {
        const added = plan.links.find((link) => !known.has(link.id));
        return added === undefined ? undefined : () => removeLink<Plan>({ linkId: added.id });
      },
    );
  }

  handleUnlink(event: Event): void {
    const linkId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    const link = this.plan?.links.find((candidate) => candidate.id === linkId);
    if (link === undefined) return;
    const { predecessorId, successorId, type, lagDays } = link;
    this.run(
      'removal of a link',
      () => removeLink<Plan>({ linkId }),
      () => () => addLink<Plan>({ predecessorId, successorId, type, lagDays }),
    );
  }

  get linkTypeOptions(): { label: string; value: LinkType }[] {
    return [
      { label: 'Finish to start', value: 'FS' },
      { label: 'Start to start', value: 'SS' },
      { label: 'Finish to finish', value: 'FF' },
      { label: 'Start to finish', value: 'SF' },
    ];
  }

  handleUndo(): void {
    const step = this.undoSteps[this.undoSteps.length - 1];
    if (step === undefined) return;
    this.undoSteps = this.undoSteps.slice(0, -1);
    this.run(`undo of ${step.label}`, step.undo);
  }

  /** Ctrl+Z or Command+Z takes back the last change, wherever the focus is in the plan. */
  handleKeyDown(event: KeyboardEvent): void {
    const inField = (event.target as HTMLElement).tagName === 'INPUT';
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !inField) {
      event.preventDefault();
      this.handleUndo();
    }
  }

  handleRetry(): void {
    this.loadErrors = undefined;
    refreshApex(this.wiredPlan);
  }

  /**
   * Saves, shows the plan that comes back and remembers how to take the step back. When it is refused nothing has changed, and
   * the message says why.
   */
  private async run(
    label: string,
    save: () => Promise<Plan>,
    inverse?: (plan: Plan) => (() => Promise<Plan>) | undefined,
  ): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    try {
      const plan = await save();
      const undo = inverse?.(plan);
      if (undo !== undefined) this.undoSteps = [...this.undoSteps, { label, undo }].slice(-UNDO_STEPS);
      this.plan = plan;
      this.announce(`Saved ${label}. The plan now ends ${plan.endDate ?? 'without a date'}.`);
      refreshApex(this.wiredPlan);
      notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    } catch (error) {
      this.dispatchEvent(
        new ShowToastEvent({
          title: 'The plan was not changed',
          message: errorMessages(error).join(' '),
          variant: 'error',
          mode: 'sticky',
        }),
      );
    } finally {
      this.isSaving = false;
    }
  }

  private announce(text: string): void {
    this.announcement = text;
  }
}
