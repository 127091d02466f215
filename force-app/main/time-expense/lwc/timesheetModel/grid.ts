/** The week as a grid: what is stored, what was typed over it, steps back and forward, and totals. */
import { parseDuration, MINUTES_PER_DAY, cellText } from './duration';
import { NO_VALUE, reconcile, requeued, settle, type Draft, type SaveResult, type Source } from './drafts';
import {
  billedMinutes,
  isSameValue,
  type CellValue,
  type Day,
  type Sheet,
  type StoredCell,
  type WorkRow,
} from './sheet';

export interface Position {
  readonly rowKey: string;
  readonly day: number;
}

/** An edit names what it changes; the rest of the cell stays. */
export interface CellEdit extends Position {
  readonly text?: string;
  readonly minutes?: number;
  readonly notes?: string;
  readonly isBillable?: boolean;
  /** null bills all minutes. */
  readonly billableMinutes?: number | null;
  readonly source?: Source;
}

export interface Cell {
  readonly stored?: StoredCell;
  readonly draft?: Draft;
  readonly value: CellValue;
  /** What stands in the cell. */
  readonly text: string;
  readonly problem?: string;
}

/** A cell's content: its value, or text that is none. */
interface Content {
  readonly value: CellValue;
  readonly text?: string;
}

interface Change extends Position {
  readonly before: Content;
  readonly after: Content;
}

type Step = readonly Change[];

interface State {
  readonly sheet: Sheet;
  readonly rows: readonly WorkRow[];
  readonly stored: ReadonlyMap<string, StoredCell>;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

const STEPS = 200;
const ATTEMPTS = 10;

export function keyOf({ rowKey, day }: Position): string {
  return `${rowKey}#${day}`;
}

/** Immutable: every change gives another grid, and cells that did not change stay the same objects. */
export class SheetGrid {
  private readonly state: State;
  private readonly cells = new Map<string, Cell>();

  private constructor(state: State, known?: SheetGrid) {
    this.state = state;
    if (known === undefined) return;
    for (const [key, cell] of known.cells) {
      if (cell.stored === state.stored.get(key) && cell.draft === state.drafts.get(key)) this.cells.set(key, cell);
    }
  }

  /**
   * The grid of a week as it was read, with rows that the person added and drafts kept on the device. A draft over something
   * that has changed since becomes a conflict; one that the server already has is done.
   */
  static of(
    sheet: Sheet,
    kept: { rows: readonly WorkRow[]; drafts: readonly Draft[] } = { rows: [], drafts: [] },
  ): SheetGrid {
    const stored = new Map(sheet.cells.map(({ rowKey, day, cell }) => [keyOf({ rowKey, day }), cell]));
    const known = new Set(sheet.rows.map((row) => row.key));
    const rows = [...sheet.rows, ...kept.rows.filter((row) => !known.has(row.key))];
    const drafts = new Map<string, Draft>();
    for (const draft of movedToTheirCells(kept.drafts, sheet)) {
      const current = reconcile(draft, stored.get(keyOf(draft)));
      if (current !== undefined) drafts.set(keyOf(draft), current);
    }
    return new SheetGrid({ sheet, rows, stored, drafts, undo: [], redo: [] });
  }

  /** The same week read anew; steps back stay. */
  reload(sheet: Sheet): SheetGrid {
    const { state } = SheetGrid.of(sheet, { rows: this.keptRows, drafts: this.drafts });
    return new SheetGrid({ ...state, undo: this.state.undo, redo: this.state.redo });
  }

  /** Rows that the server does not know of. */
  get addedRows(): readonly WorkRow[] {
    const known = new Set(this.state.sheet.rows.map((row) => row.key));
    return this.state.rows.filter((row) => !known.has(row.key));
  }

  /** Rows that only this device knows: those that hold stored time come with the week from now on, whatever their key is then. */
  get keptRows(): readonly WorkRow[] {
    const isStored = ({ key }: WorkRow): boolean =>
      this.days.some((_, day) => this.state.stored.has(keyOf({ rowKey: key, day })));
    const hasDraft = ({ key }: WorkRow): boolean => this.drafts.some((draft) => draft.rowKey === key);
    return this.addedRows.filter((row) => hasDraft(row) || !isStored(row));
  }

  get rows(): readonly WorkRow[] {
    return this.state.rows;
  }

  get days(): readonly Day[] {
    return this.state.sheet.days;
  }

  row(rowKey: string): WorkRow | undefined {
    return this.state.rows.find((row) => row.key === rowKey);
  }

  cell(position: Position): Cell {
    const key = keyOf(position);
    let cell = this.cells.get(key);
    if (cell === undefined) {
      cell = this.readCell(position, key);
      this.cells.set(key, cell);
    }
    return cell;
  }

  private readCell(position: Position, key: string): Cell {
    const stored = this.state.stored.get(key);
    const draft = this.state.drafts.get(key);
    const value = draft?.value ?? stored ?? { ...NO_VALUE, isBillable: this.row(position.rowKey)?.isBillable === true };
    const parsed = draft?.text === undefined ? undefined : parseDuration(draft.text);
    const problem = parsed !== undefined && 'problem' in parsed ? parsed.problem : draft?.message;
    return { stored, draft, value, text: draft?.text ?? cellText(value.minutes), problem };
  }

  /** Why the cell cannot be changed; undefined when it can. */
  lock(position: Position): string | undefined {
    const { sheet, stored } = this.state;
    const cell = stored.get(keyOf(position));
    const adjustment = cell?.adjustment === undefined ? undefined : `Corrects approved time: ${cell.adjustment}`;
    const rowLock = cell === undefined ? this.row(position.rowKey)?.lock : undefined;
    return sheet.lock ?? adjustment ?? sheet.days[position.day]?.lock ?? rowLock;
  }

  /** Several edits as one step back. Edits of locked cells are left out. */
  edit(edits: readonly CellEdit[]): SheetGrid {
    const drafts = new Map(this.state.drafts);
    const changes: Change[] = [];
    for (const edit of edits) {
      if (this.row(edit.rowKey) === undefined || this.lock(edit) !== undefined) continue;
      const before = contentOf(drafts.get(keyOf(edit)), this.cell(edit).value);
      const after = edited(before, edit);
      if (isSameContent(before, after)) continue;
      changes.push({ rowKey: edit.rowKey, day: edit.day, before, after });
      this.write(drafts, edit, after, edit.source);
    }
    if (changes.length === 0) return this;
    return this.with({ drafts, undo: [...this.state.undo, changes].slice(-STEPS), redo: [] });
  }

  /** A draft of what the cell is to hold; none when that is what is stored, unless another value may be on its way there. */
  private write(
    drafts: Map<string, Draft>,
    position: Position,
    { value, text }: Content,
    source: Source = 'Typed',
  ): void {
    const key = keyOf(position);
    const stored = this.state.stored.get(key);
    const former = drafts.get(key);
    const isConflict = former?.state === 'conflict';
    if (text === undefined && former?.attempts === undefined && !isConflict && isSameValue(value, stored ?? NO_VALUE)) {
      drafts.delete(key);
      return;
    }
    const typed: Draft = {
      id: crypto.randomUUID(),
      clientKey: stored?.clientKey ?? former?.clientKey ?? crypto.randomUUID(),
      rowKey: position.rowKey,
      day: position.day,
      value,
      source,
      text,
      state: text === undefined ? 'queued' : 'invalid',
      base: former === undefined ? stored : former.base,
      attempts: former?.attempts,
    };
    // Typing on does not decide a conflict: its owner does.
    drafts.set(key, isConflict && text === undefined ? { ...typed, state: 'conflict', theirs: former.theirs } : typed);
  }

  get canUndo(): boolean {
    return this.state.undo.length > 0;
  }

  get canRedo(): boolean {
    return this.state.redo.length > 0;
  }

  undo(): SheetGrid {
    const step = this.state.undo.at(-1);
    if (step === undefined) return this;
    const drafts = this.restored(step, 'before');
    return this.with({ drafts, undo: this.state.undo.slice(0, -1), redo: [...this.state.redo, step] });
  }

  redo(): SheetGrid {
    const step = this.state.redo.at(-1);
    if (step === undefined) return this;
    const drafts = this.restored(step, 'after');
    return this.with({ drafts, undo: [...this.state.undo, step], redo: this.state.redo.slice(0, -1) });
  }

  private restored(step: Step, side: 'before' | 'after'): Map<string, Draft> {
    const drafts = new Map(this.state.drafts);
    for (const change of step) {
      if (this.lock(change) === undefined) this.write(drafts, change, change[side]);
    }
    return drafts;
  }

  addRows(rows: readonly WorkRow[]): SheetGrid {
    const known = new Set(this.state.rows.map((row) => row.key));
    const added = rows.filter((row) => !known.has(row.key));
    return added.length === 0 ? this : this.with({ rows: [...this.state.rows, ...added] });
  }

  /** Takes a row without time out of view. */
  removeRow(rowKey: string): SheetGrid {
    return this.isEmptyRow(rowKey) ? this.with({ rows: this.state.rows.filter((row) => row.key !== rowKey) }) : this;
  }

  isEmptyRow(rowKey: string): boolean {
    return this.days.every((_, day) => {
      const cell = this.cell({ rowKey, day });
      return cell.stored === undefined && cell.draft === undefined;
    });
  }

  get drafts(): readonly Draft[] {
    return [...this.state.drafts.values()];
  }

  /** What can be sent now: valid, undisputed, and on days that do not hold more than a day. */
  get sendable(): readonly Draft[] {
    return this.drafts.filter((draft) => draft.state === 'queued' && this.dayProblem(draft.day) === undefined);
  }

  get conflicts(): readonly Draft[] {
    return this.drafts.filter((draft) => draft.state === 'conflict');
  }

  /** Marks drafts as on their way: until there is an answer the server may have them or not. */
  sending(sent: readonly Draft[]): SheetGrid {
    const ids = new Set(sent.map((draft) => draft.id));
    const drafts = new Map(this.state.drafts);
    for (const [key, draft] of drafts) {
      if (ids.has(draft.id))
        drafts.set(key, { ...draft, attempts: [...(draft.attempts ?? []), draft.value].slice(-ATTEMPTS) });
    }
    return this.with({ drafts });
  }

  /** Takes the server's answers over. Steps back stay: what was saved can be taken back too. */
  settle(results: readonly SaveResult[]): SheetGrid {
    const drafts = new Map(this.state.drafts);
    const stored = new Map(this.state.stored);
    for (const result of results) {
      const key = keyOf(result);
      if (result.outcome !== 'refused' || result.cell !== undefined) setOrDelete(stored, key, result.cell);
      const draft = drafts.get(key);
      if (draft !== undefined) setOrDelete(drafts, key, settle(draft, result));
    }
    return this.with({ drafts, stored });
  }

  /** Decides a conflict: ours is sent over theirs, or theirs stays. */
  resolve(position: Position, choice: 'mine' | 'theirs'): SheetGrid {
    const key = keyOf(position);
    const draft = this.state.drafts.get(key);
    if (draft?.state !== 'conflict') return this;
    const drafts = new Map(this.state.drafts);
    const stored = new Map(this.state.stored);
    setOrDelete(stored, key, draft.theirs);
    setOrDelete(drafts, key, choice === 'mine' ? requeued(draft, draft.theirs) : undefined);
    return this.with({ drafts, stored });
  }

  /** Sends refused drafts once more, e.g. after what stood in their way was changed. */
  retryRefused(): SheetGrid {
    const drafts = new Map(this.state.drafts);
    for (const [key, draft] of drafts) {
      if (draft.state === 'refused') drafts.set(key, requeued(draft, draft.base));
    }
    return this.with({ drafts });
  }

  /** Minutes that the limit of the row's project still allows, with what was typed since the week was read. */
  minutesLeft(row: WorkRow): number | undefined {
    if (row.minutesLeft === undefined) return undefined;
    const keys = new Set(this.rows.filter(({ projectId }) => projectId === row.projectId).map(({ key }) => key));
    const read = this.state.sheet.cells.filter(({ rowKey }) => keys.has(rowKey));
    const before = read.reduce((sum, { cell }) => sum + cell.minutes, 0);
    const now = [...keys].reduce((sum, key) => sum + this.rowMinutes(key), 0);
    return row.minutesLeft + before - now;
  }

  rowMinutes(rowKey: string): number {
    return this.days.reduce((sum, _, day) => sum + this.cell({ rowKey, day }).value.minutes, 0);
  }

  dayMinutes(day: number): number {
    return this.rows.reduce((sum, row) => sum + this.cell({ rowKey: row.key, day }).value.minutes, 0);
  }

  get totalMinutes(): number {
    return this.rows.reduce((sum, row) => sum + this.rowMinutes(row.key), 0);
  }

  get billableMinutes(): number {
    const positions = this.rows.flatMap((row) => this.days.map((_, day) => ({ rowKey: row.key, day })));
    return positions.reduce((sum, position) => sum + billedMinutes(this.cell(position).value), 0);
  }

  get capacityMinutes(): number {
    return this.days.reduce((sum, day) => sum + day.capacityMinutes, 0);
  }

  dayProblem(day: number): string | undefined {
    return this.dayMinutes(day) > MINUTES_PER_DAY ? 'More than the 24 hours of a day.' : undefined;
  }

  private with(changes: Partial<State>): SheetGrid {
    return new SheetGrid({ ...this.state, ...changes }, this);
  }
}

/** The server may have found the booking of time that was typed into an added row: then it stands in the booking's row. */
function movedToTheirCells(drafts: readonly Draft[], sheet: Sheet): Draft[] {
  const rowOfClientKey = new Map(sheet.cells.map(({ rowKey, cell }) => [cell.clientKey, rowKey]));
  return drafts.map((draft) => ({ ...draft, rowKey: rowOfClientKey.get(draft.clientKey) ?? draft.rowKey }));
}

function contentOf(draft: Draft | undefined, value: CellValue): Content {
  return { value: draft?.value ?? value, text: draft?.text };
}

function edited(before: Content, edit: CellEdit): Content {
  const value = {
    minutes: edit.minutes ?? before.value.minutes,
    notes: edit.notes ?? before.value.notes,
    isBillable: edit.isBillable ?? before.value.isBillable,
    billableMinutes:
      edit.billableMinutes === undefined ? before.value.billableMinutes : (edit.billableMinutes ?? undefined),
  };
  if (edit.text === undefined) return { value, text: edit.minutes === undefined ? before.text : undefined };
  const parsed = parseDuration(edit.text);
  // Text that is no duration stands in the cell as typed and counts for nothing.
  if ('problem' in parsed) return { value: { ...value, minutes: 0 }, text: edit.text };
  return { value: { ...value, minutes: parsed.minutes } };
}

function isSameContent(one: Content, other: Content): boolean {
  return one.text === other.text && isSameValue(one.value, other.value);
}

function setOrDelete<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
