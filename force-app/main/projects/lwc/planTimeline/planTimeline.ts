import { api, LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { dateText } from 'c/dates';
import {
  addDays,
  addWorkingDays,
  barOf,
  daysBetween,
  isWorkingDay,
  linkHead,
  linkPath,
  planSpan,
  ticks,
  toWorkingDay,
  workingDays,
  type Bar,
  type Plan,
  type PlanRow,
  type PlanTask,
  type Scale,
  type Span,
  type Tick,
} from 'c/planModel';

/** Heights in pixels that the rows beside the time line have too. */
const ROW_HEIGHT = 36;
const HEAD_HEIGHT = 48;
const BAR_HEIGHT = 18;

interface BarView {
  id: string;
  key: string;
  isPhase: boolean;
  isMilestone: boolean;
  isTask: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  progressWidth: number;
  gripX: number;
  points: string;
  barClass: string;
  label: string;
  labelX: number;
  labelY: number;
  caption: string;
  /** "-1" keeps bars that cannot be moved out of the tab order. */
  tabIndex: string;
}

interface LinkView {
  key: string;
  path: string;
  head: string;
  linkClass: string;
  headClass: string;
}

interface Drag {
  task: PlanTask;
  kind: 'move' | 'resize';
  fromX: number;
  days: number;
}

/**
 * The bars of a plan on a time line. Fires `taskmove` ({ taskId, startDate }) and `taskresize` ({ taskId, durationDays }) when a
 * bar is dragged or moved with the arrow keys, and `taskselect` ({ taskId }).
 */
export default class PlanTimeline extends LightningElement {
  @api plan!: Plan;
  @api rows: PlanRow[] = [];
  @api scale!: Scale;
  /** ISO date that the line of today stands on. */
  @api today!: string;
  @api selectedId?: string;

  private drag?: Drag;
  private draggedDays = 0;

  get span(): Span {
    return planSpan(this.plan, this.today);
  }

  get width(): number {
    return (daysBetween(this.span.start, this.span.end) + 1) * this.scale.pixelsPerDay;
  }

  get height(): number {
    return HEAD_HEIGHT + this.rows.length * ROW_HEIGHT;
  }

  get viewBox(): string {
    return `0 0 ${this.width} ${this.height}`;
  }

  get coarseTicks(): (Tick & { textX: number })[] {
    return ticks(this.span, this.scale, LOCALE).coarse.map((tick) => ({ ...tick, textX: tick.x + 4 }));
  }

  get fineTicks(): (Tick & { textX: number })[] {
    return ticks(this.span, this.scale, LOCALE).fine.map((tick) => ({ ...tick, textX: tick.x + 3 }));
  }

  get todayX(): number {
    return daysBetween(this.span.start, this.today) * this.scale.pixelsPerDay;
  }

  /** Days off are shaded where a day is wide enough to see. */
  get daysOff(): { key: string; x: number; width: number }[] {
    if (this.scale.name === 'month') return [];
    const shaded = [];
    for (let date = this.span.start; date <= this.span.end; date = addDays(date, 1)) {
      if (isWorkingDay(this.plan, date)) continue;
      shaded.push({
        key: date,
        x: daysBetween(this.span.start, date) * this.scale.pixelsPerDay,
        width: this.scale.pixelsPerDay,
      });
    }
    return shaded;
  }

  get bars(): BarView[] {
    return this.rows.flatMap((row, index) => {
      const bar = this.barWithDrag(row.task);
      return bar === undefined ? [] : [this.view(row.task, bar, index)];
    });
  }

  get links(): LinkView[] {
    const position = new Map(this.rows.map((row, index) => [row.task.id, { task: row.task, index }]));
    return this.plan.links.flatMap((link) => {
      const from = position.get(link.predecessorId);
      const to = position.get(link.successorId);
      if (from === undefined || to === undefined) return [];
      const fromBar = this.barWithDrag(from.task);
      const toBar = this.barWithDrag(to.task);
      if (fromBar === undefined || toBar === undefined) return [];
      const critical = from.task.isCritical && to.task.isCritical;
      return [
        {
          key: link.id,
          path: linkPath(link.type, fromBar, this.middle(from.index), toBar, this.middle(to.index)),
          head: linkHead(link.type, toBar, this.middle(to.index)),
          headClass: critical ? 'arrowhead arrowhead_critical' : 'arrowhead',
          linkClass: critical ? 'link link_critical' : 'link',
        },
      ];
    });
  }

  private middle(index: number): number {
    return HEAD_HEIGHT + index * ROW_HEIGHT + ROW_HEIGHT / 2;
  }

  private barWithDrag(task: PlanTask): Bar | undefined {
    const bar = barOf(task, this.span, this.scale);
    if (bar === undefined || this.drag?.task.id !== task.id) return bar;
    const offset = this.draggedDays * this.scale.pixelsPerDay;
    if (this.drag.kind === 'move') return { x: bar.x + offset, width: bar.width };
    return { x: bar.x, width: Math.max(this.scale.pixelsPerDay, bar.width + offset) };
  }

  private view(task: PlanTask, bar: Bar, index: number): BarView {
    const middle = this.middle(index);
    const movable = this.plan.canEdit && task.type !== 'Phase' && task.status === 'Not Started';
    const height = task.type === 'Phase' ? 8 : BAR_HEIGHT;
    const classes = ['bar', `bar_${task.type.toLowerCase()}`];
    if (task.isCritical) classes.push('bar_critical');
    if (task.status === 'Completed') classes.push('bar_done');
    if (task.id === this.selectedId) classes.push('bar_selected');
    if (movable) classes.push('bar_movable');
    return {
      id: task.id,
      key: task.id,
      isPhase: task.type === 'Phase',
      isMilestone: task.type === 'Milestone',
      isTask: task.type === 'Task',
      x: bar.x,
      y: middle - height / 2,
      width: bar.width,
      height,
      progressWidth: (bar.width * (task.percentComplete ?? 0)) / 100,
      gripX: bar.x + bar.width - 6,
      points: `${bar.x - 8},${middle} ${bar.x},${middle - 8} ${bar.x + 8},${middle} ${bar.x},${middle + 8}`,
      barClass: classes.join(' '),
      label: describe(task, movable),
      labelX: bar.x + bar.width + (task.type === 'Milestone' ? 12 : 6),
      labelY: middle + 4,
      caption: task.name,
      tabIndex: movable ? '0' : '-1',
    };
  }

  handlePointerDown(event: PointerEvent): void {
    const target = event.currentTarget as SVGElement;
    const task = this.taskOf(target);
    if (task === undefined) return;
    this.select(task);
    if (target.getAttribute('tabindex') !== '0' || event.button !== 0) return;
    const kind = (event.target as SVGElement).dataset.grip === 'true' ? 'resize' : 'move';
    this.drag = { task, kind, fromX: event.clientX, days: 0 };
    this.draggedDays = 0;
    target.setPointerCapture(event.pointerId);
  }

  handlePointerMove(event: PointerEvent): void {
    if (this.drag === undefined) return;
    this.draggedDays = Math.round((event.clientX - this.drag.fromX) / this.scale.pixelsPerDay);
  }

  handlePointerUp(): void {
    const drag = this.drag;
    const days = this.draggedDays;
    this.cancelDrag();
    if (drag === undefined || days === 0) return;
    const { startDate, endDate } = drag.task;
    if (!startDate || !endDate) return;
    if (drag.kind === 'move')
      this.move(drag.task, toWorkingDay(this.plan, addDays(startDate, days), days < 0 ? -1 : 1));
    else this.resize(drag.task, workingDays(this.plan, startDate, addDays(endDate, days)));
  }

  cancelDrag(): void {
    this.drag = undefined;
    this.draggedDays = 0;
  }

  /** Arrow keys move by a working day, with Shift they change the duration. Escape gives up a drag. */
  handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.cancelDrag();
    const task = this.taskOf(event.currentTarget as SVGElement);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (task === undefined || step === 0 || !task.startDate) return;
    if ((event.currentTarget as SVGElement).getAttribute('tabindex') !== '0') return;
    event.preventDefault();
    if (event.shiftKey) this.resize(task, (task.durationDays ?? 1) + step);
    else this.move(task, addWorkingDays(this.plan, task.startDate, step));
  }

  handleFocus(event: FocusEvent): void {
    const task = this.taskOf(event.currentTarget as SVGElement);
    if (task !== undefined) this.select(task);
  }

  private taskOf(element: SVGElement): PlanTask | undefined {
    return this.rows.find((row) => row.task.id === element.dataset.id)?.task;
  }

  private select(task: PlanTask): void {
    this.dispatchEvent(new CustomEvent('taskselect', { detail: { taskId: task.id } }));
  }

  private move(task: PlanTask, startDate: string): void {
    if (startDate === task.startDate) return;
    this.dispatchEvent(new CustomEvent('taskmove', { detail: { taskId: task.id, startDate } }));
  }

  private resize(task: PlanTask, durationDays: number): void {
    if (task.type === 'Milestone' || durationDays < 1 || durationDays === task.durationDays) return;
    this.dispatchEvent(new CustomEvent('taskresize', { detail: { taskId: task.id, durationDays } }));
  }
}

function describe(task: PlanTask, movable: boolean): string {
  const parts = [`${task.type} ${task.name}`];
  if (task.startDate && task.endDate) parts.push(`${dateText(task.startDate)} to ${dateText(task.endDate)}`);
  if (task.type === 'Task') parts.push(`${task.percentComplete ?? 0} percent complete`);
  if (task.isCritical) parts.push('on the critical path');
  if (task.isConstraintViolated) parts.push('its constraint does not hold');
  if (movable) parts.push('arrow keys move it, with Shift they change its duration');
  return parts.join(', ');
}
