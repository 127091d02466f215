/** The path: where the record stands, what to do there, and the way on. */
import { LightningElement, api } from 'lwc';
import { messageOf, saveProblems } from '../errors/errors.ts';
import type { PageContext, PageItem } from '../flexiPage/pageTypes.ts';
import { appData, uiApi } from '../http/http.ts';
import type { FieldView } from '../recordEditor/recordEditor.ts';
import { onRefresh, refreshPage } from '../refresh/refresh.ts';
import { toast } from '../toasts/toasts.ts';
import ClosedStageModal from '../closedStageModal/closedStageModal.ts';

interface Step {
  readonly value: string;
  readonly label: string;
  readonly closed: boolean;
  readonly won: boolean;
  readonly keyFields: readonly string[];
  readonly guidance: string | null;
}

interface Path {
  readonly fieldApiName: string;
  readonly fieldLabel: string;
  readonly editable: boolean;
  readonly steps: readonly Step[];
}

/** The step that stands for all stages that end the path. */
const CLOSED = '\0closed';

export default class RecordPathBar extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  path: Path | undefined;
  problem: string | undefined;
  isSaving = false;
  private selected: string | undefined;
  private isOpen = false;
  private version = 0;
  private readonly ends: (() => void)[] = [];

  async connectedCallback(): Promise<void> {
    const { editor } = this.context;
    if (editor !== undefined) this.ends.push(editor.onChange(() => this.version++));
    this.ends.push(onRefresh(() => this.load()));
    await this.load();
  }

  disconnectedCallback(): void {
    for (const end of this.ends) end();
  }

  private async load(): Promise<void> {
    const { editor, record } = this.context;
    if (record === undefined) return;
    try {
      const { path } = await appData<{ path: Path | null }>(`record-path/${record.recordId}`);
      this.path = path ?? undefined;
      if (path === null) return;
      this.selected = undefined;
      await editor?.want([path.fieldApiName, ...new Set(path.steps.flatMap((step) => step.keyFields))]);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private get current(): string {
    const value = this.version < 0 ? null : this.context.editor?.record?.fields[this.path?.fieldApiName ?? '']?.value;
    return typeof value === 'string' ? value : '';
  }

  private step(value: string): Step | undefined {
    return this.path?.steps.find((step) => step.value === value);
  }

  private get openSteps(): readonly Step[] {
    return this.path?.steps.filter((step) => !step.closed) ?? [];
  }

  private get closedSteps(): readonly Step[] {
    return this.path?.steps.filter((step) => step.closed) ?? [];
  }

  /** Open stages in order, and one step for the end: the stage reached, or “Closed” as long as none is. */
  get stages(): readonly object[] {
    const { current } = this;
    const closed = this.step(current)?.closed === true ? this.step(current) : undefined;
    const position = this.openSteps.findIndex((step) => step.value === current);
    const isWon = closed?.won === true;
    const stages = this.openSteps.map((step, index) => {
      const isComplete = closed === undefined ? index < position : isWon || this.closedSteps.every((one) => !one.won);
      return this.stage(step.value, step.label, isComplete, closed === undefined && index === position, false);
    });
    if (this.closedSteps.length === 0) return stages;
    const end =
      closed === undefined
        ? this.stage(CLOSED, 'Closed', false, false, false)
        : this.stage(CLOSED, closed.label, false, true, !isWon, isWon);
    return [...stages, end];
  }

  private stage(
    value: string,
    label: string,
    isComplete: boolean,
    isCurrent: boolean,
    isLost: boolean,
    isWon = false,
  ): object {
    const isSelected = (this.selected ?? (this.step(this.current)?.closed === true ? CLOSED : this.current)) === value;
    const classes = ['slds-path__item'];
    if (isWon) classes.push('slds-is-current', 'slds-is-won');
    else if (isLost) classes.push('slds-is-current', 'slds-is-lost');
    else if (isCurrent) classes.push('slds-is-current');
    else classes.push(isComplete ? 'slds-is-complete' : 'slds-is-incomplete');
    if (isSelected) classes.push('slds-is-active');
    const state = isCurrent ? 'Current stage:' : isComplete ? 'Stage complete:' : 'Stage not started:';
    return {
      value,
      label,
      isComplete,
      state,
      selected: String(isSelected),
      tabIndex: isSelected ? '0' : '-1',
      class: classes.join(' '),
    };
  }

  private get shownValue(): string {
    return this.selected ?? this.current;
  }

  get hasCoaching(): boolean {
    return this.openSteps.concat(this.closedSteps).some((step) => step.keyFields.length > 0 || step.guidance !== null);
  }

  get isCoachingOpen(): boolean {
    return this.isOpen && this.hasCoaching;
  }

  get coachingIcon(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get coachingText(): string {
    return this.isOpen ? 'Hide details' : 'Show details';
  }

  get coachingExpanded(): string {
    return String(this.isCoachingOpen);
  }

  get keyFields(): readonly { key: string; label: string; field: FieldView }[] {
    if (this.version < 0) return [];
    return (this.step(this.shownValue)?.keyFields ?? []).flatMap((name) => {
      const field = this.context.editor?.field(name);
      return field === undefined ? [] : [{ key: name, label: field.info.label, field }];
    });
  }

  get guidance(): string | null {
    return this.step(this.shownValue)?.guidance ?? null;
  }

  get canChange(): boolean {
    return this.path?.editable === true && this.context.editor?.info?.updateable === true;
  }

  get buttonLabel(): string {
    const label = this.path?.fieldLabel ?? '';
    if (this.selected === CLOSED || (this.selected === undefined && this.isClosed))
      return this.isClosed ? `Change Closed ${label}` : `Select Closed ${label}`;
    if (this.selected === undefined || this.selected === this.current) return `Mark ${label} as Complete`;
    return `Mark as Current ${label}`;
  }

  private get isClosed(): boolean {
    return this.step(this.current)?.closed === true;
  }

  get isButtonDisabled(): boolean {
    const isLast = this.closedSteps.length === 0 && this.openSteps.at(-1)?.value === this.current;
    return this.isSaving || (isLast && (this.selected === undefined || this.selected === this.current));
  }

  handleStage(event: Event): void {
    event.preventDefault();
    this.selected = (event.currentTarget as HTMLElement).dataset.value;
  }

  /** Arrow keys move between the stages, as in a list of options. */
  handleKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const links = [...this.template!.querySelectorAll<HTMLElement>('.slds-path__link')];
    const index = links.indexOf(event.currentTarget as HTMLElement) + step;
    const next = links[(index + links.length) % links.length]!;
    this.selected = next.dataset.value;
    next.focus();
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }

  async handleButton(): Promise<void> {
    const target = await this.targetStage();
    if (target !== undefined) await this.save(target);
  }

  /** The stage the button leads to; undefined when the user was asked and chose none. */
  private async targetStage(): Promise<string | undefined> {
    const { openSteps, selected } = this;
    const isCurrent = selected === undefined || selected === this.current;
    const next =
      isCurrent && !this.isClosed
        ? openSteps[openSteps.findIndex((step) => step.value === this.current) + 1]?.value
        : selected;
    if (next !== undefined && next !== CLOSED) return next;
    const choice = await ClosedStageModal.open({
      label: this.buttonLabel,
      size: 'small',
      fieldLabel: this.path!.fieldLabel,
      options: this.closedSteps.map(({ label, value }) => ({ label, value })),
      value: this.isClosed ? this.current : this.closedSteps[0]?.value,
    });
    return typeof choice === 'string' ? choice : undefined;
  }

  private async save(value: string): Promise<void> {
    const { record } = this.context;
    this.isSaving = true;
    try {
      await uiApi('PATCH', `records/${record!.recordId}`, {}, { fields: { [this.path!.fieldApiName]: value } });
      this.selected = undefined;
      toast({ title: `${this.path!.fieldLabel} changed successfully.`, variant: 'success' });
      await refreshPage();
    } catch (error) {
      const { page, fields } = saveProblems(error);
      toast({
        title: `${this.path!.fieldLabel} was not changed.`,
        message: [...page, ...fields.values()].join(' '),
        variant: 'error',
        mode: 'sticky',
      });
    } finally {
      this.isSaving = false;
    }
  }
}
