import { LightningElement } from 'lwc';
import load from '@salesforce/apex/MeasuresController.load';
import loadChoices from '@salesforce/apex/MeasuresController.loadChoices';
import {
  monthName,
  periodsAround,
  todayIn,
  type Choice,
  type Gap,
  type Measure,
  type Scope,
  type Sight,
} from 'c/measureModel';

interface Board {
  currencyCode: string;
  measures: Measure[];
  gaps: Gap[];
  gapSight?: Sight;
  failures?: number;
  seesAmounts: boolean;
  mayRebuild?: boolean;
}

const KINDS: readonly Choice[] = [
  { value: 'Firm', label: 'Whole firm' },
  { value: 'Practice', label: 'Practice' },
  { value: 'Region', label: 'Region' },
  { value: 'Client', label: 'Client' },
  { value: 'Project', label: 'Project' },
  { value: 'Role', label: 'Role' },
  { value: 'Resource', label: 'Resource' },
];
const WITHOUT_PROJECTS = new Set(['Role', 'Resource']);

/**
 * The measures a firm is led by, for the firm or a part of it and for months of choice: each with its trend, target and
 * benchmark, what is missing in it, and the rows it is made of.
 */
export default class KeyMeasures extends LightningElement {
  readonly kinds = KINDS;
  readonly periods = periodsAround(todayIn(new Date()));

  kind = 'Firm';
  recordId: string | null = null;
  choices: Choice[] = [];
  period = 'year';
  board?: Board;
  errors?: unknown;
  openedKey?: string;
  /** Once known, it stays: a rebuild is followed while other measures are looked at. */
  mayRebuild = false;

  #asked = 0;

  connectedCallback(): void {
    this.reload();
  }

  get scope(): Scope {
    const { fromDay, toDay } = this.periods.find(({ value }) => value === this.period)!;
    return { kind: this.kind, recordId: this.recordId, fromDay, toDay };
  }

  get needsChoice(): boolean {
    return this.kind !== 'Firm';
  }

  get isWaitingForChoice(): boolean {
    return this.needsChoice && this.recordId === null;
  }

  get kindLabel(): string {
    return KINDS.find(({ value }) => value === this.kind)!.label;
  }

  get hasNoChoices(): boolean {
    return this.choices.length === 0;
  }

  get isLoading(): boolean {
    return !this.isWaitingForChoice && this.board === undefined && this.errors === undefined;
  }

  get months(): string {
    const { fromDay, toDay } = this.scope;
    const first = monthName(fromDay);
    const last = monthName(toDay);
    return first === last ? first : `${first} – ${last}`;
  }

  get isEmpty(): boolean {
    return (
      this.board?.measures.every(
        ({ sight, trend }) => sight !== 'none' && trend.every(({ value }) => value === undefined),
      ) === true
    );
  }

  get tiles(): { key: string; measure: Measure; isOpen: boolean }[] {
    return (this.board?.measures ?? []).map((measure) => ({
      key: measure.key,
      measure,
      isOpen: measure.key === this.openedKey,
    }));
  }

  get opened(): Measure | undefined {
    return this.board?.measures.find(({ key }) => key === this.openedKey);
  }

  get openedLabel(): string {
    return `${this.opened?.label ?? ''}: ${this.opened?.formula ?? ''}`;
  }

  get showsProfit(): boolean {
    return this.board?.seesAmounts === true && !WITHOUT_PROJECTS.has(this.kind);
  }

  async handleKind(event: CustomEvent<{ value: string }>): Promise<void> {
    this.kind = event.detail.value;
    this.recordId = null;
    this.choices = [];
    if (!this.needsChoice) {
      this.reload();
      return;
    }
    this.board = undefined;
    this.errors = undefined;
    try {
      this.choices = await loadChoices<Choice[]>({ kind: this.kind });
    } catch (error) {
      this.errors = error;
    }
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.recordId = event.detail.value;
    this.reload();
  }

  handlePeriod(event: CustomEvent<{ value: string }>): void {
    this.period = event.detail.value;
    this.reload();
  }

  /** The rows stand below all tiles: they are brought into sight. */
  async handleOpen(event: CustomEvent<{ key: string }>): Promise<void> {
    this.openedKey = this.openedKey === event.detail.key ? undefined : event.detail.key;
    await Promise.resolve();
    this.template!.querySelector('c-measure-drill')?.scrollIntoView({ behavior: 'smooth', block: 'nearest' });
  }

  handleClose(): void {
    this.openedKey = undefined;
  }

  async reload(): Promise<void> {
    if (this.isWaitingForChoice) return;
    const turn = ++this.#asked;
    this.errors = undefined;
    this.board = undefined;
    this.openedKey = undefined;
    try {
      const board = await load<Board>({ ...this.scope });
      if (turn !== this.#asked) return;
      this.board = board;
      this.mayRebuild = board.mayRebuild === true;
    } catch (error) {
      if (turn === this.#asked) this.errors = error;
    }
  }
}
