/** One open week: its grid, its drafts on the device, and their way to the server. */
import { Autosave, type SaveState } from './autosave';
import { DraftStore, type Device } from './draftStore';
import type { Source } from './drafts';
import { SheetGrid, type CellEdit, type Position } from './grid';
import { cellOf, isConnectionLost, resultsOf, rowOf, sheetOf, type Week, type WeekCell } from './week';
import type { WeekRow, WeekSaveResult } from './week';
import type { WorkRow } from './sheet';

export interface SessionOptions {
  readonly week: Week;
  readonly userId: string;
  readonly device: Device | undefined;
  /** Sends cells of this week to the server. */
  readonly save: (cells: WeekCell[]) => Promise<WeekSaveResult>;
  /** Called whenever the grid or the state of saving is another. */
  readonly onChange: () => void;
}

export class WeekSession {
  readonly weekStart: string;
  saveState: SaveState = 'saved';
  /** Why the last save failed as a whole. */
  failure: unknown;
  /** Whether the device holds the drafts, so that closing the tab loses nothing. */
  isKept = true;

  private readonly options: SessionOptions;
  private readonly store: DraftStore;
  private readonly autosave: Autosave;
  private committed: SheetGrid;
  private typing: CellEdit | undefined;
  private shown: SheetGrid;

  constructor(options: SessionOptions) {
    const { week, userId, device } = options;
    this.options = options;
    this.weekStart = week.weekStart;
    this.store = new DraftStore(device, userId, week.resourceId, week.weekStart);
    this.committed = SheetGrid.of(sheetOf(week), this.store.read());
    this.autosave = new Autosave({
      hasWork: () => this.committed.sendable.length > 0,
      send: () => this.send(),
      isLost: isConnectionLost,
      onState: (state) => {
        this.saveState = state;
        options.onChange();
      },
      onFailure: (error) => {
        this.failure = error;
        options.onChange();
      },
    });
    this.shown = this.committed;
    this.keep();
    if (week.isEditable) this.autosave.start();
  }

  /** What is shown: with the cell that is being typed into. */
  get grid(): SheetGrid {
    return this.shown;
  }

  /** Without the cell that is being typed into. */
  get decided(): SheetGrid {
    return this.committed;
  }

  edit(edits: readonly CellEdit[]): void {
    this.change(this.committed.edit(edits));
  }

  /** Shows and keeps text that is still being typed, so that not even a crash loses it. */
  type(edit: CellEdit): void {
    this.typing = edit;
    this.take(this.committed);
  }

  cancelTyping(): void {
    this.change(this.committed);
  }

  undo(): void {
    this.change(this.committed.undo());
  }

  redo(): void {
    this.change(this.committed.redo());
  }

  resolve(position: Position, choice: 'mine' | 'theirs'): void {
    this.change(this.committed.resolve(position, choice));
  }

  addRows(rows: readonly WorkRow[]): void {
    this.change(this.committed.addRows(rows));
  }

  removeRow(rowKey: string): void {
    this.change(this.committed.removeRow(rowKey));
  }

  /** Fills cells that hold nothing yet, as one step back; answers how many. */
  propose(found: { rows: readonly WeekRow[]; cells: readonly WeekCell[] }, source: Source): number {
    const days = new Map(this.committed.days.map(({ date }, index) => [date, index]));
    const withRows = this.committed.addRows(found.rows.map(rowOf));
    const edits = found.cells.flatMap((cell) => {
      const day = days.get(cell.day);
      const position = { rowKey: cell.rowKey, day: day ?? 0 };
      const current = withRows.cell(position);
      if (day === undefined || current.stored !== undefined || current.text !== '') return [];
      if (withRows.lock(position) !== undefined) return [];
      const { minutes, notes, isBillable } = cell;
      return [{ ...position, minutes: minutes ?? 0, notes: notes ?? '', isBillable: isBillable ?? undefined, source }];
    });
    this.change(withRows.edit(edits));
    return edits.length;
  }

  /** Takes over the week as the server has it now. */
  reload(week: Week): void {
    this.change(this.committed.reload(sheetOf(week)));
  }

  /** Sends what can be sent; answers whether the server has everything now. */
  async flush(): Promise<boolean> {
    if (this.committed.sendable.length > 0) await this.autosave.flush();
    return this.committed.drafts.length === 0;
  }

  /** Sends again what was refused or failed. */
  retry(): void {
    this.change(this.committed.retryRefused());
    this.autosave.flush();
  }

  close(): void {
    this.autosave.stop();
  }

  private change(grid: SheetGrid): void {
    this.typing = undefined;
    this.take(grid);
    this.autosave.touch();
  }

  private async send(): Promise<void> {
    const sent = this.committed.sendable;
    this.take(this.committed.sending(sent));
    const cells = sent.map((draft) =>
      cellOf(draft, this.committed.row(draft.rowKey), this.committed.days[draft.day]?.date ?? ''),
    );
    const answer = await this.options.save(cells);
    this.failure = undefined;
    this.take(this.committed.settle(resultsOf(sent, answer.cells)));
  }

  private take(grid: SheetGrid): void {
    this.committed = grid;
    this.shown = this.typing === undefined ? grid : grid.edit([this.typing]);
    this.keep();
    this.options.onChange();
  }

  private keep(): void {
    this.isKept = this.store.write(this.shown.drafts, this.shown.keptRows);
  }
}
