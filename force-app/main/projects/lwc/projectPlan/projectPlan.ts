import { api, LightningElement } from 'lwc';
import apply from '@salesforce/apex/ProjectPlanController.apply';
import captureBaseline from '@salesforce/apex/ProjectPlanController.captureBaseline';
import load from '@salesforce/apex/ProjectPlanController.load';
import LOCALE from '@salesforce/i18n/locale';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { dateText, daysText } from 'c/dates';
import { errorMessages } from 'c/errorMessages';
import {
  planOf,
  SCALES,
  visibleRows,
  type LinkType,
  type Plan,
  type PlanChange,
  type PlanLink,
  type PlanRow,
  type PlanTask,
  type PlanView,
  type Scale,
} from 'c/planModel';

/** One step that can be taken back. */
interface UndoStep {
  label: string;
  change: PlanChange;
}

const UNDO_STEPS = 50;

/** Columns of the outline and the fields they change. */
const FIELDS = {
  name: 'Name',
  startDate: 'StartDate__c',
  durationDays: 'DurationDays__c',
  percentComplete: 'PercentComplete__c',
} as const;

/**
 * Plan of a project: outline and time line side by side, edited in place. The server reschedules after each change and answers
 * with the whole plan, so what is shown is always what is saved.
 */
export default class ProjectPlan extends LightningElement {
  @api recordId!: string;

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

  connectedCallback(): void {
    this.reload();
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

  get selectedTask(): PlanTask | undefined {
    return this.plan?.tasks.find((task) => task.id === this.selectedId);
  }

  get selectedName(): string | undefined {
    return this.selectedTask?.name;
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
    return this.selectedTask === undefined || this.isSaving;
  }

  get summary(): string {
    if (this.plan === undefined) return '';
    const critical = this.plan.tasks.filter((task) => task.isCritical && task.type !== 'Phase').length;
    const dates =
      this.plan.startDate && this.plan.endDate ? `${daysText(this.plan.startDate, this.plan.endDate)}, ` : '';
    const baseline = this.plan.baselineTakenOn ? `, baseline of ${dateText(this.plan.baselineTakenOn)}` : '';
    return `${dates}${this.plan.tasks.length} tasks, ${critical} on the critical path${baseline}`;
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

  handleEdit(event: CustomEvent<{ taskId: string; field: keyof typeof FIELDS; value: string | number }>): void {
    const { taskId, field, value } = event.detail;
    this.change(`change of ${this.nameOf(taskId)}`, { tasks: [{ Id: taskId, [FIELDS[field]]: value }] });
  }

  handleMove(event: CustomEvent<{ taskId: string; startDate: string }>): void {
    const { taskId, startDate } = event.detail;
    this.change(`move of ${this.nameOf(taskId)}`, { tasks: [{ Id: taskId, StartDate__c: startDate }] });
  }

  handleResize(event: CustomEvent<{ taskId: string; durationDays: number }>): void {
    const { taskId, durationDays } = event.detail;
    this.change(`new duration of ${this.nameOf(taskId)}`, { tasks: [{ Id: taskId, DurationDays__c: durationDays }] });
  }

  /** Adds below the selected task, or at the end. A task goes into the selected phase. */
  async handleAdd(event: CustomEvent<{ value: 'Phase' | 'Task' | 'Milestone' }>): Promise<void> {
    const type = event.detail.value;
    const tasks = this.plan?.tasks ?? [];
    const known = new Set(tasks.map((task) => task.id));
    const parent =
      this.selectedTask?.type === 'Phase' && type !== 'Phase' ? this.selectedTask.id : this.selectedTask?.parentId;
    const parentId = type === 'Phase' ? undefined : parent;
    const siblings = tasks.filter((task) => task.parentId === parentId).map((task) => task.sequence);
    const after = this.selectedTask?.parentId === parentId ? this.selectedTask?.sequence : undefined;
    const name = `New ${type.toLowerCase()}`;
    await this.change(name, {
      newTasks: [
        {
          Project__c: this.recordId,
          Name: name,
          Type__c: type,
          Parent__c: parentId,
          Sequence__c: sequenceAfter(siblings, after),
          DurationDays__c: type === 'Task' ? 1 : undefined,
        },
      ],
    });
    this.selectedId = this.plan?.tasks.find((task) => !known.has(task.id))?.id ?? this.selectedId;
  }

  async handleRemove(): Promise<void> {
    const task = this.selectedTask;
    if (task === undefined) return;
    await this.change(`delete of ${task.name}`, { removedTaskIds: [task.id] });
    if (this.selectedTask === undefined) this.selectedId = undefined;
  }

  /** Puts the selected task into the phase above it on the same level. */
  handleIndent(): void {
    const task = this.selectedTask;
    if (task === undefined) return;
    const phases = (this.plan?.tasks ?? []).filter(
      (other) => other.parentId === task.parentId && other.sequence < task.sequence && other.type === 'Phase',
    );
    const phase = phases.sort((a, b) => b.sequence - a.sequence)[0];
    if (phase === undefined) {
      this.announcement = `There is no phase above ${task.name} to put it into.`;
      return;
    }
    this.change(`indent of ${task.name}`, { tasks: [{ Id: task.id, Parent__c: phase.id }] });
  }

  handleOutdent(): void {
    const task = this.selectedTask;
    const parent = this.plan?.tasks.find((other) => other.id === task?.parentId);
    if (task === undefined || parent === undefined) return;
    const siblings = (this.plan?.tasks ?? []).filter((other) => other.parentId === parent.parentId);
    const sequence = sequenceAfter(
      siblings.map((other) => other.sequence),
      parent.sequence,
    );
    const changed = { Id: task.id, Parent__c: parent.parentId ?? null, Sequence__c: sequence };
    this.change(`outdent of ${task.name}`, { tasks: [changed] });
  }

  handleLink(): void {
    const field = (name: string): string =>
      this.template!.querySelector<HTMLInputElement>(`[data-link="${name}"]`)?.value ?? '';
    const predecessor = field('predecessor');
    if (this.selectedId === undefined || predecessor === '') return;
    this.change('new link', {
      newLinks: [
        {
          Predecessor__c: predecessor,
          Successor__c: this.selectedId,
          Type__c: (field('type') || 'FS') as LinkType,
          LagDays__c: Number(field('lag') || 0),
        },
      ],
    });
  }

  handleUnlink(event: Event): void {
    const linkId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.change('removal of a link', { removedLinkIds: [linkId] });
  }

  get linkTypeOptions(): { label: string; value: LinkType }[] {
    return [
      { label: 'Finish to start', value: 'FS' },
      { label: 'Start to start', value: 'SS' },
      { label: 'Finish to finish', value: 'FF' },
      { label: 'Start to finish', value: 'SF' },
    ];
  }

  async handleUndo(): Promise<void> {
    const step = this.undoSteps[this.undoSteps.length - 1];
    if (step === undefined || this.isSaving) return;
    const view = await this.save(`undo of ${step.label}`, () => this.applyChange(step.change));
    if (view !== undefined) this.undoSteps = this.undoSteps.slice(0, -1);
  }

  handleBaseline(): void {
    this.save('the baseline', () => captureBaseline<PlanView>({ projectId: this.recordId }));
  }

  /** Ctrl+Z or Command+Z takes back the last change, wherever the focus is in the plan. */
  handleKeyDown(event: KeyboardEvent): void {
    const inField = (event.target as HTMLElement).tagName === 'INPUT';
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !inField) {
      event.preventDefault();
      this.handleUndo();
    }
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.plan = planOf(await load<PlanView>({ projectId: this.recordId }));
    } catch (error) {
      this.loadErrors = error;
    }
  }

  private nameOf(taskId: string): string {
    return this.plan?.tasks.find((task) => task.id === taskId)?.name ?? 'a task';
  }

  private applyChange(change: PlanChange): Promise<PlanView> {
    return apply<PlanView>({ projectId: this.recordId, change });
  }

  private async change(label: string, change: PlanChange): Promise<void> {
    const view = await this.save(label, () => this.applyChange(change));
    const undo = view?.undo;
    if (undo !== undefined) this.undoSteps = [...this.undoSteps, { label, change: undo }].slice(-UNDO_STEPS);
  }

  /** Saves and shows the plan that comes back. When it is refused nothing has changed, and the message says why. */
  private async save(label: string, work: () => Promise<PlanView>): Promise<PlanView | undefined> {
    if (this.isSaving) return undefined;
    this.isSaving = true;
    try {
      const view = await work();
      const plan = planOf(view);
      this.plan = plan;
      this.announcement = `Saved ${label}. The plan now ends ${plan.endDate ? dateText(plan.endDate) : 'without a date'}.`;
      notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
      return view;
    } catch (error) {
      this.dispatchEvent(
        new ShowToastEvent({
          title: 'The plan was not changed',
          message: errorMessages(error).join(' '),
          variant: 'error',
          mode: 'sticky',
        }),
      );
      return undefined;
    } finally {
      this.isSaving = false;
    }
  }
}

/** A sequence number between a sibling and the next one; after all of them when there is no sibling to follow. */
function sequenceAfter(siblings: readonly number[], after: number | undefined): number {
  const last = Math.max(0, ...siblings);
  if (after === undefined) return last + 10;
  const next = Math.min(...siblings.filter((sequence) => sequence > after));
  return Number.isFinite(next) ? (after + next) / 2 : after + 10;
}
